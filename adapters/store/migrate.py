"""Bringing a data folder up to date. Alembic is loaded only where there is something to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import Connection, Engine, inspect, text

from adapters.store import folder as data_folder
from adapters.store import postgres, sqlite
from adapters.store.failures import translate_errors
from bot.errors import SchemaAhead

MIGRATIONS: Final = Path(__file__).parent / "migrations"
PATIENCE: Final = 10.0
"""Seconds to wait for another process that may be doing the same."""


Database = Literal["main", "keys"]
Addresses = Mapping[Database, str]
"""Where both are on a server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """One history of migrations, and the file that it is about."""

    name: Database
    file: str
    head: str
    """The revision that this release works with; a test compares it with the files."""


HISTORIES: Final = (
    History(name="main", file=data_folder.MAIN, head="0005"),
    History(name="keys", file=data_folder.KEYS, head="0002"),
)


def upgrade(folder: Path) -> bool:
    """Make or upgrade both databases of a data folder, each in one transaction; whether one was changed.

    Raises:
        SchemaAhead: one was written by a newer release; it is left as it is.
        NotSaved: one was not available.
    """
    data_folder.make(folder)
    changed = [_upgrade(_open(folder / history.file), sqlite.for_migrating, history) for history in HISTORIES]
    return any(changed)


def make_file(file: Path, name: Database) -> None:
    """Make one database, empty, in a file of its own.

    Raises:
        NotSaved: it cannot be written there.
    """
    [history] = [each for each in HISTORIES if each.name == name]
    _upgrade(_open(file), sqlite.for_migrating, history)


def upgrade_shared(addresses: Addresses) -> bool:
    """Make or upgrade both databases on a server, as `upgrade` does; of several processes one does it.

    Raises:
        SchemaAhead, NotSaved: as above.
        BadSetting: one is no address of a PostgreSQL database.
    """
    changed = [
        _upgrade(_open_shared(addresses[history.name]), postgres.for_migrating, history)
        for history in HISTORIES
    ]
    return any(changed)


def is_behind(folder: Path) -> bool:
    """Whether an `upgrade` of the two databases that are there has something to do. Nothing is written.

    Raises:
        SchemaAhead: one was written by a newer release.
        NotSaved: one was not available.
    """
    files = [folder / history.file for history in HISTORIES]
    if any(file.stat().st_size == 0 for file in files):  # to open it would write its first page
        return True
    return any(_is_behind(_open(folder / history.file), history) for history in HISTORIES)


def is_shared_behind(addresses: Addresses) -> bool:
    """Whether an `upgrade_shared` has something to do; as `is_behind`.

    Raises:
        SchemaAhead, NotSaved: as above.
        BadSetting: one is no address of a PostgreSQL database.
    """
    return any(_is_behind(_open_shared(addresses[history.name]), history) for history in HISTORIES)


def missing_shared(addresses: Addresses) -> frozenset[Database]:
    """Return the databases on a server that hold nothing of ours yet.

    Raises:
        NotSaved: one was not available.
        BadSetting: one is no address of a PostgreSQL database.
    """
    return frozenset(name for name, address in addresses.items() if _known(_open_shared(address)) is None)


def _open(file: Path) -> Engine:
    return sqlite.open_engine(file, connections=1, patience=PATIENCE)


def _open_shared(address: str) -> Engine:
    return postgres.open_engine(address, connections=1, patience=PATIENCE)


def _known(engine: Engine) -> str | None:
    try:
        with translate_errors(), engine.connect() as connection:
            return _version(connection)
    finally:
        engine.dispose()


def _is_behind(engine: Engine, history: History) -> bool:
    version = _known(engine)
    if version is not None and version > history.head:  # they are numbered
        raise SchemaAhead
    return version != history.head


def _upgrade(engine: Engine, for_migrating: Callable[[Engine], Engine], history: History) -> bool:
    try:
        with translate_errors():
            with engine.connect() as connection:
                if _version(connection) == history.head:
                    return False
            with for_migrating(engine).begin() as connection:
                return _upgrade_in(connection, history)
    finally:
        engine.dispose()


def _upgrade_in(connection: Connection, history: History) -> bool:
    from alembic import command  # noqa: PLC0415 - a start with nothing to do never pays for it
    from alembic.config import Config  # noqa: PLC0415 - as above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - as above

    config = Config(attributes={"connection": connection})
    for name, value in {
        "path_separator": "newline",
        "script_location": str(MIGRATIONS),
        "version_locations": str(MIGRATIONS / history.name),
    }.items():
        config.set_main_option(name, value.replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    version = _version(connection)
    if version is not None and version not in known:
        raise SchemaAhead
    command.upgrade(config, "head")
    return True


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version
