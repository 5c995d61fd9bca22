"""What befalls a database on a server while a house works with it; each ends with its block."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass

import psycopg
from sqlalchemy import make_url

from tests.postgres.server import Server, Switch

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
_NO_ROOM = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$
"""
_CUT_EVERY = 0.003
"""Seconds between two cuts of every line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class On:
    """The server, what turns it off, and the address of the database that is in trouble."""

    server: Server
    switch: Switch
    address: str

    @property
    def name(self) -> str:
        """The database's name."""
        return str(make_url(self.address).database)

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        """Enter it, beside the house."""
        return psycopg.connect(self.address.replace("+psycopg", ""), autocommit=True)

    def send_away(self) -> None:
        """End every session in it."""
        self.server.tell(
            f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{self.name}'"  # noqa: S608 - a name of ours
        )


Trouble = Callable[[On], AbstractContextManager[None]]


@contextmanager
def locked(on: On) -> Iterator[None]:
    """Let another session hold every table of ours."""
    with closing(on.connect()) as other:
        names = ", ".join(str(name) for (name,) in other.execute(_TABLES) if name != "alembic_version")
        with other.transaction(force_rollback=True):
            other.execute(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE".encode())
            yield


@contextmanager
def full(on: On) -> Iterator[None]:
    """Let nothing be written: the server says that its disk has no room."""
    with closing(on.connect()) as other:
        names = [str(name) for (name,) in other.execute(_TABLES)]
        other.execute(_NO_ROOM)
        for name in names:
            trigger = f"CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON {name} EXECUTE FUNCTION no_room()"
            other.execute(trigger.encode())
        try:
            yield
        finally:
            other.execute("DROP FUNCTION no_room CASCADE")


@contextmanager
def read_only(on: On) -> Iterator[None]:
    """Let it take no write, as a standby does that has not taken over yet."""
    on.server.tell(f'ALTER DATABASE "{on.name}" SET default_transaction_read_only = on')
    on.send_away()
    try:
        yield
    finally:
        on.server.tell(f'ALTER DATABASE "{on.name}" RESET default_transaction_read_only')
        on.send_away()


@contextmanager
def gone(on: On) -> Iterator[None]:
    """Let there be no database of its name."""
    on.send_away()
    on.server.tell(f'ALTER DATABASE "{on.name}" RENAME TO "{on.name}_elsewhere"')
    try:
        yield
    finally:
        on.server.tell(f'ALTER DATABASE "{on.name}_elsewhere" RENAME TO "{on.name}"')


@contextmanager
def stopped(on: On) -> Iterator[None]:
    """Let the server end as by a power cut, and come back."""
    on.server.close()
    on.switch.off()
    try:
        yield
    finally:
        on.switch.on()


@contextmanager
def cut(on: On) -> Iterator[None]:
    """Let every line to it be cut again and again, wherever a unit is."""
    over = threading.Event()

    def cut_on() -> None:
        while not over.wait(_CUT_EVERY):
            on.send_away()

    cutting = threading.Thread(target=cut_on)
    on.send_away()
    cutting.start()
    try:
        yield
    finally:
        over.set()
        cutting.join()


TROUBLES: tuple[Trouble, ...] = (locked, full, read_only, gone, stopped, cut)
