"""A story: a trainer edits a course while a learner is in the middle of its test. It ends well for both."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.courses.cohort import Stage
from bot.surface.card import Button
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.attendance_hands import Hands, files
from tests.unit.courses.course_house import LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.post_test_hands import TestTaker, has_finished
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.courses.trainer_presses import presses
from tests.unit.small_house import card_of

ONE_UNIT = replace(THREE_UNITS.course, units=THREE_UNITS.course.units[:1], pushes=(), nudges=())
TALK = {"title": "A short talk", "kind": "video", "need": "required", "link": "https://read.example/talk"}


async def test_a_course_is_edited_while_a_test_goes_on() -> None:
    """Miro was through before it. Lena's test goes on as it was; she needs what is new, then is through."""
    with course_world() as house:
        course = await CourseHouse.begin(
            house, course=ONE_UNIT, stage=Stage.RUNNING, learners=dict.fromkeys((LENA, MIRO), "UTC")
        )
        trainer, lena, miro = TrainerHands(house), TestTaker(course, LENA), TestTaker(course, MIRO)
        await miro.tick_off()
        await miro.take(5)
        assert await has_finished(course, MIRO)
        await lena.tick_off()
        look = await lena.to_the_end(4)

        units = await trainer.press(
            await trainer.press(await trainer.say("course"), "course.change"), "course.units"
        )
        unit = card_of(await trainer.choose(units, "course.unit", "1"))
        form = await trainer.open(unit, "course.item.add")
        assert "1 learner has finished this unit; that stays." in form.intro
        await trainer.send(form, **TALK)

        await lena.press(look, "test.hand_in")
        assert not await has_finished(course, LENA)
        assert "A short talk" in card_of(await presses(course, "unit.open", LENA, "1")).text
        await house.until(house.clock.now() + timedelta(days=1))
        for who in (LENA, MIRO):
            said = [
                card.text for card in course.told(who) if "Some items of this course changed" in card.text
            ]
            assert len(said) == 1
        tick = Button(ref=house.desk.mint(LENA)("unit.tick", course.id), name="unit.tick", label="Tick")
        await house.choose(tick, "1.3", who=LENA)
        assert await has_finished(course, LENA)
        assert (await course.learner(MIRO)).ticks == {"1.0", "1.1"}

        hands = Hands(course)
        for who, items in (
            (LENA, "Webinar 1 (webinar); Chapter 1 (reading); A short talk (video)"),
            (MIRO, "Webinar 1 (webinar); Chapter 1 (reading)"),
        ):
            offered = card_of(await presses(course, "complete.offer", who))
            text = files(await hands.press_on(offered, "evidence.make", who))["md"].decode()
            assert text.startswith("# Evidence of completion")
            assert f"| {items} |" in text
