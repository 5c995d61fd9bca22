"""Commands that were tried on a folder alone, on a server: recovery words, and the list of who was there."""

from __future__ import annotations

from pathlib import Path

from adapters.store.databases import ServerDatabases
from tests.e2e.shell import command
from tests.e2e.test_keys_command import make_words
from tests.e2e.test_server_commands import WRITTEN, Clinic


def test_words_bring_the_key_of_a_server_back(tmp_path: Path, databases: ServerDatabases) -> None:
    """Also after a rotation since; other words change nothing, and what was written opens again."""
    clinic = Clinic(tmp_path / "data", databases)
    clinic.arrives("ana")
    typed = make_words(clinic.data, more=clinic.addresses)
    clinic.addresses["RESTSTOP_KEY_SHARED"] = "1"
    clinic.said("keys", "rotate")
    key = clinic.data.with_name("data.key")
    lost = key.read_text()
    key.unlink()
    assert b"keys recover" in clinic.command("keys", "rotate").stderr
    other = " ".join(typed.split()[1:] + typed.split()[:1]).encode()
    refused = command(clinic.data, "keys", "recover", typed=other + b"\n", **clinic.addresses)
    assert (refused.returncode, key.exists()) == (3, False)
    done = command(clinic.data, "keys", "recover", typed=typed.encode() + b"\n", **clinic.addresses)
    assert (done.returncode, key.read_text()) == (0, lost), done.stderr
    assert WRITTEN in clinic.reads("ana")


def test_a_list_of_who_was_there_finds_the_house_on_its_server(
    tmp_path: Path, databases: ServerDatabases
) -> None:
    """Of a course that is not there it says so, and nothing of the list; people are there as before."""
    clinic = Clinic(tmp_path / "data", databases)
    clinic.arrives("ana")
    listed = tmp_path / "list.csv"
    listed.write_text("Name (Original Name),Duration (Minutes)\nAna Somebody,55\n")
    done = clinic.command(
        "course", "attendance", str(listed), "--course", "NONESUCH", "--session", "1", "--yes"
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"No course has this code." in done.stderr
    assert b"Somebody" not in done.stderr
    assert WRITTEN in clinic.reads("ana")
