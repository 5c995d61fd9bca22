"""What the doctor says of databases on a server: whether each is there, of which version, and its clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from adapters.store.databases import ServerDatabases
from adapters.store.server_looks import LEAST_VERSION, Seen, look_at
from bot.app.finding import Finding, Health
from bot.app.system import SystemClock
from bot.errors import NotSaved

_APART: Final = timedelta(seconds=1)


def examine_server(databases: ServerDatabases) -> Iterator[Finding]:
    """Yield what is found of both databases, and whether one backup would hold both."""
    found: list[Seen] = []
    for name, address in databases.addresses.items():
        called = databases.names[name]
        try:
            seen = look_at(address, SystemClock())
        except NotSaved:
            yield _found("fix", f"{called} cannot be reached, or does not let us in")
            continue
        found.append(seen)
        yield from _looked(called, seen)
    if len(found) < len(databases.addresses):
        return
    yield from _schemas(databases)
    if len({seen.server for seen in found}) == 1:
        words = (
            "both databases are on one server. A copy of all of it holds the keys, too: it is kept for 14"
            " days at most, or the keys go to another server"
        )
        yield _found("note", words)


def _looked(called: str, seen: Seen) -> Iterator[Finding]:
    if seen.major < LEAST_VERSION:
        words = f"{called} is PostgreSQL {seen.version}. It takes {LEAST_VERSION} or newer"
        yield _found("fix", words)
    else:
        yield _found("ok", f"{called}, PostgreSQL {seen.version}")
    if abs(seen.ahead) > _APART:
        way = "ahead of" if seen.ahead > timedelta() else "behind"
        words = (
            f"the clock of {called} is {abs(seen.ahead).total_seconds():.1f} seconds {way} this machine's."
            " All machines go by one source of time"
        )
        yield _found("fix", words)


def _schemas(databases: ServerDatabases) -> Iterator[Finding]:
    missing = databases.missing()
    if len(missing) == 1:  # said where the keys are looked at
        return
    if missing or databases.is_behind():
        of = "makes the tables" if missing else "brings the databases up to date"
        yield _found("fix", f"`reststop db upgrade` {of}; nothing starts before")


def _found(health: Health, words: str) -> Finding:
    return Finding(part="data", health=health, words=words)
