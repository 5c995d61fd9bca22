"""A second look where no rule saw anything: how words sound, by a small linear model. Gentle answers only.

It was learned from invented texts (tools/train_tone.py), and weighs single words, pairs and who is near them.
It never changes what a rule said, and never gives the strong answer: where it is sure, somebody sees a quiet
line or the gentle card instead of nothing. Longer texts than those it learned from it leaves alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.guards.crisis.plain import Sentence

DATA = Path(__file__).parent / "data" / "tone.tsv"
MOST_WORDS = 80
ENOUGH_MARKS = 80
"""About those of fifteen words: the fewer, the harder to be sure."""
_STEM = 4
_NEAR = 3
"""How many words a "not" colours."""
_ONE_KIND = {"he": "they", "she": "they", "him": "them", "her": "them", "his": "their", "hers": "theirs"}
"""Whether somebody is a he or a she weighs nothing."""
_MINE = frozenset({"i", "me", "my", "myself", "mine"})
_THEIRS = frozenset(
    {"they", "them", "their", "theirs", "client", "clients", "patient", "patients", "somebody", "someone"}
)
_NO = frozenset({"not", "no", "never", "nothing", "nobody", "without", "nor", "cannot"})


class Tone(Enum):
    """What words sound like; the first three stand in this order in the file of weights."""

    SELF = 0
    """The writer is not well."""
    HARM = 1
    """The writer may hurt somebody."""
    OTHER = 2
    """Somebody else may be at risk."""
    PLAIN = 3


class Weights(NamedTuple):
    """What was learned: for each mark of a text how much it speaks for each tone rather than for none.

    `sure`: how likely any of them has to be, from 0 to 1.
    """

    sure: float
    start: tuple[float, float, float]
    of: dict[str, tuple[float, float, float]]


def tone(said: tuple[Sentence, ...]) -> Tone:
    """Return what sentences sound like, `Tone.PLAIN` where that is not sure."""
    return heard(weights(), said)


def heard(learned: Weights, said: tuple[Sentence, ...]) -> Tone:
    """Return what sentences sound like to whom these weights were taught."""
    if sum(map(len, said)) > MOST_WORDS:
        return Tone.PLAIN
    chances = likely(learned, marks(said))
    if 1 - chances[Tone.PLAIN.value] < learned.sure:
        return Tone.PLAIN
    return max((Tone.SELF, Tone.HARM, Tone.OTHER), key=lambda each: chances[each.value])


def likely(learned: Weights, seen: Iterable[str]) -> tuple[float, float, float, float]:
    """Return how likely each tone is, in the order of `Tone`; together they are 1."""
    known = [learned.of[mark] for mark in seen if mark in learned.of]
    scale = scaled(len(known))
    powers = [
        math.exp(first + scale * sum(weight[at] for weight in known))
        for at, first in enumerate(learned.start)
    ]
    whole = 1 + sum(powers)
    return powers[0] / whole, powers[1] / whole, powers[2] / whole, 1 / whole


def scaled(known: int) -> float:
    """Return how much one of so many marks weighs: less in a long text, and in a short one no more."""
    return 1 / math.sqrt(max(known, ENOUGH_MARKS))


def marks(said: Iterable[Sentence]) -> frozenset[str]:
    """Return what of sentences is weighed: words, their stems and pairs, and who or what "not" is near."""
    seen = set[str]()
    about = set[str]()
    for words in said:
        before, earlier, near, denied = "<", "", "", 0
        for written in words:
            word = "0" if written[0].isdigit() else _ONE_KIND.get(written, written)
            seen |= {word, f"{before} {word}", f"{word[:_STEM]}*"}
            if earlier:
                seen.add(f"{earlier} _ {word}")
            if word in _MINE or word in _THEIRS:
                near = "me" if word in _MINE else "they"
                about.add(near)
            elif near:
                seen.add(f"{near}:{word}")
            if word in _NO:
                denied = _NEAR
            elif denied:
                seen.add(f"not:{word}")
                denied -= 1
            before, earlier = word, "" if before == "<" else before
        seen.add(f"{before} >")
    return frozenset(seen) | {f"about {' '.join(sorted(about))}"}


@cache
def weights() -> Weights:
    """Return what was learned, read once."""
    return read_weights(DATA.read_text("utf-8"))


def read_weights(file: str) -> Weights:
    """Return the weights of a file: how sure, the start, and then a mark a line, in hundredths."""
    sure, start, *rest = file.rstrip("\n").split("\n")
    return Weights(
        sure=int(sure) / 100,
        start=_three(start.split("\t")),
        of={mark: _three(numbers) for mark, *numbers in (line.split("\t") for line in rest)},
    )


def _three(hundredths: list[str]) -> tuple[float, float, float]:
    first, second, third = map(_part, hundredths)
    return first, second, third


@cache
def _part(hundredths: str) -> float:
    """Return a weight; those that are alike are one object, which saves a third of the room."""
    return int(hundredths) / 100
