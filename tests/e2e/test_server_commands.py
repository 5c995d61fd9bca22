"""The commands of the shell on databases of a server: the same words, and no password in any of them."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess
from typing import Never

import pytest

from adapters.store.databases import ServerDatabases
from adapters.store.server_looks import look_at
from bot.ports.keys import tombstone_mark
from bot.testing.faults import Killed
from bot.testing.time import ManualClock
from tests.e2e.shell import command
from tests.e2e.sim_driver import story_in_process
from tests.e2e.terminal import reststop
from tests.e2e.test_moving_house import on_server
from tests.postgres.server import Server

WRITTEN = "a sentence on a server"


class Clinic:
    """A clinic on a server: its commands, and its stories."""

    def __init__(self, data: Path, databases: ServerDatabases) -> None:
        """Stand on `databases`; beside `data` is the key."""
        self.data, self.databases = data, databases
        self.named = {
            "RESTSTOP_DATABASE_URL": databases.main,
            "RESTSTOP_KEYS_DATABASE_URL": databases.keys,
        }
        self.addresses = dict(self.named)

    def command(self, *words: str, **more: str) -> CompletedProcess[bytes]:
        """Run a command on the server."""
        return command(self.data, *words, typed=b"", **self.addresses, **more)

    def said(self, *words: str, **more: str) -> str:
        """Return what a command that does what it is asked prints."""
        done = self.command(*words, **more)
        assert done.returncode == 0, done.stderr
        return done.stdout.decode()

    def arrives(self, who: str) -> None:
        """Let somebody arrive and write."""
        with story_in_process(self.data, operator_set=on_server(self.named)) as story:
            story.command(who, "start", surface="slack")
            story.press(who, "consent.yes")
            story.command(who, "write")
            story.submit(who, "entry", text=WRITTEN)

    def reads(self, who: str) -> str:
        """Return the last entry of somebody."""
        with story_in_process(self.data, operator_set=on_server(self.named)) as story:
            return str(story.command(who, "journal last", surface="slack"))


@pytest.fixture
def clinic(tmp_path: Path, databases: ServerDatabases) -> Clinic:
    """Give one in which Ana wrote something."""
    clinic = Clinic(tmp_path / "data", databases)
    clinic.arrives("ana")
    return clinic


def findings(done: CompletedProcess[bytes]) -> Iterator[tuple[str, str]]:
    """Return each part and health of the doctor, with the words."""
    for line in done.stdout.decode().splitlines():
        part, health, words = line.split(None, 2)
        yield f"{part} {health}", words


def test_the_doctor_looks_at_both_databases(clinic: Clinic) -> None:
    """Name, version and schema; one server for both is worth a word, and all else is well."""
    done = clinic.command("doctor")
    assert done.returncode == 0, done.stdout
    data = [(what, words) for what, words in findings(done) if what.startswith("data")]
    assert [what for what, _ in data] == ["data ok", "data ok", "data note"]
    assert all("postgresql://" in words and "PostgreSQL 1" in words for _, words in data[:2])
    assert "on one server" in data[2][1]
    assert ("keys ok", "one key file, mode 600, outside the data folder") in findings(done)


def test_the_doctor_names_a_server_that_is_away_and_no_password(clinic: Clinic) -> None:
    """It cannot be reached: that is a finding, with the name and without the secret."""
    away = "postgresql://reststop:hemlock@127.0.0.1:1/reststop"
    clinic.addresses["RESTSTOP_DATABASE_URL"] = away
    done = clinic.command("doctor")
    assert done.returncode == 1
    assert b"cannot be reached" in done.stdout
    assert b"hemlock" not in done.stdout + done.stderr


def test_the_doctor_and_a_command_ask_for_tables(tmp_path: Path, server: Server) -> None:
    """Where the databases are empty, what makes the tables is named; nothing is made by a look."""
    databases = ServerDatabases(server.at(server.make()), server.at(server.make()))
    nothing_there = Clinic(tmp_path / "data", databases)
    done = nothing_there.command("doctor")
    assert done.returncode == 1
    assert any(
        what == "data fix" and "`reststop db upgrade` makes" in words for what, words in findings(done)
    )
    done = nothing_there.command("person", "erase", "--surface", "console", "--account", "me")
    assert done.returncode == 1
    assert b"There are no data in postgresql://" in done.stderr
    assert databases.missing() == {"main", "keys"}


def test_clocks_apart_are_found(clinic: Clinic) -> None:
    """By as much as they are, ahead or behind; the way there counts for nothing."""
    for apart in (timedelta(hours=1), timedelta(seconds=-90)):
        clock = ManualClock(datetime.now(UTC) + apart)
        seen = look_at(clinic.databases.main, clock)
        assert abs(seen.ahead + apart) < timedelta(seconds=60)


def test_keys_are_turned_and_brought_back(clinic: Clinic) -> None:
    """A rotation, and what was written opens after it; --now only where nobody else is connected."""
    clinic.addresses["RESTSTOP_KEY_SHARED"] = "1"
    assert "is the current key now" in clinic.said("keys", "rotate")
    assert WRITTEN in clinic.reads("ana")
    with closing(clinic.databases.open_keys(today=lambda: datetime.now(UTC).date())) as other:
        other.count()
        done = clinic.command("keys", "rotate", "--now")
        assert done.returncode == 1
        assert b"Other sessions are in" in done.stderr
    assert "is the current key now" in clinic.said("keys", "rotate", "--now")
    assert WRITTEN in clinic.reads("ana")


def test_a_person_is_erased(clinic: Clinic) -> None:
    """By whoever runs the server, and nobody is there after it."""
    who = ("--surface", "slack", "--workspace", "sim", "--account", "ana")
    assert clinic.said("person", "erase", *who, "--yes").startswith("erased 20")
    assert clinic.command("person", "erase", *who, "--yes").returncode == 1
    assert WRITTEN not in clinic.reads("ana")


def test_a_server_closes(clinic: Clinic) -> None:
    """A day is named and taken back, where nobody else is connected."""
    day = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    assert clinic.said("close") == "open\n"
    assert day in clinic.said("close", "--on", day)
    clinic.said("close", "--cancel")


def test_an_operator_looks_after_an_organisation(clinic: Clinic) -> None:
    """The card of its admin, beside processes that are connected."""
    with closing(clinic.databases.open_keys(today=lambda: datetime.now(UTC).date())) as other:
        other.count()
        done = reststop(clinic.data, "admin", "slack/sim", typed=b"", **clinic.addresses)
    assert done.returncode == 0, done.stderr
    assert b"Looking after Reststop here" in done.stdout


def test_a_backup_comes_back_into_empty_databases(clinic: Clinic, server: Server, tmp_path: Path) -> None:
    """In the form of a data folder's own; who was erased since is not in it, and it goes on from there."""
    clinic.arrives("ben")
    made = Path(clinic.said("backup", "--to", str(tmp_path / "kept")).strip())
    manifest = json.loads((made / "manifest.json").read_text())
    assert [copy["holds"] for copy in manifest["files"]] == ["main", "keys"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.iterdir()} == {0o600}
    assert ("backup ok", f"the last one was made on {_today()} in {made.parent}") in findings(
        clinic.command("doctor")
    )
    who = ("--surface", "slack", "--workspace", "sim", "--account", "ben")
    clinic.said("person", "erase", *who, "--yes")
    refused = clinic.command("restore", str(made))
    assert refused.returncode == 1
    assert b"is not empty" in refused.stderr
    other = ServerDatabases(server.at(server.make()), server.at(server.make()))
    elsewhere = Clinic(clinic.data, other)
    assert "Erased again: 1." in elsewhere.said("restore", str(made))
    assert WRITTEN in elsewhere.reads("ana")
    assert WRITTEN not in elsewhere.reads("ben")
    assert not list(tmp_path.glob(".*restor*"))


