"""Everything that an app ever sent to a loopback platform, as it came over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

from tests.json_types import Json


class Noted(Protocol):
    """One request: its arguments once they are decoded, and its body as it was sent."""

    args: Json
    raw: bytes


E = TypeVar("E", bound=Noted)


class Journal(Generic[E]):
    """The requests in the order in which they came."""

    def __init__(self) -> None:
        """Begin empty."""
        self.entries: list[E] = []

    def __iter__(self) -> Iterator[E]:
        """Every entry, oldest first."""
        return iter(self.entries)

    def __len__(self) -> int:
        """How many came."""
        return len(self.entries)

    def holding(self, words: str) -> list[E]:
        """Return what carried `words`: in the body as it was sent, or in an argument once it is decoded."""
        return [
            entry
            for entry in self.entries
            if words.encode() in entry.raw or any(words in text for text in _texts(entry.args))
        ]

    def clear(self) -> None:
        """Forget all that came."""
        self.entries.clear()


def _texts(of: object) -> Iterator[str]:
    """Every text in decoded arguments, names included."""
    if isinstance(of, str):
        yield of
    elif isinstance(of, dict):
        for name, value in of.items():
            yield name
            yield from _texts(value)
    elif isinstance(of, list):
        for value in of:
            yield from _texts(value)
