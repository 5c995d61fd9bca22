"""Scenario 11, a live course: published with its disclosures, joined by a code, and asked at its hours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.scenario_course import (
    COURSE,
    DISCLOSURES,
    LEARNER,
    TIMES,
    TRAINER,
    asks,
    drafted,
    entered,
    launched,
    lives,
    published,
    pushed,
    settles_in_auckland,
    to,
    trains,
)
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_14 import HOSTED


@pytest.mark.parametrize("surface", HOSTED)
def test_publishing_without_disclosures_is_refused(tmp_path: Path, surface: str) -> None:
    """With everything that is missing at once; nobody joins a draft; entered, it can be joined."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        trains(story, data, surface)
        draft = drafted(story)
        assert draft["text_id"] == "course.overview"
        entered(story, disclosures="")
        refused = to(TRAINER, story.press(TRAINER, "course.publish"))
        assert refused["text_id"] == "course.not_published"
        assert "The disclosures are empty." in refused["text"]
        entered(story)
        assert to(TRAINER, story.press(TRAINER, "course.publish"))["text_id"] == "course.published"


@pytest.mark.parametrize("surface", HOSTED)
def test_a_learner_joins_by_the_code_and_has_to_tick_the_disclosures(tmp_path: Path, surface: str) -> None:
    """One card, one tick; without it nobody is in; two joins are one enrolment."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        trains(story, data, surface)
        code = published(story)
        settles_in_auckland(story, surface)
        card = to(LEARNER, story.command(LEARNER, f"join {code}"))
        assert card["text_id"] == "learn.offer"
        assert "Level: all levels" in card["text"]
        assert "Free to cancel until: Monday 19 January 2026" in card["text"]
        form = to(LEARNER, story.press(LEARNER, "learn.agree"))
        assert DISCLOSURES in form["form"]["intro"]
        [refused] = story.submit(LEARNER, "learn", agreed=None)
        assert "tick that you did" in str(refused["errors"])
        assert to(LEARNER, story.submit(LEARNER, "learn", agreed="yes"))["text_id"] == "learn.joined"
        again = to(LEARNER, story.command(LEARNER, f"join {code}"))
        assert again["text_id"] == "learn.shown"
        assert "1 enrolled" in to(TRAINER, story.command(TRAINER, "course"))["text"]


@pytest.mark.parametrize("surface", HOSTED)
def test_twelve_questions_come_at_the_computed_times(tmp_path: Path, surface: str) -> None:
    """In her own zone, outside her quiet hours, over a change of the clock in New York and a restart."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        trains(story, data, surface)
        code = published(story)
        settles_in_auckland(story, surface)
        story.command(LEARNER, f"join {code}")
        story.press(LEARNER, "learn.agree")
        story.submit(LEARNER, "learn", agreed="yes")
        launched(story)
        came = lives(story, "2026-02-12T12:00:00Z")
        story.restart()
        came += lives(story, "2026-03-20T12:00:00Z")
        found = {
            next(begin for begin in TIMES if begin in asks(record)): record["at"]
            for record in pushed(came, LEARNER)
        }
        assert found == TIMES
        assert len(pushed(came)) == len(TIMES)
        assert COURSE not in str([record["summary"] for record in came])
