"""A course as its learner sees it: where they are in it, what there is to read, to watch, and to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from bot.domain.agenda import AgendaKind
from bot.domain.courses import access
from bot.domain.courses.cohort import Cohort
from bot.domain.people import Standing
from bot.domain.zones import zone_of
from bot.services.ask_desk import ways as ask_desk
from bot.services.attendance import ways as attendance
from bot.services.cards.courses import joining as joining_cards
from bot.services.cards.courses import materials, plain
from bot.services.cards.courses import showing as cards
from bot.services.courses import evaluation, learners, shown
from bot.services.courses import pages as cohorts
from bot.services.courses.as_learner import Place, meant
from bot.services.desk import Turn
from bot.services.evidence import ways as evidence
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.learning import own_pages
from bot.services.pushes import ways as pushes_ways
from bot.services.units.showing import not_now
from bot.surface.card import OPTIONS_MAX, Card
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Outcome, Replace, answer


def show(turn: Turn) -> Outcome:
    """Show the course that who acts learns in; of several they choose one."""
    found = learns_in(turn)
    if not found:
        return answer(plain.none_yet())
    if len(found) == 1:
        return to_learner(turn, *found[0])
    listed = [(page.id, cohorts.cohort_of(page).course.title) for page, _ in found[:OPTIONS_MAX]]
    return answer(joining_cards.which(turn.mint("learn.open"), listed))


def open_one(turn: Turn) -> Outcome:
    """Show the course that was chosen, or that a control is about; only to who learns in it."""
    page = cohorts.get(turn.desk, turn.unit, chosen_id(turn))
    return _to_member(turn, page)


def learns_in(turn: Turn) -> Sequence[Place]:
    """Return the courses in which who acts is a learner."""
    return [
        (page, member)
        for page, member in learners.in_which(turn)
        if learners.is_learner(member) and not is_ending(page)
    ]


def to_learner(turn: Turn, page: Page, member: Member) -> Outcome:
    """Show a course to somebody who learns in it."""
    cohort = cohorts.cohort_of(page)
    ways = (
        *pushes_ways.for_learner(turn.mint, page.id, cohort),
        *attendance.for_learner(turn.mint, page.id, cohort),
        *ask_desk.for_learner(turn.mint, page.id, cohort),
        *evidence.for_learner(turn.mint, page.id, cohort),
    )
    return answer(cards.shown_to_learner(turn.mint, seen(turn, page, member), ways))


def seen(turn: Turn, page: Page, member: Member) -> cards.Seen:
    """Return how a course stands for somebody, at this moment."""
    cohort, learner = cohorts.cohort_of(page), learners.learner_of(member)
    out = shown.by_member(turn.desk, turn.unit, page, member)
    return cards.Seen(
        id=page.id,
        cohort=cohort,
        learner=learner,
        zone=(turn.visitor.zone if turn.visitor else None) or turn.zone_told or cohort.course.zone,
        now=turn.now,
        next_push=next_push(turn, cohort, member),
        recordings_until=access.recordings_until(cohort.course),
        has_pages=turn.visitor is not None and own_pages.are_there(turn, cohort, member),
        shows=len([each for each in out if turn.unit.journal.get(each.entry) is not None]),
        waits=waits(turn),
        not_now=(not_now(turn, page, member) or "") if cohort.course.units else "",
        rates=evaluation.is_open(turn.unit, page, member, turn.now),
    )


def waits(turn: Turn) -> str:
    """Return what is said to who is paused or took their yes back; "" to all others."""
    if turn.visitor is None or not turn.visitor.has_said_yes:
        return cards.STOPPED
    return cards.PAUSED if turn.visitor.standing is Standing.PAUSED else ""


def readings(turn: Turn) -> Outcome:
    """Show what there is to read in a course."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    return answer(_readings(turn, *found))


def tick(turn: Turn) -> Outcome:
    """Set a tick on a reading, or take it away."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    if turn.choice in _names(cohorts.cohort_of(page)):
        learner = learners.learner_of(member)
        learner = replace(learner, ticks=learner.ticks ^ {turn.choice})
        member = learners.keep_learner(turn.desk, turn.unit, member, learner, turn)
    return Outcome(first=Replace(card=_readings(turn, page, member)))


def recording(turn: Turn) -> Outcome:
    """Lead to a recording up to its last day in the course's zone. That it was opened is kept nowhere."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    cohort = cohorts.cohort_of(found[0])
    until = access.recordings_until(cohort.course)
    n = int(turn.ref.arg) if turn.ref.arg.isdecimal() else 0
    link = cohort.recordings.get(n, "").strip()
    if until is None or not link:
        return answer(materials.no_recording())
    if not access.are_recordings_open(cohort.course, turn.now):
        return answer(materials.recordings_closed(until))
    return answer(materials.recording(link, n, until))


def helped(turn: Turn) -> Outcome:
    """Answer `help course`: whom to ask, and how to ask for what one needs."""
    return answer(cards.helped([cohorts.cohort_of(page) for page, _ in learners.in_which(turn)]))


def chosen_id(turn: Turn) -> UUID | None:
    """Return what a control is about: the option that was chosen, else its own row."""
    if not isinstance(turn.event, OptionChosen):
        return turn.ref.subject
    try:
        return UUID(hex=turn.choice)
    except ValueError:
        return None


def _to_member(turn: Turn, page: Page | None) -> Outcome:
    if page is None or is_ending(page):
        return answer(plain.over())
    member = learners.here(turn, page)
    if member is None or not learners.is_learner(member):
        return answer(cards.not_in())
    return to_learner(turn, page, member)


def _readings(turn: Turn, page: Page, member: Member) -> Card:
    course, ticks = cohorts.cohort_of(page).course, learners.learner_of(member).ticks
    if not any(each.readings for each in course.sessions):
        return materials.no_readings()
    return materials.readings(turn.mint, page.id, course, ticks)


def _names(cohort: Cohort) -> frozenset[str]:
    return frozenset(
        f"{session.n}.{place}" for session in cohort.course.sessions for place in range(len(session.readings))
    )


def next_push(turn: Turn, cohort: Cohort, member: Member) -> date | None:
    """Return the day of theirs on which the next question is to come, as it is planned."""
    if turn.visitor is None or not turn.visitor.zone:
        return None
    rows = turn.unit.agenda.every(turn.visitor.id)
    pushes = {each.id for each in cohort.course.pushes}
    theirs = [row for row in rows if row.kind is AgendaKind.COURSE_PUSH and row.ref == member.id]
    coming = [row.due_at for row in theirs if row.rule in pushes and row.due_at and row.due_at > turn.now]
    return min(coming).astimezone(zone_of(turn.visitor.zone)).date() if coming else None
