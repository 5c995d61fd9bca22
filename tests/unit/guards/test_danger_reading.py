"""The danger guard by rules alone: what kinds of sentences it tells apart, and its command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.guards.crisis.meanings import Label
from bot.guards.crisis.reading import read

ROOT = Path(__file__).parents[3]

HIGH = [
    "I want to die and I have clinic at nine.",
    "i keep thinking about suicide on the drive home",
    "I have enough pills put by.",
    "I'm scared of what I might do to myself.",
    "They would be better off without me.",
    "I hurt myself again, I cut my arm.",
    "The man I saw today wants to die and so do I.",
]
HURT = ["My husband hit me again last night.", "I am afraid to go home.", "She follows me to the bus stop."]
LOW = [
    "I'm burnt out.",
    "Feeling worthless after handover.",
    "So alone with this caseload.",
    "Hopeless week.",
]
OTHER = [
    "A client told me she wants to kill herself.",
    "My patient took an overdose, he overdosed on Sunday.",
    '"I want to die" he said, and looked at the clock.',
    "One of the lads threatened to stab a neighbour.",
    "He showed me the scars on his arms.",
]
HARM = [
    "I'm going to hurt him if he does it once more.",
    "I slapped a resident this morning.",
    "I nearly shook the baby.",
]
NOTHING = [
    "I'm dying to see the sea.",
    "My feet are killing me.",
    "Kill me now, another audit.",
    "I could murder a biscuit.",
    "I'm not suicidal, only tired of the printer.",
    "Wrote the slides on suicide awareness.",
    "I self-harmed years ago, and it is long behind me.",
    "Nobody is in danger.",
    "A calm day and good tea.",
    "",
]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        *((Label.SELF_RISK_HIGH, text) for text in HIGH + HURT),
        *((Label.SELF_RISK_LOW, text) for text in LOW),
        *((Label.CLIENT_RISK, text) for text in OTHER),
        *((Label.HARM_TO_OTHERS, text) for text in HARM),
    ],
)
def test_a_plain_sentence_is_told_apart(label: Label, text: str) -> None:
    """One sentence says who is meant and how grave it is."""
    assert read(text).label is label


@pytest.mark.parametrize("text", NOTHING)
def test_idioms_denials_and_teaching_get_nothing(text: str) -> None:
    """A manner of speaking, a no, a long past or a slide set brings no card."""
    assert read(text).label in {Label.IDIOM_NONE, Label.NEUTRAL}


@pytest.mark.parametrize("text", HURT)
def test_being_hurt_by_somebody_is_told_from_hurting_oneself(text: str) -> None:
    """Another line is wanted, and another first question."""
    assert read(text).is_being_hurt


def test_the_writers_own_danger_comes_before_anybody_elses() -> None:
    """Whatever else a text holds, in whatever order."""
    assert read("A client overdosed. I want to die.").label is Label.SELF_RISK_HIGH
    assert read("I want to die. A client overdosed.").label is Label.SELF_RISK_HIGH


def test_the_command_answers_line_by_line_and_names_bad_lines_by_number() -> None:
    """A bad line is never quoted, and the others are answered all the same."""
    lines = [
        {"id": "a", "text": "I want to die."},
        {"id": "b"},
        {"id": "c", "text": "A calm day."},
    ]
    given = "\n".join([json.dumps(line) for line in lines] + ["tiger lily"])
    done = subprocess.run(
        [sys.executable, "-c", "from bot.app.cli import main; main()", "guard", "crisis"],
        input=given.encode(),
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"id": "a", "label": "self_risk_high"},
        {"id": "c", "label": "neutral"},
    ]
    told = done.stderr.decode()
    assert (done.returncode, "line 2" in told, "line 4" in told, "tiger" in told) == (1, True, True, False)
