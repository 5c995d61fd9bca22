"""The product on two databases of a server, in the process of a bench, with a platform of its choice."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.engine import jobs
from adapters.store.databases import ServerDatabases
from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.app.settings import Settings
from bot.app.system import SystemChance
from bot.domain.people import Account
from bot.ports.chat import ChatPort
from bot.ports.engine import Engine
from bot.ports.time import Clock
from bot.ports.vault import Secret
from bot.services.doors.addresses import Address
from tests.bench.quiet_chat import SURFACE
from tests.postgres.server import Server


def make_databases(server: Server) -> ServerDatabases:
    """Make two databases that are up to date, with the jobs of an engine in the main one."""
    databases = ServerDatabases(server.at(server.make()), server.at(server.make()))
    databases.upgrade()
    jobs.prepare(databases.main)
    return databases


def server_settings(folder: Path, databases: ServerDatabases) -> Settings:
    """Return settings that name both databases; the key file stands beside `folder`."""
    known = {name: getattr(story_settings(folder), name) for name in Settings.model_fields}
    named = {"database_url": Secret(databases.main), "keys_database_url": Secret(databases.keys)}
    return Settings(**known | named)


@asynccontextmanager
async def house_on(
    settings: Settings, clock: Clock, engine: Engine, chats: Mapping[str, ChatPort]
) -> AsyncIterator[House]:
    """Open a house that has not begun, and stop it."""
    chance = SystemChance()
    house = await open_house(settings, clock=clock, chance=lambda _starts: chance, engine=engine, chats=chats)
    try:
        yield house
    finally:
        await house.stop()


def addresses(people: int, lanes: int) -> list[Address]:
    """Return the addresses of so many people in so many workspaces."""
    return [
        Address(
            account=Account(surface=SURFACE, workspace=f"w{number % lanes}", user=f"u{number}"),
            conversation=f"d{number}",
        )
        for number in range(people)
    ]


def server_cpu(server: Server) -> float:
    """Return the seconds of a processor that a server of our own has used; 0.0 for one that is not ours."""
    host = server.url.query.get("host")
    found = list(Path(str(host)).glob("**/postmaster.pid")) if host else []
    if not found:
        return 0.0
    head = found[0].read_text("utf-8").splitlines()[0]
    ticks = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if process.name == head:
            ticks += sum(map(int, fields[11:15]))  # its own, and those of whoever ended
        elif fields[1] == head:
            ticks += sum(map(int, fields[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")
