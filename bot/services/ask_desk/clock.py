"""The clock of a question: a word to the instructor, a word to the asker, and an end."""

from __future__ import annotations

from datetime import datetime

from bot.domain.agenda import AgendaRow
from bot.ports.store import Unit
from bot.services.desk import Desk


def fall_due(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Take the step of a question whose time has come."""
    del desk, now
    unit.agenda.remove(row.id)
