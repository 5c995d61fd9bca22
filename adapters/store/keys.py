"""The key store: wrapped keys in a file or a database of their own.

In the file what is removed leaves no bytes behind. On a server a daily rewriting does what can be done from
here (docs/operations.md says what cannot).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from adapters.store import folder as data_folder
from adapters.store import postgres, sqlite
from adapters.store.failures import Met, translate_errors
from adapters.store.key_tables import key_notes, keys, tombstones
from adapters.store.ledger import Ledger
from adapters.store.repositories.rows import columns_of, every, first, values_of
from bot.domain.people import PersonId
from bot.errors import KeyExists, KeyGone
from bot.ports.faults import CrashPoints, NoCrash
from bot.ports.keys import Rewrapped, Tombstone, WrappedKey, tombstone_mark

T = TypeVar("T")

PATIENCE: Final = 5.0
"""Seconds to wait for whoever else reads or writes this small file."""

_SHARED: Final = 12
"""Connections of one process of several: as many as it has units that may need a key."""
_MOST_RUNS: Final = 20
"""So often a write that met another is tried."""

_KEY = columns_of(keys, WrappedKey)
_BY_PERSON = select(*_KEY).where(keys.c.person == bindparam("person"))
_TOMBSTONE = columns_of(tombstones, Tombstone)
_INSERT_NOTE = upsert(key_notes)
_SET_NOTE = _INSERT_NOTE.on_conflict_do_update(
    index_elements=["name"], set_={"value": _INSERT_NOTE.excluded.value}
)
_NOTE_ONCE = upsert(key_notes).on_conflict_do_nothing()
_BURY = upsert(tombstones).on_conflict_do_nothing()
_REWRAP = (
    update(keys)
    .where(
        keys.c.person == bindparam("of"),
        keys.c.kek_id == bindparam("old_id"),
        keys.c.wrapped == bindparam("old"),
    )
    .values(kek_id=bindparam("new_id"), wrapped=bindparam("new"))
)


def open_keys(
    folder: Path,
    *,
    today: Callable[[], date],
    ledger: Ledger | None = None,
    patience: float = PATIENCE,
    crash_points: CrashPoints | None = None,
) -> SqlKeyStore:
    """Open the key store of a data folder that `migrate.upgrade` has brought up to date.

    Whoever destroys keys gives the `ledger`, which outlives the folder.
    """
    engine = sqlite.open_engine(folder / data_folder.KEYS, connections=4, patience=patience)
    return SqlKeyStore(
        engine,
        sqlite.for_writing(engine),
        today=today,
        ledger=ledger,
        wipe_log=partial(sqlite.wipe_log, engine),
        crash_points=crash_points,
    )


def open_shared_keys(
    address: str,
    *,
    today: Callable[[], date],
    ledger: Ledger | None = None,
    patience: float = PATIENCE,
    crash_points: CrashPoints | None = None,
) -> SqlKeyStore:
    """Open the key store at an address on a server; several processes may. The `ledger` is as above.

    Raises:
        BadSetting: this is no address of a PostgreSQL database.
    """
    engine = postgres.open_engine(address, connections=_SHARED, patience=patience)
    return SqlKeyStore(
        engine, postgres.for_writing(engine), today=today, ledger=ledger, crash_points=crash_points
    )


class SqlKeyStore:
    """Keeps the contract of `bot.ports.keys.KeyStore`; any thread may call it.

    Every method raises `NotSaved` where the file is not available.
    """

    def __init__(
        self,
        engine: Engine,
        for_writing: Engine,
        *,
        today: Callable[[], date],
        ledger: Ledger | None,
        wipe_log: Callable[[], None] | None = None,
        crash_points: CrashPoints | None = None,
    ) -> None:
        """Work on `engine`, which is closed with this store; `today` dates keys and tombstones.

        `wipe_log` empties a log of what was overwritten, where one is this store's own.
        """
        self._engine = engine
        self._for_writing = for_writing
        self._ledger = ledger
        self._wipe = wipe_log
        self._today = today
        self._crash_points = crash_points or NoCrash()

    def get(self, person: PersonId) -> WrappedKey | None:
        """Return the key of `person` as it stands now."""
        with self._reading() as connection:
            return first(connection, WrappedKey, _BY_PERSON, {"person": person})

    def put(self, key: WrappedKey) -> None:
        """Add and commit a key; raises `KeyExists`, `KeyGone` or `StoreFault` as the port says."""
        mark = tombstone_mark(key.person)

        def work(connection: Connection) -> None:
            if _holds_key(connection, key.person):
                raise KeyExists
            if connection.execute(select(tombstones).where(tombstones.c.mark == mark)).first():
                raise KeyGone
            connection.execute(insert(keys), {**values_of(key), "made_on": self._today()})

        self._crash_points.passing("before_key")
        self._write(work)
        self._crash_points.passing("after_key")

    def remove(self, person: PersonId, *, with_: bytes) -> None:
        """Overwrite, delete, set a tombstone, and empty the log in which the old bytes still stand.

        Called again it empties the log once more, so a refusal can be mended. A ledger that cannot be
        written holds no erasing up: it is caught up with at the next start.

        Raises:
            NotSaved: the key may be gone already, but its bytes can still be read from the log.
        """
        tombstone = Tombstone(mark=tombstone_mark(person), day=self._today())

        def work(connection: Connection) -> bool:
            if not _holds_key(connection, person):
                return False
            _destroy(connection, person, with_)
            connection.execute(insert(tombstones), values_of(tombstone))
            return True

        self._crash_points.passing("before_destroying")
        held = self._write(work)
        self._crash_points.passing("after_destroying")
        if held and self._ledger:
            with suppress(OSError):
                self._ledger.append([tombstone])
        self._crash_points.passing("after_ledger")
        self._wipe_log()

    def bury(self, rows: Collection[UUID]) -> None:
        """Set the tombstones, and write them into the ledger as `remove` does."""
        buried = [Tombstone(mark=tombstone_mark(row), day=self._today()) for row in rows]
        if not buried:
            return
        values = [values_of(tombstone) for tombstone in buried]
        self._write(lambda connection: connection.execute(_BURY, values))
        if self._ledger:
            with suppress(OSError):
                self._ledger.append(buried)

    def wrapped_under_other(
        self, kek_id: str, limit: int, *, after: PersonId | None = None
    ) -> Sequence[WrappedKey]:
        """Return keys under another key-encryption key, as the port says."""
        query = select(*_KEY).where(keys.c.kek_id != kek_id).order_by(keys.c.person).limit(limit)
        if after is not None:
            query = query.where(keys.c.person > after)
        with self._reading() as connection:
            return every(connection, WrappedKey, query)

    def replace(self, changes: Sequence[Rewrapped]) -> int:
        """Replace, in one transaction, the keys that still are what was expected."""
        if not changes:
            return 0
        rows = [
            {
                "of": each.key.person,
                "old_id": each.expected.kek_id,
                "old": each.expected.wrapped,
                "new_id": each.key.kek_id,
                "new": each.key.wrapped,
            }
            for each in changes
        ]
        return self._write(lambda connection: connection.execute(_REWRAP, rows).rowcount)

    def replay(self, ledger: Iterable[Tombstone], *, with_: bytes) -> frozenset[PersonId]:
        """Destroy again what the ledger says, in one transaction, and empty the log."""
        known = {tombstone.mark: tombstone for tombstone in ledger}

        def work(connection: Connection) -> frozenset[PersonId]:
            everyone = map(PersonId, connection.scalars(select(keys.c.person)).all())
            again = frozenset(person for person in everyone if tombstone_mark(person) in known)
            for person in again:
                _destroy(connection, person, with_)
            if known:
                connection.execute(_BURY, [values_of(tombstone) for tombstone in known.values()])
            return again

        again = self._write(work)
        self._wipe_log()
        return again

    def keep_only(self, people: frozenset[PersonId], *, with_: bytes) -> None:
        """Remove from a copy, without a tombstone, the keys of everyone else: nobody erased them.

        Of a copy that is restored, a key without rows opens nothing; where its rows are, its person may
        live on, and a ledger that named them would take that away.
        """

        def work(connection: Connection) -> None:
            for person in map(PersonId, connection.scalars(select(keys.c.person)).all()):
                if person not in people:
                    _destroy(connection, person, with_)

        self._write(work)
        self._wipe_log()

    def people(self) -> Iterator[tuple[PersonId, date]]:
        """Walk everyone with a key and the day it was made, as of now."""
        with self._reading() as connection:
            found = connection.execute(select(keys.c.person, keys.c.made_on)).all()
        return iter([(PersonId(person), day) for person, day in found])

    def count(self) -> int:
        """Return how many people have a key."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(keys)) or 0

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
        by = {"name": name, "value": value}
        self._write(lambda connection: connection.execute(_SET_NOTE, by))

    def note_once(self, name: str, value: bytes) -> bytes:
        """Write a note unless there is one, and commit it; return what stands there now."""
        by = {"name": name, "value": value}
        self._write(lambda connection: connection.execute(_NOTE_ONCE, by))
        return self.note(name) or value

    def close(self) -> None:
        """Let go of files and connections."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translate_errors(), self._engine.connect() as connection:
            yield connection

    def _write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction; where it met another of a server, again."""
        for runs in range(1, _MOST_RUNS):
            with suppress(Met):
                return self._write_once(work, is_first=runs == 1)
        return self._write_once(work, is_first=False)

    def _write_once(self, work: Callable[[Connection], T], *, is_first: bool) -> T:
        with translate_errors(is_first=is_first), self._for_writing.begin() as connection:
            return work(connection)

    def _wipe_log(self) -> None:
        if self._wipe is not None:
            with translate_errors():
                self._wipe()


def _destroy(connection: Connection, person: PersonId, noise: bytes) -> None:
    this = keys.c.person == person
    connection.execute(update(keys).where(this).values(wrapped=noise))
    connection.execute(delete(keys).where(this))


def _holds_key(connection: Connection, person: PersonId) -> bool:
    return connection.execute(select(keys.c.person).where(keys.c.person == person)).first() is not None
