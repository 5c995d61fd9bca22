"""Code words: a trainer shows one in a session, and learners send it, each with "I am here"."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses.code_words import (
    Heard,
    heard_at,
    is_same,
    of_digest,
    place_at,
    places_taken,
    shown_until,
)
from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course, Session
from bot.domain.courses.learners import Attended, Source
from bot.domain.courses.presence import Hours, hours_of, minutes_by_words
from bot.services.attendance.ledger import heard, next_one, note, on_now, session_of, trained
from bot.services.cards.courses import attendance as session_cards
from bot.services.cards.courses import code_words as cards
from bot.services.cards.courses.plain import none_yet, over
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.desk import Desk, Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.surface.outcome import Open, Outcome, Refuse, answer


def show(turn: Turn) -> Outcome:
    """Show a trainer the word of now, of the session that is on."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    course = cohorts.cohort_of(page).course
    session = session_of(course, turn.ref.arg) or on_now(course, turn.now)
    if session is None:
        return answer(session_cards.session_gone())
    hours = hours_of(course, session)
    place = place_at(hours, turn.now)
    if place is None:
        return answer(cards.not_on(course, next_one(course, turn.now)))
    word = word_of(turn.desk, page, session, hours, place)
    now = word, shown_until(hours, place)
    return answer(cards.shown(turn.mint, page.id, course, session, now))


def here(turn: Turn) -> Outcome:
    """Open the form for the word of the session that is on; between two, say when the next is."""
    found = _learning(turn)
    if isinstance(found, Outcome):
        return found
    page, _ = found
    course = cohorts.cohort_of(page).course
    if course.attendance.words == 0:
        return answer(cards.not_by_words())
    session = on_now(course, turn.now)
    if session is None:
        return answer(cards.not_on(course, next_one(course, turn.now)))
    return Outcome(first=Open(form=cards.form(turn.mint("attend.send", page.id, str(session.n)), session)))


def send(turn: Turn) -> Outcome:
    """Take a word that somebody sends: two of them, at different times, say how long they were there."""
    found = _learning(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    course = cohorts.cohort_of(page).course
    session = session_of(course, turn.ref.arg)
    if session is None:
        return answer(session_cards.session_gone())
    hours = hours_of(course, session)
    account, tries = turn.event.account, turn.desk.tries
    if tries.are_over(account, turn.now, turn.event.event_id):
        return Outcome(first=Refuse(errors={cards.WORD: cards.WAIT}))
    place = _place_of(turn, page, session, hours)
    if place is None:
        tries.note(account, turn.now, turn.event.event_id)
        return Outcome(first=Refuse(errors={cards.WORD: cards.NOT_THE_WORD}))
    member = _with_word(turn, member, course, session, place)
    return answer(cards.taken(session, kept.learner_of(member).attended.get(session.n)))


def mine(turn: Turn) -> Outcome:
    """Show a learner what is noted of them."""
    found = _learning(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    course, learner = cohorts.cohort_of(page).course, kept.learner_of(member)
    words = {each.n: len(heard(learner, each.n)) for each in course.sessions}
    return answer(cards.mine(turn.mint, page.id, course, learner.attended, words))


def word_of(desk: Desk, page: Page, session: Session, hours: Hours, place: int) -> str:
    """Return a word of a session: it follows from this house's key, and stands nowhere."""
    parts = (page.id.hex, str(session.n), hours.starts.isoformat(), str(place))
    return of_digest(desk.vault.digest("course word", *parts))


def _place_of(turn: Turn, page: Page, session: Session, hours: Hours) -> int | None:
    typed = turn.typed.get(cards.WORD, "")
    taken = places_taken(hours, turn.now)
    return next((at for at in taken if is_same(typed, word_of(turn.desk, page, session, hours, at))), None)


def _with_word(turn: Turn, member: Member, course: Course, session: Session, place: int) -> Member:
    """Keep a word with its minute, once, and note what follows from all that were sent."""
    learner = kept.learner_of(member)
    sent = dict(heard(learner, session.n))
    if place not in sent:
        sent[place] = heard_at(hours_of(course, session), place, turn.now)
        word = str(Heard(session=session.n, place=place, minute=sent[place]))
        learner = replace(learner, words=learner.words | {word})
        member = kept.keep_learner(turn.desk, turn.unit, member, learner)
    minutes = minutes_by_words(sent.items(), session.minutes, course.attendance)
    if minutes is None:
        return member
    return note(turn.desk, turn.unit, member, session.n, Attended(minutes=minutes, by=Source.WORD))


def _learning(turn: Turn) -> tuple[Page, Member] | Outcome:
    """Return the course that a control is about, and who acts, as a learner of it."""
    page = cohorts.meant(turn)
    if page is None or cohorts.cohort_of(page).stage is Stage.DRAFT:
        return answer(over())
    member = kept.here(turn, page)
    return (page, member) if member is not None and kept.is_learner(member) else answer(none_yet())
