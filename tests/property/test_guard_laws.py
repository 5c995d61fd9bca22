"""What holds for a guard whatever is written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.guards.board.questions import asks_board
from bot.guards.crisis.meanings import Label
from bot.guards.crisis.reading import read

_PIECES = st.sampled_from(
    ["I want to die", "my client", "he said", "\u201cI\u201d", "killing me", ".", "\n", "not", "~", "\ud7ff"]
)


@given(st.one_of(st.text(max_size=400), st.lists(_PIECES, max_size=30).map(" ".join)))
def test_every_text_has_one_meaning_and_none_raises(text: str) -> None:
    """Any Unicode, any length: the same text always means the same."""
    assert read(text) == read(text)
    assert read(text).label in Label


@given(st.text(alphabet="abc \n", max_size=60))
def test_capitals_and_spaces_do_not_matter(text: str) -> None:
    """Who writes in capitals, or with wide gaps, is read alike."""
    danger = f"{text}. I want to die."
    assert read(danger.upper()) == read(danger.replace(" ", "  ")) == read(danger)


_OF_LAW = st.sampled_from(
    [
        "do I",
        "must I report",
        "a licence",
        "?",
        "\uff1f",
        "\n",
        '"',
        "'",
        "~",
        "the law",
        "in court",
        "said",
        "\ud7ff",
    ]
)


@given(st.one_of(st.text(max_size=400), st.lists(_OF_LAW, max_size=30).map(" ".join)))
def test_every_text_asks_a_board_or_does_not_and_none_raises(text: str) -> None:
    """Any Unicode, any length: the same text always means the same."""
    assert asks_board(text) is asks_board(text)


@given(st.text(alphabet="abc \n", max_size=60))
def test_a_question_of_law_is_found_behind_other_sentences(text: str) -> None:
    """Whatever was said before it, in capitals or with wide gaps."""
    asked = f"{text}. Do I need a licence?"
    assert asks_board(asked)
    assert asks_board(asked.upper())
    assert asks_board(asked.replace(" ", "  "))
