"""A course in each learner's own pace: when it is over, and what is asked after somebody's own last day."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.courses.cohort import Stage
from bot.domain.people import Account
from bot.testing.courses import TEN_DAYS
from tests.unit.courses.course_house import IN_NOVEMBER, LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.learning_hands import shown
from tests.unit.courses.pushed import came, join, launch
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.small_house import card_of, control
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


def others(count: int) -> list[Account]:
    """Return some more learners."""
    return [Account(surface="chat", workspace="team", user=f"learner{n}") for n in range(count)]


async def rate(house: World, who: Account, met: str) -> str:
    """Say how far the one objective was met; return what answers."""
    card = card_of(await house.press(control(await shown(house, who), "rate.open"), who))
    return card_of(await house.choose(control(card, "rate.met"), met, who=who)).text


async def told(house: World, one: CourseHouse) -> str:
    """Return what Tess is told of it."""
    ref = control(one.told(TESS)[-1], "rate.told")
    return card_of(await house.press(ref, TESS)).text


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


async def test_after_their_own_last_day_a_learner_hears_once_where_to_say_how_it_was() -> None:
    """Not before that; also who has check-ins of their own."""
    with course_world() as house:
        one, _ = await own_pace(house)
        await house.until(LAST_DAY)
        assert not any(each.name == "rate.open" for each in (await shown(house, LENA)).controls)
        await house.until(LAST_DAY + timedelta(days=20))
        [said] = [card for card in one.told(LENA) if card.text_id == "rate.own"]
        first = card_of(await house.press(control(said, "rate.open"), LENA))
        assert "How far was this met? describe something" in first.text


async def test_who_said_it_already_is_not_told_where() -> None:
    """They found it on the course's card, the morning after their last day."""
    with course_world() as house:
        one, _ = await own_pace(house)
        await house.until(LAST_DAY + timedelta(days=1))
        assert "Until the course is over you can answer anew." in await rate(house, LENA, "fully")
        await house.until(LAST_DAY + timedelta(days=20))
        assert not [card for card in one.told(LENA) if card.text_id == "rate.own"]


async def test_the_figures_are_told_when_the_course_is_over_and_the_answers_go() -> None:
    """By itself, or as its trainer ends it; of too few nothing is told."""
    for count, ends, said in ((8, False, "8+: about"), (5, True, "5+: about"), (3, True, "Too few said")):
        with course_world() as house:
            who = others(count)
            one = await CourseHouse.begin(house, course=TEN_DAYS.course, learners=dict.fromkeys(who, "UTC"))
            await launch(one)
            trainer = TrainerHands(house)
            await house.until(LAST_DAY + timedelta(days=3))
            for each in who:
                await rate(house, each, "fully")
            assert (
                "when the course is over"
                in (await trainer.press(await trainer.say("course"), "rate.told")).text
            )
            if ends:
                menu = await trainer.press(await trainer.say("course"), "course.change")
                await trainer.press(await trainer.press(menu, "course.end"), "course.end.yes")
                await house.until(house.clock.now() + timedelta(hours=1))
            else:
                await change(trainer, "course.stop_new")
                await house.until(LAST_DAY + timedelta(days=17))
            assert await stage(one) is Stage.OVER
            assert said in await told(house, one)
            assert not any([(await one.learner(each)).evaluation for each in who])
            assert not any(each.name == "rate.open" for each in (await shown(house, who[0])).controls)
