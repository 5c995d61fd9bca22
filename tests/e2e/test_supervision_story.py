"""Supervision with the libraries that ship: from a mark to the day after; a file only after the card."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.e2e.canary_watch import carried_along, seen_by_others
from tests.e2e.disk import hits, sentence
from tests.e2e.platform_restarts import PLATFORMS
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Story, staged, story_in_process
from tests.e2e.test_scenario_15 import export

LINE = "Tomorrow is the day that you set aside. What you kept for it is here."


def _marked(story: Story, text: str) -> None:
    story.command(WHO, "write")
    story.submit(WHO, "entry", text=text)
    story.command(WHO, "journal last")
    story.press(WHO, "entry.supervise")


@pytest.mark.parametrize("surface", PLATFORMS)
def test_from_a_mark_to_the_day_after(tmp_path: Path, surface: str) -> None:
    """Marked, announced without a word, read whole, a file after the card, noted, off the list; sealed."""
    pages = [sentence(f"supervision/{surface}/{number}") for number in range(2)]
    agreed = sentence(f"agreed/{surface}")
    with staged(PLATFORMS[surface]), story_in_process(tmp_path / "data") as story:
        play(story, settling(surface))
        for text in pages:
            _marked(story, text)
        story.command(WHO, "supervision")
        story.press(WHO, "supervision.when")
        story.submit(WHO, "supervision", on="2026-01-08", at="14:00", weeks="2")
        story.restart()
        [line] = [one for one in story.clock("2026-01-07T08:30:00Z") if one["text_id"] != "checkin"]
        assert (line["text"], line["seen_by"]) == (LINE, "direct")
        [listed] = story.press(WHO, "supervision.open")
        assert listed["seen_by"] == "reading"
        assert all(text in listed["text"] for text in pages)
        [whole] = story.press(WHO, "supervision.take")
        assert all(text in whole["text"] for text in pages)
        [offer] = story.press(WHO, "supervision.file")
        assert "The platform keeps a copy" in offer["text"]
        bodies = [
            base64.b64decode(file["base64"]).decode()
            for one in story.press(WHO, "supervision.make")
            for file in one["files"] or ()
        ]
        assert [all(text in body for text in pages) for body in bodies] == [True]
        story.press(WHO, "supervision.open")
        story.press(WHO, "session.add")
        story.submit(WHO, "session", minutes="50", kind="peer", agreed=agreed)
        story.press(WHO, "supervision.clear")
        story.command(WHO, "supervision")
        story.press(WHO, "session.log")
        [session] = story.choose(
            WHO, "session.pick", story.control(WHO, "session.pick")["options"][0]["name"]
        )
        assert (session["seen_by"], agreed in session["text"]) == ("reading", True)
        held = export(story, WHO)
        assert held["supervision"][0]["body"] == {"on": "2026-01-08", "at": "14:00", "every_weeks": 2}
        assert [one["body"]["minutes"] for one in held["hours"]] == [50]
        assert [row["due_at"] for row in held["coming"] if row["kind"] == "supervision"] == [
            "2026-01-21T08:30:00+00:00"
        ]
        for text in (*pages, agreed):
            assert [one["text_id"] for one in seen_by_others(story, text)] == []
            assert carried_along(story, text) == []
            assert hits(tmp_path, text) == []
