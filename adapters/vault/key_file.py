"""Files that hold secrets: read with their mode in view, replaced whole, and by one process at a time."""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.errors import KeyMissing, KeyUnsafe

_READ_AT_MOST = 65_536
_SHARED = stat.S_IRWXG | stat.S_IRWXO
_NEW = ".new"
"""What a file is called beside its old self until it takes its place."""


def read(path: Path, data: Path, *, shared: bool = False) -> str | None:
    """Return what the file says, or None where no file is; its mode is judged once it is open.

    What is no text comes back as such that no line of a key file is made of.

    Raises:
        KeyMissing: it is there and cannot be read.
        KeyUnsafe: others may use it (unless `shared`), it is no plain file, or stands in the folder `data`.
    """
    while True:
        try:
            opened = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)  # never wait at a pipe
        except FileNotFoundError:
            return None
        except OSError as problem:
            raise KeyMissing(f"The key at {path} cannot be read: {problem.strerror}.") from None
        try:
            refuse_beside_data(path, data)
            found = os.fstat(opened)
            if not stat.S_ISREG(found.st_mode):
                raise KeyUnsafe(f"{path} is not a plain file. A key stands in a file of its own.")
            if found.st_mode & _SHARED and not shared:
                raise KeyUnsafe(f"Other accounts may use the key file. This mends it: chmod 600 {path}")
            content = os.read(opened, _READ_AT_MOST)
            if os.fstat(opened).st_nlink:  # else it was replaced meanwhile, and may be blank by now
                return content.decode("utf-8", "replace")
        finally:
            os.close(opened)


def write_new(path: Path, content: str) -> None:
    """Write a file that was not there, for its owner alone; return when it would survive a power cut."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(content.encode())
            file.flush()
            os.fsync(opened)
    except OSError:
        path.unlink()  # half a key file would stand in the way of the next start
        raise
    _keep_names(path.parent)


def replace(path: Path, content: str, *, scrub: bool = False) -> None:
    """Put a new file in the place of the old one, or of none: whenever that ends, one of the two is there.

    With `scrub` the old one is overwritten, where it has no other name: a key in it was destroyed.
    """
    path = path.resolve()  # a link stays one, and what it leads to is replaced
    sweep(path)
    beside = path.with_name(path.name + _NEW)
    write_new(beside, content)
    old = _open_old(path) if scrub else None
    try:
        beside.replace(path)
        _keep_names(path.parent)
        if old is not None and not os.fstat(old).st_nlink:
            os.pwrite(old, bytes(os.fstat(old).st_size), 0)
            os.fsync(old)
    finally:
        if old is not None:
            os.close(old)


def sweep(path: Path) -> None:
    """Take away what a replacing that was cut off left beside the file, where that can be done."""
    path = path.resolve()
    with suppress(OSError):
        path.with_name(path.name + _NEW).unlink()


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the folder of the file: of two that would write it anew, the second waits for the first.

    In a folder that cannot be opened nothing can be replaced, so there is nothing to hold.

    Raises:
        KeyMissing: the folder lies where nothing can be held.
    """
    try:
        opened = os.open(path.resolve().parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        yield
        return
    try:
        _wait_for(opened, path)
        yield
    finally:
        os.close(opened)


def _wait_for(folder: int, path: Path) -> None:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
    except OSError as problem:
        raise KeyMissing(f"The folder of {path} cannot be held: {problem.strerror}.") from None


def refuse_beside_data(path: Path, data: Path) -> None:
    """Refuse a key that goes wherever a copy of the data folder goes."""
    beside = data.resolve()
    for place in (path.parent.resolve() / path.name, path.resolve()):
        if any(_same_folder(parent, beside) for parent in place.parents):
            raise KeyUnsafe(
                f"The key file {path} stands in the data folder, so a copy of one is a copy of both. "
                f"Move it out of {data} and set its new place."
            )


def _same_folder(one: Path, other: Path) -> bool:
    """Compare as the file system does, where names may differ in case or by a mount."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _open_old(path: Path) -> int | None:
    try:
        return os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None


def _keep_names(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
