"""Who holds a key in the key store: every person, and every installation of a surface.

Keys are made, moved, backed up and destroyed alike, whoever holds them; what hangs on one differs.
"""

from __future__ import annotations

from bot.domain.people import PersonId
from bot.ports.store import Unit


def count_holders(unit: Unit) -> int:
    """Return how many keys there should be."""
    return unit.people.count() + unit.installations.count()


def all_holders(unit: Unit) -> frozenset[PersonId]:
    """Return everyone and everything whose rows need a key."""
    return unit.people.all_ids() | unit.installations.all_ids()


def remove_holder(unit: Unit, holder: PersonId) -> None:
    """Remove the rows that hang on a key which was destroyed."""
    unit.people.remove(holder)
    unit.installations.remove(holder)
