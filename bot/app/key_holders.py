"""Who holds a key in the key store: every person, every installation of a surface, every organisation.

Keys are made, moved, backed up and destroyed alike, whoever holds them; what hangs on one differs.
"""

from __future__ import annotations

from bot.domain.people import PersonId
from bot.ports.store import Unit
from bot.services.leaving.erasing import remove_roles


def count_holders(unit: Unit) -> int:
    """Return how many keys there should be."""
    return unit.people.count() + unit.installations.count() + unit.organisations.count()


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
    unit.organisations.remove(holder)
