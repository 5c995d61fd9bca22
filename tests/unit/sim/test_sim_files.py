"""Files in a story: a platform keeps a copy until it is taken back, a terminal keeps none."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.sim_driver import Refused, Story, story_in_process


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


def test_a_file_is_brought_along_in_a_story(story: Story) -> None:
    """Its bytes in base 64; anything else is refused, and has done nothing."""
    story.command("ana", "start")
    story.press("ana", "consent.yes")
    notes = b64encode("## 2026-01-02\nwörds".encode()).decode()
    [found] = story.send(do="file", who="ana", name="notes.md", base64=notes)
    assert "One page, of Friday 2 January 2026." in found["text"]
    assert found["seen_by"] == "reading"
    [done] = story.press("ana", "import.take")
    assert done["text_id"] == "import.done"
    [page] = story.command("ana", "journal last")
    assert "wörds" in page["text"]
    with pytest.raises(Refused):
        story.send(do="file", who="ana", name="notes.md", base64="wörds")


def test_a_file_comes_in_once_however_it_is_cut_off(story: Story) -> None:
    """Before the commit nothing is in, and after it all of it: a second press finds it there."""
    story.command("ana", "start")
    story.press("ana", "consent.yes")
    story.send(do="file", who="ana", name="notes.md", base64=b64encode(b"words").decode())
    for point in ("before_commit", "after_commit"):
        story.kill(point)
        assert story.press("ana", "import.take") == []
    [done] = story.press("ana", "import.take")
    assert done["text"].startswith("It is in: one page.")
    [held] = story.command("ana", "what-data")
    assert "Sealed: 1 page," in held["text"]
