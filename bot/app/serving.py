"""A process that nobody sits before: a house and its ways into a chat platform, until it is told to leave."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import open_house
from bot.app.house import House
from bot.app.logs import log_to_file
from bot.app.roles import Roles
from bot.app.settings import Settings
from bot.app.system import SystemChance, SystemClock
from bot.ports.chat import ChatPort

if TYPE_CHECKING:
    from bot.app.slack import Slack

LEAVES_WITHIN = 10.0
"""Seconds in which what runs is finished; what takes longer is cut off, as a crash would, and mended at the
next start. Who stops services (systemd, a cloud) usually waits for longer than that before it kills."""

_log = logging.getLogger(__name__)


async def serve(settings: Settings, roles: Roles) -> None:
    """Serve until SIGTERM, SIGHUP or Ctrl-C; then take nothing more in, finish what runs, and close.

    Raises:
        ReststopError: something that is needed cannot be opened, or Slack takes none of its tokens.
    """
    with _told_to_leave() as told:
        for line in roles.idle:
            _say(line)
        if roles.runs:
            await _run(settings, roles, told)
        else:
            await told.wait()


async def _run(settings: Settings, roles: Roles, told: asyncio.Event) -> None:
    clock, chance, chats = SystemClock(), SystemChance(), dict[str, ChatPort]()
    house = await open_house(
        settings, clock=clock, chance=lambda _starts: chance, engine=EmbeddedEngine(clock), chats=chats
    )
    slack: Slack | None = None
    try:
        log_to_file(settings.log_file)
        if roles.has_slack:
            from bot.app.slack import Slack  # noqa: PLC0415 - Slack's libraries are loaded where they are used

            slack = Slack(house, settings, roles, clock=clock, new_id=lambda: chance.new_id().hex)
            chats["slack"] = slack.chat
            await slack.open()
        await house.start()
        *first, last = await slack.begin() if slack else ["Reststop runs."]
        for line in (*first, f"{last} Stop with Ctrl-C."):
            _say(line)
        await told.wait()
    finally:
        await _leave(house, slack)


async def _leave(house: House, slack: Slack | None) -> None:
    try:
        async with asyncio.timeout(LEAVES_WITHIN):
            if slack:
                await slack.end()
            await house.stop()
    except TimeoutError:
        _log.warning("not all of what ran was waited for")
        house.abandon()
    finally:
        if slack:
            await slack.close()


@contextmanager
def _told_to_leave() -> Iterator[asyncio.Event]:
    """Give what is set when a service manager, a terminal that closes, or Ctrl-C says so."""
    told, loop = asyncio.Event(), asyncio.get_running_loop()
    signs = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    for sign in signs:
        loop.add_signal_handler(sign, told.set)
    try:
        yield told
    finally:
        for sign in signs:
            loop.remove_signal_handler(sign)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - talk, for whoever started it
