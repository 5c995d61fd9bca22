"""Pages that somebody chose for a portfolio: which they are. They stay, whatever time other pages have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from bot.domain.journal import Entry
from bot.domain.people import Person
from bot.domain.sheets import SheetKind, only_sheet
from bot.errors import Tampered
from bot.ports.store import Unit
from bot.services.desk import Desk, Turn, own
from bot.services.sheets import read_sheet, write_sheet

CHOSEN_MAX = 300
"""Pages in one portfolio."""


def chosen_of(desk: Desk, unit: Unit, person: Person) -> frozenset[UUID]:
    """Return which pages of a person's are chosen; one that was deleted may still be named.

    Raises:
        KeyGone, Tampered: it stays closed, and nobody knows which.
    """
    sheet = unit.sheets.get(only_sheet(person.id, SheetKind.PORTFOLIO))
    return frozenset(map(UUID, read_sheet(desk, person, sheet)["pages"])) if sheet else frozenset()


def entries_chosen(turn: Turn) -> Sequence[Entry]:
    """Return the chosen pages of who acts that are there, those of the first day first.

    Raises:
        KeyGone, Tampered: as `chosen_of`.
    """
    found = (_own(turn, entry) for entry in chosen_of(turn.desk, turn.unit, turn.person))
    return sorted((entry for entry in found if entry), key=lambda entry: (entry.day, entry.id))


def is_chosen(turn: Turn, entry: UUID) -> bool | None:
    """Return whether a page is chosen; None where nobody can tell, and a page is read all the same."""
    try:
        return entry in chosen_of(turn.desk, turn.unit, turn.person)
    except Tampered:
        return None


def choose(turn: Turn, entries: Iterable[UUID]) -> int | None:
    """Choose pages of who acts beside those before; return how many are new, None where not all fit.

    What is no page of theirs, or is none any more, is not chosen.

    Raises:
        KeyGone, Tampered: as `chosen_of`.
    """
    before = {entry.id for entry in entries_chosen(turn)}
    new = {entry for entry in entries if _own(turn, entry)} - before
    if len(before) + len(new) > CHOSEN_MAX:
        return None
    if new:
        _write(turn, before | new)
    return len(new)


def let_go(turn: Turn, entries: Iterable[UUID]) -> None:
    """Take pages off again: from now on their time is that of all others.

    Raises:
        KeyGone, Tampered: as `chosen_of`.
    """
    before = {entry.id for entry in entries_chosen(turn)}
    left = before - set(entries)
    if left:
        _write(turn, left)
    else:
        turn.unit.sheets.remove(only_sheet(turn.person.id, SheetKind.PORTFOLIO))


def _own(turn: Turn, entry: UUID) -> Entry | None:
    return own(turn.person, turn.unit.journal.get(entry))


def _write(turn: Turn, pages: Collection[UUID]) -> None:
    write_sheet(
        turn.desk,
        turn.unit,
        turn.person,
        sheet=only_sheet(turn.person.id, SheetKind.PORTFOLIO),
        kind=SheetKind.PORTFOLIO,
        body={"pages": sorted(page.hex for page in pages)},
    )
