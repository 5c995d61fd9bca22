"""A question that somebody opens by themselves: of a topic that they choose, from `practise`."""

from __future__ import annotations

from bot.domain.prompts import AudienceKind, Domain
from bot.domain.rotation import opened_on
from bot.services.cards import checkin as checkin_cards
from bot.services.cards import questions as cards
from bot.services.checkins.asking import ask, asked_lately, history_after
from bot.services.desk import Turn
from bot.services.organisations.decisions import shelf_here
from bot.surface.outcome import Outcome, answer


def show(turn: Turn) -> Outcome:
    """Show the topics of which a question can be opened."""
    prompts = turn.desk.catalogue.prompts()
    topics = {prompt.domain for prompt in prompts if AudienceKind.CLINICIAN in prompt.audience}
    return answer(cards.which_open(turn.mint, topics))


def choose(turn: Turn) -> Outcome:
    """Ask a question of the topic that was chosen, or that a button names: one that was not asked lately.

    However tender it is, and whether anybody here signed it or not: the person opens it. What was retired
    here is not asked.
    """
    desk, shelf = turn.desk, shelf_here(turn)
    topic = next((topic for topic in Domain if topic == (turn.choice or turn.ref.arg)), None)
    if topic is None:
        return show(turn)
    lately = asked_lately(desk, turn.unit, turn.person)
    stock = desk.catalogue.stock()
    prompt = opened_on(
        topic,
        stock,
        history_after(desk, turn.unit, turn.person, lately),
        turn.today,
        desk.chance.below,
        held=frozenset(prompt.id for prompt in stock.prompts if shelf.is_retired(prompt)),
    )
    return ask(turn, shelf, prompt, lately) if prompt else answer(checkin_cards.no_prompt())
