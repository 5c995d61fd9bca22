"""Sheets, sealed and opened: what running flows, plans, lists and wishes are written on."""

from __future__ import annotations

from uuid import UUID

from bot.domain.people import Person
from bot.domain.sheets import Sheet, SheetKind
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.desk import Desk, local_day
from bot.services.sealing import Body, Place, seal, unseal


def write_sheet(desk: Desk, unit: Unit, person: Person, *, sheet: UUID, kind: SheetKind, body: Body) -> None:
    """Write a sheet, or write it again; its day stays that of the first writing."""
    before = unit.sheets.get(sheet)
    place = Place(
        id=sheet,
        day=before.day if before else local_day(person, desk.clock.now()),
        version=before.version + 1 if before else 1,
    )
    unit.sheets.put(sealed_sheet(desk, person, place, kind, body))


def sealed_sheet(desk: Desk, person: Person, place: Place, kind: SheetKind, body: Body) -> Sheet:
    """Return a sheet with this on it, for where it stands."""
    return Sheet(
        id=place.id,
        person=person.id,
        kind=kind,
        day=place.day,
        version=place.version,
        sealed=seal(desk.vault, _cell(person, place.id, place.version), body),
    )


def read_sheet(desk: Desk, person: Person, sheet: Sheet) -> Body:
    """Open a sheet of `person`.

    Raises:
        KeyGone, Tampered: it stays closed, above all because it is somebody else's.
    """
    return unseal(desk.vault, _cell(person, sheet.id, sheet.version), sheet.sealed)


def _cell(person: Person, sheet: UUID, version: int) -> Cell:
    return Cell(person=person.id, table="sheets", row=sheet, column="sealed", version=version)
