"""Nine o'clock in fifty workspaces: five thousand check-ins, beside what Slack's limits let leave.

The product runs in a process of its own, by the clock of this machine, before a loopback Slack in this one.
What is measured is the time from the instant at which all are due to the arrival of the last. What Slack
would refuse is not looked for here, and the app hears no events of its own messages: that is this Slack's
own work.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.harness import Figure
from tests.bench.morning import Counting, next_minute, refusals_of, time_of
from tests.bench.slack_ground import reststop
from tests.bench.slack_people import crowd, enrol
from tests.sim.slack import SlackSim
from tests.sim.slack.journal import Entry
from tests.sim.slack.limiter import Limits

_WORKSPACES = 50
_PEOPLE = 100
"""In each workspace."""
_PATIENCE = 120.0
_OF_LIMIT = 0.97
"""Of what a workspace takes in a minute, how much whoever runs Reststop has set: what is on its way is never
as evenly spaced as it left."""
POST = "chat.postMessage"


def figures() -> Iterator[Figure]:
    """Time one morning, and count what was refused."""
    yield from asyncio.run(_measured())


async def _measured() -> list[Figure]:
    limits, people = Limits(), _WORKSPACES * _PEOPLE
    async with SlackSim(limits=limits, events=("app_uninstalled",), lints=False) as slack:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            due = next_minute()
            workspaces = [slack.workspace(f"Harbour {number}") for number in range(_WORKSPACES)]
            await asyncio.to_thread(enrol, home / "data", crowd(workspaces, _PEOPLE), due)
            environ = {
                "RESTSTOP_PORT": "0",
                "RESTSTOP_SLACK_PER_MINUTE": str(int(limits.posts_per_minute * _OF_LIMIT)),
                "SLACK_SIGNING_SECRET": slack.signing_secret,
                "SLACK_CLIENT_ID": slack.client_id,
                "SLACK_CLIENT_SECRET": slack.client_secret,
            }
            async with reststop(slack, home, "slack-http", "engine", **environ):
                counting = Counting(slack.journal.entries, _is_taken)
                left = (due - datetime.now(UTC)).total_seconds()
                await slack.until(lambda: counting.has_come(people), patience=left + _PATIENCE)
    refusals = refusals_of("slack_morning_refused", slack.journal.entries, people)
    return [_time(counting.took(due), limits), refusals]


def _is_taken(entry: Entry) -> bool:
    return entry.method == POST and entry.error is None


def _time(took: float, limits: Limits) -> Figure:
    floor = (_PEOPLE - limits.posts_burst) / (limits.posts_per_minute / 60)
    why = f"check-ins due at once in {_WORKSPACES} workspaces, beside what the limits of Slack allow"
    return time_of("slack_morning", took, floor, n=_WORKSPACES * _PEOPLE, why=why)
