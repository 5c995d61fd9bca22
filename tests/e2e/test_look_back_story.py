"""A look back by itself, on every surface: chosen, told in one line, read, and asked about in a month."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.rows.rows_library import names, settled
from tests.e2e.scenario_steps import WHO
from tests.e2e.sim_driver import Shown, Story
from tests.e2e.test_scenario_2 import SURFACES

WORDS = "nineteen swallows under the boathouse roof"
LINE = "Your week is here to look back on."


def _came(story: Story, until: str, surface: str) -> list[Shown]:
    """Let time pass, and return the lines of a look back that came; a terminal is opened then."""
    shown = story.clock(until)
    if surface == "console":
        shown += story.send(do="direct", who=WHO, open=True)
        shown += story.send(do="direct", who=WHO, open=False)
    return [card for card in shown if card["text_id"] == "week.letter"]


@pytest.mark.parametrize("surface", SURFACES)
def test_a_week_comes_to_be_looked_back_on(tmp_path: Path, surface: str) -> None:
    """Once a week, after a restart too; the line says nothing, and words stay where no message remains."""
    with settled(tmp_path / "data", surface) as story:
        story.command(WHO, "settings")
        story.press(WHO, "week.when")
        story.submit(WHO, "week", often="week", day="wed", at="12:00")
        story.command(WHO, "write")
        story.submit(WHO, "entry", text=WORDS)
        story.restart()
        [line] = _came(story, "2026-01-07T12:00:00Z", surface)
        assert (line["text"], line["seen_by"]) == (LINE, "direct")
        [week] = story.press(WHO, "week.open")
        assert (week["text_id"], week["seen_by"]) == ("week", "reading")
        assert WORDS[:20] in week["text"]
        assert "worth.say" not in names(week)
        story.press(WHO, "checkin.skip")  # else it would ask about the silence
        story.restart()
        assert len(_came(story, "2026-01-14T12:00:00Z", surface)) == 1
        story.press(WHO, "checkin.skip")
        story.command(WHO, "pause")
        assert _came(story, "2026-02-03T12:00:00Z", surface) == []
        story.command(WHO, "resume")
        assert len(_came(story, "2026-02-04T12:00:00Z", surface)) == 1
        [week] = story.press(WHO, "week.open")
        assert "worth.say" in names(week)
        [asked] = story.choose(WHO, "worth.say", "no")
        assert asked["text_id"] == "worth.drop"
        story.choose(WHO, "worth.drop", "look_back")
        assert _came(story, "2026-02-25T12:00:00Z", surface) == []
    assert hits(tmp_path, WORDS) == []
