"""Entries, sealed and opened: the one way in which a page becomes a row and a row a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.journal import Entry, Page
from bot.domain.people import Person
from bot.errors import Tampered
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.desk import Desk, local_day
from bot.services.rhythm.wishes import wishes_of
from bot.services.sealing import Body, Place, seal, unseal


def write_entry(
    desk: Desk, unit: Unit, person: Person, entry: UUID, page: Page, *, before: Entry | None
) -> None:
    """Keep a page as an entry, or in place of the one `before`; its day stays that of the first writing."""
    place = Place(
        id=entry,
        day=before.day if before else local_day(person, desk.clock.now()),
        version=before.version + 1 if before else 1,
    )
    unit.journal.put(sealed_entry(desk, person, place, page))


def sealed_entry(desk: Desk, person: Person, place: Place, page: Page) -> Entry:
    """Return a page as an entry, sealed for where it stands."""
    return Entry(
        id=place.id,
        person=person.id,
        day=place.day,
        version=place.version,
        sealed=seal(desk.vault, _cell(person, place.id, place.version), _body(page)),
    )


def read_entry(desk: Desk, person: Person, entry: Entry) -> Page:
    """Open an entry of `person`.

    Raises:
        KeyGone, Tampered: it stays closed, above all because it is somebody else's.
    """
    body = unseal(desk.vault, _cell(person, entry.id, entry.version), entry.sealed)
    at = datetime.fromisoformat(body.pop("at"))
    return Page(at=at, tags=tuple(body.pop("tags", ())), **body)


def open_pages(desk: Desk, person: Person, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Page]]:
    """Open entries in their order; one that was changed or moved stays closed, and is left out.

    Raises:
        KeyGone: the person was erased.
    """
    for entry in entries:
        try:
            page = read_entry(desk, person, entry)
        except Tampered:
            continue
        yield entry, page


def remove_entry(unit: Unit, entry: UUID) -> None:
    """Remove an entry, what was to happen to it later, and the changes to it that waited."""
    unit.journal.remove(entry)
    unit.agenda.remove_for(entry)
    for draft in (draft_of(entry), change_of(entry)):
        unit.journal.drop_draft(draft)
        unit.agenda.remove_for(draft)


def draft_of(entry: UUID) -> UUID:
    """Return the id of the draft that holds what is too long for an entry."""
    return uuid5(entry, "draft")


def change_of(entry: UUID) -> UUID:
    """Return the id of the draft that holds what a platform's message, kept as an entry, says now."""
    return uuid5(entry, "change")


def scene_ends(desk: Desk, unit: Unit, person: Person, entry: UUID) -> None:
    """Let the scene of an entry go after the person's days; one that has its day already keeps it."""
    row = uuid5(entry, "scene")
    if unit.agenda.get(row) is None:
        days = timedelta(days=wishes_of(desk, unit, person).scene_days)
        unit.agenda.put(
            AgendaRow(
                id=row,
                kind=AgendaKind.SCENE_ENDS,
                owner=person.id,
                ref=entry,
                due_at=desk.clock.now() + days,
            )
        )


def scene_stays(unit: Unit, entry: UUID) -> None:
    """An entry has no scene any more: nothing of it has to go."""
    unit.agenda.remove(uuid5(entry, "scene"))


def _body(page: Page) -> Body:
    """Return what is sealed: what is empty is left out."""
    filled = {name: value for name, value in asdict(page).items() if value or name == "text"}
    return filled | {"at": page.at.isoformat()}


def _cell(person: Person, entry: UUID, version: int) -> Cell:
    return Cell(person=person.id, table="entries", row=entry, column="sealed", version=version)
