"""Whatever happens meanwhile, a course stays in step: a moved session, a leave, other hours, trouble."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.courses.course import Course
from bot.domain.courses.timetable import with_session
from bot.domain.deliveries import DeliveryState
from bot.domain.zones import zone_of
from bot.ports.chat import Arrival, Later, MaybeSent, NotOpen, Unreachable
from bot.services.pushes.rows import missed_by
from bot.testing.courses import FOUR_SESSIONS, invented_push
from bot.testing.faults import Killed
from tests.unit.courses.course_house import LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.pushed import (
    AFTER_ALL,
    ALL,
    AUCKLAND,
    NEW_YORK,
    another,
    asked,
    came,
    change,
    join,
    launch,
    launched,
    live,
    moments,
    plan,
    settle,
)
from tests.unit.doors.two import DISCORD, Doors
from tests.unit.small_house import SmallHouse, card_of
from tests.unit.world import TERMINAL

AFTER_FIRST = datetime(2026, 12, 4, 12, tzinfo=UTC)
"""The first session is over, and what comes on the day after it is out."""


def day(month: int, on: int, hour: int = 12) -> datetime:
    """Return an instant around the course."""
    return datetime(2026 if month > 6 else 2027, month, on, hour, tzinfo=UTC)


def dates(found: Sequence[datetime], zone: str) -> list[date]:
    """Return on which days of somebody's that was."""
    return [at.astimezone(zone_of(zone)).date() for at in found]


async def test_pushes_follow_a_session_that_is_moved() -> None:
    """To a later week: what was out is not asked again, and the rest keeps its distance from it."""
    with course_world() as house:
        one = await launched(house)
        await house.until(day(11, 28))
        assert came(one) == ["pre1"]
        await change(one, lambda course: with_session(course, 1, datetime(2026, 12, 4, 16)))  # noqa: DTZ001 - a wall clock
        at = await moments(one, AFTER_ALL)
        assert came(one)[:4] == ["pre1", "post1", "pre2", "mid1"]
        assert sorted(came(one)) == sorted(ALL)
        assert dates(at, NEW_YORK)[:4] == [date(2026, 12, on) for on in (5, 8, 9, 10)]


async def test_a_push_that_is_taken_out_never_comes() -> None:
    """That is how one is recalled that is not on its way."""

    def without(course: Course) -> Course:
        return replace(course, pushes=tuple(each for each in course.pushes if each.id != "mid1"))

    with course_world() as house:
        one = await launched(house)
        await house.until(AFTER_FIRST)
        await change(one, without)
        await house.until(AFTER_ALL)
        assert came(one) == [each for each in ALL if each != "mid1"]


async def test_after_a_leave_one_comes_each_day_and_nothing_that_prepared_a_past_session() -> None:
    """In the order of the course; while they are away nothing comes."""
    with course_world() as house:
        one = await launched(house, "UTC")
        await settle(house)
        await house.until(day(11, 28))
        await house.command("leave 2026-12-17", LENA)
        before = came(one)
        await live(house, day(12, 17, 7))
        assert came(one) == before
        found = await _with_check_ins(one, day(1, 20))
        after = came(one)[len(before) :]
        assert [each for each in after if each != "pre4"] == [
            each for each in ALL if not each.startswith("pre")
        ]
        assert after.count("pre4") == 1
        assert len(set(dates(found, "UTC"))) == len(found)
        assert dates(found, "UTC")[:3] == [date(2026, 12, 17), date(2026, 12, 18), date(2026, 12, 19)]


async def test_a_leave_before_the_course_takes_nothing_of_it_away() -> None:
    """It was planned around already."""
    with course_world() as house:
        one = await launched(house, "UTC")
        await settle(house)
        await house.command("leave 2026-11-24", LENA)
        await live(house, AFTER_ALL)
        assert came(one) == ALL


async def test_who_pauses_gets_nothing_until_they_resume_and_then_one_a_day() -> None:
    """Twice three days, and no pile."""
    with course_world() as house:
        one = await launched(house, "UTC")
        await settle(house)
        await live(house, day(11, 30))
        await house.command("pause", LENA)
        await live(house, day(12, 11))
        assert came(one) == ["pre1"]
        await house.command("resume", LENA)
        assert came(one) == ["pre1", "post1"]
        found = await _with_check_ins(one, day(12, 14, 23))
        assert came(one) == ["pre1", "post1", "mid1", "post2", "mid2"]
        assert dates(found, "UTC") == [date(2026, 12, on) for on in (12, 13, 14)]


