"""The server closes: what everybody is told of it, and that it stays after all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bot.services.cards.days import day_in_full
from bot.services.cards.keeping import export_button
from bot.services.cards.plain import plain, row
from bot.services.cards.platforms import at_start, what_runs
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, aside, say


def closes_line(surfaces: Collection[str], on: date) -> str:
    """Return on which day it closes, for people of these platforms."""
    return f"{at_start(what_runs(surfaces))} closes on {day_in_full(on)}."


def closes(mint: Mint, surfaces: Collection[str], on: date) -> Card:
    """Return that it closes, and how to take everything along before."""
    line = closes_line(surfaces, on)
    return Card(
        text_id="notice.closes",
        blocks=(
            say(f"{line} `export` takes everything along."),
            aside("From that day on nothing of yours is kept here."),
            row(export_button(mint)),
        ),
        summary=line,
        reach=Reach.PERSONAL,
    )


def stays(surfaces: Collection[str]) -> Card:
    """Return that it does not close, for who was told that it would."""
    line = f"{at_start(what_runs(surfaces))} does not close after all. Everything is as it was."
    return plain("notice.stays", line)
