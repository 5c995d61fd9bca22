"""Putting a backup in the place of a data folder: looked through, made to forget the erased, then swapped in.

Everything happens in a folder of its own beside the data folder, which takes its place by a rename at the
end. Cut off before that, nothing has changed; cut off between the two renames, the next start finishes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from adapters.store import folder
from adapters.store.copies import backup, moving
from adapters.store.databases import Databases, FolderDatabases
from adapters.vault.providers import find_material
from bot.app.bootstrap import hold, key_places, ready_folder
from bot.app.databases import databases_of
from bot.app.recovery.laying_out import Asked, lay_out
from bot.app.settings import Settings
from bot.errors import FolderTaken, FolderUnusable, MoveRefused, StoreFault
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
    """Put the backup `source` in the place of the data folder, or into the two databases that are set.

    Those on a server are empty, or hold what a restoring left that was cut off. `keys_from` is a copy of the
    key store to use instead of the backup's own.

    Raises:
        BackupBroken: the backup is not whole.
        FolderInUse, FolderTaken: something works in the data folder, or stands there and is to stay.
        MoveRefused: the databases on a server are not empty.
        KeyProblem: there is no key, or it does not open this backup.
    """
    manifest = backup.examine(source, without_keys=keys_from is not None)
    material = find_material(key_places(settings), may_create=False)
    data = settings.data.resolve()
    staging = data.with_name(f".{data.name}.restoring")
    asked = Asked(
        settings=settings, source=source, keys_from=keys_from, material=material, clock=clock, told=told
    )
    databases = databases_of(settings)
    if databases.is_shared:
        if replaces:
            raise MoveRefused("Databases on a server are not moved aside. Name two that are empty.")
        with _in_place(staging):
            erased = _into_server(databases, staging, asked, manifest)
        return Restored(made_at=manifest.made_at, erased=erased, aside=None)
    with ExitStack() as held, _in_place(data):
        is_there = data.exists()
        if is_there:
            held.enter_context(hold(data))
            if not replaces and not _is_bare(data):
                raise FolderTaken(f"{data} is not empty. With --replace I move it aside first.")
        try:
            erased = lay_out(asked, manifest, staging)
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


def _into_server(databases: Databases, staging: Path, asked: Asked, manifest: backup.Manifest) -> int:
    """Lay a backup out beside the data folder, and move it from there; return of how many were erased."""
    here = FolderDatabases(staging)
    moving.clear_cut_off(databases, of=here)
    try:
        erased = lay_out(asked, manifest, staging)
        compared = moving.move(
            here, databases, move_id=uuid4().hex, erased=frozenset(), told=_counting(asked.told)
        )
    finally:
        backup.discard(staging)
    if not all(each.is_same for each in compared):
        raise StoreFault
    return erased


def _counting(told: backup.Told) -> moving.MoveTold:
    """Return what hears of batches, and tells of how much there is in all."""
    of = done = 0

    def begins(rows: int, before: int) -> None:
        nonlocal of, done
        of, done = rows, before

    def carried(table: str, rows: int) -> None:
        nonlocal done
        done += rows
        told(table, done, of)

    return moving.MoveTold(begins=begins, carried=carried)


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
