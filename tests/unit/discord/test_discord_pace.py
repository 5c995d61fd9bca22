"""How fast the bot asks: below 50 a second whatever comes together, and letters apart from all else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.limits import LETTERS_AT_ONCE, LETTERS_PER_SECOND, REST_AT_ONCE, REST_PER_SECOND
from adapters.discord.line.pace import Pace

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
NOW = timedelta(0)
GLOBAL = 50
"""Requests that a bot has in a second (Discord, "Rate limits")."""


def test_a_burst_leaves_at_once_and_the_rest_at_its_pace() -> None:
    """One every 35th of a second."""
    pace = Pace()
    left = [pace.letter(NOON) for _ in range(50)]
    assert left[:LETTERS_AT_ONCE] == [NOW] * LETTERS_AT_ONCE
    assert {later - sooner for sooner, later in pairwise(left[LETTERS_AT_ONCE - 1 :])} == {SECOND / 35}


def test_eight_hundred_take_what_the_pace_allows_though_each_leaves_a_little_late() -> None:
    """Nothing adds up: what one is late, the next is not."""
    pace, now = Pace(), NOON
    for _ in range(800):
        now += pace.letter(now) + timedelta(milliseconds=2)
    assert (800 - LETTERS_AT_ONCE) / 35 <= (now - NOON).total_seconds() <= 800 / 35


def test_a_quiet_time_gives_back_one_burst_and_no_more() -> None:
    """However long it was."""
    pace = Pace()
    for _ in range(LETTERS_AT_ONCE):
        pace.letter(NOON)
    left = [pace.letter(NOON + timedelta(days=1)) for _ in range(2 * LETTERS_AT_ONCE)]
    assert left.count(NOW) == LETTERS_AT_ONCE


def test_what_somebody_waits_for_does_not_stand_behind_letters() -> None:
    """Nor letters behind that."""
    pace = Pace()
    for _ in range(800):
        pace.letter(NOON)
    assert [pace.call(NOON) for _ in range(REST_AT_ONCE)] == [NOW] * REST_AT_ONCE
    assert pace.call(NOON) == SECOND / REST_PER_SECOND


def test_both_together_stay_below_what_a_bot_has() -> None:
    """In the worst second: a burst of both, and then their paces."""
    assert LETTERS_AT_ONCE + LETTERS_PER_SECOND + REST_AT_ONCE + REST_PER_SECOND < GLOBAL


@given(st.lists(st.tuples(st.integers(0, 200), st.booleans()), min_size=1, max_size=200))
def test_no_second_ever_holds_more_than_a_bot_has(asks: list[tuple[int, bool]]) -> None:
    """Whenever somebody comes, in milliseconds after the one before, and whatever for."""
    pace, now, left = Pace(), NOON, list[datetime]()
    for pause, is_letter in asks:
        now += timedelta(milliseconds=pause)
        left.append(now + (pace.letter(now) if is_letter else pace.call(now)))
    assert all(sum(each <= one < each + SECOND for one in left) < GLOBAL for each in left)


def test_letters_rest_until_the_latest_end_that_was_asked_for() -> None:
    """A shorter rest does not end a longer one; what people do goes on."""
    pace = Pace()
    pace.pause(NOON + 60 * SECOND)
    pace.pause(NOON + 10 * SECOND)
    assert (pace.rest(NOON), pace.rest(NOON + 60 * SECOND)) == (60 * SECOND, NOW)
    assert (pace.opening_rest(NOON), pace.call(NOON)) == (NOW, NOW)


def test_that_no_conversation_opens_keeps_no_letter_back() -> None:
    """Those that are open go on."""
    pace = Pace()
    pace.pause_opening(NOON + 60 * SECOND)
    assert (pace.opening_rest(NOON + 20 * SECOND), pace.rest(NOON)) == (40 * SECOND, NOW)
