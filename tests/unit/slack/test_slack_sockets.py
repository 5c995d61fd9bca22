"""Socket Mode keeps hearing: what breaks is mended, and what only seems to hear is exchanged in time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

import pytest

from adapters.slack.errors import AppTokenWrong
from adapters.slack.sockets import SocketsOfSlack, Watch
from bot.domain.people import Account
from bot.ports.vault import Secret
from bot.surface.inbound import DirectMessage
from bot.surface.outcome import Hear
from bot.testing.time import ManualClock
from tests.sim.slack import SlackSim
from tests.sim.slack.faults import How
from tests.unit.scripted_core import Listening
from tests.unit.slack.ears import surface_of
from tests.unit.small_house import MONDAY

QUICK = Watch(ping=0.02, look=0.01, deaf=1, idle=600, opened_within=5, finished_within=5)
STEADY = Watch(ping=30, look=0.01, deaf=20, idle=600, opened_within=5, finished_within=5)
"""With pings so rare that slack_sdk itself notices nothing while a test runs."""
CANARY = "canary in a coal mine"


@asynccontextmanager
async def sockets(
    slack: SlackSim, hear: Hear, *, clock: ManualClock | None = None, watch: Watch = QUICK
) -> AsyncIterator[SocketsOfSlack]:
    """Connect, and close in the end."""
    async with surface_of(slack, hear) as (surface, api):
        way = SocketsOfSlack(surface, api, Secret(slack.app_token), clock or ManualClock(MONDAY), watch=watch)
        await way.open()
        try:
            yield way
        finally:
            await way.close()


async def is_heard(slack: SlackSim, core: Listening, words: str) -> bool:
    """Let somebody say something; whether the core hears it, once."""
    await slack.workspace().user("ana").dm(words)
    said = [each.text for each in core.heard if isinstance(each, DirectMessage)]
    return said.count(words) == 1


def running() -> list[str]:
    """Return what of the way in still runs, slack_sdk's own tasks included."""
    codes = [getattr(task.get_coro(), "cr_code", None) for task in asyncio.all_tasks()]
    files = [code.co_filename for code in codes if code is not None]
    return [file for file in files if "slack_sdk" in file or "adapters" in file]


async def opened(slack: SlackSim, count: int) -> None:
    """Wait until so many connections were ever opened, and all that are left work."""
    await slack.until(lambda: slack.sockets.opened >= count and slack.sockets.hears)


@pytest.mark.parametrize("error", ["invalid_auth", "not_allowed_token_type", "missing_scope"])
async def test_a_wrong_app_token_is_told_at_once(error: str, caplog: pytest.LogCaptureFixture) -> None:
    """By a sentence, after one question to Slack; nothing runs on in the background."""
    caplog.set_level(logging.DEBUG)
    async with SlackSim() as slack, surface_of(slack, Listening()) as (surface, api):
        slack.faults.fail("apps.connections.open", "error", error=error)
        way = SocketsOfSlack(surface, api, Secret("xapp-sim-canary"), ManualClock(MONDAY), watch=QUICK)
        with pytest.raises(AppTokenWrong, match="connections:write"):
            await way.open()
        assert len(slack.journal.calls("apps.connections.open")) == 1
        assert running() == []
        await way.close()
    assert "canary" not in caplog.text


async def test_a_token_that_slack_does_not_know_is_a_wrong_one() -> None:
    """As the loopback Slack says it by itself."""
    async with SlackSim() as slack, surface_of(slack, Listening()) as (surface, api):
        way = SocketsOfSlack(surface, api, Secret("xapp-sim-2"), ManualClock(MONDAY), watch=QUICK)
        with pytest.raises(AppTokenWrong):
            await way.open()
        await way.close()


@pytest.mark.parametrize("how", ["http_500", "reset", "ratelimited"])
async def test_a_slack_that_is_away_at_the_start_is_waited_for(how: How) -> None:
    """A house that starts before its network is there comes up all the same."""
    core = Listening()
    async with SlackSim() as slack:
        slack.faults.fail("apps.connections.open", how, times=3)
        async with sockets(slack, core) as way:
            assert (await way.health())["connected"] is False
            await opened(slack, 1)
            assert await is_heard(slack, core, "good morning")
            assert (await way.health())["connected"] is True


