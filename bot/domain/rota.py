"""Rotas: a cycle of shifts, each with an hour of its own or none, as a rhythm beside `Rule`.

A rota is written as a ward writes it, a letter for each day. What is asked after a night comes on the
morning after; its slot is still the date of the night.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from bot.domain.recurrence import Hour, Rule, parse_at
from bot.errors import BadRule

MOST_DAYS = 84
"""The longest cycle, in days: twelve weeks."""
MOST_LETTERS = 6
"""Kinds of shift that may have an hour."""
_APART = timedelta(hours=4)
"""Two slots lie this far apart at least: further than clocks are ever set, but for the date line."""
_ONE_DAY = timedelta(days=1)
_CYCLE = re.compile(rf"[A-Z]{{1,{MOST_DAYS}}}")
_LINE = re.compile(r"rota@([0-9-]+) ([A-Z]+)((?: [A-Z]\+?[0-9:]+)+)")
_SHIFT = re.compile(r"([A-Z])(\+?)([0-9:]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """When a check-in comes on a kind of day. `next_morning`: after the night, on the next date."""

    at: time
    next_morning: bool = False

    @property
    def hour(self) -> Hour:
        """The hour as a rhythm gives it."""
        return Hour(self.at, self.at.isoformat("minutes"), _ONE_DAY * self.next_morning)

    @property
    def since(self) -> timedelta:
        """How long after the midnight that its own date begins with."""
        return timedelta(days=self.next_morning, hours=self.at.hour, minutes=self.at.minute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rota:
    """A rhythm of shifts: `cycle` has a letter for each day, and its first day is `anchor`.

    `shifts` says when a check-in comes on a day with that letter; a letter without one is a day off.
    `str()` and `Rota.parse` are one codec: `rota@2026-01-05 EELLNNOOOO E14:30 L21:45 N+08:15`, where the
    plus is the morning after.

    Raises:
        BadRule: the parts do not make a rota.
    """

    cycle: str
    anchor: date
    shifts: tuple[tuple[str, Shift], ...]
    _hours: tuple[Hour | None, ...] = field(init=False, repr=False, compare=False)
    """The hour of each day of the cycle."""
    _waits: tuple[timedelta, ...] = field(init=False, repr=False, compare=False)
    """From each day of the cycle, how long until one that has an hour."""

    def __post_init__(self) -> None:
        """Refuse what is no rota."""
        if not _CYCLE.fullmatch(self.cycle):
            raise BadRule(f"A rota has a letter for each day, {MOST_DAYS} at most, like EELLNNOOOO.")
        letters = [letter for letter, _ in self.shifts]
        if not letters:
            raise BadRule("A rota needs an hour for one of its letters, like E 14:30.")
        if letters != sorted(set(letters)) or len(letters) > MOST_LETTERS:
            raise BadRule(f"Each letter of a rota has one hour, and {MOST_LETTERS} letters may have one.")
        if not set(letters) <= set(self.cycle):
            raise BadRule("A letter with an hour does not stand in the cycle.")
        if any(shift.at != time(shift.at.hour, shift.at.minute) for _, shift in self.shifts):
            raise BadRule("A time of day is hours and minutes, without a zone.")
        by_letter = dict(self.shifts)
        days = [by_letter.get(letter) for letter in self.cycle]
        _refuse_close(days)
        object.__setattr__(self, "_hours", tuple(shift.hour if shift else None for shift in days))
        object.__setattr__(self, "_waits", tuple(_waits(days))[::-1])

    def __str__(self) -> str:
        """Write the rota as one stable line for the database."""
        shifts = [f"{letter}{'+' * shift.next_morning}{shift.at:%H:%M}" for letter, shift in self.shifts]
        return " ".join((f"rota@{self.anchor.isoformat()}", self.cycle, *shifts))

    @classmethod
    def parse(cls, text: str) -> Rota:
        """Read a line that `str()` wrote; another way to write the same rota is not accepted.

        Raises:
            BadRule: this is no such line.
        """
        found = _LINE.fullmatch(text)
        if found is None:
            raise BadRule
        try:
            rota = cls(
                cycle=found[2],
                anchor=date.fromisoformat(found[1]),
                shifts=tuple(
                    (letter, Shift(at=parse_at(at), next_morning=bool(plus)))
                    for letter, plus, at in _SHIFT.findall(found[3])
                ),
            )
        except ValueError as error:
            raise BadRule from error
        if str(rota) != text:
            raise BadRule
        return rota

    def day_from(self, day: date) -> date:
        """Return the first date with an hour at or after `day`.

        Raises:
            OverflowError: the calendar ends first.
        """
        return day + self._waits[(day - self.anchor).days % len(self.cycle)]

    def hour_on(self, day: date) -> Hour:
        """Return the hour of a date that has one.

        Raises:
            LookupError: it is a day off.
        """
        hour = self._hours[(day - self.anchor).days % len(self.cycle)]
        if hour is None:
            raise LookupError("a day off has no hour")
        return hour

    def day_after(self, local: datetime) -> date:
        """Return the first date with an hour from yesterday on: last night's may still come this morning."""
        return self.day_from(local.date() - _ONE_DAY)


Rhythms = Rule | Rota
"""Every rhythm that is kept."""


def rhythm_of(text: str) -> Rhythms:
    """Read what `str()` of a rule or a rota wrote.

    Raises:
        BadRule: it is neither.
    """
    return Rota.parse(text) if text.startswith("rota@") else Rule.parse(text)


def shifts_of(hours: Mapping[str, time | None], day_starts: time) -> tuple[tuple[str, Shift], ...]:
    """Return the shifts that have an hour; one before the own day begins comes on the next morning."""
    return tuple(
        (letter, Shift(at=at, next_morning=at < day_starts))
        for letter, at in sorted(hours.items())
        if at is not None
    )


def _refuse_close(days: Sequence[Shift | None]) -> None:
    """Refuse slots that lie so close that the second would end the window of the first."""
    since = [timedelta(days=number) + shift.since for number, shift in enumerate(days) if shift]
    around = [*since, since[0] + timedelta(days=len(days))]
    if any(later - before < _APART for before, later in pairwise(around)):
        raise BadRule("Two check-ins of this rota would lie less than four hours apart.")


def _waits(days: Sequence[Shift | None]) -> Iterator[timedelta]:
    """Yield for each day of a cycle, the last one first, how long it is until one with an hour."""
    distance = 0
    for number in reversed(range(2 * len(days))):
        distance = 0 if days[number % len(days)] else distance + 1
        if number < len(days):
            yield timedelta(days=distance)
