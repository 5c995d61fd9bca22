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


def _at(day: int, hour: int, minute: int) -> Passes:
    return Passes(to=datetime(2026, 1, day, hour, minute, tzinfo=UTC))


WEEK: Sequence[Scene] = (
    Notes(text="A first week with Reststop, on a fast clock. Nothing of it is kept."),
    *_types("yes", "some", "not now", "ok"),
    *_types("write", "Long shift, kind ending.\nTwo of us laughed at the printer.", "journal last"),
    # A low day: something small follows, which may stay as it is, and a pause of three minutes is on offer.
    _at(6, 12, 30),
    *_types("low", "some", "rest stop, 3 min", "three minutes"),
    _at(6, 12, 34),
    *_types("a fresh look", "write", "That the new colleague has been quiet since Friday.", "keep"),
    # The day after it is gentle too.
    _at(7, 12, 30),
    *_types("some", "good", "not today"),
    # A strain, gone through step by step, and a plan.
    _at(7, 17, 55),
    *_types(
        "repair", "short", "a colleague", "no", "we expected different things", "an urge to explain, worry"
    ),
    *_types("write", "That the handover felt rushed to her, and it was.", "yes, some"),
    *_types(
        "write", "I hurried you yesterday. I am sorry.", "yes", "ask how they would like it to go next time"
    ),
    *_types("write", "Open with the question", "friday", "in two days"),
    _at(8, 12, 30),
    *_types("good", "connected", "write", "Quiet ward, slow tea."),
    # The plan comes back, in a message that says nothing of it.
    _at(9, 12, 30),
    *_types("open", "i tried it", "write", "We both like to be asked first."),
    *_types("some", "good"),
    *_types("journal search printer", "what-data", "leave until 19 January"),
    Notes(text="That was the first week. `make run` opens a notebook of your own."),
    *_types("quit"),
)
