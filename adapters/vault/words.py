"""Recovery words: 128 bits drawn at random, written down as fourteen words of our list.

Each word stands for ten bits. The last twelve of all bits are a check value, so that a mistyped word is
noticed before it is tried. The words are a secret drawn by the machine and not a password that somebody
thought of: there is nothing to guess, and a slow hash would add nothing.
"""

from __future__ import annotations

import hashlib
import os
import re

from adapters.vault.word_list import WORDS
from bot.errors import WordsWrong

COUNT = 14
SECRET_BYTES = 16

_TELLING = 4
"""Letters by which a word of the list is known."""
_BITS = 10
_CHECK_BITS = COUNT * _BITS - SECRET_BYTES * 8
_PLACES = {word[:_TELLING]: place for place, word in enumerate(WORDS)}


def draw() -> bytes:
    """Draw a new secret from the operating system."""
    return os.urandom(SECRET_BYTES)


def words_of(secret: bytes) -> tuple[str, ...]:
    """Return the words for a secret."""
    number = int.from_bytes(secret, "big") << _CHECK_BITS | _check(secret)
    return tuple(WORDS[number >> _BITS * place & len(WORDS) - 1] for place in reversed(range(COUNT)))


def read_words(text: str) -> bytes:
    """Return the secret that words stand for; numbers, commas, capitals and lines do not matter.

    Raises:
        WordsWrong: they are not fourteen words of the list, or one of them is another. The sentence
            names places and never a word.
    """
    typed = re.findall(r"[a-z]+", text.lower())
    if len(typed) != COUNT:
        raise WordsWrong(f"There are {COUNT} recovery words, and {len(typed)} were typed.")
    places = [_place(word) for word in typed]
    unknown = [str(number) for number, place in enumerate(places, start=1) if place is None]
    if unknown:
        raise WordsWrong(f"Not a recovery word: number {', '.join(unknown)}.")
    number = 0
    for place in places:
        number = number << _BITS | (place or 0)
    secret = (number >> _CHECK_BITS).to_bytes(SECRET_BYTES, "big")
    if number & (1 << _CHECK_BITS) - 1 != _check(secret):
        raise WordsWrong("One of these words is not the right one, or two have changed places.")
    return secret


def _place(typed: str) -> int | None:
    """Return the place of a word, of which four letters are enough and a fifth may not be wrong."""
    place = _PLACES.get(typed[:_TELLING])
    return place if place is not None and WORDS[place].startswith(typed) else None


def _check(secret: bytes) -> int:
    digest = hashlib.sha256(b"reststop/words/1" + secret).digest()
    return int.from_bytes(digest[:2], "big") >> 16 - _CHECK_BITS
