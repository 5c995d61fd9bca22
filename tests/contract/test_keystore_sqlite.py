"""The key store on SQLite keeps the contract of the port, and what it removes can be read nowhere."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from adapters.store import folder as data_folder
from adapters.store.keys import SqlKeyStore, open_keys
from adapters.store.migrate import upgrade
from bot.errors import NotSaved
from tests.contract.keystore_contract import (
    MARCH,
    NOISE,
    Calendar,
    KeyStoreContract,
    OpenStore,
    a_key,
    a_person,
)

TRACE = b"thirty-two bytes of a wrapped key"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Migrate a data folder."""
    upgrade(tmp_path / "data")
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


def test_keystore_may_be_called_from_any_thread(keys: SqlKeyStore) -> None:
    """Units of work run on threads of their own and ask for keys there."""
    people = [a_person() for _ in range(8)]
    threads = [threading.Thread(target=keys.put, args=(a_key(person),)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {person for person, _ in keys.people()} == set(people)


def everything_in(folder: Path) -> bytes:
    """Return every byte that lies in a folder."""
    return b"".join(file.read_bytes() for file in folder.iterdir())
