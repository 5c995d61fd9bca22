"""The way out into channels of Slack: a handle for each message, and a receipt for whatever Slack says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from adapters.slack.limits import LINE_RESTS, RESTS_SHUT
from bot.domain.people import Place
from bot.ports.chat import (
    Arrival,
    Change,
    Closed,
    HeldBack,
    Later,
    MaybeSent,
    Posting,
    Receipt,
    Sent,
    Unreachable,
    Why,
)
from bot.surface.card import Card, Reach, say
from tests.contract.surface_samples import card
from tests.sim.slack import Channel
from tests.sim.slack.faults import How
from tests.sim.slack.limiter import Limits
from tests.unit.slack.line import Line, line

POST, UPDATE, DELETE = "chat.postMessage", "chat.update", "chat.delete"
SAID = card(say("The circle is open."), reach=Reach.OPEN)


@dataclass(frozen=True, slots=True)
class Quay:
    """A channel, and the line to it."""

    here: Line
    channel: Channel

    @property
    def place(self) -> Place:
        """The channel, as the core names it."""
        return Place(surface="slack", workspace=self.here.workspace.id, channel=self.channel.id)

    async def post(self, *, under: str = "", key: bytes = b"key", posted: Card = SAID) -> Receipt:
        """Post something."""
        return await self.here.chat.post(Posting(key=key, to=self.place, card=posted, under=under))

    async def handle(self, *, under: str = "") -> str:
        """Post something that arrives, and return its handle."""
        receipt = await self.post(under=under)
        assert isinstance(receipt, Sent)
        return receipt.message

    async def change(self, message: str, become: Card | None = None) -> Receipt:
        """Let something else stand there, or nothing."""
        return await self.here.chat.change(Change(to=self.place, message=message, card=become))


@pytest.fixture
async def quay() -> AsyncIterator[Quay]:
    """A channel with Ana and Ben in it."""
    async with line() as here:
        people = (here.workspace.user("ana"), here.workspace.user("ben"))
        yield Quay(here, here.workspace.channel("quay", *people))


async def test_an_answer_to_an_answer_stands_beside_it(quay: Quay) -> None:
    """A thread of Slack has one level: below an answer nothing can stand."""
    opening = await quay.handle()
    share = await quay.handle(under=opening)
    answer = await quay.handle(under=share)
    assert len({opening, share, answer}) == 3
    assert [each.ts for each in quay.channel.below(opening)] == [
        each.rpartition(":")[2] for each in (share, answer)
    ]


async def test_what_stands_below_a_message_that_was_deleted_is_still_answered(quay: Quay) -> None:
    """Slack leaves a line in its place while others stand below it, and there they go on."""
    opening = await quay.handle()
    share = await quay.handle(under=opening)
    assert isinstance(await quay.change(opening), Sent)
    assert isinstance(await quay.post(under=share), Sent)
    assert len(quay.channel.below(opening)) == 2


async def test_nothing_stays_in_the_channel_that_was_to_stand_below_what_is_gone(quay: Quay) -> None:
    """Slack posts it into the channel without an error; it is taken back, before it is told."""
    opening = await quay.handle()
    await quay.change(opening)
    assert await quay.post(under=opening) == Closed(why=Why.GONE)
    assert quay.channel.messages == []
    assert len(quay.here.calls(DELETE)) == 2


async def test_what_could_not_be_taken_back_is_told_all_the_same(quay: Quay) -> None:
    """And is never sent again."""
    opening = await quay.handle()
    await quay.change(opening)
    quay.here.slack.faults.fail(DELETE, "http_500")
    assert await quay.post(under=opening) == Closed(why=Why.GONE)


async def test_a_thread_that_was_locked_says_so(quay: Quay) -> None:
    """The channel around it takes what comes."""
    opening = await quay.handle()
    quay.channel.locked_threads.add(opening)
    assert await quay.post(under=opening) == Closed(why=Why.LOCKED)
    assert isinstance(await quay.post(), Sent)


async def test_reststop_is_not_in_what_it_does_not_find(quay: Quay) -> None:
    """A private channel that it was taken out of, and one that was deleted: Slack tells no difference."""
    workspace = quay.here.workspace
    inner = workspace.channel("inner", workspace.user("ana"), private=True, with_bot=False)
    outer = workspace.channel("outer", workspace.user("ana"))
    outer.is_deleted = True
    for channel in (inner, outer):
        assert await Quay(quay.here, channel).post() == Closed(why=Why.NOT_THERE)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("restricted_action", Why.NO_RIGHTS),
        ("restricted_action_thread_only_channel", Why.NO_RIGHTS),
        ("restricted_action_non_threadable_channel", Why.NO_RIGHTS),
        ("no_permission", Why.NO_RIGHTS),
        ("channel_is_frozen", Why.ARCHIVED),
        ("thread_not_found", Why.GONE),
        ("cannot_reply_to_message", Why.GONE),
    ],
)
async def test_what_is_true_of_one_channel_rests_no_other(quay: Quay, word: str, why: Why) -> None:
    """Nor anybody's direct messages."""
    quay.here.slack.faults.fail(POST, "error", error=word)
    assert await quay.post() == Closed(why=why)
    shore = quay.here.workspace.channel("shore")
    assert isinstance(await Quay(quay.here, shore).post(), Sent)
    assert await quay.here.chat.send(quay.here.letter(quay.here.workspace.user("ana"))) == Sent()


