"""Recovery words: what is drawn can be written on paper and typed again, and a slip is noticed."""

from __future__ import annotations

import hashlib

import pytest

from adapters.vault import words
from adapters.vault.word_list import WORDS
from bot.errors import WordsWrong

SECRET = bytes(range(16))
CHOSEN = words.words_of(SECRET)


def test_the_list_is_known_by_four_letters_and_never_changes() -> None:
    """Words on paper stand for their places in it, for as long as somebody keeps the paper."""
    assert len(WORDS) == len({word[:4] for word in WORDS}) == 1024
    assert list(WORDS) == sorted(WORDS)
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 6 for word in WORDS)
    assert (
        hashlib.sha256(" ".join(WORDS).encode()).hexdigest()
        == "4aaa646b0250ad3bcbba55924cf9b249c03a43972878261ade0d1e1a0d13e96e"
    )


def test_words_carry_128_bits() -> None:
    """Fourteen words of ten bits: a secret that is drawn, and a check value of twelve."""
    assert words.SECRET_BYTES * 8 == 128
    assert len(CHOSEN) == words.COUNT == 14
    assert len({words.draw() for _ in range(100)}) == 100


@pytest.mark.parametrize(
    "typed",
    [
        " ".join(CHOSEN),
        "  ".join(CHOSEN).upper(),
        ", ".join(CHOSEN),
        "\n".join(f"{n}. {word}" for n, word in enumerate(CHOSEN, start=1)),
        " ".join(word[:4] for word in CHOSEN),
    ],
    ids=["plain", "capitals", "commas", "numbered", "four letters"],
)
def test_words_are_read_however_they_were_typed(typed: str) -> None:
    """Numbers, commas and capitals do not matter, and four letters are enough."""
    assert words.read_words(typed) == SECRET


def test_words_that_are_too_few_or_unknown_are_told_by_their_places() -> None:
    """The sentence quotes none of them."""
    with pytest.raises(WordsWrong, match="13 were typed"):
        words.read_words(" ".join(CHOSEN[1:]))
    with pytest.raises(WordsWrong, match="number 2, 14"):
        words.read_words(" ".join([CHOSEN[0], "xylophone", *CHOSEN[2:13], CHOSEN[13] + "x"]))


def test_a_wrong_word_is_noticed() -> None:
    """Of all single words that could stand in a place, hardly one passes but the right one."""
    passed = 0
    for place in (0, 6, 13):
        for other in WORDS:
            typed = [*CHOSEN[:place], other, *CHOSEN[place + 1 :]]
            try:
                passed += words.read_words(" ".join(typed)) != SECRET
            except WordsWrong:
                continue
    assert passed <= 5
