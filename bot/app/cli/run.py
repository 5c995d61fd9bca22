"""`reststop run`: all of it in one process; without a chat token, in this terminal."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from functools import partial

import click

from adapters.console.app import ConsoleSurface
from adapters.console.chat import open_talk
from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import open_house
from bot.app.logs import log_to_file
from bot.app.roles import choose, refuse_nameless
from bot.app.serving import serve
from bot.app.settings import Settings, read_settings, terminal_look
from bot.app.system import SystemChance, SystemClock, local_zone
from bot.domain.people import Account
from bot.ports.chat import ChatPort
from bot.services.routes import COMMANDS

_ME = Account(surface="console", workspace="local", user="me")
"""Who sits at this terminal: a data folder is one person's here."""


@click.command()
@click.option("--roles", default="", metavar="A,B", help="What this process does; without it, what is set.")
def run(roles: str) -> None:
    """Open Reststop in this terminal, or where its tokens are for."""
    settings = read_settings()
    chosen = choose(roles, settings)
    os.umask(0o077)  # whatever this process writes, its log above all, is for its owner alone
    if not chosen.in_terminal:
        if chosen.platforms:
            refuse_nameless(settings)
        asyncio.run(serve(settings, chosen))
        return
    with suppress(asyncio.CancelledError, KeyboardInterrupt):  # a signal to leave is a way to leave
        asyncio.run(_in_terminal(settings))


async def _in_terminal(settings: Settings) -> None:
    leave_when_told()
    clock, chance, chats = SystemClock(), SystemChance(), dict[str, ChatPort]()
    house = await open_house(
        settings, clock=clock, chance=lambda _starts: chance, engine=EmbeddedEngine(clock), chats=chats
    )
    log_to_file(settings.log_file)
    surface = ConsoleSurface(
        hear=house.hear,
        account=_ME,
        talk=open_talk(sys.stdin, sys.stdout, words=COMMANDS, look=terminal_look(plain=settings.plain)),
        new_id=lambda: chance.new_id().hex,
        arrived=partial(house.catch_up, _ME.lane),
        zone=settings.zone or local_zone(),
        words=COMMANDS,
    )
    chats["console"] = surface
    try:
        await house.start()
        await surface.run()
    finally:
        await house.stop()


def leave_when_told() -> None:
    """Let a service manager, or a terminal that closes, end this task; the house ends with it."""
    task = asyncio.current_task()
    if task is not None:
        for told in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(told, task.cancel)
