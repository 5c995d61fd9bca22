"""Under a umask that opens everything, each folder and file that a command makes is for its owner alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bot.app.cli import main


def test_the_folders_on_the_way_to_the_data_are_private_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key file stands in one of them: who may write there could put another in its place."""
    data = tmp_path / "a" / "b" / "data"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["reststop", "db", "upgrade", "--data", str(data)])
    before = os.umask(0)
    try:
        with pytest.raises(SystemExit):
            main()
    finally:
        os.umask(before)
    made = list(tmp_path.rglob("*"))
    assert data / "keys.db" in made
    assert [str(path) for path in made if path.stat().st_mode & 0o077] == []
