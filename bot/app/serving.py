"""A process that nobody sits before: a house and its ways into chat platforms, until it is told to leave."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from adapters.metrics.metrics import Metrics, NoMetrics, open_metrics
from bot.app.bootstrap import open_house
from bot.app.engines import engine_of
from bot.app.house import House
from bot.app.logs import log_to_file, log_to_stderr
from bot.app.platform import FINISHES_WITHIN, Platform, Start
from bot.app.roles import HEALTH, Roles
from bot.app.settings import Settings
from bot.app.system import SystemChance, SystemClock
from bot.app.watch import sampling
from bot.errors import BadSetting
from bot.ports.chat import ChatPort

if TYPE_CHECKING:
    from adapters.web.server import Server, Watched

LEAVES_WITHIN = 10.0
"""Seconds in which what runs is finished; what takes longer is cut off, as a crash would, and mended at the
next start. Who stops services (systemd, a cloud) usually waits for longer than that before it kills."""

_log = logging.getLogger(__name__)


async def serve(settings: Settings, roles: Roles) -> None:
    """Serve until SIGTERM, SIGHUP or Ctrl-C; then take nothing more in, finish what runs, and close.

    Raises:
        ReststopError: something that is needed cannot be opened, or a platform takes none of its tokens.
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
    is_watched = HEALTH in roles.runs
    metrics = open_metrics() if is_watched else NoMetrics()
    house = await open_house(
        settings,
        clock=clock,
        chance=lambda _starts: chance,
        engine=engine_of(settings, roles, clock),
        chats=chats,
        telemetry=metrics.telemetry if is_watched else None,
    )
    platforms: list[Platform] = []
    server: Server | None = None
    try:
        log_to_file(settings.log_file) if settings.log == "file" else log_to_stderr()
        start = Start(house=house, settings=settings, roles=roles, clock=clock, chance=chance)
        for kind in roles.platforms:
            platform = kind.connect(start)
            platforms.append(platform)
            chats[platform.chat.capabilities.surface] = platform.chat
            await platform.open()
        pages = _watched(house, platforms, metrics, told) if is_watched else None
        server = _server(platforms, pages)
        await house.start()
        *first, last = await _begin(platforms, server, settings) or ["Reststop runs."]
        for line in (*first, f"{last} Stop with Ctrl-C."):
            _say(line)
        async with sampling(metrics.telemetry) if is_watched else nullcontext():
            await told.wait()
    finally:
        await _leave(house, platforms, server)


def _server(platforms: Sequence[Platform], watched: Watched | None) -> Server | None:
    """Return a server for the pages of the platforms and of who watches; None where nobody needs one."""
    pages = [page for platform in platforms for page in platform.pages]
    if not pages and watched is None:
        return None
    from adapters.web.server import Server  # noqa: PLC0415 - its library comes with those of the platforms

    return Server(pages, watched=watched, finished_within=FINISHES_WITHIN)


def _watched(house: House, platforms: Sequence[Platform], metrics: Metrics, told: asyncio.Event) -> Watched:
    from bot.app.watch_pages import watched  # noqa: PLC0415 - as for the server

    return watched(house, platforms, metrics, is_leaving=told.is_set)


async def _begin(platforms: Sequence[Platform], server: Server | None, settings: Settings) -> list[str]:
    """Let everybody in; return what is to be said of it."""
    said: list[str] = []
    at = ""
    if server is not None:
        at = await _listen(server, settings)
        if not any(platform.pages for platform in platforms):
            said.append(f"Listening at {at}.")
    for platform in platforms:
        said += await platform.begin(at)
    return said


async def _listen(server: Server, settings: Settings) -> str:
    host, port = settings.host, settings.port
    try:
        return f"{host}:{await server.open(host, port)}"
    except OSError as problem:
        raise BadSetting(
            f"Nothing can listen at {host}:{port} (RESTSTOP_HOST, RESTSTOP_PORT): {problem.strerror}."
        ) from None


async def _leave(house: House, platforms: Sequence[Platform], server: Server | None) -> None:
    try:
        async with asyncio.timeout(LEAVES_WITHIN):
            if server is not None:
                await server.close()
            await asyncio.gather(*(platform.end() for platform in platforms))
            await house.stop()
    except TimeoutError:
        _log.warning("not all of what ran was waited for")
        house.abandon()
    finally:
        for platform in platforms:
            await platform.close()


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
