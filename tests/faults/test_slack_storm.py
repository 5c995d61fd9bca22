"""Slack on its worst days, with the real way out before it: everybody gets theirs once, and nobody twice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pytest

from adapters.slack.limits import ANSWERS_WITHIN
from adapters.slack.line.api import Api
from adapters.slack.sending.chat import SlackChat
from bot.domain.deliveries import DeliveryState
from bot.domain.people import Account
from bot.surface.outcome import Attach, noted
from tests.faults.town import Town
from tests.sim.slack import SlackSim, User
from tests.sim.slack.limiter import Limits
from tests.sim.slack.sim import SCOPES
from tests.unit.slack.line import SimTokens
from tests.unit.small_house import card_of, control, on
from tests.unit.world import FIRST_SLOT, world

POST = "chat.postMessage"
STORM = timedelta(minutes=10)


@dataclass(kw_only=True)
class SlackTown(Town[User]):
    """A small house whose people are all in a loopback Slack."""

    slack: SlackSim
    chat: SlackChat

    async def move_in(self, count: int, *workspaces: str) -> None:
        """Let so many people of each workspace settle in; all are asked at the same hour."""
        for name in workspaces:
            workspace = self.slack.workspace(name)
            for number in range(count):
                user = workspace.user(f"n{number}")
                self.people.append(user)
                await self.house.settle_in(Account(surface="slack", workspace=workspace.id, user=user.id))


@asynccontextmanager
async def town(
    scopes: Collection[str] = SCOPES, limits: Limits | None = None, answers_within: float = ANSWERS_WITHIN
) -> AsyncIterator[SlackTown]:
    """Open a town; nobody lives there yet."""
    with world() as house:
        async with SlackSim(clock=house.clock, scopes=scopes, limits=limits) as slack:

            async def nap(seconds: float) -> None:
                house.clock.move_to(house.clock.now() + timedelta(seconds=seconds))

            api = Api(SimTokens(slack=slack), base_url=slack.url, answers_within=answers_within)
            chat = SlackChat(api, house.clock, sleep=nap)
            house.open_to({"slack": chat})
            try:
                yield SlackTown(house=house, slack=slack, chat=chat)
            finally:
                await api.close()


async def test_a_storm_of_ten_minutes_ends_with_all_sent_once() -> None:
    """Slack asks to wait, again and again: it is asked seldom meanwhile, and all have theirs soon after."""
    async with town() as here:
        await here.move_in(20, "Harbour", "Quay")
        here.slack.faults.fail(POST, "ratelimited", times=1_000_000, retry_after=30)
        await here.house.until(FIRST_SLOT + STORM)
        assert here.received == {0: 40}
        storm = len(here.slack.journal.calls(POST))
        assert 2 <= storm <= 2 * (STORM / timedelta(seconds=30) + 1)
        here.slack.faults.clear()
        await here.house.until(FIRST_SLOT + STORM + timedelta(minutes=1))
        assert here.received == {1: 40}
        assert here.states == {DeliveryState.SENT: 40}
        assert len(here.slack.journal.calls(POST)) == storm + 40


async def test_a_morning_of_many_is_never_asked_to_wait() -> None:
    """A hundred people at nine, by the limits that Slack keeps: no refusal, and little time is lost."""
    async with town(limits=Limits(posts_per_minute=245)) as here:
        await here.move_in(100, "Harbour")
        here.slack.journal.clear()
        await here.house.until(FIRST_SLOT + timedelta(seconds=1.1 * (100 - 20) / 4))
        assert here.received == {1: 100}
        assert here.slack.limiter.refused == 0


@pytest.mark.parametrize("how", ["reset", "http_500"])
async def test_posts_that_were_taken_and_not_answered_are_found_again(how: str) -> None:
    """Some were taken, some were not, and nobody said which: one message each, in the end."""
    async with town() as here:
        await here.move_in(6, "Harbour")
        for accepted in (True, False, True, True, False):
            here.slack.faults.fail(POST, "reset" if how == "reset" else "http_500", accepted=accepted)
        await here.house.until(FIRST_SLOT + timedelta(minutes=10))
        assert here.received == {1: 6}
        assert here.states == {DeliveryState.SENT: 6}


async def test_without_leave_to_look_a_doubt_is_parked_and_never_sent_twice() -> None:
    """Whoever was in doubt may have theirs or not; everybody else does."""
    async with town(scopes=SCOPES - {"im:history"}) as here:
        await here.move_in(6, "Harbour")
        here.slack.faults.fail(POST, "reset", accepted=True)
        here.slack.faults.fail(POST, "reset", accepted=False)
        await here.house.until(on(5, 23))
        assert here.received == {1: 5, 0: 1}
        assert here.states == {DeliveryState.SENT: 4, DeliveryState.PARKED: 2}


@pytest.mark.parametrize("taken", [1, 2, 3, 7, 8])
async def test_an_end_right_after_a_post_costs_nothing(taken: int) -> None:
    """Killed between Slack's answer and the note of it: the next process looks, and sends nothing again."""
    async with town() as here:
        await here.move_in(4, "Harbour", "Quay")
        for _ in range(taken):
            await here.killed_by(FIRST_SLOT + timedelta(minutes=5))
        await here.house.until(FIRST_SLOT + timedelta(minutes=10))
        assert here.received == {1: 8}
        assert here.states == {DeliveryState.SENT: 8}
        assert len(here.slack.journal.calls(POST)) == 8


