"""Scenario 9, skips, silence, absence: one question, then nothing; and coming back is a next slot only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_2 import SURFACES, settle


def silent(story: Story, surface: str) -> list[Shown]:
    """Let five weekdays go by without a word; return what came until the sixth."""
    settle(story, "ana", surface)
    return story.clock("2026-01-12T12:00:00Z")


def slots(shown: list[Shown]) -> list[tuple[str, str]]:
    """Return what came, and when."""
    return [(record["at"], record["text_id"]) for record in shown]


@pytest.mark.parametrize("surface", SURFACES)
def test_five_unanswered_bring_one_question_then_nothing(tmp_path: Path, surface: str) -> None:
    """Thirty days are silent, over a restart too; `resume` brings the next slot, and counts nothing."""
    with story_in_process(tmp_path / "data") as story:
        came = silent(story, surface)
        assert slots(came) == [
            *((f"2026-01-{day:02}T08:30:00Z", "checkin") for day in (5, 6, 7, 8, 9)),
            ("2026-01-12T08:30:00Z", "silence"),
        ]
        question = came[-1]
        assert question["text"].count("?") == 1
        assert [control["label"] for control in question["controls"]] == [
            "Stay quiet",
            "Three a week",
            "As it was",
        ]
        assert story.clock("2026-01-20T12:00:00Z") == []
        assert story.restart() == []
        assert story.clock("2026-02-11T12:00:00Z") == []
        [paused] = story.command("ana", "start")
        assert "Paused. Nothing comes until you say `resume`." in paused["text"]
        [resumed] = story.command("ana", "resume")
        assert resumed["text"] == "Good to see you. Tomorrow at 08:30, then."
        assert slots(story.clock("2026-02-12T23:00:00Z")) == [("2026-02-12T08:30:00Z", "checkin")]


@pytest.mark.parametrize("surface", SURFACES)
def test_a_tap_on_the_question_is_enough(tmp_path: Path, surface: str) -> None:
    """Three a week, at the same hour, from the next of their days on."""
    with story_in_process(tmp_path / "data") as story:
        silent(story, surface)
        [answer] = story.press("ana", "silence.three")
        assert "Wednesday 14 January at 08:30" in answer["text"]
        came = slots(story.clock("2026-01-19T12:00:00Z"))
        assert came == [(f"2026-01-{day}T08:30:00Z", "checkin") for day in (14, 16, 19)]


@pytest.mark.parametrize("surface", SURFACES)
def test_not_today_five_times_is_no_silence(tmp_path: Path, surface: str) -> None:
    """A skip is a full answer: the sixth day asks as ever."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", surface)
        for day in (5, 6, 7, 8, 9):
            story.clock(f"2026-01-{day:02}T12:00:00Z")
            story.press("ana", "checkin.skip")
        assert slots(story.clock("2026-01-12T12:00:00Z")) == [("2026-01-12T08:30:00Z", "checkin")]


@pytest.mark.parametrize("point", ["before_commit", "after_commit", "after_send"])
@pytest.mark.parametrize("surface", ["console", "slack"])
def test_a_crash_around_the_question_asks_it_once(tmp_path: Path, surface: str, point: str) -> None:
    """Killed at any named point, there is one question and then quiet."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", surface)
        story.clock("2026-01-11T12:00:00Z")
        story.kill(point)
        came = story.clock("2026-01-12T08:30:00Z")
        came += story.restart()
        came += story.command("ana", "help")
        came += story.clock("2026-02-12T12:00:00Z")
        assert [record["text_id"] for record in came if record["text_id"] != "help"] == ["silence"]


@pytest.mark.parametrize("surface", SURFACES)
def test_leave_is_silent_and_ends_by_itself(tmp_path: Path, surface: str) -> None:
    """Quiet until the day, over a restart; then its first slot, with no word about what went by."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", surface)
        [said] = story.command("ana", "leave until 2 February")
        assert said["text"].startswith("Quiet until Monday 2 February. Nothing will be waiting for you.")
        assert story.clock("2026-01-20T12:00:00Z") == []
        assert story.restart() == []
        story.send(do="direct", who="ana", open=True)  # a terminal that was torn down is opened again
        assert slots(story.clock("2026-02-02T12:00:00Z")) == [("2026-02-02T08:30:00Z", "checkin")]
        assert "leave" not in story.command("ana", "settings")[0]["text"]


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
def test_a_crash_while_leaving_never_lies(tmp_path: Path, point: str) -> None:
    """Without its answer the word can be said again, and the leave holds from then on."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", "slack")
        story.kill(point)
        assert story.command("ana", "leave until 12 January") == []
        [said] = story.command("ana", "leave until 12 January")
        assert said["text_id"] == "leave"
        assert slots(story.clock("2026-01-12T12:00:00Z")) == [("2026-01-12T08:30:00Z", "checkin")]
