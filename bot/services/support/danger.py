"""Words that can mean danger: a signpost for their writer alone, after they were saved.

Nothing is stored: no flag, no counter, no log line; nobody is told, ever (docs/content.md, "Words that can
mean danger").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.domain.organisations import NO_RULES, Rules
from bot.domain.regions import Region
from bot.guards.crisis.meanings import Label, Meaning
from bot.guards.crisis.reading import read
from bot.services.cards import danger as cards
from bot.services.desk import Turn
from bot.services.organisations.help_lines import seen_here
from bot.services.organisations.rules import rules_of, with_the_house
from bot.surface.audience import OnlyYou
from bot.surface.card import Card
from bot.surface.outcome import QUIET, Act, Outcome, Show, answer

_WITHOUT_LINES = frozenset({Label.SELF_RISK_LOW, Label.IDIOM_NONE, Label.NEUTRAL})
"""Nearly every text: nobody's lines are shown, so nothing is looked up."""


def signpost(turn: Turn, text: str) -> tuple[Act, ...]:
    """Return what the writer alone sees after `text` was saved; mostly nothing.

    A writer at high risk is always shown the line. Who said today that a text was about somebody else, or
    about nothing of this, is not asked again that day.
    """
    return signpost_of(turn, read(text))


def signpost_of(turn: Turn, meaning: Meaning) -> tuple[Act, ...]:
    """Return what the writer alone sees after a text with this `meaning` was saved; mostly nothing."""
    card = _card(turn, meaning)
    return (Show(card=card, audience=OnlyYou()),) if card else ()


def is_urgent(acts: Sequence[Act]) -> bool:
    """Whether who to call stands among these, and nothing else matters now."""
    return any(isinstance(act, Show) and act.card.text_id in cards.URGENT for act in acts)


def above(turn: Turn, text: str, outcome: Outcome) -> Outcome:
    """Return what is answered to `text` that was saved, below its signpost: a number before any question."""
    signs = signpost(turn, text)
    acts = (outcome.first, *outcome.then) if outcome != QUIET else ()
    return Outcome(first=signs[0], then=(*signs[1:], *acts)) if signs else outcome


def about(turn: Turn) -> Outcome:
    """Take the answer to "Is this about": several may be ticked, and none of it is kept."""
    ticked = [name for name in cards.ABOUT if name in turn.chosen]
    if not ticked:
        return answer(cards.fine())
    if set(ticked) <= cards.SETTLES_THE_DAY and turn.visitor is not None:
        turn.desk.today.settle(turn.person.id, turn.today)
    rules = with_the_house(turn.desk, rules_of(turn))
    return answer(cards.said(turn.mint, ticked, _region(turn, rules), rules.on_call, rules.staff))


def _card(turn: Turn, meaning: Meaning) -> Card | None:
    rules = NO_RULES if meaning.label in _WITHOUT_LINES else with_the_house(turn.desk, rules_of(turn))
    region, on_call, staff = _region(turn, rules), rules.on_call, rules.staff
    card = None
    match meaning.label:
        case Label.SELF_RISK_HIGH if meaning.is_being_hurt:
            card = cards.being_hurt(turn.mint, region, on_call, staff)
        case Label.SELF_RISK_HIGH:
            card = cards.high(turn.mint, region, on_call, staff)
        case Label.HARM_TO_OTHERS:
            card = cards.harm(turn.mint, region)
        case Label.CLIENT_RISK if not _is_settled(turn):
            card = cards.unclear(turn.mint, region, on_call, staff)
        case Label.SELF_RISK_LOW:
            card = cards.low(turn.mint)
        case Label.CLIENT_RISK | Label.IDIOM_NONE | Label.NEUTRAL:
            pass
        case _:
            assert_never(meaning.label)
    return card


def _is_settled(turn: Turn) -> bool:
    return turn.visitor is not None and turn.desk.today.is_settled(turn.visitor.id, turn.today)


def _region(turn: Turn, rules: Rules) -> Region:
    """Return whose lines are shown; of who has no notebook, as in a circle, what their zone suggests."""
    catalogue = turn.desk.catalogue
    code = turn.visitor.region if turn.visitor else catalogue.region_of_zone(turn.event.zone or "")
    return seen_here(turn.desk, rules, catalogue.region(code))
