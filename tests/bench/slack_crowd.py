"""Many workspaces at once over signed HTTP: commands a second, beside slack_bolt's own way for many.

Both are processes of their own, each before a loopback Slack of its own in this one. So many commands are on
their way at any time, from people of ten workspaces in turn. The other side looks up each installation in
SQLite and asks Slack whose the token is, at each request: so does slack_bolt unless it is told otherwise.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import count, cycle
from pathlib import Path

from tests.bench.ground import free_port, listens, running
from tests.bench.harness import Figure, paired
from tests.bench.people import NEVER
from tests.bench.slack_ground import FLOOR, Typist, reststop
from tests.bench.slack_people import People, crowd, enrol
from tests.sim.slack import SlackSim

TARGET = 0.5
"""Of the time that the other side takes: twice as many commands a second."""
_WORKSPACES = 10
_PEOPLE = 10
"""In each workspace."""
_AT_ONCE = 64
_N = 1_000
_ROUNDS = 7
_WORD = "settings"


def figures() -> Iterator[Figure]:
    """Compare a command that reads the store with one that is echoed."""
    yield asyncio.run(_measured())


async def _measured() -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        async with _ours(Path(folder)) as ours, _floor(Path(folder)) as floor:
            pairs = [(await _round(*ours), await _round(*floor)) for _ in range(_ROUNDS + 1)][1:]
    return paired(
        "slack_crowd",
        pairs,
        n=_N,
        unit="us",
        target=TARGET,
        why=f"{_AT_ONCE} commands in flight over {_WORKSPACES} workspaces, beside slack_bolt with its store",
    )


@asynccontextmanager
async def _ours(home: Path) -> AsyncIterator[tuple[SlackSim, People]]:
    port = free_port()
    async with SlackSim() as slack:
        people = _people(slack)
        await asyncio.to_thread(enrol, home / "data", people, NEVER)
        environ = {
            "RESTSTOP_PORT": str(port),
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_CLIENT_ID": slack.client_id,
            "SLACK_CLIENT_SECRET": slack.client_secret,
        }
        async with reststop(slack, home, "slack-http", "engine", **environ):
            await listens(port)
            slack.deliver_to(f"http://127.0.0.1:{port}/slack/events")
            yield slack, people


@asynccontextmanager
async def _floor(home: Path) -> AsyncIterator[tuple[SlackSim, People]]:
    port = free_port()
    async with SlackSim() as slack:
        people = _people(slack)
        environ = {
            "FLOOR_SLACK_API_URL": slack.url,
            "FLOOR_SIGNING_SECRET": slack.signing_secret,
            "FLOOR_PORT": str(port),
            "FLOOR_DATABASE": str(home / "installations.db"),
            "FLOOR_TOKENS": ",".join(f"{place.id}={place.bot_token}" for place in people),
        }
        async with running(home, FLOOR, "web", **environ):
            await listens(port)
            slack.deliver_to(f"http://127.0.0.1:{port}/slack/events")
            yield slack, people


def _people(slack: SlackSim) -> People:
    return crowd([slack.workspace(f"Harbour {number}") for number in range(_WORKSPACES)], _PEOPLE)


async def _round(slack: SlackSim, people: People) -> float:
    """Let so many commands be answered; return the microseconds of each, as they go by side by side."""
    typist, numbers = Typist(slack), count()
    turns = cycle(
        [(place.team, users[number]) for number in range(_PEOPLE) for place, users in people.items()]
    )

    async def type_on() -> None:
        while next(numbers) < _N:
            team, user = next(turns)
            await typist.command(team, user, _WORD)

    began = time.perf_counter()
    await asyncio.gather(*(type_on() for _ in range(_AT_ONCE)))
    return (time.perf_counter() - began) / _N * 1e6
