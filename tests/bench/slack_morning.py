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
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench.harness import Figure
from tests.bench.slack_ground import reststop
from tests.bench.slack_people import crowd, enrol
from tests.sim.slack import SlackSim
from tests.sim.slack.limiter import Limits

TARGET = 1.15
MOST_REFUSED = 0.001
"""Of all sends, how many Slack may answer with "too many"."""
_WORKSPACES = 50
_PEOPLE = 100
"""In each workspace."""
_GETS_READY = timedelta(seconds=30)
"""So long it takes at most to enrol everybody and to start."""
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
            due = _next_minute(datetime.now(UTC) + _GETS_READY)
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
                counting, left = _Counting(slack), (due - datetime.now(UTC)).total_seconds()
                await slack.until(lambda: counting.has_come(people), patience=left + _PATIENCE)
    took = (slack.journal.calls(POST)[-1].at - due).total_seconds()
    return [_time(took, limits), _refusals(slack, people)]


class _Counting:
    """Counts posts that were taken, without reading the whole journal at each request."""

    def __init__(self, slack: SlackSim) -> None:
        self._slack = slack
        self._read = 0
        self.posts = 0

    def has_come(self, people: int) -> bool:
        entries = self._slack.journal.entries
        for entry in entries[self._read :]:
            if not entry.status:
                break  # not answered yet
            self._read += 1
            self.posts += entry.method == POST and entry.error is None
        return self.posts >= people


def _next_minute(after: datetime) -> datetime:
    return after.replace(second=0, microsecond=0) + timedelta(minutes=1)


def _time(took: float, limits: Limits) -> Figure:
    """Compare with a sender that knows the limits and loses no moment."""
    floor = (_PEOPLE - limits.posts_burst) / (limits.posts_per_minute / 60)
    ratio = round(took / floor, 3)
    return Figure(
        bench="slack_morning",
        n=_WORKSPACES * _PEOPLE,
        rounds=1,
        unit="s",
        figure=round(took, 3),
        floor=round(floor, 3),
        ratio=ratio,
        spread=(ratio, ratio),
        target=TARGET,
        ok=ratio <= TARGET,
        why=f"check-ins due at once in {_WORKSPACES} workspaces, beside what the limits of Slack allow",
    )


def _refusals(slack: SlackSim, people: int) -> Figure:
    refused = sum(entry.status == 429 for entry in slack.journal) / people
    return Figure(
        bench="slack_morning_refused",
        n=people,
        rounds=1,
        unit="of sends",
        figure=round(refused, 5),
        floor=MOST_REFUSED,
        ratio=round(refused / MOST_REFUSED, 3),
        spread=(0.0, 0.0),
        target=1.0,
        ok=refused <= MOST_REFUSED,
        why="answers with 429, of any method, beside the thousandth that may be",
    )
