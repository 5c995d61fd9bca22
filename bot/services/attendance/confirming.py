"""Attendance that a trainer confirms by hand: it stands before lists and words."""

from __future__ import annotations

from bot.domain.courses.course import Session
from bot.domain.courses.learners import Attended, Source
from bot.domain.courses.timetable import starts_at
from bot.services.attendance.ledger import learner_named, names, note, of_member, session_of, trained
from bot.services.attendance.showing import of_session
from bot.services.cards.courses import attendance as cards
from bot.services.cards.courses.plain import not_yours
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.gatherings.pages import Page
from bot.surface.outcome import Open, Outcome, Refuse, answer


def hand(turn: Turn) -> Outcome:
    """Ask who was there, some learners at a time."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    named, _, begins = turn.ref.arg.partition(".")
    session = _session(turn, page, named)
    if isinstance(session, Outcome):
        return session
    people = names(turn.desk, turn.unit, page)
    if not people:
        return of_session(turn, page, session)
    at = int(begins) if begins.isdecimal() and int(begins) < len(people) else 0
    return answer(cards.by_hand(turn.mint, page.id, session, people, begins=at))


def whole(turn: Turn) -> Outcome:
    """Note that those who were chosen were there throughout."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    session = _session(turn, page, turn.ref.arg)
    if isinstance(session, Outcome):
        return session
    count = 0
    for chosen in turn.chosen:
        member = learner_named(turn, page, chosen)
        if member is not None:
            note(turn.desk, turn.unit, member, session.n, Attended(minutes=session.minutes, by=Source.HAND))
            count += 1
    return of_session(turn, page, session, first=cards.confirmed(count)) if count else answer(cards.left())


def part(turn: Turn) -> Outcome:
    """Open the form for the minutes of whoever was chosen."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    session = _session(turn, page, turn.ref.arg)
    if isinstance(session, Outcome):
        return session
    member = learner_named(turn, page, turn.choice)
    if member is None:
        return answer(cards.left())
    noted = kept.learner_of(member).attended.get(session.n)
    ref = turn.mint("attend.confirm", member.id, str(session.n))
    return Outcome(first=Open(form=cards.minutes_form(ref, session, noted)))


def confirm(turn: Turn) -> Outcome:
    """Note the minutes that were typed; 0 says that they were not there."""
    found = of_member(turn)
    if found is None:
        return answer(cards.left())
    page, member = found
    if not is_trainer(turn, page):
        return answer(not_yours())
    session = _session(turn, page, turn.ref.arg)
    if isinstance(session, Outcome):
        return session
    typed = turn.typed.get(cards.MINUTES, "").strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 4 and int(typed) <= session.minutes):  # noqa: PLR2004 - digits
        return Outcome(first=Refuse(errors={cards.MINUTES: cards.not_minutes(session)}))
    note(turn.desk, turn.unit, member, session.n, Attended(minutes=int(typed), by=Source.HAND))
    return of_session(turn, page, session, first=cards.confirmed(1))


def _session(turn: Turn, page: Page, named: str) -> Session | Outcome:
    """Return the session that a control names; of one that is ahead nobody can say who was there."""
    course = cohorts.cohort_of(page).course
    session = session_of(course, named)
    if session is None:
        return answer(cards.session_gone())
    return session if starts_at(course, session) <= turn.now else answer(cards.is_ahead())
