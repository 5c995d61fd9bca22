"""Hours as people write them: what is said is read back the same, and nothing typed breaks the reading."""

from __future__ import annotations

from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hours_words import THROUGH_THE_NIGHT, HoursMeant, hours_meant, hours_said
from bot.errors import BadInput

DAYS = st.frozensets(st.integers(0, 6), min_size=1)
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(days=DAYS, start=TIMES, end=TIMES)
def test_what_is_said_is_read_back(days: frozenset[int], start: time, end: time) -> None:
    """Unless the hours would go on through most of a night, which nobody is taken to mean."""
    said = hours_said(days, start, end)
    if end < start and (end.hour - start.hour) % 24 > 12:
        with pytest.raises(BadInput, match=THROUGH_THE_NIGHT[:20]):
            hours_meant(said)
    else:
        assert hours_meant(said) == HoursMeant(days=days, start=start, end=end)


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    """Nothing else comes of it."""
    with suppress(BadInput):
        assert hours_meant(text).days


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [
        ("Mon-Fri 9-17", {0, 1, 2, 3, 4}, (9, 17)),
        ("weekdays 9 to 17", {0, 1, 2, 3, 4}, (9, 17)),
        ("9-17", {0, 1, 2, 3, 4}, (9, 17)),
        ("Tue, Thu 10\u201314", {1, 3}, (10, 14)),
        ("Mondays and Wed 08:00 - 12.00", {0, 2}, (8, 12)),
        ("Monday to Friday, 09:00 to 17:00", {0, 1, 2, 3, 4}, (9, 17)),
        ("Fri-Mon 20-6", {0, 4, 5, 6}, (20, 6)),
        ("every day 7-19", set(range(7)), (7, 19)),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, days: set[int], hours: tuple[int, int]) -> None:
    """Days in names or spans, hours with minutes or without."""
    meant = hours_meant(text)
    assert meant.days == days
    assert (meant.start.hour, meant.end.hour) == hours


@pytest.mark.parametrize("text", ["", "Mon-Fri", "always", "Mon 25-30", "tomorrow 9-10", "m 9-10", "9-5"])
def test_what_is_not_understood_is_refused(text: str) -> None:
    """Rather than guessed."""
    with pytest.raises(BadInput):
        hours_meant(text)