@pytest.mark.parametrize(
    ("how", "word", "receipt"),
    [
        ("ratelimited", "", Later(wait=timedelta(seconds=7))),
        ("error", "org_login_required", Later(wait=RESTS_SHUT)),
        ("error", "invalid_auth", Later(wait=RESTS_SHUT)),
        ("error", "missing_scope", Later(wait=RESTS_SHUT)),
        ("error", "invalid_blocks", Unreachable()),
        ("error", "user_not_found", Unreachable()),
        ("http_500", "", MaybeSent()),
        ("reset", "", MaybeSent()),
    ],
)
async def test_what_becomes_of_a_posting_on_a_bad_day(
    quay: Quay, how: How, word: str, receipt: Receipt
) -> None:
    """Slack is asked once, whatever it does."""
    quay.here.slack.faults.fail(POST, how, error=word, retry_after=7)
    assert await quay.post() == receipt
    assert len(quay.here.calls(POST)) == 1


async def test_a_database_that_is_away_lets_a_channel_wait(quay: Quay) -> None:
    """As it does a letter."""
    quay.here.tokens.is_away = True
    assert await quay.post() == Later(wait=LINE_RESTS)


@pytest.mark.parametrize(
    ("method", "word", "receipt"),
    [
        (UPDATE, "edit_window_closed", Closed(why=Why.NO_RIGHTS)),
        (UPDATE, "cant_update_message", Closed(why=Why.NO_RIGHTS)),
        (UPDATE, "channel_not_found", Closed(why=Why.NOT_THERE)),
        (UPDATE, "internal_error", MaybeSent()),
        (DELETE, "compliance_exports_prevent_deletion", Closed(why=Why.NO_RIGHTS)),
        (DELETE, "cant_delete_message", Closed(why=Why.NO_RIGHTS)),
        (DELETE, "fatal_error", MaybeSent()),
    ],
)
async def test_what_becomes_of_a_change_on_a_bad_day(
    quay: Quay, method: str, word: str, receipt: Receipt
) -> None:
    """It may be asked again."""
    opening = await quay.handle()
    quay.here.slack.faults.fail(method, "error", error=word)
    become = SAID if method == UPDATE else None
    assert await quay.change(opening, become) == receipt
    assert await quay.change(opening, become) == Sent(message=opening)


async def test_a_change_that_slack_asks_to_wait_with_holds_nothing_else_back(quay: Quay) -> None:
    """Its method has a limit of its own; other changes there wait, too, and Slack is not asked meanwhile."""
    opening = await quay.handle()
    quay.here.slack.faults.fail(UPDATE, "ratelimited", retry_after=7)
    until = quay.here.clock.now() + timedelta(seconds=7)
    for become in (SAID, None):
        assert await quay.change(opening, become) == HeldBack(until=until)
    assert len(quay.here.calls(UPDATE, DELETE)) == 1
    assert isinstance(await quay.post(), Sent)
    quay.here.later(7)
    assert isinstance(await quay.change(opening, SAID), Sent)


async def test_changes_keep_below_slacks_limit(quay: Quay) -> None:
    """However many there are at once: they go on a little later."""
    quay.here.slack.limiter.limits = Limits()
    opening = await quay.handle()
    receipts = [await quay.change(opening, SAID) for _ in range(30)]
    assert receipts == [Sent(message=opening)] * 30
    assert quay.here.slack.limiter.refused == 0
    assert quay.here.naps == [1.5] * 20


async def test_a_channel_that_was_archived_takes_no_change(quay: Quay) -> None:
    """It is told in Slack's words for a change, which are others than for a message."""
    opening = await quay.handle()
    quay.channel.is_archived = True
    assert await quay.change(opening, SAID) == Closed(why=Why.ARCHIVED)


async def test_a_channel_is_no_faster_than_slack_lets_it_be(quay: Quay) -> None:
    """One message a second; other channels do not wait for it."""
    quay.here.slack.limiter.limits = Limits(channel_burst=1)
    for number in range(4):
        assert isinstance(await quay.post(key=bytes([number])), Sent)
    shore = Quay(quay.here, quay.here.workspace.channel("shore"))
    assert isinstance(await shore.post(), Sent)
    assert quay.here.naps == [1.0] * 3
    assert quay.here.slack.limiter.refused == 0


async def test_no_channel_is_read_to_settle_a_doubt(quay: Quay) -> None:
    """Nobody can know, and Slack is not even asked."""
    await quay.post()
    asked = len(quay.here.calls())
    posting = Posting(key=b"key", to=quay.place, card=SAID)
    assert await quay.here.chat.was_sent(posting) is Arrival.UNKNOWABLE
    assert len(quay.here.calls()) == asked


async def test_what_is_posted_is_not_linked_with_anything(quay: Quay) -> None:
    """Other apps read what is attached to a message, and nothing is. Its key says that it is the same one."""
    for _ in range(2):
        await quay.post(key=b"\x01")
    first, second = quay.here.calls(POST)
    assert "metadata" not in first.args
    assert first.args["client_msg_id"] == second.args["client_msg_id"]
    assert "thread_ts" not in first.args
