"""F2: the house ends at each named crash point, and again at its next pass: nothing is lost or doubled."""

from __future__ import annotations

import typing
from pathlib import Path

import pytest

from bot.ports.faults import Point
from bot.testing.faults import ArmedCrash, Killed
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.faults.grounds import Land, as_settings
from tests.faults.report import Table
from tests.faults.test_crash_points import DAYS, Week

POINTS: tuple[Point, ...] = typing.get_args(Point)
BEFORE: dict[Point, Point] = {"before_asking": "after_send", "after_asking": "after_send"}
"""What has to happen first, so that a point is passed at all: nobody asks about what is in no doubt."""
PASSES = (1, 2, 3, 5, 8, 13, 21, 34, 55)
"""At which passes of a point the house ends, as far as a story has so many."""
GONE = "erased nothing_held"
TOLD = [("SQLite", "console"), ("SQLite", "slack"), ("PostgreSQL", "slack")]
"""On which database, and of whom."""


class Twice(ArmedCrash):
    """Ends the house at pass `nth` of a point, and at its next pass, in whatever comes then."""

    def __init__(self, point: Point, nth: int) -> None:
        """Count from the first start on."""
        super().__init__()
        self._plan = [(point, nth), (point, 1)]
        if point in BEFORE:
            self._plan.insert(0, (BEFORE[point], 1))
        self._passed = 0

    @property
    def is_over(self) -> bool:
        """Whether it ended as often as it was to."""
        return not self._plan

    def passing(self, point: Point) -> None:
        """Count the passes of the point that is next.

        Raises:
            Killed: the house ends here.
        """
        if not self._plan or point != self._plan[0][0]:
            return
        self._passed += 1
        if self._passed == self._plan[0][1]:
            self._passed = 0
            self._plan.pop(0)
            raise Killed(point)


class TwoWeeks(Week):
    """The days of one person, and of another who comes, writes and erases everything."""

    def __init__(self, story: Story, surface: str) -> None:
        """Live them."""
        super().__init__(story, surface)
        self._as = "ben"
        self._ask("start", surface=surface, until="consent")
        self._press("consent.yes", until="checkin.first settings.offer")
        self._ask("write", until="entry")
        self._try(lambda: story.submit("ben", "entry", text="gone"), until="entry.saved")
        self._ask("erase", until="erase")
        self._press("erase.ask", until="erase.sure")
        self._press("erase.confirm", until=GONE)

    def _ask(self, words: str, *, until: str, **also: object) -> None:
        self._try(lambda: self._story.command(self._as, words, **also), until=until)

    def _press(self, name: str, *, until: str) -> None:
        def press() -> list[Shown]:
            return self._story.press(self._as, name)

        self._try(press, until=until)


@pytest.mark.parametrize(("land", "surface"), TOLD, indirect=["land"])
@pytest.mark.parametrize("point", POINTS)
def test_a_house_that_ends_twice_at_a_point_keeps_its_word(
    tmp_path: Path, land: Land, surface: str, point: Point, table: Table
) -> None:
    """Whichever pass it was: one check-in a day, each entry once, and who was erased is gone."""
    hits = 0
    for nth in PASSES:
        crash = Twice(point, nth)
        ground = land.new(tmp_path / f"{nth}" / "data")
        with story_in_process(ground.data, crash=crash, operator_set=as_settings(ground)) as story:
            lived = TwoWeeks(story, surface)
        if not crash.is_over:
            break
        hits += 1
        assert lived.letters == DAYS, f"pass {nth} of {point}"
        assert ground.damage() == []
        assert ground.counts("people", "doors", "entries", "drafts") == (1, 1, 2, 0), f"pass {nth} of {point}"
    is_hit = hits > 0
    each = f"{land.name}, {surface}: named points, each ended at twice, nothing lost"
    table.record("F2", each, int(is_hit), len(POINTS), met=is_hit)
    table.record("F2", f"{land.name}, {surface}: passes of them", hits, "some of each", met=is_hit)
    assert hits, "this story never passes there twice"
