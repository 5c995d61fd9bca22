"""Where the benches of Slack are run: a loopback Slack here, the app under test in a process of its own."""

from __future__ import annotations

import asyncio
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from tests.sim.common.answers import Json
from tests.sim.slack import SlackSim, User
from tests.sim.slack.deliveries import Kind
from tests.sim.slack.payloads import command as command_payload
from tests.sim.slack.world import Team

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 60.0
"""Seconds in which an app has to be there."""
FLOOR = "tests.bench.slack_floor"


class NotAnswered(AssertionError):
    """An app did not acknowledge what it was sent."""


@asynccontextmanager
async def running(home: Path, *arguments: str, **environ: str) -> AsyncIterator[None]:
    """Run a module in a process of its own, with `home` as its home, until the block ends.

    What it said on standard error stands in `home`, in a file that is named for it.
    """
    said = home / f"{arguments[0]}.said"
    with said.open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *arguments,
            cwd=home,
            env={"HOME": str(home), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), **environ},
            stdout=asyncio.subprocess.DEVNULL,
            stderr=stderr,
        )
    try:
        yield
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def reststop(slack: SlackSim, home: Path, *roles: str, **environ: str) -> AbstractAsyncContextManager[None]:
    """Run the product before `slack`, on the data folder `home`/data, until the block ends."""
    said = {
        "RESTSTOP_DATA": str(home / "data"),
        "RESTSTOP_OPERATOR_NAME": "a bench",
        "RESTSTOP_OPERATOR_CONTACT": "nobody",
        "RESTSTOP_SLACK_API_URL": slack.url,
    }
    return running(home, "bot.app.cli", "run", "--roles", ",".join(roles), **said, **environ)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


async def listens(port: int) -> None:
    """Return when something listens on a port of this machine.

    Raises:
        TimeoutError: nothing did.
    """
    async with asyncio.timeout(STARTS_WITHIN):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return


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
