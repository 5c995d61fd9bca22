"""What holds for a guard whatever is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guards.board.questions import asks_board
from bot.guards.crisis.reading import read
from tests.property.guard_laws import try_texts
from tests.property.guard_texts import KINDS

IN_ALL = 2_000


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_raises_and_what_is_found_lies_in_it(kind: str) -> None:
    """Any Unicode, any length: places in order and apart, masks that touch nothing else, one meaning."""
    texts, how_many = KINDS[kind]
    assert try_texts(texts, how_many).total() >= how_many


def test_two_thousand_texts_are_tried_in_all() -> None:
    """So many as were asked for."""
    assert sum(how_many for _, how_many in KINDS.values()) == IN_ALL


def test_the_texts_are_such_that_both_guards_find_something() -> None:
    """Laws about places say nothing of texts without one."""
    met = try_texts(KINDS["spaced"][0], 200)
    assert {"NAME", "EMAIL", "self_risk_high"} <= met.keys()


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
