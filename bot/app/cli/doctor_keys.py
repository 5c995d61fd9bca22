"""What the doctor looks at of the keys, and of the copies by which they and the data come back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from adapters.store.copies import backup
from adapters.store.keys import SqlKeyStore
from adapters.store.ledger import Ledger
from adapters.vault import recovery_file
from adapters.vault.providers import CREDENTIAL, Found, KeyPlaces, Origin, find, find_material
from adapters.vault.rotation import standing_of
from adapters.vault.vault import is_untouched, open_vault
from bot.app.bootstrap import key_places, refuse_lost_files, rotates_every, whats_known
from bot.app.databases import databases_of, refuse_half
from bot.app.finding import Finding, Health
from bot.app.settings import Settings
from bot.app.system import SystemClock
from bot.ports.faults import NoCrash

_FRESH = timedelta(days=8)
"""A backup that is older than this is worth a word."""


def examine_keys(settings: Settings) -> Iterator[Finding]:
    """Yield what is found of the key, of the words that bring it back, and of older keys."""
    databases = databases_of(settings)
    refuse_half(databases)
    if databases.missing():
        yield _found("note", f"the first start makes one at {key_places(settings).written}")
        return
    if databases.is_behind():
        first = "`reststop db upgrade`" if databases.is_shared else "the next start"
        yield _found("note", f"{first} brings the data up to date; the doctor can look at the keys after it")
        return
    clock, places = SystemClock(), key_places(settings)
    with (
        closing(databases.open_store(clock=clock, crash_points=NoCrash())) as store,
        closing(databases.open_keys(today=_today)) as keystore,
    ):
        known = asyncio.run(store.run(whats_known, writes=False))
        untouched = is_untouched(keystore)
        refuse_lost_files(databases, known, untouched=untouched)
        places_with_keys = (settings.key_path, settings.kms_path)
        if untouched and not (
            settings.key or settings.credentials or any(map(Path.exists, places_with_keys))
        ):
            yield _found("note", f"the first start makes one at {key_places(settings).written}")
            return
        found = find(places, may_create=False)
        if untouched:
            yield _found("note", "nothing was ever sealed here")
        else:
            open_vault(
                found.material,
                keystore,
                known.tenant,
                reread=partial(find_material, places, may_create=False),
            )
        yield _origin(settings, found)
        yield from _left_open(settings, found)
        yield from _older_keys(settings, found, keystore)
        yield from _recovery(places, found)
        yield from _ledger(settings, keystore)


def examine_backups(settings: Settings) -> Iterator[Finding]:
    """Yield when a backup was made last, and which copies of key stores are past their time."""
    databases = databases_of(settings)
    if databases.missing() or databases.is_behind():
        return
    with closing(databases.open_keys(today=_today)) as keystore:
        noted = keystore.note(backup.NOTE)
    if noted is None:
        yield _found("note", "none was made yet; `reststop backup` makes one", part="backup")
        return
    said = json.loads(noted)
    day, to = date.fromisoformat(said["day"]), Path(said["to"])
    age = _today() - day
    words = f"the last one was made on {day} in {to}"
    yield _found("ok" if age <= _FRESH else "note", words, part="backup")
    old = backup.overdue(to, _today())
    if old:
        words = f"who was erased since lives on in key stores past their 14 days. Delete {_listed(old)}"
        yield _found("fix", words, part="backup")


def _origin(settings: Settings, found: Found) -> Finding:
    if found.origin is Origin.VALUE:
        return _found("ok", "one key, from RESTSTOP_KEY")
    if found.origin is Origin.CREDENTIAL:
        return _found("ok", "one key, handed over by the service manager")
    if found.origin is Origin.SAFE:
        return _found("ok", f"one key file, which {settings.kms_key_id} in AWS KMS opened just now")
    mode = settings.key_path.stat().st_mode & 0o777
    return _found("ok", f"one key file, mode {mode:o}, outside the data folder")


def _left_open(settings: Settings, found: Found) -> Iterator[Finding]:
    """Yield where the key still stands in the open although a service is to open it."""
    if found.origin is not Origin.SAFE:
        return
    handed = settings.credentials and settings.credentials / CREDENTIAL
    for path in (settings.key_path, handed):
        if path and path.exists():
            words = (
                f"{path} is used no more and opens everything. Keep a copy apart from the data, and delete it"
            )
            yield _found("fix", words)
    if settings.key:
        yield _found("fix", "RESTSTOP_KEY is used no more and opens everything. Take it out of the settings")


def _older_keys(settings: Settings, found: Found, keystore: SqlKeyStore) -> Iterator[Finding]:
    standing = standing_of(found, keystore)
    for kek_id in sorted(standing.awaiting):
        yield _found("note", f"keys of people still stand under {kek_id}; the next start moves them")
    for kek_id, day in sorted(standing.goes_on.items()):
        if day > _today():
            words = f"the older {kek_id} is no longer needed and is destroyed on {day}"
        elif standing.origin.is_ours:
            words = f"the older {kek_id} is no longer needed; the next start destroys it"
        else:
            words = f"the older {kek_id} is no longer needed: take its line out of {standing.origin}"
        yield _found("note" if day > _today() or standing.origin.is_ours else "fix", words)
    if settings.rotate_every and standing.origin.is_ours and rotates_every(settings) is None:
        words = (
            "RESTSTOP_ROTATE_EVERY does nothing here: other machines may have the key file, too. "
            "RESTSTOP_KEY_SHARED=1 says that all processes read this one"
        )
        yield _found("fix", words)
    if settings.rotate_every and not standing.origin.is_ours:
        words = (
            f"RESTSTOP_ROTATE_EVERY cannot change a key from {standing.origin}. "
            "`reststop keys rotate --print` prints new lines for it"
        )
        yield _found("fix", words)


def _recovery(places: KeyPlaces, found: Found) -> Iterator[Finding]:
    kept = recovery_file.read(places)
    if kept is None:
        where = places.written if found.origin.is_ours else found.origin
        yield _found("note", f"without {where} nothing opens: keep a copy apart")
        yield _found("note", "no recovery words were made yet; `reststop keys words` shows some, once")
    elif not kept.is_of(found.material):
        words = f"{places.recovery} belongs to another key or was changed: `reststop keys words --replace`"
        yield _found("fix", words)
    elif not kept.holds(found.material):
        words = f"{places.recovery} does not hold the keys of today; the next start writes it anew"
        yield _found("note", words)
    else:
        yield _found("ok", f"recovery words were made; keep a copy of {places.recovery} apart, too")


def _ledger(settings: Settings, keystore: SqlKeyStore) -> Iterator[Finding]:
    known = {tombstone.mark for tombstone in Ledger(settings.ledger_path).read()}
    lacking = sum(tombstone.mark not in known for tombstone in keystore.tombstones())
    if lacking:
        words = (
            f"{settings.ledger_path} lacks {lacking} of the erased; a start that can write there adds them"
        )
        yield _found("note", words)


def _listed(files: list[Path]) -> str:
    first = ", ".join(str(file) for file in files[:3])
    return first if len(files) <= 3 else f"{first} and {len(files) - 3} more"  # noqa: PLR2004 - as many as above


def _found(health: Health, words: str, *, part: str = "keys") -> Finding:
    return Finding(part=part, health=health, words=words)


def _today() -> date:
    return SystemClock().now().date()
