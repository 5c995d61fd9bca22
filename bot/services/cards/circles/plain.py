"""One sentence, in a channel or to one member alone."""

from __future__ import annotations

from bot.surface.card import Card, Reach, say


def line(text: str) -> Card:
    """Say a sentence to everybody in the channel."""
    return Card(text_id="circle.line", blocks=(say(text),), summary=text, reach=Reach.OPEN)


def note(text: str) -> Card:
    """Say a sentence to one member alone."""
    return Card(
        text_id="circle.note", blocks=(say(text),), summary="About your circle.", reach=Reach.PERSONAL
    )
