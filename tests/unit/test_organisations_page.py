"""Whose page stands in flows and under questions of law: the organisation's own before the house's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.organisations import Organisation, Rules
from bot.domain.people import PersonId
from bot.ports.store import Unit
from bot.services.organisations.rules import keep
from bot.surface.card import Card, LinkButton
from tests.unit.flows.walks import begin
from tests.unit.small_house import SmallHouse, card_of, control
from tests.unit.world import world

OWN, OF_THE_HOUSE = "https://example.org/own", "https://example.org/house"


async def _found(house: SmallHouse, rules: Rules) -> None:
    """Let the team be an organisation in which these rules hold."""
    house.organisation = "chat/team"
    holder = PersonId(house.desk.chance.new_id())

    def work(unit: Unit) -> None:
        house.vault.create(holder)
        keep(house.desk, unit, Organisation(id=holder, name=house.organisation, rules=rules))

    await house.store.run(work)


def _page(card: Card, name: str) -> str:
    link = control(card, name)
    assert isinstance(link, LinkButton)
    return link.url


@pytest.mark.parametrize(("own", "expected"), [(OWN, OWN), ("", OF_THE_HOUSE)])
async def test_an_organisations_own_page_comes_first(own: str, expected: str) -> None:
    """Where it set none, the house's stands there."""
    with world() as house:
        house.desk = replace(house.desk, policy=OF_THE_HOUSE)
        house.router = type(house.router)(house.desk, changed=house.engine.wake)
        await _found(house, Rules(policy=own))
        assert _page(await begin(house, "shelf_tidy"), "flow.policy") == expected
        assert _page(card_of(await house.say("Do I need a licence?")), "board.policy") == expected
        assert _page(card_of(await house.command("do I need a licence?")), "board.policy") == expected
