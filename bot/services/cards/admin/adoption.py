"""How many use Reststop in an organisation: a band, counted once a week, and never who."""

from __future__ import annotations

from bot.domain.adoption import Counted, band, least_band
from bot.services.cards.admin.facts import day_short
from bot.services.cards.admin.menu import back
from bot.services.cards.plain import row
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, aside, say


def adoption(mint: Mint, counted: Counted | None, min_group: int) -> Card:
    """Return how many use it, as far as that is told."""
    if counted is None:
        lines = ["It was not counted yet. That begins when the first thing is set here."]
    else:
        reached = band(counted.people, min_group)
        many = f"{reached} or more" if reached else f"Fewer than {least_band(min_group)}"
        lines = [f"{many} people use it.", f"Counted once a week, last on {day_short(counted.on)}."]
    return Card(
        text_id="admin.adoption",
        title="How many use it",
        blocks=(
            *(say(line) for line in lines),
            aside("Nobody is told who they are, and one more or one fewer does not show."),
            row(back(mint)),
        ),
        summary="How many use it",
        reach=Reach.PERSONAL,
    )