async def test_who_has_no_check_ins_can_rest_from_a_course_too() -> None:
    """By `pause` and `resume`, and by `leave`; what is said is true of a course."""
    with course_world() as house:
        one = await launched(house, "UTC")
        await house.until(day(11, 30))
        said = card_of(await house.command("pause", LENA)).text
        assert said.endswith("What your course asks meanwhile comes after it, one a day at most.")
        await house.until(day(12, 4))
        assert came(one) == ["pre1"]
        assert card_of(await house.command("resume", LENA)).text == "Good to see you."
        assert came(one) == ["pre1", "post1"]
        await house.command("leave 2026-12-11", LENA)
        await house.until(day(12, 11, 7))
        assert came(one) == ["pre1", "post1"]
        await house.until(day(12, 15, 0))
        assert came(one) == ["pre1", "post1", "mid1", "post2", "mid2"]


async def test_what_comes_goes_along_to_another_zone() -> None:
    """Its quiet hours hold there from now on: what prepares a session comes before them, and not after."""
    with course_world() as house:
        one = await launched(house, NEW_YORK)
        await house.until(AFTER_FIRST)
        await settle(house, zone=AUCKLAND)
        at = await _with_check_ins(one, AFTER_ALL)
        assert came(one) == ALL
        hours = [each.astimezone(zone_of(AUCKLAND)).time() for each in at]
        assert all(time(8) <= hour <= time(20) for hour in hours)


async def test_two_courses_and_check_ins_bring_one_push_a_day_at_most() -> None:
    """The same person learns in two courses at the same hours: neither loses anything."""
    with course_world() as house:
        one = await launched(house, "UTC")
        two = await another(house, replace(FOUR_SESSIONS.course, short_title="The other course"))
        await launch(two)
        await join(two, LENA, "UTC")
        at = await moments(one, day(2, 10))
        titles = [card.title for card in one.told(LENA) if card.text_id == "push"]
        for title in ("Invented course", "The other course"):
            mine = [card for card in one.told(LENA) if card.title == title]
            assert set(asked(mine)) >= {each for each in ALL if not each.startswith("pre")}
        assert len(set(dates(at, "UTC"))) == len(at) == len(titles)


async def test_it_comes_by_the_door_that_is_preferred_and_is_answered_there() -> None:
    """Whoever joined on one platform learns on the other too."""
    with course_world() as house:
        doors = Doors(house)
        one = await launched(house, "UTC")
        await doors.link(DISCORD, LENA)
        await house.until(day(11, 25))
        await settle(house)
        await doors.prefer(DISCORD, LENA)
        await live(house, day(11, 28))
        assert came(one) == []
        [card] = [each.card for each in doors.discord.letters if each.card.text_id == "push"]
        await house.press(card.controls[-2], DISCORD)
        assert asked([card]) == ["pre1"]


async def test_in_a_terminal_it_comes_when_that_is_opened_whatever_the_hour() -> None:
    """Nobody is disturbed there; what waited comes one a day, also late in the evening."""
    with course_world(TERMINAL) as house:
        one = await launched(house, "UTC")
        house.chat.receipts = [NotOpen()] * 500
        await house.until(day(12, 7, 22))
        assert came(one) == []
        house.chat.receipts = []
        await house.engine.catch_up(LENA.lane)
        assert came(one) == ["post1"]
        await house.engine.catch_up(LENA.lane)
        assert came(one) == ["post1"]
        await house.until(day(12, 10, 22))
        assert came(one) == ["post1", "pre2", "mid1", "post2"]


async def test_closed_direct_messages_are_known_and_hold_nothing_else_up() -> None:
    """What failed can be sent again, once they are open."""
    with course_world() as house:
        one = await launched(house)
        await house.until(day(11, 25))
        house.chat.receipts = [Unreachable()]
        await house.until(AFTER_FIRST)
        assert came(one) == ["post1"]
        member = await one.member(LENA)
        [missed] = await one.run(lambda unit, _page: missed_by(unit, member))
        assert (missed.rule, missed.state) == ("pre1", DeliveryState.UNREACHABLE)
        await house.until(AFTER_ALL)
        assert came(one) == ALL[1:]


