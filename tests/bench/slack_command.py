"""A command in Slack: from its envelope to its acknowledgement, beside the smallest app of slack_bolt.

Both are processes of their own, each before a loopback Slack of its own in this one, and are asked in turn,
one command at a time. Ours reads or writes its real store before it acknowledges.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial
from itertools import cycle
from pathlib import Path

from tests.bench.ground import STARTS_WITHIN, running
from tests.bench.harness import Figure
from tests.bench.people import NEVER
from tests.bench.slack_ground import FLOOR, Typist, reststop
from tests.bench.slack_people import crowd, enrol
from tests.bench.turns import N, compared
from tests.sim.slack import SlackSim
from tests.sim.slack.world import Team

TARGET = 1.3
AT_MOST = 1_000.0
"""Milliseconds within which every command is acknowledged."""
READS, WRITES = ("settings",), ("pause", "resume")
OPENS = "write"
"""What is answered with a call: a modal that opens."""


def figures() -> Iterator[Figure]:
    """Compare commands that read and commands that write; count what was asked of Slack before an answer."""
    yield from asyncio.run(_measured())


async def _measured() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        async with _ours(Path(folder)) as ours, _floor(Path(folder)) as floor:
            found = [
                *await _both("slack_command_read", READS, ours, floor),
                *await _both("slack_command_write", WRITES, ours, floor),
            ]
            return [*found, await _before_acks(ours)]


class Seat:
    """One person before one Slack."""

    def __init__(self, slack: SlackSim) -> None:
        """Sit down before `slack`."""
        self.slack = slack
        [self.user] = crowd([slack.workspace()], 1)[slack.workspace()]
        self.typist = Typist(slack)

    async def command(self, text: str) -> float:
        """Type a command; return the milliseconds until it was acknowledged."""
        return await self.typist.command(self._team, self.user, text) * 1e3

    async def opens(self, text: str) -> None:
        """Type a command that opens a modal, see it, and close it."""
        before = len(self.slack.journal.calls("views.open"))
        await self.command(text)
        await self.slack.until(lambda: len(self.slack.journal.calls("views.open")) > before)
        self.slack.core.views.close(self.user.member, whole=True)

    @property
    def _team(self) -> Team:
        return self.slack.workspace().team


@asynccontextmanager
async def _ours(home: Path) -> AsyncIterator[Seat]:
    """Give the product, with somebody who has chosen an hour."""
    async with SlackSim() as slack:
        await asyncio.to_thread(enrol, home / "data", crowd([slack.workspace()], 1), NEVER)
        tokens = {"SLACK_BOT_TOKEN": slack.workspace().bot_token, "SLACK_APP_TOKEN": slack.app_token}
        async with reststop(slack, home, "slack-socket", "engine", **tokens):
            await slack.until(lambda: bool(slack.sockets.connections), patience=STARTS_WITHIN)
            yield Seat(slack)


@asynccontextmanager
async def _floor(home: Path) -> AsyncIterator[Seat]:
    async with SlackSim() as slack:
        environ = {
            "FLOOR_SLACK_API_URL": slack.url,
            "FLOOR_BOT_TOKEN": slack.workspace().bot_token,
            "FLOOR_APP_TOKEN": slack.app_token,
        }
        async with running(home, FLOOR, "socket", **environ):
            await slack.until(lambda: bool(slack.sockets.connections), patience=STARTS_WITHIN)
            yield Seat(slack)


async def _both(bench: str, words: tuple[str, ...], ours: Seat, floor: Seat) -> list[Figure]:
    return await compared(
        bench,
        partial(_round, ours, words),
        partial(_round, floor, words),
        target=TARGET,
        at_most=AT_MOST,
        why=f"/reststop {' and '.join(words)} acknowledged, beside slack_bolt that echoes",
    )


async def _round(seat: Seat, words: tuple[str, ...]) -> list[float]:
    word = cycle(words)
    return [await seat.command(next(word)) for _ in range(N)]


async def _before_acks(seat: Seat) -> Figure:
    """Count calls before acknowledgements where each command is answered with a call."""
    for _ in range(N):
        await seat.opens(OPENS)
    count = seat.typist.calls_before_acks
    return Figure(
        bench="slack_calls_before_ack",
        n=N,
        rounds=1,
        unit="calls",
        figure=count,
        floor=0,
        ratio=count,
        spread=(count, count),
        target=0,
        ok=count == 0,
        why="what was asked of Slack between a command and its acknowledgement, in all rounds",
    )
