"""A working key store in memory; it passes the contract suite of the port."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.domain.people import PersonId
from bot.errors import KeyExists, KeyGone, StoreFault
from bot.ports.keys import WRAPPED_LEAST, Rewrapped, Tombstone, WrappedKey, tombstone_mark


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
        """Add a key; raises `KeyExists`, `KeyGone` or `StoreFault` as the port says."""
        _see_that_it_is_whole(key)
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

    def bury(self, rows: Collection[UUID]) -> None:
        """Set the tombstones."""
        for mark in map(tombstone_mark, rows):
            self._shelf.tombstones.setdefault(mark, Tombstone(mark=mark, day=self._today()))

    def wrapped_under_other(
        self, kek_id: str, limit: int, *, after: PersonId | None = None
    ) -> Sequence[WrappedKey]:
        """Return keys under another key-encryption key, as the port says."""
        people = sorted(self._shelf.keys, key=lambda person: person.bytes)
        keys = (
            self._shelf.keys[person][0] for person in people if after is None or person.bytes > after.bytes
        )
        return [key for key in keys if key.kek_id != kek_id][:limit]

    def replace(self, changes: Sequence[Rewrapped]) -> int:
        """Replace each key that still is what was expected; raises `StoreFault` as the port says."""
        replaced = 0
        for change in changes:
            _see_that_it_is_whole(change.key)
        for change in changes:
            held = self._shelf.keys.get(change.key.person)
            if held and held[0] == change.expected:
                self._shelf.keys[change.key.person] = (change.key, held[1])
                replaced += 1
        return replaced

    def replay(self, ledger: Iterable[Tombstone], *, with_: bytes) -> frozenset[PersonId]:
        """Destroy again what the ledger says."""
        del with_
        known = {tombstone.mark: tombstone for tombstone in ledger}
        again = frozenset(person for person in self._shelf.keys if tombstone_mark(person) in known)
        for person in again:
            del self._shelf.keys[person]
        self._shelf.tombstones.update({m: t for m, t in known.items() if m not in self._shelf.tombstones})
        return again

    def people(self) -> Iterator[tuple[PersonId, date]]:
        """Walk everyone with a key and the day it was made."""
        return iter([(person, day) for person, (_, day) in self._shelf.keys.items()])

    def count(self) -> int:
        """Return how many people have a key."""
        return len(self._shelf.keys)

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

    def note_once(self, name: str, value: bytes) -> bytes:
        """Write a note unless there is one of that name; return what stands there now."""
        return self._shelf.notes.setdefault(name, value)

    def close(self) -> None:
        """Nothing is held that must be let go."""


def _see_that_it_is_whole(key: WrappedKey) -> None:
    if len(key.wrapped) < WRAPPED_LEAST:
        raise StoreFault("Only a wrapped key is stored here.")
