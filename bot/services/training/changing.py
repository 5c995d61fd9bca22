"""Changing a course while it goes on: a session moves, a place, how many may join, recordings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course, Session
from bot.domain.courses.timetable import starts_at, with_session
from bot.domain.dates import day_meant
from bot.errors import BadInput
from bot.services.cards.courses import changing as cards
from bot.services.cards.courses import creating as form_cards
from bot.services.cards.courses.schedule import today_in
from bot.services.cards.plain import plain
from bot.services.circles.fields import Errors, read_into
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings.pages import Page
from bot.services.pushes import ends, news, plans
from bot.services.rhythm.schedule import read_at
from bot.services.training import course as courses
from bot.services.training import overview
from bot.services.training.fields import (
    clashing,
    read_number,
    read_recordings,
    read_text,
    recording_lines,
)
from bot.surface.outcome import Open, Outcome, Refuse, answer

_ARG = re.compile(r"([0-9]{1,2})\.([0-9]{8}T[0-9]{4})")


def menu(turn: Turn) -> Outcome:
    """Show what may be changed."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    return answer(cards.menu(turn.mint, page.id, cohort, movable=courses.may_move_whole(turn, page, cohort)))


def which_session(turn: Turn) -> Outcome:
    """Ask which session moves; where one alone is ahead, open its form."""
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    course = cohorts.cohort_of(page).course
    ahead = _ahead(course, turn.now)
    if not ahead:
        return answer(cards.none_ahead())
    if len(ahead) == 1:
        return _form(turn, page, ahead[0])
    ref = turn.mint("course.session.pick", page.id)
    return answer(cards.which_session(ref, ahead, today_in(course, turn.now)))


def pick_session(turn: Turn) -> Outcome:
    """Open the form for the session that was chosen."""
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    session = next(
        (each for each in _ahead(cohorts.cohort_of(page).course, turn.now) if str(each.n) == turn.choice),
        None,
    )
    return _form(turn, page, session) if session else answer(plain("course.no_session", cards.BEGAN))


def look_at_move(turn: Turn) -> Outcome:
    """Show what a move means before anybody is told of it."""
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    course = cohort.course
    session = course.session(int(turn.ref.arg)) if turn.ref.arg.isdigit() else None
    today, errors = today_in(course, turn.now), Errors()
    day = read_into(errors, cards.DAY, lambda: day_meant(turn.typed.get(cards.DAY, ""), today))
    at = read_at(turn.typed.get(cards.AT, ""))
    if at is None:
        errors[cards.AT] = form_cards.BAD_AT
    if session is None:
        errors[cards.DAY] = cards.NO_SESSION
    if day is None or at is None or session is None:
        return Outcome(first=Refuse(errors=errors))
    starts = datetime.combine(day, at)
    if (why := _may_not_move(course, session, starts, turn.now)) is not None:
        return Outcome(first=Refuse(errors={cards.DAY: why}))
    after = replace(session, starts=starts)
    return answer(
        cards.ask_move(
            turn.mint,
            page.id,
            session,
            after,
            cards.arg_of(session.n, starts),
            today=today,
            along=_along(course, session),
            told=courses.who_is_in(turn, page)[0] > 0,
        )
    )


def move(turn: Turn) -> Outcome:
    """Move a session: what hangs on it follows, and learners are told once."""
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    found = _ARG.fullmatch(turn.ref.arg)
    session = cohort.course.session(int(found[1])) if found else None
    if found is None or session is None:
        return answer(plain("course.no_session", cards.NO_SESSION))
    starts = datetime.strptime(found[2], "%Y%m%dT%H%M")  # noqa: DTZ007 - the wall clock of the course's zone
    if (why := _may_not_move(cohort.course, session, starts, turn.now)) is not None:
        return answer(plain("course.no_move", why))
    cohort = replace(cohort, course=with_session(cohort.course, session.n, starts))
    page = courses.keep(turn, page, cohort)
    if cohort.stage is Stage.RUNNING:
        plans.plan_again(turn.desk, turn.unit, page, turn.now)
    today = today_in(cohort.course, turn.now)
    line = cards.moved_line(replace(session, starts=starts), cohort.course.zone, today)
    page = news.tell(turn.desk, turn.unit, page, "course.moved", line, about=f"session{session.n}")
    return overview.shown(turn, page)


