"""Choosing whose rules hold for what comes to somebody: this server's, or those of none."""

from __future__ import annotations

from bot.services.cards import homes as cards
from bot.services.cards.homes import Whose
from bot.services.desk import Turn
from bot.services.doors.addresses import at_home
from bot.services.organisations.homes import door_here
from bot.services.rhythm import schedule
from bot.surface.outcome import Outcome, answer


def choose(turn: Turn) -> Outcome:
    """Let a server's rules hold from today on, or none; where nothing is to be chosen, show the settings.

    What was written up to yesterday keeps the time that it has.
    """
    door, here = door_here(turn), turn.event.organisation
    if door is None or not here:
        return schedule.show(turn)
    wanted = Whose.THIS if turn.ref.arg == Whose.THIS else Whose.NONE
    organisation = here if wanted is Whose.THIS else ""
    turn.unit.people.save_door(at_home(turn.desk, door, organisation, turn.today))
    return answer(cards.chosen(wanted))
