"""Leaving by the real command: files where somebody stands, and what an operator may do."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.e2e.terminal import reststop, session, visit

ERASE = ("person", "erase", "--surface", "console", "--account", "me")


def people(data: Path) -> int:
    """How many people have a row."""
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        [(count,)] = database.execute("SELECT count(*) FROM people").fetchall()
    return int(count)


def test_the_files_lie_where_one_started_for_nobody_else_to_read(data: Path) -> None:
    """Mode 600 whatever the umask says, and the second export stands beside the first, untouched."""
    home = data.parent
    screen = visit(data, "export", "1", "export", "1")
    [first] = home.glob("reststop-export-????-??-??.json")
    [second] = home.glob("reststop-export-*-2.json")
    assert json.loads(first.read_bytes())["entries"] == json.loads(second.read_bytes())["entries"]
    assert [entry["text"] for entry in json.loads(first.read_bytes())["entries"]] == ["one entry"]
    files = sorted(home.glob("reststop-export-*"))
    assert [path.stat().st_mode & 0o777 for path in files] == [0o600] * 4
    # A long path is broken over lines by the screen's width.
    assert ["".join(screen.split()).count(str(path)) > 0 for path in files] == [True] * 4
    assert "> one entry\n" in first.with_suffix(".md").read_text("utf-8")


def test_somebody_leaves_and_the_next_start_asks_as_the_first_did(data: Path) -> None:
    """Erased in the terminal: the receipt, then the first card."""
    screen = visit(data, "erase", "2", "2", "erase", "2", "1")
    assert screen.count("Nothing was changed.") == 1
    assert "Erased" in screen
    assert "Receipt: " in screen
    assert people(data) == 0
    assert "[1] Yes" in visit(data)


def test_an_operator_erases_one_person(data: Path) -> None:
    """Asked first; a no changes nothing; the receipt goes to standard output alone."""
    no = reststop(data, *ERASE, typed=b"n\n")
    assert (no.returncode, no.stdout, people(data)) == (1, b"", 1)
    silent = reststop(data, *ERASE)
    assert (silent.returncode, silent.stdout, people(data)) == (1, b"", 1)
    done = reststop(data, *ERASE, "--yes")
    assert (done.returncode, people(data)) == (0, 0)
    word, _day, code = done.stdout.decode().split()
    assert (word, len(code)) == ("erased", 19)
    assert b"outlive" in done.stderr
    again = reststop(data, *ERASE, "--yes")
    assert (again.returncode, again.stdout) == (1, b"")
    assert b"Nobody comes through this account" in again.stderr


def test_an_operator_names_the_right_person(data: Path) -> None:
    """Another workspace, another account, another surface: nobody there, and nothing is changed."""
    for words in (
        (*ERASE, "--workspace", "elsewhere"),
        ("person", "erase", "--surface", "console", "--account", "you"),
        ("person", "erase", "--surface", "slack", "--account", "me"),
    ):
        assert reststop(data, *words, "--yes").returncode == 1
    assert people(data) == 1
    assert reststop(data, "person", "erase", "--surface", "console", "--yes").returncode == 2
    assert reststop(data, "person", "erase", "--surface", "fax", "--account", "me").returncode == 2


def test_an_operator_without_the_key_is_refused(data: Path) -> None:
    """Exit code 3, and nothing is touched."""
    data.with_name("data.key").unlink()
    assert reststop(data, *ERASE, "--yes").returncode == 3
    assert people(data) == 1


def test_an_operator_does_not_reach_past_a_running_one(data: Path) -> None:
    """The folder belongs to the session; it is named."""
    with session(data) as here:
        done = reststop(data, *ERASE, "--yes")
        assert (done.returncode, people(data)) == (1, 1)
        assert str(here.pid).encode() in done.stderr


def test_no_folder_is_made_for_an_erasing(tmp_path: Path) -> None:
    """Where nothing is, there is nothing to erase and nothing to make."""
    done = reststop(tmp_path / "data", *ERASE, "--yes")
    assert done.returncode == 1
    assert list(tmp_path.iterdir()) == []
