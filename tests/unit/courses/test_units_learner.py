"""A course in units as its learner goes through it: what stands there, what comes, and when nothing does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course
from bot.domain.people import Account
from bot.services.pushes.rows import sent_to
from bot.surface.card import Button, Card, Reach
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.course_house import LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.learning_hands import join, shown
from tests.unit.courses.pushed import AUCKLAND, NEW_YORK, asked, launch, launched, live, settle
from tests.unit.small_house import card_of, control
from tests.unit.world import World

PLAIN = replace(THREE_UNITS.course, units=tuple(replace(each, test=()) for each in THREE_UNITS.course.units))
"""Without tests: a unit is finished once what it requires is ticked."""
DAY = timedelta(days=1)


async def opened(house: World, n: int, who: Account = LENA) -> Card:
    """Open a unit from the course."""
    return card_of(await house.press(control(await shown(house, who), f"unit.open.{n}"), who))


async def ticked(house: World, n: int, *places: int, who: Account = LENA) -> Card:
    """Tick items of a unit, by its card."""
    card = await opened(house, n, who)
    for place in places:
        card = card_of(await house.choose(control(card, "unit.tick"), f"{n}.{place}", who=who))
    return card


async def came_by(house: World, one: CourseHouse, days: int, who: Account = LENA) -> list[Card]:
    """Let days pass; return what came of the course."""
    before = len(one.told(who))
    await house.until(house.clock.now() + days * DAY)
    return list(one.told(who)[before:])


async def lived(house: World, one: CourseHouse, days: int) -> list[Card]:
    """Let days pass with a learner who passes each check-in by; return what came of the course."""
    before = len(one.told(LENA))
    await live(house, house.clock.now() + days * DAY)
    return [each for each in one.told(LENA)[before:] if each.text_id in {"push", "unit.nudge", "rate.own"}]


def names(card: Card) -> list[str]:
    """Return what can be pressed."""
    return [each.name for each in card.controls]


async def test_the_test_is_not_there_before_both_required_items_are_ticked() -> None:
    """Row 35: what is still to be ticked is named by its kind; what is optional stops nobody."""
    with course_world() as house:
        await launched(house, course=THREE_UNITS.course)
        card = await opened(house, 1)
        assert "test.open" not in names(card)
        assert "opens once these are ticked: Webinar, Webinar 1; Reading, Chapter 1." in card.text
        assert "Video: Film 1 (optional)" in card.text
        card = await ticked(house, 1, 0)
        assert ("Reading, Chapter 1." in card.text, "test.open" in names(card)) == (True, False)
        assert "test.open" in names(await ticked(house, 1, 1))


async def test_a_learner_sees_where_they_are_in_words_and_as_a_bar() -> None:
    """The words come first and say all that the bar does; the unit to go on with is the first press."""
    with course_world() as house:
        await launched(house, course=PLAIN)
        card = await shown(house, LENA)
        assert (names(card)[0], "0 of 3 units finished." in card.text) == ("unit.open.1", True)
        assert "2 h, with the tests about 2 h 20 min" in card.text
        await ticked(house, 1, 0, 1)
        card = await shown(house, LENA)
        assert names(card)[0] == "unit.open.2"
        assert card.text.index("1 of 3 units finished.") < card.text.index("■□□")


async def test_units_are_done_in_any_order_and_a_finished_one_stays_so() -> None:
    """Taking a tick away changes nothing of that."""
    with course_world() as house:
        one = await launched(house, course=PLAIN)
        await ticked(house, 3, 0, 1)
        await ticked(house, 3, 0)
        assert set((await one.learner(LENA)).finished) == {3}
        assert names(await shown(house, LENA))[0] == "unit.open.1"


async def test_what_follows_a_unit_comes_the_day_after_it_once() -> None:
    """Nothing of it comes while it is not finished."""
    with course_world() as house:
        one = await launched(house, course=PLAIN)
        assert await came_by(house, one, 3) == []
        await ticked(house, 2, 0, 1)
        assert asked(await came_by(house, one, 2)) == ["after2"]
        await ticked(house, 2, 0)
        await ticked(house, 2, 0)
        assert asked(await came_by(house, one, 5)) == []


async def test_after_seven_and_twenty_one_idle_days_one_word_each_and_then_silence() -> None:
    """The second says that it is the last; nothing of how far they are stands on it."""
    with course_world() as house:
        one = await launched(house, course=PLAIN)
        await ticked(house, 1, 0)
        assert await came_by(house, one, 6) == []
        [first] = await came_by(house, one, 2)
        assert await came_by(house, one, 12) == []
        [last] = await came_by(house, one, 2)
        assert ("until you go on" in first.text, "until you go on" in last.text) == (False, True)
        assert {first.reach, last.reach} == {Reach.PERSONAL}
        assert "unit" not in first.text.casefold().replace("three units", "")
        assert await came_by(house, one, 200) == []


async def test_a_step_ends_a_spell_and_another_spell_has_its_own_words() -> None:
    """They are named by the day since which somebody is idle."""
    with course_world() as house:
        one = await launched(house, course=PLAIN)
        await ticked(house, 1, 0)
        assert len(await came_by(house, one, 8)) == 1
        await ticked(house, 2, 0)
        assert len(await came_by(house, one, 8)) == 1
        assert len([rule for rule in sent_to(await one.member(LENA)) if rule.startswith("idle.7.")]) == 2


async def test_no_more_reminders_is_one_press_and_can_be_taken_back() -> None:
    """It stands on the word itself; the course has the way back."""
    with course_world() as house:
        one = await launched(house, course=PLAIN)
        [word] = await came_by(house, one, 9)
        card = card_of(await house.press(control(word, "nudge.stop"), LENA))
        assert "nudge.again" in names(card)
        assert await came_by(house, one, 60) == []
        await ticked(house, 1, 0)
        await house.press(control(await shown(house, LENA), "nudge.again"), LENA)
        assert len(await came_by(house, one, 8)) == 1


@pytest.mark.parametrize("word", ["pause", "leave until 2026-11-25"])
async def test_nothing_waits_for_who_comes_back(word: str) -> None:
    """A word whose time was in a pause or a leave is let be."""
    with course_world() as house:
        one = await launched(house, course=PLAIN)
        await ticked(house, 1, 0)
        await settle(house, LENA, days="three", zone="America/New_York")
        await house.command(word, LENA)
        assert [each for each in await came_by(house, one, 16) if each.text_id == "unit.nudge"] == []
        await house.command("resume", LENA)
        assert [each for each in await came_by(house, one, 3) if each.text_id == "unit.nudge"] == []


async def test_who_is_through_hears_where_to_say_how_it_was_and_no_reminder() -> None:
    """The evaluation opens to them with their last unit."""
    with course_world() as house:
        one = await launched(house, course=PLAIN)
        assert "rate.open" not in names(await shown(house, LENA))
        for n in (1, 2, 3):
            await ticked(house, n, 0, 1)
        card = await shown(house, LENA)
        assert ("All 3 units are finished." in card.text, "rate.open" in names(card)) == (True, True)
        found = [each.text_id for each in await came_by(house, one, 60)]
        assert ("unit.nudge" in found, found.count("rate.own"), found.count("push")) == (False, 1, 3)


async def test_how_long_it_took_is_asked_once_and_is_theirs() -> None:
    """A range, and no step; they may say it otherwise, and see what they said."""
    with course_world() as house:
        one = await launched(house, course=PLAIN)
        card = await ticked(house, 1, 0, 1)
        active_at = (await one.learner(LENA)).active_at
        await house.until(house.clock.now() + timedelta(hours=2))
        card = card_of(await house.choose(control(card, "unit.took"), "longer", who=LENA))
        assert "as you say: longer than 50 minutes" in card.text
        assert "unit.took" not in names(card)
        assert ((await one.learner(LENA)).took, (await one.learner(LENA)).active_at) == (
            {1: "longer"},
            active_at,
        )
        again = card_of(await house.press(control(card, "unit.took.ask"), LENA))
        card = card_of(await house.choose(control(again, "unit.took"), "unsaid", who=LENA))
        assert "as you say" not in card.text


async def test_units_open_once_the_course_is_begun() -> None:
    """Before that nothing is ticked, also by a press that was kept."""
    with course_world() as house:
        one = await CourseHouse.begin(house, course=PLAIN, learners={LENA: NEW_YORK})
        assert not [each for each in names(await shown(house, LENA)) if each.startswith("unit.")]
        ref = house.desk.mint(LENA)("unit.tick", one.id)
        card = card_of(await house.choose(Button(ref=ref, name="unit.tick", label="Tick"), "1.0", who=LENA))
        assert (card.text_id, (await one.learner(LENA)).ticks) == ("unit.not_begun", frozenset())
        await launch(one)
        assert names(await shown(house, LENA))[0] == "unit.open.1"


async def test_who_joins_may_begin_at_once_or_hears_from_when() -> None:
    """One press leads to the first unit; before it is begun a sentence says so."""
    with course_world() as house:
        one = await CourseHouse.begin(house, course=PLAIN)
        assert "once your trainer begins it" in card_of(await join(house, LENA)).text
        await launch(one)
        begin = control(card_of(await join(house, MIRO)), "unit.open")
        assert isinstance(begin, Button)
        assert begin.label == "Begin with unit 1"
        assert "Invented unit 1" in card_of(await house.press(begin, MIRO)).title


async def test_two_joins_are_one_enrolment_and_continue_goes_on() -> None:
    """Row 48: who is in sees where they are, with the code and without; what they ticked stays."""
    with course_world() as house:
        one = await CourseHouse.begin(house, course=PLAIN, stage=Stage.RUNNING)
        await join(house, MIRO)
        await ticked(house, 1, 0, who=MIRO)
        card = card_of(await house.command("join ABCD2345", MIRO))
        assert (card.text_id, (await one.learner(MIRO)).ticks) == ("learn.shown", frozenset({"1.0"}))
        assert len(house.tables.members) == 2


async def test_help_course_has_the_contact_and_the_way_to_ask_for_accommodation() -> None:
    """Row 47: also where the course has units."""
    with course_world() as house:
        one = await launched(house, course=PLAIN)
        await one.change(lambda cohort: replace(cohort, access="Write to us, and we find a way."))
        text = card_of(await house.command("help course", LENA)).text
        assert "course@school.example" in text
        assert "Write to us, and we find a way." in text


async def test_story_a_learner_moves_to_another_zone_in_the_middle() -> None:
    """What comes does so in their new day, once; the reminder too; nothing is lost and nothing doubled."""
    with course_world() as house:
        one = await launched(house, NEW_YORK, course=PLAIN)
        await ticked(house, 1, 0, 1)
        await settle(house, LENA, days="three", zone=AUCKLAND)
        assert (await one.person(LENA)).zone == AUCKLAND
        [push] = [each for each in await lived(house, one, 3) if each.text_id == "push"]
        assert asked([push]) == ["after1"]
        words = [each for each in await lived(house, one, 30) if each.text_id == "unit.nudge"]
        assert len(words) == 2
        await settle(house, LENA, days="three", zone="Pacific/Honolulu")
        assert not {"push", "unit.nudge"} & {each.text_id for each in await lived(house, one, 40)}
        for n in (2, 3):
            await ticked(house, n, 0, 1)
        assert asked(await lived(house, one, 9)) == ["after2", "after3"]
        assert "All 3 units are finished." in (await shown(house, LENA)).text


async def test_a_course_is_over_once_nobody_new_may_join_and_all_are_through() -> None:
    """Fifteen days after the last of them; else sixty days after anybody's last step."""
    with course_world() as house:
        one = await ends_with(house, PLAIN)
        for n in (1, 2, 3):
            await ticked(house, n, 0, 1)
        await house.until(house.clock.now() + 14 * DAY)
        assert (await one.cohort()).stage is Stage.RUNNING
        await house.until(house.clock.now() + 10 * DAY)
        assert (await one.cohort()).stage is Stage.OVER
    with course_world() as house:
        one = await ends_with(house, PLAIN)
        await house.until(house.clock.now() + 30 * DAY)
        await ticked(house, 1, 0)
        await house.until(house.clock.now() + 58 * DAY)
        assert (await one.cohort()).stage is Stage.RUNNING
        await house.until(house.clock.now() + 20 * DAY)
        assert (await one.cohort()).stage is Stage.OVER


async def ends_with(house: World, course: Course) -> CourseHouse:
    """Launch a course that nobody new may join."""
    one = await CourseHouse.begin(house, course=course, learners={LENA: NEW_YORK})
    await one.change(lambda cohort: replace(cohort, closed_to_new=True))
    await launch(one)
    return one
