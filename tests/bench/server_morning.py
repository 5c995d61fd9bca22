"""Nine o'clock in two hundred Slack workspaces and in Discord, for two processes on one PostgreSQL.

Each process ticks and sends for Slack; one hears Slack as well, the other is connected to Discord. Both run
by the clock of this machine, before loopback platforms in this process that hold to their limits. Two hundred
letters a second are more than two processors carry together with the platforms and the server: so the ceiling
of a workspace, for that Slack and the product alike, is as many times lower as `_SLOWER` says, and there are
fewer people. All are due at one instant; what is measured is the time until the last letter, beside what the
limits allow. Meanwhile somebody types a command now and then on either platform.

`MORNING=99` is the number of people in each workspace: then there are twenty thousand letters, and the limits
allow for 26 minutes. By itself there are fewer. `MORNING_PLACES=10` is fewer workspaces, for a try.
"""

from __future__ import annotations

import asyncio
import os
import resource
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import psycopg

from adapters.discord.hearing.inbound import SURFACE as DISCORD
from adapters.slack.hearing.where import SURFACE as SLACK
from adapters.store.databases import ServerDatabases
from bot.domain.people import Account
from bot.domain.recurrence import daily, parse_at
from bot.services.doors.addresses import Address
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock
from tests.bench import discord_ground, slack_ground
from tests.bench.discord_morning import _is_taken as taken_by_discord
from tests.bench.ground import NotAnswered, free_port, listens, running
from tests.bench.harness import Figure
from tests.bench.morning import Came, Counting, refusals_of, time_of
from tests.bench.people import NEVER, settle_in
from tests.bench.server_house import house_on, make_databases, server_cpu, server_settings
from tests.bench.slack_morning import _is_taken as taken_by_slack
from tests.bench.slack_people import install
from tests.postgres.server import Server
from tests.postgres.server import running as server_running
from tests.sim.discord import DiscordSim
from tests.sim.discord import User as DiscordUser
from tests.sim.discord.limiter import Limits as DiscordLimits
from tests.sim.slack import SlackSim, Workspace
from tests.sim.slack import User as SlackUser
from tests.sim.slack.limiter import Limits as SlackLimits

_PLACES = 200
"""Workspaces of Slack."""
_PEOPLE = 25
"""In each of them."""
_AT_DISCORD = 250
_PER_MINUTE = 3
"""What whoever runs Reststop has set for a workspace; it takes a little more (`slack_morning`)."""
_OF_LIMIT = 0.97
_SLOWER = 60 * _OF_LIMIT / _PER_MINUTE
"""Than one letter a second."""
_AHEAD = timedelta(seconds=45)
"""More than a heartbeat: whoever ticks learns of it by that."""
_PATIENCE = 300.0
"""Seconds beyond twice what the limits allow, after which what did not come is counted."""
_TOLD_EVERY = 10.0
_TYPES_EVERY = 1.0
_ANSWERED_WITHIN = 1.0


def figures() -> Iterator[Figure]:
    """Time one morning; count refusals, doubles and losses, and how long answers took meanwhile."""
    people = int(os.environ.get("MORNING", _PEOPLE))
    places = int(os.environ.get("MORNING_PLACES", _PLACES))
    with server_running(fsync=True) as server, tempfile.TemporaryDirectory() as folder:
        yield from asyncio.run(_measured(server, Path(folder), places, people))


