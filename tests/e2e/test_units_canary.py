"""A test, through the real house: what was asked and chosen is before who takes it, in clear nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.courses.sittings import Sitting, sitting_body
from bot.services.courses import learners
from bot.services.sealing import Body
from tests.e2e.canary_watch import Watch
from tests.e2e.scenario_course import LEARNER, TRAINER
from tests.e2e.scenario_units import begins, course, hands_in, opens, required, takes, ticks
from tests.e2e.sim_driver import Story, story_in_process

_log = logging.getLogger("bot.planted")


def test_no_answer_of_a_test_lies_in_clear(watch: Watch) -> None:
    """In the middle, over a kill and a restart, and handed in: on no disk, in no log, before no trainer."""
    with story_in_process(watch.home / "data") as story:
        _begun(story, watch)
        asked = takes(story, LEARNER, 3)
        story.kill("after_commit")
        story.press(LEARNER, "test.hand_in")
        story.restart()
        opens(story, LEARNER, 1)
        story.press(LEARNER, "test.open")
        told = story.press(LEARNER, "test.result")
        assert [record["seen_by"] for record in told] == ["reading"]
        story.command(TRAINER, "course")
        story.press(TRAINER, "course.learners")
        assert [*_in_clear(watch.home, asked)] == []
        theirs = [str(record) for record in story.shown if record["to"] == TRAINER]
        assert [text for text in asked for record in theirs if text in record] == []


def test_a_leak_of_a_test_is_found(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted where a test is about to be sealed, as a careless line in the log would be."""

    def telling(sitting: Sitting) -> Body:
        body = sitting_body(sitting)
        _log.debug("a test: %s", body)
        return body

    monkeypatch.setattr(learners, "sitting_body", telling)
    with story_in_process(watch.home / "data") as story:
        _begun(story, watch)
        asked = takes(story, LEARNER, 5)
        hands_in(story, LEARNER)
    assert {path.name for path in _in_clear(watch.home, asked)} == {"everything.log"}


def _begun(story: Story, watch: Watch) -> None:
    begins(story, watch.home / "data", "slack")
    opens(story, LEARNER, 1)
    ticks(story, LEARNER, 1, *required(1))
    story.press(LEARNER, "test.open")


def _in_clear(home: Path, asked: list[str]) -> Iterator[Path]:
    """Yield each file in which a question of these stands, by its text or its name, or an option of one."""
    questions = [each for unit in course().units for each in unit.test if each.text in asked]
    told = [text for each in questions for text in (each.text, each.why, *each.options) if len(text) > 9]
    told += [f"{quote}{each.id}{quote}" for each in questions for quote in "'\""]
    needles = [text.encode(how) for text in told for how in ("utf-8", "utf-16-le")]
    for path in home.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            yield from (path for needle in needles if needle in held)
