"""Identifiers that have a shape: numbers, dates, addresses, and what stands beside a word that names them.

Each family has a file of its own. No pattern repeats anything without an end: a text of twice the length
takes twice the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from bot.guards.identifiers.found import Found
from bot.guards.identifiers.note import Note

_Finder = Callable[[Note], Iterator[Found]]
_NUMBER_IN_WORDS = re.compile(
    r"ninet|hundred|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth"
)


def shapes(text: str) -> Iterator[Found]:
    """Yield what has the shape of an identifier; places may overlap."""
    note = Note(text)
    for finder in _of_words():
        yield from finder(note)
    if note.digits or _NUMBER_IN_WORDS.search(note.low):
        for finder in _of_numbers():
            yield from finder(note)


@cache
def _of_words() -> Sequence[_Finder]:
    """Return the finders that every text needs, loaded with the first text: the house starts without them."""
    from bot.guards.identifiers.initials import initials  # noqa: PLC0415 - loaded with the first text
    from bot.guards.identifiers.online import online  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.organisations import organisations  # noqa: PLC0415 - likewise

    return online, initials, organisations


@cache
def _of_numbers() -> Sequence[_Finder]:
    """Return the finders for texts that hold a number, loaded with the first of those."""
    from bot.guards.identifiers.ages import ages  # noqa: PLC0415 - loaded with the first number
    from bot.guards.identifiers.codes import codes  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.dates import dates  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.numbers import numbers  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.places import places  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.plates import plates  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.things import things  # noqa: PLC0415 - likewise

    return ages, dates, codes, numbers, plates, places, things
