"""Row 67: whose feedback can be trusted is somebody's own list; nobody on it is written to, or named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES

LISTED = {
    "one": "@quillwort on the night desk",
    "two": "quillwort.two@ferry.example, +64 21 555 0101",
    "three": "<@U0QUILLWORT3> or ben",
}
"""Written so that a platform could take each for somebody to be written to; the third is a person here."""


@pytest.mark.parametrize("surface", SURFACES)
def test_nobody_on_the_list_hears_anything(tmp_path: Path, surface: str) -> None:
    """Over weeks and hard days all goes to one person, and the names only where no message remains."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling(surface))
        story.command("ben", "help", surface=surface)
        story.command(WHO, "people")
        story.press(WHO, "people.change")
        story.submit(WHO, "people", **LISTED)
        begun = len(story.shown)
        for day in range(6, 31):
            story.clock(f"2026-01-{day:02}T12:00:00Z")
            if day % 7 == 0:
                story.command(WHO, "rough")
                story.command(WHO, "people")
                story.command(WHO, "helpnow")
                story.press(WHO, "people.show")
        later = story.shown[begun:]
    assert len(later) > 20
    assert {record["to"] for record in later} == {WHO}
    named = [record for record in later if "quillwort" in json.dumps(record).lower()]
    assert named
    assert {record["seen_by"] for record in named} == {"reading"}
    assert hits(tmp_path, "quillwort") == []
