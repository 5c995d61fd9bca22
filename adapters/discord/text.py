r"""The few words that Discord's side of Reststop itself says, and what keeps words from becoming markup.

Discord reads markdown in messages and texts of layouts and modals, and takes a backslash before any sign
that is no letter, digit or space for "as it is" (support.discord.com, "Markdown Text 101"). Labels, options,
placeholders and titles of modals are plain.

What is not in our hand: Discord drops spaces and empty lines at the ends of a text, draws emoji its own way,
and may show a card below a bare `discord.gg/...`. A lock screen may show the backslashes: a summary that has
none of the signs stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.surface.phrases import BLANK

Payload = dict[str, Any]  # Any: JSON
"""JSON as it goes to Discord."""
Json = Mapping[str, Any]  # Any: JSON
"""JSON as it comes from Discord, or is only read."""

A_DAY = "2026-01-05 or monday"
AN_HOUR = "HH:MM"

HELP_NOW = "Help now"
AGAIN = "Again"
BELOW = "It stands below."
GONE = "That has gone by now."
YOUR_WORDS = "What you wrote:"
OPENS_AGAIN = "The form opens again with it, for a quarter of an hour."
COPY_THEM = "Copy what you need, and open the form again."
GOES_ON = "It goes on here."
MORE_OF_IT = "There is more of it."
GO_ON = "Go on"
NOT_WRITTEN = "I could not write to you just now. Please try it again in a while."
CLOSED_TO_ME = (
    "Your direct messages are closed to me, so I could not write to you. You can open them in your privacy "
    "settings, for a server that we share, and use the command again."
)
NOT_KNOWN = "I can't read that one any more. `/reststop` begins anew."
NOT_SAVED = "Not saved yet."
BROKEN = "That went wrong on my side. Please try it once more."
ANSWERS = "Answers"
"""What a thread is called that begins below a message of ours."""
FILE_TOO_LARGE = "This is more than Discord carries. `export` in the terminal makes it."

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\*_~`|<>@#["})
"""Signs that mean something wherever they stand."""
_COLON = re.compile(r":(?=[^\s0-9]|[0-9][^\s:]*:)")
"""One that does: before a name, not in 12:30."""
_BULLETS = re.compile(r"^([^\S\n]*(?:[0-9]+(?=[.)])|(?=[-+])))(.)", re.MULTILINE)
"""What makes a list or small print where a line begins."""


def plain(words: str) -> str:
    """Return words for where Discord reads no markdown: as they are, and something where there are none."""
    return words if words.strip() else BLANK


def escape(words: str) -> str:
    """Return words such that Discord shows them as they are: nothing is made of them, no mention, no link."""
    return _BULLETS.sub(r"\1\\\2", _COLON.sub(r"\:", words.translate(_SIGNS)))


def bold(words: str) -> str:
    """Return words in bold; what has several lines or spaces around it stays as it is."""
    if not words.strip() or words != words.strip() or "\n" in words:
        return escape(words)
    return f"**{escape(words)}**"


def heading(words: str) -> str:
    """Return words as a heading, each line of them."""
    return _lines("## ", words)


def small(words: str) -> str:
    """Return words in small print, each line of them."""
    return _lines("-# ", words)


def quoted(words: str) -> str:
    """Return words set apart from all around them, as they are: each line of them, the empty ones too."""
    return "\n".join(f"> {line}" for line in escape(words).split("\n"))


def _lines(mark: str, words: str) -> str:
    return "\n".join(mark + line if line.strip() else line for line in escape(words).split("\n"))
