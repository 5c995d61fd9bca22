"""Home: the page that a platform gives each person for an app. Where things stand, and ways from there."""

from __future__ import annotations

from bot.domain.people import Standing
from bot.domain.sheets import SheetKind
from bot.services.cards import home as cards
from bot.services.cards import welcome
from bot.services.desk import Turn
from bot.services.end_said import closes_on
from bot.services.plans.plans import count_open
from bot.services.rhythm import schedule
from bot.surface.audience import Home
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Show


def opened(turn: Turn) -> Outcome:
    """Show where somebody stands; to who has given no yes, the first card. Nothing is kept."""
    return Outcome(first=Show(card=_card(turn), audience=Home()))


def _card(turn: Turn) -> Card:
    if turn.visitor is None or not turn.visitor.has_said_yes:
        return welcome.consent(turn.mint, turn.capabilities, closes_on(turn))
    person = turn.person
    is_arriving = person.standing is Standing.ARRIVING
    is_on_leave = person.away_until is not None and person.away_until > turn.today
    return cards.home(
        turn.mint,
        cards.NO_HOUR if is_arriving else schedule.whats_next(turn),
        plans=count_open(turn),
        flows=len(turn.unit.sheets.of(person.id, SheetKind.FLOW)),
        may_pause=None if is_arriving else person.standing is Standing.ACTIVE and not is_on_leave,
    )
