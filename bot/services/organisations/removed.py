"""Reststop was removed from an organisation: its days are counted by a row of the agenda of its own."""

from __future__ import annotations

from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind
from bot.domain.people import PersonId
from bot.ports.store import Unit


def ends_row(organisation: PersonId) -> UUID:
    """Return the row of the agenda by which an organisation ends."""
    return uuid5(organisation, AgendaKind.ORGANISATION_ENDS)


def is_removed(unit: Unit, organisation: PersonId) -> bool:
    """Whether Reststop was removed there, and was not added again since: nothing can be said in a channel."""
    return unit.agenda.get(ends_row(organisation)) is not None