async def test_a_missed_push_can_be_planned_again_and_comes_once() -> None:
    """Its row goes, and then it is laid as any other."""
    with course_world() as house:
        one = await launched(house)
        await house.until(day(12, 2, 15))
        house.chat.receipts = [Unreachable()]
        await house.until(AFTER_FIRST)
        member = await one.member(LENA)
        [missed] = await one.run(lambda unit, _page: missed_by(unit, member))
        await one.run(lambda unit, _page: unit.agenda.remove(missed.row))
        await plan(one, LENA)
        await house.until(AFTER_ALL)
        assert sorted(came(one)) == sorted(ALL)
        assert await one.run(lambda unit, _page: missed_by(unit, member)) == ()


@pytest.mark.parametrize("arrival", [Arrival.ARRIVED, Arrival.NOT_ARRIVED])
async def test_a_send_in_doubt_is_asked_about_and_comes_once(arrival: Arrival) -> None:
    """Whatever the platform knows of it."""
    with course_world() as house:
        one = await launched(house)
        await house.until(day(11, 25))
        house.chat.receipts, house.chat.arrivals = [MaybeSent()], [arrival]
        await house.until(AFTER_ALL)
        assert came(one) == (ALL[1:] if arrival is Arrival.ARRIVED else ALL)


async def test_what_comes_shortly_before_a_session_comes_though_its_way_takes_a_while() -> None:
    """A lane that is asked to wait delays it, up to the moment at which the session begins."""
    course = replace(FOUR_SESSIONS.course, pushes=(invented_push("soon", "s1.start -PT20M"),))
    for wait, comes in ((timedelta(minutes=10), ["soon"]), (timedelta(minutes=21), [])):
        with course_world() as house:
            one = await launched(house, course=course)
            await house.until(day(12, 1, 20))
            house.chat.receipts = [Later(wait=wait)]
            await house.until(day(12, 1, 22))
            assert came(one) == comes


async def test_what_comes_the_evening_before_comes_though_its_way_takes_a_while() -> None:
    """The session is at night where she lives, so it comes an hour before her quiet hours begin."""
    course = replace(FOUR_SESSIONS.course, pushes=(invented_push("soon", "s1.start -PT3H"),))
    with course_world() as house:
        one = await launched(house, "Asia/Kolkata", course=course)
        await house.until(day(12, 1, 13))
        house.chat.receipts = [Later(wait=timedelta(minutes=10))]
        [at] = await moments(one, day(12, 1, 22))
        assert at == datetime(2026, 12, 1, 14, tzinfo=UTC)  # it was due at half past one, UTC


async def test_a_house_that_was_closed_for_weeks_brings_no_pile() -> None:
    """What prepared past sessions is let be; the rest comes late, one a day."""
    with course_world() as house:
        one = await launched(house, "UTC")
        await house.until(day(11, 30))
        house.clock.move_to(day(12, 17))
        await house.restart()
        at = await moments(one, AFTER_ALL)
        found = came(one)
        assert [each for each in found if not each.startswith("pre")] == [
            each for each in ALL if not each.startswith("pre")
        ]
        assert {each for each in found if each.startswith("pre")} == {"pre1", "pre4"}
        assert dates(at, "UTC")[:3] == [date(2026, 12, on) for on in (17, 18, 19)]
        assert len(set(dates(at, "UTC"))) == len(at)


@pytest.mark.parametrize("passes", range(1, 40, 3))
async def test_a_push_comes_once_and_in_order_wherever_the_house_ends(passes: int) -> None:
    """Killed while it is launched, planned, sent or answered for, and begun again."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK, MIRO: AUCKLAND})
        house.end_after(passes)
        with suppress(Killed):
            await launch(one)
            await _each_day(house, day(12, 12))
        await house.restart()
        if (await one.cohort()).launched_at is None:
            await launch(one)
        await _each_day(house, AFTER_ALL)
        assert came(one, LENA) == ALL
        assert came(one, MIRO) == ALL


async def _each_day(house: SmallHouse, until: datetime) -> None:
    while house.clock.now() < until:
        await house.until(min(until, house.clock.now() + timedelta(days=1)))


async def _with_check_ins(one: CourseHouse, until: datetime) -> list[datetime]:
    """Let time pass with Lena, who passes each check-in by; return when each question came to her."""
    found: list[datetime] = []
    before = len(came(one))
    while one.house.clock.now() < until:
        await live(one.house, min(until, one.house.clock.now() + timedelta(hours=1)))
        found += [one.house.clock.now()] * (len(came(one)) - before)
        before = len(came(one))
    return found
