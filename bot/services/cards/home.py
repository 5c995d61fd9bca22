"""Home: what comes next and how much is open, in counts, never what. It may be read over a shoulder."""

from __future__ import annotations

from bot.services.cards.plain import row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Button, Card, Fields, Reach, say

NO_HOUR = "No hour is chosen yet. Settings is the place."


def home(mint: Mint, next_line: str, *, plans: int, flows: int, may_pause: bool | None) -> Card:
    """Return the page of who has said yes. `may_pause` is None where there is nothing to pause or resume."""
    counts = (("Open plans", plans), ("Guided reflections under way", flows))
    facts = tuple((name, str(count)) for name, count in counts if count)
    ways = [("write", "Write"), ("checkin", "Check in now"), ("plans", "Plans"), ("settings", "Settings")]
    if may_pause is not None:
        ways.append(("pause", "Pause") if may_pause else ("resume", "Resume"))
    go_on = (_way(mint, "practise", "Go on with it"),) if flows else ()
    return Card(
        text_id="home",
        title="Reststop",
        blocks=(
            say(next_line),
            *((Fields(pairs=facts),) if facts else ()),
            row(*(_way(mint, word, label) for word, label in ways)),
            row(*go_on, help_button(mint)),
        ),
        summary="Reststop",
        reach=Reach.PERSONAL,
    )


def _way(mint: Mint, word: str, label: str) -> Button:
    return Button(ref=mint("command", None, word), name=f"home.{word}", label=label)
