"""A service that opens keys and keeps its own: what is asked of it, and where what it closed stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKey:
    """A key that a service drew: as it is used, and as only the service opens it again."""

    plain: bytes = field(repr=False)
    closed: bytes = field(repr=False)


class Safe(Protocol):
    """Draws data keys and opens them again, each bound to what was said of it when it was drawn.

    An answer comes within seconds or not at all. Every method but `forget` raises `KeyUnreachable` where
    none came, and `KeyRefused` where it was no; nothing is ever made up in its place.
    """

    @property
    def name(self) -> str:
        """What the service calls the key by which it opens."""
        ...

    def new_key(self, bound_to: Mapping[str, str]) -> DataKey:
        """Return a new data key of 32 bytes."""
        ...

    def open(self, closed: bytes, bound_to: Mapping[str, str]) -> bytes:
        """Return the data key; the one of the last answer comes without another question.

        Raises:
            KeyWrong: it was closed by another key, or bound to something else.
        """
        ...

    def forget(self) -> None:
        """Let go of the last answer, so that the next opening asks."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SafePlace:
    """Where a key file stands that a service has closed, and who opens it."""

    file: Path
    safe: Safe
