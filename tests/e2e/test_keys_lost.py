"""A9: a missing, wrong, rotated-away or unsafe key: a sentence and exit code 3, and nothing is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.e2e.shell import command
from tests.e2e.terminal import HELLO, reststop, visit


def _bytes(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in data.iterdir() if path.suffix == ".db"}


def _refused(data: Path, *, key_file: Path | None = None) -> str:
    """Start, and return the sentence with which that was refused."""
    before = _bytes(data)
    done = reststop(data, "run", RESTSTOP_KEY_FILE=str(key_file or ""))
    assert done.returncode == 3
    assert done.stdout == b""
    assert _bytes(data) == before
    return done.stderr.decode()


def test_a9_a_missing_key_is_never_replaced(data: Path, tmp_path: Path) -> None:
    """Data without its key is an error; with the key back, everything opens."""
    key = data.with_name("data.key")
    kept = key.rename(tmp_path / "elsewhere.key")
    assert "no key to open it" in _refused(data)
    assert not key.exists()
    kept.rename(key)
    assert "one entry" in visit(data, "journal last")


def test_a9_another_key_is_recognised(data: Path, tmp_path: Path) -> None:
    """The key of another Reststop opens nothing here."""
    other = tmp_path / "other"
    visit(other, *HELLO)
    shutil.copy(other.with_name("other.key"), data.with_name("data.key"))
    assert "does not open this data" in _refused(data)


def test_a9_a_key_that_was_rotated_away_opens_nothing(data: Path, tmp_path: Path) -> None:
    """The copy of an older key file is refused by name; with the one of today everything opens."""
    key = data.with_name("data.key")
    older = shutil.copy2(key, tmp_path / "older.key")
    assert command(data, "keys", "rotate", "--now").returncode == 0
    today = key.rename(tmp_path / "today.key")
    shutil.copy2(older, key)
    assert "lacks a key that is still needed" in _refused(data)
    today.replace(key)
    assert "one entry" in visit(data, "journal last")


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_key_that_others_may_read_is_refused(data: Path, mode: int) -> None:
    """The sentence says how to mend it."""
    data.with_name("data.key").chmod(mode)
    assert "chmod 600" in _refused(data)


def test_a_key_inside_the_data_folder_is_refused(data: Path) -> None:
    """A copy of one would be a copy of both."""
    inside = data.with_name("data.key").rename(data / "my.key")
    assert "stands in the data folder" in _refused(data, key_file=inside)


def test_a_lost_key_store_is_not_started_over(data: Path, tmp_path: Path) -> None:
    """People without keys are never tidied away: the file is asked for."""
    (data / "keys.db").rename(tmp_path / "keys.db")
    done = reststop(data, "run")
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"Put the file back" in done.stderr
    for made in data.glob("keys.db*"):
        made.unlink()
    (tmp_path / "keys.db").rename(data / "keys.db")
    assert "one entry" in visit(data, "journal last")


def test_a_key_may_come_from_the_settings_or_the_service_manager(data: Path, tmp_path: Path) -> None:
    """The same lines, from RESTSTOP_KEY or from a credential, open the same data."""
    key = data.with_name("data.key")
    lines = ";".join(line for line in key.read_text().splitlines() if not line.startswith("#"))
    handed = tmp_path / "credentials"
    handed.mkdir()
    key.rename(handed / "reststop.key")
    assert "one entry" in visit(data, "journal last", RESTSTOP_KEY=lines)
    assert "one entry" in visit(data, "journal last", CREDENTIALS_DIRECTORY=str(handed))
