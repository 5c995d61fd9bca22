"""Circles that people join, leave and are erased from, and what is told of them in each window.

Everything is made easy for whoever lays the figures side by side: all answer in every window, and nobody ever
changes their answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from bot.domain.suppression import NOTHING_TOLD, Counts, Middle, NotShown, Why, Window, counts, middle

OPTIONS = ("full tank", "half tank", "fumes")
SCALE = range(1, 6)
WEEKS = 10
START = datetime(2026, 1, 8, 16, tzinfo=UTC)

Group = frozenset[UUID]
Figure = Middle | Counts | NotShown | float | tuple[int | str, ...]
Shown = list[tuple[Group, Figure]]
"""What was told of a circle, window by window, each with the group of which it was told."""

A = TypeVar("A", int, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Who was there in each window, and what each of them answers, always the same."""

    weeks: tuple[Group, ...]
    marks: Mapping[UUID, int] = field(repr=False)
    choices: Mapping[UUID, str] = field(repr=False)

    @property
    def movers(self) -> Group:
        """Those who came or went: each of them is looked for."""
        return Group().union(*self.weeks) - self.weeks[0].intersection(*self.weeks)


def circles(many: int, seed: int) -> list[Circle]:
    """Return circles of 3 to 30 people, in which nobody to three come and go from one week to the next."""
    random = Random(seed)  # noqa: S311 - made-up people
    return [_circle(random) for _ in range(many)]


def _circle(random: Random) -> Circle:
    people = iter(UUID(int=number) for number in range(1, 200))
    group = frozenset(next(people) for _ in range(random.randint(3, 30)))
    weeks = [group]
    for _ in range(WEEKS - 1):
        leaving = random.sample(sorted(group), min(len(group) - 3, random.choice((0, 0, 0, 0, 1, 1, 2, 3))))
        coming = min(30 - len(group) + len(leaving), random.choice((0, 0, 0, 0, 0, 1, 1, 2)))
        group = group - frozenset(leaving) | {next(people) for _ in range(coming)}
        weeks.append(group)
    everybody = sorted(Group().union(*weeks))
    return Circle(
        weeks=tuple(weeks),
        marks={who: random.choice(SCALE) for who in everybody},
        choices={who: random.choice(OPTIONS) for who in everybody},
    )


def scores_told(circle: Circle) -> Shown:
    """Tell a score of each window by the rule; then each who leaves is erased, and it is closed again."""
    told, shown = NOTHING_TOLD, Shown()
    for window, after in _windows(circle, circle.marks):
        closed = middle(window, told)
        told = closed.told
        if isinstance(closed.figure, Middle):
            shown.append((window.members, closed.figure))
        assert middle(after, told).figure == NotShown(why=Why.CLOSED)
    return shown


def counts_told(circle: Circle) -> Shown:
    """Tell counts of each window by the rule."""
    told, shown = NOTHING_TOLD, Shown()
    for window, _ in _windows(circle, circle.choices):
        closed = counts(window, OPTIONS, told)
        told = closed.told
        if isinstance(closed.figure, Counts):
            shown.append((window.members, closed.figure))
    return shown


def sentence_of(shown: Shown) -> Shown:
    """Return of counts what a circle posts of them: the band and what led, no shares."""
    return [(group, led(figure)) for group, figure in shown]


def led(figure: Figure) -> Figure:
    """Return of counts the band and what led."""
    return (figure.band, *figure.leading) if isinstance(figure, Counts) else figure


def counts_unheld(circle: Circle) -> Shown:
    """Tell counts by the rule, but hold none back."""
    figures = ((window, _counts(window)) for window, _ in _windows(circle, circle.choices))
    return [(window.members, figure) for window, figure in figures if isinstance(figure, Counts)]


def means_each_week(circle: Circle) -> Shown:
    """Tell what is commonly told: a mean with one decimal, every week, of however many."""
    return [(group, mean(sum(circle.marks[who] for who in group), len(group))) for group in circle.weeks]


def mean(total: int, people: int) -> float:
    """Return a mean as it is commonly told."""
    return round(total / people, 1)


def _windows(circle: Circle, answers: Mapping[UUID, A]) -> Iterator[tuple[Window[A], Window[A]]]:
    """Walk the windows: each as it closes, and as it stands once those who leave then are erased."""
    for week, group in enumerate(circle.weeks):
        window = Window(closes=START + week * timedelta(days=7), members=group, answers=answers)
        yield window, replace(window, members=group & circle.weeks[min(week + 1, WEEKS - 1)])


def _counts(window: Window[str]) -> Counts | NotShown:
    figure = counts(window, OPTIONS, NOTHING_TOLD).figure
    assert isinstance(figure, Counts | NotShown)
    return figure
