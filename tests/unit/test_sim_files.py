"""Files in a story: a platform keeps a copy until it is taken back, a terminal keeps none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.sim_driver import Shown, Story, story_in_process


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """A story on an empty folder."""
    with story_in_process(tmp_path / "data") as story:
        yield story


def export(story: Story, surface: str) -> list[Shown]:
    """Let Ana say yes and make her files; return the records of the two."""
    story.command("ana", "start", surface=surface)
    story.press("ana", "consent.yes")
    story.command("ana", "export")
    _, *files = story.press("ana", "export.make")
    assert [len(each["files"]) for each in files] == [1, 1]
    return files


def gone(shown: list[Shown]) -> list[str]:
    """The ids of what went."""
    return sorted(record["id"] for record in shown if record["kind"] == "retract")


@pytest.mark.parametrize("surface", ["slack", "discord"])
def test_a_platforms_copy_goes_by_itself(story: Story, surface: str) -> None:
    """After fourteen minutes, by the id under which it was shown; also when the house ended in between."""
    files = export(story, surface)
    story.restart()
    assert story.clock("2026-01-05T08:13:59Z") == []
    assert gone(story.clock("2026-01-05T08:14:00Z")) == [each["id"] for each in files]
    assert story.clock("2026-01-05T09:30:00Z") == []


def test_a_platforms_copy_goes_when_its_person_says_so(story: Story) -> None:
    """With the answer to the press, and not once more later."""
    files = export(story, "slack")
    assert gone(story.press("ana", "export.remove")) == [each["id"] for each in files]
    assert story.clock("2026-01-05T09:30:00Z") == []


def test_a_terminal_keeps_what_it_was_given(story: Story) -> None:
    """The files are in its person's folder, and nobody takes them from there."""
    export(story, "console")
    assert story.clock("2026-01-05T09:30:00Z") == []
