"""The letter of a notice to everybody, as things are when it leaves; where it is not true any more, none."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from bot.services.cards import notices as cards
from bot.services.desk import local_day
from bot.services.letters import closing
from bot.services.letters.kinds import Look
from bot.services.organisations.notices import Notice, row_of
from bot.services.organisations.rules import organisation_at
from bot.surface.card import Card


def letter(look: Look) -> Card | None:
    """Return what is told; None where it was taken back, or is about nothing of theirs."""
    row = look.unit.agenda.get(look.row.ref) if look.row.ref else None
    if row is None or row.slot is None or row.slot_on is None:
        return None
    match Notice(row.slot):
        case Notice.EXPORT_FIRST:
            return cards.export_first(look.mint)
        case Notice.CEILING:
            return _ceiling(look, row.slot_on, row.id)
        case Notice.CLOSES | Notice.LAST_CALL | Notice.STAYS as notice:
            return closing.letter(look, notice, row.slot_on)


def _ceiling(look: Look, since: date, row: UUID) -> Card | None:
    """Return what holds from that day on; None where it holds no more, or their own time is no longer."""
    for door in look.unit.people.doors(look.person.id):
        here = organisation_at(look.desk, look.unit, door.organisation)
        if here is not None and row_of(here.id, Notice.CEILING, since) == row:
            days, own = here.rules.longest_for(since), look.person.keep_days
            if days is None or (own is not None and own <= days):
                return None
            return cards.ceiling(look.mint, days, since, local_day(look.person, look.now))
    return None
