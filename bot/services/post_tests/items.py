"""The tests of a course to its trainer: how its questions do, and one taken out or put back."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.item_figures import STEP, TOLD_FROM
from bot.domain.courses.post_tests import sittings_in
from bot.domain.courses.units import Question, Unit
from bot.domain.courses.withdrawing import may_go, put_back, question_named, taken_out, too_few
from bot.domain.suppression import COUNTED_FROM, band_of, fewest
from bot.errors import BadInput
from bot.services.cards.courses import item_figures as cards
from bot.services.courses import learners as in_course
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings.pages import Page
from bot.services.post_tests import told
from bot.services.post_tests.trainers import floor_of, may_change, mine, named
from bot.services.pushes.spared import spare
from bot.surface.outcome import Outcome, answer


def show(turn: Turn) -> Outcome:
    """Show the units that have a test, to choose one."""
    page = mine(turn)
    if isinstance(page, Outcome):
        return page
    return answer(cards.which(turn.mint, page.id, cohorts.cohort_of(page).course))


def unit(turn: Turn) -> Outcome:
    """Show the questions of a unit with what may be told of each: it is made as it is looked at, and kept."""
    page = mine(turn)
    if isinstance(page, Outcome):
        return page
    n, _, begin = named(turn).partition(".")
    found = cohorts.cohort_of(page).course.unit(int(n)) if n.isdecimal() else None
    if found is None or not found.test:
        return answer(cards.gone())
    page = told.tell(turn, page, found)
    return _shown(turn, page, found, int(begin) if begin.isdecimal() else 0)


def one(turn: Turn) -> Outcome:
    """Show a question whole, and what follows from taking it out or putting it back, before that is done."""
    page = mine(turn)
    if isinstance(page, Outcome):
        return page
    name = named(turn)
    found = question_named(cohorts.cohort_of(page).course, name)
    if found is None:
        return answer(cards.gone())
    figure, follows = told.figures_of(page).get(name), _follows(turn, page, *found)
    return answer(cards.one(turn.mint, page.id, name, *found, figure=figure, follows=follows))


def take_out(turn: Turn) -> Outcome:
    """Take a question out: who passes by that finishes the unit, and hears it once."""
    return _switch(turn, out=True)


def back_in(turn: Turn) -> Outcome:
    """Let a question that was taken out be drawn again."""
    return _switch(turn, out=False)


def _switch(turn: Turn, *, out: bool) -> Outcome:
    page = mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort, name = cohorts.cohort_of(page), turn.ref.arg
    try:
        course = taken_out(cohort.course, name) if out else put_back(cohort.course, name, turn.now)
    except BadInput as problem:
        return answer(cards.stays(turn.mint, page.id, name, problem.sentence))
    found = question_named(course, name)
    if found is None:
        return answer(cards.gone())
    if course == cohort.course:  # a second press: it is so already
        return _shown(turn, page, found[0], _place(name))
    if not may_change(page):
        return answer(cards.stays(turn.mint, page.id, name, cards.IS_OVER))
    page = cohorts.keep(turn.desk, turn.unit, page, replace(cohort, course=course))
    if out and _has_begun(cohort):
        page = spare(turn.desk, turn.unit, page, found[0], name)
    done = (cards.is_out if out else cards.is_back)(found[1])
    return _shown(turn, page, found[0], _place(name), done)


def _shown(turn: Turn, page: Page, unit: Unit, begin: int, done: str = "") -> Outcome:
    rule = cards.rule(fewest(TOLD_FROM, floor_of(turn, page)), STEP)
    return answer(
        cards.unit(turn.mint, page.id, unit, told.figures_of(page), begin=begin, rule=rule, done=done)
    )


def _follows(turn: Turn, page: Page, unit: Unit, question: Question) -> cards.Follows:
    """Return what stands on the card that asks: nothing of it tells how anybody answered."""
    cohort = cohorts.cohort_of(page)
    if not may_change(page):
        return cards.Follows(stays=cards.IS_OVER)
    if not question.is_withdrawn and not may_go(cohort.course, unit):
        return cards.Follows(stays=too_few(cohort.course, unit))
    every = [in_course.learner_of(each) for each in in_course.learners(turn.desk, turn.unit, page)]
    had = sum(
        any(
            sitting.handed_in is not None and any(each.question == question.id for each in sitting.drawn)
            for sitting in sittings_in(learner, unit.n)
        )
        for learner in every
    )
    least = fewest(COUNTED_FROM, floor_of(turn, page))
    return cards.Follows(
        draw=cohort.course.tests.draw,
        left=len(unit.asked) + (1 if question.is_withdrawn else -1),
        had=band_of(had, least),
        least=least,
        finished=sum(unit.n in each.finished for each in every),
        has_learners=_has_begun(cohort) and bool(every),
    )


def _has_begun(cohort: Cohort) -> bool:
    """Whether somebody may have joined."""
    return cohort.stage is not Stage.DRAFT


def _place(name: str) -> int:
    place = name.partition(".")[2]
    return int(place) if place.isdecimal() else 0
