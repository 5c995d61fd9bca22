"""What was told of the questions of a course: kept on its page, so that it stays what it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.courses.item_figures import ItemFigure, Tells, first_answers, told
from bot.domain.courses.units import Unit
from bot.services.cards.courses import item_figures as cards
from bot.services.courses.learners import learner_of, learners
from bot.services.courses.pages import cohort_of
from bot.services.desk import Turn
from bot.services.gatherings import pages
from bot.services.gatherings.pages import Page
from bot.services.post_tests.trainers import floor_of

PART = "items"


def figures_of(page: Page) -> Mapping[str, ItemFigure]:
    """Return what was told of questions, each by its name: `2.0` for the first of unit 2."""
    return {
        name: ItemFigure(count=count, share=share, tells=Tells(tells))
        for name, (count, share, tells) in page.part(PART).items()
    }


def tell(turn: Turn, page: Page, unit: Unit) -> Page:
    """Tell of the questions of a unit what may be told of them now; return the page with it."""
    before, floor = figures_of(page), floor_of(turn, page)
    every = [learner_of(each) for each in learners(turn.desk, turn.unit, page)]
    given, found = first_answers(unit, every), dict(before)
    for place, question in enumerate(unit.test):
        name = f"{unit.n}.{place}"
        figure = told(given.get(question.id, ()), before.get(name), floor=floor)
        if figure is not None:
            found[name] = figure
    if found == before:
        return page
    held = {name: [each.count, each.share, each.tells.value] for name, each in found.items()}
    return pages.keep(turn.desk, turn.unit, page, **{PART: held})


def lines(page: Page) -> Sequence[str]:
    """Return what was told of single questions, a line each; nothing is worked out here."""
    figures = figures_of(page)
    return [
        cards.file_line(unit, question, figures[f"{unit.n}.{place}"])
        for unit in cohort_of(page).course.units
        for place, question in enumerate(unit.test)
        if f"{unit.n}.{place}" in figures
    ]
