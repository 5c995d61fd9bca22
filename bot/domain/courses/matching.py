"""Whose name on a list of attendance is which learner: by the names alone, and only where there is no doubt.

Addresses are not looked at. What stays in doubt is chosen by hand, and what is nobody's here is kept nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from bot.domain.courses.attendance_files import Broken, Report, Stay, minutes_of
from bot.domain.courses.presence import Hours

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_PRONOUNS = frozenset({"he", "him", "his", "she", "her", "hers", "they", "them", "theirs"})
_SEPARATORS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One name on a list, and all rows that stand under it."""

    name: str = field(repr=False)
    stays: tuple[Stay, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """A list beside the learners of a course. It waits for an hour at most, until a trainer takes it or not.

    `found` are learners and the rows that are theirs, by names that can be nobody else's or were chosen by
    hand; `left` the names that are in doubt or nobody's. `broken` are the rows that could not be read.
    """

    session: int
    hours: Hours
    at: datetime
    found: Mapping[UUID, tuple[Stay, ...]] = field(repr=False)
    left: tuple[Named, ...] = field(repr=False)
    broken: tuple[Broken, ...] = ()

    def minutes(self) -> Mapping[UUID, int]:
        """Return how long each learner was there."""
        return {who: minutes_of(stays, self.hours) for who, stays in self.found.items()}

    def minutes_left(self) -> Sequence[tuple[str, int]]:
        """Return the names that are in doubt or nobody's, with how long each was there."""
        return [(each.name, minutes_of(each.stays, self.hours)) for each in self.left]

    def chosen(self, place: int, who: UUID) -> Matched:
        """Return it with the name at a place of `left` given to a learner, beside what is theirs already."""
        theirs = (*self.found.get(who, ()), *self.left[place].stays)
        return replace(self, found={**self.found, who: theirs}, left=self._without(place))

    def let_be(self, place: int) -> Matched:
        """Return it without a name that is of nobody here."""
        return replace(self, left=self._without(place))

    def _without(self, place: int) -> tuple[Named, ...]:
        return self.left[:place] + self.left[place + 1 :]


def matched_of(
    report: Report, people: Mapping[UUID, str], *, session: int, hours: Hours, at: datetime
) -> Matched:
    """Return a list beside the learners of a course, each with what they are called."""
    stays: dict[str, list[Stay]] = {}
    for stay in report.stays:
        stays.setdefault(stay.name, []).append(stay)
    sure = whose(stays, people)
    found: dict[UUID, list[Stay]] = {}
    for name, who in sure.items():
        found.setdefault(who, []).extend(stays[name])
    return Matched(
        session=session,
        hours=hours,
        at=at,
        found={who: tuple(theirs) for who, theirs in found.items()},
        left=tuple(
            Named(name=name, stays=tuple(theirs)) for name, theirs in stays.items() if name not in sure
        ),
        broken=report.broken,
    )


def keys_of(name: str) -> frozenset[str]:
    """Return what a name may be known by: without case, accents and signs, its parts in any order.

    A name in brackets, as lists have it of who renamed themselves, stands for itself as well.
    """
    inside = _BRACKETS.findall(name)
    parts = (_BRACKETS.sub(" ", name), *inside)
    keys = (_key(part) for part in parts)
    return frozenset(key for key in keys if key)


def whose(names: Iterable[str], people: Mapping[UUID, str]) -> Mapping[str, UUID]:
    """Return of which names it is sure whose they are.

    A name is somebody's where it is known by what they are called, and nobody else here is called so.
    """
    called: defaultdict[str, set[UUID]] = defaultdict(set)
    for who, name in people.items():
        for key in keys_of(name):
            called[key].add(who)
    found: dict[str, UUID] = {}
    for name in names:
        meant = set[UUID]().union(*(called.get(key, ()) for key in keys_of(name)))
        if len(meant) == 1:
            found[name] = meant.pop()
    return found


def likeliest(name: str, people: Mapping[UUID, str]) -> Sequence[UUID]:
    """Return all learners, those first whose names share most with a name; nobody is taken by that."""
    wanted = _tokens(" ".join(keys_of(name)))

    def unlike(who: UUID) -> tuple[int, str]:
        return -len(wanted & _tokens(" ".join(keys_of(people[who])))), people[who].casefold()

    return sorted(people, key=unlike)


def _key(name: str) -> str:
    return " ".join(sorted(_tokens(_folded(name)) - _PRONOUNS))


def _tokens(folded: str) -> set[str]:
    return {part for part in _SEPARATORS.split(folded) if part}


def _folded(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
