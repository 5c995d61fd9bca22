"""Identifiers that have a shape: numbers, dates, addresses, and what stands beside a word that names them.

Each family has a file of its own. No pattern repeats anything without an end: a text of twice the length
takes twice the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from bot.guards.identifiers.found import Found
from bot.guards.identifiers.note import Note

_Finder = Callable[[Note], Iterator[Found]]


def shapes(text: str) -> Iterator[Found]:
    """Yield what has the shape of an identifier; places may overlap."""
    note = Note(text)
    with_digits, others, places, postcodes = _finders()
    if note.digits:
        for finder in with_digits:
            yield from finder(note)
        addresses = tuple(places(note))
        yield from addresses
        yield from postcodes(note, addresses)
    for finder in others:
        yield from finder(note)


@cache
def _finders() -> tuple[
    Sequence[_Finder], Sequence[_Finder], _Finder, Callable[[Note, Sequence[Found]], Iterator[Found]]
]:
    """Return the finders for texts with digits, those for all texts, and those for addresses and postcodes.

    They are loaded with the first text: what never reads one starts as fast as before.
    """
    from bot.guards.identifiers.ages import ages  # noqa: PLC0415 - loaded with the first text
    from bot.guards.identifiers.codes import codes  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.dates import dates  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.initials import initials  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.numbers import numbers  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.online import online  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.organisations import organisations  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.places import places  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.plates import plates  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.postcodes import postcodes  # noqa: PLC0415 - likewise
    from bot.guards.identifiers.things import things  # noqa: PLC0415 - likewise

    return (codes, numbers, plates), (ages, dates, things, online, initials, organisations), places, postcodes
