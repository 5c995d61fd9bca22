"""Crash points: the real ones never do anything, armed ones kill once."""

from __future__ import annotations

import pytest

from bot.ports.faults import NoCrash, Point
from bot.testing.faults import ArmedCrash, Killed

POINTS: tuple[Point, ...] = ("before_commit", "after_commit", "after_send")


@pytest.mark.parametrize("point", POINTS)
def test_crash_points_pass_in_a_real_house(point: Point) -> None:
    """Nothing happens where nothing is simulated."""
    NoCrash().passing(point)


@pytest.mark.parametrize("point", POINTS)
def test_armed_crash_kills_at_the_next_pass_once(point: Point) -> None:
    """Only the armed point kills, and the pass after that is free."""
    crash = ArmedCrash()
    crash.passing(point)
    crash.arm(point)
    for other in POINTS:
        if other != point:
            crash.passing(other)
    with pytest.raises(Killed) as death:
        crash.passing(point)
    assert death.value.point == point
    crash.passing(point)


def test_killed_is_nothing_that_a_handler_catches() -> None:
    """It is no `Exception`, so that no service can outlive its own death."""
    assert not issubclass(Killed, Exception)
