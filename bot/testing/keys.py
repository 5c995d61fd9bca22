"""A working key store in memory; it passes the contract suite of the port."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.domain.people import PersonId
from bot.errors import KeyExists, KeyGone
from bot.ports.keys import Tombstone, WrappedKey, tombstone_mark


@dataclass(slots=True)
class KeyShelf:
    """What a restart does not lose: several stores may stand on one shelf."""

    keys: dict[PersonId, tuple[WrappedKey, date]] = field(default_factory=dict)
    tombstones: dict[bytes, Tombstone] = field(default_factory=dict)
    notes: dict[str, bytes] = field(default_factory=dict)


class MemoryKeyStore:
    """Keeps wrapped keys on a shelf in memory."""

    def __init__(self, *, today: Callable[[], date], shelf: KeyShelf | None = None) -> None:
        """Stand on `shelf`, or on a new one; `today` dates keys and tombstones."""
        self._today = today
        self._shelf = shelf or KeyShelf()

    def get(self, person: PersonId) -> WrappedKey | None:
        """Return the key of `person` as it stands now."""
        held = self._shelf.keys.get(person)
        return held[0] if held else None

    def put(self, key: WrappedKey) -> None:
        """Add a key; raises `KeyExists` or `KeyGone` as the port says."""
        if key.person in self._shelf.keys:
            raise KeyExists
        if tombstone_mark(key.person) in self._shelf.tombstones:
            raise KeyGone
        self._shelf.keys[key.person] = (key, self._today())

    def remove(self, person: PersonId, *, with_: bytes) -> None:
        """Delete the key and set a tombstone."""
        del with_  # memory keeps no page that could be read later
        if self._shelf.keys.pop(person, None):
            mark = tombstone_mark(person)
            self._shelf.tombstones[mark] = Tombstone(mark=mark, day=self._today())

    def people(self) -> Iterator[tuple[PersonId, date]]:
        """Walk everyone with a key and the day it was made."""
        return iter([(person, day) for person, (_, day) in self._shelf.keys.items()])

    def tombstones(self) -> Iterator[Tombstone]:
        """Walk all tombstones."""
        return iter(list(self._shelf.tombstones.values()))

    def kek_ids(self) -> frozenset[str]:
        """Return the ids of the key-encryption keys that some stored key still needs."""
        return frozenset(key.kek_id for key, _ in self._shelf.keys.values())

    def note(self, name: str) -> bytes | None:
        """Return a note by its name."""
        return self._shelf.notes.get(name)

    def set_note(self, name: str, value: bytes) -> None:
        """Write a note; an earlier one of that name is replaced."""
        self._shelf.notes[name] = value

    def close(self) -> None:
        """Nothing is held that must be let go."""