def place(turn: Turn) -> Outcome:
    """Open the form for another place."""
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    ref = turn.mint("course.place.save", page.id)
    return Outcome(first=Open(form=cards.place_form(ref, cohorts.cohort_of(page), form_cards.WHERE_MAX)))


def save_place(turn: Turn) -> Outcome:
    """Let a course take place somewhere else; learners are told once."""
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    cohort, errors = cohorts.cohort_of(page), Errors()
    where = read_text(turn, form_cards.WHERE, form_cards.WHERE_MAX, errors)
    if not where:
        errors[form_cards.WHERE] = form_cards.NO_PLACE
    if errors:
        return Outcome(first=Refuse(errors=errors))
    if where == cohort.where:
        return overview.shown(turn, page)
    page = courses.keep(turn, page, replace(cohort, where=where))
    page = news.tell(turn.desk, turn.unit, page, "course.place", cards.PLACE_LINE, about="place")
    return overview.shown(turn, page)


def places(turn: Turn) -> Outcome:
    """Open the form for how many may join."""
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    ref = turn.mint("course.places.save", page.id)
    return Outcome(first=Open(form=cards.places_form(ref, cohorts.cohort_of(page))))


def save_places(turn: Turn) -> Outcome:
    """Let so many join; who is in stays in."""
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    errors = Errors()
    capacity = read_number(turn, cards.PLACES, cards.BAD_PLACES, errors)
    if errors:
        return Outcome(first=Refuse(errors=errors))
    return overview.shown(turn, courses.keep(turn, page, replace(cohorts.cohort_of(page), capacity=capacity)))


def stop_new(turn: Turn) -> Outcome:
    """Let nobody new join."""
    return _close_to_new(turn, is_closed=True)


def take_new(turn: Turn) -> Outcome:
    """Let new ones join again."""
    return _close_to_new(turn, is_closed=False)


def recordings(turn: Turn) -> Outcome:
    """Open the form for the links of recordings."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    ref = turn.mint("course.recordings.save", page.id)
    lines = recording_lines(cohorts.cohort_of(page))
    return Outcome(first=Open(form=cards.recordings_form(ref, lines, form_cards.LINKS_MAX)))


def save_recordings(turn: Turn) -> Outcome:
    """Let learners have the links of recordings, until their last day."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    try:
        links = read_recordings(cohort, turn.typed.get(cards.LINKS, ""))
    except BadInput as problem:
        return Outcome(first=Refuse(errors={cards.LINKS: problem.sentence}))
    return overview.shown(turn, courses.keep(turn, page, replace(cohort, recordings=links)))


def _close_to_new(turn: Turn, *, is_closed: bool) -> Outcome:
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    cohort = replace(cohorts.cohort_of(page), closed_to_new=is_closed)
    page = courses.keep(turn, page, cohort)
    ends.plan(turn.desk, turn.unit, page, turn.now)
    return overview.shown(turn, page)


def _going_on(turn: Turn) -> Page | Outcome:
    """Return the course where it was published and is not over; else what is said instead."""
    page = courses.mine(turn)
    if isinstance(page, Outcome) or courses.is_told(cohorts.cohort_of(page)):
        return page
    return courses.refused(turn, cards.not_now())


def _form(turn: Turn, page: Page, session: Session) -> Outcome:
    ref = turn.mint("course.session.look", page.id, arg=str(session.n))
    zone = cohorts.cohort_of(page).course.zone
    return Outcome(first=Open(form=cards.session_form(ref, session, zone)))


def _ahead(course: Course, now: datetime) -> Sequence[Session]:
    """Return the sessions that have not begun."""
    return [each for each in course.sessions if starts_at(course, each) > now]


def _may_not_move(course: Course, session: Session, starts: datetime, now: datetime) -> str | None:
    """Return why a session may not move to a time; None where it may."""
    if starts_at(course, session) <= now:
        return cards.BEGAN
    if starts == session.starts:
        return cards.SAME
    moved = with_session(course, session.n, starts)
    if starts_at(moved, replace(session, starts=starts)) <= now:
        return cards.NOT_AHEAD
    return clashing(moved)


def _along(course: Course, session: Session) -> int:
    """Return how many messages hang on a session; the end of the last one counts for it."""
    last = max(course.sessions, key=lambda each: each.starts).n
    return sum(
        each.when.session == session.n or (each.when.session == 0 and session.n == last)
        for each in course.pushes
    )
