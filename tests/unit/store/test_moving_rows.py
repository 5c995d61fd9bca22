"""A move carries every row as it is, whenever it is cut off, and never into or out of a wrong place."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection, Table, text

from adapters.store import carrying, migrate
from adapters.store.carrying import TABLES, Sum
from adapters.store.copies import sides
from adapters.store.copies.moving import Compared, MoveTold, move, undo
from adapters.store.databases import Databases, FolderDatabases, ServerDatabases
from adapters.store.key_tables import keys
from adapters.store.move_notes import NAME
from bot.domain.people import PersonId
from bot.errors import FolderInUse, Moved, MoveRefused, ReststopError, SchemaAhead, SchemaBehind
from bot.ports.faults import NoCrash
from bot.ports.keys import tombstone_mark
from bot.testing.time import ManualClock
from tests.postgres.server import Server
from tests.unit.small_house import MONDAY
from tests.unit.store.filled_tables import fill


class Cut(BaseException):
    """Ends a move as a kill would: nothing catches it."""


def carried(old: Databases, new: Databases, *, cut_at: int = 0) -> tuple[Compared, ...]:
    """Move, and be cut off after as many batches."""
    left = cut_at

    def heard(_table: str, _rows: int) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Cut

    told = MoveTold(begins=lambda _rows, _before: None, carried=heard)
    return move(old, new, move_id="one", erased=frozenset(), told=told)


def sums(databases: Databases) -> dict[str, Sum]:
    """Return what every table comes to, its rows in the order of their keys."""
    found = {}
    for database, tables in TABLES.items():
        with sides.opened(databases) as engines, engines[database].connect() as connection:
            for table in tables:
                found[table.name] = carrying.sum_of(connection, table, without={NAME})
    return found


def starts(databases: Databases) -> None:
    """Open the main database, as everything does that works with it."""
    databases.open_store(clock=ManualClock(MONDAY), crash_points=NoCrash()).close()


@pytest.fixture
def folder(tmp_path: Path) -> FolderDatabases:
    """Give a data folder with rows in every table."""
    databases = FolderDatabases(tmp_path / "old")
    fill(databases, rows=7)
    return databases


def test_there_and_back_every_row_is_the_same(
    folder: FolderDatabases, databases: ServerDatabases, tmp_path: Path
) -> None:
    """From SQLite to PostgreSQL and back to SQLite: counts, bytes and numbers, of every table."""
    before = sums(folder)
    assert all(each.is_same for each in carried(folder, databases))
    back = FolderDatabases(tmp_path / "back")
    compared = carried(databases, back)
    assert [each for each in compared if not each.is_same] == []
    assert {each.rows for each in before.values()} == {7}
    assert sums(back) == before == sums(databases)
    starts(back)


def test_a_server_counts_on_after_the_rows_that_came(
    folder: FolderDatabases, databases: ServerDatabases
) -> None:
    """The next row of a table that counts comes after all that were carried."""
    carried(folder, databases)
    with sides.opened(databases) as engines, engines["main"].begin() as connection:
        for table in TABLES["main"]:
            if "seq" in table.columns:
                drawn = connection.scalar(
                    text(f"SELECT nextval(pg_get_serial_sequence('{table.name}', 'seq'))")
                )
                assert drawn == connection.scalar(text(f'SELECT max(seq) + 1 FROM "{table.name}"'))  # noqa: S608 - a name of ours


@pytest.mark.parametrize("goes_back", [False, True], ids=["to a server", "from a server"])
@pytest.mark.parametrize("batches", [1, 11], ids=["each", "some"])
def test_cut_off_after_any_batch_it_goes_on(
    folder: FolderDatabases,
    databases: ServerDatabases,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    goes_back: bool,
    batches: int,
) -> None:
    """In the middle neither place opens; the same call goes on, and all rows are there once."""
    monkeypatch.setattr(carrying, "BATCH", 5)
    old: Databases = folder
    new: Databases = databases
    if goes_back:
        carried(folder, databases)
        old, new = databases, FolderDatabases(tmp_path / "new")
    before = sums(old)
    cut = 0
    while True:
        try:
            compared = carried(old, new, cut_at=batches)
        except Cut:
            cut += 1
            for place in (old, new):
                with pytest.raises(Moved):
                    starts(place)
        else:
            break
    assert cut >= len(before) // batches
    assert all(each.is_same for each in compared)
    assert sums(new) == before
    starts(new)
    with pytest.raises(Moved, match="were moved to"):
        starts(old)


def test_no_line_is_silent_while_tables_are_summed(
    folder: FolderDatabases, databases: ServerDatabases, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server ends what is silent within a transaction for a minute; a large table takes longer."""
    silent, summed = list[object](), carrying.sum_of

    def looked(connection: Connection, table: Table, *, without: Collection[str]) -> Sum:
        silent.extend(server.ask("SELECT pid FROM pg_stat_activity WHERE state = 'idle in transaction'"))
        return summed(connection, table, without=without)

    monkeypatch.setattr(carrying, "sum_of", looked)
    assert all(each.is_same for each in carried(folder, databases))
    assert silent == []


