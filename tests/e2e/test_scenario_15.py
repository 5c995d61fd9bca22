"""Scenario 15, leaving: everything taken along as it was given, then everything gone, on the disk too."""

from __future__ import annotations

import base64
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from bot.errors import NotSaved
from bot.ports.faults import Point
from bot.testing.faults import ArmedCrash
from tests.e2e.disk import hits, rows, sentence
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.json_types import Json

SURFACES = ["console", "slack", "discord"]
NOBODYS = {"inbox", "notes", "key_notes", "tombstones", "alembic_version"}


def arrive(story: Story, who: str, surface: str) -> None:
    """Let somebody say yes and choose half past eight on weekdays, in UTC."""
    story.command(who, "start", surface=surface)
    story.press(who, "consent.yes")
    story.scale(who, "checkin.energy", 3)
    story.press(who, "settings.change")
    story.submit(who, "settings", days="weekdays", at="08:30", zone="UTC", quiet="20-8", region="GB")


def live(story: Story, who: str, surface: str, words: list[str]) -> None:
    """Let somebody answer a check-in, write, and leave a draft, each with one of three texts."""
    arrive(story, who, surface)
    story.clock("2026-01-05T08:30:00Z")
    story.command(who, "checkin")
    story.scale(who, "checkin.energy", 3)
    story.scale(who, "checkin.connection", 4)
    story.press(who, "checkin.write")
    story.submit(who, "entry", text=words[0])
    story.command(who, "write")
    story.submit(who, "entry", text=words[1])
    story.say(who, words[2])


def files(shown: list[Shown]) -> dict[str, bytes]:
    """Return the files that were handed over, by the end of their name."""
    found = [file for record in shown for file in record["files"] or ()]
    return {Path(file["name"]).suffix: base64.b64decode(file["base64"]) for file in found}


def export(story: Story, who: str) -> Json:
    """Let somebody make their files; return the one for programs, read."""
    story.command(who, "export")
    made: Json = json.loads(files(story.press(who, "export.make"))[".json"])
    return made


def erase(story: Story, who: str) -> list[Shown]:
    """Let somebody go all the way; return what the last press brought."""
    story.command(who, "erase")
    story.press(who, "erase.ask")
    return story.press(who, "erase.confirm")


def left_over(data: Path) -> dict[str, int]:
    """Return how many rows stand in each table that knows people."""
    tables = {name.partition(":")[2]: found for name, found in rows(data).items()}
    counts = {name: len(found) for name, found in tables.items() if name not in NOBODYS}
    return {name: count for name, count in counts.items() if count and name != "agenda"} | {
        "agenda": sum(1 for row in tables["agenda"] if row[3] is not None)
    }


