"""Files at the terminal: for one pair of eyes, and never over what lies there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from adapters.console.files import keep_file
from bot.surface.outcome import File

LETTER = File(name="all-of-it.json", type="application/json", body=b"{}")


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
def test_a_file_is_for_its_owner_alone(tmp_path: Path, mask: int) -> None:
    """Whatever the mask, nobody else may ever read it."""
    before = os.umask(mask)
    try:
        place = keep_file(tmp_path, LETTER)
    finally:
        os.umask(before)
    assert place is not None
    assert place.stat().st_mode & 0o177 == 0


def test_what_lies_there_is_left_alone(tmp_path: Path) -> None:
    """A file of that name, and a link that leads elsewhere: each stays, and the new one is numbered."""
    (tmp_path / "all-of-it.json").write_text("mine")
    (tmp_path / "all-of-it-2.json").symlink_to(tmp_path / "elsewhere")
    place = keep_file(tmp_path, LETTER)
    assert place == tmp_path / "all-of-it-3.json"
    assert place.read_bytes() == b"{}"
    assert (tmp_path / "all-of-it.json").read_text() == "mine"
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_is_gone_takes_none(tmp_path: Path) -> None:
    """It is said by None, and nothing is made."""
    assert keep_file(tmp_path / "gone", LETTER) is None
    assert list(tmp_path.iterdir()) == []
