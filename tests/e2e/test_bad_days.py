"""Bad input and bad luck at the terminal: a clear sentence, and nothing lost."""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import IO

import pytest

from tests.e2e.terminal import HELLO, PATIENCE, ROOT, environment, reststop, started, visit


def test_a_second_start_names_the_holder(tmp_path: Path) -> None:
    """A data folder belongs to one process."""
    data = tmp_path / "data"
    visit(data, *HELLO)
    with (data / "in-use-by").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        lock.write("4242\n")
        lock.flush()
        done = reststop(data, "run")
    assert done.returncode == 1
    assert b"4242" in done.stderr


def test_a_newer_folder_is_left_alone(tmp_path: Path) -> None:
    """An older Reststop does not touch what it does not know."""
    data = tmp_path / "data"
    visit(data, *HELLO)
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    done = reststop(data, "run")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"newer Reststop" in done.stderr


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


def test_a_role_of_a_later_version_says_so(tmp_path: Path) -> None:
    """The Procfile's other processes are not there yet, and do not pretend."""
    done = reststop(tmp_path / "data", "run", "--roles", "discord")
    assert done.returncode == 2
    assert b"discord" in done.stderr


def test_a_long_note_is_kept_as_a_draft_and_comes_back(tmp_path: Path) -> None:
    """The limit is said, the words wait, and `write` opens them again."""
    data, note = tmp_path / "data", "long " * 1_900
    screen = visit(data, *HELLO, "write", note, ".")
    assert "one entry holds 8,000" in screen
    assert "Saved privately." not in screen
    assert visit(data, "write", "/cancel").split().count("long") == note.split().count("long")
    assert "Saved privately." in visit(data, "write", "shorter", ".")
    assert "shorter" in visit(data, "journal last")


def test_odd_bytes_do_no_harm(tmp_path: Path) -> None:
    """Broken UTF-8, escape sequences and direction tricks are kept, and shown without their tricks."""
    data = tmp_path / "data"
    visit(data, *HELLO)
    typed = "write\nred \x1b[31m and \u202eturned\u2066 and ".encode() + b"\xff\xfe\n.\njournal last\n"
    done = reststop(data, "run", typed=typed)
    assert done.returncode == 0
    screen = done.stdout.decode()
    assert "red [31m and turned and" in screen
    assert not {"\x1b", "\u202e", "\u2066"} & set(screen)


def test_a_line_of_a_hundred_thousand_characters_is_answered(tmp_path: Path) -> None:
    """It is offered to be kept like any other words."""
    assert "Shall I keep these words" in visit(tmp_path / "data", *HELLO, "so many words " * 7_000)


def test_a_full_disk_is_never_called_saved(tmp_path: Path) -> None:
    """The form says that nothing was saved; with room again, the folder works and holds what was said."""
    data = tmp_path / "data"
    visit(data, *HELLO, "write", "before", ".")
    room = max(path.stat().st_size for path in data.iterdir())
    story = "write\n" + "x" * 7_000 + "\n.\n.\n.\n"

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(
        [sys.executable, "-m", "bot.app.cli", "run"],
        cwd=tmp_path, env=environment(data), input=story.encode() * 12, capture_output=True,
        timeout=PATIENCE, check=False, preexec_fn=no_room,
    )  # fmt: skip
    screen = done.stdout.decode()
    assert "Not saved yet." in screen
    saved = screen.count("Saved privately.")
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM entries").fetchone() == (1 + saved,)
    assert "afterwards" in visit(data, "write", "afterwards", ".", "journal last")


def test_a_locked_database_is_said_and_pressing_again_saves_once(tmp_path: Path) -> None:
    """Somebody else holds the database for a while; the words stay in the form."""
    data = tmp_path / "data"
    visit(data, *HELLO)
    process = started(data)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"write\n")
    process.stdin.flush()
    _read_until(process.stdout, "with only . ends it.")
    with closing(sqlite3.connect(data / "reststop.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        process.stdin.write(b"patience\n.\n")
        process.stdin.flush()
        _read_until(process.stdout, "Not saved yet.")
        other.execute("ROLLBACK")
    out, _ = process.communicate(b".\njournal last\n", timeout=PATIENCE)
    assert b"Saved privately." in out
    assert b"patience" in out
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        assert database.execute("SELECT count(*) FROM entries").fetchone() == (1,)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_polite_signal_ends_it(tmp_path: Path, how: signal.Signals) -> None:
    """The folder is free again at once, and the next start finds everything."""
    data = tmp_path / "data"
    visit(data, *HELLO)
    process = started(data)
    assert process.stdout is not None
    _read_until(process.stdout, "> ")
    process.send_signal(how)
    _, said = process.communicate(timeout=PATIENCE)
    assert b"Traceback" not in said
    assert "Next check-in" in visit(data)


def test_a_reader_who_leaves_is_a_way_to_leave(tmp_path: Path) -> None:
    """`reststop run | head -1` ends without a complaint."""
    data = tmp_path / "data"
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot.app.cli", "run"],
            cwd=tmp_path, env=environment(data), input=b"help\n" * 3, stdout=writer, stderr=subprocess.PIPE,
            timeout=PATIENCE, check=False,
        )  # fmt: skip
    finally:
        os.close(writer)
    assert b"Traceback" not in done.stderr


def _read_until(stream: IO[bytes], sentence: str) -> str:
    """Read until a sentence stands on the screen."""
    seen = b""
    while not seen.decode("utf-8", "ignore").endswith(sentence):
        byte = stream.read(1)
        if not byte:
            raise EOFError(seen.decode())
        seen += byte
    return seen.decode()
