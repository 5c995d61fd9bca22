"""Who holds a key in the key store: every person, installation of a surface, organisation and gathering.

Keys are made, moved, backed up and destroyed alike, whoever holds them; what hangs on one differs.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from bot.domain.people import PersonId
from bot.ports.keys import tombstone_mark
from bot.ports.store import Unit
from bot.services.gatherings import pages
from bot.services.leaving.erasing import remove_roles


def count_holders(unit: Unit) -> int:
    """Return how many keys there should be."""
    return sum(
        holders.count() for holders in (unit.people, unit.installations, unit.organisations, unit.gatherings)
    )


def all_holders(unit: Unit) -> frozenset[PersonId]:
    """Return everyone and everything whose rows need a key."""
    return (
        unit.people.all_ids()
        | unit.installations.all_ids()
        | unit.organisations.all_ids()
        | unit.gatherings.all_ids()
    )


def remove_holder(unit: Unit, holder: PersonId) -> None:
    """Remove the rows that hang on a key which was destroyed."""
    remove_roles(unit, holder)
    unit.people.remove(holder)
    unit.installations.remove(holder)
    pages.remove_rows(unit, holder)
    for row in unit.gatherings.of(holder):
        pages.remove_rows(unit, row.id)
    unit.organisations.remove(holder)


def remove_buried(unit: Unit, marks: AbstractSet[bytes]) -> None:
    """Remove the rows of which a mark says that they went for good, under keys that stay."""
    for row in unit.gatherings.hanging_ids():
        if tombstone_mark(row) in marks:
            unit.agenda.remove_for(row)
            unit.gatherings.remove_member(row)
            unit.gatherings.remove_post(row)
