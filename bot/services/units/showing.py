"""A unit as its learner sees it: what there is in it, what is ticked, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from bot.domain.courses.cohort import Stage
from bot.domain.courses.learners import Learner
from bot.domain.courses.post_tests import door
from bot.domain.courses.progress import progress
from bot.domain.courses.took import Took
from bot.domain.zones import zone_of
from bot.services.cards.courses import units as cards
from bot.services.cards.courses.dates import on_day
from bot.services.courses import learners
from bot.services.courses import pages as cohorts
from bot.services.courses.as_learner import meant
from bot.services.desk import Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.pushes import plans
from bot.services.units.progress import step
from bot.surface.card import Card, Reach
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Outcome, Replace, answer


def open_unit(turn: Turn) -> Outcome:
    """Show the unit that was chosen, or that a press names."""
    named = turn.choice if isinstance(turn.event, OptionChosen) else turn.ref.arg
    return _in(turn, lambda page, member: unit_card(turn, page, member, _number(named)))


def tick(turn: Turn) -> Outcome:
    """Set a tick on an item of a unit, or take it away; who has finished the unit keeps that.

    A press means what its card said: pressed twice it is once.
    """

    def ticked(page: Page, member: Member) -> Outcome:
        learner = learners.learner_of(member)
        is_there = turn.choice in cohorts.cohort_of(page).course.items
        if is_there and not _is_done(turn, learner) and not_now(turn, page, member) is None:
            member = step(turn, page, member, replace(learner, ticks=learner.ticks ^ {turn.choice}))
        return _in_place(drawn(turn, page, member, _number(turn.choice.partition(".")[0])))

    return _in(turn, ticked)


def took(turn: Turn) -> Outcome:
    """Note how long a finished unit took somebody, as they say; it is no step in it."""

    def noted(page: Page, member: Member) -> Outcome:
        n, learner = _number(turn.ref.arg), learners.learner_of(member)
        with suppress(ValueError):
            said = Took(turn.choice)
            if n in learner.finished:
                learner = replace(learner, took={**learner.took, n: said.value})
                member = learners.keep_learner(turn.desk, turn.unit, member, learner, turn)
        return _in_place(drawn(turn, page, member, n))

    return _in(turn, noted)


def ask_how_long(turn: Turn) -> Outcome:
    """Ask anew how long a unit took."""

    def asked(page: Page, member: Member) -> Outcome:
        course, learner = cohorts.cohort_of(page).course, learners.learner_of(member)
        found = progress(course, learner).of(_number(turn.ref.arg))
        if found is None or not found.is_finished:
            return answer(cards.none_such())
        return answer(cards.ask_how_long(turn.mint, page.id, found))

    return _in(turn, asked)


def stop_nudges(turn: Turn) -> Outcome:
    """Let no reminder of a course come any more."""
    return _in(turn, lambda page, member: _nudges(turn, page, member, are_wished=False))


def nudge_again(turn: Turn) -> Outcome:
    """Let reminders come again."""
    return _in(turn, lambda page, member: _nudges(turn, page, member, are_wished=True))


def unit_card(turn: Turn, page: Page, member: Member, n: int) -> Outcome:
    """Show a unit to who learns in it; where it is in the course no more, or not begun, that is said."""
    return answer(drawn(turn, page, member, n))


def drawn(turn: Turn, page: Page, member: Member, n: int) -> Card:
    """Return the card of a unit, as it stands for somebody now."""
    cohort, learner = cohorts.cohort_of(page), learners.learner_of(member)
    far = progress(cohort.course, learner)
    found = far.of(n)
    if found is None:
        return cards.none_such()
    if (line := not_now(turn, page, member)) is not None and cohort.stage is not Stage.OVER:
        return cards.not_begun(line)
    seen = cards.SeenUnit(
        course_id=page.id,
        course=cohort.course,
        progress=far,
        found=found,
        learner=learner,
        test=door(cohort.course, learner, n, turn.now),
        zone=_zone(turn, page),
        now=turn.now,
        takes_steps=cohort.stage is Stage.RUNNING,
    )
    return cards.unit(turn.mint, seen)


def not_now(turn: Turn, page: Page, member: Member) -> str | None:
    """Return why nobody, or this learner, takes a step in the units of a course now; None where they may."""
    cohort, began_on = cohorts.cohort_of(page), learners.learner_of(member).began_on
    if cohort.stage is Stage.OVER:
        return "This course is over. What you wrote in it is in your journal."
    today = turn.now.astimezone(zone_of(_zone(turn, page))).date()
    first = began_on if cohort.stage is Stage.RUNNING else cohort.first_day
    if first is not None and first > today:
        return f"The units open {on_day(first, today)}."
    if cohort.stage is not Stage.RUNNING:
        return "It has not begun yet: its units open once your trainer begins it."
    return None


def _in(turn: Turn, then: Callable[[Page, Member], Outcome]) -> Outcome:
    found = meant(turn)
    return found if isinstance(found, Outcome) else then(*found)


def _is_done(turn: Turn, learner: Learner) -> bool:
    """Whether an item is, by an earlier press, as the card that was pressed would have it."""
    place = _number(turn.choice.partition(".")[2])
    stood = turn.ref.arg[place : place + 1]
    return bool(stood) and (stood == "1") != (turn.choice in learner.ticks)


def _in_place(card: Card) -> Outcome:
    """Put a card in the place of the one that was pressed; one that says how a test went stands alone."""
    return answer(card) if card.reach is Reach.SEALED else Outcome(first=Replace(card=card))


def _nudges(turn: Turn, page: Page, member: Member, *, are_wished: bool) -> Outcome:
    learner = replace(learners.learner_of(member), no_nudges=not are_wished)
    member = learners.keep_learner(turn.desk, turn.unit, member, learner, turn)
    plans.plan_learner(turn.desk, turn.unit, page, member, turn.now)
    course = cohorts.cohort_of(page).course
    return answer(cards.reminds(course) if are_wished else cards.no_more(turn.mint, page.id))


def _zone(turn: Turn, page: Page) -> str:
    theirs = turn.visitor.zone if turn.visitor else None
    return theirs or turn.zone_told or cohorts.cohort_of(page).course.zone


def _number(named: str) -> int:
    return int(named) if named.isascii() and named.isdecimal() else 0
