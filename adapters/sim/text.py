"""Plain text of cards and instants, as records carry them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import assert_never

from bot.errors import BadInput
from bot.surface.card import Buttons, Card, Choose, Fields, Paragraph, Picture, Scale, Shared


def plain(card: Card) -> str:
    """Return title and words, joined by blank lines. What belongs to a control stands on the control."""
    parts = [card.title] if card.title else []
    for block in card.blocks:
        match block:
            case Paragraph() | Shared():
                parts.append(block.text)
            case Fields():
                parts.append("\n".join(f"{name}: {value}" for name, value in block.pairs))
            case Picture():
                parts.append(block.alt)
            case Choose() | Scale() | Buttons():
                pass
            case _:
                assert_never(block)
    return "\n\n".join(parts)


def write_instant(instant: datetime) -> str:
    """Return an instant in UTC with Z; fractions stand only where there are any."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def read_instant(text: str) -> datetime:
    """Return the instant that a text names, in UTC.

    Raises:
        BadInput: it is not an ISO instant with Z or an offset.
    """
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput("An instant looks like 2026-01-05T08:00:00Z.") from None
    if instant.tzinfo is None:
        raise BadInput("An instant carries Z or an offset.")
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        raise BadInput("That instant is outside of the calendar.") from None
