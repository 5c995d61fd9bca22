"""Aware, open, engaged: the three sides of the stance, each of which comes within any four weeks."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.courses.timetable import instant_of
from bot.domain.prompts import Domain
from tests.e2e.rows.rows_library import course, library

SIDES = {"aware", "open", "engaged"}
FOUR_WEEKS = timedelta(days=28)
KEPT = course("act_relationship_4").course


def test_every_prompt_on_the_stance_has_a_side() -> None:
    """And each of the three has some."""
    tags = [set(prompt.tags) & SIDES for prompt in library().prompts() if prompt.domain is Domain.STANCE]
    assert all(tags)
    assert set().union(*tags) == SIDES


def test_each_side_comes_within_any_four_weeks_of_the_course() -> None:
    """From the first prompt to the look-back, wherever four weeks are laid."""
    upto = [push.id for push in KEPT.pushes].index("look_back") + 1
    coming = [(at, set(push.tags)) for push in KEPT.pushes[:upto] if (at := instant_of(KEPT, push.when))]
    first, last = coming[0][0], coming[-1][0]
    weeks = (last - FOUR_WEEKS - first).days + 1
    assert weeks > 7
    for day in range(weeks):
        begins = first + timedelta(days=day)
        within = [tags for at, tags in coming if begins <= at <= begins + FOUR_WEEKS]
        assert set().union(*within) >= SIDES


def test_each_prompt_of_the_course_has_a_side() -> None:
    """None stands outside the stance."""
    assert all(set(push.tags) & SIDES for push in KEPT.pushes)
