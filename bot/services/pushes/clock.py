"""The steps of a course as time passes."""

from __future__ import annotations

from datetime import datetime

from bot.domain.agenda import AgendaRow
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.pushes import figures


def fall_due(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Take a step of a course whose time has come."""
    if (row.slot or "").startswith(figures.CLOSES):
        figures.fall_due(desk, unit, row, now)
        return
    unit.agenda.remove(row.id)
