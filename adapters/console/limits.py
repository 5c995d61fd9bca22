"""What a terminal can hold. Nothing is ever cut; what is too long for an entry, the core answers."""

from __future__ import annotations

WIDEST = 88
"""Columns: longer lines tire the eye."""
NARROWEST = 24
"""Columns: below this the terminal breaks the lines itself."""
INDENT = 2
HANGING = 4
"""Columns more where a label goes on below its key."""
OWN_INDENT = 6
"""Columns before a person's own words, so that they stand apart without a sign that is read aloud."""
COMMAND_WORDS = 3
"""So many words still look like a mistyped command; more are words for the notebook."""
PICTURE_NARROWEST = 40
"""Columns: below this a picture is a smear, and its words say it better."""
PICTURE_ROWS = 24
"""Lines: a picture stays on one screen with its words."""


def line_width(columns: int) -> int:
    """Return how wide to draw where the terminal has `columns`."""
    return max(NARROWEST, min(WIDEST, columns))
