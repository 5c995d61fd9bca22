"""First contact: a yes, a no, or a longer look; and what `start` says to those who are back."""

from __future__ import annotations

from bot.domain.people import Standing
from bot.services.cards import schedule as schedule_cards
from bot.services.cards import welcome
from bot.services.checkins import checkins
from bot.services.desk import Turn
from bot.services.doors.beginning import after_yes, begin_person, place_here
from bot.services.end_said import closes_on
from bot.services.organisations.decisions import drafts_here
from bot.services.rhythm import schedule
from bot.surface.audience import Direct
from bot.surface.outcome import Outcome, Replace, Show


def start(turn: Turn) -> Outcome:
    """Show the consent card to who has no yes, and a short "here you are" to who has one."""
    if turn.visitor is None or not turn.visitor.has_said_yes:
        return ask_consent(turn)
    if turn.visitor.standing is Standing.ARRIVING:
        return Outcome(first=schedule.offer(turn))
    card = welcome.welcome_back(turn.person.standing, schedule.whats_next(turn))
    return Outcome(first=Show(card=card, audience=Direct()))


def ask_consent(turn: Turn) -> Outcome:
    """Show the first card of all."""
    card = welcome.consent(turn.mint, turn.capabilities, closes_on(turn), here=place_here(turn))
    return Outcome(first=Show(card=card, audience=Direct()))


def more(turn: Turn) -> Outcome:
    """Show the longer answer; nothing is kept."""
    desk = turn.desk
    card = welcome.consent_more(
        turn.mint,
        turn.capabilities,
        desk.operator,
        closes_on(turn),
        drafts=drafts_here(turn),
        here=turn.ref.arg or place_here(turn),
    )
    return Outcome(first=Show(card=card, audience=Direct()))


def decline(turn: Turn) -> Outcome:
    """Take a no: nothing is kept. A yes given before is not touched; `stop` is the word for that."""
    if turn.visitor is None:
        return Outcome(first=Replace(card=welcome.consent_declined()))
    if turn.visitor.has_said_yes:
        return start(turn)
    return Outcome(first=Replace(card=schedule_cards.stopped()))  # what was written before is still here


def accept(turn: Turn) -> Outcome:
    """Take a yes: the key first, then the row, then a check-in at once."""
    person = turn.visitor
    if person is None:
        person = begin_person(turn, here=turn.ref.arg)
    elif person.has_said_yes:
        return start(turn)
    else:
        person = after_yes(person)
        turn.unit.people.save(person)
        if person.standing is not Standing.ARRIVING:
            return start(turn.as_person(person))
    return Outcome(first=checkins.first(turn.as_person(person)))
