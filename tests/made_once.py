"""What a house begins with, made once for all tests of a process: our own library, and tables without a row.

It is nobody's words. Whoever tells a story of another library, or of one that changes, has it read each time.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest

from adapters.content.library import Library
from adapters.store import folder as data_folder
from adapters.store import migrate
from bot.app.fitting import load_library
from bot.app.library import Folders, library_folder

_library = cache(load_library)
_FILES = (data_folder.MAIN, data_folder.KEYS)
_upgrade = migrate.upgrade


def load_once(folders: Folders) -> Library:
    """Load a library as `load_library` does; our own is not read again.

    Raises:
        ContentBroken: as of `load_library`.
    """
    return _library(folders) if folders == Folders(library_folder()) else load_library(folders)


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
    patch.setattr("bot.app.bootstrap.load_library", load_once)
    patch.setattr(migrate, "upgrade", upgrade_once)


@cache
def _made() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as empty:
        _upgrade(Path(empty))
        return {name: (Path(empty) / name).read_bytes() for name in _FILES}
