"""A trainer takes a question out of a test, and gives one more attempt: what a learner sees of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.scenario_course import LEARNER, TRAINER, to
from tests.e2e.scenario_units import begins, course, hands_in, opens, required, takes, ticks
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_14 import HOSTED


@pytest.mark.parametrize("surface", HOSTED)
def test_a_question_taken_out_finishes_the_unit_of_who_passes_by_it(tmp_path: Path, surface: str) -> None:
    """Three of five, and one of the two wrong ones is out: she hears it, and finds the unit finished."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begins(story, data, surface)
        asked = _not_passed(story)
        _questions(story)
        name = _name_of(asked[-1])
        while name not in _options(story):
            story.press(TRAINER, "items.unit")  # More questions
        card = to(TRAINER, story.choose(TRAINER, "items.one", name)[-1:])
        assert "11 questions are left, of which a test draws 5" in card["text"]
        story.press(TRAINER, "items.out")
        story.clock("2026-01-07T20:00:00Z")
        assert _who_heard(story, "course.question_out") == [LEARNER]
        assert "finished" in opens(story, LEARNER, 1)["text"]


def test_one_more_attempt_is_heard_of_and_passed(tmp_path: Path) -> None:
    """After three in vain the trainer gives one more by name; with it she passes."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begins(story, data, "slack")
        for day in ("06", "07", "08"):
            _not_passed(story)
            story.clock(f"2026-01-{day}T15:00:00Z")
        opens(story, LEARNER, 1)
        assert to(LEARNER, story.press(LEARNER, "test.open"))["text_id"] == "test.spent"
        story.command(TRAINER, "course")
        story.press(TRAINER, "items.open")
        story.press(TRAINER, "items.more")
        [option] = story.control(TRAINER, "items.more.ask")["options"]
        story.choose(TRAINER, "items.more.ask", option["name"])
        story.press(TRAINER, "items.more.give")
        story.clock("2026-01-09T20:00:00Z")
        assert _who_heard(story, "course.one_more") == [LEARNER]
        opens(story, LEARNER, 1)
        story.press(LEARNER, "test.open")
        takes(story, LEARNER, 5)
        assert "the test is passed" in hands_in(story, LEARNER)["text"]


def _not_passed(story: Story) -> list[str]:
    """Let the learner have three of five; return the texts of what was asked."""
    card = opens(story, LEARNER, 1)
    if "test.open" not in _names(card):
        ticks(story, LEARNER, 1, *required(1))
    story.press(LEARNER, "test.open")
    asked = takes(story, LEARNER, 3)
    assert "not passed yet" in hands_in(story, LEARNER)["text"]
    return asked


def _questions(story: Story) -> None:
    story.command(TRAINER, "course")
    story.press(TRAINER, "items.open")
    story.choose(TRAINER, "items.unit", "1")


def _options(story: Story) -> list[str]:
    return [each["name"] for each in story.control(TRAINER, "items.one")["options"]]


def _name_of(text: str) -> str:
    """Return how the trainer's controls name a question of the first unit."""
    [place] = [place for place, each in enumerate(course().units[0].test) if each.text == text]
    return f"1.{place}"


def _who_heard(story: Story, text_id: str) -> list[str]:
    """Return to whom a word came, as often as it did."""
    return [each["to"] for each in story.shown if each["text_id"] == text_id]


def _names(record: Shown) -> list[str]:
    return [each["name"] for each in record["controls"] or ()]