async def _measured(server: Server, home: Path, places: int, people: int) -> list[Figure]:
    slack_limits = SlackLimits(posts_per_minute=_PER_MINUTE / _OF_LIMIT)
    discord_limits = DiscordLimits()
    letters = places * people + _AT_DISCORD
    allowed = max(
        (people - slack_limits.posts_burst) / (slack_limits.posts_per_minute / 60),
        (_AT_DISCORD - discord_limits.everything.most) / discord_limits.everything.most,
    )
    databases = make_databases(server)
    async with (
        SlackSim(limits=slack_limits, events=("app_uninstalled",), lints=False) as slack,
        DiscordSim(limits=discord_limits, lints=False) as discord,
    ):
        crowd = {
            place: [place.user(f"person {number}") for number in range(people)]
            for place in (slack.workspace(f"Harbour {number}") for number in range(places))
        }
        users = [discord.user(f"person {number}") for number in range(_AT_DISCORD)]
        await _enrol(home, databases, crowd, discord, users)
        worked = resource.getrusage(resource.RUSAGE_CHILDREN)
        async with _processes(home, databases, slack, discord):
            due = datetime.now(UTC) + _AHEAD
            _set_due(databases, due)
            by_slack = Counting(slack.journal.entries, taken_by_slack)
            by_discord = Counting(discord.journal.entries, taken_by_discord)
            await asyncio.sleep(_AHEAD.total_seconds())
            served = server_cpu(server)
            answers = _Answers(slack, discord, crowd, users)
            async with asyncio.TaskGroup() as group:
                typing = group.create_task(answers.type_on())
                telling = group.create_task(_tell(lambda: by_slack.counted() + by_discord.counted(), letters))
                patience = 2 * allowed + _PATIENCE
                with suppress(TimeoutError):  # what did not come is counted below
                    await slack.until(lambda: by_slack.has_come(people * places), patience=patience)
                    await discord.until(lambda: by_discord.has_come(_AT_DISCORD), patience=patience)
                typing.cancel()
                telling.cancel()
            served = server_cpu(server) - served
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        wrong = abs(by_slack.letters - people * places) + abs(by_discord.letters - _AT_DISCORD)
        took = max(by_slack.took(due), by_discord.took(due))
        journals: list[Came] = [*slack.journal.entries, *discord.journal.entries]
        cpu = (ended.ru_utime + ended.ru_stime - worked.ru_utime - worked.ru_stime) / letters * 1e3
        why = (
            f"{places} workspaces with {people} each and {_AT_DISCORD} in Discord, two processes,"
            f" one letter in {_SLOWER:.1f} s to a workspace; Discord was done after"
            f" {by_discord.took(due):.1f} s"
        )
        return [
            time_of("server_morning", took, allowed, n=letters, why=why),
            _count("server_morning_wrong", letters, wrong),
            refusals_of("server_morning_refused", journals, letters),
            answers.figure(),
            _work("server_morning_cpu", cpu, served / letters * 1e3, letters),
        ]


async def _tell(came: Callable[[], int], letters: int) -> None:
    """Say how far it is, until cancelled."""
    while True:
        await asyncio.sleep(_TOLD_EVERY)
        print(f"server_morning: {came()} of {letters} letters", file=sys.stderr)


@asynccontextmanager
async def _processes(
    home: Path, databases: ServerDatabases, slack: SlackSim, discord: DiscordSim
) -> AsyncIterator[None]:
    """Run both, until the block ends."""
    port = free_port()
    shared = {
        "RESTSTOP_DATA": str(home / "data"),
        "RESTSTOP_OPERATOR_NAME": "a bench",
        "RESTSTOP_OPERATOR_CONTACT": "nobody",
        "RESTSTOP_DATABASE_URL": databases.main,
        "RESTSTOP_KEYS_DATABASE_URL": databases.keys,
        "RESTSTOP_SLACK_API_URL": slack.url,
        "RESTSTOP_SLACK_PER_MINUTE": str(_PER_MINUTE),
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_CLIENT_ID": slack.client_id,
        "SLACK_CLIENT_SECRET": slack.client_secret,
    }
    of_discord = {
        "RESTSTOP_DISCORD_API_URL": discord.api_url,
        "RESTSTOP_DISCORD_GATEWAY_URL": discord.gateway_url,
        "DISCORD_TOKEN": discord.token,
    }
    async with AsyncExitStack() as stack:
        for name, roles, more in (
            ("hears", "slack-http,engine", {"RESTSTOP_PORT": str(port)}),
            ("gateway", "discord,engine", of_discord),
        ):
            (home / name).mkdir()
            await stack.enter_async_context(
                running(home / name, "bot.app.cli", "run", "--roles", roles, **shared, **more)
            )
        await listens(port)
        slack.deliver_to(f"http://127.0.0.1:{port}/slack/events")
        yield


