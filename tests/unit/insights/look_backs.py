"""Ana and a look back: choosing when it comes by itself, the letters of it that came, and a week of hers."""

from __future__ import annotations

from datetime import datetime

from bot.domain.agenda import ONCE, AgendaKind, AgendaRow
from bot.domain.deliveries import DeliveryState
from bot.surface.card import Card
from bot.surface.form import Form
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Outcome
from tests.unit.insights.looked_back import read
from tests.unit.small_house import ANA, card_of, control, form_of
from tests.unit.world import World

LINE = "Your week is here to look back on."


async def form(house: World) -> Form:
    """Open the form from the settings."""
    return form_of(await house.press(control(card_of(await house.command("settings")), "week.when")))


async def choose(house: World, **values: str) -> Outcome:
    """Choose when it comes: Fridays at 17:00, each week, unless said otherwise."""
    return await house.submit(await form(house), **values)


async def came(house: World, until: datetime) -> list[Card]:
    """Let time pass with somebody who passes every check-in by; return the letters of it that came."""
    return [card for card in await house.until_answering(until) if card.text_id == "week.letter"]


def hours(house: World) -> list[datetime]:
    """Return for which instants a look back was sent so far: nothing else here is sent once."""
    return [each.due_at for each in house.outbox if each.slot == ONCE and each.state is DeliveryState.SENT]


def rows(house: World) -> list[AgendaRow]:
    """Return the rows of the agenda that are for a look back."""
    return [row for row in house.tables.agenda.values() if row.kind is AgendaKind.LOOK_BACK]


async def write(house: World, text: str) -> Outcome:
    """Let Ana write a page."""
    return await house.submit(form_of(await house.command("write")), text=text)


async def week(house: World, days: int = 7) -> Card:
    """Let Ana look back over some days."""
    ref = house.desk.mint(ANA)("week.open", arg=str(days))
    return read(await house.hear(ActionPressed(**house.facts(ANA), ref=ref)))
