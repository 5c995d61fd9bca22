"""When the next round opens, or the next question comes: one row of the agenda, and nothing else plans it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.circles import Setup
from bot.domain.recurrence import Occurrence, Rule, following, next_after
from bot.domain.roles import Gathering
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import pages
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of

OPENS = "opens"
"""The step of a round with which it opens."""
PART = "upcoming"

_ONE_DAY = timedelta(days=1)


def next_slot(setup: Setup, after: datetime) -> Occurrence | None:
    """Return when something comes next after an instant; None while it is paused."""
    if setup.is_paused:
        return None
    rule, zone = Rule.parse(setup.rule), zone_of(setup.zone)
    found = next_after(rule, zone, after)
    if setup.hushed_until is not None and found.slot_on < setup.hushed_until:
        return following(rule, zone, setup.hushed_until - _ONE_DAY)
    return found


def plan(desk: Desk, unit: Unit, page: Page, after: datetime) -> Page:
    """Let the next round open, or the next question come, at its next hour after an instant, and no other."""
    if (held := planned(page)) is not None:
        unit.agenda.remove(held)
    setup = setup_of(page)
    slot = next_slot(setup, after)
    if slot is None:
        return pages.keep(desk, unit, page, **{PART: None})
    is_team = page.kind is Gathering.TEAM
    row = AgendaRow(
        id=desk.chance.new_id(),
        kind=AgendaKind.TEAM_PROMPT if is_team else AgendaKind.ROUND,
        due_at=slot.at,
        ref=page.id,
        rule=setup.rule,
        zone=setup.zone,
        slot_on=slot.slot_on,
        slot=slot.slot if is_team else OPENS,
    )
    unit.agenda.put(row)
    return pages.keep(desk, unit, page, **{PART: {"row": row.id.hex}})


def planned(page: Page) -> UUID | None:
    """Return the row of the agenda with which the next one comes; None while none does."""
    held = page.part(PART).get("row")
    return UUID(hex=held) if held else None
