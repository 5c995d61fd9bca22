"""Putting a backup in the place of a data folder: looked through, made to forget the erased, then swapped in.

Everything happens in a folder of its own beside the data folder, which takes its place by a rename at the
end. Cut off before that, nothing has changed; cut off between the two renames, the next start finishes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from adapters.store import backup, folder
from adapters.store.databases import FolderDatabases
from adapters.store.keys import open_keys
from adapters.store.ledger import Ledger
from adapters.vault.providers import find_material
from bot.app.bootstrap import hold, key_places, ready_folder
from bot.app.forgetting import make_forget
from bot.app.settings import Settings
from bot.errors import FolderTaken, FolderUnusable, StoreError
from bot.ports.keys import Tombstone
from bot.ports.time import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restoring did."""

    made_at: datetime
    erased: int
    """How many people were in the backup and erased since; they are in it no more."""
    aside: Path | None
    """Where the data folder that was there is now."""


def restore(
    settings: Settings,
    source: Path,
    *,
    keys_from: Path | None,
    replaces: bool,
    clock: Clock,
    told: backup.Told,
) -> Restored:
    """Put the backup `source` in the place of the data folder.

    `keys_from` is a copy of the key store to use instead of the backup's own.

    Raises:
        BackupBroken: the backup is not whole.
        FolderInUse, FolderTaken: something works in the data folder, or stands there and is to stay.
        KeyProblem: there is no key, or it does not open this backup.
    """
    manifest = backup.examine(source, without_keys=keys_from is not None)
    material = find_material(key_places(settings), may_create=False)
    data = settings.data.resolve()
    staging = data.with_name(f".{data.name}.restoring")
    with ExitStack() as held, _in_place(data):
        is_there = data.exists()
        if is_there:
            held.enter_context(hold(data))
            if not replaces and not _is_bare(data):
                raise FolderTaken(f"{data} is not empty. With --replace I move it aside first.")
        try:
            backup.discard(staging)
            staging.mkdir(mode=0o700, parents=True)
            _copied(source / manifest.file("main").name, staging / folder.MAIN)
            keys = keys_from or source / manifest.file("keys").name
            backup.copy_database(keys, staging / folder.KEYS, told)
            erased = make_forget(
                FolderDatabases(staging),
                Ledger(settings.ledger_path),
                material,
                clock,
                more=_present(settings, clock),
            )
            backup.keep_names(staging)
            backup.discard(ready_folder(data))
            staging.rename(ready_folder(data))
        except BaseException:  # cut off, too: no half of a folder stays
            backup.discard(staging)
            raise
        aside = _swapped(data, clock.now()) if is_there else None
        ready_folder(data).rename(data)
        backup.keep_names(data.parent)
    return Restored(made_at=manifest.made_at, erased=erased, aside=aside)


def _present(settings: Settings, clock: Clock) -> list[Tombstone]:
    """Return the tombstones of the data folder that is about to be moved aside, where it has any.

    A folder is often replaced because it is broken: then the ledger is what is known of the erased.
    """
    here = settings.data / folder.KEYS
    if not here.is_file() or not here.stat().st_size:
        return []
    with (
        suppress(StoreError),
        closing(open_keys(settings.data, today=lambda: clock.now().date())) as keystore,
    ):
        return list(keystore.tombstones())
    return []


def _copied(source: Path, target: Path) -> None:
    target.touch(mode=0o600, exist_ok=False)
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _is_bare(data: Path) -> bool:
    return {path.name for path in data.iterdir()} <= {folder.LOCK}


def _swapped(data: Path, now: datetime) -> Path | None:
    """Move the data folder out of the way; return where it is, or None where it was empty."""
    if _is_bare(data):
        backup.discard(data)
        return None
    return data.rename(backup.free(data.with_name(f"{data.name}.aside-{now:%Y%m%dT%H%M%SZ}")))


@contextmanager
def _in_place(data: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise FolderUnusable(f"{data} cannot be put in place: {problem.strerror}.") from None
