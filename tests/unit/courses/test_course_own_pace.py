"""A course in each learner's own pace: when it is over, and what is asked after somebody's own last day."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.courses.cohort import Stage
from bot.testing.courses import TEN_DAYS
from tests.unit.courses.course_house import IN_NOVEMBER, LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.pushed import came, join, launch
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.world import World

LAST_DAY = IN_NOVEMBER + timedelta(days=9)
"""Of who began on the first day."""


async def own_pace(house: World) -> tuple[CourseHouse, TrainerHands]:
    """A course of ten days that Lena began on its first."""
    one = await CourseHouse.begin(house, course=TEN_DAYS.course, learners={LENA: "UTC"})
    await launch(one)
    return one, TrainerHands(house)


async def change(trainer: TrainerHands, name: str) -> None:
    """Press something under *Change*."""
    await trainer.press(await trainer.press(await trainer.say("course"), "course.change"), name)


async def stage(one: CourseHouse) -> Stage:
    """Return how far the course has come."""
    return (await one.cohort()).stage


async def test_it_is_over_fifteen_days_after_the_last_learners_last_day_once_nobody_new_may_join() -> None:
    """Of who began last; they all have had every question by then."""
    with course_world() as house:
        one, trainer = await own_pace(house)
        await house.until(IN_NOVEMBER + timedelta(days=5))
        await join(one, MIRO, "UTC")
        await change(trainer, "course.stop_new")
        await house.until(LAST_DAY + timedelta(days=5 + 15))
        assert await stage(one) is Stage.RUNNING
        await house.until(LAST_DAY + timedelta(days=5 + 16))
        assert await stage(one) is Stage.OVER
        assert came(one) == came(one, MIRO) == [each.id for each in TEN_DAYS.course.pushes]


async def test_it_goes_on_while_somebody_may_join() -> None:
    """Also where that was stopped for a while; who joins late has all of their days."""
    with course_world() as house:
        one, trainer = await own_pace(house)
        await change(trainer, "course.stop_new")
        await change(trainer, "course.take_new")
        await house.until(LAST_DAY + timedelta(days=60))
        assert await stage(one) is Stage.RUNNING
        await join(one, MIRO, "UTC")
        await change(trainer, "course.stop_new")
        await house.until(LAST_DAY + timedelta(days=60 + 12))
        assert len(came(one, MIRO)) == 10
        assert await stage(one) is Stage.RUNNING
        await house.until(LAST_DAY + timedelta(days=60 + 27))
        assert await stage(one) is Stage.OVER


async def test_closed_long_after_its_last_day_it_is_over_a_day_later() -> None:
    """Until then a press lets new ones join again."""
    with course_world() as house:
        one, trainer = await own_pace(house)
        await house.until(LAST_DAY + timedelta(days=40))
        await change(trainer, "course.stop_new")
        await house.until(house.clock.now() + timedelta(hours=20))
        await change(trainer, "course.take_new")
        await house.until(house.clock.now() + timedelta(days=2))
        assert await stage(one) is Stage.RUNNING
        await change(trainer, "course.stop_new")
        await house.until(house.clock.now() + timedelta(days=2))
        assert await stage(one) is Stage.OVER


async def test_who_is_away_is_waited_for() -> None:
    """Nothing ends while questions wait for somebody who is on leave."""
    with course_world() as house:
        one, trainer = await own_pace(house)
        await change(trainer, "course.stop_new")
        await house.until(IN_NOVEMBER + timedelta(days=3))
        await house.command("leave 2026-12-15", LENA)
        await house.until(LAST_DAY + timedelta(days=32))
        assert await stage(one) is Stage.RUNNING
        await house.until(LAST_DAY + timedelta(days=60))
        assert len(came(one)) == 10
        assert await stage(one) is Stage.OVER
