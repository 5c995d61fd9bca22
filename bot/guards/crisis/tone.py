"""How words sound: a small linear model beside the rules (docs/decisions/0014).

It was learned from invented texts (tools/train_tone.py), and weighs single words, pairs and who is near
them, with what the rules say as one voice more. What is said outright it is never asked about, and much
longer or shorter texts than those it learned from it leaves alone (reading.py).
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.guards.crisis.plain import Sentence

DATA = Path(__file__).parent / "data" / "tone.tsv"
LEAST_WORDS = 3
MOST_WORDS = 80
"""One or two words sound like nothing, and said often enough, everything sounds like something."""
ENOUGH_MARKS = 80
"""About those of fifteen words: the fewer, the harder to be sure."""
_TENTHS = struct.Struct("5b")
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
    """What words sound like; all but the last stand in this order in the file of weights."""

    SELF = 0
    """The writer may hurt themselves, or wishes to die."""
    HURT = 1
    """The writer is being hurt, or is unsafe."""
    WORN = 2
    """The writer is worn out, or without hope."""
    HARM = 3
    """The writer may hurt somebody, or has."""
    OTHER = 4
    """Somebody else may be at risk."""
    PLAIN = 5


class Vote(NamedTuple):
    """What the rules make of a text, and how much that weighs beside its words (in log odds)."""

    tone: Tone
    weight: float


class Weights(NamedTuple):
    """What was learned: for each mark of a text how much it speaks for each tone rather than for none.

    `start`: in log odds. `of`: in tenths, a signed byte for each tone.
    """

    start: tuple[float, ...]
    of: dict[str, bytes]


def tone(said: tuple[Sentence, ...], vote: Vote | None) -> Tone:
    """Return what sentences sound like, with the vote of the rules, if they have one."""
    return heard(weights(), said, vote)


def heard(learned: Weights, said: tuple[Sentence, ...], vote: Vote | None) -> Tone:
    """Return what sentences sound like to whom these weights were taught."""
    odds = dict(zip(Tone, scores(learned, marks(said)), strict=True))
    if vote is not None:
        odds[vote.tone] += vote.weight
    return max(odds, key=odds.__getitem__)


def scores(learned: Weights, seen: Iterable[str]) -> tuple[float, ...]:
    """Return how much speaks for each tone, in the order of `Tone`, in log odds; for none it is 0."""
    known = [learned.of[mark] for mark in seen if mark in learned.of]
    scale = scaled(len(known)) / 10
    sums = (sum(column) for column in zip(*map(_TENTHS.unpack, known), strict=True))
    parts = tuple(sums) or (0,) * len(learned.start)
    return (*(first + scale * part for first, part in zip(learned.start, parts, strict=True)), 0.0)


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
    """Return the weights of a file: the start in hundredths, and then a mark a line, in tenths."""
    start, *rest = file.rstrip("\n").split("\n")
    return Weights(
        start=tuple(int(each) / 100 for each in start.split("\t")),
        of={mark: _bytes(tenths) for mark, _, tenths in (line.partition("\t") for line in rest)},
    )


def _bytes(tenths: str) -> bytes:
    return _TENTHS.pack(*map(int, tenths.split("\t")))
