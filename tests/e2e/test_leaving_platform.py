"""Leaving a platform, in a story: thirty days of silence, then nothing on the disk; or a way back."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from tests.e2e.disk import hits, sentence
from tests.e2e.shell import command
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_15 import arrive, bytes_on_disk, export, left_over, live, wrapped_key

LEFT = "2026-01-05T08:31:00Z"
DAY_10, DAY_29, DAY_30 = "2026-01-15T08:29:00Z", "2026-02-04T08:29:00Z", "2026-02-04T08:31:00Z"
"""Up to a minute before the thirtieth day is over, and when it is; the tenth, before the hour of the day."""


def leave(story: Story, who: str, surface: str) -> list[Shown]:
    """Let the account be closed at one minute past the half hour."""
    story.clock(LEFT)
    return story.send(do="leave_platform", who=who, surface=surface)


def see_that_it_is_gone(data: Path, person: UUID, wrapped: bytes, words: list[str]) -> None:
    """No row, no key, no id and no word, on any byte of the disk."""
    assert left_over(data) == {"agenda": 0}
    on_disk = bytes_on_disk(data.parent)
    assert [key in on_disk for key in (person.bytes, person.hex.encode(), wrapped)] == [False] * 3
    assert [hits(data.parent, text) for text in words] == [[]] * len(words)


@pytest.mark.parametrize("surface", ["slack", "discord"])
def test_a_closed_account_is_silent_and_ends_on_the_thirtieth_day(tmp_path: Path, surface: str) -> None:
    """Nothing is sent in twenty-nine days and every row stays; then the key goes, and with it all."""
    data, who = tmp_path / "data", sentence(f"{surface}/closed").replace(" ", "-")
    words = [sentence(f"{surface}/closed/{place}") for place in range(3)]
    with story_in_process(data) as story:
        live(story, who, surface, words)
        person, wrapped = UUID(export(story, who)["person"]["id"]), wrapped_key(data)
        before = left_over(data)
        assert leave(story, who, surface) == []
        assert story.clock(DAY_29) == []
        now = left_over(data)
        assert {name: now[name] for name in ("people", "doors", "entries", "runs", "marks")} == {
            name: before[name] for name in ("people", "doors", "entries", "runs", "marks")
        }
        assert wrapped_key(data) == wrapped
        assert story.clock(DAY_30) == []
        see_that_it_is_gone(data, person, wrapped, [*words, who])
        assert story.clock("2026-03-10T12:00:00Z") == []
        [first] = story.command(who, "start")
        assert first["text_id"] == "consent"
    see_that_it_is_gone(data, person, wrapped, [*words, who])


@pytest.mark.parametrize("surface", ["slack", "console"])
def test_who_is_back_on_the_tenth_day_goes_on(tmp_path: Path, surface: str) -> None:
    """They read what they wrote, the next check-in comes, and no day ends anything."""
    with story_in_process(tmp_path / "data") as story:
        live(story, "ana", surface, ["one", "two", "three"])
        leave(story, "ana", surface)
        story.clock(DAY_10)
        [page] = story.command("ana", "journal last")
        assert "two" in page["text"]
        assert [record["text_id"] for record in story.clock("2026-01-15T08:30:00Z")] == ["checkin"]
        story.clock("2026-02-20T08:00:00Z")
        assert [entry["text"] for entry in export(story, "ana")["entries"]] == ["one", "two"]


def test_what_is_held_meanwhile_says_when_it_goes(tmp_path: Path) -> None:
    """Whoever is back takes along what was to come; the day of the end is no more among it."""
    with story_in_process(tmp_path / "data") as story:
        live(story, "ana", "slack", ["one", "two", "three"])
        leave(story, "ana", "slack")
        assert "account_ends" not in {row["kind"] for row in export(story, "ana")["coming"]}
        [privacy] = story.command("ana", "privacy")
        assert "30 days" in privacy["text"]
        [held] = story.command("ana", "what-data")
        assert "30 days" in held["text"]


def test_removed_from_a_workspace_all_are_silent_and_end(tmp_path: Path) -> None:
    """Everybody there, nobody elsewhere."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        for who in ("ana", "ben", "cleo"):
            arrive(story, who, "slack")
        arrive(story, "dora", "discord")
        story.clock(LEFT)
        assert story.send(do="uninstall") == []
        assert {record["to"] for record in story.clock(DAY_29)} == {"dora"}
        assert left_over(data)["people"] == 4
        story.clock(DAY_30)
        assert left_over(data)["people"] == 1


def test_an_act_there_says_that_it_was_added_again(tmp_path: Path) -> None:
    """Then all who were there go on."""
    with story_in_process(tmp_path / "data") as story:
        for who in ("ana", "ben"):
            arrive(story, who, "slack")
        story.send(do="uninstall", surface="slack")
        assert story.clock(DAY_10) == []
        story.command("ana", "help")
        assert {record["to"] for record in story.clock("2026-01-15T08:31:00Z")} == {"ana", "ben"}
        story.clock("2026-02-20T08:00:00Z")
        assert story.command("ben", "start")[0]["text_id"].startswith("welcome_back")


def test_a_copy_that_is_put_back_counts_anew(tmp_path: Path) -> None:
    """It was made while they were gone, and does not know that they came back."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        live(story, "ana", "slack", ["one", "two", "three"])
        leave(story, "ana", "slack")
    assert command(data, "backup").returncode == 0
    [made] = (tmp_path / "data-backups").iterdir()
    assert command(data, "restore", str(made), "--replace").returncode == 0
    with story_in_process(data, start=DAY_29) as story:
        story.clock("2026-02-05T09:00:00Z")
        assert left_over(data)["people"] == 1
