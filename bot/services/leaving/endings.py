"""An organisation ends: some days after Reststop was removed there, what its admins set goes with its key.

People are not concerned: whose accounts were there leaves by `departures.py`, or goes on elsewhere. What ties
a door to the organisation goes first, then the key, then the rows; what is cut off in between is done again,
since the row of the agenda is still there, or by a start (bot/app/upkeep/key_tidying.py).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.organisations import KEPT_DAYS
from bot.domain.people import PersonId
from bot.ports.organisations import OrganisationRow
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.destroying import destroy_key
from bot.services.gatherings import pages
from bot.services.organisations.notices import row_of
from bot.services.organisations.removed import ends_row, is_removed

DOORS_AT_ONCE = 100
"""People whose doors are seen to in one unit, so that nobody's "Saved" waits behind all of them."""
GATHERINGS_AT_ONCE = 10
"""Gatherings that end in one unit: each takes a key, and the key store wipes its log for each."""
_NOTICES = (AgendaKind.NOTICE_GOES_OUT, AgendaKind.NOTICE_STANDS)
_EVER, _MANY = datetime.max.replace(tzinfo=UTC), 1_000_000


def was_removed(desk: Desk, unit: Unit, name: str, now: datetime) -> None:
    """Count the days of an organisation from now, or from when that was told first."""
    row = unit.organisations.by_index(desk.organisation_index(name))
    if row is not None and not is_removed(unit, row.id):
        unit.agenda.put(
            AgendaRow(
                id=ends_row(row.id),
                kind=AgendaKind.ORGANISATION_ENDS,
                due_at=now + timedelta(days=KEPT_DAYS),
                ref=row.id,
            )
        )


def is_there(desk: Desk, unit: Unit, name: str) -> None:
    """Reststop is in an organisation: nothing of it ends."""
    row = unit.organisations.by_index(desk.organisation_index(name))
    if row is not None:
        unit.agenda.remove(ends_row(row.id))


def end(desk: Desk, unit: Unit, row: AgendaRow) -> bool:
    """End the organisation that a row of the agenda names, or go on with it; True where there is more to do.

    Raises:
        NotSaved: the key store could not finish; the next call goes on.
    """
    found = unit.organisations.get(PersonId(row.ref)) if row.ref else None
    if found is not None and not end_organisation(desk, unit, found):
        return True
    unit.agenda.remove(row.id)
    return False


def end_organisation(desk: Desk, unit: Unit, row: OrganisationRow) -> bool:
    """End an organisation and its gatherings; False where it has so much that there is more to do.

    Raises:
        NotSaved: the key store could not finish; the next call goes on.
    """
    people = unit.people.in_organisation(row.index, None, DOORS_AT_ONCE)
    for person in people:
        for door in unit.people.doors(person):
            if door.organisation == row.index:
                unit.people.save_door(replace(door, organisation=None))
    gatherings = unit.gatherings.of(row.id)[:GATHERINGS_AT_ONCE]
    for gathering in gatherings:
        pages.end(desk, unit, gathering.id)
    if len(people) == DOORS_AT_ONCE or len(gatherings) == GATHERINGS_AT_ONCE:
        return False
    destroy_key(desk.vault, unit, row.id)
    for notice in unit.agenda.due(_NOTICES, _EVER, _MANY):
        if notice.id == row_of(row.id, notice.slot, notice.slot_on):
            unit.agenda.remove(notice.id)
            unit.agenda.remove_for(notice.id)
    unit.organisations.remove(row.id)
    unit.agenda.remove(ends_row(row.id))
    return True
