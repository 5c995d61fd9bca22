"""What a learner kept of a flow that a question of a course began is listed with what they wrote there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.courses.course import Does
from bot.domain.prompts import Option
from bot.surface.card import Card, Choose
from bot.testing.courses import invented_push
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.learning_hands import shown
from tests.unit.courses.pushed import join, last, launched
from tests.unit.courses.test_pushes_answered import DUE, one_push
from tests.unit.small_house import card_of, control
from tests.unit.world import World


async def began(house: World) -> tuple[CourseHouse, Card]:
    """A course whose one question begins a flow, and that question, come to Lena."""
    push = replace(invented_push("asked", "s1.start -P5D", Does.FLOW), flow="rupture_repair")
    one = await launched(house, "UTC", course=one_push(push))
    await house.until(DUE)
    return one, last(one)


async def press(house: World, card: Card, name: str) -> Card:
    """Let Lena press something."""
    return card_of(await house.press(control(card, name), LENA))


def choices(card: Card) -> Sequence[Option]:
    """Return the pages that can be shown."""
    choose = control(card, "learn.show")
    assert isinstance(choose, Choose)
    return choose.options


async def keep_one(house: World, asked: Card, answer: str = "mine") -> None:
    """Let Lena begin the flow, answer its first question, and stop with what is there."""
    card = await press(house, asked, "push.flow")
    if any(each.name == "flow.long" for each in card.controls):
        card = await press(house, card, "flow.long")
    await house.choose(control(card, "flow.answer"), answer, who=LENA)
    stops = await press(house, card_of(await house.command("stop", LENA)), "flow.stop")
    await press(house, stops, "flow.keep")


async def test_it_is_listed_and_can_be_shown_like_any_page() -> None:
    """A trainer reads it only then, under the name of the flow."""
    with course_world() as house:
        one, asked = await began(house)
        await keep_one(house, asked)
        [page] = house.entries()
        back = await press(house, await shown(house, LENA), "learn.back")
        assert str(page["text"]).splitlines()[0] in back.text
        which = await press(house, back, "learn.show.which")
        [option] = choices(which)
        assert option.label == page["source"]
        read = card_of(await house.choose(control(which, "learn.show"), option.name, who=LENA))
        await press(house, read, "learn.show.as_it_is")
        theirs = card_of(await house.press(control(one.told(TESS)[-1], "learn.shared"), TESS))
        assert str(page["text"]).splitlines()[0] in theirs.text


async def test_each_run_is_a_page_and_none_takes_the_place_of_another() -> None:
    """Begun twice from the same question; what was kept first stays as it was."""
    with course_world() as house:
        _, asked = await began(house)
        await keep_one(house, asked)
        before = house.entries()
        await keep_one(house, asked, "club")
        assert len(house.entries()) == 2
        assert all(page in house.entries() for page in before)
        which = await press(
            house, await press(house, await shown(house, LENA), "learn.back"), "learn.show.which"
        )
        assert len(choices(which)) == 2


async def test_a_flow_that_no_question_began_is_no_page_of_the_course() -> None:
    """Nor is what somebody else kept of it."""
    with course_world() as house:
        one, asked = await began(house)
        await join(one, MIRO, "UTC")
        await keep_one(house, asked)
        card = card_of(await house.command("repair", MIRO))
        if any(each.name == "flow.long" for each in card.controls):
            card = card_of(await house.press(control(card, "flow.long"), MIRO))
        await house.choose(control(card, "flow.answer"), "mine", who=MIRO)
        stops = card_of(await house.command("stop", MIRO))
        stops = card_of(await house.press(control(stops, "flow.stop"), MIRO))
        await house.press(control(stops, "flow.keep"), MIRO)
        assert not any(each.name == "learn.back" for each in (await shown(house, MIRO)).controls)


async def test_after_many_runs_a_flow_is_still_kept() -> None:
    """In the journal alone, from the ninth on."""
    with course_world() as house:
        _, asked = await began(house)
        for _ in range(9):
            await keep_one(house, asked)
        assert len(house.entries()) == 9
