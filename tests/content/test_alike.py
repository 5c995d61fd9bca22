"""Prompts that ask nearly the same: found by the words that carry the meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.content.alike import TOO_ALIKE, alike_pairs, content_words, likeness, stem

WORDS = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways_and_between_0_and_1(
    one: frozenset[str], other: frozenset[str]
) -> None:
    """Jaccard's index, as it is defined."""
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@given(WORDS)
def test_only_equal_sets_are_wholly_alike(one: frozenset[str]) -> None:
    """A set is like itself, and adding a word makes it less so."""
    assert likeness(one, one) == (1 if one else 0)
    assert likeness(one, one | {"z"}) < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("rests", "resting"), ("carried", "carries"), ("plan", "planned"), ("quiet", "quietly")],
)
def test_endings_do_not_hide_a_word(one: str, other: str) -> None:
    """Two forms of a word have one stem."""
    assert stem(one) == stem(other)


def test_small_words_do_not_count() -> None:
    """What holds a sentence together says nothing of what it asks."""
    assert content_words("What is it that you would do about the \u2019quiet\u2019?") == {"quiet"}


def test_a_paraphrase_is_found_and_a_neighbour_is_not() -> None:
    """Reworded is too alike; the same subject asked differently is not."""
    texts = {
        "a": "Which thought kept returning while you were driving home today?",
        "b": "While driving home, which thoughts kept on returning?",
        "c": "Which colour did the sky have on your way home?",
    }
    assert [(one, other) for one, other, share in alike_pairs(texts) if share >= TOO_ALIKE] == [("b", "a")]


def test_the_same_text_twice_is_found_even_without_a_word_that_counts() -> None:
    """Capitals and small words alone cannot hide a copy."""
    assert alike_pairs({"a": "Is it so?", "b": "is it SO?"}) == [("b", "a", 1.0)]
    assert alike_pairs({"a": "Is it so?", "b": "Was it not?"}) == []
