"""Whom something of a course did not reach by a fault of a platform, and sending it again to them alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course
from bot.domain.deliveries import DeliveryState
from bot.services.cards.courses import missed as cards
from bot.services.cards.courses.plain import not_yours, over
from bot.services.courses.learners import learners, person_of
from bot.services.courses.pages import cohort_of, meant
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.pushes import plans
from bot.services.pushes.beside import CHECKINS, NUDGE, is_beside
from bot.services.pushes.recalled import taken_back
from bot.services.pushes.rows import WORDS, Missed, missed_by
from bot.surface.outcome import Outcome, Replace, answer

AT_ONCE = 200
"""Sent again with one press, so that it is written before a platform stops waiting."""
LISTED = 30
"""Names on one card; all of them are meant by its button."""


def show(turn: Turn) -> Outcome:
    """Show what did not arrive, and at whom: never who is away, or who let it be."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    found = _missed(turn, page)
    course = cohort_of(page).course
    rows = sorted(
        (_called(course, each.rule), member.called, each.state is DeliveryState.PARKED)
        for member, each in found
    )
    listed = rows[:LISTED]
    of_one = [
        (what, [(called, in_doubt) for _, called, in_doubt in group])
        for what, group in groupby(listed, key=lambda each: each[0])
    ]
    return answer(cards.missed(turn.mint, page.id, of_one, more=len(rows) - len(listed)))


def again(turn: Turn) -> Outcome:
    """Send it again to those whom it did not reach; a second press finds nothing left to send."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    every = _missed(turn, page)
    found = every[:AT_ONCE]
    if not found:
        return answer(cards.none_missed())
    for member, each in found:
        turn.unit.agenda.remove(each.row)
        person = person_of(turn.unit, member)
        if each.rule.startswith(WORDS) and person is not None:
            turn.unit.agenda.put(
                AgendaRow(
                    id=turn.desk.chance.new_id(),
                    kind=AgendaKind.COURSE_PUSH,
                    due_at=turn.now,
                    owner=person.id,
                    ref=member.id,
                    rule=each.rule,
                )
            )
    plans.plan_again(turn.desk, turn.unit, page, turn.now)
    reached = len({member.id for member, _ in found})
    return Outcome(first=Replace(card=cards.sent_again(turn.mint, page.id, reached, len(every) - len(found))))


def _mine(turn: Turn) -> Page | Outcome:
    page = meant(turn)
    if page is None:
        return answer(over())
    if not is_trainer(turn, page):
        return answer(not_yours())
    return page if cohort_of(page).stage is Stage.RUNNING else answer(cards.none_missed())


def _missed(turn: Turn, page: Page) -> Sequence[tuple[Member, Missed]]:
    """Return what is still of use and did not arrive."""
    course, gone = cohort_of(page).course, taken_back(page)
    return [
        (member, each)
        for member in learners(turn.desk, turn.unit, page)
        for each in missed_by(turn.unit, member)
        if each.rule not in gone and _is_of_use(turn, course, each)
    ]


def _is_of_use(turn: Turn, course: Course, missed: Missed) -> bool:
    if missed.rule.startswith(NUDGE):
        return False  # how long somebody was idle is for no eye
    if missed.rule.startswith(WORDS) or is_beside(missed.rule):
        return True
    push = course.push(missed.rule)
    return push is not None and not plans.is_too_late(course, push, turn.now)


def _called(course: Course, rule: str) -> str:
    push = course.push(rule)
    if push is not None:
        return push.text
    return cards.OFFER if rule == CHECKINS else cards.WORD
