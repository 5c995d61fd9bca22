"""Attendance as a trainer sees it: a session, and what is noted of each learner, by name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.courses.course import Session
from bot.services.attendance.ledger import called, heard, on_now, session_of, trained
from bot.services.cards.courses import attendance as cards
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.surface.outcome import Outcome, answer


def show(turn: Turn) -> Outcome:
    """Show the sessions of a course, to choose one."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    return answer(cards.overview(turn.mint, page.id, cohorts.cohort_of(page).course))


def one(turn: Turn) -> Outcome:
    """Show the session that was chosen, that a control names, or, from some learner on, its next ones."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    named, _, begins = (turn.choice or turn.ref.arg).partition(".")
    found = session_of(cohorts.cohort_of(page).course, named)
    if found is None:
        return answer(cards.session_gone())
    return of_session(turn, page, found, begins=int(begins) if begins.isdecimal() else 0)


def of_session(turn: Turn, page: Page, session: Session, *, begins: int = 0, first: str = "") -> Outcome:
    """Return one session with its learners; `first` is what was done before."""
    course = cohorts.cohort_of(page).course
    now = on_now(course, turn.now)
    card = cards.session(
        turn.mint,
        page.id,
        course,
        session,
        _lines(turn, page, session),
        begins=begins,
        is_on=now is not None and now.n == session.n and course.attendance.words > 0,
        first=first,
    )
    return answer(card)


def _lines(turn: Turn, page: Page, session: Session) -> Sequence[cards.Line]:
    found = [_line(each, session) for each in kept.learners(turn.desk, turn.unit, page)]
    return sorted(found, key=lambda line: (line.called.casefold(), line.called))


def _line(member: Member, session: Session) -> cards.Line:
    learner = kept.learner_of(member)
    return cards.Line(
        called=called(member),
        noted=learner.attended.get(session.n),
        sent=len(heard(learner, session.n)),
    )
