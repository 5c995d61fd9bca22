"""`reststop db move`: a clinic goes to a server and back, and all that was written there can be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from adapters.store.databases import ServerDatabases
from bot.ports.vault import Secret
from tests.e2e.scenario_ask import answers_question, asks_instructor
from tests.e2e.scenario_course import LEARNER, TRAINER, opened
from tests.e2e.scenario_units import begins
from tests.e2e.shell import command
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.test_circle_backups import CANARIES, begin, told

WRITTEN = "a sentence that went along"


@pytest.fixture
def addresses(databases: ServerDatabases) -> dict[str, str]:
    """Return the variables that name two empty databases on a server."""
    return {"RESTSTOP_DATABASE_URL": databases.main, "RESTSTOP_KEYS_DATABASE_URL": databases.keys}


def on_server(addresses: Mapping[str, str]) -> dict[str, object]:
    """Return the same as settings of a story."""
    return {name.removeprefix("RESTSTOP_").lower(): Secret(value) for name, value in addresses.items()}


def moved(data: Path, old: Path | str, new: Path | str, addresses: Mapping[str, str]) -> list[list[str]]:
    """Move, and return the table that is printed, word by word."""
    done = command(data, "db", "move", "--from", str(old), "--to", str(new), typed=b"", **addresses)
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.decode().splitlines()]


def test_a_clinic_goes_to_a_server_and_back(tmp_path: Path, addresses: dict[str, str]) -> None:
    """A notebook, and a course with a question in it: each opens at each place, and goes on there."""
    data, back = tmp_path / "data", tmp_path / "back"
    key = {"RESTSTOP_KEY_FILE": str(tmp_path / "data.key")}
    with story_in_process(data) as story:
        begins(story, data, "slack", people=(LEARNER,))
        asks_instructor(story, "How do I begin where nobody speaks?")
        story.command("ana", "start", surface="slack")
        story.press("ana", "consent.yes")
        story.command("ana", "write")
        story.submit("ana", "entry", text=WRITTEN)
    table = moved(data, data, "server", addresses)
    assert table[0] == ["table", "old", "new", "SHA-256", "of", "all", "rows"]
    assert all(row[2] == row[3] and row[5] == "both" for row in table[1:])
    with story_in_process(data, start="2026-01-05T09:00:00Z", operator_set=on_server(addresses)) as story:
        assert_reads(story)
        answers_question(story, "Name the silence, and leave room.")
    moved(data, "server", back, addresses | key)
    with story_in_process(
        back, start="2026-01-05T10:00:00Z", operator_set={"key_file": tmp_path / "data.key"}
    ) as story:
        assert_reads(story)
        story.command(LEARNER, "course")
        story.press(LEARNER, "ask.open")
        assert "Name the silence" in str(story.press(LEARNER, "ask.answers"))


def assert_reads(story: Story) -> None:
    """See that what was written before is there, each at their own surface."""
    for who in (TRAINER, LEARNER):
        story.command(who, "help", surface="slack")
    assert WRITTEN in str(story.command("ana", "journal last", surface="slack"))
    assert "1 enrolled" in opened(story)["text"]


def test_a_circle_goes_along(tmp_path: Path, addresses: dict[str, str]) -> None:
    """What waits to be shared there opens where it came to."""
    data, back = tmp_path / "data", tmp_path / "back"
    begin(data)
    moved(data, data, "server", addresses)
    (tmp_path / "back.key").write_bytes((tmp_path / "data.key").read_bytes())
    (tmp_path / "back.key").chmod(0o600)
    moved(data, "server", back, addresses)
    assert {text for _, text in told(back)} == set(CANARIES)


def test_the_old_place_says_where_they_are(tmp_path: Path, addresses: dict[str, str]) -> None:
    """Without the password; nothing starts there, and a second move says so as well."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        story.command("ana", "start", surface="slack")
    moved(data, data, "server", addresses)
    for words in (["person", "erase", "--surface", "console", "--account", "me"], ["keys", "rotate"]):
        done = command(data, *words)
        assert done.returncode == 1
        assert b"These data were moved to postgresql://" in done.stderr
    done = command(data, "db", "move", "--from", str(data), "--to", str(tmp_path / "other"))
    assert done.returncode == 1
    assert not (tmp_path / "other").exists() or not list((tmp_path / "other").glob("*.db"))


def test_server_means_what_is_set(tmp_path: Path) -> None:
    """Where nothing is, that is said."""
    data = tmp_path / "data"
    done = command(data, "db", "move", "--from", str(data), "--to", "server")
    assert done.returncode == 1
    assert b"RESTSTOP_DATABASE_URL" in done.stderr
