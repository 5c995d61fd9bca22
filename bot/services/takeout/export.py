"""The use case of taking everything along: a card that says what it is, then two files for one person.

Whoever has a row may do it, also after `stop`: it needs no yes to have one's own.
"""

from __future__ import annotations

from bot.services.cards import takeout as cards
from bot.services.cards.takeout_page import page
from bot.services.desk import Turn
from bot.services.takeout.takeout import as_json, document
from bot.surface.outcome import Attach, File, Outcome, Replace, answer

MAKES_WITHIN = 30.0
"""Seconds in which the files are made: 10,000 entries take about one (docs/architecture.md)."""


def offer(turn: Turn) -> Outcome:
    """Say what the files are, and where copies of them stay."""
    return answer(cards.offer(turn.mint, hosted=turn.capabilities.hosted))


def make(turn: Turn) -> Outcome:
    """Make the files and hand them over. Nothing is written anywhere here."""
    made = document(turn.desk, turn.unit, turn.person, turn.now)
    name = f"reststop-export-{turn.today.isoformat()}"
    to_read = File(name=f"{name}.md", type="text/markdown", body=page(made).encode())
    for_programs = File(name=f"{name}.json", type="application/json", body=as_json(made))
    hosted, new_id = turn.capabilities.hosted, turn.desk.chance.new_id
    files = (Attach(file=file, id=new_id() if hosted else None) for file in (to_read, for_programs))
    return answer(cards.made(turn.mint, len(made["stays_closed"]), hosted=hosted), *files)


def not_now(turn: Turn) -> Outcome:  # noqa: ARG001 - every handler has one shape
    """Take a "not now"."""
    return Outcome(first=Replace(card=cards.not_now()))
