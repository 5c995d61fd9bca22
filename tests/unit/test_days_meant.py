"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.days_meant import day_meant
from bot.errors import BadInput

THURSDAY = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-02-03", date(2026, 2, 3)),
        (" 2024-02-29 ", date(2024, 2, 29)),
        ("today", THURSDAY),
        ("Tomorrow", date(2026, 1, 16)),
        ("friday", date(2026, 1, 16)),
        ("Wed", date(2026, 1, 21)),
        ("thursday", date(2026, 1, 22)),
        ("15 January", THURSDAY),
        ("14 January", date(2027, 1, 14)),
        ("3. Feb.", date(2026, 2, 3)),
        ("3  feb 2028", date(2028, 2, 3)),
        ("Feb 3", date(2026, 2, 3)),
        ("February 3, 2028", date(2028, 2, 3)),
        ("20260203", date(2026, 2, 3)),
    ],
)
def test_a_day_is_read(typed: str, day: date) -> None:
    """As a date, a weekday, a day of a month with or without its year."""
    assert day_meant(typed, THURSDAY) == day


@pytest.mark.parametrize(
    "typed", ["", "soon", "5/1", "01.02.2026", "31 June", "3 Foo", "29 Feb", "0 May", "99", "2026-13-01"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    """Nothing is guessed, and figures alone that mean two days mean none."""
    with pytest.raises(BadInput):
        day_meant(typed, THURSDAY)
