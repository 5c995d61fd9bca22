"""Putting a backup in the place of a data folder: looked through, made to forget the erased, then swapped in.

Everything happens in a folder of its own beside the data folder, which takes its place by a rename at the
end. Cut off before that, nothing has changed; cut off between the two renames, the next start finishes.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from adapters.store import backup, folder, migrate
from adapters.store.databases import FolderDatabases
from adapters.store.keys import SqlKeyStore, open_keys
from adapters.store.ledger import Ledger
from adapters.store.store import open_store
from adapters.vault.material import Material
from adapters.vault.providers import find_material
from adapters.vault.vault import open_vault
from bot.app.bootstrap import hold, key_places, ready_folder, refuse_lost_files, whats_known
from bot.app.key_holders import all_holders, remove_buried, remove_holder
from bot.app.settings import Settings
from bot.domain.people import PersonId
from bot.errors import FolderTaken, FolderUnusable, KeyMissing, NotSaved, StoreError
from bot.ports.faults import NoCrash
from bot.ports.keys import Tombstone, tombstone_mark
from bot.ports.store import Unit
from bot.ports.time import Clock
from bot.services.leaving.departures import count_anew

_NOISE = 63


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
            erased = _made_to_forget(settings, staging, material, clock)
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


def _made_to_forget(settings: Settings, staging: Path, material: Material, clock: Clock) -> int:
    """Bring the copies up to date, see that the key fits, and destroy again what was destroyed since."""
    migrate.upgrade(staging)
    ledger = Ledger(settings.ledger_path)
    with (
        closing(open_store(staging, clock=clock, crash_points=NoCrash())) as store,
        closing(open_keys(staging, today=lambda: clock.now().date())) as keystore,
    ):
        known = asyncio.run(store.run(whats_known, writes=False))
        refuse_lost_files(FolderDatabases(staging), known, untouched=False)
        open_vault(material, keystore, known.tenant)
        gone = [*ledger.read(), *_present(settings, clock)]
        keystore.replay(gone, with_=os.urandom(_NOISE))
        everywhere = list(keystore.tombstones())
        holders = asyncio.run(store.run(all_holders, writes=False))
        _see_that_all_have_keys(holders, keystore, everywhere)
        keystore.keep_only(holders, with_=os.urandom(_NOISE))
        erased = asyncio.run(store.run(partial(_without, marks={each.mark for each in everywhere})))
        asyncio.run(store.run(partial(count_anew, now=clock.now())))
    try:
        ledger.catch_up(everywhere)
    except OSError as problem:
        raise NotSaved(f"The ledger {ledger.path} cannot be written: {problem.strerror}.") from None
    return erased


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


def _see_that_all_have_keys(
    holders: frozenset[PersonId], keystore: SqlKeyStore, tombstones: list[Tombstone]
) -> None:
    keys = {holder for holder, _ in keystore.people()}
    destroyed = {each.mark for each in tombstones}
    if any(tombstone_mark(holder) not in destroyed for holder in holders - keys):
        raise KeyMissing("This copy of the key store lacks a key that the copy of the database needs.")


def _without(unit: Unit, marks: set[bytes]) -> int:
    """Remove the rows of every destroyed key, and those that were buried; return of how many people."""
    remove_buried(unit, marks)
    erased = {holder for holder in all_holders(unit) if tombstone_mark(holder) in marks}
    people = len(erased & unit.people.all_ids())
    for holder in erased:
        remove_holder(unit, holder)
    return people


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
