"""What may be told of a group: one rule for every figure, of circles and of courses (docs/suppression.md).

A figure is told once, when its window closes, and stays as it was told: no leaving, no erasing and no late
answer changes it. It is told of enough people, coarsely, and not of a group that differs by one or two from
a group that was told of before. Nothing here can be asked for a part of the answers, and no way leads below
the floors: an organisation may only raise them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from statistics import median
from typing import Generic, TypeVar
from uuid import UUID

from bot.domain.organisations import LEAST_GROUP

COUNTED_FROM = LEAST_GROUP
"""So many answers have counts, told as "5+"."""
SCORED_FROM = 8
"""So many answers have a score, told as "8+"; no band of counts is finer than these two."""
ALONE = 2
"""An option that no more than so many chose has no line; a group that changed by no more is not told of."""
SHARE_STEP = 10
"""Shares are told in steps of so many per cent, and in steps of twice as many below `FINE_FROM` answers."""
FINE_FROM = 20
"""Of fewer answers a step of ten per cent is one person, whose coming or going could be read from it."""
MOSTLY = 60
"""From this share on an option leads, or two do together."""
CLEARLY = 30
"""So far the second one is behind where an option leads alone."""
GROUPS_KEPT = 12
"""So many different groups that were told of are known; with one figure a week, of a quarter at least."""

_BANDS = (COUNTED_FROM, SCORED_FROM, 10, 20, 50, 100)

A = TypeVar("A")
F = TypeVar("F", "Counts", "Middle")


class Why(StrEnum):
    """Why no figure is told. For the code and its tests: people read one plain line for all of them."""

    TOO_FEW = "too_few"
    HELD = "held"
    """The group differs by one or two from one that was told of: it waits for a later window."""
    SCATTERED = "scattered"
    """No option was chosen by enough."""
    CLOSED = "closed"
    """This window was closed before, told of or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Generic[A]):
    """One question in one window, at the moment when it closes.

    `members` are those who were there from its opening to its close. Answers of anybody else are not read.
    What is no answer, like "rather not say", is not handed in.
    """

    closes: datetime
    members: frozenset[UUID] = field(repr=False)
    answers: Mapping[UUID, A] = field(repr=False)

    def given(self) -> list[A]:
        """Return the answers that count, without who gave them, in no order that means anything."""
        return [answer for who, answer in self.answers.items() if who in self.members]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told of one question before. It lies sealed with the gathering; its groups are for no eye.

    No window that closes at `until` or earlier is told of any more. `groups` are those that figures were
    told of, the latest last; that somebody left or was erased takes nobody out of them.
    """

    until: datetime | None = None
    groups: tuple[frozenset[UUID], ...] = field(default=(), repr=False)

    def is_past(self, closes: datetime) -> bool:
        """Whether a window with this close was closed already."""
        return self.until is not None and closes <= self.until

    def is_near(self, group: frozenset[UUID]) -> bool:
        """Whether a group differs by one or two from one that was told of; the same group does not."""
        return any(0 < len(group ^ each) <= ALONE for each in self.groups)

    def closed(self, closes: datetime, *groups: frozenset[UUID]) -> Told:
        """Return what was told once a window is closed with figures of these groups, or with none."""
        others = tuple(each for each in self.groups if each not in groups)
        return Told(until=closes, groups=(*others, *groups)[-GROUPS_KEPT:])


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotShown:
    """Nothing is told of a window, and nothing of it later either."""

    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One option that enough people chose, and about which part of the answers it is, in per cent."""

    option: str
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How a group chose. `band` is said with a plus, "8+": so many answers there were, or more.

    `shares` are in the order in which the options were offered. `other` is what is left of the answers, 0
    where nothing is; it never stands for one or two. Up to two answers that would stand alone are laid to
    the shares, and nothing tells whether there were any: even where every share is one option's, nobody
    can say of anybody that they chose it.
    """

    band: int
    shares: tuple[Share, ...]
    other: int
    leading: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """The middle of the answers on a scale, in steps of 0.5. No lowest, no highest, no mean."""

    band: int
    median: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Generic[F]):
    """The figures of the sides of a group, all of them. They are told in place of the figure of the whole."""

    sides: Mapping[str, F]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Generic[F]):
    """A window that was closed: what is told of it, kept as it is; and what the next closing has to know."""

    figure: F | Split[F] | NotShown
    told: Told


def counts(
    window: Window[str],
    options: Sequence[str],
    told: Told,
    *,
    floor: int = LEAST_GROUP,
    sides: Mapping[UUID, str] | None = None,
    beside: Sequence[frozenset[UUID]] = (),
) -> Closed[Counts]:
    """Close a window of a question with options, and return what may be told of how people chose.

    `told` is of this question alone. `floor` is the smallest group of the organisation. `sides` says on
    which side of a split each member is: the sides are told if each of them passes, and else the whole.
    `beside` are groups that other questions were told of, of which this may be one in other words.
    """
    return _close(window, told, beside, sides or {}, lambda part: _counted(part, options, floor))


def middle(
    window: Window[int],
    told: Told,
    *,
    floor: int = LEAST_GROUP,
    sides: Mapping[UUID, str] | None = None,
    beside: Sequence[frozenset[UUID]] = (),
) -> Closed[Middle]:
    """Close a window of a question with a scale, and return what may be told of it; else as `counts`."""
    return _close(window, told, beside, sides or {}, lambda part: _scored(part, floor))


def fewest(wanted: int, floor: int) -> int:
    """Return how many answers there are at least before a figure that wants so many is told.

    A raised floor goes up to the next band: raised by one again and again it would find the very number.
    """
    least = max(wanted, floor)
    return next((band for band in _BANDS if band >= least), least)


def band_of(people: int, least: int) -> int | None:
    """Return the band of so many, "8+"; None where they are fewer than the least that `fewest` says."""
    if people < least:
        return None
    return least if people < SCORED_FROM else max(least, SCORED_FROM)


def _close(
    window: Window[A],
    told: Told,
    beside: Sequence[frozenset[UUID]],
    sides: Mapping[UUID, str],
    tell: Callable[[Window[A]], F | NotShown],
) -> Closed[F]:
    if told.is_past(window.closes):
        return Closed(figure=NotShown(why=Why.CLOSED), told=told)
    known = replace(told, groups=(*beside, *told.groups))
    whole = _unless_held(window, known, tell)
    if isinstance(whole, NotShown):
        return Closed(figure=whole, told=told.closed(window.closes))
    parts = _parts(window, sides) if sides else {}
    figures = {side: _unless_held(part, known, tell) for side, part in parts.items()}
    passed = {side: figure for side, figure in figures.items() if not isinstance(figure, NotShown)}
    if len(parts) < 2 or len(passed) < len(parts):  # noqa: PLR2004 - one side is no split
        return Closed(figure=whole, told=told.closed(window.closes, window.members))
    groups = (part.members for part in parts.values())
    named = {side: figure for side, figure in passed.items() if side is not None}
    return Closed(figure=Split(sides=named), told=told.closed(window.closes, *groups, window.members))


def _unless_held(window: Window[A], told: Told, tell: Callable[[Window[A]], F | NotShown]) -> F | NotShown:
    figure = tell(window)
    is_held = not isinstance(figure, NotShown) and told.is_near(window.members)
    return NotShown(why=Why.HELD) if is_held else figure


def _parts(window: Window[A], sides: Mapping[UUID, str]) -> dict[str | None, Window[A]]:
    """Divide a window. Who is on no side makes a part, too: what is left of a whole can be worked out."""
    of_side: dict[str | None, set[UUID]] = {}
    for member in window.members:
        of_side.setdefault(sides.get(member), set()).add(member)
    return {
        side: Window(closes=window.closes, members=frozenset(group), answers=window.answers)
        for side, group in of_side.items()
    }


def _scored(window: Window[int], floor: int) -> Middle | NotShown:
    given = window.given()
    band = band_of(len(given), fewest(SCORED_FROM, floor))
    return NotShown(why=Why.TOO_FEW) if band is None else Middle(band=band, median=float(median(given)))


def _counted(window: Window[str], options: Sequence[str], floor: int) -> Counts | NotShown:
    found = Counter(window.given())
    chosen = {option: found[option] for option in options}
    people = sum(chosen.values())
    band = band_of(people, fewest(COUNTED_FROM, floor))
    if band is None:
        return NotShown(why=Why.TOO_FEW)
    named = _named(chosen)
    if not named:
        return NotShown(why=Why.SCATTERED)
    other = people - sum(named.values())
    if other <= ALONE:
        named, other = _laid_to(named, people), 0
    return Counts(
        band=band,
        shares=tuple(Share(option=name, percent=_percent(n, people)) for name, n in named.items()),
        other=_percent(other, people),
        leading=_leading(named, people),
    )


def _leading(named: Mapping[str, int], people: int) -> tuple[str, ...]:
    """Return the option that most chose, or the two that share it; none where answers lie apart."""
    parts = {option: _nearest(many, people, SHARE_STEP) for option, many in named.items()}
    ranked = sorted(parts, key=lambda option: parts[option], reverse=True)
    first, second, third = (*(parts[option] for option in ranked), 0, 0, 0)[:3]
    if first >= MOSTLY and second <= first - CLEARLY:
        return (ranked[0],)
    if second > third and first + second >= MOSTLY:
        return (ranked[0], ranked[1])
    return ()


def _named(chosen: Mapping[str, int]) -> dict[str, int]:
    """Return the options with a line of their own, and how many chose each.

    The others make up "other". If that could only come about by one or two at every one of them, it would
    give them away; then the least chosen of the named ones join it.
    """
    named = {option: people for option, people in chosen.items() if people > ALONE}
    other = sum(chosen.values()) - sum(named.values())
    gives_away = other > ALONE * max(1, len(chosen) - len(named) - 1)
    lowest = min(named.values()) if named and gives_away else 0
    return {option: people for option, people in named.items() if people > lowest}


def _laid_to(named: Mapping[str, int], people: int) -> dict[str, int]:
    """Share out all answers over the named options as they stand: what comes of it is a group, too.

    So a group in which one or two stood alone looks like another one in which nobody did.
    """
    told = sum(named.values())
    whole = {option: many * people // told for option, many in named.items()}
    by_rest = sorted(named, key=lambda option: named[option] * people % told, reverse=True)
    for option in by_rest[: people - sum(whole.values())]:
        whole[option] += 1
    return whole


def _percent(part: int, people: int) -> int:
    """Return a share in steps; of fewer answers in wider ones, and none that there is comes to 0."""
    step = SHARE_STEP if people >= FINE_FROM else 2 * SHARE_STEP
    return max(_nearest(part, people, step), min(part, 1) * step)


def _nearest(part: int, people: int, step: int) -> int:
    """Return a share in per cent, in the nearest step; halfway it is the upper."""
    return (200 * part + step * people) // (2 * step * people) * step
