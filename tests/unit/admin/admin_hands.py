"""Opening and sending the small forms of a team's admin, and what is set by them."""

from __future__ import annotations

from bot.domain.organisations import Organisation
from bot.domain.people import Account
from bot.services.organisations.rules import organisation_at
from bot.surface.card import Card, Fields
from bot.surface.outcome import Outcome
from tests.unit.admin.team import TEAM
from tests.unit.small_house import ANA, SmallHouse, card_of, control, form_of


async def opened(house: SmallHouse, name: str, who: Account = ANA) -> Outcome:
    """Return what comes of a button of the menu."""
    return await house.press(control(card_of(await house.command("admin", who)), name), who)


async def sent(house: SmallHouse, name: str, who: Account = ANA, /, **values: str) -> Outcome:
    """Open a form from the menu and send it, with some fields changed."""
    return await house.submit_by(who, form_of(await opened(house, name, who)), values)


def facts_on(card: Card) -> dict[str, str]:
    """Return the short facts on a card."""
    return {name: value for block in card.blocks if isinstance(block, Fields) for name, value in block.pairs}


async def menu_facts(house: SmallHouse) -> dict[str, str]:
    """Return what the menu says is set."""
    return facts_on(card_of(await house.command("admin")))


async def organisation(house: SmallHouse) -> Organisation | None:
    """Return what is kept of the team."""
    index = house.desk.organisation_index(TEAM)
    return await house.store.run(lambda unit: organisation_at(house.desk, unit, index))
