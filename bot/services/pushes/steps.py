"""The steps of a course on the agenda: each is one row of the cohort, and its `slot` says which and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page

AT_ONCE = 100
"""Learners seen to in one unit, so that nobody's "Saved" waits long for the single writer."""
_APART = "/"


class Step(StrEnum):
    """What passes by itself in a course."""

    LAUNCH = "launch"
    """It is launched on a day that was named before."""
    PLAN = "plan"
    """What comes to each learner gets its time, some learners after the others."""
    NEWS = "news"
    """A word about the course goes to each learner, some after the others."""
    REMIND = "remind"
    """The recordings close soon, which is said once."""
    RATE = "rate"
    """The last session is over, and learners hear once where to say how it was."""
    CLOSE = "close"
    """A question closes, and what may be told of it is told."""
    FORGET = "forget"
    """Who answered what of a closed question is forgotten, some learners after the others."""
    SPARE = "spare"
    """A question was taken out of a test, and who passes by that hears it, some learners after the others."""
    EVALUATION = "evaluation"
    """How far the objectives were met is told, and what learners answered goes."""
    OVER = "over"
    """Nothing of it comes any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step whose time has come, and the course that it is of."""

    desk: Desk
    unit: Unit
    page: Page
    row: AgendaRow
    now: datetime


def lay(unit: Unit, page: Page, step: Step, at: datetime, about: str = "") -> None:
    """Let a step be taken at an instant; one of that name that was laid before is taken then, and no more."""
    unit.agenda.put(
        AgendaRow(
            id=_row_of(page, step, about),
            kind=AgendaKind.COURSE,
            due_at=at,
            ref=page.id,
            slot=_APART.join((step, about, "")),
        )
    )


def remove(unit: Unit, page: Page, step: Step, about: str = "") -> None:
    """Let a step not be taken."""
    unit.agenda.remove(_row_of(page, step, about))


def read(row: AgendaRow) -> tuple[Step, str] | None:
    """Return which step a row is, and what it is about; None where it is none of these."""
    name, _, rest = (row.slot or "").partition(_APART)
    return (Step(name), rest.rpartition(_APART)[0]) if name in set(Step) else None


def next_ones(taken: Taken) -> tuple[Sequence[Member], str]:
    """Return the members whom a step sees to now, and after whom it goes on; "" where these are the last.

    A member whose row does not open is passed by.
    """
    after = (taken.row.slot or "").rpartition(_APART)[2]
    rows = [row for row in taken.unit.gatherings.members(taken.page.id) if row.id.hex > after]
    some = rows[:AT_ONCE]
    found = (members.opened(taken.desk, row) for row in some)
    return [each for each in found if each is not None], some[-1].id.hex if len(rows) > AT_ONCE else ""


def go_on(taken: Taken, after: str) -> None:
    """Let a step go on after a member, at once; or be over, where nobody comes after them."""
    if after:
        slot = (taken.row.slot or "").rpartition(_APART)[0] + _APART + after
        taken.unit.agenda.put(replace(taken.row, due_at=taken.now, slot=slot))
    else:
        taken.unit.agenda.remove(taken.row.id)


def _row_of(page: Page, step: Step, about: str) -> UUID:
    return uuid5(page.id, f"{step}{_APART}{about}")
