"""A second look at words in which no rule saw anything: gentle, quick, and below every rule."""

from __future__ import annotations

import pytest

from bot.guards.crisis import tone
from bot.guards.crisis.meanings import Label
from bot.guards.crisis.plain import sentences
from bot.guards.crisis.reading import GENTLY, by_rules, read
from bot.guards.crisis.tone import Tone, Weights
from tools.guard_rows import is_open, sayings
from tools.tone_lessons import WHO_SOMEBODY_IS, Lesson, learn

OPEN = [saying for saying in sayings() if is_open(saying.batch)]
MOST_BYTES = 1024 * 1024


def taught() -> Weights:
    """What a few texts teach, over and over the same ones."""
    texts = {
        "every evening i sit in the car and nothing is worth it": Tone.SELF,
        "i could squeeze until he goes quiet": Tone.HARM,
        "her sleeves stay down and she gives her things away": Tone.OTHER,
        "we had tea and the bus came on time": Tone.PLAIN,
        "two visits, one form, soup": Tone.PLAIN,
        "rain all day, the dog slept": Tone.PLAIN,
    }
    lessons = [Lesson(seen=tone.marks(sentences(text)), means=means) for text, means in texts.items()]
    return learn(lessons * 10, sure=0.6)


def test_no_answer_of_a_rule_is_changed() -> None:
    """Where a rule said anything, also that it is nothing, its answer stands."""
    changed = [
        saying.name
        for saying in OPEN
        if (ruled := by_rules(sentences(saying.text))) and read(saying.text) != ruled
    ]
    assert changed == []


def test_a_tone_alone_is_never_answered_strongly() -> None:
    """It may be a quiet line, the gentle card, or nothing."""
    unruled = {read(each.text).label for each in OPEN if by_rules(sentences(each.text)) is None}
    gentle = {Label.SELF_RISK_LOW, Label.CLIENT_RISK, Label.NEUTRAL}
    assert unruled == gentle
    assert {meaning.label for meaning in GENTLY.values()} == gentle


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every evening in the car, nothing is worth it", Tone.SELF),
        ("squeeze until she goes quiet, i could", Tone.HARM),
        ("his sleeves stay down and he gives his things away", Tone.OTHER),
        ("tea, and the bus on time", Tone.PLAIN),
        ("the printer hums", Tone.PLAIN),
        ("", Tone.PLAIN),
    ],
)
def test_what_was_learned_is_heard_in_other_words_of_its_kind(text: str, expected: Tone) -> None:
    """A few texts teach their tone; what shares nothing with them is plain. He or she makes no difference."""
    assert tone.heard(taught(), sentences(text)) is expected


def test_the_same_texts_teach_the_same() -> None:
    """Nothing but the texts decides what is learned."""
    assert taught() == taught()


def test_a_long_text_is_left_to_the_rules() -> None:
    """It was learned from short ones; said often enough, everything sounds like something."""
    said = "every evening i sit in the car and nothing is worth it. "
    assert tone.heard(taught(), sentences(said)) is Tone.SELF
    assert tone.heard(taught(), sentences(said * 10)) is Tone.PLAIN


def test_who_somebody_is_weighs_nothing() -> None:
    """No people, faith, love or illness is a mark; and the file stays small."""
    marked = {word.rstrip("*") for mark in tone.weights().of for word in mark.replace(":", " ").split()}
    assert marked & WHO_SOMEBODY_IS == set()
    assert tone.DATA.stat().st_size <= MOST_BYTES
