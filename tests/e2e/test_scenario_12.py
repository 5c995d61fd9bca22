"""Scenario 12, a trainer asks for more: figures of enough people, once; a page, by its writer alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.scenario_course import (
    COHORT,
    TRAINER,
    answers_open,
    asks,
    cohort_begins,
    confirmed_whole,
    figures,
    joins,
    opened,
    pushed,
    reads_before_showing,
    to,
)
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import CANARY
from tests.e2e.test_scenario_14 import HOSTED

ANY = ["slack"]
ASKED, CLOSES = "2026-02-21T08:00:00Z", "2026-02-23T21:00:00Z"
"""When the scale after the third session comes to who lives by UTC, and when the next session closes it."""
SOME = COHORT[:6]
WILLING = (2, 3, 5, 6, 6, 7, 9, 10, 4, 4, 8, 5)


@pytest.mark.parametrize(
    ("surface", "count", "told"),
    [
        ("slack", 7, "Not shown."),
        ("slack", 8, "8+ answers; the middle is 6,"),
        ("discord", 8, "8+ answers; the middle is 6,"),
    ],
)
def test_a_scale_is_told_of_eight_once_and_never_again(
    tmp_path: Path, surface: str, count: int, told: str
) -> None:
    """Of seven nothing; it is told when the window closes, and nothing later changes it."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        code = cohort_begins(story, data, surface)
        came = pushed(story.clock(ASKED))
        assert sorted(record["to"] for record in came) == sorted(COHORT)
        assert all("How willing are you" in asks(record) for record in came)
        for who, step in zip(COHORT[:count], WILLING, strict=False):
            story.scale(who, "push.answer", step)
        assert "Not shown." not in figures(story)
        assert "8+" not in figures(story)
        story.clock(CLOSES)
        before = figures(story)
        assert told in before
        story.scale(COHORT[-1], "push.answer", 10)
        story.command(COHORT[0], "course")
        story.press(COHORT[0], "learn.leave")
        story.press(COHORT[0], "learn.leave.yes")
        joins(story, "late", code, surface)
        story.restart()
        assert figures(story) == before


@pytest.mark.parametrize(("count", "told"), [(4, "Not shown."), (5, "5+ answers")])
@pytest.mark.parametrize("surface", ANY)
def test_yes_and_no_are_told_of_five(tmp_path: Path, surface: str, count: int, told: str) -> None:
    """To a question of the trainer's own; an answer of one or two stands in it as another."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        cohort_begins(story, data, surface, people=SOME)
        opened(story)
        story.press(TRAINER, "own.write")
        story.submit(TRAINER, "own", text="Was there a pause in your week?", answers="yes\nno")
        came = pushed([*story.press(TRAINER, "own.send"), *story.clock("2026-02-19T13:00:00Z")])
        assert sorted(record["to"] for record in came) == sorted(SOME)
        for place, who in enumerate(SOME[:count]):
            options = story.control(who, "push.answer")["options"]
            story.choose(who, "push.answer", options[place % 2]["name"])
        story.clock(CLOSES)
        text = figures(story)
        assert told in text
        assert "no 40 %" not in text


@pytest.mark.parametrize("surface", ANY)
def test_a_split_of_eight_and_four_tells_neither(tmp_path: Path, surface: str) -> None:
    """By who was there live: one side is too small, so that it is told all together."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        cohort_begins(story, data, surface)
        story.clock(ASKED)
        confirmed_whole(story, 3, *COHORT[:8])
        opened(story)
        assert "In two parts" in asks(to(TRAINER, story.press(TRAINER, "figure.show")))
        story.press(TRAINER, "figure.parts")
        for who, step in zip(COHORT, WILLING, strict=True):
            story.scale(who, "push.answer", step)
        story.clock(CLOSES)
        text = figures(story)
        assert "There live at session 3" not in text
        assert "8+ answers; the middle is 5.5," in text


@pytest.mark.parametrize("surface", ANY)
def test_a_request_for_what_people_wrote_is_refused(tmp_path: Path, surface: str) -> None:
    """With one sentence; and no card of a trainer has a word that a learner wrote."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        cohort_begins(story, data, surface, people=COHORT[:2])
        answers_open(story, COHORT[0], CANARY)
        refused = to(TRAINER, story.command(TRAINER, "course answers"))
        assert refused["text_id"] == "course.no_free_text"
        opened(story)
        story.press(TRAINER, "course.learners")
        assert not any(CANARY in str(record) for record in story.shown if record["to"] == TRAINER)


@pytest.mark.parametrize("surface", HOSTED)
def test_one_page_is_shown_by_choice_and_gone_when_it_is_taken_back(tmp_path: Path, surface: str) -> None:
    """Read beforehand exactly as it would be; then the trainer sees that one, and on the next look none."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        cohort_begins(story, data, surface, people=COHORT[:2])
        who = COHORT[0]
        answers_open(story, who, CANARY)
        read = reads_before_showing(story, who)
        assert (read["text_id"], read["seen_by"], CANARY in read["text"]) == ("learn.show", "reading", True)
        told = story.press(who, "learn.show.as_it_is")
        assert [CANARY in str(record) for record in told if record["to"] == TRAINER] == [False]
        shown = to(TRAINER, story.press(TRAINER, "learn.shared"))
        assert (shown["seen_by"], CANARY in shown["text"]) == ("reading", True)
        assert who in shown["text"].casefold()
        assert to(who, story.press(who, "learn.unshow"))["text_id"] == "learn.unshown"
        gone = to(TRAINER, story.press(TRAINER, "learn.shared"))
        assert (gone["text_id"], CANARY in str(gone)) == ("learn.shared.none", False)
        assert hits(tmp_path, CANARY) == []
