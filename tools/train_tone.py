"""Learns the weights of bot/guards/crisis/tone.py from open batches: `python -m tools.train_tone --write`.

From the labelled texts of danger; and, as everyday notes, from those of the other guard in which the rules
see nothing: without them, every fifth ordinary page sounded like danger. What it prints is cross-validated:
each batch is judged by what the others taught. Nothing that is held back is read.
"""

from __future__ import annotations

import argparse
import struct
from collections.abc import Iterable

from bot.guards.crisis import tone
from bot.guards.crisis.plain import sentences
from bot.guards.crisis.reading import by_rules, sounding
from bot.guards.crisis.tone import Tone, Weights
from tools import guard_danger
from tools.guard_danger import Answered
from tools.guard_figures import share
from tools.guard_rows import Note, Saying, is_open, notes, sayings
from tools.tone_lessons import learn, of_calm, of_note, of_saying

TOLD = (
    "writer at high risk: strong answer",
    "writer at high risk: missed",
    "writer worn out: any answer to the writer",
    "harm to another: missed",
    "somebody else at risk: rightly met",
    "somebody else at risk: alarmed",
    "idiom: alarmed",
    "neutral: alarmed",
    "neutral: any note",
    "macro F1",
)


def main() -> None:
    """Print how it does on batches that it did not learn from, and write what all of them teach."""
    asks = argparse.ArgumentParser(prog="python -m tools.train_tone", description=__doc__)
    asks.add_argument("--write", action="store_true", help=f"write {tone.DATA.name}, and judge nothing")
    asked = asks.parse_args()
    texts = [saying for saying in sayings() if is_open(saying.batch)]
    everyday = [note for note in notes() if is_open(note.batch) and _says_nothing(note)]
    if asked.write:
        tone.DATA.parent.mkdir(exist_ok=True)
        tone.DATA.write_text(_written(_learned(texts, everyday)), "utf-8")
    else:
        _judge(texts, everyday)


def _says_nothing(note: Note) -> bool:
    return by_rules(sentences(note.text)).vote is None


def _learned(texts: Iterable[Saying], everyday: Iterable[Note]) -> Weights:
    return learn([*map(of_saying, texts), *map(of_note, everyday), *of_calm()])


def _judge(texts: list[Saying], everyday: list[Note]) -> None:
    """Print what each batch gets from what the others taught."""
    batches = sorted({each.batch for each in texts})
    of_notes = sorted({each.batch for each in everyday})
    answered: list[Answered] = []
    for number, batch in enumerate(batches):
        aside = of_notes[number % len(of_notes)]
        learned = _learned(
            [each for each in texts if each.batch != batch],
            [each for each in everyday if each.batch != aside],
        )
        own = [_answered(each, learned) for each in texts if each.batch == batch]
        _tell(batch, own)
        answered += own
        noted = [
            tone.heard(learned, sentences(each.text), None) is not Tone.PLAIN
            for each in everyday
            if each.batch == aside
        ]
        print(f"  everyday notes of {aside} with a note: {share(sum(noted), len(noted))}")
    _tell("all", answered)


def _answered(saying: Saying, learned: Weights) -> Answered:
    said = sentences(saying.text)
    ruled = by_rules(said)
    heard = ruled.meaning if ruled.is_final else sounding(ruled, tone.heard(learned, said, ruled.vote))
    return Answered(saying=saying, answer=heard.label)


def _tell(batch: str, answered: list[Answered]) -> None:
    figures = guard_danger.figures(answered)
    print(f"{batch}: {', '.join(f'{name} {figures[name].value:.2f}' for name in TOLD)}")


def _written(learned: Weights) -> str:
    """Return the file of weights: the start in hundredths, and then a mark a line, in tenths."""
    lines = [
        "\t".join(str(round(each * 100)) for each in learned.start),
        *(
            "\t".join((mark, *map(str, struct.unpack("5b", tenths))))
            for mark, tenths in sorted(learned.of.items())
        ),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
