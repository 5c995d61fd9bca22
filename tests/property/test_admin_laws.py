"""Whatever admins set, in any order: nobody's page loses time, no promise about a group is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.adoption import HELD_WITHIN, Counted, band, counted_anew, least_band
from bot.domain.organisations import (
    CEILING_NOTICE,
    LEAST_GROUP,
    MOST_GROUP,
    NO_RULES,
    Rules,
    may_create,
    with_ceiling,
    with_min_group,
)
from bot.domain.roles import Creates, Gathering, Role
from bot.errors import BadInput

START = date(2026, 1, 5)
DAY = timedelta(days=1)
lengths = st.sampled_from([None, 30, 90, 182, 365, 730])
steps = st.lists(st.tuples(st.integers(0, 45), lengths), max_size=12)
groups = st.integers(-3, MOST_GROUP + 50)
counts = st.integers(0, 3000)


def _longer(one: int | None, other: int | None) -> bool:
    """Whether `one` is as long as `other`, or longer; None has no end."""
    return one is None or (other is not None and one >= other)


@given(steps)
def test_a_page_never_loses_time_that_it_had_when_it_was_written(
    changes: Sequence[tuple[int, int | None]],
) -> None:
    """Not by any later change, whatever is set, lifted or taken back in between."""
    rules, today = NO_RULES, START
    had: dict[date, int | None] = {}
    for wait, days in changes:
        for _ in range(wait):
            had[today] = rules.longest_for(today)
            today += DAY
        had[today] = rules.longest_for(today)
        rules = with_ceiling(rules, days, today)
        assert list(rules.ceilings) == sorted(rules.ceilings, key=lambda each: each.since)
        assert all(_longer(rules.longest_for(day), then) for day, then in had.items())


@given(steps, lengths)
def test_a_shorter_time_is_known_a_month_before_it_holds(
    changes: Sequence[tuple[int, int | None]], last: int | None
) -> None:
    """And what is longer holds at once; what was set last holds in the end."""
    rules, today = NO_RULES, START
    for wait, days in changes:
        today += wait * DAY
        rules = with_ceiling(rules, days, today)
    held = rules.longest_for(today)
    rules = with_ceiling(rules, last, today)
    if _longer(last, held):
        assert rules.longest_for(today) == last
        assert rules.to_come(today) is None
    else:
        assert rules.longest_for(today) == held
        soonest = rules.to_come(today)
        assert soonest is not None
    assert rules.longest_for(today + CEILING_NOTICE) == last


@given(st.lists(groups, max_size=8))
def test_the_smallest_group_only_grows(wished: Sequence[int]) -> None:
    """Whatever is asked for, and never below five."""
    rules = NO_RULES
    for people in wished:
        before = rules.min_group
        try:
            rules = with_min_group(rules, people)
        except BadInput:
            assert people < before or people > MOST_GROUP
        assert rules.min_group >= before >= LEAST_GROUP


def test_eight_is_neither_lowered_to_four_nor_to_six() -> None:
    """It says why, both times."""
    rules = with_min_group(NO_RULES, 8)
    for people in (4, 6):
        with pytest.raises(BadInput, match="never lowered"):
            with_min_group(rules, people)


@given(counts, st.integers(LEAST_GROUP, MOST_GROUP))
def test_no_band_is_below_the_smallest_group(people: int, min_group: int) -> None:
    """Nor above the count; what is said in place of one is true."""
    shown, least = band(people, min_group), least_band(min_group)
    assert least >= min_group
    assert people < least if shown is None else least <= shown <= people


def test_raising_the_smallest_group_step_by_step_never_finds_the_number() -> None:
    """All that anybody hears of thirteen people, whatever is set, is which of the steps they reach."""
    heard = {band(13, min_group) for min_group in range(LEAST_GROUP, MOST_GROUP + 1)}
    assert heard == {band(19, min_group) for min_group in range(LEAST_GROUP, MOST_GROUP + 1)} == {10, None}


@given(counts, st.integers(-HELD_WITHIN, HELD_WITHIN), st.integers(0, 400), st.integers(LEAST_GROUP, 20))
def test_who_comes_or_goes_alone_moves_nothing(people: int, moved: int, waited: int, min_group: int) -> None:
    """A change by one or two shows nothing, however long it is ago."""
    before = Counted(on=START, people=people)
    after = counted_anew(before, max(0, people + moved), START + waited * DAY)
    assert band(after.people, min_group) == band(before.people, min_group)


@given(counts, st.lists(st.tuples(st.integers(0, 6), counts), max_size=6))
def test_what_happens_between_two_counts_is_never_seen(people: int, looks: Sequence[tuple[int, int]]) -> None:
    """Who leaves and comes back within a week, or as many as like, leaves no trace."""
    counted = Counted(on=START, people=people)
    for day, there in looks:
        assert counted_anew(counted, there, START + day * DAY) is counted


@given(
    st.frozensets(st.sampled_from(Role)), st.sampled_from(Creates), st.sampled_from(Gathering), st.booleans()
)
def test_who_may_begin_something(
    roles: frozenset[Role],
    by: Creates,
    what: Gathering,
    is_named: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    """An admin always, the role for it where it was left to the role, nobody elsewhere than was named."""
    rules = Rules(circles_by=by, courses_by=by, channels=("day unit",) if is_named else ())
    is_let = Role.ADMIN in roles or (by is Creates.ROLE and what.role in roles)
    assert may_create(rules, roles, what, "#Day Unit") is is_let
    assert may_create(rules, roles, what, "elsewhere") is (is_let and not is_named)
