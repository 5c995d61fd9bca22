"""Somebody who lays figures side by side, and looks for the answer of one person who came or went.

They know who belonged to the circle in which window, and with it how many answered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from itertools import combinations, pairwise
from operator import add
from uuid import UUID

from bot.domain.suppression import NOTHING_TOLD, Split, Window, counts, middle
from tests.property.suppression_crowd import OPTIONS, SCALE, A, Circle, Figure, Group, Shown, led, mean

NOON = datetime(2026, 1, 8, 16, tzinfo=UTC)
CHANGED = 4
"""Groups that differ by more are compared in the long suite: little more is found."""

Heads = tuple[int, ...]
Tell = Callable[[Heads], str]
"""What is told of a group in which so many gave each answer, as it is printed: that is quick to compare."""
Seen = Sequence[tuple[Circle, Shown]]


@cache
def scored(heads: Heads) -> str:
    """Return the score of a group in which so many gave each mark."""
    return repr(middle(_window(SCALE, heads), NOTHING_TOLD).figure)


@cache
def counted(heads: Heads) -> str:
    """Return the counts of a group in which so many chose each option."""
    return repr(counts(_window(OPTIONS, heads), OPTIONS, NOTHING_TOLD).figure)


@cache
def sentence(heads: Heads) -> str:
    """Return what a circle posts of a group in which so many chose each option."""
    figure = counts(_window(OPTIONS, heads), OPTIONS, NOTHING_TOLD).figure
    assert not isinstance(figure, Split)
    return repr(led(figure))


@cache
def averaged(heads: Heads) -> str:
    """Return the mean of a group in which so many gave each mark, as it is commonly told."""
    total = sum(mark * many for mark, many in zip(SCALE, heads, strict=True))
    return repr(mean(total, sum(heads)))


def heads_of(answers: Sequence[Hashable], options: Sequence[Hashable]) -> Heads:
    """Return how many gave each answer."""
    found = Counter(answers)
    return tuple(found[option] for option in options)


def found_for_certain(
    seen: Seen, options: int, tell: Tell, *, most_common: int = 30, changed: int = CHANGED
) -> Fraction:
    """Return of which part of those who came or went two figures leave one answer alone.

    Each two figures are compared with those of all groups that there could be, as far as no more than
    `most_common` people are in both, and `changed` in one of them.
    """
    found = 0
    for _, shown in seen:
        exact = set[UUID]()
        for (one, first), (other, second) in combinations(dict(shown).items(), 2):
            if not 0 < len(one ^ other) <= changed or len(one & other) > most_common:
                continue
            for gone, come, figures in (
                (one - other, other - one, (repr(first), repr(second))),
                (other - one, one - other, (repr(second), repr(first))),
            ):
                worlds = _possible(len(one & other), len(gone), len(come), options, tell)
                if len(worlds[figures]) == 1:
                    exact |= gone
        found += len(exact)
    return Fraction(found, sum(len(circle.movers) for circle, _ in seen))


@cache
def _possible(
    both: int, gone: int, come: int, options: int, tell: Tell
) -> Mapping[tuple[str, str], frozenset[int]]:
    """Return which answers one of those who are gone can have given, for each two figures there can be."""
    found: defaultdict[tuple[str, str], frozenset[int]] = defaultdict(frozenset)
    going = [(heads, frozenset(at for at in range(options) if heads[at])) for heads in _worlds(gone, options)]
    coming = _worlds(come, options)
    for heads in _worlds(both, options):
        before: defaultdict[str, frozenset[int]] = defaultdict(frozenset)
        for more, answers in going:
            before[tell(tuple(map(add, heads, more)))] |= answers
        after = {tell(tuple(map(add, heads, more))) for more in coming}
        for first, answers in before.items():
            for second in after:
                found[first, second] |= answers
    return found


@cache
def _worlds(people: int, options: int) -> list[Heads]:
    """Return every way in which so many people can choose among so many options."""
    every = list[Heads]()
    for bars in combinations(range(people + options - 1), options - 1):
        ends = (-1, *bars, people + options - 1)
        every.append(tuple(after - before - 1 for before, after in pairwise(ends)))
    return every


def guessed(seen: Seen, answer: Callable[[Circle, UUID], Hashable]) -> Fraction:
    """Return how much more often a guess is right by two figures than by the one with them in it.

    One figure tells how most of a group are, and so how anybody in it may be: that is what it is for. The
    guesser knows the answers of half of the circles, and says of the others what was the most frequent
    where a group had the same figure with somebody, and the same without them.
    """
    half = len(seen) // 2
    known: defaultdict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for circle, shown in seen[:half]:
        for who, with_them, without in _clues(circle, shown):
            for clue in (with_them, (with_them, without)):
                known[clue][answer(circle, who)] += 1
    by_one = by_two = tried = 0
    for circle, shown in seen[half:]:
        for who, with_them, without in _clues(circle, shown):
            one = known[with_them].most_common(1)
            two = known[with_them, without].most_common(1) or one
            tried += 1
            by_one += bool(one) and one[0][0] == answer(circle, who)
            by_two += bool(two) and two[0][0] == answer(circle, who)
    return Fraction(by_two - by_one, tried)


def _clues(circle: Circle, shown: Shown) -> Iterator[tuple[UUID, Figure, Figure]]:
    """Return of each who came or went the figures with them and without them that lie next to each other."""
    for who in sorted(circle.movers):
        for (one, first), (other, second) in pairwise(shown):
            if (who in one) != (who in other):
                yield (who, first, second) if who in one else (who, second, first)
                break


def known_to_the_others(
    seen: Seen, tell: Tell, options: Sequence[Hashable], answer: Callable[[Circle, UUID], Hashable]
) -> Fraction:
    """Return how often all but one of a group, who tell each other, learn the answer of the one."""
    found = looked_for = 0
    for circle, shown in seen:
        for group, figure in shown[:1]:
            for who in sorted(group):
                others = [answer(circle, each) for each in group - {who}]
                fit = [each for each in options if tell(heads_of([*others, each], options)) == repr(figure)]
                looked_for += 1
                found += len(fit) == 1
    return Fraction(found, looked_for)


def _window(options: Sequence[A], heads: Heads) -> Window[A]:
    answers = [option for option, many in zip(options, heads, strict=True) for _ in range(many)]
    given = {UUID(int=number): answer for number, answer in enumerate(answers)}
    return Window(closes=NOON, members=Group(given), answers=given)
