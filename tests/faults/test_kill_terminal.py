"""kill -9 at any moment: no entry that was said to be saved is lost, and the database is whole."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = 12
SAVED = b"Saved privately."
MOMENTS = range(600, 4_200, 150)
"""After how many bytes of output the process is killed: from the first card to the last entry."""


def _start(data: Path) -> subprocess.Popen[bytes]:
    environ = {
        "HOME": str(data.parent),
        "PATH": os.environ["PATH"],
        "RESTSTOP_DATA": str(data),
        "RESTSTOP_ZONE": "UTC",
    }
    command = [sys.executable, "-m", "bot.app.cli", "run"]
    return subprocess.Popen(command, cwd=ROOT, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _story() -> bytes:
    entries = "".join(f"write\nnumber {n:03}\n.\n" for n in range(1, ENTRIES + 1))
    return f"yes\n3\nn\n1\n{entries}".encode()


def _read(process: subprocess.Popen[bytes], size: int) -> bytes:
    """Read up to `size` bytes one by one, so that nothing beyond that moment was seen."""
    assert process.stdout is not None
    seen = bytearray()
    while len(seen) < size and (byte := process.stdout.read(1)):
        seen += byte
    return bytes(seen)


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_entry_that_was_said_to_be_saved_is_lost(tmp_path: Path, moment: int) -> None:
    """What was read as "Saved privately." before the kill is there after it."""
    data = tmp_path / "data"
    process = _start(data)
    assert process.stdin is not None
    process.stdin.write(_story())
    process.stdin.close()  # a moment past the end of the story is a clean end
    seen = _read(process, moment)
    process.send_signal(signal.SIGKILL)
    if process.stdout:
        seen += process.stdout.read()  # what was on its way to the screen was said, too
        process.stdout.close()
    process.wait()
    acknowledged = seen.count(SAVED)

    with closing(sqlite3.connect(data / "reststop.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again = _start(data)
    out, _ = again.communicate(b"journal last\n")
    assert again.returncode == 0
    if acknowledged:
        last = int(out.rpartition(b"number ")[2][:3])
        assert acknowledged <= last <= acknowledged + 1
