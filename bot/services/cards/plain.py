"""What most cards are made of: one line, and a row of presses."""

from __future__ import annotations

from uuid import UUID

from bot.services.desk import Mint
from bot.surface.card import Button, Buttons, Card, LinkButton, Reach, say

UNREAD = "Not yet reviewed by a practitioner."
"""Said, quietly, where nobody here has signed what is shown."""


def plain(text_id: str, text: str) -> Card:
    """Return a card that says one thing and nothing of a person's answers."""
    return Card(text_id=text_id, blocks=(say(text),), summary=text, reach=Reach.PERSONAL)


def press(mint: Mint, name: str, label: str, subject: UUID | None = None, *, arg: str = "") -> Button:
    """Return a button whose name is what it does."""
    return Button(ref=mint(name, subject, arg), name=name, label=label)


def row(*presses: Button | LinkButton) -> Buttons:
    """Return presses in one row."""
    return Buttons(buttons=presses)
