"""Before Reststop is removed from an organisation: what happens then, and telling everybody."""

from __future__ import annotations

from datetime import timedelta

from bot.services.admin.changing import is_nowhere, nowhere
from bot.services.cards.admin import leaving as cards
from bot.services.desk import Turn
from bot.services.organisations.log import note_change
from bot.services.organisations.notices import Notice, row_of, tell_everyone
from bot.services.organisations.rules import make, organisation_here
from bot.surface.outcome import Outcome, answer

TOLD_ONCE_IN = 7
"""Days in which everybody is told once: nobody gets it daily because somebody is unsure of their press."""


def show(turn: Turn) -> Outcome:
    """Say what happens when it is removed, and offer to tell everybody before."""
    here = organisation_here(turn)
    name = turn.event.organisation or (here.name if here else "")
    return answer(cards.before(turn.mint, name.partition("/")[0])) if name else nowhere(turn)


def tell(turn: Turn) -> Outcome:
    """Let everybody here be told how to take theirs along: once in a week, however often this is pressed."""
    if is_nowhere(turn):
        return nowhere(turn)
    here, today = make(turn), turn.now.date()
    lately = (today - timedelta(days=ago) for ago in range(TOLD_ONCE_IN))
    told = (turn.unit.agenda.get(row_of(here.id, Notice.EXPORT_FIRST, day)) for day in lately)
    is_news = all(row is None for row in told)
    if is_news:
        tell_everyone(turn.unit, here, Notice.EXPORT_FIRST, today, turn.now)
        note_change(turn, here, "told everybody", "", "how to take theirs along")
    return answer(cards.told(turn.mint, is_news=is_news))
