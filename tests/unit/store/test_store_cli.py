"""`reststop db upgrade` brings a folder up to date, once, and not while somebody works in it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from adapters.store import folder as data_folder
from bot.app.cli.db import db
from bot.errors import FolderInUse


def test_db_upgrade_makes_and_then_leaves_a_folder(tmp_path: Path) -> None:
    """The first call makes the folder, the second finds nothing to do; neither writes to standard output."""
    said = [CliRunner().invoke(db, ["upgrade", "--data", str(tmp_path / "data")]) for _ in range(2)]
    assert [result.exit_code for result in said] == [0, 0]
    assert [result.stdout for result in said] == ["", ""]
    assert [result.stderr for result in said] == ["The databases are up to date now.\n", "Nothing to do.\n"]


def test_db_upgrade_keeps_out_of_a_folder_in_use(tmp_path: Path) -> None:
    """Another holder is left in peace."""
    with data_folder.hold(tmp_path):
        result = CliRunner().invoke(db, ["upgrade", "--data", str(tmp_path)])
    assert isinstance(result.exception, FolderInUse)
    assert not (tmp_path / data_folder.MAIN).exists()
