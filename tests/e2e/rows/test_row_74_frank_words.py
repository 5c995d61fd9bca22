"""Frank words are invited: how to ask for them, and later, what was heard and what changes."""

from __future__ import annotations

from bot.domain.prompts import Domain
from tests.content.walking import FLOWS, walked
from tests.e2e.rows.rows_library import family

FLOW = FLOWS["fit_and_referral"]


def test_questions_on_hearing_it_are_there() -> None:
    """Four in the library."""
    prompts = family("hearing-it")
    assert len(prompts) >= 4
    assert {prompt.domain for prompt in prompts} == {Domain.FEEDBACK_FIT}


def test_who_has_not_asked_yet_is_asked_how_they_could() -> None:
    """Also where it was only asked in passing."""
    for answer in ("no", "hint"):
        assert "ask" in walked(FLOW, {"heard": answer, "scope": "stay"})
    assert "ask" not in walked(FLOW, {"heard": "yes", "scope": "stay"})


def test_the_day_it_comes_back_asks_what_was_heard_and_what_changes() -> None:
    """Both in one question."""
    assert FLOW.looking_back is not None
    assert FLOW.looking_back.reflect == "What did you hear, and what will change?"
