"""Learns the weights of bot/guards/crisis/tone.py from open batches: `python -m tools.train_tone --write`.

From the labelled texts of danger; and, as everyday notes, from those of the other guard in which the rules
see nothing: without them, every fifth ordinary page sounded like danger. What it prints is cross-validated:
each batch is judged by what the others taught, at several steps. Nothing that is held back is read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from bot.guards.crisis import tone
from bot.guards.crisis.plain import sentences
from bot.guards.crisis.reading import GENTLY, by_rules
from bot.guards.crisis.tone import Tone, Weights
from tools import guard_danger
from tools.guard_danger import Answered
from tools.guard_figures import share
from tools.guard_rows import Note, Saying, is_open, notes, sayings
from tools.tone_lessons import learn, of_note, of_saying

SURE = 0.7
"""How likely a tone has to be: the lowest step at which, cross-validated, it adds a note to no more than 5 in
100 everyday notes, and to no more of the idioms and neutral texts."""
STEPS = (1.0, 0.55, 0.6, 0.65, 0.7, 0.75)
"""At 1 the rules are alone."""
TOLD = (
    "writer at high risk: missed",
    "writer worn out: any answer to the writer",
    "harm to another: missed",
    "somebody else at risk: rightly met",
    "idiom: any note",
    "neutral: any note",
    "macro F1",
)


def main() -> None:
    """Print how it does on batches that it did not learn from, and write what all of them teach."""
    asks = argparse.ArgumentParser(prog="python -m tools.train_tone", description=__doc__)
    asks.add_argument("--write", action="store_true", help=f"write {tone.DATA.name}")
    asked = asks.parse_args()
    texts = [saying for saying in sayings() if is_open(saying.batch)]
    everyday = [note for note in notes() if is_open(note.batch) and by_rules(sentences(note.text)) is None]
    _judge(texts, everyday)
    if asked.write:
        tone.DATA.parent.mkdir(exist_ok=True)
        tone.DATA.write_text(_written(_learned(texts, everyday)), "utf-8")


def _learned(texts: Iterable[Saying], everyday: Iterable[Note]) -> Weights:
    return learn([*map(of_saying, texts), *map(of_note, everyday)], SURE)


def _judge(texts: list[Saying], everyday: list[Note]) -> None:
    """Print what each batch gets from what the others taught."""
    batches = sorted({each.batch for each in texts})
    of_notes = sorted({each.batch for each in everyday})
    answered: dict[float, list[Answered]] = {sure: [] for sure in STEPS}
    noted: dict[float, list[bool]] = {sure: [] for sure in STEPS}
    for number, batch in enumerate(batches):
        aside = of_notes[number % len(of_notes)]
        learned = _learned(
            [each for each in texts if each.batch != batch],
            [each for each in everyday if each.batch != aside],
        )
        for sure in STEPS:
            at_step = learned._replace(sure=sure)
            own = [_answered(each, at_step) for each in texts if each.batch == batch]
            _tell(batch, sure, own)
            answered[sure] += own
            noted[sure] += [
                tone.heard(at_step, sentences(each.text)) is not Tone.PLAIN
                for each in everyday
                if each.batch == aside
            ]
    for sure in STEPS:
        _tell("all", sure, answered[sure])
        print(f"  everyday notes with a note added: {share(sum(noted[sure]), len(noted[sure]))}")


def _answered(saying: Saying, learned: Weights) -> Answered:
    said = sentences(saying.text)
    return Answered(saying=saying, answer=(by_rules(said) or GENTLY[tone.heard(learned, said)]).label)


def _tell(batch: str, sure: float, answered: list[Answered]) -> None:
    figures = guard_danger.figures(answered)
    print(f"{batch} at {sure}: {', '.join(f'{name} {figures[name].value:.2f}' for name in TOLD)}")


def _written(learned: Weights) -> str:
    """Return the file of weights, in whole hundredths."""
    lines = [
        str(round(learned.sure * 100)),
        _hundredths(learned.start),
        *(f"{mark}\t{_hundredths(three)}" for mark, three in sorted(learned.of.items())),
    ]
    return "\n".join(lines) + "\n"


def _hundredths(three: Iterable[float]) -> str:
    return "\t".join(str(round(each * 100)) for each in three)


if __name__ == "__main__":
    main()