async def test_it_hears_and_tells_how_it_is() -> None:
    """One connection; how long ago something came is told in whole seconds, and nothing else."""
    core, clock = Listening(), ManualClock(MONDAY)
    async with SlackSim() as slack, sockets(slack, core, clock=clock) as way:
        assert await way.health() == {
            "mode": "socket", "connected": True, "last_envelope_seconds": None, "exchanges": 0,
        }  # fmt: skip
        assert await is_heard(slack, core, "good morning")
        clock.move_to(clock.now() + timedelta(seconds=7.9))
        assert (await way.health())["last_envelope_seconds"] == 7
        [heard] = core.heard
        assert heard.account == Account(
            surface="slack", workspace=slack.workspace().id, user=slack.workspace().user("ana").id
        )
        assert len(slack.journal.calls("apps.connections.open")) == 1


@pytest.mark.parametrize("how", ["abort", "half open", "disconnect", "refused"])
async def test_a_connection_that_breaks_comes_back(how: str) -> None:
    """The network breaks it, or swallows it, or Slack asks for another one, or does not give it at first."""
    core = Listening()
    async with SlackSim() as slack, sockets(slack, core) as way:
        assert await is_heard(slack, core, "before")
        match how:
            case "abort":
                slack.sockets.abort()
            case "half open":
                slack.sockets.go_deaf()
            case "disconnect":
                await slack.sockets.disconnect()
            case _:
                slack.faults.fail("apps.connections.open", "error", times=2, error="internal_error")
                slack.sockets.abort()
        await opened(slack, 2)
        assert await is_heard(slack, core, "after")
        assert (await way.health())["connected"] is True


async def test_a_connection_that_does_not_come_back_is_given_up_for_a_new_one() -> None:
    """slack_sdk waits for its next ping; the watchdog, after its own while, does not."""
    core, clock = Listening(), ManualClock(MONDAY)
    async with SlackSim() as slack, sockets(slack, core, clock=clock, watch=STEADY) as way:
        slack.sockets.abort()
        await slack.until(lambda: not slack.sockets.connections)
        clock.move_to(clock.now() + timedelta(seconds=STEADY.deaf - 1))
        await _looks(3)
        assert slack.sockets.opened == 1
        clock.move_to(clock.now() + timedelta(seconds=2))
        await opened(slack, 2)
        assert await is_heard(slack, core, "after")
        assert (await way.health())["exchanges"] == 1


async def test_silence_is_exchanged_for_a_new_connection_without_a_gap() -> None:
    """The new one is there before the old one goes, and there are never more than two."""
    core, clock = Listening(), ManualClock(MONDAY)
    async with SlackSim() as slack, sockets(slack, core, clock=clock, watch=STEADY) as way:
        slack.sockets.most = 2
        counts: list[int] = []

        def is_alone(opened: int) -> bool:
            counts.append(len(slack.sockets.connections))
            return slack.sockets.opened == opened and counts[-1] == 1

        for opened_by_then in range(2, 5):
            clock.move_to(clock.now() + timedelta(seconds=STEADY.idle + 1))
            await slack.until(partial(is_alone, opened_by_then))
            assert await is_heard(slack, core, f"round {opened_by_then}")
        assert min(counts) >= 1
        assert (await way.health())["exchanges"] == 3


async def test_who_hears_often_is_left_alone() -> None:
    """Each envelope begins the silence anew."""
    core, clock = Listening(), ManualClock(MONDAY)
    async with SlackSim() as slack, sockets(slack, core, clock=clock, watch=STEADY) as way:
        for number in range(4):
            clock.move_to(clock.now() + timedelta(seconds=STEADY.idle - 1))
            await is_heard(slack, core, f"morning {number}")
            await _looks(2)
        assert slack.sockets.opened == 1
        assert (await way.health())["exchanges"] == 0


