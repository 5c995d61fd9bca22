"""A backup laid out in a folder of its own, where it is made to forget before it takes anybody's place."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from adapters.store import folder
from adapters.store.copies import backup
from adapters.store.databases import FolderDatabases
from adapters.store.keys import open_keys
from adapters.store.ledger import Ledger
from adapters.vault.material import Material
from bot.app.recovery.forgetting import make_forget
from bot.app.settings import Settings
from bot.errors import StoreError
from bot.ports.keys import Tombstone
from bot.ports.time import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to come back, and with what."""

    settings: Settings
    source: Path
    keys_from: Path | None
    """A copy of the key store to use instead of the backup's own."""
    material: Material
    clock: Clock
    told: backup.Told


def lay_out(asked: Asked, manifest: backup.Manifest, staging: Path) -> int:
    """Copy it into `staging`, which is made anew, and make it forget; return how many people were erased.

    Raises:
        BackupBroken, KeyProblem, LedgerBroken, NotSaved: as `bot.app.recovery.restoring.restore`.
    """
    backup.discard(staging)
    staging.mkdir(mode=0o700, parents=True)
    _copied(asked.source / manifest.file("main").name, staging / folder.MAIN)
    keys = asked.keys_from or asked.source / manifest.file("keys").name
    backup.copy_database(keys, staging / folder.KEYS, asked.told)
    return make_forget(
        FolderDatabases(staging),
        Ledger(asked.settings.ledger_path),
        asked.material,
        asked.clock,
        more=_present(asked.settings, asked.clock),
    )


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
