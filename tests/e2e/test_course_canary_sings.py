"""The canary hears a course, too: each leak of what is said there is found where it was planted."""

from __future__ import annotations

import pytest

from tests.e2e.canary_course import LINE, WROTE, LiveCourse, found
from tests.e2e.canary_watch import Watch
from tests.e2e.course_planted_leaks import PLACES, plant_all
from tests.e2e.sim_driver import story_in_process


def test_each_leak_of_a_course_is_found(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """All at once, by the search of the long story: each takes other words, or lets them out elsewhere."""
    plant_all(monkeypatch)
    with story_in_process(watch.home / "data") as story:
        course = LiveCourse(story, watch.home / "data")
        course.begins()
        course.asks()
        course.answers()
        course.shows()
        course.is_read(WROTE)
        course.rates()
        course.is_read(LINE)
        places = found(watch, story)
    missed = {name for name, (words, place) in PLACES.items() if not _is_among(places, words, place)}
    assert missed == set()


def _is_among(places: list[tuple[str, str]], words: str, place: str) -> bool:
    return any(said == words and where.startswith(place) for said, where in places)
