"""A look back by itself, on every surface: chosen, told in one line, read, and asked about in a month."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.platform_restarts import PLATFORMS
from tests.e2e.rows.rows_library import names, settled
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Shown, Story, told_by
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


@pytest.mark.parametrize("surface", PLATFORMS)
def test_it_is_drawn_by_each_platform_with_all_that_can_stand_on_it(tmp_path: Path, surface: str) -> None:
    """Through the platform's own library: the line, the week with its pages, and each question."""
    with told_by(PLATFORMS[surface](tmp_path / "data", operator_set={})) as (story, _):
        play(story, settling(surface))
        story.command(WHO, "settings")
        story.press(WHO, "settings.questions")
        story.press(WHO, "questions.change")
        story.submit(WHO, "questions", third_mark="none", longest="10min", effort="yes")
        story.command(WHO, "settings")
        story.press(WHO, "week.when")
        story.submit(WHO, "week", often="month", day="mon", at="12:00")
        story.clock("2026-02-02T12:00:00Z")
        for place in range(3):
            story.command(WHO, "write")
            story.submit(WHO, "entry", text=f"{WORDS}, {place}")
        story.press(WHO, "week.open")
        story.choose(WHO, "worth.say", "partly")
        story.scale(WHO, "worth.effort", 4)
        shown = story.choose(WHO, "worth.drop", "words")
        assert [card["text_id"] for card in shown] == ["entry"]
        story.submit(WHO, "entry", text=WORDS)
        [view] = story.command(WHO, "look back")
        assert "worth.say" not in names(view)
        [page] = story.press(WHO, "then.any")
        assert WORDS in page["text"]
