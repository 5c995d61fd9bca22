"""A database whose nth call fails, once: each statement, each batch and each commit of a driver is a call."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Self

import psycopg
import pytest
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.pool import PoolProxiedConnection

ERRORS = {
    "SQLITE_BUSY": (sqlite3.SQLITE_BUSY, "database is locked"),
    "SQLITE_IOERR_WRITE": (sqlite3.SQLITE_IOERR_WRITE, "disk I/O error"),
    "SQLITE_FULL": (sqlite3.SQLITE_FULL, "database or disk is full"),
    "SQLITE_READONLY": (sqlite3.SQLITE_READONLY, "attempt to write a readonly database"),
    "SQLITE_CANTOPEN": (sqlite3.SQLITE_CANTOPEN, "unable to open database file"),
}
"""What the driver of SQLite says, and its code, by name."""

CUT, CUT_AFTER = "line cut", "line cut after it was done"
OF_A_SERVER: Mapping[str, type[psycopg.Error]] = {
    CUT: psycopg.OperationalError,
    "serialization failure": psycopg.errors.SerializationFailure,
    "disk full": psycopg.errors.DiskFull,
    CUT_AFTER: psycopg.OperationalError,
    "deadlock": psycopg.errors.DeadlockDetected,
    "read only": psycopg.errors.ReadOnlySqlTransaction,
    "lock not had": psycopg.errors.LockNotAvailable,
    "broken inside": psycopg.errors.InternalError_,
}
"""What that of PostgreSQL says, by name."""


class NthCall:
    """Lets one call fail, of all connections that are made while it is over the store."""

    def __init__(self, nth: int, error: str) -> None:
        """Let call `nth` fail with `error` once it is counted; the first is 1."""
        self._left = nth
        self._error = error
        self._is_on = False

    @property
    def has_struck(self) -> bool:
        """Whether there was such a call."""
        return self._left <= 0

    def begin(self) -> None:
        """Count from now on."""
        self._is_on = True

    def strikes(self) -> bool:
        """Pass one call; return whether it is the one."""
        if not self._is_on or self.has_struck:
            return False
        self._left -= 1
        return self.has_struck

    def step(self) -> None:
        """Pass one call of SQLite.

        Raises:
            OperationalError: it is the one.
        """
        if self.strikes():
            code, text = ERRORS[self._error]
            error = sqlite3.OperationalError(text)
            error.sqlite_errorcode = code
            error.sqlite_errorname = self._error
            raise error

    def over_server(self, patch: pytest.MonkeyPatch) -> None:
        """Count the calls that the store makes of a server. A line that is cut is closed indeed."""
        for name in ("do_execute", "do_executemany", "do_execute_no_params", "do_commit"):
            patch.setattr(PGDialect_psycopg, name, self._counted(getattr(PGDialect_psycopg, name)))

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def passed(
            dialect: PGDialect_psycopg, on: PoolProxiedConnection | psycopg.Cursor, *rest: object
        ) -> object:
            if not self.strikes():
                return call(dialect, on, *rest)
            if self._error == CUT_AFTER:
                call(dialect, on, *rest)
            if self._error in {CUT, CUT_AFTER}:
                line = on.driver_connection if isinstance(on, PoolProxiedConnection) else on.connection
                if line is not None:
                    line.close()
            raise OF_A_SERVER[self._error]

        return passed

    def over_store(self, patch: pytest.MonkeyPatch) -> None:
        """Count the calls of every connection of SQLite that is opened from now on."""
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=partial(_Counted, self)))


class _Counted(sqlite3.Connection):
    def __init__(self, calls: NthCall, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - as the driver gives them
        super().__init__(*arguments, **options)
        self._calls = calls

    def cursor(self, factory: object = None) -> _CountedCursor:  # type: ignore[override]  # one kind is all that is made here
        del factory
        cursor = super().cursor(_CountedCursor)
        cursor.calls = self._calls
        return cursor

    def commit(self) -> None:
        self._calls.step()
        super().commit()


class _CountedCursor(sqlite3.Cursor):
    calls: NthCall

    def execute(self, *arguments: Any) -> Self:  # noqa: ANN401 - handed on as they come
        self.calls.step()
        return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> Self:  # noqa: ANN401 - as above
        self.calls.step()
        return super().executemany(*arguments)
