"""What people meet while that which opens the key is gone: told of a safe in memory, and of AWS KMS."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.domain.deliveries import DeliveryState
from bot.services.cards import journal as journal_cards
from tests.unit.keys.keyed_world import KeyedWorld
from tests.unit.small_house import ANA, BEN, card_of, errors_of, form_of, on
from tests.unit.world import FIRST_SLOT

Gone = Callable[[], AbstractContextManager[None]]


async def who_runs_already_needs_it_no_more(house: KeyedWorld, gone: Gone) -> None:
    """Reminders go out and pages are kept, and somebody new may come."""
    await house.settle_in()
    house.safe.forget()
    with gone():
        [card] = await house.until(FIRST_SLOT)
        assert card.summary
        form = form_of(await house.command("write"))
        await house.submit(form, text="a page of hers")
        await house.settle_in(BEN)
        assert len(await house.until(on(6, 9))) == 2
        assert (len(house.tables.entries), house.engine.failures) == (1, ())


async def who_cannot_follow_says_not_saved(house: KeyedWorld, gone: Gone) -> None:
    """Another process rotated: nothing is saved or lost meanwhile, help answers, and then all of it comes."""
    await house.settle_in()
    form = form_of(await house.command("write"))
    await house.be_overtaken()
    before = house.saved
    with gone():
        refused = errors_of(await house.submit(form, text="a page of hers"))
        assert list(refused.values()) == [journal_cards.NOT_SAVED]
        assert "not saved" in card_of(await house.command("pause")).text.lower()
        assert "help" in card_of(await house.command("help now")).text.lower()
        assert await house.until(FIRST_SLOT) == []
        assert house.saved == before
        assert {each.state for each in house.outbox} == {DeliveryState.PLANNED}
        assert house.engine.failures == ()
    assert len(await house.until(on(5, 9, 2))) == 1
    await house.submit(form, text="a page of hers")
    assert len(house.tables.entries) == 1


async def whose_key_is_at_hand_is_reminded(house: KeyedWorld, gone: Gone) -> None:
    """In one lane with somebody whose key is away; theirs comes when it is back, and both come once."""
    await house.settle_in(ANA)
    await house.settle_in(BEN)
    await house.be_overtaken(ANA)
    with gone():
        assert len(await house.until(FIRST_SLOT)) == 1
    assert len(await house.until(on(5, 9, 5))) == 1
    assert [letter.to for letter in house.chat.letters[-2:]] == [ANA, BEN]


STORIES = (
    who_runs_already_needs_it_no_more,
    who_cannot_follow_says_not_saved,
    whose_key_is_at_hand_is_reminded,
)
