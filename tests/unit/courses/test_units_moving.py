"""A learner who moves in the middle of a course with units: hours follow them, and nothing comes twice."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.zones import zone_of
from bot.surface.card import Card
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.ask_hands import ask, mine
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.learning_hands import shown
from tests.unit.courses.post_test_hands import TestTaker
from tests.unit.courses.pushed import AUCKLAND, NEW_YORK, asked, launched, live, settle
from tests.unit.small_house import card_of, control

COOL_DOWN = timedelta(hours=12)


async def test_the_end_of_a_cool_down_is_told_on_the_new_clock_and_is_the_same_instant() -> None:
    """Seen in Auckland and seen again in New York; it opens then and not a minute earlier."""
    with course_world() as house:
        taker = TestTaker(await launched(house, AUCKLAND, course=THREE_UNITS.course), LENA)
        await taker.tick_off()
        await house.until(house.clock.now() + timedelta(hours=2))
        handed_in = house.clock.now()
        await taker.take(3)
        before = await taker.open()
        await settle(house, zone=NEW_YORK)
        after = await taker.open()
        assert (before.text_id, after.text_id) == ("test.cooling", "test.cooling")
        assert before.text != after.text
        await house.until(handed_in + COOL_DOWN - timedelta(minutes=1))
        assert (await taker.open()).text_id == "test.cooling"
        await house.until(handed_in + COOL_DOWN)
        assert (await taker.open()).text_id == "test.before"


async def test_unit_test_and_question_all_say_the_time_of_the_new_zone() -> None:
    """In the middle of a cool-down and of an open question; neither instant moves by it."""
    with course_world() as house:
        taker = TestTaker(await launched(house, AUCKLAND, course=THREE_UNITS.course), LENA)
        await taker.tick_off()
        await house.until(house.clock.now() + timedelta(hours=2))
        opens = house.clock.now() + COOL_DOWN
        await taker.take(3)
        promised = house.clock.now() + timedelta(hours=48)
        await ask(house)
        for zone in (AUCKLAND, NEW_YORK):
            await settle(house, zone=zone)
            assert f"{opens.astimezone(zone_of(zone)):%H:%M}" in (await taker.open()).text
            shown_unit = card_of(await house.press(control(await shown(house, LENA), "unit.open.1"), LENA))
            assert f"{opens.astimezone(zone_of(zone)):%H:%M}" in shown_unit.text
            assert f"{promised.astimezone(zone_of(zone)):%H:%M}" in (await mine(house)).text


async def test_what_comes_after_a_unit_comes_once_by_day_where_they_are() -> None:
    """Moved on the day after, it neither comes again nor is lost."""
    with course_world() as house:
        taker = TestTaker(await launched(house, AUCKLAND, course=THREE_UNITS.course), LENA)
        await taker.tick_off()
        await taker.take(5)
        await settle(house, zone=NEW_YORK)
        came = await hours_of(taker.one, house.clock.now() + timedelta(days=3))
        await settle(house, zone=AUCKLAND)
        came += await hours_of(taker.one, house.clock.now() + timedelta(days=3))
        assert [push for push, _ in came] == ["after1"]
        assert [at for _, at in came if not 8 <= at.hour < 20] == []
        assert 1 in (await taker.one.learner(LENA)).finished


async def test_who_is_idle_hears_twice_by_day_where_they_are_and_then_nothing() -> None:
    """Moved between the two words, each comes once; the unit stays finished, and it is silent after that."""
    with course_world() as house:
        taker = TestTaker(await launched(house, AUCKLAND, course=THREE_UNITS.course), LENA)
        await taker.tick_off()
        await taker.take(5)
        await settle(house, zone=AUCKLAND)
        came = await hours_of(taker.one, house.clock.now() + timedelta(days=12))
        await settle(house, zone=NEW_YORK)
        came += await hours_of(taker.one, house.clock.now() + timedelta(days=60))
        assert len(came) == 3
        assert [at for _, at in came if not 8 <= at.hour < 20] == []
        assert 1 in (await taker.one.learner(LENA)).finished


async def hours_of(one: CourseHouse, until: datetime) -> list[tuple[str, datetime]]:
    """Let days go by for somebody who passes check-ins by; return what of the course came, on their clock."""
    house, found = one.house, list[tuple[str, datetime]]()
    person = await one.person(LENA)
    while house.clock.now() < until:
        before = len(one.told(LENA))
        await live(house, min(until, house.clock.now() + timedelta(hours=1)))
        at = house.clock.now().astimezone(zone_of(person.zone or "UTC"))
        found += [(of_course(card), at) for card in one.told(LENA)[before:] if of_course(card)]
    return found


def of_course(card: Card) -> str:
    """Return which question of the course came, or what else; "" for a check-in."""
    return "".join(asked([card])) or ("" if card.text_id == "checkin" else card.text_id)
