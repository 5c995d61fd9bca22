"""Laws of keeping: what is over its time goes, nothing earlier, nothing untold."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.keeping import COVERED, TOLD_BEFORE, Keeping

START = date(2026, 1, 5)
KEEP = st.integers(1, 40)
DAYS = st.lists(st.integers(0, 120), max_size=30)
SLEEPS = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=2)


def _live(keep: int, days: list[int], sleeps: list[tuple[int, int]]) -> tuple[dict[int, int], list[int]]:
    """Return on which day each page went, and on which days it was told; asleep nothing is looked at."""
    asleep = {day for begins, lasts in sleeps for day in range(begins, begins + lasts)}
    pages: set[int] = set()
    gone: dict[int, int] = {}
    told: list[int] = []
    looks_on = 0
    for today in range(400):
        pages |= {day for day in days if day == today}
        if today < looks_on or today in asleep:
            continue
        told_on = START + timedelta(days=told[-1]) if told else None
        keeping = Keeping(today=START + timedelta(days=today), keep_days=keep, told_on=told_on)
        going = {day for day in pages if START + timedelta(days=day) < keeping.goes_before}
        gone |= dict.fromkeys(going, today)
        pages -= going
        untold = _first(pages, keeping.untold_since)
        told_now = untold if keeping.is_to_tell(untold) else None
        told += [today] if told_now else []
        first = _first(pages, date.min)
        looks_on = today + keeping.rest(first, first_told_now=told_now)
    assert not pages
    return gone, told


def _first(pages: set[int], since: date) -> date | None:
    return min((day for n in pages if (day := START + timedelta(days=n)) >= since), default=None)


@given(KEEP, DAYS, SLEEPS)
def test_nothing_goes_before_its_time_or_untold(
    keep: int, days: list[int], sleeps: list[tuple[int, int]]
) -> None:
    """Each page is there for all of its days, and was told of seven days before it went, at the least."""
    gone, told = _live(keep, days, sleeps)
    assert gone.keys() == set(days)
    for day, went in gone.items():
        assert went > day + keep
        covering = [told_on for told_on in told if day + keep + 1 <= told_on + COVERED]
        assert any(told_on + TOLD_BEFORE <= went for told_on in covering)


@given(KEEP, DAYS, SLEEPS)
def test_nobody_is_told_twice_in_a_week(keep: int, days: list[int], sleeps: list[tuple[int, int]]) -> None:
    """However many pages end."""
    _, told = _live(keep, days, sleeps)
    assert all(later - earlier >= TOLD_BEFORE for earlier, later in pairwise(told))


@given(st.integers(14, 40), DAYS)
def test_awake_every_page_goes_on_its_day(keep: int, days: list[int]) -> None:
    """The day after its last, not later."""
    gone, _ = _live(keep, days, [])
    assert gone == {day: day + keep + 1 for day in days}
