"""A course lives through a backup; who left it for good does not come back with one, nor what they showed."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.scenario_course import (
    COHORT,
    TRAINER,
    answers_open,
    cohort_begins,
    opened,
    pushed,
    shows_a_page,
    to,
)
from tests.e2e.shell import command
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_backup_and_restore import back_up
from tests.e2e.test_scenario_2 import CANARY


def test_a_backup_brings_a_course_back_but_nobody_who_left_it(tmp_path: Path) -> None:
    """Nothing more comes to them, their trainer sees no page of theirs, and the others go on."""
    data, who, other = tmp_path / "data", COHORT[0], COHORT[1]
    with story_in_process(data) as story:
        cohort_begins(story, data, "slack", people=COHORT[:2])
        answers_open(story, who, CANARY)
        shows_a_page(story, who)
    made = back_up(data)
    with story_in_process(data, start="2026-02-23T10:00:00Z") as story:
        for one in COHORT[:2]:
            story.command(one, "help", surface="slack")
        story.command(who, "course")
        story.press(who, "learn.leave")
        story.press(who, "learn.leave.yes")
    done = command(data, "restore", str(made), "--replace")
    assert done.returncode == 0, done.stderr
    with story_in_process(data, start="2026-02-23T11:00:00Z") as story:
        story.command(TRAINER, "help", surface="slack")
        assert "1 enrolled" in opened(story)["text"]
        assert to(TRAINER, story.press(TRAINER, "learn.shared"))["text_id"] == "learn.shared.none"
        assert {record["to"] for record in pushed(story.clock("2026-03-15T12:00:00Z"))} == {other}
        assert to(who, story.command(who, "course", surface="slack"))["text_id"] == "course.none"
        assert CANARY in to(who, story.command(who, "journal last"))["text"]
