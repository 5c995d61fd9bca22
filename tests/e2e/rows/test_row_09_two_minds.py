"""A moment is looked at from both minds: questions on another's mind have a sister on one's own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.prompts import Domain
from bot.domain.reviews import Shelf
from bot.domain.stock import refers_to
from tests.e2e.rows.rows_library import library
from tests.property.rotation_diary import diary
from tests.unit.small_house import control
from tests.unit.world import FIRST_SLOT, world

MINDS = {prompt.id: prompt for prompt in library().prompts() if prompt.domain is Domain.MENTALIZING}
PAIRED = {key: prompt for key, prompt in MINDS.items() if prompt.pair}

SECONDS = [key for key, prompt in PAIRED.items() if refers_to(prompt)]


def test_sisters_know_each_other_and_look_from_two_sides() -> None:
    """Twelve pairs; two of a pair are of two families, so that the one may follow the other soon."""
    assert len(PAIRED) == 24
    for prompt in PAIRED.values():
        assert prompt.pair is not None
        sister = PAIRED[prompt.pair]
        assert sister.pair == prompt.id
        assert sister.family != prompt.family


def test_the_second_comes_soon_after_the_first_and_never_alone() -> None:
    """Within seven days, in a year that is rough now and then."""
    lines = diary(library().prompts(), 364, "minds", rough=range(5, 364, 11), shelf=Shelf())
    seen: dict[str | None, date] = {}
    came = 0
    for line in lines:
        if refers_to(line.prompt):
            assert line.day - seen[line.prompt.pair] <= timedelta(days=7)
            came += 1
        seen[line.prompt.id] = line.day
    assert came >= 8


def test_what_has_no_sister_asks_little() -> None:
    """A mind of the library without a pair is one for a hard day."""
    alone = [prompt for prompt in MINDS.values() if not prompt.pair]
    assert all(prompt.gentle for prompt in alone)


@pytest.mark.parametrize("second", SECONDS)
async def test_the_second_repeats_what_the_first_one_asked(second: str) -> None:
    """Her card is read by itself: the first question stands above hers. After a pass none comes."""
    later = PAIRED[second]
    before = PAIRED[later.pair or ""]
    for passed in (False, True):
        with world([before, later]) as house:
            await house.settle_in()
            [card] = await house.until(FIRST_SLOT)
            assert before.text in card.text
            assert later.text not in str(card)
            if passed:
                await house.press(control(card, "checkin.skip"))
            else:
                await house.pick(card, "checkin.energy", 3)
            [card] = await house.until(FIRST_SLOT + timedelta(days=1))
            assert before.text in card.text
            assert (later.text in card.text.partition(before.text)[2] + str(card.controls)) is not passed
