"""Somebody lives by other hours now: another zone, other quiet hours, a leave. Their courses go along."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from bot.domain.people import Person, PersonId
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.courses import pages as cohorts
from bot.services.desk import Desk, Handler, Turn
from bot.services.gatherings import members
from bot.services.pushes import plans
from bot.services.rhythm.enrolment import enrolment_of
from bot.surface.outcome import Outcome


def going_along(handler: Handler) -> Handler:
    """Return a handler after which what courses bring is planned anew, where it changed somebody's hours."""

    def with_courses(turn: Turn) -> Outcome:
        before = _hours(turn.unit, turn.visitor)
        outcome = handler(turn)
        if turn.visitor is not None and _hours(turn.unit, turn.unit.people.get(turn.visitor.id)) != before:
            plan_for(turn.desk, turn.unit, turn.visitor.id, turn.now)
        return outcome

    return with_courses


def plan_for(desk: Desk, unit: Unit, person: PersonId, now: datetime) -> None:
    """Plan anew what all courses of somebody bring them; one whose page does not open stays as it is."""
    for door in unit.people.doors(person):
        for row in unit.gatherings.memberships(door.index):
            with suppress(KeyProblem):
                page = cohorts.get(desk, unit, row.gathering)
                member = members.opened(desk, row) if page else None
                if page is not None and member is not None:
                    plans.plan_learner(desk, unit, page, member, now)


def _hours(unit: Unit, person: Person | None) -> tuple[object, ...]:
    """Return all by which it is decided when something may come to somebody."""
    if person is None:
        return ()
    held = enrolment_of(unit, person)
    return (person.zone, person.quiet, person.away_until, person.standing, held.rhythm if held else None)
