"""Re-reading: pages from this month last year, or any page, on their writer's wish and for them alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.surface.card import Card
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Outcome
from tests.unit.insights.look_backs import write
from tests.unit.insights.looked_back import look_back, read
from tests.unit.small_house import ANA, BEN, card_of, control, on
from tests.unit.world import World, labels, world

SOMETHING = "Something from this month last year"


async def _a_year_on(house: World, *texts: str) -> None:
    """Let Ana keep pages for good, write some in January, and look at them in the next one."""
    await house.settle_in()
    person = replace(await house.person(), keep_days=None)
    await house.store.run(lambda unit: unit.people.save(person))
    for place, text in enumerate(texts):
        house.clock.move_to(on(6 + place, 12))
        await write(house, text)
    house.clock.move_to(datetime(2027, 1, 4, 12, tzinfo=UTC))


async def _press(house: World, name: str) -> Outcome:
    ref = house.desk.mint(ANA)(name)
    return await house.hear(ActionPressed(**house.facts(ANA), ref=ref))


def _says(card: Card, *texts: str) -> list[bool]:
    return [text in card.text for text in texts]


async def test_the_one_page_from_then_is_opened() -> None:
    """With all of it."""
    with world() as house:
        await _a_year_on(house, "The first thaw.\nAnd the weir.")
        card = read(await house.press(control(await look_back(house), "then.month")))
        assert "And the weir." in card.text
        assert card.title == "Tuesday 6 January 2026"


async def test_several_are_listed_in_the_order_of_writing() -> None:
    """Each with its first line, more of them with More; one is opened from there."""
    with world() as house:
        await _a_year_on(house, *(f"page number {place:02}" for place in range(12)))
        card = read(await _press(house, "then.month"))
        assert card.title == "From this month last year"
        assert _says(card, "page number 00", "page number 09", "page number 10") == [True, True, False]
        more = read(await house.press(control(card, "journal.more")))
        assert _says(more, "page number 09", "page number 10", "page number 11") == [False, True, True]


async def test_other_months_are_not_among_them() -> None:
    """Nor this month of this year."""
    with world() as house:
        await _a_year_on(house, "The first thaw.")
        await write(house, "This January.")
        house.clock.move_to(datetime(2027, 2, 1, 12, tzinfo=UTC))
        assert card_of(await _press(house, "then.month")).text == "Nothing from then."


async def test_where_there_is_none_it_is_not_offered() -> None:
    """Pressed all the same, it says so and no more."""
    with world() as house:
        await house.settle_in()
        await write(house, "The first thaw.")
        assert SOMETHING not in labels(await look_back(house))
        assert card_of(await _press(house, "then.month")).text == "Nothing from then."


async def test_any_page_comes_by_chance() -> None:
    """Each of them may, none of anybody else's, and nothing is written by it."""
    with world() as house:
        await house.settle_in(BEN)
        await house.settle_in()
        texts = ["one of three", "two of three", "three of three"]
        for text in texts:
            await write(house, text)
        opened = {read(await _press(house, "then.any")).text.split("\n\n")[1] for _ in range(40)}
        assert opened == set(texts)
        assert card_of(await house.hear(_by_ben(house))).text_id == "journal.empty"


async def test_without_a_page_it_is_not_offered() -> None:
    """There is nothing to read again."""
    with world() as house:
        await house.settle_in()
        assert "Another page" not in labels(await look_back(house))
        assert card_of(await _press(house, "then.any")).text_id == "journal.empty"


def _by_ben(house: World) -> ActionPressed:
    return ActionPressed(**house.facts(BEN), ref=house.desk.mint(BEN)("then.any"))
