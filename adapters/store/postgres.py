"""Everything that is so only on PostgreSQL: its settings, how a unit begins, which errors mean what.

https://www.postgresql.org/docs/current/transaction-iso.html and .../errcodes-appendix.html
"""

from __future__ import annotations

import select
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import BadSetting

__all__ = [
    "Company",
    "called",
    "describe",
    "for_migrating",
    "for_reading",
    "for_writing",
    "is_conflict",
    "is_cut_off",
    "is_unavailable",
    "open_engine",
]

_TURN: Final = "alembic_version"
"""A table that nobody locks for anything else."""
_OURS: Final = "postgresql+psycopg"
_NONE: Final[Mapping[str, str]] = {}
_CONNECTS_WITHIN: Final = 5
_IDLE_AT_MOST: Final = 60_000
"""Milliseconds after which a silent transaction is ended: its process hangs, or was stopped."""

_KEPT_ALIVE: Final[Mapping[str, int]] = {
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""A line to a machine that is gone without a word is cut after some ten seconds, rather than after hours."""

_MIGRATING: Final = 7_267_001
"""The number of the lock under which a schema is changed."""

_CONFLICTS: Final = frozenset({"40001", "40P01"})
"""Serialization failure and deadlock: what was asked for is possible, one after the other."""
_MET: Final = frozenset({"23505", "23503", "55P03"})
"""Unique and foreign key violations: where two units met, the second of them may see this first. And a lock
that was not had in time: two that wait for each other may find no other end before that."""
_AWAY: Final = ("08", "53", "57", "58", "XX")
"""Classes of errors of a server that is away, full, being stopped, or broken."""
_ENDED: Final = ("08", "57P")
"""Classes of errors of a line that broke, and of a session that was ended from outside."""
_NOT_NOW: Final = frozenset({"55P03", "25006", "25P03", "3D000", "28P01", "28000"})
"""A lock that was not had in time, a server that only reads, a transaction that was ended, no way in."""


def open_engine(
    address: str, *, connections: int, patience: float, more: Mapping[str, str] = _NONE
) -> Engine:
    """Return an engine over the database at `address`; at most `connections` at once.

    One that meets a lock waits `patience` seconds. `more` are settings of its sessions beside ours.

    Raises:
        BadSetting: this is no address of a PostgreSQL database.
    """
    settings = {
        "lock_timeout": str(round(patience * 1000)),
        "idle_in_transaction_session_timeout": str(_IDLE_AT_MOST),
        "enable_seqscan": "off",  # a unit that walks a whole table stands in the way of all who write there
        "jit": "off",
        "timezone": "UTC",
        **more,
    }
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    engine = create_engine(
        _read(address),
        connect_args={"options": options, "connect_timeout": _CONNECTS_WITHIN, **_KEPT_ALIVE},
        hide_parameters=True,
        max_overflow=0,
        pool_size=connections,
        pool_timeout=_CONNECTS_WITHIN,
    )
    event.listen(engine, "checkout", _see_that_it_is_whole)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return `engine` as it serves writers: what they do is as if each had been alone."""
    return engine.execution_options(isolation_level="SERIALIZABLE", takes_rows=True)


def called(address: str) -> str:
    """Return an address as it may be told: without a password, and without what follows a question mark.

    Raises:
        BadSetting: this is no address of a PostgreSQL database.
    """
    url = _read(address).set(drivername="postgresql", query={})
    return url.render_as_string(hide_password=True)


def for_migrating(engine: Engine) -> Engine:
    """Return `engine` as it serves migrations: of several that begin at once, one after the other."""
    event.listen(engine, "begin", _alone)
    return engine


def for_reading(engine: Engine) -> Engine:
    """Return `engine` as it serves readers: all that one sees is of one moment."""
    return engine.execution_options(isolation_level="REPEATABLE READ")


@dataclass(frozen=True, slots=True)
class Company:
    """How a unit goes on that is not alone with `tables`: in its turn, or alone indeed.

    Both wait `within` seconds for that, since whole units are ahead and each of them ends; from then on
    `patience` seconds for any other lock. Who is run for the first time gives way before. LOCK TABLE, alone,
    waits before the unit's snapshot is taken.
    """

    tables: tuple[str, ...]
    patience: float

    def take_turn(self, connection: Connection, within: float) -> None:
        """Let a unit be the only one that is run again: of those that met, each then has its turn."""
        self._lock(connection, (_TURN,), within)

    def be_alone(self, connection: Connection, within: float) -> None:
        """Let a unit be the only one that writes, so that it can meet nobody any more: in its turn, too.

        So it waits for nobody who waits for it: whoever is not run again gives way.
        """
        self._lock(connection, (_TURN, *self.tables), within)

    def _lock(self, connection: Connection, tables: Iterable[str], within: float) -> None:
        names = ", ".join(f'"{name}"' for name in tables)
        _wait_at_most(connection, within)
        connection.exec_driver_sql(f"LOCK TABLE {names} IN EXCLUSIVE MODE")
        _wait_at_most(connection, self.patience)


def is_conflict(error: BaseException | None, *, is_first: bool) -> bool:
    """Whether two units met, so that one of them is to be run again; `is_first` where it was run once.

    A broken rule is one only then: run again, alone, the unit would see what it ran into.
    """
    state = _state_of(error)
    return state in _CONFLICTS or (is_first and state in _MET)


def is_cut_off(error: BaseException | None) -> bool:
    """Whether the line was cut, or the session ended: what was asked last may have been done."""
    state = _state_of(error)
    if state is None:
        return _is_of_a_line(error)
    return state.startswith(_ENDED)


def is_unavailable(error: BaseException | None) -> bool:
    """Whether the server is away, full, read-only or broken, rather than asked for a wrong thing."""
    state = _state_of(error)
    if state is None:  # the line itself was cut, or never there
        return _is_of_a_line(error)
    return state in _CONFLICTS or state in _NOT_NOW or state.startswith(_AWAY)


def describe(error: BaseException | None) -> str:
    """Say for the log what happened, in names of the schema alone."""
    told = getattr(error, "diag", None)
    names = [getattr(told, part, None) for part in ("table_name", "constraint_name")]
    return " ".join([type(error).__name__, *(name for name in names if name)])


def _see_that_it_is_whole(line: DBAPIConnection, entry: ConnectionPoolEntry, _: object) -> None:
    """Let a line be made anew that the server has ended while nobody used it, as when it began again.

    Nothing is sent: where nothing was asked there is something to read only then. One that was made just now
    is used as it is.
    """
    if not entry.info:
        entry.info["was_used"] = True
        return
    waiting = select.poll()
    waiting.register(line.fileno(), select.POLLIN)
    if waiting.poll(0):
        raise DisconnectionError


def _wait_at_most(connection: Connection, seconds: float) -> None:
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, round(seconds * 1000))}")


def _read(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        url = None
    if url is None or url.get_backend_name() != "postgresql" or not url.database:
        raise BadSetting(
            "This is no address of a PostgreSQL database, as postgresql://user@host/database is."
        )
    return url.set(drivername=_OURS)


def _alone(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATING})")


def _is_of_a_line(error: BaseException | None) -> bool:
    return any(kind.__name__ in {"OperationalError", "InterfaceError"} for kind in type(error).__mro__)


def _state_of(error: BaseException | None) -> str | None:
    state: str | None = getattr(error, "sqlstate", None)
    return state
