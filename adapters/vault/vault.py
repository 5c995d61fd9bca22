"""The vault itself: opened once with the key material, after a check that key and data belong together."""

from __future__ import annotations

import hmac
import math
import time
from collections.abc import Callable, Collection
from uuid import UUID

from adapters.vault import envelope
from adapters.vault.derive import derived
from adapters.vault.framing import framed
from adapters.vault.material import Material
from adapters.vault.ring import KeyRing
from bot.domain.people import PersonId
from bot.errors import KeyWrong
from bot.ports.keys import KeyStore
from bot.ports.vault import Cell, Sealed

FINGERPRINT = "vault/fingerprint"
"""The note in the key store that tells which key it belongs to. It reveals nothing about the key."""


def open_vault(
    material: Material,
    keystore: KeyStore,
    tenant: str,
    *,
    reread: Callable[[], Material] | None = None,
    keeps_for: float = math.inf,
    elapsed: Callable[[], float] = time.monotonic,
) -> SealingVault:
    """Open the vault of `tenant`; an untouched key store is bound to this key from now on.

    `reread` looks at the key's place again, where another process may rotate the keys. `keeps_for` and
    `elapsed` say how long a key stays unwrapped, where another process may destroy it.

    Raises:
        KeyWrong: the key store belongs to another key or tenant, or a key-encryption key that it
            still needs is missing. Nothing was written.
    """
    fingerprint = hmac.digest(derived(material.root, "check"), framed(tenant), "sha256")
    is_new = is_untouched(keystore)
    kept = keystore.note_once(FINGERPRINT, fingerprint) if is_new else keystore.note(FINGERPRINT)
    if not hmac.compare_digest(kept or b"", fingerprint):
        raise KeyWrong(
            "This key does not open this data. Nothing was changed. Put the key that belongs here back."
        )
    missing = _lacking(material, keystore)
    if missing and reread:  # a rotation may have gone on between the look at the one and at the other
        again = reread()
        if hmac.compare_digest(again.root, material.root):
            material, missing = again, _lacking(again, keystore)
    if missing:
        raise KeyWrong(f"The key file lacks a key that is still needed: {', '.join(sorted(missing))}.")
    ring = KeyRing(material, keystore, reread=reread, keeps_for=keeps_for, elapsed=elapsed)
    return SealingVault(ring, root=material.root, tenant=tenant)


def _lacking(material: Material, keystore: KeyStore) -> frozenset[str]:
    return keystore.kek_ids() - {kek.id for kek in material.keks}


def is_untouched(keystore: KeyStore) -> bool:
    """Whether no vault was ever opened on this key store and nothing was restored into it."""
    return (
        keystore.note(FINGERPRINT) is None
        and next(keystore.people(), None) is None
        and next(keystore.tombstones(), None) is None
    )


class SealingVault:
    """Seals with AES-256-GCM under one key a person. Made by `open_vault`; safe to share between threads."""

    def __init__(self, ring: KeyRing, *, root: bytes, tenant: str) -> None:
        """Derive one key for each purpose from the root; people's keys come from `ring`."""
        self.ring = ring
        self._tenant = tenant
        self._pepper = derived(root, "pepper")
        self._digest_key = derived(root, "digest")
        self._state_root = derived(root, "state")

    def create(self, person: PersonId) -> None:
        """Commit a new key for `person`, unless there is one; raises `KeyGone` after a shredding."""
        self.ring.create(person)

    def knows(self, person: PersonId) -> bool:
        """Whether the key store holds a key for `person` now."""
        return self.ring.knows(person)

    def seal(self, cell: Cell, text: str) -> Sealed:
        """Seal `text` for `cell`; raises `KeyGone`."""
        key = self.ring.key_of(cell.person)
        return envelope.seal_text(
            key.cipher, generation=key.generation, tenant=self._tenant, cell=cell, text=text
        )

    def open(self, cell: Cell, blob: bytes) -> str:
        """Open what was sealed for exactly this `cell`; raises `KeyGone` or `Tampered`."""
        key = self.ring.key_of(cell.person)
        return envelope.open_sealed(
            key.cipher, generation=key.generation, tenant=self._tenant, cell=cell, blob=blob
        )

    def shred(self, person: PersonId) -> None:
        """Destroy the person's key."""
        self.ring.shred(person)

    def bury(self, rows: Collection[UUID]) -> None:
        """Note of rows under a key that stays that they go for good."""
        self.ring.bury(rows)

    def blind(self, *parts: str) -> bytes:
        """Return the blind index of `parts`."""
        return hmac.digest(self._pepper, framed(*parts), "sha256")

    def digest(self, label: str, *parts: str) -> bytes:
        """Return a keyed hash of `parts`, of its own for each label."""
        return hmac.digest(self._digest_key, framed(label, *parts), "sha256")

    def state_key(self, label: str) -> bytes:
        """Return the key for what is marked as ours outside, one per label."""
        return derived(self._state_root, label)
