"""The data folder: which files it holds, and that it belongs to one process at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bot.errors import FolderInUse

MAIN: Final = "reststop.db"
KEYS: Final = "keys.db"
LOCK: Final = "in-use-by"


def make(folder: Path) -> None:
    """Make the folder, for its owner alone, where there is none."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the folder for this process. The lock dies with its holder, however that ends.

    Raises:
        FolderInUse: another process holds it. The sentence names its id.
    """
    make(folder)
    with os.fdopen(os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FolderInUse(_naming(lock.read().strip())) from None
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield
        lock.truncate(0)


def _naming(holder: str) -> str:
    who = f"Process {holder}" if holder else "Another process"
    return f"{who} already works in this data folder, and only one can. Leave that one first."
