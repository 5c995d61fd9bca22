"""The daily care of databases on a server: files tell neither what is gone nor who came together."""

from __future__ import annotations

import os
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from adapters.store import server_care
from adapters.store.carrying import TABLES
from adapters.store.copies import sides
from adapters.store.databases import ServerDatabases
from adapters.store.migrate import Database
from bot.domain.people import PersonId
from bot.errors import NotSaved
from tests.faults.nth_call import CUT, NthCall
from tests.postgres.server import Server
from tests.unit.store.filled_tables import fill
from tests.unit.store.test_moving_rows import sums

DAY = date(2026, 1, 5)
UNORDERED = [(database, table.name) for database, tables in server_care.UNORDERED.items() for table in tables]


@pytest.fixture
def filled(databases: ServerDatabases) -> ServerDatabases:
    """Give databases with rows that came one after the other, each in a transaction of its own."""
    fill(databases, rows=30)
    for database, table in UNORDERED:
        with sides.opened(databases) as engines, engines[database].connect() as connection:
            key = _key(database, table)
            found = connection.execute(text(f'SELECT "{key}" FROM "{table}" ORDER BY ctid')).scalars().all()  # noqa: S608 - names of ours
            connection.commit()
            column = "sealed = sealed" if table in {"posts", "members"} else "day = day"
            for each in reversed(found):
                with connection.begin():
                    touch = f'UPDATE "{table}" SET {column} WHERE "{key}" = :key'  # noqa: S608 - as above
                    connection.execute(text(touch), {"key": each})
    return databases


def test_the_tables_are_those_without_an_order() -> None:
    """Whatever SQLite keeps without rowids."""
    assert {name for _, name in UNORDERED} == {"posts", "inbox", "members", "tombstones"}


@pytest.mark.parametrize(("database", "table"), UNORDERED)
def test_nothing_tells_which_rows_came_together(
    filled: ServerDatabases, database: Database, table: str
) -> None:
    """All have one xmin, no other version is left, and the file has them in the order of their random ids."""
    before = sums(filled)
    assert _transactions(filled, database, table) > 1
    assert not _is_in_order(filled, database, table)
    filled.tend(DAY)
    assert _transactions(filled, database, table) == 1
    assert _is_in_order(filled, database, table)
    after = sums(filled)
    assert {name: each for name, each in after.items() if name != "notes"} == {
        name: each for name, each in before.items() if name != "notes"
    }


def test_long_values_stand_in_that_order_too(databases: ServerDatabases) -> None:
    """What is kept beside its table, in parts, is numbered in the order of the ids."""
    fill(databases, rows=12)
    with sides.opened(databases) as engines, engines["main"].begin() as connection:
        long = "sealed || (SELECT string_agg(sha512(convert_to(g::text || id::text, 'utf8')), '')"
        for each in connection.execute(text("SELECT id FROM posts ORDER BY id DESC")).scalars().all():
            grown = f"UPDATE posts SET sealed = {long} FROM generate_series(1, 99) AS g) WHERE id = :id"  # noqa: S608 - as above
            connection.execute(text(grown), {"id": each})
    assert not _are_parts_in_order(databases)
    databases.tend(DAY)
    assert _are_parts_in_order(databases)


@pytest.mark.skipif("RESTSTOP_TEST_DATABASE_URL" in os.environ, reason="its files are not ours to read")
def test_a_destroyed_key_is_in_no_table_file(databases: ServerDatabases, server: Server) -> None:
    """Neither as it was nor as it was wrapped before; the statistics of the server hold none of it."""
    fill(databases, rows=300)
    keystore = databases.open_keys(today=lambda: DAY)
    [somebody, *_] = [PersonId(person) for person, _ in keystore.people()]
    key = keystore.get(somebody)
    assert key is not None
    with sides.opened(databases) as engines, engines["keys"].begin() as connection:
        connection.execute(text("ANALYZE"))
    _checkpoint(server)
    assert _files_with(server, databases, key.wrapped)
    keystore.remove(somebody, with_=b"n" * 60)
    keystore.close()
    databases.tend(DAY)
    _checkpoint(server)
    assert _files_with(server, databases, key.wrapped) == []


def test_it_is_done_once_a_day_by_one_of_several(databases: ServerDatabases) -> None:
    """Whoever comes second on a day, or while another does it, leaves it be."""
    fill(databases, rows=1)
    assert server_care.tend(databases.addresses, DAY)
    assert not server_care.tend(databases.addresses, DAY)
    with sides.opened(databases) as engines, engines["main"].connect() as other:
        other.execute(text(f"SELECT pg_advisory_lock({server_care._CARING})"))  # noqa: SLF001 - as another process does
        assert not server_care.tend(databases.addresses, DAY + timedelta(days=1))
    assert server_care.tend(databases.addresses, DAY + timedelta(days=1))


def test_a_clock_that_was_wrong_once_stops_it_for_no_day(databases: ServerDatabases) -> None:
    """Nobody waits for a day that was noted far ahead; who is ahead by a midnight has done it for both."""
    fill(databases, rows=1)
    assert server_care.tend(databases.addresses, DAY + timedelta(days=400))
    assert server_care.tend(databases.addresses, DAY)
    assert server_care.tend(databases.addresses, DAY + timedelta(days=1))
    assert not server_care.tend(databases.addresses, DAY)


