"""Learns the weights of bot/guards/crisis/tone.py from the open batches: `python -m tools.train_tone`.

Logistic regression over four tones with a penalty on large weights, in plain Python and with a fixed seed. What
it prints before it writes is cross-validated: each batch is judged by what was learned from the others, at several
thresholds, where the rules alone saw nothing. Batches held back are never read.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - drawn from a fixed seed, so that the same texts teach the same

from bot.guards.crisis import tone
from bot.guards.crisis.meanings import Label
from bot.guards.crisis.plain import sentences
from bot.guards.crisis.reading import GENTLY, by_rules
from bot.guards.crisis.tone import Tone, Weights
from bot.guards.identifiers.lexicon import look_up
from tools import guard_danger
from tools.guard_danger import Answered
from tools.guard_rows import Saying, is_open, sayings

SURE = 0.8
"""How likely a tone has to be: the lowest step at which, cross-validated, few calm texts get a note for it."""
STEPS = (0.7, 0.75, 0.8, 0.85, 0.9)
ROUNDS = 15
PENALTY = 0.001
RATE = 0.3
TEXTS_AT_LEAST = 2
"""In how many texts a mark of several words has to stand; a single word may be rare."""
WEIGHS = 0.1
"""What moves no tone by so much is left out of the file."""
TOLD = (
    "writer at high risk: missed",
    "writer worn out: any answer to the writer",
    "harm to another: missed",
    "somebody else at risk: rightly met",
    "idiom: any note",
    "neutral: any note",
    "macro F1",
)
_SEED = 8
_TONES = {
    Label.SELF_RISK_HIGH: Tone.SELF,
    Label.SELF_RISK_LOW: Tone.SELF,
    Label.HARM_TO_OTHERS: Tone.HARM,
    Label.CLIENT_RISK: Tone.OTHER,
    Label.IDIOM_NONE: Tone.PLAIN,
    Label.NEUTRAL: Tone.PLAIN,
}
_WHO_SOMEBODY_IS = """
african asian black white brown polish irish scottish welsh english british american indian pakistani nigerian
kenyan ghanaian jamaican filipino filipina romanian ukrainian russian chinese maori aboriginal muslim christian
jewish hindu sikh buddhist catholic protestant gay lesbian bisexual trans transgender queer autistic disabled
deaf blind immigrant refugee asylum foreigner foreign elderly
"""
WHO_SOMEBODY_IS = frozenset(_WHO_SOMEBODY_IS.split())
"""Where somebody is from, what they believe, whom they love: nothing of it may weigh."""


@dataclass(slots=True)
class _Learning:
    """The weights of one tone while they are learned, and how far each has been moved."""

    of: list[float]
    moved: list[float]
    start: float = 0.0
    start_moved: float = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lesson:
    """A text as its marks, and how it is meant."""

    seen: frozenset[str] = field(repr=False)
    means: Tone


def lesson(saying: Saying) -> _Lesson:
    """Return what is to be learned from a text."""
    return _Lesson(seen=tone.marks(sentences(saying.text)), means=_TONES[saying.label])


def learn(lessons: Sequence[_Lesson], sure: float = SURE) -> Weights:
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
    none = tones[Tone.PLAIN.value]
    others = tones[: Tone.PLAIN.value]
    first, second, third = (each.start - none.start for each in others)
    return Weights(
        sure=sure,
        start=(first, second, third),
        of={
            mark: (
                others[0].of[at] - none.of[at],
                others[1].of[at] - none.of[at],
                others[2].of[at] - none.of[at],
            )
            for mark, at in places.items()
        },
    )


def _is_kept(mark: str, texts: int) -> bool:
    return texts >= TEXTS_AT_LEAST or " " not in mark and ":" not in mark


def _may_weigh(mark: str) -> bool:
    words = mark.partition(":")[2] or mark
    return not any(word.rstrip("*") in WHO_SOMEBODY_IS or _is_a_name(word) for word in words.split())


def _is_a_name(word: str) -> bool:
    known = look_up(word)
    return known.is_name and not known.common


def _take_in(tones: Sequence[_Learning], seen: Sequence[int], means: int) -> None:
    """Move the weights a little towards one text, less where they were moved often (AdaGrad)."""
    scale = 1 / math.sqrt(len(seen) or 1)
    scores = [each.start + scale * sum(each.of[at] for at in seen) for each in tones]
    powers = [math.exp(score - max(scores)) for score in scores]
    whole = sum(powers)
    for number, (each, power) in enumerate(zip(tones, powers, strict=True)):
        wrong = power / whole - (number == means)
        each.start_moved += wrong * wrong
        each.start -= RATE * wrong / math.sqrt(each.start_moved)
        for at in seen:
            step = wrong * scale + PENALTY * each.of[at]
            each.moved[at] += step * step
            each.of[at] -= RATE * step / math.sqrt(each.moved[at])


def written(learned: Weights) -> str:
    """Return the file of weights, in whole hundredths."""
    lines = [
        f"{round(learned.sure * 100)}",
        _hundredths(learned.start),
        *(
            f"{mark}\t{_hundredths(three)}"
            for mark, three in sorted(learned.of.items())
            if max(map(abs, three)) >= WEIGHS
        ),
    ]
    return "\n".join(lines) + "\n"


def _hundredths(three: Iterable[float]) -> str:
    return "\t".join(str(round(each * 100)) for each in three)


def judged(texts: Sequence[Saying]) -> dict[str, Weights]:
    """Return for each batch what was learned from all the others."""
    batches = sorted({saying.batch for saying in texts})
    return {batch: learn([lesson(saying) for saying in texts if saying.batch != batch]) for batch in batches}


def answers(texts: Iterable[Saying], learned: Callable[[str], Weights], sure: float) -> list[Answered]:
    """Return what each text gets when the rules, and then the tone, are asked."""
    return [Answered(saying=each, answer=_answer(each, learned(each.batch), sure)) for each in texts]


def _answer(saying: Saying, learned: Weights, sure: float) -> Label:
    said = sentences(saying.text)
    return (by_rules(said) or GENTLY[tone.heard(learned._replace(sure=sure), said)]).label


def main() -> None:
    """Print how it does on batches that it did not learn from, and write what all of them teach."""
    asks = argparse.ArgumentParser(prog="python -m tools.train_tone", description=__doc__)
    asks.add_argument("--write", action="store_true", help=f"write {tone.DATA.name}")
    asked = asks.parse_args()
    texts = [saying for saying in sayings() if is_open(saying.batch)]
    by_batch = judged(texts)
    for batch in ("", *by_batch):
        part = [saying for saying in texts if batch in {"", saying.batch}]
        for sure in (1.0, *STEPS):
            figures = guard_danger.figures(answers(part, by_batch.__getitem__, sure))
            told = ", ".join(f"{name} {figures[name].value:.2f}" for name in TOLD)
            print(f"{batch or 'all'} at {sure:.2f}: {told}")
    if asked.write:
        tone.DATA.parent.mkdir(exist_ok=True)
        tone.DATA.write_text(written(learn([lesson(saying) for saying in texts])), "utf-8")


if __name__ == "__main__":
    main()
