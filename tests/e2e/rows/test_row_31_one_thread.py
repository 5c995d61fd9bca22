"""Row 31: what goes on over weeks is seen under one neutral tag, in the order of writing."""

from __future__ import annotations

from datetime import timedelta

from bot.surface.audience import Reading
from bot.surface.outcome import Show
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World, world

TAG = "the Tuesday one"


async def written(house: World, words: str) -> None:
    """Let Ana write a page under the tag; a day goes by."""
    await house.submit(form_of(await house.command("write")), text=words)
    last = card_of(await house.command("journal last"))
    form = form_of(await house.press(control(last, "entry.tags")))
    answer = card_of(await house.submit(form, tags=TAG))
    assert answer.text_id == "entry.tagged"  # a neutral tag is not asked about
    await house.until_answering(house.clock.now() + timedelta(days=7))


async def test_a_tag_is_followed_over_weeks_in_the_order_of_writing() -> None:
    """The first written first, with its day; for its writer alone, and other pages are not among them."""
    words = ["It begins slowly.", "A stone in the shoe.", "Then it moved."]
    with world() as house:
        await house.settle_in()
        for each in words:
            await written(house, each)
            await house.submit(form_of(await house.command("write")), text="Something else.")
        found = card_of(await house.command("journal search stone"))
        [option] = control(found, "entry.open").options  # type: ignore[union-attr]  # it is a choice
        page = card_of(await house.choose(control(found, "entry.open"), option.name))
        tags = card_of(await house.press(control(page, "entry.tags")))
        outcome = await house.choose(control(tags, "tag.open"), "tag0")
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, Reading)
    text = outcome.first.card.text
    places = [text.index(each) for each in words]
    assert places == sorted(places)
    assert "Something else." not in text
    assert "in the order of writing" in text
