"""One text as the finders read it: one spelling, small letters, and how many digits there are.

Every character stays in its place, so a place in any of these is a place in the text.
"""

from __future__ import annotations

import unicodedata

from bot.guards.spelling import ONE_SPELLING

_ASCII = 128
_DASHES = {0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2014: "-", 0x2212: "-", 0x00AD: "-"}
_GAPS = dict.fromkeys([0x00A0, 0x2002, 0x2003, 0x2007, 0x2009, 0x200A, 0x202F], " ")
_ONE = ONE_SPELLING | _DASHES | _GAPS
"""Unlike in `ONE_SPELLING`, a long dash is a dash here: people write numbers with it."""


class Note:
    """A text, read once for all finders."""

    __slots__ = ("digits", "low", "plain", "text")

    def __init__(self, text: str) -> None:
        """Spell `text` one way; no text raises."""
        self.text = text
        self.plain = text if text.isascii() else _in_one_spelling(text)
        """With plain dashes, gaps, apostrophes and Western digits."""
        low = self.plain.lower()
        self.low = low if len(low) == len(text) else "".join(map(_small, self.plain))
        """The same in small letters."""
        self.digits = sum(map(self.plain.count, "0123456789"))
        """How many digits the text has."""


def _in_one_spelling(text: str) -> str:
    one = text.translate(_ONE)
    if any(ord(letter) >= _ASCII and letter.isdecimal() for letter in one):
        return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in one)
    return one


def _small(letter: str) -> str:
    """Return one letter in small, always one character."""
    small = letter.lower()
    return small if len(small) == 1 else letter
