"""Files in a story: a platform keeps a copy until it is taken back, a terminal keeps none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.sim_driver import Story, story_in_process


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """A story on an empty folder."""
    with story_in_process(tmp_path / "data") as story:
        yield story


def export(story: Story, surface: str) -> None:
    """Let Ana say yes and make her two files."""
    story.command("ana", "start", surface=surface)
    story.press("ana", "consent.yes")
    story.command("ana", "export")
    _, *files = story.press("ana", "export.make")
    assert [len(each["files"]) for each in files] == [1, 1]


def are_kept(story: Story) -> bool:
    """Whether the platform still has files of Ana's, as far as the house knows."""
    [held] = story.command("ana", "what-data")
    return "2 ids of files that were sent here" in held["text"]


@pytest.mark.parametrize("surface", ["slack", "discord"])
def test_a_platforms_copy_goes_by_itself(story: Story, surface: str) -> None:
    """After fourteen minutes, without a word, also when the house ended in between."""
    export(story, surface)
    story.restart()
    assert story.clock("2026-01-05T08:13:59Z") == []
    assert are_kept(story)
    assert story.clock("2026-01-05T08:14:00Z") == []
    assert not are_kept(story)


def test_a_platforms_copy_goes_when_its_person_says_so(story: Story) -> None:
    """With the press."""
    export(story, "slack")
    [said] = story.press("ana", "export.remove")
    assert said["text_id"] == "export.removing"
    assert not are_kept(story)


def test_a_terminal_keeps_what_it_was_given(story: Story) -> None:
    """The files are in its person's folder: nothing is noted, and nobody takes them from there."""
    export(story, "console")
    assert not are_kept(story)
