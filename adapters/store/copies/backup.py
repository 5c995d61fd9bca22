"""Consistent copies of both databases, also while a house works with them, and a list of what they are.

    <folder>/2026-11-22T101500Z/manifest.json
                                reststop.db
                                keys-until-2026-12-06.db

Each copy is one snapshot: SQLite's own way of copying, within a read transaction, which no writer waits
for. The main database comes first, so that a key is never older than the rows that need it. The copy of
the key store says in its name how long it may be kept: what was erased lives in it until then.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Final, Literal

from adapters.store import folder as data_folder
from bot.errors import BackupBroken, FolderUnusable, KeyMissing, NotSaved

KEYS_KEPT: Final = timedelta(days=14)
"""How long a copy of the key store may be kept, so that what was erased is gone from everywhere."""
MANIFEST: Final = "manifest.json"
NOTE: Final = "backup/last"
"""The note in the key store that says when and where the last backup was made."""

_FORMAT = 1
_KEYS = "keys-until-"
_STAMP = "%Y-%m-%dT%H%M%SZ"
_PAGES = 2_000
_PATIENCE = 10.0
_CHUNK = 1 << 20

Holds = Literal["main", "keys"]
Told = Callable[[str, int, int], None]
"""Hears, for a file, how much of it is copied and how much there is."""
Taken = Callable[[Holds, Path], str]
"""Copies one snapshot of a database into a new file, and returns the revision of its schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One file of a backup."""

    name: str
    holds: Holds
    bytes: int
    sha256: str
    schema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself."""

    made_at: datetime
    copies: tuple[Copy, ...]

    def file(self, holds: Holds) -> Copy:
        """Return the copy that holds one of the two; raises `BackupBroken`."""
        for copy in self.copies:
            if copy.holds == holds:
                return copy
        raise BackupBroken(f"This backup names no copy of the {holds} database.")


def make(folder: Path, to: Path, *, now: datetime, told: Told) -> Path:
    """Make a backup of a data folder in a new folder below `to`, and return that.

    Raises:
        KeyMissing: one of the two databases is not there.
        BackupBroken: a copy is damaged, as its original must be.
        FolderUnusable: nothing can be written there.
        NotSaved: a database was not available. There is no half backup.
    """
    lost = [name for name in (data_folder.MAIN, data_folder.KEYS) if not (folder / name).is_file()]
    if lost:
        raise KeyMissing(f"There is no {' and no '.join(lost)} in {folder}, so there is nothing to back up.")

    def taken(holds: Holds, target: Path) -> str:
        name = {"main": data_folder.MAIN, "keys": data_folder.KEYS}[holds]
        return copy_database(folder / name, target, told)

    return gather(taken, to, now=now)


def gather(taken: Taken, to: Path, *, now: datetime) -> Path:
    """Let copies be `taken` into a new folder below `to`, list what they are, and return the folder.

    The main database comes first. Raises what `taken` raises, and FolderUnusable as `make`; there is no half
    backup.
    """
    done = free(to / now.strftime(_STAMP))
    partial = done.with_name(f".{done.name}.partial")
    with _writing(to):
        to.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial.mkdir(mode=0o700)
        try:
            copies = (
                _copy(taken, partial / data_folder.MAIN, "main"),
                _copy(taken, partial / _keys_name(now.date()), "keys"),
            )
            _write(partial / MANIFEST, _render(Manifest(made_at=now, copies=copies)))
            partial.rename(done)
        except BaseException:  # cut off, too: no half of a backup stays
            discard(partial)
            raise
        keep_names(to)
    return done


def examine(backup: Path, *, without_keys: bool) -> Manifest:
    """Read the manifest of a backup and see that every file is as it says.

    Raises:
        BackupBroken: it is none, or a file is missing or was changed.
    """
    try:
        manifest = _parse((backup / MANIFEST).read_bytes())
    except OSError:
        raise BackupBroken(f"There is no backup at {backup}: it has no {MANIFEST}.") from None
    for copy in manifest.copies:
        if without_keys and copy.holds == "keys":
            continue
        file = backup / copy.name
        if not file.is_file():
            raise BackupBroken(f"{file} is missing.")
        if (file.stat().st_size, digest(file)) != (copy.bytes, copy.sha256):
            raise BackupBroken(f"{file} is not what the manifest says: it was changed or cut short.")
    return manifest


