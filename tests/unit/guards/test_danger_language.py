"""The language of the lists, the plain spelling below it, and that both stay quick."""

from __future__ import annotations

import time

import pytest

from bot.guards.crisis.families import widened
from bot.guards.crisis.meanings import Label
from bot.guards.crisis.phrases import Phrases
from bot.guards.crisis.plain import sentences
from bot.guards.crisis.reading import by_rules, read
from bot.guards.crisis.verbs import forms
from bot.guards.crisis.who import Who, who


def found(line: str, text: str, bars: frozenset[str] = frozenset()) -> list[str]:
    """Return what of `text` the wording `line` finds."""
    phrases = Phrases({"ANIMAL": frozenset({"cat", "dog"})})
    phrases.add(line, 0, bars)
    words = text.split()
    return [" ".join(words[start:end]) for start, end, _ in phrases.find(words)]


@pytest.mark.parametrize(
    ("line", "text", "what"),
    [
        ("feed|walk ANIMAL", "they walk dog now", ["walk dog"]),
        ("feed ~2 ANIMAL", "feed the old dog", ["feed the old dog"]),
        ("feed ~1 ANIMAL", "feed the old dog", []),
        ("feed the? dog", "feed dog", ["feed dog"]),
        ("feed the? dog", "feed the dog", ["feed the dog"]),
        ("walk* dog", "walked dog", ["walked dog"]),
        ("^ feed dog", "please feed dog", []),
        ("^ feed dog", "well , feed dog", ["feed dog"]),
        ("feed dog $", "feed dog food", []),
        ("feed dog $", "feed dog and go", ["feed dog"]),
    ],
)
def test_a_wording_finds_what_it_names(line: str, text: str, what: list[str]) -> None:
    """Words, kinds, gaps, what may be missing, forms, beginnings and ends."""
    assert found(line, text) == what


def test_no_gap_reaches_over_what_bars_it() -> None:
    """Somebody between the words makes another sentence of it."""
    assert found("kick* ~2 off", "kicked things off") == ["kicked things off"]
    assert found("kick* ~2 off", "kicked him off", frozenset({"him"})) == []


def test_a_kind_that_is_not_known_is_refused() -> None:
    """A list with a slip in it does not load."""
    with pytest.raises(KeyError):
        found("feed PLANT", "feed fern")


def test_a_family_joins_where_a_wording_names_three_of_it() -> None:
    """Two may be meant as they stand."""
    assert "sunday" in widened(frozenset({"monday", "tuesday", "friday", "soon"}))
    assert widened(frozenset({"monday", "tuesday"})) == {"monday", "tuesday"}


@pytest.mark.parametrize(("verb", "form"), [("flog", "flogged"), ("hit", "hitting"), ("carry", "carried")])
def test_the_forms_of_verbs_are_made(verb: str, form: str) -> None:
    """Short ones double their last letter; others are known one by one."""
    assert form in forms(verb)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("im suicdal", "i am suicidal"),
        ("I\u2019m suicidal", "i am suicidal"),
        ("I cannae go on", "i can not go on"),
        ("kms", "kill myself"),
        ("ct denies SI", "client denies suicidal thoughts"),
        ("dont wanna", "do not want to"),
        ("my id badge", "my id badge"),
        ("id rather", "i would rather"),
        ('"I want to go," she said', "they want to go , , she said"),
        ('I said "I want to go"', "i said i want to go"),
    ],
)
def test_words_are_written_out_in_one_spelling(written: str, plain: str) -> None:
    """Short forms, misspellings, places, and what others said in quotes."""
    assert [" ".join(sentence) for sentence in sentences(written)] == [plain]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("i want to die", Who.WRITER),
        ("my client wants to die", Who.OTHER),
        ("told my client i want to die", Who.WRITER),
        ("want to die", Who.UNSAID),
    ],
)
def test_whom_it_is_about_is_the_nearest_doer(text: str, whom: Who) -> None:
    """Before it first, and within or behind it else."""
    words = text.split()
    at = words.index("die")
    assert who(words, at, at + 1) is whom


@pytest.mark.parametrize("text", ["n't", "is\x00n't there", "'t 's 'll n't n't", "' ' '"])
def test_pieces_of_words_are_read_like_any_text(text: str) -> None:
    """What is left of a word that a sign broke is no word, and nothing fails on it."""
    assert read(text).label in Label
    assert all(word for sentence in sentences(text) for word in sentence)


def test_what_no_rule_saw_is_told_from_what_a_rule_set_aside() -> None:
    """The seam for whoever looks a second time."""
    assert by_rules(sentences("Nothing of it here.")).vote is None
    aside = by_rules(sentences("This rota is killing me."))
    assert aside.vote is not None
    assert aside.meaning.label is Label.IDIOM_NONE


@pytest.mark.parametrize(
    "piece", ["i want to die ", "want to die ", "kill me now ", "he said i said ", '"', "'a ", "a'b "]
)
def test_a_long_text_costs_little_more_than_its_length(piece: str) -> None:
    """Eight times as long costs no more than twelve times, however it repeats itself."""
    read(piece)

    def cost(times: int) -> float:
        best = float("inf")
        for _ in range(5):
            begun = time.process_time()
            read(piece * times)
            best = min(best, time.process_time() - begun)
        return best

    assert cost(1600) <= 12 * cost(200) + 0.005
