"""The colours of pictures: quiet, none of them better or worse than another, and read without colour too."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """What a page is drawn in. Words have a contrast of 4.5 with the ground, shapes one of 3."""

    ground: str
    ink: str
    quiet: str
    rule: str
    """Faint lines that only guide the eye."""
    mark: str
    median: str


LIGHT = Palette(
    ground="#fbf9f4", ink="#2b3033", quiet="#5d656a", rule="#e3ddd1", mark="#3d7199", median="#8a5a12"
)
DARK = Palette(
    ground="#1d2125", ink="#ece7dd", quiet="#a8b0b5", rule="#353c42", mark="#86b6da", median="#e6b765"
)

MARK_CELLS, MEDIAN_CELLS, RULE_CELLS = "#3f7fae", "#c08427", "#808080"
"""In a terminal, whose ground nobody knows: each has a contrast of 3 with black and with white."""
