"""What the tone of words is learned from, and how: logistic regression over six tones, in plain Python.

A penalty keeps weights small, each weight moves less the more it was moved (AdaGrad), and the order of texts
is drawn from a fixed seed: the same texts teach the same.
"""

from __future__ import annotations

import math
import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random  # noqa: TID251 - drawn from a fixed seed, so that the same texts teach the same

from bot.guards.crisis import tone
from bot.guards.crisis.meanings import Label
from bot.guards.crisis.plain import sentences
from bot.guards.crisis.tone import Tone, Weights
from bot.guards.identifiers.lexicon import look_up
from tools.guard_rows import Note, Saying

ROUNDS = 15
PENALTY = 0.0003
RATE = 0.3
TEXTS_AT_LEAST = 2
"""In how many texts a mark of several words has to stand; a single word may be rare."""
WEIGHS = 1.0
"""What moves no tone by so much is left out."""
LEANS = (0.4, 0.5, 0.05, 0.4, 0.2)
"""Added to the start of each tone, in log odds: to miss somebody is worse than a note too many. Chosen on
open batches that the others taught nothing of, so that alarms at idioms and calm texts stay rare."""
_SEED = 8
_TOOLS = Path(__file__).parent
_CALM = (_TOOLS / "names" / "sentences" / "clean.txt", _TOOLS / "tone" / "calm.txt")
_TAKEN_OUT = "qzq"
"""No word, and so short that it has no stem."""
_TONES = {
    Label.SELF_RISK_HIGH: Tone.SELF,
    Label.SELF_RISK_LOW: Tone.WORN,
    Label.HARM_TO_OTHERS: Tone.HARM,
    Label.CLIENT_RISK: Tone.OTHER,
    Label.IDIOM_NONE: Tone.PLAIN,
    Label.NEUTRAL: Tone.PLAIN,
}
_WHO_SOMEBODY_IS = """
african asian black white brown polish irish scottish welsh english british american indian pakistani
nigerian kenyan ghanaian jamaican filipino filipina romanian ukrainian russian chinese maori aboriginal
muslim christian jewish hindu sikh buddhist catholic protestant gay lesbian bisexual trans transgender queer
autistic disabled deaf blind immigrant refugee asylum foreigner foreign elderly
"""
WHO_SOMEBODY_IS = frozenset(_WHO_SOMEBODY_IS.split())
"""Where somebody is from, what they believe, whom they love: nothing of it may weigh, nor any name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A text as its marks, and how it is meant."""

    seen: frozenset[str] = field(repr=False)
    means: Tone


@dataclass(slots=True)
class _Learning:
    """The weights of one tone while they are learned, and how far each was moved."""

    of: list[float]
    moved: list[float]
    start: float = 0.0
    start_moved: float = 1e-6


def of_saying(saying: Saying) -> Lesson:
    """Return what a labelled text teaches."""
    means = Tone.HURT if saying.tag == "abuse" else _TONES[saying.label]
    return Lesson(seen=tone.marks(sentences(saying.text)), means=means)


def of_note(note: Note) -> Lesson:
    """Return what an everyday note teaches: that most notes are about nothing of this.

    Names, dates and numbers are taken out first; otherwise one of them in a text would speak for calm.
    """
    text = note.text
    for mark in reversed(note.marks):
        text = text[: mark.start] + _TAKEN_OUT + text[mark.end :]
    seen = tone.marks(sentences(text))
    return Lesson(seen=frozenset(mark for mark in seen if _TAKEN_OUT not in mark), means=Tone.PLAIN)


def of_calm() -> tuple[Lesson, ...]:
    """Return what ordinary lines teach: those written for it, and the other guard's without names."""
    lines = "\n".join(file.read_text("utf-8") for file in _CALM).splitlines()
    return tuple(Lesson(seen=tone.marks(sentences(line)), means=Tone.PLAIN) for line in lines if line)


def learn(lessons: Sequence[Lesson]) -> Weights:
    """Return what these texts teach. The same texts in the same order teach the same."""
    counted = Counter(mark for each in lessons for mark in each.seen)
    known = sorted(mark for mark, texts in counted.items() if _is_kept(mark, texts) and _may_weigh(mark))
    places = {mark: at for at, mark in enumerate(known)}
    texts = [
        (sorted(places[mark] for mark in each.seen if mark in places), each.means.value) for each in lessons
    ]
    tones = [_Learning([0.0] * len(known), [1e-6] * len(known)) for _ in Tone]
    order = list(range(len(texts)))
    chance = Random(_SEED)  # noqa: S311 - no secret hangs on it
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            _take_in(tones, *texts[at])
    return _rather_than_plain(tones, places)


def _is_kept(mark: str, texts: int) -> bool:
    return texts >= TEXTS_AT_LEAST or (" " not in mark and ":" not in mark)


def _may_weigh(mark: str) -> bool:
    words = mark.partition(":")[2] or mark
    return not any(word.rstrip("*") in WHO_SOMEBODY_IS or _is_a_name(word) for word in words.split())


def _is_a_name(word: str) -> bool:
    known = look_up(word)
    return known.is_name and not known.common


def _take_in(tones: Sequence[_Learning], seen: Sequence[int], means: int) -> None:
    """Move the weights a little towards one text."""
    scale = tone.scaled(len(seen))
    scores = [each.start + scale * sum([each.of[at] for at in seen]) for each in tones]
    powers = [math.exp(score - max(scores)) for score in scores]
    whole = sum(powers)
    for number, (each, power) in enumerate(zip(tones, powers, strict=True)):
        wrong = power / whole - (number == means)
        each.start_moved += wrong * wrong
        each.start -= RATE * wrong / math.sqrt(each.start_moved)
        weights, moved = each.of, each.moved
        for at in seen:
            step = wrong * scale + PENALTY * weights[at]
            moved[at] += step * step
            weights[at] -= RATE * step / math.sqrt(moved[at])


def _rather_than_plain(tones: Sequence[_Learning], places: dict[str, int]) -> Weights:
    *others, plain = tones
    weights = {mark: [each.of[at] - plain.of[at] for each in others] for mark, at in places.items()}
    return Weights(
        start=tuple(
            round(each.start - plain.start + lean, 2) for each, lean in zip(others, LEANS, strict=True)
        ),
        of={
            mark: struct.pack("5b", *(max(-127, min(127, round(each * 10))) for each in all_of))
            for mark, all_of in weights.items()
            if max(map(abs, all_of)) >= WEIGHS
        },
    )
