"""Before Reststop is removed from an organisation: what happens then, and telling everybody."""

from __future__ import annotations

from bot.services.admin.changing import is_nowhere, nowhere
from bot.services.cards.admin import leaving as cards
from bot.services.desk import Turn
from bot.services.organisations.log import note_change
from bot.services.organisations.notices import Notice, next_at, tell_everyone
from bot.services.organisations.rules import make, organisation_here
from bot.surface.outcome import Outcome, answer


def show(turn: Turn) -> Outcome:
    """Say what happens when it is removed, and offer to tell everybody before."""
    here = organisation_here(turn)
    name = turn.event.organisation or (here.name if here else "")
    return answer(cards.before(turn.mint, name.partition("/")[0])) if name else nowhere(turn)


def tell(turn: Turn) -> Outcome:
    """Let everybody here be told how to take theirs along: once a week, however often this is pressed."""
    if is_nowhere(turn):
        return nowhere(turn)
    here, now = make(turn), turn.now
    is_news = next_at(turn.unit, here, Notice.EXPORT_FIRST, now) == now
    if is_news:
        tell_everyone(turn.unit, here, Notice.EXPORT_FIRST, now.date(), now)
        note_change(turn, here, "told everybody", "", "how to take theirs along")
    return answer(cards.told(turn.mint, is_news=is_news, is_paused=here.rules.is_hushed(turn.now)))
