"""A recording stays open for nine months past the last live day, to the end of that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.courses.access import are_recordings_open, recordings_until, remind_at
from bot.domain.courses.timetable import moved_to
from bot.surface.card import LinkButton
from tests.made_once import our_library
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.small_house import card_of, control

NEW_YORK = ZoneInfo("America/New_York")
COURSE = next(
    moved_to(each.course, date(2023, 11, 28), time(16))
    for each in our_library().courses()
    if each.id == "act_relationship_4"
)
"""The course of the library on four Tuesdays, the last of them on 19 December 2023."""


def _in_new_york(*when: int) -> datetime:
    year, month, day, hour, minute = when
    return datetime(year, month, day, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)


def test_it_is_open_on_the_last_day_and_shut_on_the_next() -> None:
    """The 19th of September 2024 to its last minute; on the 20th it is refused."""
    assert COURSE.sessions[-1].starts.date() == date(2023, 12, 19)
    assert recordings_until(COURSE) == date(2024, 9, 19)
    assert are_recordings_open(COURSE, _in_new_york(2024, 9, 19, 23, 59))
    assert not are_recordings_open(COURSE, _in_new_york(2024, 9, 20, 0, 0))


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Honolulu"])
def test_the_day_is_the_course_s_own_wherever_somebody_looks_from(zone: str) -> None:
    """In Auckland it is the 20th already, in Honolulu the 19th still: what counts is the course's zone."""
    last, next_day = _in_new_york(2024, 9, 19, 23, 59), _in_new_york(2024, 9, 20, 0, 0)
    there = {at.astimezone(ZoneInfo(zone)).day for at in (last, next_day)}
    assert len(there) == 1
    assert are_recordings_open(COURSE, last)
    assert not are_recordings_open(COURSE, next_day)


def test_who_has_it_is_reminded_two_weeks_before() -> None:
    """On the fifth, at the hour at which the last session ended."""
    assert remind_at(COURSE) == _in_new_york(2024, 9, 5, 18, 0)
    shut = _in_new_york(2024, 9, 20, 0, 0)
    assert shut - _in_new_york(2024, 9, 5, 18, 0) > timedelta(days=14)


async def test_the_link_is_shown_on_the_last_day_and_refused_on_the_next() -> None:
    """As a learner meets it, on the same days three years on; a press from before is refused as well."""
    link = "https://watch.example/1"
    with course_world() as house:
        one = await CourseHouse.begin(
            house, course=moved_to(COURSE, date(2026, 11, 28)), learners={LENA: "UTC"}
        )
        await one.change(lambda cohort: replace(cohort, recordings={1: link}))
        await house.until(_in_new_york(2027, 9, 19, 23, 59))
        card = card_of(await house.command("course", LENA))
        assert "Recordings are open until Sunday 19 September 2027." in card.text
        pressed = control(card, "learn.recording.1")
        shown = card_of(await house.press(pressed, who=LENA))
        assert [each.url for each in shown.controls if isinstance(each, LinkButton)] == [link]
        await house.until(_in_new_york(2027, 9, 20, 0, 0))
        refused = card_of(await house.press(pressed, who=LENA))
        assert refused.text_id == "learn.recordings_closed"
        assert link not in refused.text
        assert "learn.recording.1" not in {
            each.name for each in card_of(await house.command("course", LENA)).controls
        }