def test_cut_off_between_the_two_last_words_it_ends(
    folder: FolderDatabases, databases: ServerDatabases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old place is used no more, the new one not yet; the same call lets it be."""
    monkeypatch.setattr("adapters.store.move_notes.remove", _cut)
    with pytest.raises(Cut):
        carried(folder, databases)
    monkeypatch.undo()
    for place in (folder, databases):
        with pytest.raises(Moved):
            starts(place)
    carried(folder, databases)
    starts(databases)


def test_a_move_that_was_done_is_not_done_again(folder: FolderDatabases, databases: ServerDatabases) -> None:
    """Neither into the same place, nor into another, nor called off: two houses would have one journal."""
    carried(folder, databases)
    for again in (lambda: carried(folder, databases), lambda: undo(folder, databases)):
        with pytest.raises((MoveRefused, Moved)):
            again()
    starts(databases)


def test_called_off_the_old_place_is_used_again(folder: FolderDatabases, databases: ServerDatabases) -> None:
    """And the new one is empty, for another move."""
    before = sums(folder)
    with pytest.raises(Cut):
        carried(folder, databases, cut_at=9)
    undo(folder, databases)
    starts(folder)
    assert {each.rows for each in sums(databases).values()} == {0}
    carried(folder, databases)
    assert sums(databases) == before


def test_called_off_a_server_is_written_to_again(
    folder: FolderDatabases, databases: ServerDatabases, tmp_path: Path
) -> None:
    """While it is moved from, whoever comes may only read there."""
    carried(folder, databases)
    new = FolderDatabases(tmp_path / "new")
    with pytest.raises(Cut):
        carried(databases, new, cut_at=3)
    assert only_reads(databases)
    undo(databases, new)
    assert not only_reads(databases)
    starts(databases)


def test_a_server_that_somebody_else_is_in_is_not_moved(
    folder: FolderDatabases, databases: ServerDatabases, tmp_path: Path
) -> None:
    """Their number is said, and nothing has changed."""
    carried(folder, databases)
    keystore = databases.open_keys(today=MONDAY.date)
    keystore.count()
    with pytest.raises(FolderInUse, match="Other sessions"):
        carried(databases, FolderDatabases(tmp_path / "new"))
    keystore.close()
    assert not only_reads(databases)
    starts(databases)


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (lambda old, _new: old.folder.rename(old.folder.with_name("elsewhere")), MoveRefused),
        (lambda _old, new: fill(new, rows=1), MoveRefused),
        (lambda _old, new: versioned(new, "0000"), MoveRefused),
        (lambda _old, new: versioned(new, "9999"), SchemaAhead),
        (lambda old, _new: versioned(old, "0000"), SchemaBehind),
        (lambda old, _new: versioned(old, "9999"), SchemaAhead),
    ],
    ids=["no data", "not empty", "new one behind", "new one ahead", "old one behind", "old one ahead"],
)
def test_a_wrong_place_is_refused_and_nothing_has_changed(
    folder: FolderDatabases,
    databases: ServerDatabases,
    spoil: Callable[[Databases, Databases], object],
    refusal: type[ReststopError],
) -> None:
    """With what it is, before either place says anything."""
    spoil(folder, databases)
    with pytest.raises(refusal):
        carried(folder, databases)
    for place in (folder, databases):
        if not place.missing():
            with sides.opened(place) as engines, engines["main"].connect() as connection:
                assert connection.scalar(text("SELECT count(*) FROM notes WHERE name = 'move'")) == 0


def test_the_same_place_is_refused(folder: FolderDatabases) -> None:
    """A move into itself."""
    with pytest.raises(MoveRefused, match="same place"):
        carried(folder, FolderDatabases(folder.folder))


def test_a_place_in_the_middle_of_another_move_is_refused(
    folder: FolderDatabases, databases: ServerDatabases, tmp_path: Path
) -> None:
    """What came there is of somebody else's."""
    with pytest.raises(Cut):
        carried(folder, databases, cut_at=3)
    other = FolderDatabases(tmp_path / "other")
    fill(other, rows=2, seed=2)
    with pytest.raises(MoveRefused, match="another move"):
        carried(other, databases)
    starts(other)


def test_who_was_erased_is_not_carried(folder: FolderDatabases, databases: ServerDatabases) -> None:
    """An older copy that holds a key of somebody in the ledger has to forget them first."""
    with sides.opened(folder) as engines, engines["keys"].connect() as connection:
        [somebody, *_] = connection.execute(carrying.plain(keys).select()).all()
    mark = tombstone_mark(PersonId(_uuid(somebody.person)))
    told = MoveTold(begins=lambda _rows, _before: None, carried=lambda _table, _rows: None)
    with pytest.raises(MoveRefused, match="reststop db forget"):
        move(folder, databases, move_id="one", erased=frozenset({mark}), told=told)
    starts(folder)


def versioned(databases: Databases, version: str) -> None:
    """Let the main database say that it is of another release."""
    with sides.opened(databases) as engines, engines["main"].begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})


def only_reads(databases: ServerDatabases) -> bool:
    """Whether a session that begins there may only read."""
    engine = migrate._open_shared(databases.main)  # noqa: SLF001 - as a start opens it
    try:
        with engine.connect() as connection:
            return bool(connection.scalar(text("SHOW default_transaction_read_only")) == "on")
    finally:
        engine.dispose()


def _uuid(raw: bytes) -> UUID:
    return UUID(bytes=raw)


def _cut(_connection: object) -> None:
    raise Cut
