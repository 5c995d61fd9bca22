"""What a server says of itself, for whoever looks whether all is well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import text

from adapters.store import postgres
from adapters.store.failures import translate_errors
from bot.ports.time import Clock

LEAST_VERSION: Final = 14

_LOOK: Final = text(
    "SELECT current_setting('server_version'), current_setting('server_version_num')::int / 10000,"
    " clock_timestamp(), pg_postmaster_start_time(), inet_server_addr()::text, inet_server_port()"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One database on a server, as it was found."""

    version: str
    major: int
    ahead: timedelta
    """By how much its clock is ahead of this machine's, as far as the way there lets that be known."""
    server: tuple[object, ...]
    """The same for two databases of one server."""


def look_at(address: str, clock: Clock) -> Seen:
    """Look at the server of an address.

    Raises:
        NotSaved: it cannot be reached.
        BadSetting: this is no address of a PostgreSQL database.
    """
    engine = postgres.open_engine(address, connections=1, patience=1.0)
    try:
        with translate_errors(), engine.connect() as connection:
            connection.execute(text("SELECT 1"))  # the way is open; what is timed is one question
            before = clock.now()
            version, major, there, *server = connection.execute(_LOOK).one()
            after = clock.now()
    finally:
        engine.dispose()
    return Seen(version=version, major=major, ahead=_ahead(there, before, after), server=tuple(server))


def _ahead(there: datetime, before: datetime, after: datetime) -> timedelta:
    """Return how far it is outside of the time in which it was asked: nothing, where it is within."""
    if there < before:
        return there - before
    return max(there - after, timedelta())
