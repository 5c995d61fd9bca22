"""Quiet hours hold whatever could wait, at the moment of sending, and it comes when they end."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from bot.domain.agenda import SENT_ONCE, AgendaKind, AgendaRow
from bot.domain.deliveries import DeliveryState
from bot.domain.people import QuietHours
from tests.unit.small_house import on
from tests.unit.world import FIRST_SLOT, TERMINAL, World, world

WAITS = sorted(SENT_ONCE - {AgendaKind.FLOW_GOES_ON})
"""All but the next step of a flow, which somebody may be waiting for at that moment."""


async def _quiet_from_nine(house: World) -> None:
    person = replace(await house.person(), quiet=QuietHours(start=time(9), end=time(11)))
    await house.store.run(lambda unit: unit.people.save(person))


async def _due(house: World, kind: AgendaKind) -> AgendaRow:
    """Put a row of a kind on Ana's agenda for half past nine, about the question that is open."""
    person = await house.person()
    row = AgendaRow(
        id=house.desk.chance.new_id(),
        kind=kind,
        due_at=on(5, 9, 30),
        owner=person.id,
        ref=house.runs[-1].id if house.runs else None,
    )
    await house.store.run(lambda unit: unit.agenda.put(row))
    house.engine.wake()
    return row


@pytest.mark.parametrize("kind", WAITS)
async def test_what_is_sent_once_waits_for_the_end_of_quiet_hours(kind: AgendaKind) -> None:
    """Whatever its kind: it was planned in them, and nothing arrives before they are over."""
    with world() as house:
        await house.asked()
        await _quiet_from_nine(house)
        row = await _due(house, kind)
        assert await house.until(on(5, 10, 59)) == []
        [planned] = [each for each in house.outbox if each.agenda == row.id]
        assert planned.not_before in {None, on(5, 11)}
        assert planned.state in {DeliveryState.PLANNED, DeliveryState.EXPIRED}  # a kind may have no card yet


async def test_a_question_comes_again_when_quiet_hours_end() -> None:
    """The one that was asked for, once."""
    with world() as house:
        card = await house.asked()
        await _quiet_from_nine(house)
        await _due(house, AgendaKind.SNOOZE)
        assert [one.text for one in await house.until(on(5, 11))] == [card.text]
        assert await house.until(on(6, 8, 59)) == []


async def test_a_check_in_comes_when_quiet_hours_end() -> None:
    """Inside its window, once."""
    with world() as house:
        await house.settle_in()
        await _quiet_from_nine(house)
        assert await house.until(on(5, 10, 59)) == []
        assert len(await house.until(on(5, 11))) == 1
        assert await house.until(on(6, 10, 59)) == []


@pytest.mark.parametrize("kind", WAITS)
async def test_a_terminal_holds_nothing_back(kind: AgendaKind) -> None:
    """Whoever opens it is awake."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        await house.until(FIRST_SLOT)
        await _quiet_from_nine(house)
        row = await _due(house, kind)
        await house.until(on(5, 9, 30))
        [ended] = [each for each in house.outbox if each.agenda == row.id]
        assert ended.state in {DeliveryState.SENT, DeliveryState.EXPIRED}
