"""Scenario 11, a live course: published with its disclosures, joined by a code, and asked at its hours."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from datetime import date, time
from pathlib import Path

import pytest

from bot.domain.courses.timetable import moved_to, starts_at
from tests.e2e.platform_hands import NotOnScreen
from tests.e2e.scenario_course import (
    COURSE,
    DISCLOSURES,
    LEARNER,
    TIMES,
    TRAINER,
    VIEWER,
    WATCHES,
    asks,
    code_of,
    confirmed,
    drafted,
    entered,
    files_of,
    joins,
    launched,
    links,
    lives,
    opened,
    published,
    pushed,
    recorded,
    settles_in_auckland,
    to,
    trains,
    zone_asked,
)
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.test_scenario_14 import ADMIN, HOSTED
from tests.made_once import our_library
from tests.sim.common.answers import NotPossible

ANY = ["slack"]
"""Where what is told of one platform is true of each."""


@pytest.mark.parametrize("surface", HOSTED)
def test_publishing_without_disclosures_is_refused(tmp_path: Path, surface: str) -> None:
    """With everything that is missing at once; nobody joins a draft; entered, it can be joined."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        trains(story, data, surface)
        draft = drafted(story)
        assert draft["text_id"] == "course.overview"
        entered(story, disclosures="")
        refused = to(TRAINER, story.press(TRAINER, "course.publish"))
        assert refused["text_id"] == "course.not_published"
        assert "The disclosures are empty." in refused["text"]
        entered(story)
        assert to(TRAINER, story.press(TRAINER, "course.publish"))["text_id"] == "course.published"


@pytest.mark.parametrize("surface", HOSTED)
def test_a_learner_joins_by_the_code_and_has_to_tick_the_disclosures(tmp_path: Path, surface: str) -> None:
    """One card, one tick; without it nobody is in; two joins are one enrolment."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        trains(story, data, surface)
        code = published(story)
        settles_in_auckland(story, surface)
        card = to(LEARNER, story.command(LEARNER, f"join {code}"))
        assert card["text_id"] == "learn.offer"
        assert "Level: all levels" in card["text"]
        assert "Free to cancel until: Monday 19 January 2026" in card["text"]
        form = to(LEARNER, story.press(LEARNER, "learn.agree"))
        assert DISCLOSURES in form["form"]["intro"]
        assert is_not_taken_without_the_tick(story)
        assert to(LEARNER, story.submit(LEARNER, "learn", agreed="yes"))["text_id"] == "learn.joined"
        again = to(LEARNER, story.command(LEARNER, f"join {code}"))
        assert again["text_id"] == "learn.shown"
        assert "1 enrolled" in to(TRAINER, story.command(TRAINER, "course"))["text"]


@pytest.mark.parametrize("surface", HOSTED)
def test_twelve_questions_come_at_the_computed_times(tmp_path: Path, surface: str) -> None:
    """In her own zone, outside her quiet hours, over a change of the clock in New York and a restart."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        trains(story, data, surface)
        code = published(story)
        settles_in_auckland(story, surface)
        story.command(LEARNER, f"join {code}")
        story.press(LEARNER, "learn.agree")
        story.submit(LEARNER, "learn", agreed="yes")
        story.command(LEARNER, "leave until 28 January")
        launched(story)
        story.clock("2026-01-27T12:00:00Z")
        came = lives(story, "2026-02-12T12:00:00Z")
        story.restart()
        came += lives(story, "2026-03-10T12:00:00Z")
        found = {
            next(begin for begin in TIMES if begin in asks(record)): record["at"]
            for record in pushed(came, LEARNER)
        }
        assert found == TIMES
        assert len(pushed(came)) == len(TIMES)
        assert COURSE not in str([record["summary"] for record in came])


