"""Bad input and bad luck at the terminal: a clear sentence, and nothing lost."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.app import cli
from tests.e2e.terminal import HELLO, PATIENCE, RESTSTOP, ROOT, environment, reststop, session, visit

LITTLE_ROOM = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Runs a program whose files cannot grow past so many bytes, as on a disk that is full."""


def test_a_second_start_names_the_holder(data: Path) -> None:
    """A data folder belongs to one process; the first goes on undisturbed."""
    with session(data) as first:
        done = reststop(data, "run")
        assert (done.returncode, done.stdout) == (1, b"")
        assert str(first.pid).encode() in done.stderr
        assert "Saved privately." in (first.enter("write") + first.enter("still here", "."))
    assert "still here" in visit(data, "journal last")


def test_a_newer_folder_is_left_alone(data: Path) -> None:
    """An older Reststop does not touch what it does not know."""
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    before = (data / "reststop.db").read_bytes()
    done = reststop(data, "run")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"newer Reststop" in done.stderr
    assert (data / "reststop.db").read_bytes() == before


def test_a_broken_library_names_every_problem(tmp_path: Path) -> None:
    """All problems at once, each with its file and key, and no half library."""
    prompts = tmp_path / "prompts"
    shutil.copytree(ROOT / "prompts", prompts)
    for name, old, new in (("rest", "sensitivity: 0", "sensitivity: 7"), ("space", "family:", "famly:")):
        file = prompts / "wide" / f"{name}.yaml"
        file.write_text(file.read_text().replace(old, new, 1))
    done = reststop(tmp_path / "data", "run", RESTSTOP_PROMPTS=str(prompts))
    assert (done.returncode, done.stdout) == (1, b"")
    for said in (b"rest.yaml", b"sensitivity", b"space.yaml", b"famly"):
        assert said in done.stderr


def test_bad_settings_are_named_together(tmp_path: Path) -> None:
    """The setting is named, its value is not quoted."""
    done = reststop(tmp_path / "data", "run", RESTSTOP_ZONE="Mars/Base")
    assert done.returncode == 2
    assert b"RESTSTOP_ZONE" in done.stderr
    assert b"Mars" not in done.stderr


@pytest.mark.parametrize("command", ["run", "doctor"])
def test_a_folder_that_cannot_be_one_is_named(tmp_path: Path, command: str) -> None:
    """A file stands in its place: one sentence, and no stack of calls."""
    (tmp_path / "data").touch()
    done = reststop(tmp_path / "data", command)
    assert done.returncode == 1
    assert f"The data folder {tmp_path / 'data'} cannot be used" in (done.stderr + done.stdout).decode()
    assert b"Traceback" not in done.stderr


def test_a_mistyped_command_is_answered_with_the_nearest() -> None:
    """And one that is near to none, with none."""
    near, far = (CliRunner().invoke(cli.reststop, [word]) for word in ("docter", "zzz"))
    assert (near.exit_code, far.exit_code) == (2, 2)
    assert "No such command 'docter'. Did you mean 'doctor'?" in near.output
    assert far.output.endswith("No such command 'zzz'.\n")


def test_a_dot_env_that_is_no_text_is_named_and_not_quoted(tmp_path: Path) -> None:
    """It may hold a key."""
    (tmp_path / ".env").write_bytes(b"RESTSTOP_KEY=c2VjcmV0\xff\n")
    done = reststop(tmp_path / "data", "run")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b".env" in done.stderr
    assert b"c2VjcmV0" not in done.stderr


def test_a_long_note_is_kept_as_a_draft_and_comes_back(data: Path) -> None:
    """The limit is said, the words wait, and `write` opens them again."""
    note = "long " * 1_900
    screen = visit(data, "write", note, ".")
    assert "one entry holds 8,000" in screen
    assert "Saved privately." not in screen
    with session(data) as later:
        assert later.enter("write").split().count("long") == note.split().count("long")
        assert "Saved privately." in later.enter("shorter", ".")
        assert "shorter" in later.enter("journal last")


