"""A session that is killed, and what stands afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.e2e.terminal import HELLO, PATIENCE, start, visit

_SAVED = b"Saved privately."
_ENTRIES = [line for n in range(1, 13) for line in ("write", f"number {n:03}", ".")]
_STORY = "".join(f"{line}\n" for line in (*HELLO, *_ENTRIES)).encode()


def killed_after(data: Path, size: int) -> int:
    """Play a dozen entries, kill -9 once `size` bytes were read; return how many were said to be saved."""
    with start(data, "run") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(_STORY)
        process.stdin.close()  # a moment past the end of the story is a clean end
        seen = bytearray()
        while len(seen) < size and (byte := process.stdout.read(1)):  # one by one: nothing beyond was seen
            seen += byte
        process.kill()
        seen += process.stdout.read()  # what was on its way to the screen was said, too
        process.wait(PATIENCE)
    return seen.count(_SAVED)


def see_that_nothing_is_lost(data: Path, acknowledged: int) -> None:
    """The database is whole and holds what was acknowledged; one entry more may have been on its way."""
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        [(kept,)] = database.execute("SELECT count(*) FROM entries").fetchall()
    assert acknowledged <= kept <= acknowledged + 1
    screen = visit(data, "journal last")
    if kept:
        assert f"number {kept:03}" in screen