def test_who_is_to_end_ends_it_between_two_steps(filled: ServerDatabases) -> None:
    """Every row is there still, and the next time it is done whole."""
    before, steps = sums(filled), iter(range(1_000))
    with pytest.raises(NotSaved):
        server_care.tend(filled.addresses, DAY, lambda: next(steps) >= 2)
    assert sums(filled) == before
    assert server_care.tend(filled.addresses, DAY)


def test_a_line_that_is_cut_at_any_call_ends_it_as_a_database_that_is_away(
    databases: ServerDatabases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever called is told so, and tries again later; every row is there, and then it is done whole."""
    fill(databases, rows=1)
    monkeypatch.setattr(server_care, "_TRIES_EVERY", 0.001)
    before = {name: each for name, each in sums(databases).items() if name != "notes"}
    for nth in count(1):
        calls = NthCall(nth, CUT)
        with pytest.MonkeyPatch.context() as patch:
            calls.over_server(patch)
            calls.begin()
            try:
                assert server_care.tend(databases.addresses, DAY + timedelta(days=nth))
            except NotSaved:
                assert calls.has_struck
        assert before.items() <= sums(databases).items()
        if not calls.has_struck:
            break
    assert nth > 10


def test_many_rows_go_in_batches(databases: ServerDatabases) -> None:
    """Each is a range of ids: one transaction after another, as the file is in order."""
    with sides.opened(databases) as engines, engines["main"].begin() as connection:
        many = "SELECT sha256(convert_to(g::text, 'utf8')), 20000 FROM generate_series(1, 500) AS g"
        connection.execute(text(f"INSERT INTO inbox (digest, day) {many}"))
    before = sums(databases)["inbox"]
    databases.tend(DAY)
    assert sums(databases)["inbox"] == before
    assert _is_in_order(databases, "main", "inbox")
    with sides.opened(databases) as engines, engines["main"].connect() as connection:
        wrote = connection.execute(text("SELECT xmin::text::bigint FROM inbox ORDER BY ctid")).scalars().all()
    assert len(set(wrote)) > 1
    assert list(wrote) == sorted(wrote)


def test_who_began_to_read_before_sees_all_rows(databases: ServerDatabases) -> None:
    """A unit that looks at a table only after it was written anew still sees what was there as it began.

    What it sees cannot go from the files yet: so the care of that day is not done.
    """
    fill(databases, rows=5)
    with sides.opened(databases) as engines, engines["main"].connect() as reader:
        sides.begin_snapshot(reader)
        reader.execute(text("SELECT count(*) FROM people"))
        with pytest.raises(NotSaved):
            databases.tend(DAY)
        assert reader.scalar(text("SELECT count(*) FROM posts")) == 5
    assert server_care.tend(databases.addresses, DAY)


def test_no_sealed_value_is_sampled(databases: ServerDatabases) -> None:
    """From the first upgrade on: what the server keeps for its statistics would outlive a row."""
    for database, tables in TABLES.items():
        with sides.opened(databases) as engines, engines[database].connect() as connection:
            for table in tables:
                for column in server_care._sealed(table):  # noqa: SLF001 - every one of them
                    assert not server_care._is_sampled(connection, table.name, column)  # noqa: SLF001 - as above


def _key(database: Database, table: str) -> str:
    [found] = [each for each in TABLES[database] if each.name == table]
    [key] = found.primary_key.columns
    return key.name


def _transactions(databases: ServerDatabases, database: Database, table: str) -> int:
    with sides.opened(databases) as engines, engines[database].connect() as connection:
        return int(connection.scalar(text(f'SELECT count(DISTINCT xmin::text) FROM "{table}"')) or 0)  # noqa: S608 - a name of ours


def _is_in_order(databases: ServerDatabases, database: Database, table: str) -> bool:
    key = _key(database, table)
    with sides.opened(databases) as engines, engines[database].connect() as connection:
        here = connection.execute(text(f'SELECT "{key}" FROM "{table}" ORDER BY ctid')).scalars().all()  # noqa: S608 - as above
    return list(here) == sorted(here)


def _are_parts_in_order(databases: ServerDatabases) -> bool:
    with sides.opened(databases) as engines, engines["main"].connect() as connection:
        toast = connection.scalar(
            text("SELECT reltoastrelid::regclass::text FROM pg_class WHERE relname = 'posts'")
        )
        heads = connection.execute(
            text(f"SELECT chunk_data FROM {toast} WHERE chunk_seq = 0 ORDER BY chunk_id")  # noqa: S608 - a name of the server's
        ).scalars()
        ids = connection.execute(text("SELECT substr(sealed, 1, 60) FROM posts ORDER BY id")).scalars()
        return [bytes(head)[:60] for head in heads] == [bytes(each) for each in ids]


def _checkpoint(server: Server) -> None:
    server.tell("CHECKPOINT")


def _files_with(server: Server, databases: ServerDatabases, wrapped: bytes) -> list[str]:
    """Return the files of the key database that hold these bytes."""
    with sides.opened(databases) as engines:
        number = _number(engines["keys"])
    folder = Path(str(server.url.query["host"])) / "data" / "base" / str(number)
    return [file.name for file in folder.iterdir() if file.is_file() and wrapped in file.read_bytes()]


def _number(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(
            connection.scalar(text("SELECT oid FROM pg_database WHERE datname = current_database()")) or 0
        )
