"""A data folder belongs to one process, and to its owner's eyes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.store import folder as data_folder
from adapters.store.migrate import upgrade
from bot.errors import FolderInUse

HOLD = """
import sys
from pathlib import Path
from adapters.store.folder import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    """Who comes second is told which process is there; once that lets go, the next may come."""
    mine = f"Process {os.getpid()} "
    with (
        data_folder.hold(tmp_path / "data"),
        pytest.raises(FolderInUse, match=mine),
        data_folder.hold(tmp_path / "data"),
    ):
        pytest.fail("two held one folder")
    with data_folder.hold(tmp_path / "data"):
        pass


def test_folder_is_free_when_its_holder_was_killed(tmp_path: Path) -> None:
    """After kill -9 there is no lock, and what the holder wrote about itself does not matter."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(FolderInUse, match=f"Process {holder.pid} "), data_folder.hold(tmp_path):
            pytest.fail("two held one folder")
        holder.kill()
    with data_folder.hold(tmp_path):
        assert (tmp_path / data_folder.LOCK).read_text() == f"{os.getpid()}\n"


def test_folder_and_files_are_for_their_owner(tmp_path: Path) -> None:
    """Nobody else on the machine can read what is made here."""
    folder = tmp_path / "deep" / "data"
    with data_folder.hold(folder):
        upgrade(folder)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {data_folder.MAIN, data_folder.KEYS, data_folder.LOCK} <= modes.keys()
    assert set(modes.values()) == {0o600}
