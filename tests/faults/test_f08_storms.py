"""F8: thousands of people due at nine, in ten minutes in which the platform asks to wait.

The real store and engine, ways out and libraries of the platforms stand before the loopbacks, and time that
is only waited for goes by at once (`tests/faults/hurried.py`).
"""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from adapters.discord.line.gateway import Watch
from adapters.engine.embedded import EmbeddedEngine
from adapters.store.store import SqlStore
from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.app.system import SystemChance
from bot.domain.people import Account
from bot.ports.chat import ChatPort
from bot.ports.store import Unit
from bot.services.doors.addresses import Address
from bot.testing.time import ManualClock
from tests.bench.morning import Counting
from tests.bench.people import house_in, settle_in
from tests.faults.hurried import HurriedLoop, goes_along, hurried
from tests.faults.report import Table
from tests.sim.discord import DiscordSim
from tests.sim.discord.faults import MESSAGES
from tests.sim.discord.limiter import Limits as DiscordLimits
from tests.sim.discord_surface import on_discord
from tests.sim.slack import SlackSim
from tests.sim.slack.journal import Entry
from tests.sim.slack.limiter import Limits
from tests.sim.slack_surface import TokensOf, on_slack
from tests.unit.world import FIRST_SLOT

T = TypeVar("T")

