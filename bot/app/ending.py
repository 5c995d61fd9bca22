"""Everything ends: everybody, every organisation, every installation of a surface, each key before its rows.

Cut off anywhere, it goes on when it is called again; the note that it is done comes last.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

from bot.app.upkeep.key_holders import all_holders
from bot.domain.agenda import AgendaKind
from bot.domain.people import PersonId
from bot.ports.keys import KeyStore
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.destroying import destroy_key
from bot.services.end_said import closing_of
from bot.services.gatherings import pages
from bot.services.leaving import closing
from bot.services.leaving.endings import end_organisation
from bot.services.leaving.erasing import erase_person

_EVER = datetime.max.replace(tzinfo=UTC)
_MANY = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What ended in one run, in counts."""

    people: int
    organisations: int
    installations: int


async def end_everything(desk: Desk, keystore: KeyStore, ended: Callable[[], None]) -> Ended:
    """End everything and note that it is done; `ended` is called for each that did.

    Raises:
        NotSaved: a file was not available; the next call goes on.
    """
    counts = dict.fromkeys(("people", "organisations", "installations"), 0)
    for holder in sorted(await desk.store.run(all_holders, writes=False)):
        kind = None
        while kind is None:
            kind = await desk.store.run(partial(_end, desk=desk, holder=holder))
        if kind in counts:
            counts[kind] += 1
        ended()
    left = await asyncio.to_thread(lambda: dict(keystore.people()))
    for holder in left:  # of a yes, or an installing, that was cut off
        await asyncio.to_thread(desk.vault.shred, holder)
    await desk.store.run(_note)
    return Ended(**counts)


def _end(unit: Unit, desk: Desk, holder: PersonId) -> str | None:
    """End one holder of a key; return what it was, "" where it is gone already, None where more is to do."""
    person = unit.people.get(holder)
    if person is not None:
        erase_person(desk, unit, person)
        return "people"
    organisation = unit.organisations.get(holder)
    if organisation is not None:
        return "organisations" if end_organisation(desk, unit, organisation) else None
    if unit.gatherings.get(holder) is not None:
        pages.end(desk, unit, holder)
        return "gatherings"
    if holder in unit.installations.all_ids():
        destroy_key(desk.vault, unit, holder)
        unit.installations.remove(holder)
        return "installations"
    return ""


def _note(unit: Unit) -> None:
    """Note that it is closed, and let go of what the house had of its own: codes, hashes of events."""
    said = closing_of(unit)
    if said is not None:
        closing.closed(unit, said.on)
    for row in unit.agenda.due(tuple(AgendaKind), _EVER, _MANY):
        if row.kind is not AgendaKind.HOUSEKEEPING:
            unit.agenda.remove(row.id)
    unit.inbox.prune(date.max)
