"""What Discord can hold, and how often it may be asked. Nothing is ever cut: what does not fit is refused.

The numbers are those of Discord's component and message references, unless a line says otherwise. Discord
does not say what it takes for a character: it is counted as a browser does (UTF-16), which is the most.
"""

from __future__ import annotations

CONTENT_CHARS = 2_000
"""Characters of a plain message."""
ROWS = 5
"""Rows of controls below a plain message."""
LAYOUT_CHARS = 4_000
"""Characters in all texts of a layout together."""
LAYOUT_PARTS = 40
"""Components of a layout, those inside of rows among them."""
ROW_BUTTONS = 5
LABEL_CHARS = 80
"""Characters on a button."""
URL_CHARS = 512
OPTIONS = 25
OPTION_CHARS = 100
"""Characters of an option's label, and of what it comes back as."""
PLACEHOLDER_CHARS = 150
"""Characters that a select shows before anything is chosen."""
ID_CHARS = 100
"""Characters of a `custom_id`."""
ID_ROOM = 3
"""So many of them are left for the number that tells two equal ids of one message apart."""

MODAL_TITLE_CHARS = 45
MODAL_PARTS = 5
"""Labels and texts of a modal."""
FIELD_LABEL_CHARS = 45
FIELD_HINT_CHARS = 100
INPUT_CHARS = 4_000
"""Characters of one input."""
