"""The two ends of a move: how each is opened for it, and kept from everybody else meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Final

from sqlalchemy import Connection, Engine, delete, text

from adapters.store import folder as data_folder
from adapters.store import migrate, postgres, sqlite
from adapters.store.carrying import TABLES
from adapters.store.databases import Databases, FolderDatabases, ServerDatabases
from adapters.store.failures import translate_errors
from adapters.store.migrate import Database
from bot.errors import FolderInUse, MoveRefused, StoreFault

_PATIENCE: Final = 10.0
_LOOKS: Final = 20
_PAUSE: Final = "SELECT pg_sleep(0.1)"
_SETTING: Final = "default_transaction_read_only"
_OTHERS: Final = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND usesysid IS NOT NULL"
    " AND coalesce(backend_type, 'client backend') = 'client backend'"
)
"""Of another user's session the kind is not shown, unless one may see all; the server's own have no user."""
_OWNED: Final = text(
    "SELECT pg_has_role(datdba, 'USAGE') FROM pg_database WHERE datname = current_database()"
)
_SET_SO: Final = text(
    "SELECT count(*) FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase"
    " WHERE datname = current_database() AND setrole = 0 AND :what = ANY(setconfig)"
)

Engines = Mapping[Database, Engine]


@contextmanager
def opened(databases: Databases) -> Iterator[Engines]:
    """Open both databases, which are there, for writing whole batches; also where others may only read."""
    with ExitStack() as held:
        engines = dict[Database, Engine]()
        for history in migrate.HISTORIES:
            engine = _engine(databases, history.name)
            held.callback(engine.dispose)
            engines[history.name] = engine
        with translate_errors():
            yield engines


def begin_snapshot(connection: Connection) -> None:
    """Let all that a connection reads be of one moment."""
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="REPEATABLE READ")
    connection.execute(text("SELECT version_num FROM alembic_version"))  # a snapshot is taken by looking


def empty(engine: Engine, database: Database) -> None:
    """Remove every row of a database; what was overwritten can be read from its files no more.

    Raises:
        NotSaved: something else reads there, and a log has to stay for it.
    """
    with engine.begin() as connection:
        for table in reversed(TABLES[database]):
            if engine.dialect.name == "postgresql":
                connection.execute(text(f'TRUNCATE "{table.name}" CASCADE'))
            else:
                connection.execute(delete(table))
    if engine.dialect.name == "sqlite":
        sqlite.wipe_log(engine)


def shut(databases: Databases) -> None:
    """Let nobody else write to databases on a server; a folder is held by whoever moves it.

    The server lets every session that begins from now on only read. Called again it does the same.

    Raises:
        FolderInUse: other sessions are there, and could go on writing. Nothing was changed then.
        MoveRefused: the user of an address may not say so to the server. Nothing was changed then, either.
    """
    if not isinstance(databases, ServerDatabases):
        return
    for address in databases.addresses.values():
        _see_that_it_is_owned(address)
    try:
        for name, address in databases.addresses.items():
            _set(address, "SET {} = on")
            see_that_nobody_is_in(databases.names[name], address)
    except BaseException:  # cut off, too: nobody stays locked out
        open_again(databases)
        raise


def open_again(databases: Databases) -> None:
    """Take back what `shut` did."""
    if isinstance(databases, ServerDatabases):
        for address in databases.addresses.values():
            _set(address, "RESET {}")


def is_shut(databases: Databases) -> bool:
    """Whether `shut` was called for databases on a server, and not taken back."""
    if not isinstance(databases, ServerDatabases):
        return False
    return any(_is_set(address) for address in databases.addresses.values())


def see_that_nobody_is_in(name: str, address: str) -> None:
    """See that no other session is in a database on a server. One that just ended is waited for.

    Raises:
        FolderInUse: there is one.
        NotSaved: that cannot be seen.
    """
    with _statements(address) as connection:  # in one transaction all looks would be the first
        for _ in range(_LOOKS):
            others = connection.scalar(_OTHERS)
            if not others:
                return
            connection.exec_driver_sql(_PAUSE)
    raise FolderInUse(
        f"Other sessions are in {name}: {others}. Leave every Reststop and whatever else is connected to it"
        " first."
    )


def _engine(databases: Databases, name: Database) -> Engine:
    match databases:
        case FolderDatabases(folder=folder):
            file = {"main": data_folder.MAIN, "keys": data_folder.KEYS}[name]
            return sqlite.for_writing(sqlite.open_engine(folder / file, connections=1, patience=_PATIENCE))
        case ServerDatabases():
            return _server_engine(databases.addresses[name])
        case _:
            raise StoreFault("These databases are nowhere that is known.")


def _server_engine(address: str) -> Engine:
    return postgres.open_engine(address, connections=1, patience=_PATIENCE, more={_SETTING: "off"})


def _set(address: str, what: str) -> None:
    with _statements(address) as connection:
        name = connection.scalar(text("SELECT quote_ident(current_database())"))
        connection.execute(text(f"ALTER DATABASE {name} {what.format(_SETTING)}"))


def _is_set(address: str) -> bool:
    with _statements(address) as connection:
        return bool(connection.scalar(_SET_SO, {"what": f"{_SETTING}=on"}))


def _see_that_it_is_owned(address: str) -> None:
    with _statements(address) as connection:
        if not connection.scalar(_OWNED):
            raise MoveRefused(
                f"The user of {postgres.called(address)} does not own that database, and so cannot keep"
                " others from writing to it meanwhile. Name its owner in the address for the move."
            )


@contextmanager
def _statements(address: str) -> Iterator[Connection]:
    """Give a connection on which each statement is by itself."""
    engine = _server_engine(address)
    try:
        with (
            translate_errors(),
            engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection,
        ):
            yield connection
    finally:
        engine.dispose()
