"""A question to the instructor, through the real house: two people read it, where nothing remains of it."""

from __future__ import annotations

import logging

import pytest

from adapters.vault.vault import SealingVault
from bot.ports.vault import Cell
from tests.e2e.canary_watch import Watch
from tests.e2e.disk import sentence
from tests.e2e.scenario_ask import answers_question, asks_instructor, reads_question
from tests.e2e.scenario_course import LEARNER, TRAINER
from tests.e2e.scenario_units import SECOND, begins
from tests.e2e.sim_driver import Story, story_in_process

ASKED, SAID = sentence("asked an instructor"), sentence("an instructor said")
_log = logging.getLogger("bot.planted")


def test_a_question_and_its_answer_lie_in_clear_nowhere(watch: Watch) -> None:
    """Over a kill and a restart, a nudge, its answer, and an erasing; no other learner sees a word of it."""
    with story_in_process(watch.home / "data") as story:
        begins(story, watch.home / "data", "slack", people=(LEARNER, SECOND))
        story.clock("2026-01-06T12:00:00Z")
        story.kill("after_commit")
        asks_instructor(story, ASKED)
        story.restart()
        story.clock("2026-01-08T02:00:00Z")
        assert ASKED in reads_question(story)["text"]
        answers_question(story, SAID)
        story.clock("2026-01-08T12:00:00Z")
        assert SAID in str(story.press(LEARNER, "ask.look"))
        assert _found(watch, story) == []
        theirs = [str(record) for record in story.shown if record["to"] == SECOND]
        assert [one for one in theirs if ASKED in one or SAID in one] == []
        story.command(LEARNER, "erase")
        story.press(LEARNER, "erase.ask")
        story.press(LEARNER, "erase.confirm")
        story.command(TRAINER, "course")
        desk = story.press(TRAINER, "ask.desk")
        assert [name for record in desk for name in record["controls"] if name["name"] == "ask.reread"] == []
    assert [place for place in _found(watch, story) if not place.startswith("memory: ")] == []


def test_a_leak_of_a_question_is_found(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted where posts are sealed: a careless line in the log, with what is about to be closed."""
    seal = SealingVault.seal

    def telling(vault: SealingVault, cell: Cell, text: str) -> object:
        if cell.table == "posts":
            _log.debug("a post: %s", text)
        return seal(vault, cell, text)

    monkeypatch.setattr(SealingVault, "seal", telling)
    with story_in_process(watch.home / "data") as story:
        begins(story, watch.home / "data", "slack")
        asks_instructor(story, ASKED)
        assert {place.partition(":")[0] for place in _found(watch, story)} == {"everything.log"}


def _found(watch: Watch, story: Story) -> list[str]:
    return [place for words in (ASKED, SAID) for place in watch.findings(story, words)]
