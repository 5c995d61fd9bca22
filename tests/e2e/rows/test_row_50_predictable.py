"""It comes when it was said to come, no more often than was chosen, and a no costs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.rows.rows_library import names
from tests.e2e.scenario_steps import WHO
from tests.e2e.sim_driver import Shown, story_in_process
from tests.e2e.test_scenario_2 import SURFACES, settle

WEEK = range(5, 12)
"""Days of January, from a Monday to a Sunday."""
AT = [f"2026-01-{day:02}T08:30:00Z" for day in range(5, 10)]
MARKS = ["checkin.energy", "checkin.connection"]
WAYS = ["checkin.write", "checkin.skip", "help.now"]


def _week(data: Path, surface: str, answer: str) -> tuple[list[Shown], list[Shown]]:
    """Live through a week in which each check-in is answered like this; return letters and answers."""
    letters, answers = [], []
    with story_in_process(data) as story:
        settle(story, WHO, surface)
        for day in WEEK:
            came = story.clock(f"2026-01-{day:02}T08:30:00Z")
            letters += came
            if came:
                answers += story.press(WHO, answer)
            letters += story.clock(f"2026-01-{day:02}T23:59:59Z")
    return letters, answers


@pytest.mark.parametrize("surface", SURFACES)
def test_a_passed_question_brings_no_second_one(tmp_path: Path, surface: str) -> None:
    """All five of a week: each at its second, none beside it, and "Fine." is all that is said."""
    letters, answers = _week(tmp_path / "data", surface, "checkin.skip")
    assert [(one["text_id"], one["at"]) for one in letters] == [("checkin", at) for at in AT]
    assert [one["text"] for one in answers] == ["Fine."] * 5


@pytest.mark.parametrize("surface", SURFACES)
def test_what_was_passed_is_not_held_against_anybody(tmp_path: Path, surface: str) -> None:
    """The cards of a week that was passed have what those of an answered one have, and count nothing."""
    passed, _ = _week(tmp_path / "a", surface, "checkin.skip")
    answered, _ = _week(tmp_path / "b", surface, "checkin.write")
    assert [one["at"] for one in passed] == [one["at"] for one in answered]
    for one in (*passed, *answered):
        assert names(one)[:2] == MARKS
        assert [name for name in names(one) if name in WAYS] == WAYS
        assert one["summary"] == "Your check-in is here."
        assert not any(word in one["text"].lower() for word in ("missed", "again", "yesterday", "in a row"))


@pytest.mark.parametrize("surface", SURFACES)
def test_it_says_what_happens_next(tmp_path: Path, surface: str) -> None:
    """Once the hour is chosen, and after a pause: the very next day and hour."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, WHO, surface)
        assert story.shown[-1]["text"].endswith("Next: Today at 08:30.")
        story.command(WHO, "pause")
        story.clock("2026-01-06T12:00:00Z")
        [resumed] = story.command(WHO, "resume")
        assert "Tomorrow at 08:30" in resumed["text"]
