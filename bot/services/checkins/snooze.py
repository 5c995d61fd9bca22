"""Later: the question that is open comes once more, some hours on."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.agenda import AgendaKind
from bot.domain.checkins import RunState
from bot.domain.quiet import quiet_ends
from bot.domain.recurrence import parse_at
from bot.domain.zones import zone_of
from bot.errors import BadRule
from bot.services.cards import checkin as cards
from bot.services.checkins.asking import letter_of
from bot.services.desk import Turn
from bot.services.journal.runs import run_of
from bot.services.letters.kinds import Look
from bot.services.organisations.rules import rules_to
from bot.surface.card import Card
from bot.surface.outcome import Outcome, answer

REST = timedelta(hours=2)


def later(turn: Turn) -> Outcome:
    """Ask the open question again in two hours, or at an hour of today; never in quiet hours."""
    run = turn.unit.runs.latest(turn.person.id)
    if run is None or run.state is not RunState.OPEN:
        return answer(cards.nothing_open())
    local = _meant(turn)
    if local is None:
        return answer(cards.which_hour())
    team = rules_to(turn.desk, turn.unit, turn.person.id).quiet
    if quiet_ends(turn.person.quiet, team, local) and not _waits(turn):
        return answer(cards.stays())
    turn.unit.agenda.remove_for(run.id)
    turn.set_due(AgendaKind.SNOOZE, run.id, local)
    return answer(cards.snoozed(f"{local:%H:%M}"))


def letter(look: Look) -> Card | None:
    """Return the question as it was; None where it was answered, passed or followed, or stays closed."""
    run = run_of(look.unit, look.person, look.row.ref)
    if run is None or run.state is not RunState.OPEN:
        return None
    return letter_of(look, run)


def _waits(turn: Turn) -> bool:
    """Whether it comes where nobody is disturbed: a terminal, if that is where check-ins come."""
    door = turn.unit.people.door(turn.person.id)
    chat = turn.desk.chats.get(door.surface) if door else None
    return (chat.capabilities if chat else turn.capabilities).waits


def _meant(turn: Turn) -> datetime | None:
    """Return the local time that is meant; None where it is unreadable or past."""
    local = turn.now.astimezone(zone_of(turn.person.zone)) if turn.person.zone else turn.now
    if not turn.words:
        return local + REST
    try:
        at = parse_at(turn.words.zfill(5))
    except BadRule:
        return None
    meant = local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return meant if meant > local else None
