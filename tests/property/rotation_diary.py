"""A diary of asks for the tests of rotation: a person, some weeks, and what came on which day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.prompts import Depth, Domain, Modality, Prompt
from bot.domain.reviews import Shelf
from bot.domain.rotation import follow_up, next_prompt
from bot.domain.rotation_past import LOOKS_BACK, Asked, History
from bot.domain.stock import Stock
from bot.domain.wishes import Wishes
from bot.testing.catalogue import invented_prompt
from bot.testing.chance import SeededChance

MONDAY = date(2026, 1, 5)
OF_NOBODY = Shelf(is_organisation=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One ask of a diary."""

    day: date
    prompt: Prompt
    beside: bool = False


def diary(
    library: Sequence[Prompt],
    days: int,
    seed: str,
    *,
    rough: Collection[int] = (),
    wishes: Wishes | None = None,
    comes: Callable[[date], bool] = lambda day: day.weekday() < 5,
    shelf: Shelf = OF_NOBODY,
) -> list[Line]:
    """Ask on each day that `comes` names; after the check-in of a `rough` day something small follows.

    `shelf` is what an organisation decided; of nobody's, unless one is given.
    """
    stock = Stock.of(library)
    held = shelf.held(stock)
    chance, lines, wishes = SeededChance(seed), list[Line](), wishes or Wishes()
    rough_days = frozenset(MONDAY + timedelta(days=day) for day in rough)
    for day in (MONDAY + timedelta(days=count) for count in range(days)):
        if not comes(day):
            continue
        known = _history(lines, day, {one for one in rough_days if one < day})
        chosen = next_prompt(stock, known, wishes, day, chance.below, held=held)
        if chosen is not None:
            lines.append(Line(day=day, prompt=shelf.worded(chosen)))
        if day in rough_days:
            known = _history(lines, day, {one for one in rough_days if one <= day})
            small = follow_up(stock, known, wishes, day, chance.below, held=held)
            if small is not None:
                lines.append(Line(day=day, prompt=shelf.worded(small), beside=True))
    return lines


def checkins(lines: Sequence[Line]) -> list[Prompt]:
    """Return the prompts of a diary's check-ins, in order."""
    return [line.prompt for line in lines if not line.beside]


def rich_library(each: int) -> tuple[Prompt, ...]:
    """Return a library that is never dry within some weeks: every domain, every modality, gentle ones."""
    return tuple(
        invented_prompt(
            f"made.{domain}.{number:02}",
            text="What was near you today?",
            domain=domain,
            modality=Modality.CHOICE if number % 2 == 0 else Modality.TEXT,
            depth=Depth.SHORT if number % 3 else Depth.MEDIUM,
            gentle=number % 4 == 0,
        )
        for domain in Domain
        for number in range(each)
    )


def _history(lines: Sequence[Line], day: date, rough: Collection[date]) -> History:
    asked = [
        Asked(prompt=line.prompt.id, day=line.day, beside=line.beside)
        for line in lines
        if line.day >= day - LOOKS_BACK
    ]
    return History(asked=asked, rough_days=frozenset(rough))
