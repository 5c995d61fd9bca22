"""What a house begins with, made once for all tests of a process: a library, and tables without a row.

So is what SQLAlchemy compiles. It is nobody's words. A library is read again where one of its files changed.
"""

from __future__ import annotations

import tempfile
from functools import cache, lru_cache
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, create_engine

from adapters.content.library import Library
from adapters.store import folder as data_folder
from adapters.store import migrate
from bot.app.fitting import load_library
from bot.app.library import Folders, library_folder

_FILES = (data_folder.MAIN, data_folder.KEYS)
_upgrade = migrate.upgrade


def our_library() -> Library:
    """Return the library that ships."""
    return load_once(Folders(library_folder()))


def load_once(folders: Folders) -> Library:
    """Load a library as `load_library` does; one whose files are as they were is not read again.

    Raises:
        ContentBroken: as of `load_library`.
    """
    return _library(folders, _stamp(folders))


@lru_cache(maxsize=8)
def _library(folders: Folders, _as_it_stands: object) -> Library:
    return load_library(folders)


def _stamp(folders: Folders) -> tuple[tuple[str, int, int], ...]:
    """Return what changes with any file of a library: which there are, how long, and written when."""
    if folders == Folders(library_folder()):
        return ()
    files = (file for folder in (folders.library, *folders.packs) for file in sorted(folder.rglob("*.yaml")))
    return tuple((str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files)


def upgrade_once(folder: Path) -> bool:
    """Make or upgrade both databases as `migrate.upgrade` does; where there is none, from files made before.

    Raises:
        SchemaAhead, NotSaved: as of `migrate.upgrade`.
    """
    if any((folder / name).exists() for name in _FILES):
        return _upgrade(folder)
    data_folder.make(folder)
    for name, content in _made().items():
        (folder / name).touch(0o600)
        (folder / name).write_bytes(content)
    return True


def make_once(patch: pytest.MonkeyPatch) -> None:
    """Let each house that opens in this process meanwhile begin with what was made once."""
    know_library(patch)
    patch.setattr(migrate, "upgrade", upgrade_once)
    patch.setattr("adapters.store.sqlite.create_engine", _engine)


def know_library(patch: pytest.MonkeyPatch) -> None:
    """Let each house that opens in this process meanwhile know the library already; its tables it makes."""
    patch.setattr("bot.app.bootstrap.load_library", load_once)


def _engine(url: URL, **options: object) -> Engine:
    """Make an engine that knows what others before it have compiled: each would compile all of it anew."""
    engine = create_engine(url, **options)
    engine.dialect = engine.pool._dialect = _first().dialect  # noqa: SLF001 - no option shares one
    engine._compiled_cache = _first()._compiled_cache  # noqa: SLF001 - as above
    return engine


@cache
def _first() -> Engine:
    """Make an engine that has seen a database, so that its dialect knows what SQLite can do."""
    engine = create_engine("sqlite://")
    engine.connect().close()
    return engine


@cache
def _made() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as empty:
        _upgrade(Path(empty))
        return {name: (Path(empty) / name).read_bytes() for name in _FILES}
