"""The first month with the real library, through the front door: what a weekday person is asked."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from adapters.content.loader import load
from bot.domain.prompts import STEAM, Prompt, Sensitivity
from bot.domain.rotation import FAMILY_AFTER
from tests.unit.small_house import card_of, control
from tests.unit.world import FIRST_SLOT, World, world

LIBRARY = load(Path(__file__).resolve().parents[2] / "prompts").prompts()
BY_ID = {prompt.id: prompt for prompt in LIBRARY}
MONTH = timedelta(days=28)


async def _month(house: World, *, skips: bool = False) -> list[Prompt]:
    """Let four weeks pass; return what was asked, in order."""
    await house.settle_in()
    while house.clock.now() < FIRST_SLOT + MONTH - timedelta(days=1):
        for card in await house.until(house.clock.now() + timedelta(days=1)):
            if skips:
                assert card_of(await house.press(control(card, "checkin.skip"))).text == "Fine."
            else:
                await house.pick(card, "checkin.energy", 3)
    return [BY_ID[run.prompt] for run in house.runs if run.prompt is not None]


@pytest.mark.parametrize("skips", [False, True])
async def test_a_month_of_weekdays_touches_all_of_steam(*, skips: bool) -> None:
    """Twenty questions, none twice, none tender, no domain twice running; skipping changes none of it."""
    with world(LIBRARY) as house:
        asked = await _month(house, skips=skips)
    assert len(asked) == 20
    assert len({prompt.id for prompt in asked}) == 20
    assert {prompt.domain for prompt in asked} >= set(STEAM)
    assert all(prompt.sensitivity < Sensitivity.TENDER for prompt in asked)
    assert all(one.domain is not two.domain for one, two in pairwise(asked))


async def test_a_month_keeps_near_paraphrases_apart() -> None:
    """By the days on which they were asked."""
    with world(LIBRARY) as house:
        await _month(house)
        seen = [(BY_ID[run.prompt].family, run.day) for run in house.runs if run.prompt is not None]
    for place, (family, day) in enumerate(seen):
        assert family not in {other for other, before in seen[:place] if before > day - FAMILY_AFTER}


async def test_every_question_of_the_library_fits_a_check_in() -> None:
    """Each prompt that may come is drawn as a card that a surface can hold."""
    for prompt in LIBRARY:
        with world([prompt]) as house:
            await house.settle_in()
            [card] = await house.until(FIRST_SLOT)
            if prompt.sensitivity < Sensitivity.TENDER and (prompt.pair is None or prompt.pair > prompt.id):
                assert prompt.text in card.text
                assert card.controls[-1].name == "help.now"
            else:
                assert prompt.text not in card.text
