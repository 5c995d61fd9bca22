"""Plans that are back at one moment, and what was on its way to somebody who stopped: said once, not lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.deliveries import DeliveryState
from bot.ports.chat import Later, NotOpen, Receipt
from bot.surface.card import Card
from tests.unit.plans.house import WORDS, january, keep, listed, names, notices, plan_world, read, rows, week
from tests.unit.small_house import HOSTED, card_of, control, on
from tests.unit.world import World

OTHER = "sit with the otter"
TOGETHER = "You asked me to bring some things back today."


def _together(house: World) -> list[Card]:
    return [letter.card for letter in house.chat.letters if letter.card.text_id == "plan.notices"]


async def _two(house: World) -> None:
    await house.settle_in()
    await keep(house, back_on=january(7))
    await keep(house, OTHER, back_on=january(8))
    await keep(house, "for later", back_on=january(20))


@pytest.mark.parametrize("at_once", [1, 3])
async def test_after_leave_one_message_speaks_for_all(at_once: int) -> None:
    """It names neither, nor how many; what it opens is what is due, and each can be looked back on.

    So it is, too, where a platform takes several letters at a time.
    """
    with plan_world() as house:
        house.chat.capabilities = replace(HOSTED, at_once=at_once)
        await _two(house)
        await house.command("leave until 12 January")
        assert await house.until(on(12, 7, 59)) == []
        [card, _] = await house.until(on(12, 9))
        assert (card.text, card.summary) == (TOGETHER, TOGETHER)
        due = read(await house.press(control(card, "plan.due")))
        assert WORDS in due.text
        assert OTHER in due.text
        assert "for later" not in due.text
        assert len(rows(house)) == 1
        picked = names(due, "plan.pick")
        assert OTHER in read(await house.choose(control(due, "plan.pick"), picked[0])).text
        assert notices(house) == []
        await house.until_answering(on(20, 9))
        assert (len(_together(house)), len(notices(house))) == (1, 1)


async def test_of_those_due_the_rest_opens_when_one_is_closed() -> None:
    """And where none is left that is due, the list of all is shown."""
    with plan_world() as house:
        await _two(house)
        await house.command("leave until 12 January")
        [card] = await house.until(on(12, 8))
        for left in (OTHER, WORDS):
            due = read(await house.press(control(card, "plan.due")))
            assert left in due.text
            opened = read(await house.choose(control(due, "plan.pick"), names(due, "plan.pick")[0]))
            await house.press(control(opened, "plan.close"))
        assert "for later" in read(await house.press(control(card, "plan.due"))).text


@pytest.mark.parametrize("receipt", [NotOpen(), Later(wait=timedelta(minutes=1))])
async def test_one_message_that_did_not_arrive_is_sent_again(receipt: Receipt) -> None:
    """Nothing that it speaks for goes before it was seen."""
    with plan_world() as house:
        await _two(house)
        await house.command("leave until 12 January")
        house.chat.receipts = [receipt]
        await house.until(on(12, 8))
        assert len(rows(house)) == 3
        house.engine.wake()
        await house.until(on(12, 8, 30))
        assert (len(_together(house)), len(notices(house)), len(rows(house))) == (1, 0, 1)


async def test_who_stops_while_it_is_on_its_way_gets_it_after_start() -> None:
    """A yes taken back lets nothing out; given again, with an hour chosen, what was promised comes."""
    with plan_world() as house:
        await week(house)
        house.chat.receipts = [Later(wait=timedelta(minutes=25))]
        await house.until(on(10, 9))
        await house.command("stop")
        assert await house.until(on(13, 12)) == []
        assert [each.state for each in house.outbox if each.state is DeliveryState.PLANNED] == []
        assert len(rows(house)) == 1
        consent = card_of(await house.command("start"))
        await house.press(control(consent, "consent.yes"))
        await house.choose_hour()
        assert len(notices(house)) == 1
        assert rows(house) == []
        assert WORDS in await listed(house)
