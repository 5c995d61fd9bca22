"""The course that a trainer acts on in its tests: theirs, or what they are told instead."""

from __future__ import annotations

from bot.domain.courses.cohort import Stage
from bot.services.cards.courses import plain
from bot.services.courses import pages as cohorts
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.pages import Page
from bot.services.organisations.rules import rules_in
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Outcome, answer


def mine(turn: Turn) -> Page | Outcome:
    """Return the course that a control is about, where who acts is its trainer."""
    return of(turn, cohorts.meant(turn))


def of(turn: Turn, page: Page | None) -> Page | Outcome:
    """Return a course where who acts is its trainer; else what they are told."""
    if page is None or is_ending(page):
        return answer(plain.over())
    return page if is_trainer(turn, page) else answer(plain.not_yours())


def named(turn: Turn) -> str:
    """Return what an option that was chosen names, or else the control."""
    return turn.choice if isinstance(turn.event, OptionChosen) else turn.ref.arg


def may_change(page: Page) -> bool:
    """Whether tests of a course can still be begun, so that there is something to change."""
    return cohorts.cohort_of(page).stage is not Stage.OVER


def floor_of(turn: Turn, page: Page) -> int:
    """Return the smallest group of which the organisation of a course lets anything be told."""
    return rules_in(turn.desk, turn.unit.organisations.get(page.row.organisation)).min_group
