"""The way out to Slack: one message, at its pace, and a receipt for whatever Slack answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.slack.errors import SHUT
from adapters.slack.limits import FULL_WORKSPACE_RESTS, LINE_RESTS, RESTS_SHUT, RESTS_WITHOUT_WORD
from adapters.slack.line.api import Api
from adapters.slack.sending.chat import SLACK, SlackChat
from bot.domain.people import Account
from bot.errors import BeyondReach
from bot.ports.chat import Arrival, Later, MaybeSent, Receipt, Sent, Unreachable
from bot.surface.card import Card, Reach, own_words
from tests.contract.surface_samples import HERE
from tests.sim.slack.faults import How
from tests.sim.slack.limiter import Limits
from tests.sim.slack.sim import SCOPES
from tests.unit.slack.line import MONDAY, line, texts

POST = "chat.postMessage"
HOUR = timedelta(hours=1)


async def test_a_letter_stands_in_its_persons_own_conversation_and_nowhere_else() -> None:
    """Text and controls are there; its key is known to Slack, and nothing else of it."""
    async with line() as here:
        ana, ben = here.workspace.user("ana"), here.workspace.user("ben")
        assert await here.chat.send(here.letter(ana, b"\x01\x02")) == Sent()
        assert (texts(ana), texts(ben)) == ([HERE], [])
        assert "Help now" in ana.screen_text()
        [posted] = here.calls(POST)
        assert posted.args["metadata"] == {"event_type": "reststop_delivery", "event_payload": {"id": "0102"}}


async def test_a_message_opens_no_links_and_names_nobody() -> None:
    """Whatever stands in a text stays a text."""
    async with line() as here:
        await here.chat.send(here.letter(here.workspace.user("ana")))
        [posted] = here.calls(POST)
        said = {name: posted.args[name] for name in ("unfurl_links", "unfurl_media", "link_names", "mrkdwn")}
        assert set(said.values()) == {False}
        assert posted.args["parse"] == "none"


async def test_a_conversation_is_opened_once() -> None:
    """It is remembered: the second letter is one call."""
    async with line() as here:
        ana = here.workspace.user("ana")
        for number in range(3):
            here.later(60)
            assert await here.chat.send(here.letter(ana, bytes([number]))) == Sent()
        assert len(here.calls("conversations.open")) == 1
        assert len({entry.args["channel"] for entry in here.calls(POST)}) == 1
        assert len(texts(ana)) == 3


async def test_many_first_letters_wait_for_no_conversation_to_be_opened() -> None:
    """Slack opens some dozens a minute; to whom none was opened in time, their own id is the address."""
    async with line(limits=Limits()) as here:
        people = [here.workspace.user(f"n{number}") for number in range(40)]
        receipts = [await here.chat.send(here.letter(each)) for each in people]
        assert receipts == [Sent()] * 40
        assert [texts(each) for each in people] == [[HERE]] * 40
        assert here.slack.limiter.refused == 0
        assert 0 < len(here.calls("conversations.open")) < 20


@pytest.mark.parametrize("how", ["ratelimited", "reset", "http_500"])
async def test_a_conversation_that_does_not_open_keeps_no_letter_back(how: How) -> None:
    """The person's own id is as good an address."""
    async with line() as here:
        ana = here.workspace.user("ana")
        here.slack.faults.fail("conversations.open", how)
        assert await here.chat.send(here.letter(ana)) == Sent()
        here.later(60)
        assert await here.chat.send(here.letter(ana)) == Sent()
        assert texts(ana) == [HERE, HERE]
        assert len(here.calls("conversations.open")) == 1


async def test_a_sealed_card_is_no_letter() -> None:
    """What a message would keep is refused before Slack hears of it."""
    async with line() as here:
        letter = here.letter(here.workspace.user("ana"))
        sealed = Card(text_id="page", blocks=(own_words("a canary"),), summary="A page", reach=Reach.SEALED)
        with pytest.raises(BeyondReach):
            await here.chat.send(replace(letter, card=sealed))
        assert here.calls() == []


@pytest.mark.parametrize(
    ("how", "accepted", "receipt"),
    [
        ("ratelimited", False, Later(wait=timedelta(seconds=7))),
        ("http_500", False, MaybeSent()),
        ("http_500", True, MaybeSent()),
        ("reset", False, MaybeSent()),
        ("reset", True, MaybeSent()),
        ("timeout", True, MaybeSent()),
    ],
)
async def test_what_becomes_of_a_post_on_a_bad_day(how: How, receipt: Receipt, *, accepted: bool) -> None:
    """Slack is asked once, whatever it does: nothing is sent again without looking."""
    async with line(answers_within=0.2 if how == "timeout" else 5.0) as here:
        ana = here.workspace.user("ana")
        here.slack.faults.fail(POST, how, accepted=accepted, retry_after=7)
        assert await here.chat.send(here.letter(ana)) == receipt
        assert len(here.calls(POST)) == 1
        assert len(texts(ana)) == accepted


