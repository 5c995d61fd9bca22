"""Quiet hours at the moment of sending."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.agenda import AgendaKind
from bot.domain.quiet import quiet_ends
from bot.domain.rota import Rota, rhythm_of
from bot.domain.zones import zone_of
from bot.services.letters.kinds import Look

ROTA_ON_TIME = timedelta(minutes=30)
"""So late may a rota's own hour come within quiet hours: whoever named it waits for it then, not later."""


def quiet_until(look: Look) -> datetime | None:
    """Return the end of quiet hours that hold now, their own or their organisation's. In a terminal none do.

    An hour of a rota was named for one kind of shift and quiet hours for all: on time, it goes before both.
    """
    if look.waits or look.person.zone is None or _is_rota_hour(look):
        return None
    local = look.now.astimezone(zone_of(look.person.zone))
    return quiet_ends(look.person.quiet, look.rules.quiet, local)


def _is_rota_hour(look: Look) -> bool:
    rule = look.row.rule if look.row.kind is AgendaKind.CHECKIN else None
    is_rota = rule is not None and isinstance(rhythm_of(rule), Rota)
    return is_rota and look.now < look.delivery.due_at + ROTA_ON_TIME
