"""Laws of keeping: what is over its time goes, nothing earlier, nothing untold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.keeping import COVERED, TOLD_BEFORE, Ceilings, Days, Keeping, spans
from bot.domain.organisations import Ceiling, longest

START = date(2026, 1, 5)
OWN = st.integers(1, 40) | st.none()
DAYS = st.lists(st.integers(0, 120), max_size=30)
SLEEPS = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=2)


def _ceilings(least: int) -> st.SearchStrategy[Ceilings]:
    """What up to two organisations set, each in the order of days."""
    one = st.builds(
        Ceiling,
        since=st.integers(-5, 120).map(lambda day: START + timedelta(days=day)),
        days=st.integers(least, 40) | st.none(),
    )
    each = st.lists(one, max_size=3, unique_by=lambda it: it.since)
    return st.lists(each.map(lambda them: sorted(them, key=lambda it: it.since)), max_size=2)


def _time(own: int | None, ceilings: Ceilings, day: int) -> int | None:
    """How long a page of a day is kept: the least of what anybody set."""
    set_for_it = [own, *(longest(each, START + timedelta(days=day)) for each in ceilings)]
    return min((days for days in set_for_it if days is not None), default=None)


def _live(
    own: int | None, ceilings: Ceilings, days: list[int], sleeps: list[tuple[int, int]]
) -> tuple[dict[int, int], list[int]]:
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
        keeping = Keeping(today=START + timedelta(days=today), spans=spans(own, ceilings), told_on=told_on)
        going = {day for day in pages if _among(day, keeping.going)}
        gone |= dict.fromkeys(going, today)
        pages -= going
        untold = _first(pages, keeping.untold)
        told_now = untold if keeping.is_to_tell(untold) else []
        told += [today] if told_now else []
        looks_on = today + keeping.rest(_first(pages, keeping.timed), told_now=told_now)
    return gone, told


def _among(day: int, ranges: Sequence[Days]) -> bool:
    return any(each.since <= START + timedelta(days=day) < each.until for each in ranges)


def _first(pages: set[int], ranges: Sequence[Days]) -> list[date]:
    """Return the first page of each row of days, as the journal does."""
    found = [min((day for day in pages if _among(day, [each])), default=None) for each in ranges]
    return [START + timedelta(days=day) for day in found if day is not None]


@given(OWN, _ceilings(1), DAYS, SLEEPS)
def test_nothing_goes_before_its_time_or_untold(
    own: int | None, ceilings: Ceilings, days: list[int], sleeps: list[tuple[int, int]]
) -> None:
    """Each page is there for all of its days, and was told of seven days before it went, at the least.

    What has a time by anybody goes, kept for good or not; what has none stays.
    """
    gone, told = _live(own, ceilings, days, sleeps)
    times = {day: _time(own, ceilings, day) for day in days}
    assert gone.keys() == {day for day, time in times.items() if time is not None}
    for day, went in gone.items():
        end = day + (times[day] or 0) + 1
        assert went >= end
        covering = [told_on for told_on in told if end <= told_on + COVERED]
        assert any(told_on + TOLD_BEFORE <= went for told_on in covering)


@given(OWN, _ceilings(1), DAYS, SLEEPS)
def test_nobody_is_told_twice_in_a_week(
    own: int | None, ceilings: Ceilings, days: list[int], sleeps: list[tuple[int, int]]
) -> None:
    """However many pages end."""
    _, told = _live(own, ceilings, days, sleeps)
    assert all(later - earlier >= TOLD_BEFORE for earlier, later in pairwise(told))


@given(st.integers(14, 40) | st.none(), _ceilings(14), DAYS)
def test_awake_every_page_goes_on_its_day(own: int | None, ceilings: Ceilings, days: list[int]) -> None:
    """The day after its last, not later."""
    gone, _ = _live(own, ceilings, days, [])
    times = {day: _time(own, ceilings, day) for day in days}
    assert gone == {day: day + time + 1 for day, time in times.items() if time is not None}


@given(OWN, _ceilings(1), st.integers(0, 120), st.integers(0, 200))
def test_a_day_is_over_after_its_own_time(own: int | None, ceilings: Ceilings, day: int, later: int) -> None:
    """Whatever stands on it: marks and answers too."""
    today, time = START + timedelta(days=day + later), _time(own, ceilings, day)
    keeping = Keeping(today=today, spans=spans(own, ceilings), told_on=None)
    is_over = time is not None and later > time
    assert keeping.is_over(START + timedelta(days=day)) is is_over
    assert _among(day, keeping.over) is is_over
