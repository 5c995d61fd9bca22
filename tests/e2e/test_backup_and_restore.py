"""`reststop backup` and `restore`: what was there comes back, who was erased does not."""

from __future__ import annotations

import json
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from bot.domain.people import PersonId
from tests.e2e.erasing import inside
from tests.e2e.shell import command
from tests.e2e.sim_driver import story_in_process
from tests.e2e.terminal import HELLO, session, visit


def back_up(data: Path, *options: str) -> Path:
    """Make a backup and return where it is."""
    done = command(data, "backup", *options)
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.decode().strip())


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, but the lock and what SQLite keeps beside a database."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(("-wal", "-shm", "in-use-by"))
    }


def arrive(data: Path, *people: str) -> None:
    """Let people arrive and write one entry each."""
    with story_in_process(data) as story:
        for who in people:
            story.command(who, "start", surface="slack")
            story.press(who, "consent.yes")
            story.command(who, "write")
            story.submit(who, "entry", text=f"the words of {who}")


def who_came_last(data: Path) -> PersonId:
    """Return the person whose row was written last."""
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        [(last,)] = database.execute("SELECT id FROM people ORDER BY rowid DESC LIMIT 1").fetchall()
    return PersonId(UUID(bytes=last))


def read_back(data: Path, who: str) -> str:
    """Return what the last card says when somebody asks for their last entry."""
    with story_in_process(data) as story:
        return str(story.command(who, "journal last", surface="slack")[-1]["text"])


def test_a_backup_comes_back(data: Path, tmp_path: Path) -> None:
    """Into an empty place, with what was there when it was made."""
    made = back_up(data)
    visit(data, "write", "after the backup", ".")
    moved = data.rename(tmp_path / "lost")
    done = command(data, "restore", str(made))
    assert done.returncode == 0, done.stderr
    assert "one entry" in visit(data, "journal last")
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in data.glob("*.db")} == {0o600}
    assert moved.is_dir()


def test_a_backup_says_what_it_is(data: Path) -> None:
    """Two snapshots, for their owner alone, and how long the one with the keys may be kept."""
    made = back_up(data)
    said = json.loads((made / "manifest.json").read_text())
    [main, keys] = said["files"]
    assert (main["name"], main["holds"], keys["holds"]) == ("reststop.db", "main", "keys")
    assert keys["name"].startswith("keys-until-")
    assert sorted(path.name for path in made.iterdir()) == sorted(
        ["manifest.json", main["name"], keys["name"]]
    )
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.iterdir()} == {0o600}
    assert command(data, "backup", "--to", str(data / "inside")).returncode == 2


def test_a_backup_is_made_while_somebody_sits_there(data: Path) -> None:
    """It disturbs nobody, and holds what was said to be saved."""
    with session(data) as here:
        here.enter("write")
        assert "Saved privately." in here.enter("while it runs", ".")
        made = back_up(data)
        here.enter("write")
        assert "Saved privately." in here.enter("later", ".")
        refused = command(data, "restore", str(made), "--replace")
        assert (refused.returncode, b"only one can" in refused.stderr) == (1, True)
    done = command(data, "restore", str(made), "--replace")
    assert done.returncode == 0, done.stderr
    assert "while it runs" in visit(data, "journal last")
    [aside] = data.parent.glob("data.aside-*")
    assert str(aside) in done.stdout.decode()
    data.rename(data.with_name("restored"))
    aside.rename(data)
    assert "later" in visit(data, "journal last")


def test_nothing_is_overwritten_in_silence(data: Path) -> None:
    """A folder with something in it stays as it is, until one says otherwise."""
    made, before = back_up(data), tree(data.parent)
    refused = command(data, "restore", str(made))
    assert (refused.returncode, b"--replace" in refused.stderr) == (1, True)
    assert tree(data.parent) == before


def test_who_was_erased_does_not_come_back(tmp_path: Path) -> None:
    """Not their key, not a row of theirs, also where the ledger is all that is left; others do."""
    data = tmp_path / "data"
    arrive(data, "ana", "ben")
    made = back_up(data)
    ben = who_came_last(data)
    with inside(data) as house:
        house.erase(ben)
    for lost in (False, True):
        if lost:
            shutil.rmtree(data)
        done = command(data, "restore", str(made), "--replace")
        assert (done.returncode, done.stdout.decode().count("Erased again: 1.")) == (0, 1)
        with inside(data) as house:
            assert ben not in house.people()
            assert not house.vault.knows(ben)
            assert len(house.people()) == 1
        for name in ("reststop.db", "keys.db"):
            assert ben.bytes not in (data / name).read_bytes()
        assert "the words of ana" in read_back(data, "ana")
        assert "the words of ben" not in read_back(data, "ben")


