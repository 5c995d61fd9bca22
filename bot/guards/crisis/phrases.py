"""A small language for wordings: a line of words and kinds of words, with gaps, found in a sentence.

`i|he WANT ~2 die|go*` is: "i" or "he", any word of the kind WANT, at most two others, then "die" or any form
of "go". `word?` may be missing; `^` begins a clause and `$` ends one. Each line is looked for only where its
rarest word stands, so that a thousand lines cost a text hardly more than ten, and none is compiled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.guards.crisis.families import widened
from bot.guards.crisis.verbs import forms, word_set

_COMMON = word_set(
    "i me my a the to of and in on it is am be have has do not he she they him her them his their with",
    "for that this at up out was will would so no if all from what you can get got",
)
_OFTEN = 400
"""What a common word counts for, when the rarest slot of a line is looked for."""
BREAKS = frozenset(
    {",", "and", "but", "because", "so", "then", "or", "when", "while", "if", "that", "though", "yet"}
)
"""What stands between two clauses."""


class Slot(NamedTuple):
    """One place of a line: what fits, how many other words may stand before it, whether it may be missing."""

    words: frozenset[str]
    gap: int
    is_optional: bool


class Line(NamedTuple):
    """A wording, and what it means."""

    slots: tuple[Slot, ...]
    begins: bool
    ends: bool
    bars: frozenset[str]
    means: int


class Found(NamedTuple):
    """Where a wording stands in a sentence, the end not part of it, and what it means."""

    start: int
    end: int
    means: int


class Phrases:
    """Lines of wordings that can be looked for together."""

    def __init__(self, kinds: Mapping[str, frozenset[str]]) -> None:
        """Begin without lines. `kinds`: the words of each kind that a line may name."""
        self._kinds = kinds
        self._by_word: dict[str, list[tuple[Line, int]]] = {}

    def add(self, lines: str, means: int, bars: frozenset[str] = frozenset()) -> None:
        """Take the lines of `lines`, empty ones left out; no gap reaches over a word of `bars`.

        Raises KeyError for a kind that is not known.
        """
        for line in lines.splitlines():
            if line.strip():
                self._take(self._read(line, means)._replace(bars=bars))

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Yield where the lines stand in `words`, in the order of their rarest words."""
        for at, word in enumerate(words):
            for line, anchor in self._by_word.get(word, ()):
                end = _after(line, anchor + 1, words, at + 1)
                if end < 0 or (line.ends and end < len(words) and words[end] not in BREAKS):
                    continue
                start = _before(line, anchor, words, at)
                if start < 0 or (line.begins and start > 0 and words[start - 1] not in BREAKS):
                    continue
                yield Found(start, end, line.means)

    def _take(self, line: Line) -> None:
        needed = [number for number, slot in enumerate(line.slots) if not slot.is_optional]
        anchor = needed[0] if len(needed) == 1 else min(needed, key=lambda number: _cost(line.slots[number]))
        for word in line.slots[anchor].words:
            self._by_word.setdefault(word, []).append((line, anchor))

    def _read(self, line: str, means: int) -> Line:
        slots: list[Slot] = []
        gap, begins, ends = 0, False, False
        for piece in line.split():
            if piece == "^":
                begins = True
            elif piece == "$":
                ends = True
            elif piece[0] == "~":
                gap = int(piece[1:] or 3)
            else:
                slots.append(Slot(self._words(piece.rstrip("?")), gap, piece.endswith("?")))
                gap = 0
        return Line(tuple(slots), begins, ends, frozenset(), means)

    def _words(self, piece: str) -> frozenset[str]:
        if piece.islower() and "*" not in piece:
            return widened(frozenset(piece.split("|")))
        parts = [self._part(part) for part in piece.split("|")]
        return parts[0] if len(parts) == 1 else frozenset().union(*parts)

    def _part(self, part: str) -> frozenset[str]:
        if part.endswith("*"):
            return forms(part[:-1])
        return self._kinds[part] if part.isupper() and part.isalpha() else frozenset({part})


def _cost(slot: Slot) -> int:
    """Return how often a slot's words are met, roughly."""
    return len(slot.words) + (0 if slot.words.isdisjoint(_COMMON) else _OFTEN)


def _after(line: Line, number: int, words: Sequence[str], at: int) -> int:
    """Return where the slots from `number` end that begin at `at`; -1 where they do not stand there."""
    if number == len(line.slots):
        return at
    wanted, gap, is_optional = line.slots[number]
    for here in range(at, min(at + gap + 1, len(words))):
        if words[here] in wanted:
            end = _after(line, number + 1, words, here + 1)
            if end >= 0:
                return end
        if words[here] in line.bars:
            break
    return _after(line, number + 1, words, at) if is_optional else -1


def _before(line: Line, number: int, words: Sequence[str], at: int) -> int:
    """Return where the slots before `number` begin whose follower stands at `at`; -1 where they do not."""
    if number == 0:
        return at
    wanted, _, is_optional = line.slots[number - 1]
    gap = line.slots[number].gap
    for here in range(at - 1, max(-1, at - gap - 2), -1):
        if words[here] in wanted:
            start = _before(line, number - 1, words, here)
            if start >= 0:
                return start
        if words[here] in line.bars:
            break
    return _before(line, number - 1, words, at) if is_optional else -1
