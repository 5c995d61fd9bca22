"""The few words that Slack's side of Reststop itself says, and text objects.

A person's words are plain_text and nothing else: no mention, no link and no markup can be made of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.surface.phrases import BLANK
from bot.surface.text import shown

Payload = dict[str, Any]  # Any: JSON
"""JSON as it goes to Slack."""
Json = Mapping[str, Any]  # Any: JSON
"""JSON as it comes from Slack, or is only read."""

POSTED: Payload = {
    "unfurl_links": False,
    "unfurl_media": False,
    "link_names": False,
    "mrkdwn": False,
    "parse": "none",
}
CHANGED: Payload = {"link_names": False, "parse": "none"}
"""How a message is posted, and changed: nothing in it is looked for, and nothing unfolds."""

CLOSE = "Close"
CANCEL = "Cancel"
NEXT = "Next"

NOT_HERE = "Reststop is not set up in this workspace any more. Whoever looks after it here can add it again."
NOT_YOUR_WORDS = "Only your own words can be kept here."
NOT_SAVED = "Not saved yet. Your words are still here; please press again."
BELOW_THIS = "Close this, and you are back with your words."
NO_FILES = (
    "I have no leave to send files in this workspace, so there are none. Whoever looks after Reststop here "
    "can give it: the scope is files:write. At a terminal that opens this notebook (`link`), `export`, "
    "`look back` and `portfolio` make them without it."
)

_MARKS = re.compile(r"[*_~`\n]")
"""What mrkdwn reads as its own inside of a bold text; lines cannot be bold together."""


def plain(words: str) -> Payload:
    """Return words as they are: no markup, no link, no mention is made of them."""
    return {"type": "plain_text", "text": words if words.strip() else BLANK, "emoji": True}


def bold(words: str) -> Payload:
    """Return our own words in bold; those that mrkdwn would read otherwise stay plain."""
    if not words.strip() or words != words.strip() or _MARKS.search(words):
        return plain(words)
    return {"type": "mrkdwn", "text": f"*{escape(words)}*", "verbatim": True}


def quoted(words: str) -> Payload:
    """Return what somebody shares, set apart, as a block: nothing in it is markup, a mention or a link.

    In rich text each of these is an element of its own, which a text never becomes.
    """
    said = {"type": "text", "text": words if words.strip() else BLANK}
    return {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": [said]}]}


def one_line(name: str) -> str:
    """Return a name as it may be shown: in one line, without signs that nobody sees."""
    return " ".join(shown(name).split())


def escape(words: str) -> str:
    """Return words without the signs that mrkdwn takes for control (Slack, "Formatting message text")."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
