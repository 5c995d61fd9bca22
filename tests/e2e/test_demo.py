"""`reststop demo` plays through, reads well, ends when one has seen enough, and leaves nothing behind."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.e2e.keyboard import CTRL_C, keyboard
from tests.e2e.terminal import reststop


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """Give a demo a folder for what is thrown away."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def test_it_plays_through_a_pipe(tmp_path: Path, temporary: Path) -> None:
    """Plain, in lines that fit, with every word of the story understood."""
    done = reststop(tmp_path / "data", "demo", "--fast", TMPDIR=str(temporary))
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    missed = ("There is no [", "I don't know", "belongs to an earlier", "none of these", "not saved", "\x1b")
    assert [line for line in lines if any(words in line for words in missed)] == []
    assert [line for line in lines if len(line) > 80] == []
    assert not any(before == after == "" for before, after in pairwise(lines))
    assert lines[-1] == "> quit"
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "data").exists()


def test_it_ends_when_somebody_has_seen_enough(tmp_path: Path, temporary: Path) -> None:
    """Ctrl-C in the middle of it is no error, and the folder goes with it."""
    with keyboard(tmp_path / "data", "demo", TMPDIR=str(temporary)) as person:
        assert "Nothing of it is kept." in person.see("[1] Yes")
        person.type(CTRL_C)
        assert person.ended() == 0
    assert b"Traceback" not in person.drawn
    assert b"\x1b[" in person.drawn
    assert list(temporary.iterdir()) == []


def test_it_is_plain_where_that_is_wished(tmp_path: Path, temporary: Path) -> None:
    """NO_COLOR counts here too."""
    with keyboard(tmp_path / "data", "demo", "--fast", TMPDIR=str(temporary), NO_COLOR="1") as person:
        assert person.ended() == 0
    assert b"\x1b" not in person.drawn
    assert b"> quit" in person.drawn
