"""Scenario 13, a self-paced course: units with tests, a question to the instructor, evidence in the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.documents.documents import ReportLabDocuments
from tests.e2e.disk import hits
from tests.e2e.scenario_ask import (
    FRIDAY_AT_FIVE,
    answers_question,
    asks_instructor,
    of_desk,
    reads_question,
    receipt_of,
)
from tests.e2e.scenario_course import LEARNER, TRAINER, to
from tests.e2e.scenario_units import (
    SECOND,
    begins,
    course,
    finishes,
    hands_in,
    opens,
    plain,
    record_of,
    required,
    takes,
    ticks,
)
from tests.e2e.sim_driver import Shown, story_in_process
from tests.e2e.test_scenario_2 import CANARY
from tests.e2e.test_scenario_14 import HOSTED

ANSWER = "Begin with the quietest chair."
ANY = ["slack"]
"""Where what is told of one platform is true of each."""


@pytest.mark.parametrize("surface", HOSTED)
def test_a_test_is_locked_until_both_items_are_ticked(tmp_path: Path, surface: str) -> None:
    """What is still to be ticked stands there; with one ticked it stays locked, with both it opens."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begins(story, data, surface)
        first, second = required(1)
        card = opens(story, LEARNER, 1)
        assert "test.open" not in _names(card)
        assert "test.open" not in _names(ticks(story, LEARNER, 1, first))
        card = ticks(story, LEARNER, 1, second)
        assert "test.open" in _names(card)
        shown = to(LEARNER, story.press(LEARNER, "test.open"))
        assert (shown["text_id"], "test.begin" in _names(shown)) == ("test.before", True)


@pytest.mark.parametrize("surface", HOSTED)
def test_three_of_five_come_with_reasons_and_four_pass_after_the_cool_down(
    tmp_path: Path, surface: str
) -> None:
    """Twelve hours lie between two attempts: earlier it is refused with the time; other questions come."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begins(story, data, surface)
        opens(story, LEARNER, 1)
        ticks(story, LEARNER, 1, *required(1))
        story.press(LEARNER, "test.open")
        asked = takes(story, LEARNER, 3)
        told = hands_in(story, LEARNER)
        assert "3 of 5 right. It takes 4: not passed yet." in told["text"]
        assert [why for why in _reasons(asked) if why not in plain(told["text"])] == []
        story.clock("2026-01-05T19:00:00Z")
        opens(story, LEARNER, 1)
        refused = to(LEARNER, story.press(LEARNER, "test.open"))
        assert (refused["text_id"], "20:0" in refused["text"]) == ("test.cooling", True)
        story.clock("2026-01-05T21:00:00Z")
        opens(story, LEARNER, 1)
        story.press(LEARNER, "test.open")
        again = takes(story, LEARNER, 4)
        assert set(again) & set(asked) == set()
        passed = hands_in(story, LEARNER)
        assert "4 of 5 right: the test is passed. Unit 1 is finished." in passed["text"]


@pytest.mark.parametrize("hours", ["4", ""])
@pytest.mark.parametrize("surface", ANY)
def test_all_five_units_end_in_evidence_with_the_hours_that_were_entered(
    tmp_path: Path, surface: str, hours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the organiser entered none, no hours stand there."""
    monkeypatch.setattr(ReportLabDocuments, "makes_pdf", False)
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begins(story, data, surface, hours=hours)
        for unit in course().units:
            finishes(story, LEARNER, unit.n)
        text = record_of(story, LEARNER)
        assert "Evidence of completion. Your board decides." in text
        assert [unit.title for unit in course().units if unit.title not in text] == []
        assert "not yet" not in text
        assert ("hours" in text) is bool(hours)


def _names(record: Shown) -> list[str]:
    return [control["name"] for control in record["controls"] or ()]


def _reasons(asked: list[str]) -> list[str]:
    """Return the reason of each question that was asked."""
    every = {question.text: question.why for unit in course().units for question in unit.test}
    return [plain(every[text]) for text in asked]


@pytest.mark.parametrize("surface", HOSTED)
def test_a_question_is_nudged_after_36_hours_and_late_after_48(tmp_path: Path, surface: str) -> None:
    """Asked on a Friday at five: the receipt says all of that; its instructor never answers, and it ends."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begins(story, data, surface)
        story.clock(FRIDAY_AT_FIVE)
        shown = asks_instructor(story, CANARY)
        receipt = receipt_of(shown)
        assert [each for each in ("48 hours", "not live", "emergencies") if each not in receipt["text"]] == []
        assert len(of_desk(shown, TRAINER)) == 1
        assert of_desk(story.clock("2026-01-11T09:30:00Z"), TRAINER) == []
        nudged = story.clock("2026-01-11T10:30:00Z")
        assert [len(of_desk(nudged, who)) for who in (TRAINER, LEARNER)] == [1, 0]
        late = story.clock("2026-01-12T12:00:00Z")
        assert [len(of_desk(late, who)) for who in (TRAINER, LEARNER)] == [1, 1]
        assert of_desk(late, LEARNER)[0]["text_id"] == "ask.told.late"
        ends = story.clock("2026-02-01T12:00:00Z")
        assert [one["text_id"] for one in of_desk(ends, LEARNER)] == ["ask.told.closed"]
        came = [record for record in (*shown, *nudged, *late, *ends) if record["kind"] == "card"]
        assert [one for one in came if CANARY in str(one) and one["seen_by"] != "reading"] == []
        assert [of_desk(story.clock("2026-03-15T12:00:00Z"), who) for who in (TRAINER, LEARNER)] == [[], []]


@pytest.mark.parametrize("surface", HOSTED)
def test_an_answer_stops_the_clock(tmp_path: Path, surface: str) -> None:
    """It comes to who asked alone, and after it neither a nudge nor a word that it is late."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begins(story, data, surface, people=(LEARNER, SECOND))
        story.clock(FRIDAY_AT_FIVE)
        asks_instructor(story, CANARY)
        read = reads_question(story)
        assert (CANARY in read["text"], read["seen_by"]) == (True, "reading")
        story.clock("2026-01-10T15:00:00Z")
        answers_question(story, ANSWER)
        came = story.clock("2026-01-11T12:00:00Z")
        told = [one for one in of_desk(story.shown, LEARNER) if one["text_id"] == "ask.told.answered"]
        assert len(told) == 1
        looked = to(LEARNER, story.press(LEARNER, "ask.look"))
        assert (ANSWER in looked["text"], looked["seen_by"]) == (True, "reading")
        came += story.clock("2026-02-01T12:00:00Z")
        assert of_desk(came, TRAINER) == []
        theirs = [str(record) for record in story.shown if record["to"] == SECOND]
        assert [one for one in theirs if CANARY in one or ANSWER in one] == []
        assert hits(tmp_path, CANARY) == []
