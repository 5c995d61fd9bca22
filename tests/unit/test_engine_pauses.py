"""Pauses after failures grow, and have an end."""

from __future__ import annotations

from bot.ports.engine import pause_after


def test_pause_grows_from_a_second_to_a_minute() -> None:
    """It doubles with each failure in a row and stays at a minute, however long the trouble lasts."""
    seconds = [pause_after(failures).total_seconds() for failures in (*range(1, 9), 100_000)]
    assert seconds == [1, 2, 4, 8, 16, 32, 60, 60, 60]