async def test_a_slack_that_is_not_there_was_asked_nothing() -> None:
    """Refused before a byte went out: the letter simply waits, and no doubt is left."""
    async with line() as here:
        letter, gone = here.letter(here.workspace.user("ana")), here.slack.url
        tokens, clock = here.tokens, here.clock
        await tokens.token(letter.to.workspace)
    api = Api(tokens, base_url=gone)
    assert await SlackChat(api, clock).send(letter) == Later(wait=LINE_RESTS)
    await api.close()


@pytest.mark.parametrize(
    ("word", "receipt"),
    [
        *((word, Unreachable()) for word in ("user_disabled", "cannot_dm_bot", "user_not_found")),
        *((word, Unreachable()) for word in ("channel_not_found", "is_archived", "not_in_channel")),
        *((word, Later(wait=RESTS_SHUT)) for word in sorted(SHUT)),
        *((word, Later(wait=RESTS_SHUT)) for word in ("missing_scope", "invalid_auth", "account_inactive")),
        ("message_limit_exceeded", Later(wait=FULL_WORKSPACE_RESTS)),
        ("ratelimited", Later(wait=RESTS_WITHOUT_WORD)),
        *((word, MaybeSent()) for word in ("internal_error", "fatal_error", "duplicate_message_not_found")),
        ("invalid_blocks", Unreachable()),
    ],
)
async def test_what_slack_says_is_true_of_a_person_or_of_a_workspace(word: str, receipt: Receipt) -> None:
    """One who cannot be written to is passed over; what is true of all lets all of them wait."""
    async with line() as here:
        here.slack.faults.fail(POST, "error", error=word)
        assert await here.chat.send(here.letter(here.workspace.user("ana"))) == receipt


async def test_one_who_was_deactivated_is_unreachable() -> None:
    """Slack says so where the conversation is opened."""
    async with line() as here:
        ana = here.workspace.user("ana")
        ana.member.is_deleted = True
        assert await here.chat.send(here.letter(ana)) == Unreachable()
        assert here.calls(POST) == []


@pytest.mark.parametrize("ended_by", ["token_revoked", "account_inactive"])
async def test_a_dead_token_silences_the_workspace_and_nobody_in_it(ended_by: str) -> None:
    """It is given from memory no more, all wait, and a new one is used as soon as the rest is over."""
    async with line() as here:
        ana, ben = here.workspace.user("ana"), here.workspace.user("ben")
        assert await here.chat.send(here.letter(ana)) == Sent()
        here.workspace.grant.ended_by = ended_by
        here.later(60)
        assert await here.chat.send(here.letter(ana)) == Later(wait=RESTS_SHUT)
        assert here.tokens.evicted == [here.workspace.id]
        asked = len(here.calls())
        assert await here.chat.send(here.letter(ben)) == Later(wait=RESTS_SHUT)
        assert len(here.calls()) == asked
        here.workspace.install()
        here.later(RESTS_SHUT.total_seconds())
        assert await here.chat.send(here.letter(ben)) == Sent()


async def test_a_workspace_without_a_token_waits() -> None:
    """Nothing is asked of Slack, and nobody is given up."""
    async with line() as here:
        nowhere = replace(here.letter(here.workspace.user("ana")).to, workspace="T-none")
        letter = replace(here.letter(here.workspace.user("ana")), to=nowhere)
        assert await here.chat.send(letter) == Later(wait=RESTS_SHUT)
        assert here.calls() == []


async def test_a_database_that_is_away_for_a_moment_costs_no_more_than_one() -> None:
    """The token could not be looked up: nothing was asked, and it is tried again soon."""
    async with line() as here:
        ana = here.workspace.user("ana")
        here.tokens.is_away = True
        assert await here.chat.send(here.letter(ana)) == Later(wait=LINE_RESTS)
        here.tokens.is_away = False
        here.later(LINE_RESTS.total_seconds())
        assert await here.chat.send(here.letter(ana)) == Sent()


async def test_two_workspaces_share_neither_tokens_nor_rests() -> None:
    """Each is written to in its own name, and one that was asked to wait leaves the other alone."""
    async with line() as here:
        other = here.slack.workspace("Quay")
        dora = other.user("dora")
        there = replace(here.letter(dora), to=Account(surface="slack", workspace=other.id, user=dora.id))
        here.slack.faults.fail(POST, "ratelimited")
        assert isinstance(await here.chat.send(here.letter(here.workspace.user("ana"))), Later)
        assert await here.chat.send(there) == Sent()
        assert {entry.workspace for entry in here.calls(POST)} == {here.workspace.id, other.id}


async def test_a_rest_that_slack_asked_for_is_kept_without_asking_again() -> None:
    """Until it is over nothing is sent; what is left of it is said."""
    async with line() as here:
        ana = here.workspace.user("ana")
        here.slack.faults.fail(POST, "ratelimited", retry_after=60)
        assert await here.chat.send(here.letter(ana)) == Later(wait=timedelta(seconds=60))
        here.later(40)
        assert await here.chat.send(here.letter(ana)) == Later(wait=timedelta(seconds=20))
        assert len(here.calls(POST)) == 1
        here.later(20)
        assert await here.chat.send(here.letter(ana)) == Sent()


