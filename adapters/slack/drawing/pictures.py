"""A picture as its words.

Its pixels are never sent: an upload would stay with the platform, where a workspace's owners could see what
it shows of a person.
"""

from __future__ import annotations

from adapters.slack.drawing.controls import quiet
from adapters.slack.text import Payload
from bot.surface.card import Picture


def draw_picture(picture: Picture) -> Payload:
    """Return what stands for a picture."""
    return quiet(picture.alt)
