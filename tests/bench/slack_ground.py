"""Where the benches of Slack are run: whoever types there, and what the product is told of it."""

from __future__ import annotations

import time
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from tests.bench import ground
from tests.bench.ground import NotAnswered
from tests.json_types import Json
from tests.sim.slack import SlackSim, User
from tests.sim.slack.deliveries import Kind
from tests.sim.slack.payloads import command as command_payload
from tests.sim.slack.world import Team

FLOOR = "tests.bench.slack_floor"


def reststop(slack: SlackSim, home: Path, *roles: str, **environ: str) -> AbstractAsyncContextManager[None]:
    """Run the product before `slack`, on the data folder `home`/data, until the block ends."""
    return ground.reststop(home, *roles, RESTSTOP_SLACK_API_URL=slack.url, **environ)


class Typist:
    """Types commands into a Slack for whoever it is told, and measures until each is acknowledged.

    What follows an answer on a screen is not drawn: here only the app is measured.
    """

    def __init__(self, slack: SlackSim) -> None:
        """Type into `slack`."""
        self._core = slack.core
        self.calls_before_acks = 0
        """Requests that came between a command and its acknowledgement; true where one at a time is typed."""

    async def command(self, team: Team, user: User, text: str) -> float:
        """Return the seconds until `/reststop` with some words was acknowledged.

        Raises:
            NotAnswered: it was not.
        """
        channel, _ = self._core.world.open_direct(team, user.id)
        hook = self._core.hooks.give("commands", team, user.member, channel)
        grant = self._core.tokens.installed_in(team)
        if grant is None:
            raise LookupError(team.name)
        payload = command_payload(
            team,
            user.member,
            grant,
            self._core.world.app_id,
            channel=channel,
            name="/reststop",
            text=text,
            trigger_id=self._core.triggers.give(team, user.member),
            response_url=f"{self._core.url}/hooks{hook}",
        )
        return await self._timed("slash_commands", payload)

    async def _timed(self, kind: Kind, payload: Json) -> float:
        before = len(self._core.journal)
        began = time.perf_counter()
        answer = await self._core.deliveries.deliver(kind, payload)
        took = time.perf_counter() - began
        if answer.error:
            raise NotAnswered(answer.error)
        for entry in self._core.journal.entries[before:]:
            if entry.method.startswith("ack:"):
                break
            self.calls_before_acks += 1
        return took
