"""Where the two databases are: in a data folder, or on a server. What is opened there is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from adapters.store import folder as data_folder
from adapters.store import migrate, postgres, server_care, sqlite
from adapters.store.keys import SqlKeyStore, open_keys, open_shared_keys
from adapters.store.ledger import Ledger
from adapters.store.migrate import Database
from adapters.store.move_notes import refuse_moved
from adapters.store.store import SqlStore, open_shared_store, open_store
from bot.ports.faults import CrashPoints
from bot.ports.time import Clock


class Databases(Protocol):
    """The main database and the key store, wherever they are."""

    @property
    def is_shared(self) -> bool:
        """Whether several processes may stand on them."""
        ...

    @property
    def names(self) -> Mapping[Database, str]:
        """What each is called when somebody is told of it; no password is in it."""
        ...

    def missing(self) -> frozenset[Database]:
        """Return which of them are not there yet.

        Raises:
            NotSaved: that cannot be seen.
        """
        ...

    def upgrade(self) -> bool:
        """Make or upgrade both; whether one was changed. Raises what `adapters.store.migrate` names."""
        ...

    def is_behind(self) -> bool:
        """Whether an upgrade of the two that are there has something to do; raises as `upgrade`."""
        ...

    def tend(self, day: date) -> None:
        """Do what is due once a day, unless another process does; raises `NotSaved` where it could not be."""
        ...

    def open_store(self, *, clock: Clock, crash_points: CrashPoints) -> SqlStore:
        """Open the main one, which is up to date; raises `Moved` where it is an end of a move."""
        ...

    def open_keys(
        self,
        *,
        today: Callable[[], date],
        ledger: Ledger | None = None,
        crash_points: CrashPoints | None = None,
    ) -> SqlKeyStore:
        """Open the key store, which is up to date; who destroys keys gives the `ledger`."""
        ...


@dataclass(frozen=True, slots=True)
class FolderDatabases:
    """Two files of a data folder, which belongs to one process at a time."""

    folder: Path

    @property
    def is_shared(self) -> bool:
        """Never."""
        return False

    @property
    def names(self) -> Mapping[Database, str]:
        """Where the files are."""
        return {history.name: str(self.folder / history.file) for history in migrate.HISTORIES}

    def missing(self) -> frozenset[Database]:
        """Return those whose file is not there."""
        return frozenset(name for name, file in self.names.items() if not Path(file).exists())

    def upgrade(self) -> bool:
        """Make or upgrade both files."""
        return migrate.upgrade(self.folder)

    def is_behind(self) -> bool:
        """Whether an upgrade has something to do."""
        return migrate.is_behind(self.folder)

    def tend(self, day: date) -> None:
        """Do nothing: SQLite overwrites what is removed, and keeps rows in the order of a table."""

    def open_store(self, *, clock: Clock, crash_points: CrashPoints) -> SqlStore:
        """Open the main file."""
        file = self.folder / data_folder.MAIN
        refuse_moved(sqlite.open_engine(file, connections=1, patience=migrate.PATIENCE))
        return open_store(self.folder, clock=clock, crash_points=crash_points)

    def open_keys(
        self,
        *,
        today: Callable[[], date],
        ledger: Ledger | None = None,
        crash_points: CrashPoints | None = None,
    ) -> SqlKeyStore:
        """Open the key store."""
        return open_keys(self.folder, today=today, ledger=ledger, crash_points=crash_points)


@dataclass(frozen=True, slots=True)
class ServerDatabases:
    """Two databases on a PostgreSQL server, or on two; several processes stand on them."""

    main: str = field(repr=False)
    keys: str = field(repr=False)

    @property
    def is_shared(self) -> bool:
        """Always."""
        return True

    @property
    def names(self) -> Mapping[Database, str]:
        """Where they are, without a password."""
        return {name: postgres.called(address) for name, address in self.addresses.items()}

    def missing(self) -> frozenset[Database]:
        """Return those that hold nothing of ours yet."""
        return migrate.missing_shared(self.addresses)

    def upgrade(self) -> bool:
        """Make or upgrade what is in both."""
        changed = migrate.upgrade_shared(self.addresses)
        server_care.prepare(self.addresses)
        return changed

    def is_behind(self) -> bool:
        """Whether an upgrade has something to do."""
        return migrate.is_shared_behind(self.addresses)

    def tend(self, day: date) -> None:
        """Write anew the tables whose files would tell more than they may."""
        server_care.tend(self.addresses, day)

    def open_store(self, *, clock: Clock, crash_points: CrashPoints) -> SqlStore:
        """Open the main database."""
        refuse_moved(postgres.open_engine(self.main, connections=1, patience=migrate.PATIENCE))
        return open_shared_store(self.main, clock=clock, crash_points=crash_points)

    def open_keys(
        self,
        *,
        today: Callable[[], date],
        ledger: Ledger | None = None,
        crash_points: CrashPoints | None = None,
    ) -> SqlKeyStore:
        """Open the key store."""
        return open_shared_keys(self.keys, today=today, ledger=ledger, crash_points=crash_points)

    @property
    def addresses(self) -> Mapping[Database, str]:
        """Where they are, with all that is needed to enter."""
        return {"main": self.main, "keys": self.keys}
