"""Identifiers that have a shape: numbers, dates, addresses, and what stands beside a word that names them.

Each family has a file of its own. None of them has a quantifier without an end: a text of twice the length takes
twice the time.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.guards.identifiers.ages import ages
from bot.guards.identifiers.codes import codes
from bot.guards.identifiers.dates import dates
from bot.guards.identifiers.found import Found
from bot.guards.identifiers.initials import initials
from bot.guards.identifiers.note import Note
from bot.guards.identifiers.numbers import numbers
from bot.guards.identifiers.online import online
from bot.guards.identifiers.organisations import organisations
from bot.guards.identifiers.places import places
from bot.guards.identifiers.plates import plates
from bot.guards.identifiers.postcodes import postcodes
from bot.guards.identifiers.things import things


def shapes(text: str) -> Iterator[Found]:
    """Yield what has the shape of an identifier; places may overlap."""
    note = Note(text)
    if note.digits:
        yield from ages(note)
        yield from codes(note)
        yield from numbers(note)
        yield from plates(note)
        addresses = tuple(places(note))
        yield from addresses
        yield from postcodes(note, addresses)
    else:
        yield from ages(note)
    yield from dates(note)
    yield from things(note)
    yield from online(note)
    yield from initials(note)
    yield from organisations(note)
