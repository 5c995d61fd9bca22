"""Rotas as people write them: "EELLNNOOOO" or "2 early 2 late 2 night 4 off", "E 14:30, N 08:15, O none"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time

from bot.domain.recurrence import parse_at
from bot.errors import BadInput

BAD_CYCLE = "A rota looks like EELLNNOOOO, or 2 early 2 late 2 night 4 off."
BAD_HOURS = "Hours look like E 14:30, L 21:45, N 08:15, O none."

_COUNTED = re.compile(r"([0-9]{1,2}) *([a-z]+)[ ,]*")
_COUNTED_ALL = re.compile(rf"(?:{_COUNTED.pattern})+")
_HOUR = re.compile(r"([a-z]+)(?: *[:=])? *([0-9]{1,2}[:.][0-9]{2}|none|off|-)[ ,;]*")
_HOURS = re.compile(rf"(?:{_HOUR.pattern})++")
"""What was read as an hour stays one: "anoneanone" can be read in as many ways as there are, and more."""


def cycle_meant(text: str) -> str:
    """Return the letters of a cycle: written out one by one, or counted, where a word's first letter counts.

    Raises:
        BadInput: it is neither.
    """
    written = text.strip().lower()
    if _COUNTED_ALL.fullmatch(written):
        return "".join(word[0] * int(count) for count, word in _COUNTED.findall(written)).upper()
    letters = re.sub(r"[ ,/-]", "", written)
    if not re.fullmatch(r"[a-z]+", letters):
        raise BadInput(BAD_CYCLE)
    return letters.upper()


def hours_meant(text: str) -> Mapping[str, time | None]:
    """Return the hour of each letter, None for a day on which nothing comes.

    Raises:
        BadInput: it cannot be read, or one letter has two hours.
    """
    written = text.strip().lower()
    if not _HOURS.fullmatch(written):
        raise BadInput(BAD_HOURS)
    hours: dict[str, time | None] = {}
    for word, at in _HOUR.findall(written):
        letter = word[0].upper()
        if letter in hours:
            raise BadInput(BAD_HOURS)
        hours[letter] = parse_at(at.replace(".", ":").zfill(5)) if at[0].isdigit() else None
    return hours
