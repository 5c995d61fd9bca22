"""Laws of pictures: what is drawn is what was marked, whatever was marked and when."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from adapters.figures.passing import joined, packed, parted, unpacked
from adapters.figures.spans import MOST, ticks
from adapters.figures.spots import PILE, piled
from bot.domain.charts import BalanceChart, BalanceRow, Dot, Level, MarkChart
from bot.ports.figures import Frame

SINCE = date(2024, 2, 27)
days = st.integers(0, 1500).map(lambda number: SINCE + timedelta(days=number))
a_dot = st.builds(Dot, day=days, step=st.integers(1, 5))
dots = st.lists(a_dot, max_size=60)
names = st.text(max_size=40)
marks = st.builds(
    MarkChart,
    ask=names,
    words=st.tuples(names, names, names, names, names),
    dots=st.lists(a_dot, max_size=6).map(tuple),
    levels=st.lists(
        st.builds(
            Level, since=days, until=days, median=st.integers(2, 10).map(lambda n: n / 2), n=st.integers()
        ),
        max_size=4,
    ).map(tuple),
    since=days,
    until=days,
)
counts = st.integers(0, 200)
balances = st.builds(
    BalanceChart,
    rows=st.lists(st.builds(BalanceRow, name=names, asked=counts, met=counts), max_size=5).map(tuple),
    since=days,
    until=days,
)


@given(found=dots, together=st.integers(1, 9), apart=st.floats(0, 1))
def test_dots_stand_at_their_step_and_near_their_day(found: list[Dot], together: int, apart: float) -> None:
    """As many dots as marks; each nearer to its own step than to any other, and in place with its day."""
    spots = piled(found, SINCE, together=together, apart=apart)
    assert len(spots) == len(found)
    for dot, spot in zip(found, spots, strict=True):
        assert abs(spot.up - dot.step) <= PILE + 1e-9
        assert abs(spot.across - (dot.day - SINCE).days) <= (together - 1) / 2


@given(found=dots, together=st.integers(1, 9))
def test_dots_never_hide_each_other(found: list[Dot], together: int) -> None:
    """Two marks of one step and one day are two dots."""
    spots = piled(found, SINCE, together=together, apart=0.1)
    assert max(Counter((spot.across, round(spot.up, 9)) for spot in spots).values(), default=1) == 1


@given(since=days, more=st.integers(0, 4000))
def test_few_days_are_named_in_their_order(since: date, more: int) -> None:
    """At least one and at most eight, each within what is shown, no name twice."""
    until = since + timedelta(days=more)
    found = ticks(since, until)
    assert 1 <= len(found) <= MOST
    assert [day for day, _ in found] == sorted({day for day, _ in found})
    assert since <= found[0][0] <= found[-1][0] <= until
    if more < 120:
        assert len({name for _, name in found}) == len(found)


@given(charts=st.lists(st.one_of(marks, balances), max_size=3), frame=st.sampled_from(Frame))
def test_charts_come_through_the_pipe_as_they_are(
    charts: list[MarkChart | BalanceChart], frame: Frame
) -> None:
    """The process that draws has the same facts."""
    assert unpacked(packed(charts, frame)) == (tuple(charts), frame)


@given(pictures=st.lists(st.binary(max_size=400)))
def test_pictures_come_back_as_they_are(pictures: list[bytes]) -> None:
    """Each by itself, in order."""
    assert parted(joined(pictures)) == tuple(pictures)
