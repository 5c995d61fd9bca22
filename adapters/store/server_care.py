"""What databases on a server need once a day, so that their files tell no more than those of a data folder.

A table of PostgreSQL keeps rows in the order in which they came, each with the number of the transaction that
wrote it, and keeps what was overwritten or removed until the table is written anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from threading import Event
from time import monotonic
from typing import Final, TypeVar

from sqlalchemy import Connection, Engine, Table, delete, select, text
from sqlalchemy.dialects.postgresql import insert

from adapters.store import postgres
from adapters.store.carrying import TABLES
from adapters.store.columns import SealedBytes
from adapters.store.failures import translate_errors
from adapters.store.key_tables import keys
from adapters.store.migrate import Database
from adapters.store.tables import notes
from bot.errors import NotSaved

T = TypeVar("T")

UNORDERED: Final[Mapping[Database, tuple[Table, ...]]] = {
    database: tuple(table for table in tables if table.dialect_options["sqlite"]["with_rowid"] is False)
    for database, tables in TABLES.items()
}
"""The tables of which nothing may tell which rows came together: SQLite has them without rowids."""

_PATIENCE: Final = 30.0
_IN_THE_WAY: Final = 0.2
"""Seconds for which this waits in a line: whoever comes after it waits as long."""
_TRIES_EVERY: Final = 0.1
_OLD_ONES_WITHIN: Final = 2.0
"""Seconds for which it waits in all until those are done who still see what was before."""
_AHEAD: Final = timedelta(days=1)
"""So far may another process be by its clock; a day beyond that was written by a clock that was wrong."""
_LEAST, _MOST = 50, 20_000
_QUICK, _SLOW = 0.03, 0.1
"""Seconds that a batch may take: others wait for one, and so the next is larger or smaller by it."""
_SORTED: Final = {"enable_seqscan": "on", "maintenance_work_mem": "256MB"}
"""A file is put in order by sorting it, which is quicker than walking it by its ids."""
_CARING: Final = 7_267_002
"""The number of the lock that whoever does it holds."""
_NOTE: Final = "care/on"
_INSERT: Final = insert(notes)
_SET_NOTE: Final = _INSERT.on_conflict_do_update(
    index_elements=["name"], set_={"value": _INSERT.excluded.value}
)


def prepare(addresses: Mapping[Database, str]) -> None:
    """Let the server sample no sealed values and wrapped keys: it would keep them for its statistics.

    Raises:
        NotSaved: a database was not available.
    """
    for database, tables in TABLES.items():
        columns = [(table.name, name) for table in tables for name in _sealed(table)]
        with _opened(addresses[database]) as engine, engine.begin() as connection:
            for table, column in columns:
                if _is_sampled(connection, table, column):
                    connection.execute(
                        text(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" SET STATISTICS 0')
                    )


def tend(addresses: Mapping[Database, str], day: date, is_over: Callable[[], bool] = lambda: False) -> bool:
    """Write anew what has to be, if nobody did or does it on this day; return whether this was who did.

    Whoever writes to one of these tables meanwhile waits for a batch, and for the file as it is put in order.
    Who is cut off leaves every row as it was. `is_over` is asked before each step whether this is to end.

    Raises:
        NotSaved: a database was not available, or a table not within half a minute; somebody still saw what
            was before, so that it could not go from the files; or it was to end.
    """
    waits_until = monotonic() + _OLD_ONES_WITHIN
    with _opened(addresses["main"]) as engine, engine.connect() as holding:
        if not holding.scalar(text(f"SELECT pg_try_advisory_lock({_CARING})")):
            return False
        done_on = holding.scalar(select(notes.c.value).where(notes.c.name == _NOTE))
        holding.commit()
        if done_on is not None and day.isoformat() <= done_on <= (day + _AHEAD).isoformat():
            return False
        is_whole = True
        for database, tables in UNORDERED.items():
            for table in tables:
                _write_anew(addresses[database], table, is_over)
                in_order = f'CLUSTER "{table.name}" USING "pk_{table.name}"'
                is_whole &= _without_before(addresses[database], in_order, waits_until, is_over)
        smaller = f'VACUUM (FULL) "{keys.name}"'
        is_whole &= _without_before(addresses["keys"], smaller, waits_until, is_over)
        if not is_whole:
            raise NotSaved
        holding.execute(_SET_NOTE, {"name": _NOTE, "value": day.isoformat()})
        holding.commit()
    return True


def _write_anew(address: str, table: Table, is_over: Callable[[], bool]) -> None:
    """Write every row again, in batches that are ranges of ids: what one transaction wrote tells no more.

    TRUNCATE would be quicker, but who began before it would then see an empty table.
    """
    after: object = None
    count = _LEAST
    with _opened(address, patience=_IN_THE_WAY) as engine:
        while True:
            began = monotonic()
            last = _in_time(partial(_write_batch, engine, table, after, count), is_over)
            if last is None:
                return
            took, after = monotonic() - began, last
            if took < _QUICK:
                count = min(2 * count, _MOST)
            elif took > _SLOW:
                count = max(count // 2, _LEAST)


def _write_batch(engine: Engine, table: Table, after: object, count: int) -> object:
    """Write so many rows again that come after an id; return the last of them, None where there is none."""
    [key] = table.primary_key.columns
    ahead = select(key).order_by(key).limit(count)
    if after is not None:
        ahead = ahead.where(key > after)
    with translate_errors(), engine.begin() as connection:
        connection.execute(text(f'LOCK TABLE "{table.name}" IN SHARE ROW EXCLUSIVE MODE'))
        found = connection.scalars(ahead).all()
        if not found:
            return None
        these = key.between(found[0], found[-1])
        gone = delete(table).where(these).returning(*table.columns).cte("gone")
        again = select(*(gone.c[each.name] for each in table.columns)).order_by(gone.c[key.name])
        connection.execute(insert(table).from_select(table.columns.keys(), again))
        return found[-1]


def _without_before(address: str, statement: str, until: float, is_over: Callable[[], bool]) -> bool:
    """Write a file anew by a statement; False where somebody still saw what was before: it stays there."""
    with _alone(address, patience=_IN_THE_WAY) as connection:
        written = connection.scalar(text("SELECT CAST(CAST(pg_current_xact_id() AS xid) AS text)"))
        while not (is_whole := _nobody_sees(connection, written)) and monotonic() < until:
            _pause()
        # Where the line is cut there is nothing left to try it on: another day's try opens another.
        _in_time(partial(_run, connection, statement), lambda: is_over() or connection.invalidated)
        return is_whole


def _nobody_sees(connection: Connection, written: str | None) -> bool:
    """Whether nobody is left who sees the database as it was before a transaction."""
    return not connection.scalar(
        text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND age(backend_xmin) > age(CAST(CAST(:written AS text) AS xid))"
        ),
        {"written": written},
    )


def _run(connection: Connection, statement: str) -> None:
    with translate_errors():
        connection.execute(text(statement))


def _in_time(work: Callable[[], T], is_over: Callable[[], bool]) -> T:
    """Do what has to have a table to itself, as soon as it may, without standing in a line for long.

    Raises:
        NotSaved: that was not within half a minute, the database was not available, or it was to end.
    """
    until = monotonic() + _PATIENCE
    while not is_over():
        try:
            return work()
        except NotSaved:
            if monotonic() > until:
                raise
        _pause()
    raise NotSaved


def _pause() -> None:
    """Wait a moment, in the thread in which this is done."""
    Event().wait(_TRIES_EVERY)


def _sealed(table: Table) -> Iterator[str]:
    for column in table.columns:
        if isinstance(column.type, SealedBytes) or column is keys.c.wrapped:
            yield column.name


def _is_sampled(connection: Connection, table: str, column: str) -> bool:
    target = connection.scalar(
        text(
            "SELECT coalesce(attstattarget, -1) FROM pg_attribute"
            " WHERE attrelid = to_regclass(:table) AND attname = :column"
        ),
        {"table": f'"{table}"', "column": column},
    )
    return target is not None and target != 0


@contextmanager
def _opened(address: str, *, patience: float = _PATIENCE) -> Iterator[Engine]:
    engine = postgres.open_engine(address, connections=1, patience=patience, more=_SORTED)
    try:
        with translate_errors():
            yield engine
    finally:
        engine.dispose()


@contextmanager
def _alone(address: str, *, patience: float = _PATIENCE) -> Iterator[Connection]:
    """Yield a connection on which a statement is its own transaction, as to write a file anew has to be."""
    with (
        _opened(address, patience=patience) as engine,
        engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection,
    ):
        yield connection
