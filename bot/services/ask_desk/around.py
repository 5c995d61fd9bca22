"""A question that a control is about, to who asked it; and what stands round the questions of a course."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from bot.domain.courses.asking import Asked
from bot.domain.courses.cohort import Stage
from bot.domain.round_hours import day_name
from bot.domain.zones import zone_of
from bot.services.cards.courses import asking as cards
from bot.services.cards.courses import asking_desk as desk_cards
from bot.services.courses import learners, questions
from bot.services.courses import pages as cohorts
from bot.services.courses.words import trainers_said
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.surface.inbound import OptionChosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A question of who acts, in a course that they learn in."""

    page: Page
    member: Member
    asked: Asked


def own(turn: Turn) -> Held | None:
    """Return the question that a control or a choice is about, where who acts asked it."""
    found = questions.get(turn.desk, turn.unit, chosen(turn))
    if found is None or is_ending(found[0]):
        return None
    page, asked = found
    member = learners.here(turn, page)
    if member is None or not learners.is_learner(member) or member.id != asked.member:
        return None
    return Held(page=page, member=member, asked=asked)


def chosen(turn: Turn) -> UUID | None:
    """Return which row is meant: the one that was chosen, else the one that a control is about."""
    if not isinstance(turn.event, OptionChosen):
        return turn.ref.subject
    try:
        return UUID(hex=turn.choice)
    except ValueError:
        return None


def takes_questions(page: Page) -> bool:
    """Whether a course takes new questions now."""
    cohort = cohorts.cohort_of(page)
    return cohort.course.ask is not None and cohort.stage in {Stage.OPEN, Stage.RUNNING}


def has_instructor(turn: Turn, page: Page) -> bool:
    """Whether anybody is there who may answer."""
    return any(each.is_keeper for each in members.every(turn.desk, turn.unit, page))


def around(turn: Turn, page: Page) -> cards.Around:
    """Return what stands round the questions of a course, on the clock of who acts."""
    cohort = cohorts.cohort_of(page)
    return cards.Around(
        id=page.id,
        cohort=cohort,
        who=trainers_said(turn.desk, turn.unit, page),
        days_off=days_off_said(turn, page),
        zone=(turn.visitor.zone if turn.visitor else None) or turn.zone_told or cohort.course.zone,
        now=turn.now,
    )


def days_off_said(turn: Turn, page: Page) -> str:
    """Return on which days nobody answers, in words."""
    days = questions.days_off(page)
    today = turn.now.astimezone(zone_of(cohorts.cohort_of(page).course.zone)).date()
    return desk_cards.days_in_words(days, today, ", ".join(day_name(day) for day in sorted(days.weekdays)))
