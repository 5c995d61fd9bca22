"""Questions of law and licence by rules alone: what is told from talk, and which words are not enough."""

from __future__ import annotations

from time import process_time

import pytest

from bot.domain.journal import DRAFT_MAX
from bot.guards.board.questions import asks_board
from tests.unit.board_texts import ASKED, NOT_ASKED

ENTANGLED = [
    "?",
    "do i? ",
    "should i ",
    "said 'a ",
    'said "',
    "hi, ",
    "as a ",
    "can my a b c d e f g h ",
    "a",
]
"""What patterns like these could be slow on, again and again."""


def test_a_question_of_law_or_licence_is_told() -> None:
    """Every one of the development set."""
    assert [text for text in ASKED if not asks_board(text)] == []


def test_what_only_sounds_like_one_is_not() -> None:
    """None of the near misses of the development set."""
    assert [text for text in NOT_ASKED if asks_board(text)] == []


def test_the_development_set_is_large_and_says_nothing_twice() -> None:
    """Many wordings of both kinds."""
    assert len({*ASKED, *NOT_ASKED}) == len(ASKED) + len(NOT_ASKED)
    assert min(len(ASKED), len(NOT_ASKED)) > 100


@pytest.mark.parametrize(
    "text",
    [
        "DO I NEED A LICENSE?",
        "Do I  need\ta licence",
        "Must I report it\uff1f",
        "I don\u2019t know. Can\u2019t a nurse practise in two states?",
        f"{'So it went. ' * 400}Do I have to report it?",
        f"{'and then ' * 400}do I need a licence?",
    ],
)
def test_it_is_read_however_it_is_written(text: str) -> None:
    """Capitals, gaps, other signs, and much before it."""
    assert asks_board(text)


def test_of_a_sentence_without_an_end_its_beginning_and_its_end_are_looked_at() -> None:
    """No question is so long."""
    assert not asks_board(f"{'x' * 5_000} licence {'x' * 5_000}?")


@pytest.mark.parametrize("piece", ENTANGLED)
def test_four_times_the_text_takes_about_four_times_as_long(piece: str) -> None:
    """No text is slow: it is looked at whenever somebody writes."""
    short = piece * (DRAFT_MAX // 8 // len(piece))
    takes = [min(_seconds(text) for _ in range(3)) for text in (short, short * 4)]
    assert takes[1] < 12 * takes[0] + 0.01


def _seconds(text: str) -> float:
    begun = process_time()
    asks_board(text)
    return process_time() - begun
