"""Counts how the danger guard answers labelled texts, by what would follow from each answer.

A strong answer is the one for a writer at high risk or close to harming somebody. What a label allows besides
("also") is right too, but for the macro F1, which knows one label a text. Idiom and neutral are one: nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.guards.crisis.meanings import Label
from bot.guards.crisis.reading import read
from tools.guard_figures import Figure, f1, score, share
from tools.guard_rows import Note, Saying

NOTHING = frozenset({Label.IDIOM_NONE, Label.NEUTRAL})
STRONG = frozenset({Label.SELF_RISK_HIGH, Label.HARM_TO_OTHERS})
TO_WRITER = STRONG | {Label.SELF_RISK_LOW}
KINDS = tuple(label for label in Label if label not in NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A text after the guard."""

    saying: Saying
    answer: Label

    @property
    def is_right(self) -> bool:
        """Whether the answer is one that the label allows."""
        fine = {self.saying.label, *self.saying.also_ok}
        return self.answer in fine or bool(self.answer in NOTHING and fine & NOTHING)


def ask(saying: Saying) -> Answered:
    """Ask the guard about a text."""
    return Answered(saying=saying, answer=read(saying.text).label)


def figures(answered: Sequence[Answered]) -> dict[str, Figure]:
    """Return every figure of these texts, by its name."""
    of = {label: [each for each in answered if each.saying.label is label] for label in Label}
    high, low = of[Label.SELF_RISK_HIGH], of[Label.SELF_RISK_LOW]
    client, harm = of[Label.CLIENT_RISK], of[Label.HARM_TO_OTHERS]
    idiom, neutral = of[Label.IDIOM_NONE], of[Label.NEUTRAL]
    outcomes = [(_five(each.saying.label), _five(each.answer)) for each in answered]
    return {
        "writer at high risk: strong answer": _part(high, _is_strong),
        "writer at high risk: any answer to the writer": _part(high, lambda each: each.answer in TO_WRITER),
        "writer at high risk: missed": _part(high, _is_nothing),
        "writer at high risk: taken for somebody else": _part(
            high, lambda each: each.answer is Label.CLIENT_RISK
        ),
        "writer abused or unsafe: strong answer": _part(
            [each for each in high if each.saying.tag == "abuse"], _is_strong
        ),
        "writer worn out: any answer to the writer": _part(low, lambda each: each.answer in TO_WRITER),
        "writer worn out: alarmed": _part(low, lambda each: _is_strong(each) and not each.is_right),
        "harm to another: strong answer": _part(harm, _is_strong),
        "harm to another: missed": _part(harm, _is_nothing),
        "somebody else at risk: rightly met": _part(client, lambda each: each.answer is Label.CLIENT_RISK),
        "somebody else at risk: alarmed": _part(client, _is_strong),
        "somebody else at risk: missed": _part(client, _is_nothing),
        "idiom: alarmed": _part(idiom, _is_strong),
        "idiom: any note": _part(idiom, _is_noted),
        "neutral: alarmed": _part(neutral, _is_strong),
        "neutral: any note": _part(neutral, _is_noted),
        "right answer": _part(answered, lambda each: each.is_right),
        "macro F1": score(outcomes, _macro_f1),
    }


def everyday(texts: Iterable[Note]) -> dict[str, Figure]:
    """Return how often the guard speaks up at everyday notes, which nobody labelled for danger.

    They were written for the other guard. A few do speak of danger, so none of these is an error for sure.
    """
    said = [read(note.text).label for note in texts]
    return {
        "everyday notes: alarmed": share(sum(label in STRONG for label in said), len(said)),
        "everyday notes: any note": share(sum(label not in NOTHING for label in said), len(said)),
    }


def confusion(answered: Iterable[Answered]) -> dict[str, dict[str, int]]:
    """Return how often each label got each answer."""
    counted = Counter((each.saying.label, each.answer) for each in answered)
    return {label.value: {answer.value: counted[label, answer] for answer in Label} for label in Label}


def errors(answered: Iterable[Answered]) -> Iterable[str]:
    """Yield what went wrong, a line each, with its words: only for batches that may be looked at."""
    for each in answered:
        if not each.is_right:
            what = f"{each.saying.label} taken for {each.answer}"
            yield f"{what} in {each.saying.name}: {each.saying.text}"


def _part(answered: Sequence[Answered], is_so: Callable[[Answered], bool]) -> Figure:
    return share(sum(map(is_so, answered)), len(answered))


def _is_strong(each: Answered) -> bool:
    return each.answer in STRONG


def _is_nothing(each: Answered) -> bool:
    return each.answer in NOTHING


def _is_noted(each: Answered) -> bool:
    return not each.is_right and not _is_nothing(each)


def _five(label: Label) -> Label:
    """Return the label with idiom and neutral as one."""
    return Label.NEUTRAL if label in NOTHING else label


def _macro_f1(times: Mapping[tuple[Label, Label], int]) -> float:
    """Return the mean of the F1 of the five answers."""
    return sum(_f1(times, label) for label in (*KINDS, Label.NEUTRAL)) / (len(KINDS) + 1)


def _f1(times: Mapping[tuple[Label, Label], int], of: Label) -> float:
    right = times.get((of, of), 0)
    labelled = sum(count for (label, _), count in times.items() if label is of)
    answered = sum(count for (_, answer), count in times.items() if answer is of)
    return f1(right / answered if answered else 0.0, right / labelled if labelled else 0.0)
