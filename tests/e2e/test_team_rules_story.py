"""What an organisation sets and what its people get, through the front door and across a restart."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Shown, Story, story_in_process

LEAD = "lead"


def _leads(story: Story) -> None:
    """Let the platform say who looks after the organisation, and let them open its card."""
    story.send(do="role", who=LEAD, role="admin", surface="slack")
    story.command(LEAD, "admin", surface="slack")


def _came(shown: list[Shown]) -> list[str]:
    """Return what came by itself to Ana."""
    return [one["text_id"] for one in shown if one["to"] == WHO]


def test_a_hush_outlives_a_restart_and_ends_by_itself(tmp_path: Path) -> None:
    """Check-ins of that time are let go, what is asked for comes, and the next one comes at its hour."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling("slack"))
        _leads(story)
        story.press(LEAD, "admin.hush")
        [paused] = story.choose(LEAD, "admin.hush.set", "three")
        assert paused["text_id"] == "admin.hushed"
        assert _came(story.clock("2026-01-06T12:00:00Z")) == []
        assert _came(story.restart()) == []
        assert _came(story.clock("2026-01-07T23:00:00Z")) == []
        assert _came(story.command(WHO, "helpnow", surface="slack")) == ["helpnow"]
        assert _came(story.command(WHO, "checkin", surface="slack")) != []
        assert _came(story.clock("2026-01-09T08:29:59Z")) == []
        assert _came(story.clock("2026-01-09T08:30:00Z")) == ["checkin"]


def test_a_shorter_time_is_told_to_everybody_once(tmp_path: Path) -> None:
    """Also where the house ends before the letters left; its admin gets none without a notebook."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling("slack"))
        _leads(story)
        story.press(LEAD, "admin.keeping")
        story.press(LEAD, "admin.keeping.change")
        story.kill("after_commit")
        shown = story.submit(LEAD, "admin.keeping", longest="quarter")
        shown += story.restart()
        shown += story.clock("2026-01-05T20:00:00Z")
        told = [one for one in shown if one["text_id"] == "notice.ceiling"]
        assert [one["to"] for one in told] == [WHO]
        assert "from Wednesday 4 February on" in told[0]["text"]
