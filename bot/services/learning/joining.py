"""Joining a course: by its code or a press, one card, one form with a tick, and then somebody is in.

Of who has no notebook nothing is kept before the form: it is their yes to Reststop, too.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses import access
from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.learners import Learner
from bot.domain.people import Person
from bot.domain.zones import zone_meant
from bot.errors import BadInput
from bot.services.cards.courses import joining as cards
from bot.services.cards.courses import plain
from bot.services.courses import learners
from bot.services.courses import pages as cohorts
from bot.services.courses.reviewed import is_signed
from bot.services.desk import Turn
from bot.services.doors.beginning import after_yes, begin_person, place_here
from bot.services.end_said import closes_on
from bot.services.gatherings import members
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.learning import showing
from bot.services.pushes import plans
from bot.services.sharing.proposals import to_read
from bot.services.units import showing as units
from bot.surface.card import Card
from bot.surface.outcome import Open, Outcome, Refuse, answer

_NOT_NOW = {Stage.DRAFT: cards.not_open, Stage.OVER: cards.over}
"""What is said of a course that is not begun, or is over."""


def join(turn: Turn) -> Outcome:
    """Answer `join` and a code: the card of its course, or what stands in the way."""
    if not turn.words:
        return answer(cards.ask_code())
    if turn.desk.tries.are_over(turn.event.account, turn.now, turn.event.event_id):
        return answer(cards.tried_often())
    page = cohorts.by_code(turn.desk, turn.unit, turn.words)
    if page is None:
        turn.desk.tries.note(turn.event.account, turn.now, turn.event.event_id)
        return answer(cards.unknown())
    return _offer(turn, page)


def pressed(turn: Turn) -> Outcome:
    """Answer the press on an invitation as its code is answered."""
    page = cohorts.meant(turn)
    return _offer(turn, page) if page else answer(plain.over())


def about(turn: Turn) -> Outcome:
    """Show all that the organiser says of a course."""
    page = cohorts.meant(turn)
    if page is None:
        return answer(plain.over())
    may_join = learners.here(turn, page) is None and _in_the_way(turn, page) is None
    return to_read(turn, cards.about(turn.mint, _offered(turn, page), may_join=may_join))


def agree(turn: Turn) -> Outcome:
    """Open the form with the tick."""
    page = cohorts.meant(turn)
    if page is None:
        return answer(plain.over())
    if (said := _in_already(turn, page)) is not None:
        return said
    if (card := _in_the_way(turn, page)) is not None:
        return answer(card)
    cohort = cohorts.cohort_of(page)
    asked = None if _zone_known(turn) else cohort.course.zone
    ref = turn.mint("learn.in", page.id, arg=turn.ref.arg)
    return Outcome(first=Open(form=cards.form(ref, cohort, asked)))


def come_in(turn: Turn) -> Outcome:
    """Let somebody in who ticked the disclosures. The same form sent twice is one enrolment."""
    page = cohorts.meant(turn)
    if page is None:
        return answer(plain.over())
    if (said := _in_already(turn, page)) is not None:
        return said
    if (card := _in_the_way(turn, page)) is not None:
        return answer(card)
    errors: dict[str, str] = {}
    if turn.typed.get(cards.AGREED) != cards.YES:
        errors[cards.AGREED] = cards.NOT_TICKED
    cohort = cohorts.cohort_of(page)
    zone = _zone_known(turn)
    try:
        zone = zone or _zone_typed(turn) or cohort.course.zone
    except BadInput as problem:
        errors[cards.ZONE] = problem.sentence
    if errors or zone is None:
        return Outcome(first=Refuse(errors=errors))
    is_newcomer = not _has_said_yes(turn)
    turn = turn.as_person(_with_yes(turn, zone))
    member = _enrol(turn, page, cohort)
    following = showing.next_push(turn, cohort, member)
    waits = showing.waits(turn)
    offered, not_now = _offered(turn, page), _not_now(turn, page, member)
    card = cards.joined(turn.mint, offered, following, waits, newcomer=is_newcomer, units=not_now)
    return answer(card)


def _offer(turn: Turn, page: Page) -> Outcome:
    if (said := _in_already(turn, page)) is not None:
        return said
    if (card := _in_the_way(turn, page)) is not None:
        return answer(card)
    newcomer = None if _has_said_yes(turn) else turn.capabilities
    return answer(cards.offer(turn.mint, _offered(turn, page), newcomer))


def _in_already(turn: Turn, page: Page) -> Outcome | None:
    """Return what is said to who is in a course already; None where they are not, or took back their yes."""
    member = learners.here(turn, page)
    if member is None:
        return None
    if not learners.is_learner(member):
        return answer(cards.you_train_it())
    return showing.to_learner(turn, page, member) if _has_said_yes(turn) else None


def _in_the_way(turn: Turn, page: Page) -> Card | None:
    """Return why nobody comes in now; None where somebody may."""
    cohort = cohorts.cohort_of(page)
    if is_ending(page):
        return plain.over()
    if (said := _NOT_NOW.get(cohort.stage)) is not None:
        return said()
    if learners.here(turn, page) is not None:
        return None
    if not cohort.takes_learners:
        return cards.closed()
    most = cohort.capacity
    is_full = most is not None and len(learners.learners(turn.desk, turn.unit, page)) >= most
    return cards.full() if is_full else None


def _enrol(turn: Turn, page: Page, cohort: Cohort) -> Member:
    member = learners.here(turn, page) or members.add(turn, page)
    learner = learners.learner_of(member)
    if learner.agreed_at is None:
        learner = Learner(agreed_at=turn.now)
    member = learners.keep_learner(turn.desk, turn.unit, member, learner, turn)
    if cohort.stage is not Stage.RUNNING:
        return member
    return plans.plan_learner(turn.desk, turn.unit, page, member, turn.now)


def _not_now(turn: Turn, page: Page, member: Member) -> str | None:
    """Return why units cannot be begun now: nothing where they can; None where there are none."""
    if not cohorts.cohort_of(page).course.units:
        return None
    return units.not_now(turn, page, member) or ""


def _with_yes(turn: Turn, zone: str) -> Person:
    """Return who acts with a yes that stands, and a zone."""
    if turn.visitor is None:
        return begin_person(turn, here=turn.ref.arg, zone=zone)
    person = turn.visitor if turn.visitor.has_said_yes else after_yes(turn.visitor)
    person = replace(person, zone=person.zone or zone)
    turn.unit.people.save(person)
    return person


def _has_said_yes(turn: Turn) -> bool:
    return turn.visitor is not None and turn.visitor.has_said_yes


def _zone_typed(turn: Turn) -> str | None:
    """Return the zone that was typed; None where the form did not ask: theirs was known as it opened.

    Raises:
        BadInput: there is no such zone.
    """
    typed = turn.typed.get(cards.ZONE)
    return None if typed is None else zone_meant(typed).key


def _zone_known(turn: Turn) -> str | None:
    return (turn.visitor.zone if turn.visitor else None) or turn.zone_told


def _offered(turn: Turn, page: Page) -> cards.Offered:
    cohort = cohorts.cohort_of(page)
    return cards.Offered(
        id=page.id,
        cohort=cohort,
        zone=_zone_known(turn) or cohort.course.zone,
        now=turn.now,
        free_until=access.free_until(cohort.course),
        recordings_until=access.recordings_until(cohort.course),
        here=turn.ref.arg or place_here(turn),
        closes_on=closes_on(turn),
        unread=not is_signed(turn.desk, turn.unit, page),
    )
