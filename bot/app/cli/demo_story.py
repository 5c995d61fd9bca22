"""What happens in the demo: an invented week of an invented nurse, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

MONDAY = datetime(2026, 1, 5, 17, 50, tzinfo=UTC)
"""When the week begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Types:
    """The person types something. Several lines are typed into a page, which a lone dot ends."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """Time goes by until an instant."""

    to: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """A quiet line beside the story, which nobody types and nobody answers."""

    text: str


Scene = Types | Passes | Notes


def _types(*lines: str) -> tuple[Scene, ...]:
    return tuple(Types(text=line) for line in lines)


def _at(day: int, hour: int, minute: int = 0) -> Passes:
    return Passes(to=datetime(2026, 1, day, hour, minute, tzinfo=UTC))


WEEK: Sequence[Scene] = (
    Notes(text="A first week with Reststop, on a fast clock. Nothing of it is kept."),
    *_types("yes", "some", "not now", "ok"),
    *_types("write", "Long shift, kind ending.\nTwo of us laughed at the printer.", "journal last"),
    _at(6, 12, 30),
    *_types("good", "connected"),
    Notes(text="That was Tuesday noon. `make run` opens a notebook of your own."),
    *_types("quit"),
)
