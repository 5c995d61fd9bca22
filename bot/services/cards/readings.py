"""Cards to read: which there are, and one of them. Nothing of a person stands on them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.prompts import Option, Sensitivity
from bot.domain.readings import Reading
from bot.services.cards.plain import UNREAD, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import OPTIONS_MAX, Block, Card, Choose, Fields, Reach, aside, say

_TITLE = "Something to read"
_TENDER = "This one can touch something tender. It can wait."


def which(mint: Mint, readings: Sequence[Reading]) -> Card:
    """Return the cards there are, by their titles."""
    lists: list[Block] = [
        Choose(
            ref=mint("reading.open", None, str(n)),
            name="reading.open",
            ask="Or one of these?" if n else "Which one?",
            options=tuple(Option(name=one.id, label=one.title) for one in readings[n : n + OPTIONS_MAX]),
        )
        for n in range(0, len(readings), OPTIONS_MAX)
    ]
    return Card(
        text_id="reading.which",
        title=_TITLE,
        blocks=(*(lists or [say("There is nothing to read in this library yet.")]), row(help_button(mint))),
        summary=_TITLE,
        reach=Reach.PERSONAL,
    )


def one(mint: Mint, reading: Reading, *, unread: bool) -> Card:
    """Return one card. `unread`: nobody here has signed it, which it says."""
    blocks: list[Block] = [aside(_TENDER)] if reading.sensitivity >= Sensitivity.TENDER else []
    blocks += [say(paragraph) for paragraph in reading.text]
    if reading.points:
        blocks.append(say("\n".join(f"\u2022 {point}" for point in reading.points)))
    if reading.shares:
        blocks.append(
            Fields(pairs=tuple((share.label, f"{share.percent} of 100") for share in reading.shares))
        )
    if reading.estimate:
        blocks.append(say(reading.estimate))
    if reading.ask:
        blocks.append(say(reading.ask))
    if unread:
        blocks.append(aside(UNREAD))
    ways = [press(mint, "reading.write", "Write")] if reading.ask else []
    blocks.append(row(*ways, press(mint, "reading.which", "Another"), help_button(mint)))
    return Card(
        text_id=f"reading.{reading.id}",
        title=reading.title,
        blocks=tuple(blocks),
        summary=_TITLE,
        reach=Reach.PERSONAL,
    )
