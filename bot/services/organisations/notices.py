"""What everybody of an organisation is told, or everybody here: a row that walks through them, a letter each.

What a letter says is read when it leaves (bot/services/letters/notices.py). Nothing in it is about a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.organisations import Organisation
from bot.domain.people import PersonId
from bot.ports.store import Door, Unit
from bot.services.desk import Desk
from bot.services.doors.ways import open_doors

PEOPLE_AT_ONCE = 100
"""People who are seen to in one unit, so that nobody's "Saved" waits behind all of them."""
STANDS_FOR = timedelta(days=180)
"""So long after its day somebody who was away is still told; and so long it is not told a second time."""

RESTS_FOR = timedelta(days=7)
"""So long an organisation tells everybody nothing more of a kind: no admin fills anybody's conversation."""

_HOUSE = UUID("3d0b0f5e-3c1b-4d38-9d3f-0a4b9f0f6a55")


class Notice(StrEnum):
    """What is told."""

    CEILING = "ceiling"
    """From a day on the organisation keeps new pages for a shorter time at most."""
    EXPORT_FIRST = "export_first"
    """Reststop may be removed, from a day on: `export` takes everything along."""
    CLOSES = "closes"
    """The house: this server closes on a day. What follows is of the house, too."""
    LAST_CALL = "last_call"
    """It closes in a week."""
    STAYS = "stays"
    """It was to close on a day, and does not."""


def tell_everyone(
    unit: Unit, organisation: Organisation | None, notice: Notice, about: date, at: datetime
) -> None:
    """Tell everybody who has a door of an organisation; with None everybody of this house.

    `about` is the day from which it holds. The same notice about the same day is told once, however often
    this is called. What an organisation tells leaves `at` an instant that `next_at` returned.
    """
    row = row_of(organisation.id if organisation else None, notice, about)
    if unit.agenda.get(row) is not None:
        return
    unit.agenda.put(AgendaRow(id=row, kind=AgendaKind.NOTICE_GOES_OUT, due_at=at, slot_on=about, slot=notice))
    if organisation is not None:
        unit.agenda.put(_rest(organisation, notice, at + RESTS_FOR))


def next_at(unit: Unit, organisation: Organisation | None, notice: Notice, at: datetime) -> datetime:
    """Return when an organisation may tell everybody such a thing: `at` an instant, or a week after the last.

    It counts whatever it was about, and also where it was taken back once somebody had been told.
    """
    rest = unit.agenda.get(_rest(organisation, notice, at).id) if organisation else None
    return max(at, rest.due_at) if rest is not None and rest.due_at is not None else at


def take_back(unit: Unit, organisation: Organisation | None, notice: Notice, about: date) -> None:
    """Let a notice be untrue: who was not told yet never is. It may be told again from the beginning."""
    row = row_of(organisation.id if organisation else None, notice, about)
    going = unit.agenda.get(row)
    unit.agenda.remove(row)
    unit.agenda.remove_for(row)
    is_untold = going is not None and going.kind is AgendaKind.NOTICE_GOES_OUT and going.ref is None
    if organisation is not None and going is not None and is_untold and going.due_at is not None:
        unit.agenda.put(_rest(organisation, notice, going.due_at))


def row_of(organisation: PersonId | None, notice: str | None, about: date | None) -> UUID:
    """Return the id of the row of a notice; whose it is follows from it alone."""
    return uuid5(organisation or _HOUSE, f"{notice} {about}")


def go_out(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Give some people their letter; the row stays until all were seen to, and then stands for a while."""
    is_found, index = _to_whom(unit, row)
    if not is_found:  # the organisation ended meanwhile
        unit.agenda.remove(row.id)
        return
    people = _some(unit, index, PersonId(row.ref) if row.ref else None)
    for person in people:
        door = _door_there(unit, person, index)
        unit.agenda.put(
            AgendaRow(
                id=desk.chance.new_id(),  # told again after it was taken back, it is another letter
                kind=AgendaKind.LAST_CALL if row.slot == Notice.LAST_CALL else AgendaKind.NOTICE,
                owner=person,
                ref=row.id,
                due_at=now,
                lane=door.lane if door else None,
            )
        )
    if len(people) == PEOPLE_AT_ONCE:
        unit.agenda.put(replace(row, ref=people[-1]))
        return
    stands_from = datetime.combine(row.slot_on or now.date(), time(), UTC)
    until = max(stands_from, now) + STANDS_FOR
    unit.agenda.put(replace(row, kind=AgendaKind.NOTICE_STANDS, ref=None, due_at=until))


def _rest(organisation: Organisation, notice: Notice, until: datetime) -> AgendaRow:
    """Return the row by which it is known how long nothing more of a kind is told; it is about no day."""
    row = row_of(organisation.id, notice, None)
    return AgendaRow(id=row, kind=AgendaKind.NOTICE_STANDS, due_at=until, slot=notice)


def _to_whom(unit: Unit, row: AgendaRow) -> tuple[bool, bytes | None]:
    """Return whether it is known who is to be told, and the index of their organisation; None for all."""
    if row.id == row_of(None, row.slot, row.slot_on):
        return True, None
    for each in unit.organisations.every():  # only while a notice goes out
        if row.id == row_of(each.id, row.slot, row.slot_on):
            return True, each.index
    return False, None


def _some(unit: Unit, index: bytes | None, after: PersonId | None) -> Sequence[PersonId]:
    if index is None:
        return unit.people.some(after, PEOPLE_AT_ONCE)
    return unit.people.in_organisation(index, after, PEOPLE_AT_ONCE)


def _door_there(unit: Unit, person: PersonId, index: bytes | None) -> Door | None:
    """Return somebody's door in the organisation: what is told of it comes where it is."""
    if index is None:
        return None
    return next((door for door in open_doors(unit, person) if door.organisation == index), None)
