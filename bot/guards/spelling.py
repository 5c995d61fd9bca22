"""One spelling for all guards: one kind of apostrophe, of quotation mark and of dash."""

from __future__ import annotations

ONE_SPELLING = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": ";"}
)
"""For `str.translate`; no character becomes two, so places in a text stay where they are."""
