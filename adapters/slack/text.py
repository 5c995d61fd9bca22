"""The few words that Slack's side of Reststop itself says, text objects, and where a long text may be parted.

A person's words are plain_text and nothing else: no mention, no link and no markup can be made of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from adapters.slack.limits import units

Payload = dict[str, Any]
"""JSON as it goes to Slack. Any: JSON."""

PRODUCT = "Reststop"
CLOSE = "Close"
CANCEL = "Cancel"
NEXT = "Next"
NOT_NOW = "not now"
CHOOSE = "Choose one"
CHOOSE_ANY = "Choose"
MORE = "More, if you need it"
GOES_ON = "{label} ({part})"
OPEN_HERE = "Open it here"

ONE_MOMENT = "One moment."
WRITTEN_TO_YOU = "I have written to you in our direct messages."
NOT_HERE = "Reststop is not set up in this workspace any more. Whoever looks after it here can add it again."
FINE = "Fine."
TOO_LONG = "That took too long; please press again."
NOT_YOUR_WORDS = "Only your own words can be kept here."
NOT_SAVED = "Not saved yet. Your words are still in the form; please press again."
BELOW_THIS = "Close this, and you are back with your words."
FOR_YOUR_EYES = "This one opens for your eyes alone."
NO_FILES = (
    "I have no leave to send files in this workspace, so there are none. Whoever looks after Reststop here "
    "can give it: the scope is files:write. `export` makes them then."
)

FILE_FAILED = "A file could not be sent just now. Nothing is lost; `export` makes it again."

_BLANK = "\u00b7"
"""Stands where nothing is to be read: Slack takes no empty text."""
_MARKS = re.compile(r"[*_~`\n]")
"""What mrkdwn reads as its own inside of a bold text; lines cannot be bold together."""
_GAP = re.compile(r"[ \n]{1,20}")
_JOINED = {"\u200d", "\ufe0e", "\ufe0f"}
"""Joiner and variation selectors: they belong to the sign before them."""


def plain(words: str) -> Payload:
    """Return words as they are: no markup, no link, no mention is made of them."""
    return {"type": "plain_text", "text": words if words.strip() else _BLANK, "emoji": True}


def bold(words: str) -> Payload:
    """Return our own words in bold; those that mrkdwn would read otherwise stay plain."""
    if not words.strip() or words != words.strip() or _MARKS.search(words):
        return plain(words)
    return {"type": "mrkdwn", "text": f"*{escape(words)}*", "verbatim": True}


def escape(words: str) -> str:
    """Return words without the signs that mrkdwn takes for control (Slack, "Formatting message text")."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a longer text, and the line breaks and spaces that stood before it."""

    text: str = field(repr=False)
    before: str = ""


def pieces(words: str, most: int) -> Iterator[Piece]:
    """Walk `words` in pieces of up to `most` units: parted at a line break, else a space, else inside a word.

    Each piece with what stood before it, joined again, is `words` to the last sign. An empty text is one
    empty piece.
    """
    before = ""
    while units(words) > most:
        cut, gap = _part(words, _fitting(words, most))
        yield Piece(words[:cut], before)
        before, words = gap, words[cut + len(gap) :]
    yield Piece(words, before)


def _fitting(words: str, most: int) -> int:
    """Return how many signs of `words` fit; `words` is longer than that."""
    fits = most  # no sign has less than one unit
    while units(words[:fits]) > most:
        fits -= (units(words[:fits]) - most + 1) // 2
    return fits


def _part(words: str, fits: int) -> tuple[int, str]:
    """Return where the first piece ends and the gap that follows it there.

    A break in the first half would leave a stump: then a later space is better, and then any place.
    """
    for sign in "\n ":
        at = words.rfind(sign, fits // 2, fits + 1)
        start = max(len(words[: max(at, 0)].rstrip(" \n")), fits // 2, 1)
        gap = _GAP.match(words, start)
        if at > 0 and gap and gap.end() < len(words):
            return start, gap.group()
    cut = fits
    while cut > fits // 2 and _belongs_to_the_sign_before(words, cut):
        cut -= 1
    return (cut if cut > fits // 2 else fits), ""


def _belongs_to_the_sign_before(words: str, at: int) -> bool:
    return bool(unicodedata.combining(words[at])) or words[at] in _JOINED or words[at - 1] == "\u200d"
