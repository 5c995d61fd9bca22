"""A course of five hundred is launched over one Slack workspace: beside what Slack's limits let leave.

The product runs in a process of its own, by the clock of this machine, before a loopback Slack in this one.
What is measured is the time from the launch, at which the first push is due, to its arrival at the last
learner; and meanwhile how long somebody else waits for an answer.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from tests.bench.course_people import enrol
from tests.bench.ground import free_port, listens
from tests.bench.harness import Figure
from tests.bench.morning import Counting, next_minute, refusals_of, time_of
from tests.bench.slack_ground import Typist, reststop
from tests.sim.slack import SlackSim, User
from tests.sim.slack.journal import Entry
from tests.sim.slack.limiter import Limits
from tests.sim.slack.world import Team

LEARNERS = 500
AT_MOST = 1_000.0
"""Milliseconds within which whoever types meanwhile is answered."""
_PATIENCE = 120.0
_OF_LIMIT = 0.97
"""As in slack_morning."""
_WORDS = ("settings", "journal last", "course")
_PAUSE = 0.5
"""Seconds between what is typed."""


def figures() -> Iterator[Figure]:
    """Time one launch, count what was refused, and ask meanwhile."""
    yield from asyncio.run(_measured())


async def _measured() -> list[Figure]:
    limits, port = Limits(), free_port()
    async with SlackSim(limits=limits, events=("app_uninstalled",), lints=False) as slack:
        with tempfile.TemporaryDirectory() as folder:
            home, due = Path(folder), next_minute()
            place = slack.workspace("Harbour")
            people = [place.user(f"person {number}") for number in range(LEARNERS)]
            await asyncio.to_thread(enrol, home / "data", place, people, due)
            environ = {
                "RESTSTOP_PORT": str(port),
                "RESTSTOP_SLACK_PER_MINUTE": str(int(limits.posts_per_minute * _OF_LIMIT)),
                "SLACK_SIGNING_SECRET": slack.signing_secret,
                "SLACK_CLIENT_ID": slack.client_id,
                "SLACK_CLIENT_SECRET": slack.client_secret,
            }
            async with reststop(slack, home, "slack-http", "engine", **environ):
                await listens(port)
                slack.deliver_to(f"http://127.0.0.1:{port}/slack/events")
                counting = Counting(slack.journal.entries, _is_taken)
                left = (due - datetime.now(UTC)).total_seconds()
                waited = list[float]()
                asking = asyncio.create_task(_ask(slack, place.team, people, due, waited))
                await slack.until(lambda: counting.has_come(LEARNERS), patience=left + _PATIENCE)
                asking.cancel()
                with suppress(asyncio.CancelledError):
                    await asking
    refusals = refusals_of("course_launch_refused", slack.journal.entries, LEARNERS)
    return [_time(counting.took(due), limits), refusals, _answers(waited)]


async def _ask(slack: SlackSim, team: Team, people: list[User], due: datetime, waited: list[float]) -> None:
    """Let one after the other type something from the launch on; note how long each waits."""
    typist, words = Typist(slack), cycle(_WORDS)
    await asyncio.sleep(max(0.0, (due - datetime.now(UTC)).total_seconds()))
    for user in cycle(people):
        waited.append(await typist.command(team, user, next(words)) * 1e3)
        await asyncio.sleep(_PAUSE)


def _is_taken(entry: Entry) -> bool:
    return entry.method == "chat.postMessage" and entry.error is None


def _time(took: float, limits: Limits) -> Figure:
    floor = (LEARNERS - limits.posts_burst) / (limits.posts_per_minute / 60)
    why = "a course launched over one workspace, beside what the limits of Slack allow"
    return time_of("course_launch", took, floor, n=LEARNERS, why=why)


def _answers(waited: list[float]) -> Figure:
    """Tell the longest wait."""
    slowest = max(waited)
    return Figure(
        bench="course_launch_answers",
        n=len(waited),
        rounds=1,
        unit="ms",
        figure=round(slowest, 1),
        floor=AT_MOST,
        ratio=round(slowest / AT_MOST, 3),
        spread=(round(min(waited), 1), round(slowest, 1)),
        target=1.0,
        ok=slowest <= AT_MOST,
        why="the longest wait for an answer to a command while a course is launched",
    )
