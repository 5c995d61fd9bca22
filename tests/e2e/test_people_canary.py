"""The names on somebody's list, through the real house: read where they are asked for, in clear nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.canary_watch import seen_by_others
from tests.e2e.disk import hits, sentence
from tests.e2e.sim_driver import story_in_process


@pytest.mark.parametrize("surface", ["console", "slack", "discord"])
def test_a_listed_name_is_read_and_goes_nowhere(tmp_path: Path, surface: str) -> None:
    """Kept, killed, changed and removed: only forms and readings of its owner show it, and no file does."""
    data, name = tmp_path / "data", sentence(f"people/{surface}")
    with story_in_process(data) as story:
        story.command("ana", "start", surface=surface)
        story.press("ana", "consent.yes")
        story.scale("ana", "checkin.energy", 3)
        story.press("ana", "settings.ok" if surface != "discord" else "settings.change")
        story.command("ana", "helpnow")
        [nobody] = story.press("ana", "people.show")
        assert nobody["text"] == "Nobody is on your list yet."
        story.press("ana", "people.change")
        story.kill("before_commit")
        story.submit("ana", "people", one=name)
        [kept] = story.submit("ana", "people", one=name)
        assert kept["seen_by"] == "only_you"
        story.restart()
        [shown] = story.command("ana", "people")
        assert (shown["seen_by"], shown["to"]) == ("reading", "ana")
        assert name in shown["text"]
        [form] = story.press("ana", "people.change")
        assert form["form"]["fields"][0]["value"] == name
        story.clock("2026-01-09T20:00:00Z")
        assert {record["to"] for record in story.shown} == {"ana"}
        assert seen_by_others(story, name) == []
        assert hits(tmp_path, name) == []
        story.command("ana", "people")
        story.press("ana", "people.clear")
        assert story.command("ana", "people")[0]["text"] == "Nobody is on your list yet."
        assert hits(tmp_path, name) == []
