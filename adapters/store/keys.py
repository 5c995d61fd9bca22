"""The key store: wrapped keys in a file of their own, where what is removed leaves no bytes behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, delete, insert, select, update

from adapters.store import folder as data_folder
from adapters.store import sqlite
from adapters.store.failures import translate_errors
from adapters.store.key_tables import key_notes, keys, tombstones
from adapters.store.rows import columns_of, every, first, values_of
from bot.domain.people import PersonId
from bot.errors import KeyExists, KeyGone
from bot.ports.keys import Tombstone, WrappedKey, tombstone_mark

PATIENCE: Final = 5.0
"""Seconds to wait for whoever else reads or writes this small file."""

_KEY = columns_of(keys, WrappedKey)
_TOMBSTONE = columns_of(tombstones, Tombstone)
_INSERT_NOTE = sqlite.insert(key_notes)
_SET_NOTE = _INSERT_NOTE.on_conflict_do_update(
    index_elements=["name"], set_={"value": _INSERT_NOTE.excluded.value}
)


def open_keys(folder: Path, *, today: Callable[[], date], patience: float = PATIENCE) -> SqlKeyStore:
    """Open the key store of a data folder that `migrate.upgrade` has brought up to date."""
    return SqlKeyStore(
        sqlite.open_engine(folder / data_folder.KEYS, connections=4, patience=patience), today=today
    )


class SqlKeyStore:
    """Keeps the contract of `bot.ports.keys.KeyStore`; any thread may call it.

    Every method raises `NotSaved` where the file is not available.
    """

    def __init__(self, engine: Engine, *, today: Callable[[], date]) -> None:
        """Work on `engine`, which is closed with this store; `today` dates keys and tombstones."""
        self._engine = engine
        self._for_writing = sqlite.for_writing(engine)
        self._today = today

    def get(self, person: PersonId) -> WrappedKey | None:
        """Return the key of `person` as it stands now."""
        with self._reading() as connection:
            return first(connection, WrappedKey, select(*_KEY).where(keys.c.person == person))

    def put(self, key: WrappedKey) -> None:
        """Add and commit a key; raises `KeyExists` or `KeyGone` as the port says."""
        with self._writing() as connection:
            if _holds_key(connection, key.person):
                raise KeyExists
            mark = tombstone_mark(key.person)
            if connection.execute(select(tombstones).where(tombstones.c.mark == mark)).first():
                raise KeyGone
            connection.execute(insert(keys), {**values_of(key), "made_on": self._today()})

    def remove(self, person: PersonId, *, with_: bytes) -> None:
        """Overwrite, delete, set a tombstone, and empty the log in which the old bytes still stand.

        Called again it empties the log once more, so a refusal can be mended.

        Raises:
            NotSaved: the key may be gone already, but its bytes can still be read from the log.
        """
        with self._writing() as connection:
            if _holds_key(connection, person):
                this = keys.c.person == person
                connection.execute(update(keys).where(this).values(wrapped=with_))
                connection.execute(delete(keys).where(this))
                connection.execute(insert(tombstones), {"mark": tombstone_mark(person), "day": self._today()})
        with translate_errors():
            sqlite.wipe_log(self._engine)

    def people(self) -> Iterator[tuple[PersonId, date]]:
        """Walk everyone with a key and the day it was made, as of now."""
        with self._reading() as connection:
            found = connection.execute(select(keys.c.person, keys.c.made_on)).all()
        return iter([(PersonId(person), day) for person, day in found])

    def tombstones(self) -> Iterator[Tombstone]:
        """Walk all tombstones, as of now."""
        with self._reading() as connection:
            return iter(every(connection, Tombstone, select(*_TOMBSTONE)))

    def kek_ids(self) -> frozenset[str]:
        """Return the ids of the key-encryption keys that some stored key still needs."""
        with self._reading() as connection:
            return frozenset(connection.scalars(select(keys.c.kek_id).distinct()))

    def note(self, name: str) -> bytes | None:
        """Return a note by its name."""
        with self._reading() as connection:
            return connection.scalar(select(key_notes.c.value).where(key_notes.c.name == name))

    def set_note(self, name: str, value: bytes) -> None:
        """Write a note and commit it."""
        with self._writing() as connection:
            connection.execute(_SET_NOTE, {"name": name, "value": value})

    def close(self) -> None:
        """Let go of files and connections."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translate_errors(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translate_errors(), self._for_writing.begin() as connection:
            yield connection


def _holds_key(connection: Connection, person: PersonId) -> bool:
    return connection.execute(select(keys.c.person).where(keys.c.person == person)).first() is not None
