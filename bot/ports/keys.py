"""Where wrapped keys are kept: apart from what they open, and each commit is its own.

An adapter passes `tests/contract/keystore_contract.py`. It never sees a key in the clear, draws
nothing by chance, and takes the day from its caller's calendar. Beside people, each installation of a
surface holds a key (`bot/ports/installations.py`), under an id of its own; here they are all alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol
from uuid import UUID

from bot.domain.people import PersonId

WRAPPED_LEAST: Final = 48
"""No wrapped key has fewer bytes: those of a key, and those that show a change. A store refuses fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrappedKey:
    """A person's key, closed under the key-encryption key `kek_id`."""

    person: PersonId
    kek_id: str
    generation: int
    """Counts this person's keys from 1; every value that was sealed names the one it needs."""
    wrapped: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrapped:
    """The same key of the same person and generation, wrapped anew."""

    expected: WrappedKey
    """What was read; where something else stands by now, nothing is written."""
    key: WrappedKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What remains of a destroyed key, or of a buried row, so that a restored copy forgets it again."""

    mark: bytes
    """See `tombstone_mark`."""
    day: date


def tombstone_mark(person: UUID) -> bytes:
    """Return the 32 bytes that stand for an erased person, or for a row that has no key of its own.

    A plain hash is enough: such an id is 122 random bits that nobody can guess, and a ledger of
    these marks can be applied to a restored key store before any key is at hand.
    """
    return hashlib.sha256(b"reststop/tombstone/1" + person.bytes).digest()


class KeyStore(Protocol):
    """One wrapped key per person, tombstones, and a few named notes. Every write commits inside.

    Several stores may be open over the same bytes: what one committed, the others read.
    """

    def get(self, person: PersonId) -> WrappedKey | None:
        """Return the key of `person` as it stands now."""
        ...

    def put(self, key: WrappedKey) -> None:
        """Add and commit a key.

        Raises:
            KeyExists: there is one already, and it stays as it is.
            KeyGone: this person's key was destroyed; there is never another.
            StoreFault: these bytes are too few to be a wrapped key; so with `replace`.
        """
        ...

    def remove(self, person: PersonId, *, with_: bytes) -> None:
        """Overwrite the key with the bytes `with_`, delete it and set a tombstone, in one transaction.

        There are `WRAPPED_LEAST` of these bytes or more. Without a key for `person` no tombstone is set.
        A call that was refused part of the way is finished by the next, so it is made in any case.

        Raises:
            NotSaved: the key may be gone, but its bytes could not be wiped from the disk yet.
        """
        ...

    def bury(self, rows: Collection[UUID]) -> None:
        """Set a tombstone for each of some rows that have no key of their own, in one transaction.

        They went for good while others under the same key stayed: a restored copy is made to forget them.
        """
        ...

    def wrapped_under_other(
        self, kek_id: str, limit: int, *, after: PersonId | None = None
    ) -> Sequence[WrappedKey]:
        """Return up to `limit` keys that are not wrapped under `kek_id`, ordered by their person's bytes.

        `after` leaves out everyone up to and with that person, so that a walk ends.
        """
        ...

    def replace(self, changes: Sequence[Rewrapped]) -> int:
        """Commit the changes whose key still is what was expected; return how many that were.

        A key that was changed or destroyed meanwhile stays as it is, and the day of each key stays.
        """
        ...

    def replay(self, ledger: Iterable[Tombstone], *, with_: bytes) -> frozenset[PersonId]:
        """Destroy again what a ledger says was destroyed; return whose keys that took.

        Tombstones keep the day of the ledger. Finished by the next call as `remove` is.

        Raises:
            NotSaved: as `remove` says.
        """
        ...

    def people(self) -> Iterator[tuple[PersonId, date]]:
        """Walk everyone with a key and the day it was made: as of now, so removing on the way is fine."""
        ...

    def count(self) -> int:
        """Return how many people have a key."""
        ...

    def tombstones(self) -> Iterator[Tombstone]:
        """Walk all tombstones, as of now."""
        ...

    def kek_ids(self) -> frozenset[str]:
        """Return the ids of the key-encryption keys that some stored key still needs."""
        ...

    def note(self, name: str) -> bytes | None:
        """Return a note by its name."""
        ...

    def set_note(self, name: str, value: bytes) -> None:
        """Write a note and commit it; an earlier one of that name is replaced."""
        ...

    def note_once(self, name: str, value: bytes) -> bytes:
        """Write a note unless there is one of that name, and commit it; return what stands there now.

        Of two processes that do so at once, both return what one of them wrote.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections; a second call does nothing."""
        ...
