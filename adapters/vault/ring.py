"""The keys of people: each drawn at random, wrapped under the current KEK, and kept in the key store."""

from __future__ import annotations

import os
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESGCMSIV

from adapters.vault.framing import framed
from adapters.vault.material import KEY_BYTES, Kek, Material
from bot.domain.people import PersonId
from bot.errors import KeyExists, KeyGone, KeyWrong, Tampered
from bot.ports.keys import KeyStore, WrappedKey

CACHED_KEYS = 1000
"""How many people's keys stay unwrapped in memory; the one unused for longest goes first."""

_WRAP_MARK = b"RK\x01"  # wrapped with AES-256-GCM-SIV under a key of ours; another way, another mark
_NONCE = 12
_TAG = 16
_WRAPPED_BYTES = len(_WRAP_MARK) + _NONCE + KEY_BYTES + _TAG


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonKey:
    """An unwrapped key, ready to seal with."""

    generation: int
    cipher: AESGCM = field(repr=False)


class KeyRing:
    """Hands out people's keys. Safe to share between threads.

    One lock covers reading and forgetting, so that no thread puts back a key that another shreds.
    """

    def __init__(self, material: Material, keystore: KeyStore) -> None:
        """Work over `keystore` with the keys of `material`."""
        self._keks = {kek.id: AESGCMSIV(kek.key) for kek in material.keks}
        self._current: Kek = material.keks[-1]
        self._keystore = keystore
        self._unwrapped: OrderedDict[PersonId, PersonKey] = OrderedDict()
        self._lock = Lock()

    def create(self, person: PersonId) -> None:
        """Commit a new key for `person`, unless there is one; raises `KeyGone` after a shredding."""
        with suppress(KeyExists):  # the key store decides, also between two processes
            self._keystore.put(self._wrapped(person, generation=1))

    def knows(self, person: PersonId) -> bool:
        """Whether the key store holds a key for `person` now."""
        return self._keystore.get(person) is not None

    def key_of(self, person: PersonId) -> PersonKey:
        """Return the person's key.

        Raises:
            KeyGone: there is none.
            KeyWrong: it is wrapped under a KEK that is not here.
            Tampered: the wrapped key was changed, or is another person's.
        """
        with self._lock:
            key = self._unwrapped.get(person)
            if key is None:
                key = self._unwrapped[person] = self._fetched(person)
                if len(self._unwrapped) > CACHED_KEYS:
                    self._unwrapped.popitem(last=False)
            self._unwrapped.move_to_end(person)
            return key

    def shred(self, person: PersonId) -> None:
        """Forget the key and have the key store destroy it, or finish destroying it."""
        with self._lock:
            self._unwrapped.pop(person, None)
            self._keystore.remove(person, with_=os.urandom(_WRAPPED_BYTES))

    def _wrapped(self, person: PersonId, *, generation: int) -> WrappedKey:
        kek_id = self._current.id
        nonce = os.urandom(_NONCE)
        closed = self._keks[kek_id].encrypt(
            nonce, os.urandom(KEY_BYTES), _bound_to(person, kek_id, generation)
        )
        return WrappedKey(
            person=person,
            kek_id=kek_id,
            generation=generation,
            wrapped=_WRAP_MARK + nonce + closed,
        )

    def _fetched(self, person: PersonId) -> PersonKey:
        stored = self._keystore.get(person)
        if stored is None:
            raise KeyGone
        kek = self._keks.get(stored.kek_id)
        if kek is None:
            raise KeyWrong
        start = len(_WRAP_MARK) + _NONCE
        bound_to = _bound_to(person, stored.kek_id, stored.generation)
        if not stored.wrapped.startswith(_WRAP_MARK):
            raise Tampered
        try:
            plain = kek.decrypt(stored.wrapped[len(_WRAP_MARK) : start], stored.wrapped[start:], bound_to)
            return PersonKey(generation=stored.generation, cipher=AESGCM(plain))
        except (InvalidTag, ValueError):  # ValueError: cut short, within the nonce
            raise Tampered from None


def _bound_to(person: PersonId, kek_id: str, generation: int) -> bytes:
    return framed("RSK1", person.hex, kek_id, str(generation))
