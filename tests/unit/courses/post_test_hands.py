"""A learner at the test of a unit, by hand: ticks, begins, answers right or wrong, hands in."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses.post_tests import going_on
from bot.domain.courses.sittings import Sitting
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.courses import learners as kept
from bot.services.gatherings.pages import Page
from bot.surface.card import Button, Card, Choose
from tests.unit.courses.course_house import CourseHouse
from tests.unit.small_house import card_of, control

RIGHT = "the right one"
"""The label of each right option of the invented questions."""


class TestTaker:
    """Somebody who takes the test of a unit."""

    __test__ = False  # no test of pytest's

    def __init__(self, one: CourseHouse, who: Account, *, unit: int = 1) -> None:
        """Begin with nothing ticked, at that unit."""
        self.one = one
        self.house = one.house
        self.who = who
        self.unit = unit

    async def press(self, card: Card, name: str) -> Card:
        """Press something that is answered by a card."""
        return card_of(await self.house.press(control(card, name), self.who))

    async def open(self) -> Card:
        """Open the test, as the card of its unit does."""
        ref = self.house.desk.mint(self.who)("test.open", self.one.id, str(self.unit))
        return card_of(await self.house.press(Button(ref=ref, name="test.open", label="The test"), self.who))

    async def tick_off(self) -> None:
        """Tick what is required, by its card."""
        for place in (0, 1):
            await self.tick(place)

    async def tick(self, place: int) -> Card:
        """Tick or untick one item, by its card; return the card after it."""
        ref = self.house.desk.mint(self.who)("unit.tick", self.one.id)
        tick = Button(ref=ref, name="unit.tick", label="Tick")
        return card_of(await self.house.choose(tick, f"{self.unit}.{place}", who=self.who))

    async def begin(self) -> Card:
        """Open the test and begin; return the first question."""
        return await self.press(await self.open(), "test.begin")

    async def answer(self, card: Card, *, right: bool) -> Card:
        """Answer the question of a card; return the card that follows."""
        asked = control(card, "test.answer")
        assert isinstance(asked, Choose)
        option = next(each.name for each in asked.options if (each.label == RIGHT) == right)
        return card_of(await self.house.choose(asked, option, who=self.who))

    async def to_the_end(self, right: int) -> Card:
        """Begin, and answer all: so many right, and the rest wrong; return the look at all of it."""
        card = await self.begin()
        while card.text_id == "test.question":
            card = await self.answer(card, right=right > 0)
            right -= 1
        return card

    async def take(self, right: int) -> Card:
        """Take the test with so many right answers; return what came of it."""
        return await self.press(await self.to_the_end(right), "test.hand_in")

    async def sitting(self) -> Sitting:
        """Return the sitting that goes on."""
        found = going_on(await self.one.learner(self.who), self.unit)
        assert found is not None
        return found

    async def in_zone(self, zone: str) -> None:
        """Let them live in another zone from now on."""
        person = await self.one.person(self.who)

        def move(unit: Unit, _page: Page) -> None:
            unit.people.save(replace(person, zone=zone))

        await self.one.run(move)


async def has_finished(one: CourseHouse, who: Account, unit: int = 1) -> bool:
    """Whether somebody finished a unit."""
    return unit in kept.learner_of(await one.member(who)).finished