async def test_letters_keep_below_slacks_limits() -> None:
    """Two hundred in one workspace: Slack never has to ask for a wait, and little time is lost."""
    async with line(limits=Limits(posts_per_minute=245, posts_burst=20)) as here:
        for number in range(200):
            user = here.workspace.user(f"n{number}")
            assert await here.chat.send(here.letter(user)) == Sent()
        assert [entry.error for entry in here.calls(POST) if entry.error] == []
        ideal = timedelta(seconds=(200 - 20) / 4)
        assert ideal <= here.clock.now() - MONDAY <= 1.05 * ideal


async def test_a_letter_in_doubt_is_found_by_its_key() -> None:
    """Whether Slack took it or not, also by a process that knows nothing of the try."""
    async with line() as here:
        ana = here.workspace.user("ana")
        here.slack.faults.fail(POST, "reset", accepted=True)
        here.slack.faults.fail(POST, "reset", accepted=False)
        came, lost = here.letter(ana, b"came"), here.letter(ana, b"lost")
        assert [await here.chat.send(came), await here.chat.send(lost)] == [MaybeSent(), MaybeSent()]
        another = SlackChat(here.api, here.clock)
        for chat in (here.chat, another):
            assert await chat.was_sent(came) is Arrival.ARRIVED
            assert await chat.was_sent(lost) is Arrival.NOT_ARRIVED


async def test_without_the_scope_nobody_can_know() -> None:
    """`im:history` may be missing."""
    async with line(scopes=SCOPES - {"im:history"}) as here:
        ana = here.workspace.user("ana")
        assert await here.chat.send(here.letter(ana)) == Sent()
        assert await here.chat.was_sent(here.letter(ana)) is Arrival.UNKNOWABLE


@pytest.mark.parametrize("how", ["ratelimited", "reset", "http_500"])
async def test_a_bad_moment_is_no_answer(how: How) -> None:
    """It is asked again; and where Slack asked to wait, not before that."""
    async with line() as here:
        ana = here.workspace.user("ana")
        await here.chat.send(here.letter(ana))
        times = 2 if how == "reset" else 1  # aiohttp asks once more by itself, where nothing is done by it
        here.slack.faults.fail("conversations.history", how, times=times, retry_after=60)
        assert await here.chat.was_sent(here.letter(ana)) is Arrival.NOT_NOW
        if how == "ratelimited":
            here.later(59)
            assert await here.chat.was_sent(here.letter(ana)) is Arrival.NOT_NOW
            assert len(here.calls("conversations.history")) == 1
            here.later(1)
        assert await here.chat.was_sent(here.letter(ana)) is Arrival.ARRIVED


async def test_a_conversation_too_full_to_look_back_is_no_proof() -> None:
    """Fifteen newer messages hide it: it cannot be known, and is never taken for lost."""
    async with line() as here:
        ana = here.workspace.user("ana")
        await here.chat.send(here.letter(ana, b"first"))
        for number in range(15):
            here.later(60)
            await here.chat.send(here.letter(ana, bytes([number])))
        assert await here.chat.was_sent(here.letter(ana, b"first")) is Arrival.UNKNOWABLE
        here.later(3 * 3600)
        assert await here.chat.was_sent(here.letter(ana, b"never")) is Arrival.NOT_ARRIVED


async def test_no_token_and_no_words_in_what_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong is told by its kind."""
    caplog.set_level("DEBUG", logger="adapters")
    async with line() as here:
        for word in ("invalid_blocks", "message_limit_exceeded", "token_revoked", "missing_scope"):
            here.slack.faults.fail(POST, "error", error=word)
            await here.chat.send(here.letter(here.workspace.user("ana")))
            here.later(7200)
        secrets = (here.workspace.bot_token, HERE, here.workspace.user("ana").id)
    assert caplog.records
    assert [secret for secret in secrets if secret in caplog.text] == []


def test_what_slack_is_to_the_core() -> None:
    """A platform stands between, and nobody has to be there for a letter to arrive."""
    assert (SLACK.surface, SLACK.waits, SLACK.hosted) == ("slack", False, True)


@pytest.mark.parametrize(
    ("url", "is_slacks"),
    [
        ("https://hooks.slack.com/commands/T1/2/3", True),
        ("http://hooks.slack.com/commands/T1/2/3", False),
        ("https://hooks.slack.com.example.org/commands", False),
        ("https://example.org/hooks.slack.com", False),
        ("http://127.0.0.1:9/", False),
        ("", False),
    ],
)
async def test_nothing_but_slack_is_answered(url: str, *, is_slacks: bool) -> None:
    """Whoever could sign requests could name any address; what Slack stands in for here is called as well."""
    async with line() as here:
        assert here.api.is_slacks(url) is is_slacks
        assert here.api.is_slacks(f"{here.slack.url}hooks/1")
