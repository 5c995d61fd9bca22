"""Who passes a test by a question that was taken out of it: their unit finishes, and each hears it once."""

from __future__ import annotations

from bot.domain.courses.units import Unit as CourseUnit
from bot.domain.courses.withdrawing import passes_by
from bot.ports.store import Unit
from bot.services.cards.courses import item_figures as cards
from bot.services.courses.learners import is_learner, learner_of
from bot.services.courses.pages import cohort_of
from bot.services.desk import Desk
from bot.services.gatherings.pages import Page
from bot.services.pushes import ends, news, plans, steps
from bot.services.pushes.news import Word
from bot.services.pushes.steps import Step, Taken


def spare(desk: Desk, unit: Unit, page: Page, test: CourseUnit, name: str) -> Page:
    """Let those who pass by a question that was taken out of a unit's test hear it; return the page so.

    `name` is the question's, as `withdrawing` has it.
    """
    word = Word(text_id="course.question_out", text=cards.taken_out_word(test))
    page = news.keep_word(desk, unit, page, word, _key(name))
    steps.lay(unit, page, Step.SPARE, desk.clock.now(), name)
    return page


def spare_some(taken: Taken, name: str) -> None:
    """Finish the unit of the next learners of a step who pass by it, and go on with those after them."""
    desk, unit, page = taken.desk, taken.unit, taken.page
    some, last = steps.next_ones(taken)
    for member in some:
        if is_learner(member) and passes_by(cohort_of(page).course, name, learner_of(member)):
            plans.plan_learner(desk, unit, page, member, taken.now)
            news.tell_one(desk, unit, member, _key(name), taken.now)
    steps.go_on(taken, last)
    if not last:  # who finished by it may be the last for whom the course waits
        ends.plan(desk, unit, page, taken.now)


def _key(name: str) -> str:
    return f"spared.{name.partition('.')[0]}"