def test_a_backup_of_a_server_comes_back_as_a_folder(clinic: Clinic, tmp_path: Path) -> None:
    """The same files, wherever they came from."""
    made = clinic.said("backup", "--to", str(tmp_path / "kept")).strip()
    assert command(clinic.data, "restore", made, "--replace").returncode == 0
    with story_in_process(clinic.data) as story:
        assert WRITTEN in str(story.command("ana", "journal last", surface="slack"))


def test_a_restoring_that_was_cut_off_begins_anew(
    clinic: Clinic, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing opens the half of it meanwhile."""
    made = clinic.said("backup", "--to", str(tmp_path / "kept")).strip()
    other = ServerDatabases(server.at(server.make()), server.at(server.make()))
    elsewhere = Clinic(clinic.data, other)
    monkeypatch.setattr("adapters.store.copies.moving._compare", _cut)
    with pytest.raises(Killed):
        elsewhere.command("restore", made)
    monkeypatch.undo()
    assert b"has not ended" in elsewhere.command("keys", "rotate").stderr
    elsewhere.said("restore", made)
    assert WRITTEN in elsewhere.reads("ana")


def test_a_server_that_was_set_back_is_made_to_forget(clinic: Clinic, tmp_path: Path) -> None:
    """As after pg_restore: the ledger names who was erased since."""
    del tmp_path
    with closing(clinic.databases.open_keys(today=lambda: datetime.now(UTC).date())) as keystore:
        [(ana, _)] = list(keystore.people())[:1]
    with clinic.data.with_name("data.key.erased").open("a") as ledger:
        ledger.write(f"{tombstone_mark(ana).hex()} 2026-01-06\n")
    done = clinic.command("db", "move", "--from", "server", "--to", str(clinic.data.with_name("new")))
    assert b"reststop db forget" in done.stderr
    clinic.said("db", "forget")
    assert WRITTEN not in clinic.reads("ana")


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _cut(*_ends: object) -> Never:
    raise Killed("after_commit")
