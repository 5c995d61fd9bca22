"""Laws of what is said about marks: nothing below its n, nothing against the data, nothing of other days."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.charts import Dot
from bot.domain.insights import (
    Met,
    Series,
    balance,
    balance_chart,
    balance_window,
    compared,
    comparison,
    mark_chart,
    rarely_met,
    standing,
    standings,
    windows,
    windows_since,
)
from bot.domain.marks import CHOSEN, ENERGY, FIXED, MarkKind
from bot.domain.prompts import STEAM, Domain
from bot.services.cards.insight_pictures import balance_in_words, marks_in_words
from bot.services.cards.insights import NAMES, how_many, sentence
from bot.services.cards.questions import TOPICS
from bot.surface.card import ALT_MAX

TODAY = date(2026, 3, 1)

steps = st.integers(1, 5)
ages = st.integers(0, 83)
"""Days ago: twelve weeks back."""
counts = st.integers(1, 4)


def dot(age: int, step: int) -> Dot:
    """Return a mark of so many days ago."""
    return Dot(day=TODAY - timedelta(days=age), step=step)


some_days = steps.flatmap(lambda low: st.lists(st.integers(low, min(5, low + 1)), min_size=4, max_size=28))
"""The steps of a window, one a day from its last day on: near each other, so that windows lie apart."""
marks = st.one_of(
    st.lists(st.builds(dot, ages, steps), max_size=60),
    st.tuples(some_days, some_days).map(lambda both: window_of(both[0], 0) + window_of(both[1], 28)),
)


@st.composite
def askings(draw: st.DrawFn) -> list[Met]:
    """Return what was asked, some domains met more often than others, in any order and on other days too."""
    found: list[Met] = []
    for domain in (*STEAM, Domain.REST):
        asked, met = draw(st.integers(0, 8)), draw(st.sampled_from([0, 1, 2, 9]))
        found += [
            Met(domain=domain, day=TODAY - timedelta(days=draw(ages)), is_met=place < met)
            for place in range(asked)
        ]
    strays = st.builds(
        Met,
        domain=st.sampled_from(STEAM),
        day=st.sampled_from([-1, 84, 300]).map(lambda age: TODAY - timedelta(days=age)),
        is_met=st.booleans(),
    )
    return draw(st.permutations(found + draw(st.lists(strays, max_size=6))))


def series(dots: Sequence[Dot]) -> Series:
    """Return marks as a series of energy."""
    return Series(name="energy", ask=ENERGY.ask, words=ENERGY.words, dots=tuple(dots))


def window_of(taken: Sequence[int], begins: int) -> list[Dot]:
    """Return a mark a day, from so many days ago on and further back."""
    return [dot(begins + place, step) for place, step in enumerate(taken)]


@given(before=some_days, now=some_days)
def test_nothing_is_compared_below_seven_days_or_within_a_step(before: list[int], now: list[int]) -> None:
    """Only where each window has seven days with a mark and the medians lie a step apart; there always."""
    found = compared(series(window_of(now, 0) + window_of(before, 28)), TODAY)
    enough = min(len(before), len(now)) >= 7
    differs = enough and abs(statistics.median(now) - statistics.median(before)) >= 1
    assert (found is not None) is differs


@given(dots=marks)
def test_what_is_compared_is_what_the_data_say(dots: list[Dot]) -> None:
    """Each side has the median and the counts of its own window, and the direction is that of the medians."""
    found = compared(series(dots), TODAY)
    if found is None:
        return
    sides = {}
    for name, first, last in (("now", 0, 27), ("before", 28, 55)):
        its = [one for one in dots if first <= (TODAY - one.day).days <= last]
        sides[name] = (len(its), len({one.day for one in its}), statistics.median(one.step for one in its))
    assert (found.now.n, found.now.days, found.now.median) == sides["now"]
    assert (found.before.n, found.before.days, found.before.median) == sides["before"]
    assert min(sides["now"][1], sides["before"][1]) >= 7
    assert found.is_lower is (sides["now"][2] < sides["before"][2])
    assert abs(sides["now"][2] - sides["before"][2]) >= 1


@given(step=steps, other=steps, times=st.integers(7, 30))
def test_many_marks_of_one_day_are_no_four_weeks(step: int, other: int, times: int) -> None:
    """However often somebody marks on a day, it stays one day, and is laid beside nothing."""
    once = [dot(0, step)] * times
    weeks = window_of([other] * 28, 28)
    assert compared(series(once + weeks), TODAY) is None
    assert comparison(window_of([other] * 28, 0), [dot(30, step)] * times) is None


@given(dots=marks, data=st.data())
def test_the_order_of_marks_does_not_matter(dots: list[Dot], data: st.DataObject) -> None:
    """Not for a comparison, not for a median, not for a picture."""
    mixed = series(data.draw(st.permutations(dots)))
    told, spans = series(dots), windows(TODAY, 3)
    assert compared(mixed, TODAY) == compared(told, TODAY)
    assert standings(mixed, spans) == standings(told, spans)
    assert mark_chart(mixed, spans) == mark_chart(told, spans)


@given(dots=marks, strays=st.lists(st.tuples(st.sampled_from([-1, -9, 84, 120, 900]), steps)))
def test_other_days_do_not_matter(dots: list[Dot], strays: list[tuple[int, int]]) -> None:
    """Marks outside of the windows change nothing of what is said about them."""
    beside = series(dots + [dot(age, step) for age, step in strays])
    told, spans = series(dots), windows(TODAY, 3)
    assert compared(beside, TODAY) == compared(told, TODAY)
    assert mark_chart(beside, spans) == mark_chart(told, spans)


@given(taken=st.lists(steps, max_size=12))
def test_a_median_needs_five_marks(taken: list[int]) -> None:
    """Below five it is only known how many there are."""
    its = standing(window_of(taken, 0))
    assert its.n == its.days == len(taken)
    assert its.median == (statistics.median(taken) if len(taken) >= 5 else None)


@given(dots=marks, count=counts)
def test_a_picture_says_no_more_than_the_words(dots: list[Dot], count: int) -> None:
    """Its dots are the marks of its days, and its medians those that the words give, with their counts."""
    spans = windows(TODAY, count)
    chart, told = mark_chart(series(dots), spans), standings(series(dots), spans)
    assert sorted(one.day for one in chart.dots) == sorted(
        one.day for one in dots if (TODAY - one.day).days < 28 * count
    )
    assert (chart.since, chart.until) == (TODAY - timedelta(days=28 * count - 1), TODAY)
    levels = {one.until: (one.median, one.n) for one in chart.levels}
    assert levels == {
        span.until: (its.median, its.n)
        for span, its in zip(spans, told, strict=True)
        if its.median is not None
    }


@given(age=st.integers(-5, 1200))
def test_windows_reach_back_as_far_as_the_marks(age: int) -> None:
    """They lie one behind the other without a gap, and the last one holds the first day."""
    first = TODAY - timedelta(days=age)
    spans = windows_since(first, TODAY)
    assert spans[0].until == TODAY
    assert all((span.until - span.since).days == 27 for span in spans)
    assert all((late.since - early.until).days == 1 for late, early in pairwise(spans))
    assert spans[-1].since <= min(first, TODAY) <= spans[-1].until


@given(asked=askings())
def test_a_topic_is_rarely_met_only_where_the_data_say_so(asked: list[Met]) -> None:
    """Asked four times at least, met a third of them at most, and the others met at least half of theirs."""
    shares = balance(asked, TODAY)
    span = balance_window(TODAY)
    lately = [one for one in asked if span.since <= one.day <= span.until]
    assert [one.domain for one in shares] == list(STEAM)
    for one in shares:
        its = [each.is_met for each in lately if each.domain is one.domain]
        assert (one.asked, one.met) == (len(its), sum(its))
    found = rarely_met(shares)
    if found is None:
        return
    others = [each.is_met for each in lately if each.domain in STEAM and each.domain is not found.domain]
    assert found.asked >= 4
    assert found.met / found.asked <= 1 / 3
    assert len(others) >= 4
    assert sum(others) / len(others) >= 1 / 2
    assert not any(one.asked >= 4 and one.met / one.asked < found.met / found.asked for one in shares)


@given(asked=askings())
def test_nothing_is_said_of_a_topic_that_rests(asked: list[Met]) -> None:
    """Who let it rest has said enough; and where all rest, there is nothing to say."""
    shares = balance(asked, TODAY)
    for resting in STEAM:
        found = rarely_met(shares, {resting})
        assert found is None or found.domain is not resting
    assert rarely_met(shares, STEAM) is None


@given(asked=askings())
def test_answering_all_is_never_rarely_met(asked: list[Met]) -> None:
    """Nobody who answers hears that they do not."""
    assert rarely_met(balance([replace(one, is_met=True) for one in asked], TODAY)) is None


def test_one_topic_that_is_passed_is_seen() -> None:
    """The rule speaks at all: the body asked four times and met once, thoughts met two times in four."""
    asked = [
        Met(domain=domain, day=TODAY - timedelta(days=age), is_met=age < met)
        for domain, met in ((Domain.SENSATIONS, 1), (Domain.THOUGHTS, 2))
        for age in range(4)
    ]
    found = rarely_met(balance(asked, TODAY))
    assert found is not None
    assert (found.domain, found.asked, found.met) == (Domain.SENSATIONS, 4, 1)


@given(dots=marks.filter(bool), kind=st.sampled_from([*FIXED, *CHOSEN]), age=st.integers(0, 1500), more=marks)
def test_the_words_of_a_picture_fit_and_say_what_it_shows(
    dots: list[Dot], kind: MarkKind, age: int, more: list[Dot]
) -> None:
    """However many years and however long the words: its count of marks, and its last median with its n."""
    old = [replace(one, day=one.day - timedelta(days=age)) for one in more]
    its = Series(name=NAMES[kind.name], ask=kind.ask, words=kind.words, dots=(*dots, *old))
    chart = mark_chart(its, windows_since(min(one.day for one in its.dots), TODAY))
    said = marks_in_words(its, chart, TODAY)
    assert len(said) <= ALT_MAX
    assert how_many(len(its.dots)) in said
    if chart.levels:
        last = chart.levels[-1]
        assert f"{last.median:g}" in said
        assert f"of {last.n}" in said


@given(asked=askings())
def test_the_words_of_a_balance_fit(asked: list[Met]) -> None:
    """With all that it shows."""
    chart = balance_chart(balance(asked, TODAY), TOPICS, TODAY)
    said = balance_in_words(chart, TODAY)
    assert len(said) <= ALT_MAX
    told = {one: f"{one.met} of {one.asked}" if one.asked else "(not asked)" for one in chart.rows}
    assert all(f"{one.name} {its}" in said for one, its in told.items())


@given(before=some_days, now=some_days)
def test_the_sentence_has_the_figures_of_its_data(before: list[int], now: list[int]) -> None:
    """Its way, its days and its medians; and that it speaks of the days that were answered."""
    its = series(window_of(now, 0) + window_of(before, 28))
    found = compared(its, TODAY)
    if found is None:
        return
    earlier, later = statistics.median(before), statistics.median(now)
    assert sentence(its, found) == (
        f"On the days you answered, energy was marked {'lower' if later < earlier else 'higher'} these four "
        f"weeks ({len(now)} days, median {later:g}) than the four before ({len(before)} days, "
        f"median {earlier:g})."
    )