@pytest.mark.parametrize("surface", ANY)
def test_who_was_there_for_a_part_has_a_part_and_a_recording_counts_as_nothing(
    tmp_path: Path, surface: str
) -> None:
    """Ninety-five of the second session's minutes, the others whole: 455. Evidence only, says each file."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        trains(story, data, surface)
        joins(story, LEARNER, published(story), surface)
        joins(story, VIEWER, code_of(story), surface)
        launched(story)
        story.clock("2026-02-24T12:00:00Z")
        recorded(story, 1, 2, 3, 4)
        for n, minutes in ((1, 120), (2, 95), (3, 120), (4, 120)):
            confirmed(story, LEARNER, n, minutes)
        story.command(VIEWER, "course")
        watched = to(VIEWER, story.press(VIEWER, "learn.recording.2"))
        assert (watched["text_id"], links(watched)) == ("learn.recording", [f"{WATCHES}/2"])
        [table] = [file.decode("utf-8-sig") for file in files_of(story, "minutes")]
        rows = {row["Learner"].casefold(): [*row.values()] for row in csv.DictReader(io.StringIO(table))}
        assert rows[LEARNER][1:6] == ["120", "95", "120", "120", "455"]
        assert rows[VIEWER][1:6] == ["0"] * 5
        assert "Evidence only. Your board decides." in table
        [told, *_] = files_of(story, "accreditor")
        assert told.startswith((b"%PDF", b"# "))


@pytest.mark.parametrize("surface", ANY)
def test_a_recording_is_open_on_its_last_day_and_shut_on_the_next(tmp_path: Path, surface: str) -> None:
    """Nine months after the last session, on the clock of the course."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        trains(story, data, surface)
        joins(story, LEARNER, published(story), surface)
        launched(story)
        story.clock("2026-02-25T12:00:00Z")
        recorded(story, 1)
    with story_in_process(data, start="2026-11-23T12:00:00Z") as story:
        for who in (ADMIN, TRAINER, LEARNER):  # a platform knows its people by the order in which they come
            story.command(who, "help", surface=surface)
        story.clock("2026-11-24T04:30:00Z")
        story.command(LEARNER, "course")
        assert to(LEARNER, story.press(LEARNER, "learn.recording.1"))["text_id"] == "learn.recording"
        story.command(LEARNER, "course")
        story.clock("2026-11-24T05:30:00Z")
        shut = to(LEARNER, story.press(LEARNER, "learn.recording.1"))
        assert shut["text_id"] == "learn.recordings_closed"


@pytest.mark.parametrize("point", ["before_commit", "after_commit", "after_send"])
@pytest.mark.parametrize("surface", ANY)
def test_a_crash_enrols_nobody_twice_and_asks_nothing_twice(tmp_path: Path, surface: str, point: str) -> None:
    """While somebody joins, at the launch, and as a question comes: pressed again it is as it was meant."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        trains(story, data, surface)
        story.command(LEARNER, f"join {published(story)}", surface=surface)
        story.press(LEARNER, "learn.agree")
        form = zone_asked(story, LEARNER)
        story.kill(point)
        for _ in range(2):
            with suppress(NotOnScreen):  # taken the first time, and gone from a platform's screen
                story.submit(LEARNER, "learn", agreed="yes", **form)
            story.restart()
        assert "1 enrolled" in opened(story)["text"]
        story.press(TRAINER, "course.launch")
        story.kill(point)
        for _ in range(2):
            with suppress(NotOnScreen):
                story.press(TRAINER, "course.launch.now")
            story.restart()
        story.kill(point)
        came = story.clock("2026-01-29T12:00:00Z")
        came += story.restart() + story.clock("2026-02-01T12:00:00Z")
        assert ["Recall a meeting" in asks(each) for each in pushed(came)] == [True]


def test_the_dates_of_the_first_course_over_a_change_of_the_clock() -> None:
    """Row 11: four Mondays in October and November 2020, at four in New York."""
    starts = ["2020-10-19", "2020-10-26", "2020-11-02", "2020-11-09"]
    course = moved_to(our_library().courses()[0].course, date(2020, 10, 19), time(16))
    live = [f"{starts_at(course, each):%Y-%m-%d %H:%M}" for each in course.sessions]
    hours = ("20:00", "20:00", "21:00", "21:00")
    assert live == [f"{day} {hour}" for day, hour in zip(starts, hours, strict=True)]


def is_not_taken_without_the_tick(story: Story) -> bool:
    """Whether the form of who joins is not taken as it is: by a platform, or by what it says."""
    try:
        [refused] = story.submit(LEARNER, "learn")
    except NotPossible:
        return True
    return "tick that you did" in str(refused["errors"])
