"""What Slack can hold. Nothing is ever cut: what does not fit is refused before Slack could.

The numbers are those of Slack's Block Kit and view references, unless a line says otherwise.
"""

from __future__ import annotations

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
VIEW_BYTES = 250_000
"""Bytes of a view as JSON."""
MESSAGE_CHARS = 11_000
"""Characters in all texts of a message. Not documented: `msg_blocks_too_long` was seen from about 12,000 on,
and for deeply nested blocks a little earlier (slackapi/bolt-js#2509 and #2867)."""
SECTION_CHARS = 3_000
CONTEXT_CHARS = 2_000
"""Characters of a quiet line. Slack names no number; a section's field has this one."""
FIELD_CHARS = 2_000
SECTION_PAIRS = 5
"""A section has ten fields: a name and a value for each pair."""
LABEL_CHARS = 75
"""Characters on a button or an option."""
URL_CHARS = 3_000
OPTIONS = 100
VALUE_CHARS = 150
"""Characters of what an option comes back as."""
ID_CHARS = 255
"""Characters of an `action_id` or a `block_id`."""
INPUT_CHARS = 3_000
"""Characters of one input."""
INPUTS = 5
"""So many inputs stand on a form before it becomes a burden. Slack would take a hundred."""
BUTTONS_OF_A_QUESTION = 5
"""So many answers stand as buttons beside each other; more become a menu."""


def units(text: str) -> int:
    """Return the length of `text` as a browser counts it (UTF-16), which is never below Python's."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
