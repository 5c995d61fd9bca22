"""`reststop keys`: a rotation beside a session, words that are shown once, and the way back with them."""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.e2e.shell import command
from tests.e2e.terminal import HELLO, PATIENCE, reststop, session, start, visit


def keks(data: Path) -> list[str]:
    """Return the names of the keys in the key file, the current one last."""
    return re.findall(r"^kek (\S+)", data.with_name("data.key").read_text(), re.MULTILINE)


def make_words(data: Path, *options: str, more: Mapping[str, str] | None = None) -> str:
    """Ask for recovery words and type back those that are asked for; return all of them."""
    with start(data, "keys", "words", *options, more=more) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        shown = [process.stdout.readline().decode().split()[1] for _ in range(14)]
        said = b""
        for _ in range(2):
            said = b""
            while not (asked := re.search(rb"Word (\d+): $", said)):
                said += process.stderr.read(1)
            process.stdin.write(shown[int(asked[1]) - 1].encode() + b"\n")
            process.stdin.flush()
        assert b"Kept." in process.stderr.read()
        assert process.wait(PATIENCE) == 0
    return " ".join(shown)


def test_a_rotation_beside_a_session_disturbs_nobody(data: Path) -> None:
    """Who sits there reads and writes on, and afterwards everything is under the new key."""
    with session(data) as here:
        done = command(data, "keys", "rotate")
        assert (done.returncode, len(keks(data))) == (0, 2)
        assert f"{keks(data)[1]} is the current key now." in done.stdout.decode()
        assert "one entry" in here.enter("journal last")
        here.enter("write")
        here.enter("after the rotation", ".")
        assert here.leave() == 0
    assert "after the rotation" in visit(data, "journal last")
    assert stat.S_IMODE(data.with_name("data.key").stat().st_mode) == 0o600
    assert "is destroyed on" in command(data, "doctor").stdout.decode()


def test_at_once_asks_to_be_alone(data: Path) -> None:
    """The drill destroys what a running house may still wrap with, so nobody may sit there."""
    with session(data):
        refused = command(data, "keys", "rotate", "--now")
    assert (refused.returncode, len(keks(data))) == (1, 1)
    assert b"only one can" in refused.stderr
    before = keks(data)
    assert command(data, "keys", "rotate", "--now").returncode == 0
    assert len(keks(data)) == 1
    assert keks(data) != before
    assert "one entry" in visit(data, "journal last")


def test_a_key_from_elsewhere_is_printed_on_request_alone(data: Path) -> None:
    """The lines go to standard output, and nothing is changed until they stand in their place."""
    file = data.with_name("data.key")
    value = file.read_text()
    file.unlink()
    refused = command(data, "keys", "rotate", RESTSTOP_KEY=value)
    assert (refused.returncode, refused.stdout) == (3, b"")
    assert b"--print" in refused.stderr
    printed = command(data, "keys", "rotate", "--print", RESTSTOP_KEY=value)
    assert printed.stdout.decode().count("\nkek ") == 2
    assert "one entry" in visit(data, "journal last", RESTSTOP_KEY=value)
    assert "one entry" in visit(data, "journal last", RESTSTOP_KEY=printed.stdout.decode())
    assert reststop(data, "run", RESTSTOP_KEY=value).returncode == 3
    said = command(data, "doctor", RESTSTOP_KEY=printed.stdout.decode()).stdout.decode()
    assert "one key, from RESTSTOP_KEY" in said
    assert "no longer needed and is destroyed on" in said


def test_words_bring_a_lost_key_file_back(data: Path) -> None:
    """Also after a rotation since; what is there is never overwritten, and wrong words change nothing."""
    typed = make_words(data)
    assert command(data, "keys", "rotate").returncode == 0
    key = data.with_name("data.key")
    lost = key.read_text()
    here = command(data, "keys", "recover", typed=typed.encode())
    assert (here.returncode, key.read_text()) == (1, lost)
    key.unlink()
    assert b"keys recover" in reststop(data, "run").stderr
    other = " ".join(typed.split()[1:] + typed.split()[:1])
    for wrong in (other, typed.partition(" ")[2], "one two three"):
        refused = command(data, "keys", "recover", typed=wrong.encode() + b"\n")
        assert (refused.returncode, key.exists()) == (3, False)
    done = command(data, "keys", "recover", typed=typed.upper().encode() + b"\n")
    assert (done.returncode, key.read_text()) == (0, lost)
    assert "one entry" in visit(data, "journal last")


