"""An operator closes their server: a day is named, everybody is told twice, and on the day all of it goes.

What is said of it here holds from the next start on, or at once (`bot.services.end_said`). People are told by
notices (bot/services/organisations/notices.py), within their own hours.
"""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.agenda import AgendaKind
from bot.domain.closing import BETWEEN_CALLS, Closing, Course
from bot.ports.store import Unit
from bot.services.end_said import NOTED, closing_of
from bot.services.organisations.notices import Notice, row_of, take_back, tell_everyone

_ALL = (Notice.CLOSES, Notice.LAST_CALL, Notice.STAYS)


def is_untold(unit: Unit) -> bool:
    """Whether somebody has still to be given word of the closing: no house ran since, or not for long."""
    closing = closing_of(unit)
    if closing is None or closing.closes_on is None:
        return False
    going = unit.agenda.get(row_of(None, Notice.CLOSES, closing.on))
    return going is not None and going.kind is AgendaKind.NOTICE_GOES_OUT and unit.people.count() > 0


def announce(unit: Unit, on: date, now: datetime) -> None:
    """Let everybody be told that this server closes on a day, and a week before once more.

    The same day named again tells nobody again; another day takes the place of the one before.
    """
    before = closing_of(unit)
    closing = Closing(course=Course.CLOSES, on=on)
    if before == closing:
        return
    for day in {on, before.on if before else on}:
        for notice in _ALL:
            take_back(unit, None, notice, day)
    unit.notes.put(NOTED, str(closing))
    tell_everyone(unit, None, Notice.CLOSES, on, now)
    if closing.last_call_at >= now + BETWEEN_CALLS:
        tell_everyone(unit, None, Notice.LAST_CALL, on, closing.last_call_at)


def call_off(unit: Unit, now: datetime) -> bool:
    """Let it stay, and everybody who was told hear so; False where no day was named."""
    closing = closing_of(unit)
    if closing is None or closing.course is not Course.CLOSES:
        return False
    unit.notes.put(NOTED, str(Closing(course=Course.STAYS, on=closing.on)))
    going = unit.agenda.get(row_of(None, Notice.CLOSES, closing.on))
    if going is not None and going.kind is AgendaKind.NOTICE_GOES_OUT and going.ref is None:
        for notice in _ALL:  # nobody was told
            take_back(unit, None, notice, closing.on)
    else:
        _stop_last_call(unit, closing.on)
        tell_everyone(unit, None, Notice.STAYS, closing.on, now)
    return True


def closed(unit: Unit, on: date) -> None:
    """Note that it is closed, in place of all that the house had still to do about that."""
    for notice in _ALL:
        take_back(unit, None, notice, on)
    unit.notes.put(NOTED, str(Closing(course=Course.CLOSED, on=on)))


def _stop_last_call(unit: Unit, on: date) -> None:
    """Let a last call that has not gone out begin no more."""
    row = unit.agenda.get(row_of(None, Notice.LAST_CALL, on))
    if row is not None and row.kind is AgendaKind.NOTICE_GOES_OUT:
        take_back(unit, None, Notice.LAST_CALL, on)
