"""A picture as its words.

Its pixels are never sent: an upload would stay with the platform, where others could come to see what it
shows of a person.
"""

from __future__ import annotations

from adapters.discord import text
from bot.surface.card import Picture


def draw_picture(picture: Picture) -> str:
    """Return what stands for a picture."""
    return text.small(picture.alt)
