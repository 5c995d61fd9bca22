"""Learns how much each piece of evidence for a name weighs: bot/guards/identifiers/data/weights.z.

    python -m tools.train_names            learns from every open batch, and writes the file
    python -m tools.train_names --check    leaves each batch out in turn, and says how well it is read

It reads tests/data/guards/*.open_*.jsonl and tools/names/sentences, written for it. There {} stands for a
given name, {f} for a family name, {dishes} for a line of tools/names/not_names/dishes.txt. No batch that is
held back is opened here. Nothing is drawn by chance: the same files make the same weights.
"""

from __future__ import annotations

import dataclasses
import json
import math
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import cycle
from pathlib import Path
from typing import Any

from bot.guards.identifiers import context
from bot.guards.identifiers.evidence import as_note, evidence, may_be_name
from bot.guards.identifiers.lexicon import DATA, NOTHING, folded, look_up
from bot.guards.identifiers.sounds import threes
from bot.guards.identifiers.tokens import tokens
from bot.guards.identifiers.weights import FILE
from tools.venvs import ROOT

BATCHES = ROOT / "tests" / "data" / "guards"
NAMES = ROOT / "tools" / "names"
_ROUNDS = 24
_STEP = 0.3
_PULL = 0.003
"""How strongly each weight is drawn to nothing, so that one note does not decide."""
_SEEN = 6
"""Evidence met in fewer lines is left out."""
_WORD = ": "
"""Stands in evidence that is one single word, like "behind: met"; one line says too much of such."""
_WORD_SEEN = 5
_WORD_PULL = 2
_WRITTEN_COUNTS = 0.8
_SMALL_COUNTS = 0.6
_CLEAN_SHARE = 0.7
"""Of ten notes some four have no identifier in them."""
_DANGER_COUNTS = 0.3
_FILLS = 6
_SHELF = re.compile(r"(\{[a-z_]*\})")
_SLOT = re.compile(r"(\{[cf]?\})")
_SOUND_SEEN = 6
_WELL_KNOWN = 2
_PARTS = context.TITLES | context.AFTER_TITLES | context.PARTICLES


@dataclass(frozen=True, slots=True)
class Example:
    """A word of a note, what there is to weigh about it, and whether it is a name."""

    pieces: tuple[str, ...]
    is_name: bool
    counts: float
    note: str
    source: str
    """The line it was written from: the same line with other names says nothing new of its other words."""
    is_clean: bool


@dataclass(frozen=True, slots=True)
class Learned:
    """What each piece of evidence weighs, and what every word has to begin with."""

    pieces: dict[str, float]
    always: float

    def of(self, pieces: Iterable[str]) -> float:
        """Add up what speaks for a name and what against it; above nought it is more likely one."""
        return self.always + sum(self.pieces.get(piece, 0.0) for piece in pieces)


