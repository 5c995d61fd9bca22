"""A unit as its learner sees it: what there is in it, what is ticked, and what comes next."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses.progress import progress
from bot.services.cards.courses import units as cards
from bot.services.courses import learners
from bot.services.courses import pages as cohorts
from bot.services.courses.as_learner import meant
from bot.services.desk import Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.units.progress import step
from bot.surface.card import Card
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Outcome, Replace, answer


def open_unit(turn: Turn) -> Outcome:
    """Show the unit that was chosen, or that a press names."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    named = turn.choice if isinstance(turn.event, OptionChosen) else turn.ref.arg
    return unit_card(turn, page, member, int(named) if named.isdecimal() else 0)


def tick(turn: Turn) -> Outcome:
    """Set a tick on an item of a unit, or take it away; who has finished the unit keeps that."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    n, _, _ = turn.choice.partition(".")
    if turn.choice in cohorts.cohort_of(page).course.items:
        learner = learners.learner_of(member)
        member = step(turn, page, member, replace(learner, ticks=learner.ticks ^ {turn.choice}))
    return Outcome(first=Replace(card=drawn(turn, page, member, int(n) if n.isdecimal() else 0)))


def unit_card(turn: Turn, page: Page, member: Member, n: int) -> Outcome:
    """Show a unit to who learns in it; where it is in the course no more, that is said."""
    return answer(drawn(turn, page, member, n))


def drawn(turn: Turn, page: Page, member: Member, n: int) -> Card:
    """Return the card of a unit, as it stands for somebody now."""
    course = cohorts.cohort_of(page).course
    learner = learners.learner_of(member)
    found = progress(course, learner).of(n)
    if found is None:
        return cards.none_such()
    return cards.unit(turn.mint, page.id, found, learner)