def test_who_came_after_the_backup_is_not_taken_for_erased(tmp_path: Path) -> None:
    """With a newer copy of the key store and an older one of the rows: the ledger does not name them."""
    data = tmp_path / "data"
    arrive(data, "ana")
    old = back_up(data)
    arrive(data, "ben")
    new = back_up(data)
    [keys] = new.glob("keys-until-*.db")
    assert command(data, "restore", str(old), "--replace", "--keys", str(keys)).returncode == 0
    with story_in_process(data, start="2026-01-09T08:00:00Z") as story:
        story.restart()
    with inside(data) as house:
        assert len(house.people()) == 1
    done = command(data, "restore", str(new), "--replace")
    assert (done.returncode, b"Erased" in done.stdout) == (0, False)
    assert "the words of ben" in read_back(data, "ben")


def test_another_key_is_refused_and_nothing_written(data: Path, tmp_path: Path) -> None:
    """Also where no key is: exit code 3, and not a file is left behind."""
    made = back_up(data, "--to", str(tmp_path / "safe"))
    other = tmp_path / "other" / "data"
    visit(other, *HELLO)
    before = tree(other.parent)
    refused = command(other, "restore", str(made), "--replace")
    assert (refused.returncode, b"does not open this data" in refused.stderr) == (3, True)
    assert tree(other.parent) == before
    nowhere = tmp_path / "nowhere" / "data"
    assert command(nowhere, "restore", str(made)).returncode == 3
    assert tree(nowhere.parent) == {}


def test_a_key_that_was_rotated_away_opens_no_old_key_store(data: Path) -> None:
    """The old copy is dead on purpose; with a newer copy of the key store the same data come back."""
    made = back_up(data)
    assert command(data, "keys", "rotate", "--now").returncode == 0
    refused = command(data, "restore", str(made), "--replace")
    assert (refused.returncode, b"still needed" in refused.stderr) == (3, True)
    [newer] = back_up(data).glob("keys-until-*.db")
    done = command(data, "restore", str(made), "--replace", "--keys", str(newer))
    assert done.returncode == 0, done.stderr
    assert "one entry" in visit(data, "journal last")


def _flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: _flip(made / "reststop.db"),
        lambda made: _flip(next(made.glob("keys-until-*"))),
        lambda made: (made / "reststop.db").unlink(),
        lambda made: (made / "manifest.json").unlink(),
        lambda made: (made / "manifest.json").write_text("{}"),
        lambda made: (made / "manifest.json").write_text(
            (made / "manifest.json").read_text().replace('"reststop.db"', '"../reststop.db"')
        ),
    ],
    ids=["database changed", "keys changed", "file gone", "no manifest", "empty manifest", "file elsewhere"],
)
def test_a_backup_that_is_not_whole_is_refused(data: Path, spoil: Callable[[Path], object]) -> None:
    """With the file that is wrong, and nothing is touched."""
    made = back_up(data)
    spoil(made)
    before = tree(data.parent)
    refused = command(data, "restore", str(made), "--replace")
    assert refused.returncode == 1
    assert refused.stderr
    assert tree(data.parent) == before


def test_a_broken_ledger_is_no_empty_one(data: Path) -> None:
    """Where it cannot be read nobody is let back in by mistake."""
    made = back_up(data)
    data.with_name("data.key.erased").write_text("nonsense\n")
    before = tree(data.parent)
    refused = command(data, "restore", str(made), "--replace")
    assert (refused.returncode, b"ledger" in refused.stderr) == (1, True)
    assert tree(data.parent) == before


def test_the_doctor_names_key_stores_past_their_time(data: Path) -> None:
    """Who was erased lives on in them."""
    made = back_up(data)
    [keys] = made.glob("keys-until-*.db")
    old = keys.rename(made / "keys-until-2026-01-19.db")
    said = command(data, "doctor")
    assert said.returncode == 1
    assert str(old) in said.stdout.decode()
    old.unlink()
    assert command(data, "doctor").returncode == 0


@pytest.mark.parametrize("name", [".data.restoring", ".data.restored"])
def test_a_link_in_the_way_of_a_restoring_is_not_followed(data: Path, name: str) -> None:
    """Where the folder around the data is not one's own alone, its other end may be anything."""
    made, elsewhere = back_up(data), data.with_name("elsewhere")
    elsewhere.mkdir()
    (elsewhere / "dear").write_text("to somebody")
    data.with_name(name).symlink_to(elsewhere)
    assert command(data, "restore", str(made), "--replace").returncode == 1
    assert (elsewhere / "dear").read_text() == "to somebody"