def read(path: Path) -> list[dict[str, Any]]:  # a line of the batches, as score.py reads it
    """Return the notes of a batch."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def open_batches() -> dict[str, list[dict[str, Any]]]:  # as above
    """Return every batch that may be looked at, by its name."""
    return {
        path.stem.partition(".")[2]: read(path) for path in sorted(BATCHES.glob("identifiers.open_*.jsonl"))
    }


def examples(notes: Sequence[dict[str, Any]]) -> Iterator[Example]:  # as above
    """Yield each word of these notes that could be a name; in small letters a second time.

    Where a batch has more notes without names than people write, these count less.
    """
    clean = sum(note["clean"] for note in notes)
    clean_counts = min(1.0, _CLEAN_SHARE * (len(notes) - clean) / max(1, clean))
    for note in notes:
        counts = clean_counts if note["clean"] else 1.0
        spans = [
            (each["start"], each["end"], each["category"] == "NAME" and not each.get("optional"))
            for each in note["spans"]
        ]
        yield from _of_text(note["text"], spans, counts, source=note["id"], is_clean=note["clean"])
        small = note["text"].lower()
        if small != note["text"] and len(small) == len(note["text"]):
            yield from _of_text(
                small, spans, counts * _SMALL_COUNTS, source=note["id"], is_clean=note["clean"]
            )


def _with_small_names(text: str, spans: Sequence[tuple[int, int, bool]]) -> str:
    """Return a text with its names in small letters, but for one that begins it."""
    for start, end, _ in spans:
        if start:
            text = text[:start] + text[start:end].lower() + text[end:]
    return text


def of_danger() -> Iterator[Example]:
    """Yield the words of the open texts of danger. Few people are named there: one list says who."""
    named = frozenset((NAMES / "sentences" / "names_in_danger.txt").read_text("utf-8").split())
    for path in sorted(BATCHES.glob("crisis.open_*.jsonl")):
        for row in read(path):
            spans = [(word.start, word.end, True) for word in tokens(row["text"]) if word.text in named]
            yield from _of_text(row["text"], spans, _DANGER_COUNTS, source=row["id"], is_clean=not spans)


def written() -> Iterator[Example]:
    """Yield the words of the sentences that were written to learn from, with names of many kinds put in."""
    whole = (NAMES / "sentences" / "whole_names.txt").read_text("utf-8").splitlines()
    fills = {
        "{}": cycle(_fills("given")),
        "{f}": cycle(_fills("family")),
        "{c}": cycle((name, False) for name in _mixed(whole)),
    }
    for line in (NAMES / "sentences" / "with_names.txt").read_text("utf-8").splitlines():
        for _ in range(_FILLS):
            text, spans, strangers = "", [], set()
            for part in _SLOT.split(line):
                if part in fills:
                    name, is_stranger = next(fills[part])
                    spans.append((len(text), len(text) + len(name), True))
                    if is_stranger:
                        strangers.add(folded(name))
                    text += name
                else:
                    text += part
            for each in (text, text.lower()):
                yield from _of_text(
                    each, spans, _WRITTEN_COUNTS, source=line, is_clean=False, strangers=strangers
                )
    yield from _without_names()


def _without_names() -> Iterator[Example]:
    """Yield the words of the sentences without names, as they stand or with other words put in."""
    shelves = {
        f"{{{path.stem}}}": cycle(_mixed(path.read_text("utf-8").splitlines()))
        for path in sorted((NAMES / "not_names").glob("*.txt"))
    }
    shelves["{}"] = cycle(_mixed([name for name, _ in _fills("given")]))
    shelves["{f}"] = cycle(_mixed([name for name, _ in _fills("family")]))
    turn = 0
    for line in (NAMES / "sentences" / "clean_with_words.txt").read_text("utf-8").splitlines():
        for _ in range(_FILLS):
            turn += 1
            filled = [next(shelves[part]).title() if part in shelves else part for part in _SHELF.split(line)]
            strangers = {folded(filled[1])} if turn % 3 == 0 and len(filled) > 1 else set()
            for text in ("".join(filled), "".join(filled).lower()):
                yield from _of_text(
                    text, [], _WRITTEN_COUNTS, source=line, is_clean=True, strangers=strangers
                )
    for line in (NAMES / "sentences" / "clean.txt").read_text("utf-8").splitlines():
        yield from _of_text(line, [], _WRITTEN_COUNTS, source=line, is_clean=True)
        if line != line.lower():
            yield from _of_text(line.lower(), [], _WRITTEN_COUNTS, source=line, is_clean=True)


def _of_text(
    text: str,
    spans: Sequence[tuple[int, int, bool]],
    counts: float,
    *,
    source: str,
    is_clean: bool,
    strangers: Iterable[str] = (),
) -> Iterator[Example]:
    words = [
        dataclasses.replace(word, known=NOTHING) if word.key in set(strangers) else word
        for word in tokens(text)
    ]
    note = as_note(words)
    for at, word in enumerate(words):
        if not may_be_name(note, at):
            continue
        inside = [span for span in spans if word.start < span[1] and word.end > span[0]]
        if any(not is_name for _, _, is_name in inside):
            continue
        if inside and word.key in _PARTS and (word.start, word.end) != inside[0][:2]:
            continue
        yield Example(tuple(evidence(note, at)), bool(inside), counts, text, source, is_clean)


def _fills(folder: str) -> list[tuple[str, bool]]:
    """Return names to put in: every third one word-like, every ninth as if no list knew it."""
    shelves = {path.stem: path.read_text("utf-8").split() for path in sorted((NAMES / folder).glob("*.txt"))}
    everything = [name for names in shelves.values() for name in names]
    word_like = [name for name in shelves.pop("word_like", everything) if _is_heard(name)]
    plain = [
        name
        for row in zip(*(_mixed(names)[:300] for names in shelves.values()), strict=False)
        for name in row
        if not look_up(folded(name)).common
    ]
    word_likes = cycle(_mixed(word_like))
    result = []
    for at, name in enumerate(plain):
        result.append((name.title(), at % 6 == 0))
        if at % 2 == 0:
            result.append((next(word_likes).title(), False))
    return result


def _is_heard(name: str) -> bool:
    known = look_up(folded(name))
    return max(known.given, known.family) >= _WELL_KNOWN and known.common > 0


def _mixed(names: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: blake2b(name.encode(), digest_size=8).digest())


def learn(of: Sequence[Example]) -> Learned:
    """Return weights by logistic regression, averaged over the later rounds, each in another order."""
    sources: dict[str, set[str]] = defaultdict(set)
    for each in of:
        for piece in each.pieces:
            sources[piece].add(each.source)
    kept = {each for each, lines in sources.items() if len(lines) >= (_WORD_SEEN if _WORD in each else _SEEN)}
    pull = {each: _PULL * (_WORD_PULL if _WORD in each else 1) for each in kept}
    rows = [([piece for piece in each.pieces if piece in kept], each.is_name, each.counts) for each in of]
    weighs: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(lambda: 1e-6)
    total: dict[str, float] = defaultdict(float)
    always = total_always = 0.0
    moved_always = 1e-6
    for turn in range(_ROUNDS):
        for at in sorted(
            range(len(rows)), key=lambda at: blake2b(b"%d %d" % (turn, at), digest_size=8).digest()
        ):
            pieces, is_name, counts = rows[at]
            likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, always + sum(weighs[each] for each in pieces)))))
            off = (likely - is_name) * counts
            for piece in pieces:
                slope = off + pull[piece] * weighs[piece]
                moved[piece] += slope * slope
                weighs[piece] -= _STEP * slope / math.sqrt(moved[piece])
            moved_always += off * off
            always -= _STEP * off / math.sqrt(moved_always)
        if turn >= _ROUNDS // 2:
            total_always += always
            for piece, weight in weighs.items():
                total[piece] += weight
    rounds = _ROUNDS - _ROUNDS // 2
    return Learned({piece: weight / rounds for piece, weight in total.items()}, total_always / rounds)


def how_names_sound() -> dict[str, int]:
    """Return for three letters how much more often they stand in names than in words, in hundredths."""
    in_names: Counter[str] = Counter()
    in_words: Counter[str] = Counter()
    for line in zlib.decompress(DATA.read_bytes()).decode().split("\0\n", 1)[-1].splitlines():
        word, _, _ = line.partition("\t")
        if not word.isascii() or not word.isalpha():
            continue
        known = look_up(word)
        if not known.is_name:
            in_words.update(threes(word))
        elif not known.common and known.given > 1:
            in_names.update(threes(word))
    names, words = sum(in_names.values()), sum(in_words.values())
    return {
        each: round(100 * math.log((in_names[each] + 1) / names * words / (in_words[each] + 1)))
        for each in sorted({*in_names, *in_words})
        if in_names[each] + in_words[each] >= _SOUND_SEEN
    }


def write(learned: Learned, sound: dict[str, int]) -> None:
    """Write the file, in whole hundredths; what rounds to nothing is left out."""
    pieces = {piece: round(100 * weight) for piece, weight in sorted(learned.pieces.items())}
    content = {
        "always": round(100 * learned.always),
        "evidence": {piece: weight for piece, weight in pieces.items() if weight},
        "sounds": sound,
    }
    FILE.write_bytes(zlib.compress(json.dumps(content, separators=(",", ":"), ensure_ascii=True).encode(), 9))


def check() -> None:
    """Print for each batch what is found in it by weights that were learned from the others."""
    batches = {name: list(examples(notes)) for name, notes in open_batches().items()}
    always = [*written(), *of_danger()]
    for left_out, of in batches.items():
        learned = learn(
            [*always, *(each for name, rows in batches.items() if name != left_out for each in rows)]
        )
        whole = [each for each in of if each.note != each.note.lower()]
        for least in (-0.5, 0.0, 0.5, 1.0):
            found = [(each, learned.of(each.pieces) > least) for each in whole]
            right = sum(each.is_name and is_found for each, is_found in found)
            wrong = sum(not each.is_name and is_found for each, is_found in found)
            missed = sum(each.is_name and not is_found for each, is_found in found)
            print(
                f"{left_out} above {least}: precision {right / max(1, right + wrong):.3f}"
                f" recall {right / max(1, right + missed):.3f}"
                f" F1 {2 * right / max(1, 2 * right + wrong + missed):.3f}"
                f" clean notes alarmed {len({each.note for each, yes in found if yes and each.is_clean})}"
            )


def main() -> None:
    """Learn from everything that may be learned from, and write it."""
    write(Learned({}, 0.0), sound := how_names_sound())
    of = [*written(), *of_danger(), *(each for notes in open_batches().values() for each in examples(notes))]
    write(learned := learn(of), sound)
    print(f"{len(of)} words, {len(learned.pieces)} pieces of evidence, {FILE.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    check() if "--check" in sys.argv else main()
