"""The key store on SQLite keeps the contract of the port, and what it removes can be read nowhere."""

from __future__ import annotations

import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from adapters.store import folder as data_folder
from adapters.store.keys import SqlKeyStore, open_keys
from adapters.store.ledger import Ledger
from bot.domain.people import PersonId
from bot.errors import LedgerBroken, NotSaved
from bot.ports.keys import Tombstone, tombstone_mark
from tests.contract.keystore_contract import (
    MARCH,
    NOISE,
    Calendar,
    KeyStoreContract,
    OpenStore,
    a_key,
    a_person,
    changed,
)
from tests.made_once import upgrade_once

TRACE = b"thirty-two bytes of a wrapped key"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Migrate a data folder."""
    upgrade_once(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def keys(folder: Path) -> Iterator[SqlKeyStore]:
    """Open one store that waits for nobody for long."""
    store = open_keys(folder, today=lambda: MARCH, patience=0.05)
    yield store
    store.close()


class TestSqlKeyStore(KeyStoreContract):
    """The contract over one file."""

    @pytest.fixture
    def open_store(self, folder: Path, calendar: Calendar) -> Iterator[OpenStore]:
        """Open stores over one file."""
        opened: list[SqlKeyStore] = []

        def open_one() -> SqlKeyStore:
            opened.append(open_keys(folder, today=calendar.today))
            return opened[-1]

        yield open_one
        for each in opened:
            each.close()


def test_keystore_leaves_no_bytes_of_a_removed_key(folder: Path, keys: SqlKeyStore) -> None:
    """After a removal neither the file nor its log holds the old bytes."""
    person = a_person()
    keys.put(a_key(person, wrapped=TRACE))
    assert TRACE in everything_in(folder)
    keys.remove(person, with_=NOISE)
    assert TRACE not in everything_in(folder)


def test_keystore_leaves_no_bytes_of_what_a_ledger_names(folder: Path, keys: SqlKeyStore) -> None:
    """A restored copy forgets as well as the original did."""
    person = a_person()
    keys.put(a_key(person, wrapped=TRACE))
    keys.replay([Tombstone(mark=tombstone_mark(person), day=MARCH)], with_=NOISE)
    assert TRACE not in everything_in(folder)


def test_keystore_leaves_no_bytes_of_an_earlier_wrapping(folder: Path, keys: SqlKeyStore) -> None:
    """Who is erased after a rotation is gone in the old wrapping as well as in the new one."""
    people = [a_person() for _ in range(60)]
    wrapped = {person: TRACE + person.bytes for person in people}
    for person in people:
        keys.put(a_key(person, wrapped=wrapped[person]))
    keys.replace([changed(a_key(person, wrapped=wrapped[person])) for person in people])
    for person in people[::2]:
        keys.remove(person, with_=NOISE)
    left = everything_in(folder)
    assert [person for person in people[::2] if wrapped[person] in left] == []
    assert all(changed(a_key(person, wrapped=wrapped[person])).key.wrapped in left for person in people[1::2])


def test_keystore_drops_from_a_copy_what_has_no_rows_there(folder: Path, keys: SqlKeyStore) -> None:
    """Without a tombstone: whoever it is may live on elsewhere."""
    kept, lone = a_person(), a_person()
    keys.put(a_key(kept))
    keys.put(a_key(lone, wrapped=TRACE))
    keys.keep_only(frozenset([kept]), with_=NOISE)
    assert dict(keys.people()) == {kept: MARCH}
    assert list(keys.tombstones()) == []
    assert TRACE not in everything_in(folder)


def test_keystore_enters_who_was_erased_in_the_ledger(folder: Path, tmp_path: Path) -> None:
    """Once each, apart from the data, and for the owner alone."""
    ledger = Ledger(tmp_path / "apart" / "erased")
    people = [a_person() for _ in range(3)]
    with closing(open_keys(folder, today=lambda: MARCH, ledger=ledger)) as keys:
        assert ledger.read() == []
        for person in people:
            keys.put(a_key(person))
            keys.remove(person, with_=NOISE)
            keys.remove(person, with_=NOISE)
        keys.remove(a_person(), with_=NOISE)
        assert ledger.read() == [Tombstone(mark=tombstone_mark(person), day=MARCH) for person in people]
        row = uuid4()
        keys.bury([row])
        people.append(PersonId(row))
        assert ledger.read() == [Tombstone(mark=tombstone_mark(person), day=MARCH) for person in people]
        ledger.catch_up(keys.tombstones())
        assert len(ledger.read()) == len(people)
    assert stat.S_IMODE(ledger.path.stat().st_mode) == 0o600


def test_a_ledger_that_cannot_be_written_holds_up_no_erasing(folder: Path, tmp_path: Path) -> None:
    """The key is what counts; the ledger is caught up with later."""
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    person = a_person()
    with closing(open_keys(folder, today=lambda: MARCH, ledger=Ledger(blocked / "erased"))) as keys:
        keys.put(a_key(person, wrapped=TRACE))
        keys.remove(person, with_=NOISE)
        assert keys.get(person) is None
        later = Ledger(tmp_path / "erased")
        later.catch_up(keys.tombstones())
    assert TRACE not in everything_in(folder)
    assert [each.mark for each in later.read()] == [tombstone_mark(person)]


def test_a_ledger_survives_a_line_that_was_cut_short(tmp_path: Path) -> None:
    """At whatever byte: what stood before is read, what comes after is, too."""
    first, second, third = (Tombstone(mark=tombstone_mark(a_person()), day=MARCH) for _ in range(3))
    whole = Ledger(tmp_path / "whole")
    whole.append([first])
    begun = whole.path.read_bytes()
    whole.append([second])
    for size in range(len(begun), whole.path.stat().st_size):
        cut = Ledger(tmp_path / f"cut{size}")
        cut.path.write_bytes(whole.path.read_bytes()[:size])
        cut.append([third])
        assert cut.read() == [first, third]


@pytest.mark.parametrize(
    "line", ["nonsense", "00 2026-03-02", "00" * 32 + " yesterday", "00" * 33 + " 2026-03-02"]
)
def test_a_ledger_with_a_line_that_is_none_is_refused(tmp_path: Path, line: str) -> None:
    """Nobody is brought back because a line was skipped."""
    ledger = Ledger(tmp_path / "erased")
    ledger.append([Tombstone(mark=tombstone_mark(a_person()), day=MARCH)])
    ledger.path.write_text(ledger.path.read_text() + line + "\n")
    with pytest.raises(LedgerBroken, match="Line 4"):
        ledger.read()


def test_keystore_never_claims_to_have_wiped_what_a_reader_holds(folder: Path, keys: SqlKeyStore) -> None:
    """While somebody reads an older state a removal says so, and calling again afterwards finishes it."""
    person = a_person()
    keys.put(a_key(person, wrapped=TRACE))
    with closing(sqlite3.connect(folder / data_folder.KEYS, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM keys").fetchall()
        with pytest.raises(NotSaved):
            keys.remove(person, with_=NOISE)
    assert keys.get(person) is None
    keys.remove(person, with_=NOISE)
    assert TRACE not in everything_in(folder)


def test_keystore_that_is_locked_says_not_saved(folder: Path, keys: SqlKeyStore) -> None:
    """A file that something else is writing to is not available; afterwards it is."""
    person = a_person()
    with closing(sqlite3.connect(folder / data_folder.KEYS, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved):
            keys.put(a_key(person))
        assert keys.get(person) is None
    keys.put(a_key(person))
    assert keys.get(person) == a_key(person)


def test_keystore_may_be_called_from_any_thread(folder: Path) -> None:
    """Units of work run on threads of their own and ask for keys there."""
    people = [a_person() for _ in range(8)]
    with closing(open_keys(folder, today=lambda: MARCH)) as keys:
        threads = [threading.Thread(target=keys.put, args=(a_key(person),)) for person in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {person for person, _ in keys.people()} == set(people)


def everything_in(folder: Path) -> bytes:
    """Return every byte that lies in a folder."""
    return b"".join(file.read_bytes() for file in folder.iterdir())
