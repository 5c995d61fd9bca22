"""What everybody of an organisation is told: each the same, and nothing about anybody."""

from __future__ import annotations

from datetime import date

from bot.services.cards.keeping import at_most, export_button
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, say


def ceiling(mint: Mint, days: int, since: date, today: date) -> Card:
    """Return that new pages are kept for a shorter time at most, from a day on."""
    line = at_most(days, since, today)
    return Card(
        text_id="notice.ceiling",
        blocks=(
            say(f"{line} Pages from before keep their time."),
            row(press(mint, "settings.keeping", "How long I keep it"), export_button(mint)),
        ),
        summary=line,
        reach=Reach.PERSONAL,
    )


def export_first(mint: Mint) -> Card:
    """Return that Reststop may go, and how to take everything along before."""
    line = "Reststop may be removed here soon."
    return Card(
        text_id="notice.export_first",
        blocks=(say(f"{line} `export` takes everything along."), row(export_button(mint))),
        summary=line,
        reach=Reach.PERSONAL,
    )
