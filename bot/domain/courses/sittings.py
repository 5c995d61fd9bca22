"""A test as one learner takes it: which questions were drawn, in which order, and what they chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Body = dict[str, Any]  # Any: JSON, of which each reader knows its own names


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One question of a sitting, by its id. `order` are the places of its options as they are shown."""

    question: str
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One attempt at the test of a unit.

    `answers` by question, each the place of an option as the course has it, whatever the order shown.
    `handed_in` None: it is not over, and goes on where it was left.
    """

    unit: int
    drawn: tuple[Drawn, ...]
    begun_at: datetime
    answers: Mapping[str, int] = field(default_factory=dict, repr=False)
    handed_in: datetime | None = None


def sitting_body(sitting: Sitting) -> Body:
    """Return a sitting as JSON has it."""
    return {
        "unit": sitting.unit,
        "drawn": [[each.question, list(each.order)] for each in sitting.drawn],
        "begun_at": sitting.begun_at.isoformat(),
        "answers": dict(sitting.answers),
        "handed_in": sitting.handed_in.isoformat() if sitting.handed_in else None,
    }


def sitting_of(body: Body) -> Sitting:
    """Return the sitting that JSON holds.

    Raises:
        LookupError, TypeError, ValueError: it is none.
    """
    handed_in = body["handed_in"]
    return Sitting(
        unit=body["unit"],
        drawn=tuple(Drawn(question=question, order=tuple(order)) for question, order in body["drawn"]),
        begun_at=datetime.fromisoformat(body["begun_at"]),
        answers=dict(body["answers"]),
        handed_in=datetime.fromisoformat(handed_in) if handed_in else None,
    )
