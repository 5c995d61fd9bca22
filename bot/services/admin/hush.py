"""Pausing everything for a team after a hard event, and lifting it with one press."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.dates import day_ahead
from bot.domain.organisations import HUSH_MOST
from bot.errors import BadInput
from bot.services.admin.changing import (
    is_nowhere,
    look_of,
    morning,
    nowhere,
    set_rules,
    today_here,
    zone_here,
)
from bot.services.cards.admin import hush as cards
from bot.services.cards.admin.facts import moment
from bot.services.desk import Turn
from bot.services.organisations.rules import rules_of
from bot.surface.outcome import Open, Outcome, Refuse, answer


def show(turn: Turn) -> Outcome:
    """Show whether a pause holds, what it is, and for how long one could be."""
    rules = rules_of(turn)
    until = rules.hushed_until if rules.is_hushed(turn.now) else None
    return answer(cards.ask(turn.mint, moment(until, look_of(turn)) if until else None))


def choose(turn: Turn) -> Outcome:
    """Pause for so long; or open the form for a day."""
    if turn.choice == cards.ANOTHER:
        rules = rules_of(turn)
        until = rules.hushed_until if rules.is_hushed(turn.now) else None
        day = until.astimezone(zone_here(turn)).date() if until else None
        return Outcome(first=Open(form=cards.form(turn.mint("admin.hush.save"), day)))
    chosen = cards.CHOICES.get(turn.choice)
    return _pause(turn, morning(turn, chosen[1])) if chosen else show(turn)


def save(turn: Turn) -> Outcome:
    """Pause until the morning of a day that was typed."""
    try:
        day = day_ahead(turn.typed.get(cards.UNTIL, ""), today_here(turn))
    except BadInput as problem:
        return Outcome(first=Refuse(errors={cards.UNTIL: problem.sentence}))
    if day - today_here(turn) > HUSH_MOST:
        return Outcome(first=Refuse(errors={cards.UNTIL: cards.FAR}))
    return _pause(turn, morning(turn, (day - today_here(turn)).days))


def lift(turn: Turn) -> Outcome:
    """Let everything come again, at its own time. Lifted a second time, nothing changes."""
    if is_nowhere(turn):
        return nowhere(turn)
    set_rules(turn, replace(rules_of(turn), hushed_until=None))
    return answer(cards.lifted(turn.mint))


def _pause(turn: Turn, until: datetime) -> Outcome:
    if is_nowhere(turn):
        return nowhere(turn)
    set_rules(turn, replace(rules_of(turn), hushed_until=until))
    return answer(cards.paused(turn.mint, moment(until, look_of(turn))))