async def test_an_exchange_that_fails_leaves_what_there_is() -> None:
    """Slack gives no other connection now: the old one goes on hearing, and it is tried again."""
    core, clock = Listening(), ManualClock(MONDAY)
    async with SlackSim() as slack, sockets(slack, core, clock=clock, watch=STEADY):
        slack.faults.fail("apps.connections.open", "http_500", times=3)
        clock.move_to(clock.now() + timedelta(seconds=STEADY.idle + 1))
        await slack.until(lambda: len(slack.journal.calls("apps.connections.open")) >= 3)
        assert slack.sockets.opened == 1
        assert await is_heard(slack, core, "meanwhile")


async def test_an_app_token_that_ends_later_stops_no_watchdog() -> None:
    """It is a trouble as any other then, and a token that is good again connects again."""
    core, clock = Listening(), ManualClock(MONDAY)
    async with SlackSim() as slack, sockets(slack, core, clock=clock, watch=STEADY):
        slack.faults.fail("apps.connections.open", "error", times=2, error="invalid_auth")
        slack.sockets.abort()
        clock.move_to(clock.now() + timedelta(seconds=STEADY.deaf + 1))
        await opened(slack, 2)
        assert await is_heard(slack, core, "after")


async def test_what_runs_is_finished_before_it_closes() -> None:
    """Somebody's command is under way: it is acknowledged over the connection on which it came."""
    is_under_way, may_answer = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        is_under_way.set()
        await may_answer.wait()

    core = Listening(meanwhile=wait)
    async with SlackSim() as slack:
        slack.settles = False
        async with sockets(slack, core) as way:
            typed = asyncio.create_task(slack.workspace().user("ana").command("/reststop help"))
            await is_under_way.wait()
            closing = asyncio.create_task(way.close())
            for _ in range(100):
                await asyncio.sleep(0)
            assert not closing.done()
            may_answer.set()
            await closing
        assert (await typed).error == ""
        await slack.until(lambda: not slack.sockets.connections)


async def test_nothing_is_left_behind(caplog: pytest.LogCaptureFixture) -> None:
    """After breaks, exchanges and the end no task and no connection is there, and no frame was logged."""
    caplog.set_level(logging.DEBUG)
    core, clock = Listening(), ManualClock(MONDAY)
    async with SlackSim() as slack:
        async with sockets(slack, core, clock=clock):
            await is_heard(slack, core, CANARY)
            await slack.sockets.disconnect()
            await opened(slack, 2)
            clock.move_to(clock.now() + timedelta(seconds=QUICK.idle + 1))
            await opened(slack, 3)
            slack.sockets.go_deaf()
        await slack.until(lambda: not slack.sockets.connections)
        assert running() == []
    text = "\n".join(each.getMessage() for each in caplog.records)
    assert CANARY not in text
    assert "ticket" not in text
    assert slack.app_token not in text


async def _looks(times: int) -> None:
    """Let the watchdog look so many times."""
    for _ in range(times):
        waited = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(STEADY.look, waited.set_result, None)
        await waited


async def test_an_end_in_the_middle_of_an_exchange_leaves_nothing_behind() -> None:
    """Somebody's command is under way on the old connection: it is answered there, and both are closed."""
    is_under_way, may_answer = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        is_under_way.set()
        await may_answer.wait()

    core, clock = Listening(meanwhile=wait), ManualClock(MONDAY)
    async with SlackSim() as slack:
        slack.settles = False
        async with sockets(slack, core, clock=clock, watch=STEADY) as way:
            typed = asyncio.create_task(slack.workspace().user("ana").command("/reststop help"))
            await is_under_way.wait()
            clock.move_to(clock.now() + timedelta(seconds=STEADY.idle + 1))
            await slack.until(lambda: slack.sockets.opened == 2)
            await slack.until(lambda: way.exchanges == 1)
            closing = asyncio.create_task(way.close())
            await _looks(2)
            may_answer.set()
            await closing
        assert (await typed).error == ""
        await slack.until(lambda: not slack.sockets.connections)
        assert running() == []
