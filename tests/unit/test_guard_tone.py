"""How words sound, beside the rules: it may add a note or change it, and takes none away."""

from __future__ import annotations

import pytest

from bot.guards.crisis import tone
from bot.guards.crisis.meanings import Label, Meaning
from bot.guards.crisis.plain import sentences
from bot.guards.crisis.reading import Ruled, by_rules, read, sounding
from bot.guards.crisis.tone import Tone, Vote, Weights
from tools.guard_rows import is_open, sayings
from tools.tone_lessons import WHO_SOMEBODY_IS, Lesson, learn

NOTHING = {Label.IDIOM_NONE, Label.NEUTRAL}
OPEN = [saying for saying in sayings() if is_open(saying.batch)]
MOST_BYTES = 1024 * 1024


def taught() -> Weights:
    """What a few texts teach, over and over the same ones."""
    texts = {
        "every evening i sit in the car and nothing is worth it": Tone.WORN,
        "i could squeeze until he goes quiet": Tone.HARM,
        "her sleeves stay down and she gives her things away": Tone.OTHER,
        "we had tea and the bus came on time": Tone.PLAIN,
        "two visits, one form, soup": Tone.PLAIN,
        "rain all day, the dog slept": Tone.PLAIN,
    }
    lessons = [Lesson(seen=tone.marks(sentences(text)), means=means) for text, means in texts.items()]
    return learn(lessons * 10)


def test_no_tone_turns_what_a_rule_saw_into_nothing() -> None:
    """Somebody sees a note wherever rules alone would show one, whatever the words sound like."""
    taken = [
        saying.name
        for saying in OPEN
        if by_rules(sentences(saying.text)).meaning.label not in NOTHING
        and read(saying.text).label in NOTHING
    ]
    assert taken == []
    for meaning in (Label.SELF_RISK_HIGH, Label.SELF_RISK_LOW, Label.CLIENT_RISK, Label.HARM_TO_OTHERS):
        ruled = Ruled(Meaning(label=meaning), Vote(Tone.SELF, 1.0), is_final=False)
        assert sounding(ruled, Tone.PLAIN).label not in NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself.",
        "feeling suicidal",
        "Good tea, a calm day, the bus on time, soup. I want to die.",
        "tbh i dont want to be alive, anyway: rota, printer, lunch",
    ],
)
def test_what_is_said_outright_stands_whatever_it_sounds_like(text: str) -> None:
    """No tone is asked about it."""
    assert by_rules(sentences(text)).is_final
    assert read(text).label is Label.SELF_RISK_HIGH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every evening in the car, nothing is worth it", Tone.WORN),
        ("squeeze until she goes quiet, i could", Tone.HARM),
        ("his sleeves stay down and he gives his things away", Tone.OTHER),
        ("tea, and the bus on time", Tone.PLAIN),
        ("the printer hums", Tone.PLAIN),
        ("", Tone.PLAIN),
    ],
)
def test_what_was_learned_is_heard_in_other_words_of_its_kind(text: str, expected: Tone) -> None:
    """A few texts teach their tone; what shares nothing with them is plain. He or she makes no difference."""
    assert tone.heard(taught(), sentences(text), None) is expected


def test_the_same_texts_teach_the_same() -> None:
    """Nothing but the texts decides what is learned."""
    assert taught() == taught()


def test_a_long_text_is_left_to_the_rules() -> None:
    """It was learned from short ones; said often enough, everything sounds like something."""
    said = "every evening i sit in the car and nothing is worth it. "
    assert not by_rules(sentences(said)).is_final
    assert by_rules(sentences(said * 10)).is_final


def test_who_somebody_is_weighs_nothing() -> None:
    """No people, faith, love or illness is a mark; and the file stays small."""
    marked = {word.rstrip("*") for mark in tone.weights().of for word in mark.replace(":", " ").split()}
    assert marked & WHO_SOMEBODY_IS == set()
    assert tone.DATA.stat().st_size <= MOST_BYTES
