"""A trainer sets a course of the library up and launches it, on every surface, over restarts and a kill."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.sim_driver import Shown, Story, story_in_process

TESS = "tess"
START = "2026-11-02T14:00:00Z"


def _begin(story: Story, surface: str) -> list[Shown]:
    [which] = story.command(TESS, "course create", surface=surface)
    [course] = [
        option["name"]
        for control in which["controls"]
        for option in control["options"] or ()
        if option["label"].startswith("ACT stance")
    ]
    story.choose(TESS, "course.pick", course)
    return story.submit(
        TESS,
        "course.dates",
        first="2026-12-01",
        at="16:00",
        zone="America/New_York",
        where="https://meet.example/1",
    )


def _links(form: Shown) -> str:
    [field] = [field for field in form["fields"] if field["name"] == "links"]
    lines = str(field["value"]).splitlines()
    return "\n".join(f"{line} https://read.example/{place}" for place, line in enumerate(lines))


@pytest.mark.parametrize("surface", ["console", "slack", "discord"])
def test_a_course_is_set_up_and_launched(tmp_path: Path, surface: str) -> None:
    """Every control and form still works after the house was begun anew; what was kept is kept once."""
    with story_in_process(tmp_path / "data", start=START) as story:
        story.send(do="role", who=TESS, role="admin", surface=surface)
        [draft] = _begin(story, surface)
        assert "Session 4, Strain and mending: Tuesday 22 December, 16:00 to 18:00" in draft["text"]
        [refused] = story.press(TESS, "course.publish")
        assert "The disclosures are empty." in refused["text"]
        story.restart()
        story.press(TESS, "course.details")
        links = _links(story.form(TESS, "course.details"))
        story.submit(TESS, "course.details", disclosures="None to make.", contact="x@y.example", links=links)
        story.kill("after_commit")
        story.press(TESS, "course.publish")
        story.restart()
        [seen] = story.command(TESS, "course", surface=surface)
        assert "It can be joined." in seen["text"]
        story.press(TESS, "course.launch")
        story.press(TESS, "course.launch.now")
        [again] = story.press(TESS, "course.launch.now")
        assert again["text_id"] == "course.not_now"
        [seen] = story.command(TESS, "course", surface=surface)
        assert "It runs" in seen["text"]
