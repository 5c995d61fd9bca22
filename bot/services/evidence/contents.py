"""What is in a file: attendance where a course has sessions, completion where it has units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.courses import completion, evidence
from bot.domain.courses.cohort import Cohort
from bot.domain.courses.completion import Completer
from bot.domain.courses.progress import progress
from bot.domain.courses.took import in_words
from bot.domain.documents import Document, Rows
from bot.domain.zones import zone_of
from bot.services.attendance.ledger import attendee, attendees, called
from bot.services.cards.courses.rating import NOT_TOLD, figure_line
from bot.services.courses import evaluation
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.surface.text import shown


def table(turn: Turn, page: Page) -> Rows:
    """Return a line for each learner: minutes by session, or the days on which they finished each unit."""
    course = _cohort(page).course
    if course.units:
        return completion.units_table(course, _completers(turn, page))
    return evidence.minutes_table(course, attendees(turn.desk, turn.unit, page))


def for_accreditor(turn: Turn, page: Page) -> Document:
    """Return all that somebody who accredits a course asks for."""
    cohort, on = _cohort(page), today(turn, page)
    if cohort.course.units:
        return completion.for_accreditor(cohort, _completers(turn, page), _figures(page), on)
    return evidence.for_accreditor(cohort, attendees(turn.desk, turn.unit, page), _figures(page), on)


def of_one(turn: Turn, page: Page, member: Member, *, written: str = "", with_time: bool = False) -> Document:
    """Return what is about one learner. `written` and `with_time` are the learner's own wish for it."""
    cohort, on = _cohort(page), today(turn, page)
    if not cohort.course.units:
        return evidence.of_one(cohort, attendee(member), on, written=written)
    who = _completer(member)
    who = replace(who, took=time_told(page, member)) if with_time else who
    return completion.completion(cohort, who, on, written=written)


def time_told(page: Page, member: Member) -> dict[int, str]:
    """Return how long the units took a learner as they say, in words; empty where they said nothing."""
    course, took = cohorts.cohort_of(page).course, kept.learner_of(member).took
    said = {each.n: in_words(took.get(each.n, ""), each.minutes) for each in course.units}
    return {n: words for n, words in said.items() if words}


def is_complete(page: Page, member: Member) -> bool:
    """Whether a learner finished every unit."""
    return progress(cohorts.cohort_of(page).course, kept.learner_of(member)).is_complete


def today(turn: Turn, page: Page) -> date:
    """Return the date where the course's clock hangs."""
    return turn.now.astimezone(zone_of(cohorts.cohort_of(page).course.zone)).date()


def _completers(turn: Turn, page: Page) -> Sequence[Completer]:
    return [_completer(each) for each in kept.learners(turn.desk, turn.unit, page)]


def _completer(member: Member) -> Completer:
    return Completer(called=called(member), learner=kept.learner_of(member))


def _cohort(page: Page) -> Cohort:
    """Return a course with the organiser's words as they are shown."""
    cohort = cohorts.cohort_of(page)
    credit = replace(
        cohort.course.credit,
        hours=" ".join(shown(cohort.course.credit.hours).split()),
        wording=shown(cohort.course.credit.wording),
    )
    return replace(
        cohort,
        course=replace(cohort.course, credit=credit),
        approvals=shown(cohort.approvals),
        disclosures=shown(cohort.disclosures),
        contact=shown(cohort.contact),
    )


def _figures(page: Page) -> Sequence[str]:
    """Return the figures of the evaluation as they were told, a line each; nothing is worked out here."""
    return [
        f"{objective}: {figure_line(figure, evaluation.MET) if figure else NOT_TOLD}"
        for objective, figure in evaluation.told(page).items()
    ]
