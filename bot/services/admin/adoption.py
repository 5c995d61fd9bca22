"""How many use Reststop in an organisation: counted once a week, and shown as a band."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.adoption import COUNTED_EVERY, counted_anew
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards.admin import adoption as cards
from bot.services.desk import Desk, Turn
from bot.services.organisations.rules import keep, organisation_at, organisation_here, rules_of
from bot.surface.outcome import Outcome, answer

AT_ONCE = 100
"""Organisations that are counted in one unit, so that nobody's "Saved" waits behind all of them."""


def show(turn: Turn) -> Outcome:
    """Show the band of the last count. Looking never counts: two looks a minute apart tell nothing."""
    here = organisation_here(turn)
    return answer(cards.adoption(turn.mint, here.counted if here else None, rules_of(turn).min_group))


def count(desk: Desk, unit: Unit, now: datetime) -> bool:
    """Count anew where the last count is a week old; True if there may be more to count.

    A row that was changed by somebody else is passed over: whoever looks there is told so.
    """
    today, done = now.date(), 0
    for row in unit.organisations.every():
        try:
            here = organisation_at(desk, unit, row.index)
        except KeyProblem:
            continue
        if here is None or (here.counted is not None and today < here.counted.on + COUNTED_EVERY):
            continue
        people = unit.people.count_in_organisation(row.index)
        keep(desk, unit, replace(here, counted=counted_anew(here.counted, people, today)))
        done += 1
        if done == AT_ONCE:
            return True
    return False
