"""`reststop guard` answers any text as the house does, whatever came before it and wherever it runs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.guards.crisis.reading import read
from bot.guards.identifiers.finding import find
from tests.property.guard_texts import BETWEEN, NOTES, ODD

ROOT = Path(__file__).parents[2]
_ODDITIES = ODD + BETWEEN
_WRITTEN = [
    *NOTES[::8],
    *(note + odd + note for note, odd in zip(NOTES[1::24], _ODDITIES * 2, strict=False)),
    *(odd + note for note, odd in zip(NOTES[3::24], _ODDITIES * 2, strict=False)),
    *ODD,
    "",
]
TEXTS = [json.loads(json.dumps(text)) for text in _WRITTEN]
"""As JSON tells them: two halves that make a sign are that sign there."""


def answered(guard: str, texts: list[str], seed: str, *options: str) -> list[dict[str, object]]:
    """Return what a process of its own says of texts; `seed` is of the order in which its sets are read."""
    done = subprocess.run(
        [sys.executable, *options, "-m", "bot.app.cli", "guard", guard],
        input="\n".join(
            json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)
        ).encode(),
        capture_output=True,
        cwd=ROOT,
        env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer.pop("id") for answer in answers] == list(range(len(texts)))
    return answers


@pytest.mark.parametrize("guard", ["identifiers", "crisis"])
def test_two_processes_say_the_same_in_any_order(guard: str) -> None:
    """Nothing is remembered from text to text, and no order of a set shows."""
    assert answered(guard, TEXTS, "1") == answered(guard, TEXTS[::-1], "2")[::-1]


def test_places_are_code_points_whatever_the_text() -> None:
    """Halves of signs come through JSON too; nothing but places, labels and what is soft is said."""
    assert answered("identifiers", TEXTS, "3") == [
        {
            "spans": [
                {"start": place.start, "end": place.end, "category": place.category.value}
                | ({"soft": True} if place.is_soft else {})
                for place in find(text)
            ]
        }
        for text in TEXTS
    ]


def test_a_label_is_the_one_that_the_house_reads() -> None:
    """The command and a kept page stand on the same rules."""
    assert answered("crisis", TEXTS, "3") == [{"label": read(text).label.value} for text in TEXTS]