def overdue(to: Path, today: date) -> list[Path]:
    """Return the copies of key stores in a folder of backups that are past their time."""
    return sorted(file for file in to.glob(f"*/{_KEYS}*.db") if (_until(file) or today) < today)


def copy_database(source: Path, target: Path, told: Told) -> str:
    """Copy one snapshot of a database into a new file of its own; return the revision of its schema.

    Raises:
        NotSaved: it was not available.
        BackupBroken: the copy is damaged.
    """
    target.touch(mode=0o600, exist_ok=False)
    try:
        with (
            closing(_connected(source, "ro")) as live,
            closing(sqlite3.connect(target, isolation_level=None)) as copy,
        ):
            live.execute("BEGIN")
            [(schema,)] = live.execute(
                "SELECT version_num FROM alembic_version"
            ).fetchall()  # pins the snapshot
            live.backup(copy, pages=_PAGES, progress=lambda _, left, of: told(source.name, of - left, of))
            _finish(copy, str(source))
    except (sqlite3.Error, ValueError) as problem:
        raise NotSaved(f"{source} could not be copied: {type(problem).__name__}.") from None
    _keep(target)
    return str(schema)


def finish_file(file: Path) -> None:
    """Make one file of a database that was filled, which may lie on a disk that nobody writes to.

    Raises:
        BackupBroken, NotSaved: it does not hold together, or could not be closed.
    """
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as copy:
            _finish(copy, str(file))
    except sqlite3.Error as problem:
        raise NotSaved(f"{file} could not be written: {type(problem).__name__}.") from None
    _keep(file)


def digest(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def discard(folder: Path) -> None:
    """Remove a folder of plain files, if it is there. What a link of that name leads to is left alone."""
    if folder.is_dir() and not folder.is_symlink():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def free(folder: Path) -> Path:
    """Return the folder, or one named after it where something stands from the same second."""
    names = (folder.with_name(f"{folder.name}-{number}") for number in count(2))
    return folder if not folder.exists() else next(name for name in names if not name.exists())


def keep_names(folder: Path) -> None:
    """Return when the names in a folder would survive a power cut."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _copy(taken: Taken, target: Path, holds: Holds) -> Copy:
    schema = taken(holds, target)
    size = target.stat().st_size
    return Copy(name=target.name, holds=holds, bytes=size, sha256=digest(target), schema=schema)


def _finish(copy: sqlite3.Connection, source: str) -> None:
    copy.execute("PRAGMA journal_mode = DELETE")
    if copy.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise BackupBroken(f"{source} is damaged: its copy does not hold together.")


def _keep(file: Path) -> None:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


def _connected(file: Path, mode: str) -> sqlite3.Connection:
    uri = f"{file.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_PATIENCE)


def _keys_name(day: date) -> str:
    return f"{_KEYS}{(day + KEYS_KEPT).isoformat()}.db"


def _until(file: Path) -> date | None:
    try:
        return date.fromisoformat(file.stem.removeprefix(_KEYS))
    except ValueError:
        return None


def _render(manifest: Manifest) -> str:
    made_at = manifest.made_at.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"
    copies = [asdict(copy) for copy in manifest.copies]
    return json.dumps({"reststop_backup": _FORMAT, "made_at": made_at, "files": copies}, indent=2) + "\n"


def _parse(text: bytes) -> Manifest:
    try:
        said = json.loads(text)
        if said["reststop_backup"] != _FORMAT:
            raise BackupBroken("This backup was made by a newer Reststop.")
        copies = tuple(Copy(**each) for each in said["files"])
        made_at = datetime.fromisoformat(said["made_at"])
    except (KeyError, TypeError, ValueError):
        raise BackupBroken(f"The {MANIFEST} of this backup cannot be read.") from None
    if any(Path(copy.name).name != copy.name for copy in copies):
        raise BackupBroken(f"The {MANIFEST} of this backup names files elsewhere.")
    return Manifest(made_at=made_at, copies=copies)


def _write(file: Path, text: str) -> None:
    file.touch(mode=0o600, exist_ok=False)
    with file.open("w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())


@contextmanager
def _writing(to: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise FolderUnusable(f"Nothing can be written to {to}: {problem.strerror}.") from None
