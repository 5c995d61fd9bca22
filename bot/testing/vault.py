"""A working vault without cryptography: it keeps the texts itself and hands out opaque tokens."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from uuid import UUID

from bot.domain.people import PersonId
from bot.errors import KeyExists, KeyGone, Tampered
from bot.ports.keys import KeyStore, WrappedKey
from bot.ports.vault import SEALED_LEAST, SEALED_MARK, Cell, Sealed


@dataclass(slots=True)
class TextShelf:
    """What the tokens stand for: vaults on one shelf open what the others sealed."""

    texts: dict[bytes, tuple[Cell, str]] = field(default_factory=dict, repr=False)
    numbers: Iterator[int] = field(default_factory=count, repr=False)


class MemoryVault:
    """Behaves as a vault does, for tests that are about something else. Nothing here is secret."""

    def __init__(self, keys: KeyStore, *, shelf: TextShelf | None = None) -> None:
        """Work over `keys`, as the real vault does, with the texts on `shelf` or on a new one."""
        self._keys = keys
        self._shelf = shelf or TextShelf()

    def create(self, person: PersonId) -> None:
        """Put a key of no worth into the key store."""
        key = WrappedKey(person=person, kek_id="memory", generation=1, wrapped=person.bytes * 3)
        with suppress(KeyExists):
            self._keys.put(key)

    def knows(self, person: PersonId) -> bool:
        """Whether there is a key for `person`."""
        return self._keys.get(person) is not None

    def seal(self, cell: Cell, text: str) -> Sealed:
        """Keep `text` and return a token of fixed size that no other text has."""
        if not self.knows(cell.person):
            raise KeyGone
        nth = next(self._shelf.numbers)
        token = Sealed(SEALED_MARK + hashlib.sha512(b"%d" % nth).digest()[:SEALED_LEAST])
        self._shelf.texts[token] = (cell, text)
        return token

    def open(self, cell: Cell, blob: bytes) -> str:
        """Return the text that this token was given for."""
        if not self.knows(cell.person):
            raise KeyGone
        place, text = self._shelf.texts.get(blob, (None, ""))
        if place != cell:
            raise Tampered
        return text

    def shred(self, person: PersonId) -> None:
        """Remove the key."""
        self._keys.remove(person, with_=bytes(SEALED_LEAST))

    def bury(self, rows: Collection[UUID]) -> None:
        """Set tombstones for rows."""
        self._keys.bury(rows)

    def blind(self, *parts: str) -> bytes:
        """Return a hash that is stable across runs."""
        return _hash("blind", *parts)

    def digest(self, label: str, *parts: str) -> bytes:
        """Return a hash that is stable across runs."""
        return _hash("digest", label, *parts)

    def state_key(self, label: str) -> bytes:
        """Return a key that is stable across runs."""
        return _hash("state", label)


def _hash(*parts: str) -> bytes:
    return hashlib.sha256(json.dumps(parts).encode()).digest()
