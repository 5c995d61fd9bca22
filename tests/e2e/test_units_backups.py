"""A course with units lives through a backup: a test goes on in its middle, a question keeps its clock."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.scenario_ask import answers_question, asks_instructor, of_desk
from tests.e2e.scenario_course import LEARNER, TRAINER, opened, to
from tests.e2e.scenario_units import (
    SECOND,
    answers,
    begins,
    hands_in,
    opens,
    required,
    takes_some,
    ticks,
)
from tests.e2e.shell import command
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.test_backup_and_restore import back_up


def test_a_test_goes_on_after_a_restore_and_who_left_for_good_is_not_there(tmp_path: Path) -> None:
    """The same questions in the same order, with what was chosen by then; what came later is gone."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begins(story, data, "slack", people=(LEARNER, SECOND))
        for who in (LEARNER, SECOND):
            _begins_a_test(story, who)
        asked = takes_some(story, LEARNER, 2)
    made = back_up(data)
    with story_in_process(data, start="2026-01-05T09:00:00Z") as story:
        _are_here(story)
        opens(story, LEARNER, 1)
        story.press(LEARNER, "test.open")
        later = answers(story, LEARNER, 0)
        assert "2 of 5 right" in hands_in(story, LEARNER)["text"]
        story.command(SECOND, "course")
        story.press(SECOND, "learn.leave")
        story.press(SECOND, "learn.leave.yes")
    done = command(data, "restore", str(made), "--replace")
    assert done.returncode == 0, done.stderr
    with story_in_process(data, start="2026-01-05T10:00:00Z") as story:
        _are_here(story)
        assert "1 enrolled" in opened(story)["text"]
        assert to(SECOND, story.command(SECOND, "course"))["text_id"] == "course.none"
        opens(story, LEARNER, 1)
        story.press(LEARNER, "test.open")
        assert answers(story, LEARNER, 3) == later
        assert set(asked) & set(later) == set()
        assert "5 of 5 right" in hands_in(story, LEARNER)["text"]


def test_a_question_keeps_its_clock_over_a_restore(tmp_path: Path) -> None:
    """What was promised by then is late where nobody answered; the answer comes once, to who asked."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begins(story, data, "slack", people=(LEARNER,))
        asks_instructor(story, "How do I begin where nobody speaks?")
    made = back_up(data)
    with story_in_process(data, start="2026-01-05T09:00:00Z") as story:
        story.command(TRAINER, "help", surface="slack")
        answers_question(story, "This answer is forgotten by what is put back.")
    done = command(data, "restore", str(made), "--replace")
    assert done.returncode == 0, done.stderr
    with story_in_process(data, start="2026-01-05T10:00:00Z") as story:
        for who in (TRAINER, LEARNER):
            story.command(who, "help", surface="slack")
        assert len(of_desk(story.clock("2026-01-08T12:00:00Z"), TRAINER)) == 2
        answers_question(story, "Name the silence, and leave room.")
        assert of_desk(story.clock("2026-01-20T12:00:00Z"), TRAINER) == []
        story.command(LEARNER, "course")
        story.press(LEARNER, "ask.open")
        found = to(LEARNER, story.press(LEARNER, "ask.answers"))
    assert "Name the silence" in found["text"]
    assert "forgotten" not in found["text"]


def _begins_a_test(story: Story, who: str) -> None:
    opens(story, who, 1)
    ticks(story, who, 1, *required(1))
    story.press(who, "test.open")
    story.press(who, "test.begin")


def _are_here(story: Story) -> None:
    for who in (TRAINER, LEARNER, SECOND):
        story.command(who, "help", surface="slack")