def bytes_on_disk(folder: Path) -> bytes:
    """Return every byte of every file."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def wrapped_key(data: Path) -> bytes:
    """Return the one wrapped key of the key store."""
    with closing(sqlite3.connect(data / "keys.db")) as database:
        [(wrapped,)] = database.execute("SELECT wrapped FROM keys").fetchall()
    assert isinstance(wrapped, bytes)
    return wrapped


@pytest.mark.parametrize("surface", SURFACES)
def test_what_was_given_is_taken_along(tmp_path: Path, surface: str) -> None:
    """Both files hold it as it was given; they go to one person, and no message shows a word of them."""
    words = [sentence(f"{surface}/{place}") for place in range(3)]
    with story_in_process(tmp_path / "data") as story:
        arrive(story, "ben", surface)
        live(story, "ana", surface, words)
        made = export(story, "ana")
        handed = [record for record in story.shown if record["files"]]
        read = files(handed)[".md"].decode()
        others = [record for record in story.shown if not record["files"] and record["kind"] != "form"]
        user = story.id_of("ana")
    assert [entry["text"] for entry in made["entries"]] == words[:2]
    assert [draft["text"] for draft in made["drafts"]] == words[2:]
    run = made["checkins"][-1]
    assert {mark["name"]: mark["word"] for mark in run["marks"]} == {"energy": "some", "connection": "good"}
    assert made["entries"][0]["question"] == run["prompt"]["text"]
    assert [door["user"] for door in made["doors"]] == [user]
    assert [all(text in read for text in words), run["prompt"]["text"] in read] == [True, True]
    assert {(record["to"], record["seen_by"]) for record in handed} == {("ana", "only_you")}
    assert [record for record in others if any(text in json.dumps(record) for text in words)] == []
    assert [hits(tmp_path, text) for text in words] == [[], [], []]


@pytest.mark.parametrize("surface", SURFACES)
def test_nothing_of_somebody_who_left_is_there(tmp_path: Path, surface: str) -> None:
    """No row, key, job or word, no account and no number that stood for them: at once, and after the end."""
    data, who = tmp_path / "data", sentence(f"{surface}/leaves").replace(" ", "-")
    words = [sentence(f"{surface}/gone/{place}") for place in range(3)]

    def see_that_it_is_gone() -> None:
        assert left_over(data) == {"agenda": 0}
        on_disk = bytes_on_disk(tmp_path)
        assert [key in on_disk for key in (person.bytes, person.hex.encode(), wrapped)] == [False] * 3
        assert [hits(tmp_path, text) for text in (*words, story.id_of(who))] == [[]] * 4

    with story_in_process(data) as story:
        live(story, who, surface, words)
        person = UUID(export(story, who)["person"]["id"])
        wrapped = wrapped_key(data)
        assert wrapped in bytes_on_disk(data)
        assert person.bytes in bytes_on_disk(data)
        [receipt] = erase(story, who)
        assert (receipt["text_id"], receipt["seen_by"]) == ("erased", "direct")
        see_that_it_is_gone()
        assert story.clock("2026-01-07T12:00:00Z") == []
        [stale] = story.press(who, "checkin.write")
        assert stale["text_id"] == "consent"
        [first] = story.command(who, "start")
        assert first["text_id"] == "consent"
        see_that_it_is_gone()
    see_that_it_is_gone()


def test_a_copy_of_the_rows_opens_no_more(tmp_path: Path) -> None:
    """The old database, put back beside the keys of today, is taken for what it is: rows of nobody."""
    data, aside = tmp_path / "data", tmp_path / "aside"
    with story_in_process(data) as story:
        live(story, "ana", "slack", ["one", "two", "three"])
    shutil.copytree(data, aside)
    with story_in_process(data) as story:
        story.send(do="direct", who="ana", surface="slack", open=True)
        story.command("ana", "erase", surface="slack")
        story.press("ana", "erase.ask")
        [receipt] = story.press("ana", "erase.confirm")
        assert receipt["text_id"] == "erased"
    shutil.copy(aside / "reststop.db", data / "reststop.db")
    assert left_over(data)["entries"] == 2
    with story_in_process(data) as story:
        [first] = story.command("ana", "journal last", surface="slack")
        assert first["text_id"] == "consent"
        assert left_over(data) == {"agenda": 0}


def test_starting_again_is_new(tmp_path: Path) -> None:
    """An empty journal, another number, and check-ins only at an hour that is chosen anew."""
    with story_in_process(tmp_path / "data") as story:
        live(story, "ana", "slack", ["one", "two", "three"])
        before = export(story, "ana")
        erase(story, "ana")
        arrive(story, "ana", "slack")
        after = export(story, "ana")
        letters = story.clock("2026-01-06T09:00:00Z")
    assert (after["entries"], after["drafts"]) == ([], [])
    assert after["person"]["id"] != before["person"]["id"]
    assert [record["text_id"] for record in letters] == ["checkin"]


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
@pytest.mark.parametrize("surface", SURFACES)
def test_a_crash_while_erasing_leaves_nothing_half(tmp_path: Path, surface: str, point: str) -> None:
    """Cut off on either side of the commit, the next start has finished it: the key went before."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        live(story, "ana", surface, ["one", "two", "three"])
        person = UUID(export(story, "ana")["person"]["id"])
        wrapped = wrapped_key(data)
        story.command("ana", "erase")
        story.press("ana", "erase.ask")
        story.kill(point)
        assert story.press("ana", "erase.confirm") == []
        story.restart()
        assert left_over(data) == {"agenda": 0}
        assert [key in bytes_on_disk(data) for key in (person.bytes, wrapped)] == [False, False]
        [again] = story.press("ana", "erase.confirm")
        assert again["text_id"] == "nothing_held"
        assert story.clock("2026-01-07T12:00:00Z") == []


class AwayOnce(ArmedCrash):
    """A database that is away at one COMMIT."""

    is_away = False

    def passing(self, point: Point) -> None:
        """Pass, or be away this once.

        Raises:
            NotSaved: it is away.
        """
        if self.is_away and point == "before_commit":
            self.is_away = False
            raise NotSaved


def test_an_erasing_that_could_not_be_saved_finishes_itself(tmp_path: Path) -> None:
    """The key went, the rows could not: that is said, and nobody has to do anything for the rest."""
    data, crash = tmp_path / "data", AwayOnce()
    with story_in_process(data, crash=crash) as story:
        live(story, "ana", "slack", ["one", "two", "three"])
        story.command("ana", "erase")
        story.press("ana", "erase.ask")
        crash.is_away = True
        [said] = story.press("ana", "erase.confirm")
        assert said["text_id"] == "erase.unfinished"
        assert left_over(data) == {"agenda": 0}
        [first] = story.command("ana", "start")
        assert first["text_id"] == "consent"


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
def test_a_crash_before_the_last_press_changes_nothing(tmp_path: Path, point: str) -> None:
    """The two questions write nothing: what was there is there, and the button still holds."""
    with story_in_process(tmp_path / "data") as story:
        live(story, "ana", "slack", ["one", "two", "three"])
        story.command("ana", "erase")
        story.press("ana", "erase.ask")
        story.restart()
        assert [entry["text"] for entry in export(story, "ana")["entries"]] == ["one", "two"]
        story.kill(point)
        story.command("ana", "pause")
        [receipt] = story.press("ana", "erase.confirm")
        assert receipt["text_id"] == "erased"