PEOPLE = int(os.environ.get("F8_PEOPLE", "2000"))
"""Of the five thousand that are asked for: those take three times as long."""
EACH = 100
"""In each workspace."""
WORKSPACES = PEOPLE // EACH
POST = "chat.postMessage"
STORM = timedelta(minutes=10)
RESTS = 30
TWICE = 2.0
A_SECOND = 1.0
MOST_INVALID = 100
TOO_MANY = 429
UNTIL = timedelta(hours=3)
ASKED = {"message": "You are being rate limited.", "retry_after": RESTS + 30, "global": True}
HEADERS = {"Retry-After": str(RESTS + 30), "X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}


@asynccontextmanager
async def _moved_in(
    data: Path, addresses: list[Address], loop: HurriedLoop, patch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[House, ManualClock, dict[str, ChatPort]]]:
    """Give a house on the real store, in which somebody lives at each address, one second before nine."""
    clock = ManualClock(FIRST_SLOT - timedelta(seconds=1))
    data.parent.mkdir()
    async with house_in(data, clock) as before:
        await settle_in(before, addresses, FIRST_SLOT)
    run = SqlStore.run

    async def counted(
        store: SqlStore, work: Callable[[Unit], T], *, writes: bool = True, within: float | None = None
    ) -> T:
        with loop.standing():
            return await run(store, work, writes=writes, within=within)

    patch.setattr(SqlStore, "run", counted)
    chats, chance = dict[str, ChatPort](), SystemChance()
    house = await open_house(
        story_settings(data), clock=clock, chance=lambda _: chance, engine=EmbeddedEngine(clock), chats=chats
    )
    try:
        yield house, clock, chats
    finally:
        await house.stop()


async def _sent(
    loop: HurriedLoop,
    house: House,
    clock: ManualClock,
    has_come: Callable[[], bool],
    type_on: Callable[[], Awaitable[object]],
) -> tuple[float, list[float]]:
    """Let all that is due be sent, while somebody types; return the seconds of it, and of each answer."""
    answered = list[float]()

    async def type_now_and_then() -> None:
        while True:
            began = loop.time()
            await type_on()
            answered.append(loop.time() - began)
            await asyncio.sleep(20)

    await house.start()
    typing = asyncio.create_task(type_now_and_then())
    while clock.now() < FIRST_SLOT + UNTIL and not has_come():
        assert not typing.done()
        await asyncio.sleep(0.25)
    typing.cancel()
    return (clock.now() - FIRST_SLOT).total_seconds(), answered


@pytest.mark.parametrize("storm", ["all refused for ten minutes", "a limit of ten a minute"])
def test_slack(storm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: Table) -> None:
    """Everybody has theirs in twice the time that the limits leave, and who types waits for nothing."""
    hurried(partial(_slack, storm=storm, data=tmp_path / "home" / "data", patch=monkeypatch, table=table))


async def _slack(
    loop: HurriedLoop, *, storm: str, data: Path, patch: pytest.MonkeyPatch, table: Table
) -> None:
    is_shut = storm.startswith("all")
    limits = Limits() if is_shut else Limits(posts_per_minute=10)
    ideal = (EACH - limits.posts_burst) / (limits.posts_per_minute / 60)
    clock = ManualClock(FIRST_SLOT)
    async with SlackSim(clock=clock, limits=limits, lints=False, events=("message.im",)) as slack:
        slack.settles = False
        places = [slack.workspace(f"Harbour {number}") for number in range(WORKSPACES)]
        addresses = [
            Address(account=Account(surface="slack", workspace=place.id, user=place.user(f"n{number}").id))
            for place in places
            for number in range(EACH)
        ]
        async with _moved_in(data, addresses, loop, patch) as (house, time, chats):
            clock.move_to(time.now())
            loop.hurry(goes_along(time, lambda: clock.move_to(time.now()), slack.core.timers.fire_due))
            async with on_slack(slack, house.hear, tokens=TokensOf(slack, *places), clock=time) as front:
                chats["slack"] = front.chat
                if is_shut:
                    slack.faults.fail(POST, "ratelimited", times=1_000_000, retry_after=RESTS)
                    loop.call_later(1 + STORM.total_seconds(), slack.faults.clear)
                    ideal += STORM.total_seconds()
                counting = Counting(
                    slack.journal.entries, lambda entry: entry.method == POST and _is_taken(entry)
                )
                ana = places[0].user("n0")
                took, answered = await _sent(
                    loop,
                    house,
                    time,
                    lambda: counting.has_come(PEOPLE),
                    lambda: ana.command("/reststop settings"),
                )
            calls = slack.journal.calls(POST)
    received = Counter(str(entry.args.get("channel")) for entry in calls if _is_taken(entry))
    refused = Counter(str(entry.workspace) for entry in calls if entry.status == TOO_MANY)
    invalid = max(refused.values(), default=0)
    _record(table, f"slack, {storm}", took, ideal, received, invalid, answered)


def _is_taken(entry: Entry) -> bool:
    return entry.status == 200 and entry.error is None


def test_discord(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: Table) -> None:
    """The one bot that all share is refused for ten minutes, by the limit that counts against it."""
    hurried(partial(_discord, data=tmp_path / "home" / "data", patch=monkeypatch, table=table))


async def _discord(loop: HurriedLoop, *, data: Path, patch: pytest.MonkeyPatch, table: Table) -> None:
    limits, clock = DiscordLimits(), ManualClock(FIRST_SLOT)
    every = limits.everything
    ideal = STORM.total_seconds() + (PEOPLE - every.most) / every.most * every.seconds
    async with DiscordSim(clock=clock, limits=limits) as sim:
        sim.settles = False
        users = [sim.user(f"n{number}") for number in range(PEOPLE)]
        addresses = [
            Address(
                account=Account(surface="discord", workspace=sim.application_id, user=user.id),
                conversation=sim.core.world.direct(user.id).id,
            )
            for user in users
        ]
        async with _moved_in(data, addresses, loop, patch) as (house, time, chats):
            clock.move_to(time.now())
            async with on_discord(sim, house.hear, clock=time, sleep=asyncio.sleep, watch=Watch()) as front:
                chats["discord"] = front.chat
                loop.hurry(goes_along(time, lambda: clock.move_to(time.now()), sim.core.timers.fire_due))
                sim.faults.answer(MESSAGES, 429, ASKED, headers=HEADERS, times=1_000_000)
                loop.call_later(1 + STORM.total_seconds(), sim.faults.clear)
                post = "POST /channels/{channel}/messages"
                counting = Counting(
                    sim.journal.entries, lambda entry: entry.route == post and entry.status == 200
                )
                ana = users[0]
                took, answered = await _sent(
                    loop,
                    house,
                    time,
                    lambda: counting.has_come(PEOPLE),
                    lambda: ana.command("settings"),
                )
            entries = list(sim.journal.entries)
    posts = [entry for entry in entries if entry.route == post]
    received = Counter(entry.params["channel"] for entry in posts if entry.status == 200)
    invalid = sum(entry.status in {401, 403, 429} for entry in entries)
    _record(table, "discord, all refused for ten minutes", took, ideal, received, invalid, answered)


def _record(  # noqa: PLR0917 - a row each
    table: Table,
    what: str,
    took: float,
    ideal: float,
    received: Counter[str],
    invalid: int,
    answered: list[float],
) -> None:
    people, most, slowest = len(received), max(received.values(), default=0), max(answered, default=0.0)
    times = took / ideal
    table.size("F8", f"{what}: people due at nine", PEOPLE, 5_000)
    table.record("F8", f"{what}: of {PEOPLE:,}, have theirs", people, PEOPLE, people >= PEOPLE)
    table.record("F8", f"{what}: messages of one, at most", most, 1, most == 1)
    table.record(
        "F8", f"{what}: sent in, times the {ideal:,.0f} s that are ideal", times, TWICE, times <= TWICE
    )
    table.record(
        "F8", f"{what}: invalid requests of one token", invalid, MOST_INVALID, invalid < MOST_INVALID
    )
    table.record(
        "F8", f"{what}: slowest of {len(answered)} answers, s", slowest, A_SECOND, slowest < A_SECOND
    )
    assert (people, most) == (PEOPLE, 1)
    assert times <= TWICE
    assert invalid < MOST_INVALID
    assert answered
    assert slowest < A_SECOND
