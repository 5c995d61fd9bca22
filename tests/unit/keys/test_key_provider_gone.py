"""F15: what opens the key is down, slow, refuses or is another: nothing is called saved that is not.

Starting without it: `test_safe_file.py`. Here it goes while Reststop runs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.deliveries import DeliveryState
from bot.errors import KeyProblem, KeyRefused, KeyUnreachable, KeyWrong
from bot.services.cards import journal as journal_cards
from tests.unit.keys.keyed_world import keyed_world
from tests.unit.small_house import ANA, BEN, card_of, errors_of, form_of, on
from tests.unit.world import FIRST_SLOT

TROUBLES = (KeyUnreachable(), KeyRefused(), KeyWrong())
each_trouble = pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.code)


@each_trouble
async def test_reminders_go_out_and_pages_are_kept_while_it_is_gone(
    tmp_path: Path, trouble: KeyProblem
) -> None:
    """A process that has begun needs it no more: also not for who comes new."""
    with keyed_world(tmp_path) as house:
        await house.settle_in()
        house.box.forget()
        house.box.trouble = trouble
        [card] = await house.until(FIRST_SLOT)
        assert card.summary
        await house.settle_in(BEN)
        assert len(await house.until(on(6, 9))) == 2
        assert house.engine.failures == ()
        assert house.box.asked == 1  # when the file was made


@each_trouble
async def test_what_needs_a_key_that_is_away_is_not_saved(tmp_path: Path, trouble: KeyProblem) -> None:
    """Another process rotated, and this one cannot follow: "not saved", nothing lost, and then all of it."""
    with keyed_world(tmp_path) as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        await house.be_overtaken()
        house.box.trouble = trouble
        before = house.saved
        refused = errors_of(await house.submit(form, text="a page of hers"))
        assert list(refused.values()) == [journal_cards.NOT_SAVED]
        assert "not saved" in card_of(await house.command("pause")).text.lower()
        assert "help" in card_of(await house.command("help now")).text.lower()
        assert await house.until(FIRST_SLOT) == []
        assert house.saved == before
        assert {each.state for each in house.outbox} == {DeliveryState.PLANNED}
        assert house.engine.failures == ()
        house.box.trouble = None
        assert len(await house.until(on(5, 9, 2))) == 1
        await house.submit(form, text="a page of hers")
        assert len(house.tables.entries) == 1


@each_trouble
async def test_whose_key_is_at_hand_is_reminded(tmp_path: Path, trouble: KeyProblem) -> None:
    """In one lane with somebody whose key is away; theirs comes when it is back, and both come once."""
    with keyed_world(tmp_path) as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)
        await house.be_overtaken(ANA)
        house.box.trouble = trouble
        assert len(await house.until(FIRST_SLOT)) == 1
        house.box.trouble = None
        assert len(await house.until(on(5, 9, 5))) == 1
        assert [letter.to for letter in house.chat.letters[-2:]] == [ANA, BEN]
