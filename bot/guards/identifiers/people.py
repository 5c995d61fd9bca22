"""Who is who within one text: the same person has the same mask, whether called by one name or by two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.guards.identifiers.found import Category, Found
from bot.guards.spelling import ONE_SPELLING

PERSONS = frozenset({Category.NAME, Category.INITIALS})

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+|-[^\W_]+)*")
_OWNING = re.compile(r"'s?\Z")
_TITLE_WORDS = """
    mr mrs ms miss mx dr prof professor doctor sir madam mme herr frau sister brother nurse father fr rev
    pastor imam rabbi uncle auntie aunt aunty nan nana gran granny grandma grandpa grandad coach baby little
    big old young the judge officer sgt pc matron
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_ROLE_BEFORE = re.compile(
    r"(?i)\b(?:client|clients|patient|pt|ct|cl|resident|student|pupil|caller|participant|service user|su|yp|"
    r"initials|bed|room)[:,]? \(?\Z"
)
_THE_BEFORE = re.compile(r"(?i)\b(?:the|both|all) \Z")
_BEFORE = 16
"""How many characters before a place are read."""


@dataclass(slots=True, eq=False)
class _Person:
    """Somebody: all words that mean this person in the text."""

    words: set[str] = field(repr=False)
    is_colleague: bool
    is_family: bool
    is_lettered: bool
    """Initials that stand behind "client" or the like: a letter alone reads best there."""
    label: str = field(default="", repr=False)


class People:
    """The people who were found in one text, each with a mask."""

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        """Tell apart those at the places in `found` that are names or initials."""
        self._by_words: dict[tuple[str, ...], _Person] = {}
        self._people: list[_Person] = []
        for place in found:
            if place.category in PERSONS:
                self._meet(text, place)
        self._give_masks()

    def label(self, words: str) -> str:
        """Return the mask for `words`, which stood at one of the places."""
        owning = _OWNING.search(words.translate(ONE_SPELLING))
        return self._by_words[_key(words)].label + (words[owning.start() :] if owning else "")

    def has(self, word: str) -> bool:
        """Whether `word` is part of somebody's name in this text."""
        return any(word.casefold() in person.words for person in self._people)

    def _meet(self, text: str, place: Found) -> None:
        key = _key(text[place.start : place.end])
        before = text[max(0, place.start - _BEFORE) : place.start]
        is_initials = place.category is Category.INITIALS
        is_family = bool(key) and key[-1].endswith("s") and bool(_THE_BEFORE.search(before))
        is_lettered = is_initials and bool(_ROLE_BEFORE.search(before))
        person = self._by_words.get(key) or self._known(set(key))
        if person is None:
            person = _Person(
                words=set(key), is_colleague=place.is_soft, is_family=is_family, is_lettered=is_lettered
            )
            self._people.append(person)
        self._by_words[key] = person
        person.words.update(key)
        person.is_colleague &= place.is_soft
        person.is_family |= is_family
        person.is_lettered |= is_lettered

    def _known(self, words: set[str]) -> _Person | None:
        """Return who is called by some of these words and no others, or by these and more."""
        return next(
            (one for one in self._people if words and (words <= one.words or words >= one.words)), None
        )

    def _give_masks(self) -> None:
        colleagues = [person for person in self._people if person.is_colleague]
        others = [person for person in self._people if not person.is_colleague]
        for number, person in enumerate(colleagues):
            person.label = "a colleague" if len(colleagues) == 1 else f"colleague {_letter(number)}"
        for number, person in enumerate(others):
            person.label = _mask(person, None if len(others) == 1 else _letter(number))


def _mask(person: _Person, letter: str | None) -> str:
    if person.is_lettered:
        return letter or "X"
    if person.is_family:
        return f"family {letter}" if letter else "family"
    return f"person {letter}" if letter else "someone"


def _key(words: str) -> tuple[str, ...]:
    """Return a name as it is compared: without titles, capitals, marks and a possessive s."""
    one = words.translate(ONE_SPELLING).casefold()
    every = _WORD.findall(_OWNING.sub("", one))
    names = [word for word in every if word not in _TITLES] or every
    if len(names) > 1 and all(len(name) == 1 for name in names):
        return ("".join(names),)
    return tuple(names)


def _letter(number: int) -> str:
    """Return A, B and so on, then AA, AB and so on, for 0, 1 and so on."""
    rest, last = divmod(number, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("A") + last)
