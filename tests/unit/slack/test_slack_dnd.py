"""Quiet hours that somebody set in Slack: no letter comes in them; what cannot be read is no wish."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ports.chat import HeldBack, Sent
from tests.sim.slack.faults import How
from tests.sim.slack.sim import SCOPES
from tests.unit.slack.line import MONDAY, line

HOUR = timedelta(hours=1)


async def test_one_who_is_not_to_be_disturbed_is_not() -> None:
    """Slack is asked about all at once; who has quiet hears nothing before its end, the others do."""
    async with line() as here:
        people = [here.workspace.user(f"n{number}") for number in range(60)]
        people[3].member.dnd = (MONDAY - HOUR, MONDAY + HOUR)
        people[4].member.dnd = (MONDAY + HOUR, MONDAY + 2 * HOUR)
        await here.chat.foresee([here.account(each) for each in people])
        assert await here.chat.send(here.letter(people[3])) == HeldBack(until=MONDAY + HOUR)
        assert await here.chat.send(here.letter(people[4])) == Sent()
        assert await here.chat.send(here.letter(people[59])) == Sent()
        assert len(here.calls("dnd.teamInfo")) == 2
        await here.chat.foresee([here.account(each) for each in people])
        assert len(here.calls("dnd.teamInfo", "dnd.info")) == 2


async def test_one_alone_is_asked_about_too() -> None:
    """Where nobody else is due; and once the quiet is over, it is."""
    async with line() as here:
        ana = here.workspace.user("ana")
        ana.member.dnd = (MONDAY - HOUR, MONDAY + HOUR)
        await here.chat.foresee([here.account(ana)])
        assert await here.chat.send(here.letter(ana)) == HeldBack(until=MONDAY + HOUR)
        here.clock.move_to(MONDAY + HOUR)
        assert await here.chat.send(here.letter(ana)) == Sent()


async def test_what_somebody_waits_for_comes_through() -> None:
    """They began it themselves a few minutes ago."""
    async with line() as here:
        ana = here.workspace.user("ana")
        ana.member.dnd = (MONDAY - HOUR, MONDAY + HOUR)
        await here.chat.foresee([here.account(ana)])
        assert await here.chat.send(here.letter(ana, awaited=True)) == Sent()


async def test_slack_says_when_a_wish_changes() -> None:
    """Its event counts from then on, in both directions."""
    async with line() as here:
        ana = here.workspace.user("ana")
        account, until = here.account(ana), MONDAY + HOUR
        await here.chat.foresee([account])
        span = {"next_dnd_start_ts": MONDAY.timestamp(), "next_dnd_end_ts": until.timestamp()}
        here.chat.dnd.changed(account, {"dnd_enabled": True, **span})
        assert await here.chat.send(here.letter(ana)) == HeldBack(until=until)
        here.chat.dnd.changed(account, {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1})
        assert await here.chat.send(here.letter(ana)) == Sent()


@pytest.mark.parametrize("status", [{}, {"dnd_enabled": True}, {"dnd_enabled": True, "next_dnd_end_ts": "x"}])
async def test_a_wish_that_nobody_can_read_is_none(status: dict[str, object]) -> None:
    """Slack itself keeps quiet where quiet is wished."""
    async with line() as here:
        ana = here.workspace.user("ana")
        here.chat.dnd.changed(here.account(ana), status)
        assert await here.chat.send(here.letter(ana)) == Sent()


@pytest.mark.parametrize("how", ["ratelimited", "reset", "http_500", "error"])
async def test_where_slack_cannot_be_asked_it_is_sent(how: How) -> None:
    """And Slack is not asked again for each letter."""
    async with line() as here:
        people = [here.workspace.user(f"n{number}") for number in range(3)]
        here.slack.faults.fail("dnd.teamInfo", how, times=10)
        await here.chat.foresee([here.account(each) for each in people])
        await here.chat.foresee([here.account(each) for each in people])
        assert [await here.chat.send(here.letter(each)) for each in people] == [Sent()] * 3
        tried = (
            2 if how == "reset" else 1
        )  # aiohttp asks once more by itself, where nothing can be done twice
        assert len(here.calls("dnd.teamInfo")) == tried


async def test_without_the_scope_it_is_sent() -> None:
    """`dnd:read` may be missing."""
    async with line(scopes=SCOPES - {"dnd:read"}) as here:
        ana = here.workspace.user("ana")
        ana.member.dnd = (MONDAY - HOUR, MONDAY + HOUR)
        await here.chat.foresee([here.account(ana)])
        assert await here.chat.send(here.letter(ana)) == Sent()
