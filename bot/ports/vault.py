"""Sealing what people write: the one door between plain text and what may be stored.

An adapter passes `tests/contract/vault_contract.py`.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol, Self
from uuid import UUID

from bot.domain.people import PersonId

SEALED_MARK = b"RS"
"""Every sealed value begins with these bytes, so that a database can refuse what is not sealed."""

SEALED_LEAST = 48
"""No sealed value is shorter than this many bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The one place that a sealed value belongs to. Moved anywhere else it stays closed.

    `person` is whose key seals it; `row` is a random id made before the row is; `version` counts
    what the row has been rewritten to. The vault adds the tenant, which it knows.
    """

    person: PersonId
    table: str
    row: UUID
    column: str
    version: int = 1


class Sealed(bytes):
    """What a vault handed out: only `Vault.seal` makes one, and its repr shows nothing but its size."""

    __slots__ = ()

    def __new__(cls, blob: bytes) -> Self:
        """Refuse what no vault could have made, above all plain text.

        Raises:
            TypeError: `blob` is not bytes.
            ValueError: `blob` lacks the mark, or is too short.
        """
        if not isinstance(blob, bytes):
            raise TypeError("a sealed value is made of bytes, by a vault")
        if len(blob) < SEALED_LEAST or not blob.startswith(SEALED_MARK):
            raise ValueError("these bytes were not sealed by a vault")
        return super().__new__(cls, blob)

    def __repr__(self) -> str:
        """Show the size alone."""
        return f"<Sealed {len(self)} B>"

    __str__ = __repr__


class Secret:
    """A text that shows itself only to who asks by name: `reveal` is easy to search for."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        """Keep `value` out of every repr, log line and format string."""
        self._value = value

    def reveal(self) -> str:
        """Return the text itself."""
        return self._value

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        """Compare in a time that does not tell where two secrets part."""
        if not isinstance(other, Secret):
            return NotImplemented
        mine, theirs = (s.reveal().encode(errors="surrogatepass") for s in (self, other))
        return hmac.compare_digest(mine, theirs)

    def __hash__(self) -> int:
        """Equal secrets hash alike, so that frozen settings may hold one."""
        return hash((Secret, self._value))

    def __repr__(self) -> str:
        """Show that there is a secret, never which."""
        return "***"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        """Show the same three stars whatever the format asks for."""
        return "***"


class Vault(Protocol):
    """Seals text under the key of one person and opens it again, for that one cell only.

    No method puts text, keys or the reason of a refusal into an error: `KeyGone` and `Tampered` are
    all that is said (and `KeyWrong`, where the key that wraps a person's was taken away meanwhile, or
    `KeyAway`, a `NotSaved`, where a new one of those cannot be had just now).
    JSON is the caller's matter: text in, the same text out.
    """

    def create(self, person: PersonId) -> None:
        """Commit a new key for `person`, before any row of theirs is written; a second call does nothing.

        Raises:
            KeyGone: the person's key was destroyed, and is never made anew.
        """
        ...

    def knows(self, person: PersonId) -> bool:
        """Whether there is a key for `person`, as the key store says now."""
        ...

    def seal(self, cell: Cell, text: str) -> Sealed:
        """Seal `text` for `cell`; equal texts never look alike, and the size tells only a bucket.

        Raises:
            KeyGone: there is no key for this person.
        """
        ...

    def open(self, cell: Cell, blob: bytes) -> str:
        """Open what was sealed for exactly this `cell`.

        Raises:
            KeyGone: there is no key for this person (any more).
            Tampered: the bytes were changed, or belong to another cell.
        """
        ...

    def shred(self, person: PersonId) -> None:
        """Destroy the person's key, before their rows go. It may be called again, and finishes then.

        Raises:
            NotSaved: the key store could not finish; the next call goes on.
        """
        ...

    def bury(self, rows: Collection[UUID]) -> None:
        """Note of rows under a key that stays that they go for good, before they do.

        A copy that is restored is made to forget them again, as it forgets a destroyed key.

        Raises:
            NotSaved: the key store was not available.
        """
        ...

    def blind(self, *parts: str) -> bytes:
        """Return 32 bytes by which a row is found again without storing `parts` (a blind index)."""
        ...

    def digest(self, label: str, *parts: str) -> bytes:
        """Return a keyed hash of 32 bytes that never equals a blind index or another label's hash."""
        ...

    def state_key(self, label: str) -> bytes:
        """Return the 32-byte key with which what leaves the house is marked as ours, one per label."""
        ...
