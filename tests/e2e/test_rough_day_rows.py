"""A hard day leaves no trace that can be read: without the key its rows are those of any other day."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column

from adapters.store import folder as data_folder
from adapters.store import key_tables, tables
from adapters.store.columns import Id
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.tender_library import tender_library
from tests.e2e.test_scenario_2 import SURFACES, settle

Rows = dict[str, list[tuple[object, ...]]]
Day = Callable[[Story], object]
DATABASES = {data_folder.MAIN: tables.metadata, data_folder.KEYS: key_tables.metadata}
DRAWN = {"notes.value", "keys.kek_id"}
"""Texts of each installation's own."""


def in_the_clear(data: Path) -> Rows:
    """Return what every row shows without the key, in the order of writing.

    Ids are counted as they first turn up; of what is sealed or hashed its length is left.
    """
    found: Rows = {}
    ids: dict[object, int] = {}

    def seen(column: Column[object], value: object) -> object:
        if isinstance(column.type, Id) and value is not None:
            return ids.setdefault(value, len(ids))
        if isinstance(value, bytes) or (isinstance(value, str) and str(column) in DRAWN):
            return len(value)
        return value

    for file, metadata in DATABASES.items():
        with closing(sqlite3.connect(data / file)) as database:
            for table in metadata.sorted_tables:
                names = ", ".join(f'"{column.name}"' for column in table.columns)
                has_rowid = table.dialect_options["sqlite"]["with_rowid"]
                order = " ORDER BY rowid" if has_rowid else ""
                rows = database.execute(f"SELECT {names} FROM {table.name}{order}")  # noqa: S608 - our own tables
                found[table.name] = [
                    tuple(seen(column, value) for column, value in zip(table.columns, row, strict=True))
                    for row in rows
                ]
    return found


def played(data: Path, day: Day, library: Path | None = None) -> list[Rows]:
    """Play three days that begin with this one; return what is in the clear that evening, and at last.

    By the library that ships, unless told.
    """
    with story_in_process(data, operator_set={"prompts": (library,) if library else ()}) as story:
        settle(story, "ana", "slack")
        story.clock("2026-01-05T08:30:00Z")
        day(story)
        evening = in_the_clear(data)
        story.clock("2026-01-06T08:31:00Z")
        story.scale("ana", "checkin.energy", 3)
        story.clock("2026-01-08T12:00:00Z")
    return [evening, in_the_clear(data)]


def _mark(step: int, name: str = "energy") -> Day:
    return lambda story: story.scale("ana", f"checkin.{name}", step)


def _say(word: str) -> Day:
    return lambda story: story.command("ana", word)


def _press(name: str) -> Day:
    return lambda story: story.press("ana", name)


def _all(*parts: Day) -> Day:
    return lambda story: [part(story) for part in parts]


def _write(name: str) -> Day:
    def day(story: Story) -> None:
        story.press("ana", name)
        story.submit("ana", "entry", text="seventeen lanterns")

    return day


HARD_AND_OTHER = {
    "a low mark": (_mark(1), _mark(4)),
    "two low marks": (_all(_mark(1), _mark(2, "connection")), _all(_mark(4), _mark(5, "connection"))),
    "a low mark put right": (_all(_mark(2), _mark(4)), _all(_mark(3), _mark(4))),
    "a low mark, then no thanks": (
        _all(_mark(1), _press("gentle.no")),
        _all(_mark(4), _press("checkin.skip")),
    ),
    "a kind word, written": (
        _all(_mark(1), _write("gentle.self_compassion")),
        _all(_mark(4), _press("checkin.skip"), _write("checkin.write")),
    ),
    "rough, a question is open": (_say("rough"), _say("checkin")),
    "rough, twice": (_all(_say("rough"), _say("rough")), _all(_say("checkin"), _say("checkin"))),
    "rough, then no thanks": (
        _all(_say("rough"), _press("gentle.no")),
        _all(_say("checkin"), _say("checkin")),
    ),
    "rough after not today": (
        _all(_press("checkin.skip"), _say("rough")),
        _all(_press("checkin.skip"), _press("checkin.skip")),
    ),
    "rough after an answer": (_all(_mark(3), _say("rough")), _all(_mark(3), _press("checkin.skip"))),
}


@pytest.mark.parametrize(("hard", "other"), HARD_AND_OTHER.values(), ids=HARD_AND_OTHER)
def test_rows_of_a_hard_day_are_those_of_any_other(
    tmp_path: Path, library: Path, hard: Day, other: Day
) -> None:
    """Row by row, in every table, that day and those after it: ids aside, nothing differs, nor any size.

    In a library whose kind words are written, which is a page like any.
    """
    assert played(tmp_path / "hard", hard, library) == played(tmp_path / "other", other, library)


def _open(topic: str) -> Day:
    return _all(_say("practise"), _press("topic.which"), _pick("topic.open", topic))


def _pick(name: str, value: str) -> Day:
    return lambda story: story.choose("ana", name, value)


TAPS = {name: _all(_open("exposure"), _pick("checkin.prompt", name)) for name in ("light", "some", "heavy")}
AFTER_AND_OTHER = {
    "offers after a tap": (TAPS["heavy"], TAPS["some"]),
    "a receipt after a tap": (TAPS["light"], TAPS["some"]),
    "offers, then no thanks": (
        _all(TAPS["heavy"], _press("after.no")),
        TAPS["some"],
    ),
    "offers, then a low mark": (_all(TAPS["heavy"], _mark(1)), _all(TAPS["some"], _mark(4))),
    "a low mark, then a heavy answer": (
        _all(_open("exposure"), _mark(1), _pick("checkin.prompt", "heavy")),
        _all(_open("exposure"), _mark(4), _pick("checkin.prompt", "some")),
    ),
    "offers after a page": (
        _all(_open("rupture_repair"), _write("checkin.write")),
        _all(_open("space"), _write("checkin.write")),
    ),
}


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tender_library(tmp_path_factory.mktemp("library"))


@pytest.mark.parametrize(("followed", "other"), AFTER_AND_OTHER.values(), ids=AFTER_AND_OTHER)
def test_what_followed_an_answer_leaves_no_trace(
    tmp_path: Path, library: Path, followed: Day, other: Day
) -> None:
    """An answer after which something is offered leaves the rows of one after which nothing is."""
    assert played(tmp_path / "followed", followed, library) == played(tmp_path / "other", other, library)


@pytest.mark.parametrize("surface", SURFACES)
def test_rough_where_nothing_is_open_is_as_if_a_check_in_was_called_for(tmp_path: Path, surface: str) -> None:
    """On a day without one: a run begins, and the next one comes as ever."""
    left = []
    for word in ("rough", "checkin"):
        data = tmp_path / word
        with story_in_process(data) as story:
            settle(story, "ana", surface)
            story.clock("2026-01-09T08:31:00Z")
            story.scale("ana", "checkin.energy", 3)
            story.clock("2026-01-10T12:00:00Z")  # a Saturday
            story.command("ana", word)
            story.clock("2026-01-12T08:31:00Z")
        left.append(in_the_clear(data))
    rough, called = left
    assert rough == called
    assert len(rough["runs"]) == 8


def test_the_test_would_see_a_trace(tmp_path: Path) -> None:
    """A sheet, a version or a run more, and the rows differ."""
    quiet = played(tmp_path / "quiet", _mark(4))
    for name, day in {"again": _all(_mark(4), _mark(4)), "called": _all(_mark(4), _say("checkin"))}.items():
        traces = [one != other for one, other in zip(played(tmp_path / name, day), quiet, strict=True)]
        assert traces == [True, True]
