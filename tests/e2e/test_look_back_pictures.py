"""Looking back in the real house, with what really draws: on a screen, and on a platform after the card."""

from __future__ import annotations

import base64
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.e2e.sim_driver import Story, story_in_process

WHO = "ana"
PNG = b"\x89PNG\r\n\x1a\n"
needs_matplotlib = pytest.mark.skipif(find_spec("matplotlib") is None, reason="matplotlib is an extra")


@pytest.fixture(autouse=True)
def _unloaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """See that no start, no looking back and no drawing loads matplotlib into a house that serves people."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    yield
    assert "matplotlib" not in sys.modules


def begin(story: Story, surface: str) -> None:
    """Let somebody say yes and mark how they are."""
    story.command(WHO, "start", surface=surface)
    story.press(WHO, "consent.yes")
    story.scale(WHO, "checkin.energy", 2)


def drawn(story: Story, name: str) -> list[bytes]:
    """Press what draws; return the files that came."""
    return [
        base64.b64decode(file["base64"]) for shown in story.press(WHO, name) for file in shown["files"] or ()
    ]


@needs_matplotlib
def test_a_picture_on_a_platform_comes_after_the_card_and_goes_again(tmp_path: Path) -> None:
    """Drawn only on the second press, noted, and gone in a quarter of an hour; no file of it lies here."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begin(story, "slack")
        [seen] = story.command(WHO, "look back", surface="slack")
        assert (seen["seen_by"], "since 9 December: 1 mark" in seen["text"]) == ("reading", True)
        [offer] = story.press(WHO, "look.picture")
        assert (offer["files"], "The platform keeps a copy" in offer["text"]) == (None, True)
        [picture] = drawn(story, "look.light")
        assert picture.startswith(PNG)
        assert [*tmp_path.rglob("*.png")] == []
        assert _files(data) == 1
        story.clock("2026-01-05T08:14:01Z")
        assert _files(data) == 0


@needs_matplotlib
def test_at_a_terminal_it_is_on_the_screen_and_no_file_is_noted(tmp_path: Path) -> None:
    """It is drawn at once, without a card between, and the words say what it shows."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        begin(story, "console")
        story.command(WHO, "look back")
        [screen] = story.press(WHO, "look.picture")
        assert (
            "Energy, 11 November to 5 January, on the days you answered: 1 mark, a dot each."
            in screen["text"]
        )
        assert _files(data) == 0


def _files(data: Path) -> int:
    """Return how many files are noted."""
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        [(count,)] = database.execute("SELECT count(*) FROM sheets WHERE kind = 'file'")
    return int(count)