def test_odd_bytes_do_no_harm(data: Path) -> None:
    """Broken UTF-8, escape sequences and direction tricks are kept, and shown without their tricks."""
    typed = "write\nred \x1b[31m and \u202eturned\u2066 and ".encode() + b"\xff\xfe\n.\njournal last\n"
    done = reststop(data, "run", typed=typed)
    assert done.returncode == 0
    screen = done.stdout.decode()
    assert "red [31m and turned and" in screen
    assert not {"\x1b", "\u202e", "\u2066"} & set(screen)


def test_a_line_of_a_hundred_thousand_characters_is_answered(data: Path) -> None:
    """It is offered to be kept like any other words; what no draft can hold is counted and let go."""
    with session(data) as here:
        assert "Shall I keep these words" in here.enter("so many words " * 7_200)
        assert "That is 288,000 characters" in here.enter("even more words " * 18_000)
        here.leave()
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        assert database.execute("SELECT count(*) FROM drafts").fetchone() == (1,)


def test_a_full_disk_is_never_called_saved(data: Path) -> None:
    """The form says that nothing was saved; with room again, the folder works and holds what was said."""
    room = str(max(path.stat().st_size for path in data.iterdir()))
    story = "write\n" + "x" * 7_000 + "\n.\n.\n.\n"

    done = subprocess.run(
        [sys.executable, "-c", LITTLE_ROOM, room, *RESTSTOP, "run"],
        cwd=data.parent, env=environment(data), input=story.encode() * 12, capture_output=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    screen = done.stdout.decode()
    assert "Not saved yet." in screen
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM entries").fetchone() == (
            1 + screen.count("Saved privately."),
        )
    assert "afterwards" in visit(data, "write", "afterwards", ".", "journal last")


def test_a_locked_database_is_said_and_pressing_again_saves_once(data: Path) -> None:
    """Somebody else holds the database for a while; the words stay in the form."""
    with session(data) as here, closing(sqlite3.connect(data / "reststop.db", isolation_level=None)) as other:
        here.enter("write")
        other.execute("BEGIN IMMEDIATE")
        assert "Not saved yet." in here.enter("patience", ".")
        other.execute("ROLLBACK")
        assert "Saved privately." in here.enter(".")
        assert "patience" in here.enter("journal last")
        assert other.execute("SELECT count(*) FROM entries").fetchone() == (2,)


def test_a_start_on_a_locked_database_is_refused_in_a_sentence(data: Path) -> None:
    """Whoever holds it, the start gives up after a while and says so."""
    with closing(sqlite3.connect(data / "reststop.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = reststop(data, "run")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"reststop: The database was not available")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_polite_signal_ends_it(data: Path, how: signal.Signals) -> None:
    """As `quit` does: exit code 0, no complaint, and both databases closed in one file each."""
    with session(data) as here:
        here.enter("write")
        assert here.told(how) == 0
    assert (data.parent / "stderr.txt").read_bytes() == b""
    assert [path.name for path in data.glob("*-wal")] == []


def test_a_reader_who_leaves_is_a_way_to_leave(tmp_path: Path) -> None:
    """`reststop run | head -1` ends without a complaint."""
    data = tmp_path / "data"
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*RESTSTOP, "run"],
            cwd=tmp_path, env=environment(data), input=b"help\n" * 3, stdout=writer, stderr=subprocess.PIPE,
            timeout=PATIENCE, check=False,
        )  # fmt: skip
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_no_leaves_a_folder_without_anybody(tmp_path: Path) -> None:
    """Looking around and leaving is no reason to keep anything: the next start asks as the first did."""
    data = tmp_path / "data"
    visit(data, "helpnow", "no")
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        for table in ("people", "doors", "runs", "drafts", "entries"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608 - our own tables
    assert "[1] Yes" in visit(data, *HELLO)
