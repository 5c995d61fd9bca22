"""What is noted of who was there live, and who may note it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.domain.courses.code_words import Heard, place_at
from bot.domain.courses.course import Course, Session
from bot.domain.courses.evidence import Attendee
from bot.domain.courses.learners import Attended, Learner
from bot.domain.courses.presence import hours_of, settled
from bot.domain.courses.timetable import starts_at
from bot.errors import BadInput
from bot.ports.store import Unit
from bot.services.cards.courses import attendance as cards
from bot.services.cards.courses.plain import not_yours, over
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.courses.standing import is_trainer
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.surface.outcome import Outcome, answer
from bot.surface.text import shown


def trained(turn: Turn, page: Page | None) -> Page | Outcome:
    """Return a course where who acts is a trainer of it; else what they are told."""
    if page is None:
        return answer(over())
    return page if is_trainer(turn, page) else answer(not_yours())


def of_member(turn: Turn) -> tuple[Page, Member] | None:
    """Return the learner that a control is about, and their course; None where they are in it no more."""
    row = turn.unit.gatherings.member(turn.ref.subject) if turn.ref.subject else None
    page = cohorts.get(turn.desk, turn.unit, row.gathering) if row else None
    member = members.opened(turn.desk, row) if row else None
    if page is None or member is None or not kept.is_learner(member):
        return None
    return page, member


def learner_named(turn: Turn, page: Page, chosen: str) -> Member | None:
    """Return the learner whom an option names; None where they are in the course no more."""
    try:
        member = members.get(turn.desk, turn.unit, page, UUID(hex=chosen))
    except ValueError:
        return None
    return member if member is not None and kept.is_learner(member) else None


def session_of(course: Course, arg: str) -> Session | None:
    """Return the session that a control names; None where the course has it no more."""
    return course.session(int(arg)) if arg.isascii() and arg.isdecimal() else None


def on_now(course: Course, now: datetime) -> Session | None:
    """Return the session in which there is a code word now; None between two."""
    return next((each for each in course.sessions if place_at(hours_of(course, each), now) is not None), None)


def next_one(course: Course, now: datetime) -> Session | None:
    """Return the session that comes next; None after the last."""
    ahead = [each for each in course.sessions if starts_at(course, each) > now]
    return min(ahead, key=lambda each: starts_at(course, each), default=None)


def called(member: Member) -> str:
    """Return what a learner is called by their platform; a plain word where that was never told."""
    return " ".join(shown(member.called).split()) or cards.NAMELESS


def names(desk: Desk, unit: Unit, page: Page) -> Mapping[UUID, str]:
    """Return what the learners of a course are called, in the order of their names."""
    found = [(called(each), each.id) for each in kept.learners(desk, unit, page)]
    return {who: name for name, who in sorted(found, key=lambda pair: (pair[0].casefold(), pair[1]))}


def attendees(desk: Desk, unit: Unit, page: Page) -> Sequence[Attendee]:
    """Return the ledger: every learner, and what is noted of them."""
    return [attendee(each) for each in kept.learners(desk, unit, page)]


def attendee(member: Member) -> Attendee:
    """Return one learner as the ledger has them."""
    return Attendee(called=called(member), attended=kept.learner_of(member).attended)


def note(desk: Desk, unit: Unit, member: Member, session: int, new: Attended) -> Member:
    """Note how long somebody was there; what was known better stays."""
    learner = kept.learner_of(member)
    stands = settled(learner.attended.get(session), new)
    return kept.keep_learner(
        desk, unit, member, replace(learner, attended={**learner.attended, session: stands})
    )


def heard(learner: Learner, session: int) -> Mapping[int, int]:
    """Return the words of a session that somebody sent, each with the minute at which it was heard."""
    found: dict[int, int] = {}
    for each in learner.words:
        try:
            word = Heard.parse(each)
        except BadInput:  # written by another version
            continue
        if word.session == session:
            found[word.place] = word.minute
    return found
