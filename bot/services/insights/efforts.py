"""Who did the work: what was answered once a month, as marks for the own view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.domain.marks import EFFORT
from bot.domain.people import Person
from bot.domain.sheets import SheetKind
from bot.errors import Tampered
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.sheets import read_sheet


def efforts_since(
    desk: Desk, unit: Unit, person: Person, since: date
) -> Iterator[tuple[date, Mapping[str, int]]]:
    """Yield each answer with its day; what stays closed says nothing."""
    for sheet in unit.sheets.of(person.id, SheetKind.LOOK):
        if sheet.day < since:
            continue
        try:
            body = read_sheet(desk, person, sheet)
        except Tampered:
            continue
        if EFFORT.name in body:
            yield sheet.day, {EFFORT.name: body[EFFORT.name]}