async def test_everything_at_once() -> None:
    """Waits, resets, faults, ends of the process, and doubts that cannot be asked about at first."""
    async with town() as here:
        await here.move_in(8, "Harbour", "Quay")
        faults = here.slack.faults
        for _ in range(2):
            faults.fail(POST, "ratelimited", retry_after=20)
            faults.fail(POST, "reset", accepted=True)
            faults.fail(POST, "http_500", accepted=False)
            faults.fail(POST, "error", error="internal_error", accepted=True)
        faults.fail("conversations.history", "ratelimited", times=2, retry_after=60)
        faults.fail("conversations.open", "http_500", times=3)
        faults.fail("dnd.teamInfo", "reset", times=2)
        await here.killed_by(FIRST_SLOT + timedelta(hours=1))
        await here.house.until(FIRST_SLOT + timedelta(hours=1))
        assert here.received == {1: 16}
        assert here.states == {DeliveryState.SENT: 16}


async def test_a_workspace_whose_token_ends_loses_nobody() -> None:
    """Nobody in it is given up: with a new installation within the window they get theirs."""
    async with town() as here:
        await here.move_in(3, "Harbour", "Quay")
        harbour = here.slack.workspace("Harbour")
        harbour.grant.ended_by = "token_revoked"
        await here.house.until(FIRST_SLOT + timedelta(minutes=30))
        assert here.received == {0: 3, 1: 3}
        assert DeliveryState.UNREACHABLE not in here.states
        harbour.install()
        await here.house.until(FIRST_SLOT + timedelta(minutes=40))
        assert here.received == {1: 6}


async def test_who_is_not_to_be_disturbed_holds_up_nobody() -> None:
    """One has an hour of quiet: the others get theirs at nine, and they when it is over."""
    async with town() as here:
        await here.move_in(5, "Harbour")
        quiet, *others = here.people
        quiet.member.dnd = (FIRST_SLOT, FIRST_SLOT + timedelta(hours=1))
        await here.house.until(FIRST_SLOT)
        assert [len(user.messages) for user in others] == [1] * 4
        assert quiet.messages == []
        await here.house.until(FIRST_SLOT + timedelta(hours=1))
        assert len(quiet.messages) == 1


async def test_files_are_taken_back_through_a_storm() -> None:
    """Both of an export: there while they are to be had, and gone as soon as Slack lets them be."""
    async with town(scopes=SCOPES | {"files:write"}) as here:
        await here.move_in(1, "Harbour")
        [user] = here.people
        who = Account(surface="slack", workspace=here.slack.workspace("Harbour").id, user=user.id)
        made = await here.house.press(
            control(card_of(await here.house.command("export", who)), "export.make"), who
        )
        for attached in (act for act in made.then if isinstance(act, Attach)):
            assert await _hand_over(here, who, attached)
        files = [file for message in user.messages for file in message.files]
        assert [bool(file.content) for file in files] == [True, True]
        for how in ("ratelimited", "reset", "http_500"):
            here.slack.faults.fail("files.delete", how)
        await here.house.until(here.house.clock.now() + timedelta(minutes=14))
        await here.house.until(here.house.clock.now() + timedelta(minutes=5))
        assert [file.content for file in files] == [None, None]


async def _hand_over(here: SlackTown, who: Account, attached: Attach) -> bool:
    """Hand a file over as the surface does: noted by the core first."""
    note = partial(noted, here.house.hear, who)
    return await here.chat.files.give(who, await here.chat.direct(who), attached, note)