async def _enrol(
    home: Path,
    databases: ServerDatabases,
    crowd: dict[Workspace, list[SlackUser]],
    discord: DiscordSim,
    users: list[DiscordUser],
) -> None:
    clock = ManualClock(datetime.now(UTC))
    settings = server_settings(home / "data", databases)
    async with house_on(settings, clock, SteppingEngine(clock), {}) as house:
        for number, (place, members) in enumerate(crowd.items()):
            if number % 20 == 0:
                print(f"server_morning: {number} of {len(crowd)} workspaces are set up", file=sys.stderr)
            await install(house, clock, place)
            accounts = [Account(surface=SLACK, workspace=place.id, user=user.id) for user in members]
            await settle_in(house, [Address(account=account) for account in accounts], NEVER)
        doors = [
            Address(
                account=Account(surface=DISCORD, workspace=discord.application_id, user=user.id),
                conversation=discord.core.world.direct(user.id).id,
            )
            for user in users
        ]
        await settle_in(house, doors, NEVER)


def _set_due(databases: ServerDatabases, due: datetime) -> None:
    """Let everybody's check-in come at `due`; the tables are as a server knows them after a while."""
    slot = f"{due:%H:%M}"
    values = (round(due.timestamp() * 1e6), str(daily(parse_at(slot))), slot, due.date().toordinal())
    with closing(psycopg.connect(databases.main.replace("+psycopg", ""), autocommit=True)) as database:
        database.execute(
            "UPDATE agenda SET due_at = %s, rule = %s, slot = %s, slot_on = %s WHERE kind = 'checkin'", values
        )
        database.execute("VACUUM ANALYZE")


class _Answers:
    """Somebody who types a command now and then, and how long the answers took."""

    def __init__(
        self,
        slack: SlackSim,
        discord: DiscordSim,
        crowd: dict[Workspace, list[SlackUser]],
        users: list[DiscordUser],
    ) -> None:
        """Type into both."""
        self._slack, self._discord = slack_ground.Typist(slack), discord_ground.Typist(discord)
        self._places, self._users = list(crowd.items()), users
        self.seconds: list[float] = []
        self.missed = 0

    async def type_on(self) -> None:
        """Type until cancelled: in one platform, then in the other."""
        number = 0
        while True:
            place, members = self._places[number % len(self._places)]
            await self._typed(partial(self._slack.command, place.team, members[0], "settings"))
            user = self._users[number % len(self._users)]
            await self._typed(partial(self._discord.command, user, "settings"))
            number += 1
            await asyncio.sleep(_TYPES_EVERY)

    async def _typed(self, types: Callable[[], Awaitable[float]]) -> None:
        began = time.perf_counter()
        try:
            self.seconds.append(await types())
        except NotAnswered:
            self.missed += 1
            self.seconds.append(time.perf_counter() - began)

    def figure(self) -> Figure:
        """Judge the slowest."""
        slow = sorted(self.seconds)
        worst, p50 = slow[-1], slow[len(slow) // 2]
        return Figure(
            bench="server_morning_answers",
            n=len(slow),
            rounds=1,
            unit="s",
            figure=round(worst, 3),
            floor=round(p50, 3),
            ratio=round(worst / _ANSWERED_WITHIN, 3),
            spread=(round(slow[len(slow) // 10], 3), round(slow[len(slow) * 9 // 10], 3)),
            target=_ANSWERED_WITHIN,
            ok=worst < _ANSWERED_WITHIN and not self.missed,
            why=f"the slowest answer meanwhile, beside the middle one; {self.missed} did not come at all",
        )


def _count(bench: str, n: int, wrong: int) -> Figure:
    return Figure(
        bench=bench,
        n=n,
        rounds=1,
        unit="letters",
        figure=wrong,
        floor=0,
        ratio=wrong,
        spread=(wrong, wrong),
        target=0,
        ok=wrong == 0,
        why="letters too many or too few",
    )


def _work(bench: str, ours: float, served: float, n: int) -> Figure:
    return Figure(
        bench=bench,
        n=n,
        rounds=1,
        unit="ms",
        figure=round(ours, 3),
        floor=round(served, 3),
        ratio=round(ours / served, 3) if served else 0.0,
        spread=(0.0, 0.0),
        target=None,
        ok=None,
        why="work of a processor for a letter: in both processes with their starts, beside the server's",
    )
