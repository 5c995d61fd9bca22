"""The keys of people: each drawn at random, wrapped under the current KEK, and kept in the key store."""

from __future__ import annotations

import hmac
import logging
import math
import os
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from threading import Lock
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESGCMSIV

from adapters.vault.framing import framed
from adapters.vault.material import KEY_BYTES, Material
from bot.domain.people import PersonId
from bot.errors import KeyAway, KeyExists, KeyGone, KeyProblem, KeyWrong, Tampered
from bot.ports.keys import KeyStore, Rewrapped, WrappedKey

CACHED_KEYS = 1000
"""How many people's keys stay unwrapped in memory; the one unused for longest goes first."""

KEPT_WHERE_SHARED = 60.0
"""Seconds for which a key stays unwrapped where other processes may destroy it meanwhile."""

CURRENT = "kek/current"
"""The note in the key store that names the KEK of the last rotation, and the day of it."""

_log = logging.getLogger(__name__)

_AT_ONCE = 500
"""So many keys move under another KEK in one batch."""
_LOOKS = 3
"""So often the key's place is looked at for one key: another rotation may end meanwhile."""
_WRAP_MARK = b"RK\x01"  # wrapped with AES-256-GCM-SIV under a key of ours; another way, another mark
_NONCE = 12
_TAG = 16
_WRAPPED_BYTES = len(_WRAP_MARK) + _NONCE + KEY_BYTES + _TAG


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonKey:
    """An unwrapped key, ready to seal with."""

    generation: int
    cipher: AESGCM = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A key that stays unwrapped, and until when."""

    key: PersonKey = field(repr=False)
    until: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keks:
    """The key-encryption keys of one moment."""

    current: str
    ciphers: Mapping[str, AESGCMSIV] = field(repr=False)

    @classmethod
    def of(cls, material: Material) -> _Keks:
        """Return those of `material`, its last one current."""
        ciphers = {kek.id: AESGCMSIV(kek.key) for kek in material.keks}
        return cls(current=material.keks[-1].id, ciphers=ciphers)


class KeyRing:
    """Hands out people's keys. Safe to share between threads.

    One lock covers reading and forgetting, so that no thread puts back a key that another shreds.
    """

    def __init__(
        self,
        material: Material,
        keystore: KeyStore,
        *,
        reread: Callable[[], Material] | None = None,
        keeps_for: float = math.inf,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        """Work over `keystore` with the keys of `material`.

        `reread` looks at the key's place again: another process may have rotated the keys. A key is kept
        unwrapped for `keeps_for` seconds of `elapsed`, and then read again: another may have destroyed it.
        """
        self._root = material.root
        self._keystore = keystore
        self._reread = reread
        self._keeps_for = keeps_for
        self._elapsed = elapsed
        self._unwrapped: OrderedDict[PersonId, _Kept] = OrderedDict()
        self._lock = Lock()
        self._keks = _Keks.of(material)

    def adopt(self, material: Material) -> None:
        """Wrap under the last KEK of `material` from now on, and unwrap under those that it has."""
        self._keks = _Keks.of(material)

    def rewrap(self) -> Iterator[int]:
        """Wrap the keys that stand under another KEK anew; yield how many a batch moved, once committed.

        Every key stays readable throughout, and so does what it sealed: the key itself is the same. Cut
        off anywhere, the next walk goes on. A key that cannot be unwrapped is left as it is.
        """
        after: PersonId | None = None
        while batch := self._keystore.wrapped_under_other(self._keks.current, _AT_ONCE, after=after):
            after = batch[-1].person
            changes = []
            for stored in batch:
                with suppress(KeyWrong, Tampered):
                    changes.append(Rewrapped(expected=stored, key=self._closed(stored, self._opened(stored))))
            yield self._keystore.replace(changes)

    def create(self, person: PersonId) -> None:
        """Commit a new key for `person`, unless there is one; raises `KeyGone` after a shredding."""
        self._follow_rotation()
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
            KeyAway: it is, and the key's place could not be looked at.
            Tampered: the wrapped key was changed, or is another person's.
        """
        for _ in range(_LOOKS):
            with suppress(KeyWrong):  # a rotation went on meanwhile: here, or in another process
                return self._known(person)
            self._look_again()  # without the lock: it may have to ask another machine
        return self._known(person)

    def shred(self, person: PersonId) -> None:
        """Forget the key and have the key store destroy it, or finish destroying it."""
        with self._lock:
            self._unwrapped.pop(person, None)
            self._keystore.remove(person, with_=os.urandom(_WRAPPED_BYTES))

    def bury(self, rows: Collection[UUID]) -> None:
        """Have the key store note rows that go for good, under keys that stay."""
        self._keystore.bury(rows)

    def _known(self, person: PersonId) -> PersonKey:
        with self._lock:
            now = self._elapsed()
            kept = self._unwrapped.pop(person, None)
            if kept is None or now >= kept.until:
                kept = _Kept(key=self._fetched(person), until=now + self._keeps_for)
            self._unwrapped[person] = kept  # as the one that was used last
            if len(self._unwrapped) > CACHED_KEYS:
                self._unwrapped.popitem(last=False)
            return kept.key

    def _follow_rotation(self) -> None:
        """Never wrap under a KEK that another process has retired: it may be on its way out."""
        noted = self._keystore.note(CURRENT)
        if noted is not None and noted.split()[:1] != [self._keks.current.encode()]:
            self._look_again()

    def _look_again(self) -> None:
        """Look at the key's place; where that cannot be done now, whatever needs it waits."""
        try:
            material = self._reread() if self._reread else None
        except KeyProblem as problem:
            _log.warning("the key's place could not be looked at: %s", type(problem).__name__)
            raise KeyAway from None
        if material is not None and hmac.compare_digest(material.root, self._root):
            self.adopt(material)

    def _wrapped(self, person: PersonId, *, generation: int) -> WrappedKey:
        empty = WrappedKey(person=person, kek_id="", generation=generation, wrapped=b"")
        return self._closed(empty, os.urandom(KEY_BYTES))

    def _closed(self, stored: WrappedKey, plain: bytes) -> WrappedKey:
        """Return the key `plain` of the same person and generation, wrapped under the current KEK."""
        keks = self._keks  # looked at once: another thread may rotate
        nonce = os.urandom(_NONCE)
        bound_to = _bound_to(stored.person, keks.current, stored.generation)
        closed = keks.ciphers[keks.current].encrypt(nonce, plain, bound_to)
        return replace(stored, kek_id=keks.current, wrapped=_WRAP_MARK + nonce + closed)

    def _fetched(self, person: PersonId) -> PersonKey:
        stored = self._keystore.get(person)
        if stored is None:
            raise KeyGone
        plain = self._opened(stored)
        try:
            return PersonKey(generation=stored.generation, cipher=AESGCM(plain))
        except ValueError:  # a key of another size
            raise Tampered from None

    def _opened(self, stored: WrappedKey) -> bytes:
        kek = self._keks.ciphers.get(stored.kek_id)
        if kek is None:
            raise KeyWrong
        start = len(_WRAP_MARK) + _NONCE
        bound_to = _bound_to(stored.person, stored.kek_id, stored.generation)
        if not stored.wrapped.startswith(_WRAP_MARK):
            raise Tampered
        try:
            return kek.decrypt(stored.wrapped[len(_WRAP_MARK) : start], stored.wrapped[start:], bound_to)
        except (InvalidTag, ValueError):  # ValueError: cut short, within the nonce
            raise Tampered from None


def _bound_to(person: PersonId, kek_id: str, generation: int) -> bytes:
    return framed("RSK1", person.hex, kek_id, str(generation))
