"""The journal in the real house: scenes that go from the disk, pages that go, messages that change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.disk import hits, sentence
from tests.e2e.sim_driver import Story, story_in_process

WHO = "ana"


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(name="story")
def _story(data: Path) -> Iterator[Story]:
    with story_in_process(data) as story:
        story.command(WHO, "start")
        story.press(WHO, "consent.yes")
        story.command(WHO, "settings")
        story.submit(WHO, "settings", days="daily", at="09:00", zone="UTC", quiet="none", region="GB")
        story.command(WHO, "pause")
        yield story


def _sealed(data: Path) -> list[bytes]:
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        return [row[0] for row in database.execute("SELECT sealed FROM entries ORDER BY seq")]


def test_a_scene_goes_from_the_disk(story: Story, data: Path) -> None:
    """It is never in clear, and on its day the row is sealed anew without it, over a kill as well."""
    scene, kept = sentence("scene"), sentence("kept")
    story.command(WHO, "write")
    story.submit(WHO, "entry", text=kept, scene=scene)
    [before] = _sealed(data)
    story.clock("2026-01-12T07:59:59Z")
    assert _sealed(data) == [before]
    story.kill("before_commit")
    story.clock("2026-01-12T08:00:00Z")
    [read] = story.command(WHO, "journal")
    assert (kept in read["text"], scene in read["text"]) == (True, False)
    [after] = _sealed(data)
    assert after != before
    assert (hits(data, scene), hits(data, kept)) == ([], [])


def test_a_message_that_changes_is_offered_to_its_page(story: Story, data: Path) -> None:
    """Over a restart too; what is said on the cards holds no word of it, and the id stands nowhere."""
    first, second = sentence("first"), sentence("second")
    story.say(WHO, first, message="17.0042")
    story.press(WHO, "draft.open")
    story.submit(WHO, "entry")
    story.restart()
    [asked] = story.send(do="edit", who=WHO, message="17.0042", text=second)
    assert (asked["text_id"], asked["text"]) == ("typed.edited", "Take the change into your journal too?")
    [saved] = story.press(WHO, "change.take")
    assert saved["text"] == "Saved privately."
    [asked] = story.send(do="delete", who=WHO, message="17.0042")
    assert asked["text"].startswith("Your private copy stays. Remove it too?")
    [read] = story.command(WHO, "journal last")
    assert second in read["text"]
    [found] = story.command(WHO, f"journal search {second.split()[0]}")
    assert (found["seen_by"], found["text_id"]) == ("reading", "journal.found")
    [gone] = story.press(WHO, "entry.remove")
    assert (gone["kind"], gone["text"]) == ("replace", "Gone.")
    assert _sealed(data) == []
    assert story.send(do="delete", who=WHO, message="17.0042") == []
    assert (hits(data, first), hits(data, second), hits(data, "17.0042")) == ([], [], [])


def test_pages_go_in_their_time(story: Story, data: Path) -> None:
    """One line a week before, and then no row is left; whoever reads the data finds nothing to open."""
    story.command(WHO, "resume")
    story.command(WHO, "settings")
    story.press(WHO, "settings.keeping")
    [changed] = story.submit(WHO, "keeping", pages="month")
    assert changed["text_id"] == "keeping.shorter"
    story.command(WHO, "write")
    story.submit(WHO, "entry", text=sentence("page"))
    before = len(story.shown)
    for day in range(32):
        story.clock((datetime(2026, 1, 5, 23, tzinfo=UTC) + timedelta(days=day)).isoformat())
        assert len(_sealed(data)) == (day < 31)
        if day % 7 < 5:
            story.press(WHO, "checkin.skip")
    told = [one for one in story.shown[before:] if one["text_id"] == "keeping.ends"]
    assert [one["at"][:10] for one in told] == ["2026-01-29"]
    assert [one["name"] for one in told[0]["controls"]] == [
        "command",
        "settings.keeping",
        "portfolio.going",
    ]
