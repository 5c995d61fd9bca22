"""A whole story, struck at every pass of every crash point in turn: nothing is lost, nothing comes twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from bot.errors import NotSaved
from bot.ports.faults import Point
from bot.testing.faults import ArmedCrash, Killed
from tests.e2e.sim_driver import Shown, Story, story_in_process

WHO = "ana"
DAYS = ["2026-01-05", "2026-01-06", "2026-01-08"]
"""The days on which a check-in comes: on the seventh there is a pause."""
MOST_TRIES = 4
"""How often somebody does a thing again that was not answered."""


class NthPass(ArmedCrash):
    """Strikes once: at the nth pass of a point it ends the house, or lets the database be away."""

    def __init__(self, point: Point, nth: int, *, kills: bool) -> None:
        """Wait for pass `nth` of `point`; the first is 1."""
        super().__init__()
        self._point = point
        self._left = nth
        self._kills = kills
        self._is_on = kills

    def begin(self) -> None:
        """Count from now on. One that kills has counted all along: starts are cut off, too."""
        self._is_on = True

    @property
    def has_struck(self) -> bool:
        """Whether there was such a pass."""
        return self._left == 0

    def passing(self, point: Point) -> None:
        """Count the passes of the point.

        Raises:
            Killed: the house ends here.
            NotSaved: this once, the database did not take it.
        """
        if not self._is_on or point != self._point or self.has_struck:
            return
        self._left -= 1
        if self.has_struck:
            raise Killed(point) if self._kills else NotSaved


class Week:
    """Some days of somebody who does again what was not answered, and remembers what was promised."""

    def __init__(self, story: Story, surface: str) -> None:
        """Live them."""
        self._story = story
        self.letters: list[str] = []
        self._do("start", surface=surface, until="consent")
        self._try(lambda: story.press(WHO, "consent.yes"), until="checkin.first settings.offer")
        self._do("settings", until="settings.form")
        wish = {"days": "daily", "at": "09:00", "zone": "UTC", "quiet": "none", "region": "GB"}
        self._try(lambda: story.submit(WHO, "settings", **wish), until="settings.changed")
        self._until("2026-01-05T10:00:00Z")
        self._try(lambda: story.scale(WHO, "checkin.energy", 2), until="checkin")
        self._write("one", by=lambda: story.press(WHO, "checkin.write"))
        self._until("2026-01-06T10:00:00Z")
        self._do("pause", until="paused")
        self._until("2026-01-07T10:00:00Z")
        self._do("resume", until="resumed")
        self._write("two", by=lambda: story.command(WHO, "write"))
        self._until("2026-01-08T10:00:00Z")
        self._do("settings", until="settings")

    def _write(self, text: str, *, by: Callable[[], list[Shown]]) -> None:
        """Write an entry, and see that it can be read from the moment in which it was said to be saved."""
        self._try(by, until="entry")
        self._try(lambda: self._story.submit(WHO, "entry", text=text), until="entry.saved")
        self._do("journal last", until="journal.last")
        assert self._story.shown[-1]["text"].endswith(text)

    def _until(self, instant: str) -> None:
        self._note(self._story.clock(instant))
        self._do("help", until="help")  # whoever sits at a terminal sees what waited

    def _do(self, words: str, *, until: str, **also: object) -> None:
        self._try(lambda: self._story.command(WHO, words, **also), until=until)

    def _try(self, act: Callable[[], list[Shown]], *, until: str) -> None:
        """Do something until one of the answers comes that are worth waiting for."""
        for _ in range(MOST_TRIES):
            shown = act()
            self._note(shown)
            if any(record["text_id"] in until.split() for record in shown):
                return
        raise AssertionError(f"never answered: {until}")

    def _note(self, shown: list[Shown]) -> None:
        self.letters += [
            record["at"][:10]
            for record in shown
            if (record["text_id"], record["kind"]) == ("checkin", "card")
        ]


def live(data: Path, surface: str, crash: NthPass) -> bool:
    """Live through it with one blow; return whether there was one, after everything was looked at."""
    with story_in_process(data, crash=crash) as story:
        story.send(do="direct", who="nobody", open=True)  # builds the house
        crash.begin()
        week = Week(story, surface)
    assert week.letters == DAYS
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for table, rows in {"people": 1, "doors": 1, "entries": 2, "drafts": 0}.items():
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows,), table  # noqa: S608 - our own tables
    return crash.has_struck


@pytest.mark.parametrize("surface", ["console", "slack"])
@pytest.mark.parametrize("point", ["before_commit", "after_commit", "after_send"])
def test_a_crash_at_any_pass_loses_and_doubles_nothing(tmp_path: Path, surface: str, point: Point) -> None:
    """One check-in a day, each entry once, and every acknowledged word there at once."""
    for nth in count(1):
        if not live(tmp_path / f"{nth}", surface, NthPass(point, nth, kills=True)):
            assert nth > len(DAYS)
            return


@pytest.mark.parametrize("surface", ["console", "slack"])
def test_a_commit_that_fails_loses_and_doubles_nothing(tmp_path: Path, surface: str) -> None:
    """Whichever it is, once the house stands."""
    for nth in count(1):
        if not live(tmp_path / f"{nth}", surface, NthPass("before_commit", nth, kills=False)):
            assert nth > len(DAYS)
            return
