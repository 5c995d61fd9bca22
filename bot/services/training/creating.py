"""Beginning a course: one of the library, one form for when and where, and a draft is there."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.course import CourseTemplate
from bot.domain.courses.editing import as_new
from bot.domain.organisations import may_create
from bot.domain.people import PersonId
from bot.domain.roles import Creates, Gathering
from bot.services import codes
from bot.services.cards.admin.menu import not_yours
from bot.services.cards.circles.words import asking
from bot.services.cards.courses import creating as cards
from bot.services.cards.plain import plain
from bot.services.circles.fields import zone_offered
from bot.services.courses import pages as cohorts
from bot.services.courses.standing import TRAINERS, look_after
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings.pages import Page
from bot.services.gatherings.standing import KEEPING
from bot.services.organisations.rules import (
    index_here,
    make,
    name_to_make,
    organisation_here,
    rules_in,
    rules_of,
)
from bot.services.organisations.standing import standing_of
from bot.services.training import course as courses
from bot.services.training import launching, overview
from bot.services.training.fields import Wished, read_dates
from bot.surface.outcome import Open, Outcome, Refuse, answer

_DRAWS = 8
"""How often a code is drawn anew where it is taken; twice is never seen."""


def begin(turn: Turn) -> Outcome:
    """Answer `course create`: which course, to who may begin one."""
    if (refusal := _may_not_begin(turn)) is not None:
        return refusal
    library = [(_word(each), each) for each in turn.desk.catalogue.courses()]
    return answer(cards.which(turn.mint, library) if library else cards.no_courses())


def pick(turn: Turn) -> Outcome:
    """Open the form for the dates of the course that was chosen."""
    template = _named(turn, turn.choice)
    if template is None:
        return answer(plain("course.no_template", cards.NO_TEMPLATE))
    first = min((each.starts for each in template.course.sessions), default=None)
    offered = cards.Offered(
        first="" if first else turn.now.date().isoformat(),
        at=f"{first:%H:%M}" if first else "",
        zone=zone_offered(turn) or template.course.zone,
    )
    ref = turn.mint("course.begin", arg=_word(template))
    return Outcome(first=Open(form=cards.dates_form(ref, template.course, offered)))


def save(turn: Turn) -> Outcome:
    """Begin a course as a draft: every date follows from the first one."""
    template = _named(turn, turn.ref.arg)
    if template is None:
        return Outcome(first=Refuse(errors={cards.FIRST: cards.NO_TEMPLATE}))
    if not _is_let(turn):
        return Outcome(first=Refuse(errors={cards.FIRST: cards.NOT_LET}))
    if not name_to_make(turn) and organisation_here(turn) is None:
        return Outcome(first=Refuse(errors={cards.FIRST: cards.NOWHERE}))
    wished = read_dates(turn, template.course)
    if not isinstance(wished, Wished):
        return Outcome(first=Refuse(errors=wished))
    draft = Cohort(
        template=template.id,
        template_version=template.version,
        course=wished.course,
        code="",
        where=wished.where,
        first_day=wished.first_day,
    )
    organisation = make(turn)
    made_for = turn.event.organisation or organisation.name
    return overview.shown(turn, begin_with(turn, draft, organisation.id, made_for))


def begin_with(turn: Turn, draft: Cohort, organisation: PersonId, made_for: str) -> Page:
    """Begin a course that is entered as far as this: with a code of its own, and who acts as its trainer."""
    cohort = replace(draft, stage=Stage.DRAFT, code=_new_code(turn), made_for=made_for)
    page = cohorts.begin(turn.desk, turn.unit, organisation, cohort)
    look_after(turn, page)
    return page


def dates(turn: Turn) -> Outcome:
    """Open the form for dates and place with what was entered, while nobody has joined."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    if not courses.may_move_whole(turn, page, cohort):
        return overview.shown(turn, page)
    ref = turn.mint("course.dates.save", page.id)
    return Outcome(first=Open(form=cards.dates_form(ref, cohort.course, offered_of(cohort))))


