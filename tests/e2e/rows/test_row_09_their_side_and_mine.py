"""What may go on in others and in oneself is asked in pairs: their side first, then mine, of one moment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from adapters.content.loader import load
from bot.app.library import library_folder
from bot.domain.prompts import Domain, Prompt
from bot.domain.reviews import Shelf
from bot.domain.rotation_past import SISTER_WITHIN
from bot.domain.stock import refers_to
from tests.property.rotation_diary import diary
from tests.unit.small_house import control
from tests.unit.world import FIRST_SLOT, world

LIBRARY = load(library_folder()).prompts()
BY_ID = {prompt.id: prompt for prompt in LIBRARY}
LATER = [prompt for prompt in LIBRARY if refers_to(prompt)]
THEIRS = {"a-surprise", "their_reasons"}
MINE = {"seen-from-there", "my_own_lens"}


def _first(later: Prompt) -> Prompt:
    assert later.pair is not None
    return BY_ID[later.pair]


def test_each_of_a_pair_knows_the_other() -> None:
    """Twelve pairs; whoever has no sister says nothing of the same moment."""
    paired = {prompt.id: prompt.pair for prompt in LIBRARY if prompt.pair is not None}
    assert len(paired) == 24
    assert len(LATER) == 12
    assert all(paired[sister] == one for one, sister in paired.items())
    inner = [prompt for prompt in LIBRARY if prompt.id in paired]
    assert {prompt.domain for prompt in inner} == {Domain.MENTALIZING}


def test_the_first_asks_about_them_and_the_later_about_me() -> None:
    """By their families: two on the other's side, two on one's own, six of each."""
    assert {_first(later).family for later in LATER} == THEIRS
    assert {later.family for later in LATER} == MINE
    for family in THEIRS | MINE:
        assert sum(prompt.family == family for prompt in LIBRARY) == 6


@pytest.mark.parametrize("seed", ["one", "two", "three"])
def test_the_later_one_comes_soon_after_the_first_or_not_at_all(seed: str) -> None:
    """Over two years, rough days among them: within a week of her, once for each time."""
    lines = diary(LIBRARY, 728, seed, rough=range(4, 728, 10), shelf=Shelf())
    came = [line for line in lines if refers_to(line.prompt)]
    assert len(came) >= 6
    for line in came:
        both = (_first(line.prompt).id, line.prompt.id)
        *_, before = [one for one in lines if one.prompt.id in both and one.day < line.day]
        assert before.prompt.id == both[0]
        assert timedelta() < line.day - before.day <= SISTER_WITHIN


@pytest.mark.parametrize("later", LATER, ids=lambda prompt: str(prompt.id))
async def test_her_card_repeats_what_the_first_one_asked(later: Prompt) -> None:
    """Whoever gets the later one reads both questions, the first one's above."""
    first = _first(later)
    with world([first, later]) as house:
        await house.settle_in()
        [one] = await house.until(FIRST_SLOT)
        assert first.text in one.text
        assert later.text not in str(one)
        await house.pick(one, "checkin.energy", 3)
        [two] = await house.until(FIRST_SLOT + timedelta(days=1))
        assert first.text in two.text
        assert later.text in two.text.partition(first.text)[2] + str(two.controls)


async def test_who_passed_the_first_is_not_asked_the_later() -> None:
    """The moment was let be, and it is let be."""
    later = LATER[0]
    with world([_first(later), later]) as house:
        await house.settle_in()
        [one] = await house.until(FIRST_SLOT)
        await house.press(control(one, "checkin.skip"))
        [two] = await house.until(FIRST_SLOT + timedelta(days=1))
        assert later.text not in str(two)
