"""Who is in a course: learners, each with a notebook of their own, and trainers, who need none."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime

from bot.domain.courses.course import Course
from bot.domain.courses.learners import Attended, Learner, Source
from bot.domain.courses.progress import completed_at
from bot.domain.courses.sittings import sitting_body, sitting_of
from bot.domain.courses.timetable import own_end
from bot.domain.people import Person
from bot.domain.zones import zone_of
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.courses import pages as cohorts
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body

PART = "learner"


def learner_of(member: Member) -> Learner:
    """Return what a course keeps of a member; of a trainer who learns nothing in it, an empty one."""
    held = member.part(PART)
    agreed, began = held.get("agreed_at"), held.get("began_on")
    return Learner(
        agreed_at=datetime.fromisoformat(agreed) if agreed else None,
        began_on=date.fromisoformat(began) if began else None,
        ticks=frozenset(held.get("ticks", ())),
        done=frozenset(held.get("done", ())),
        answers=dict(held.get("answers", {})),
        attended={
            int(n): Attended(minutes=minutes, by=Source(by))
            for n, (minutes, by) in held.get("attended", {}).items()
        },
        words=frozenset(held.get("words", ())),
        evaluation=dict(held.get("evaluation", {})),
        finished={int(n): datetime.fromisoformat(at) for n, at in held.get("finished", {}).items()},
        sittings=tuple(sitting_of(each) for each in held.get("sittings", ())),
        more_attempts={int(n): more for n, more in held.get("more_attempts", {}).items()},
        took={int(n): took for n, took in held.get("took", {}).items()},
        active_at=datetime.fromisoformat(held["active_at"]) if held.get("active_at") else None,
        no_nudges=bool(held.get("no_nudges")),
    )


def keep_learner(
    desk: Desk, unit: Unit, member: Member, learner: Learner, turn: Turn | None = None
) -> Member:
    """Write what a course keeps of a learner; return the member so. `turn`: the one in which they act."""
    held: Body = {
        "agreed_at": learner.agreed_at.isoformat() if learner.agreed_at else None,
        "began_on": learner.began_on.isoformat() if learner.began_on else None,
        "ticks": sorted(learner.ticks),
        "done": sorted(learner.done),
        "answers": dict(learner.answers),
        "attended": {str(n): [each.minutes, each.by.value] for n, each in learner.attended.items()},
        "words": sorted(learner.words),
        "evaluation": dict(learner.evaluation),
        **_in_units(learner),
    }
    return members.keep(desk, unit, member, turn, **{PART: held})


def _in_units(learner: Learner) -> Body:
    """Return what only courses with units keep of a learner; what is empty is left out."""
    body: Body = {
        "finished": {str(n): at.isoformat() for n, at in learner.finished.items()},
        "sittings": [sitting_body(each) for each in learner.sittings],
        "more_attempts": {str(n): more for n, more in learner.more_attempts.items()},
        "took": {str(n): took for n, took in learner.took.items()},
        "active_at": learner.active_at.isoformat() if learner.active_at else None,
        "no_nudges": learner.no_nudges,
    }
    return {name: value for name, value in body.items() if value}


def is_learner(member: Member) -> bool:
    """Whether a member learns here: they ticked the disclosures."""
    return bool(member.part(PART).get("agreed_at"))


def learners(desk: Desk, unit: Unit, page: Page) -> Sequence[Member]:
    """Return all learners of a cohort whose rows open, in the order of their random ids."""
    return [each for each in members.every(desk, unit, page) if is_learner(each)]


def here(turn: Turn, page: Page) -> Member | None:
    """Return who acts, as a member of a cohort, by whichever door they joined; None: they are none."""
    member = members.here(turn, page)
    if member is not None or turn.visitor is None:
        return member
    for door in turn.unit.people.doors(turn.visitor.id):
        row = turn.unit.gatherings.member_at(page.id, door.index)
        found = members.opened(turn.desk, row) if row else None
        if found is not None:
            return found
    return None


def person_of(unit: Unit, member: Member) -> Person | None:
    """Return whose account a member is; None where it opens no notebook, or none any more."""
    found = unit.people.by_index(member.row.index)
    return found[0] if found else None


def own_end_of(unit: Unit, course: Course, member: Member, now: datetime) -> datetime | None:
    """Return when a learner's own last day is over; None where nothing opens to say whose days they are.

    Who has not begun yet is taken to begin today. In a course with units it is when they finished the last;
    None to who has not.
    """
    if course.units:
        return completed_at(course, learner_of(member))
    person = person_of(unit, member)
    if person is None:
        return None
    zone = person.zone or course.zone
    today = now.astimezone(zone_of(zone)).date()
    return own_end(course, learner_of(member).began_on or today, zone)


def in_which(turn: Turn) -> Sequence[tuple[Page, Member]]:
    """Return the cohorts that who acts is in, by any of their doors, with who they are there."""
    doors = turn.unit.people.doors(turn.visitor.id) if turn.visitor else ()
    indexes = dict.fromkeys((turn.index, *(door.index for door in doors)))
    found: dict[object, tuple[Page, Member]] = {}
    for index in indexes:
        for row in turn.unit.gatherings.memberships(index):
            with suppress(KeyProblem):
                page = cohorts.get(turn.desk, turn.unit, row.gathering)
                member = members.opened(turn.desk, row)
                if page is not None and member is not None:
                    found.setdefault(page.id, (page, member))
    return list(found.values())
