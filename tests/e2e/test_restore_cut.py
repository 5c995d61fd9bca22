"""A restoring that is cut off between any two steps: a start finds the old data or the restored, whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.e2e.erasing import inside
from tests.e2e.shell import command
from tests.e2e.sim_driver import story_in_process
from tests.knife import Knife


def last_entry(data: Path) -> str:
    """Return what a house on these data says of the last entry."""
    with story_in_process(data) as story:
        return str(story.command("ana", "journal last")[-1]["text"])


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """Give a home with a backup of one entry, and data that have another one since."""
    home = tmp_path / "before"
    with story_in_process(home / "data") as story:
        story.command("ana", "start")
        story.press("ana", "consent.yes")
        story.command("ana", "write")
        story.submit("ana", "entry", text="in the backup")
        assert command(home / "data", "backup").returncode == 0
        story.command("ana", "write")
        story.submit("ana", "entry", text="only in the data")
    return home


def test_a_restoring_that_is_cut_off_loses_neither(
    tmp_path: Path, before: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a second one ends as the first would have."""
    knife, nth, seen = Knife(), 0, set[str]()
    knife.over_files(monkeypatch)
    while True:
        home = tmp_path / str(nth)
        shutil.copytree(before, home)
        data = home / "data"
        [made] = (home / "data-backups").iterdir()
        knife.left = nth
        if command(data, "restore", str(made), "--replace").returncode == 0:
            break
        assert knife.left is None  # it was cut, and did not fail by itself
        text = last_entry(data)
        seen.add("new" if "only in the data" in text else "old" if "in the backup" in text else text)
        assert command(data, "restore", str(made), "--replace").returncode == 0
        assert "in the backup" in last_entry(data)
        assert not [path for path in home.iterdir() if path.name.startswith(".")]
        nth += 1
    assert seen == {"new", "old"}
    assert nth > 6
    with inside(data) as house:
        assert len(house.people()) == 1