def save_dates(turn: Turn) -> Outcome:
    """Let a course that nobody has joined be at other dates."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    if not courses.may_move_whole(turn, page, cohort):
        return overview.shown(turn, page)
    wished = read_dates(turn, cohort.course)
    if not isinstance(wished, Wished):
        return Outcome(first=Refuse(errors=wished))
    cohort = replace(cohort, course=wished.course, where=wished.where, first_day=wished.first_day)
    if cohort.stage is Stage.RUNNING:  # a course with units, which begins by itself on its other day
        cohort = replace(cohort, stage=Stage.OPEN, launched_at=None)
    return overview.shown(turn, launching.by_itself(turn, courses.keep(turn, page, cohort)))


def again(turn: Turn) -> Outcome:
    """Open the form for the dates of the same course for another group."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    offered = replace(offered_of(cohort), first="")
    ref = turn.mint("course.again.save", page.id)
    return Outcome(first=Open(form=cards.dates_form(ref, cohort.course, offered)))


def save_again(turn: Turn) -> Outcome:
    """Begin the course once more, as a draft without learners: what its organiser entered is there already.

    Left behind are prompts that a trainer wrote on the way, what they took out of units, and recordings: all
    of that belongs to that group.
    """
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    rules = rules_in(turn.desk, turn.unit.organisations.get(page.row.organisation))
    if rules.courses_by is Creates.ADMINS and not _is_let(turn):
        return Outcome(first=Refuse(errors={cards.FIRST: cards.NOT_LET}))
    before = cohorts.cohort_of(page)
    own = tuple(each for each in before.course.pushes if not each.by_trainer)
    wished = read_dates(turn, as_new(replace(before.course, pushes=own)))
    if not isinstance(wished, Wished):
        return Outcome(first=Refuse(errors=wished))
    draft = replace(
        before,
        course=wished.course,
        where=wished.where,
        first_day=wished.first_day,
        recordings={},
        closed_to_new=False,
        launched_at=None,
    )
    new = begin_with(turn, draft, page.row.organisation, before.made_for)
    member, trainer = members.here(turn, new), members.here(turn, page)
    if member is not None and trainer is not None:  # in a conversation nothing tells by what they are one
        members.keep(turn.desk, turn.unit, member, turn, keeping=trainer.part(KEEPING) or None)
    return overview.shown(turn, new)


def offered_of(cohort: Cohort) -> cards.Offered:
    """Return what the form for dates opens with, of a course that was entered."""
    course = cohort.course
    first = min((each.starts for each in course.sessions), default=None)
    day = first.date() if first else cohort.first_day
    return cards.Offered(
        first=day.isoformat() if day else "",
        at=f"{first:%H:%M}" if first else "",
        zone=course.zone,
        where=cohort.where,
        hours=course.credit.hours,
    )


def _may_not_begin(turn: Turn) -> Outcome | None:
    here, surface = standing_of(turn), turn.event.account.surface
    if index_here(turn) is None:
        return answer(plain("course.nowhere", cards.NOWHERE))
    if here.roles.isdisjoint(TRAINERS):
        return answer(asking(turn.mint, surface, "course create") if here.is_asked else not_yours(surface))
    return None if _is_let(turn) else answer(plain("course.not_let", cards.NOT_LET))


def _is_let(turn: Turn) -> bool:
    """Whether an organisation lets who acts begin a course: in which channel it is offered comes later."""
    rules = replace(rules_of(turn), channels=())
    return may_create(rules, standing_of(turn).roles, Gathering.COURSE, "")


def _new_code(turn: Turn) -> str:
    for _ in range(_DRAWS):
        code = codes.drawn(turn.desk.chance)
        if cohorts.by_code(turn.desk, turn.unit, code) is None:
            return code
    raise LookupError("no code is free")


def _word(template: CourseTemplate) -> str:
    """Return the word by which a control names a course: an id may be longer than it can carry."""
    return sha256(template.id.encode()).hexdigest()[:16]


def _named(turn: Turn, word: str) -> CourseTemplate | None:
    return next((each for each in turn.desk.catalogue.courses() if _word(each) == word), None)
