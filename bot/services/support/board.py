"""Questions of law and licence: whoever asks one is sent to their board or organisation, and nothing is kept.

Danger comes before it, always.
"""

from __future__ import annotations

from bot.guards.crisis.meanings import Label
from bot.guards.crisis.reading import read
from bot.services.cards import board as cards
from bot.services.desk import Turn
from bot.services.organisations.rules import rules_of, with_the_house
from bot.services.support.danger import above
from bot.services.support.help import help_now
from bot.surface.outcome import Act, Outcome, answer


def pointed(turn: Turn, *more: Act) -> Outcome:
    """Return whom to ask, then `more`."""
    return answer(cards.board(with_the_house(turn.desk, rules_of(turn)).policy), *more)


def asked(turn: Turn) -> Outcome:
    """Answer a line that is no command and asks of law or licence, with or without a yes."""
    if turn.visitor is not None and turn.visitor.has_said_yes:
        return above(turn, turn.words, pointed(turn))
    if read(turn.words).label in {Label.NEUTRAL, Label.IDIOM_NONE}:
        return pointed(turn)
    return Outcome(first=help_now(turn).first, then=(pointed(turn).first,))