def test_words_of_another_file_do_not_fit(data: Path, tmp_path: Path) -> None:
    """A recovery file and its words belong together, and both to these data."""
    other = tmp_path / "other" / "data"
    visit(other, *HELLO)
    theirs = make_words(other)
    make_words(data)
    key = data.with_name("data.key")
    key.unlink()
    refused = command(data, "keys", "recover", typed=theirs.encode())
    assert (refused.returncode, key.exists()) == (3, False)
    assert b"do not open this recovery file" in refused.stderr
    source = str(other.with_name("data.key.recovery"))
    refused = command(data, "keys", "recover", "--from", source, typed=theirs.encode())
    assert (refused.returncode, key.exists()) == (3, False)
    assert b"does not open this data" in refused.stderr


def test_words_are_made_of_a_key_that_opens_what_is_there(data: Path, tmp_path: Path) -> None:
    """Before the first start there is none, and of another key they would bring back nothing."""
    nothing = command(tmp_path / "new" / "data", "keys", "words")
    assert (nothing.returncode, nothing.stdout) == (3, b"")
    assert b"There are no data yet" in nothing.stderr
    other = tmp_path / "other" / "data"
    visit(other, *HELLO)
    data.with_name("data.key").write_bytes(other.with_name("data.key").read_bytes())
    refused = command(data, "keys", "words")
    assert (refused.returncode, refused.stdout) == (3, b"")
    assert not data.with_name("data.key.recovery").exists()


def test_words_are_made_once_unless_one_says_so(data: Path) -> None:
    """New words take the place of the earlier ones; a slip when typing them back changes nothing."""
    first = make_words(data)
    kept = data.with_name("data.key.recovery").read_bytes()
    assert stat.S_IMODE(data.with_name("data.key.recovery").stat().st_mode) == 0o600
    assert command(data, "keys", "words").returncode == 1
    slipped = command(data, "keys", "words", "--replace", typed=b"no\n" * 3)
    assert slipped.returncode == 3
    assert data.with_name("data.key.recovery").read_bytes() == kept
    second = make_words(data, "--replace")
    key = data.with_name("data.key")
    key.rename(key.with_name("elsewhere"))
    assert command(data, "keys", "recover", typed=first.encode()).returncode == 3
    assert command(data, "keys", "recover", typed=second.encode()).returncode == 0


def test_words_are_kept_nowhere(data: Path) -> None:
    """Neither on the disk nor in a log: no file holds one that was not in some file before."""
    make_words(data)
    command(data, "keys", "rotate")
    before = everything_beside(data)  # the heading of a recovery file is made of words, too
    typed = make_words(data, "--replace")
    command(data, "keys", "rotate")
    visit(data, "journal last")
    after = everything_beside(data)
    assert [word for word in typed.split() if is_in(word, after) and not is_in(word, before)] == []


def everything_beside(data: Path) -> bytes:
    """Return every byte in the data folder and beside it."""
    return b" ".join(path.read_bytes() for path in data.parent.rglob("*") if path.is_file())


def is_in(word: str, content: bytes) -> bool:
    """Whether a word stands there as such; in base64 any four letters turn up."""
    return re.search(rb"(?<![\w+/])" + word.encode() + rb"(?![\w+/=])", content) is not None


@pytest.mark.parametrize("words", [("keys", "rotate"), ("keys", "words"), ("backup",)])
def test_without_data_there_is_nothing_to_look_after(tmp_path: Path, words: tuple[str, ...]) -> None:
    """And nothing is made."""
    done = command(tmp_path / "data", *words)
    assert (done.returncode, done.stdout) == (3, b"")
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_names_what_is_missing(data: Path) -> None:
    """Words and a backup until there are some; a recovery file that was changed."""
    said = command(data, "doctor").stdout.decode()
    assert "no recovery words were made yet" in said
    assert "none was made yet; `reststop backup`" in said
    make_words(data)
    command(data, "backup")
    said = command(data, "doctor").stdout.decode()
    assert "recovery words were made" in said
    assert "the last one was made on" in said
    kept = data.with_name("data.key.recovery")
    kept.write_text(kept.read_text().replace("mark ", "mork "))
    broken = command(data, "doctor")
    assert broken.returncode == 1
    assert "recovery file" in broken.stdout.decode()
