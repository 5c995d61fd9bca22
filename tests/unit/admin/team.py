"""A team that Ana looks after by what the platform says, and roles in it, given as admins give them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.services.organisations.role_codes import first_code
from bot.surface.card import Choose
from bot.surface.outcome import Outcome
from tests.unit.small_house import ANA, SmallHouse, card_of, control, form_of
from tests.unit.world import World, world

CARA = Account(surface="chat", workspace="team", user="cara")
TEAM, OTHER = "chat/team", "chat/other"


@contextmanager
def a_team() -> Iterator[World]:
    """A house in which Ana looks after the team by what the platform says."""
    with world() as house:
        house.organisation = TEAM
        house.managers = {ANA: True}
        yield house


async def code_for(house: SmallHouse, role: Role, by: Account = ANA) -> str:
    """Let an admin make a code for a role."""
    roles = await house.press(control(card_of(await house.command("admin", by)), "admin.roles"), by)
    given = await house.press(control(card_of(roles), "role.give"), by)
    card = card_of(await house.choose(control(card_of(given), "role.code"), role, who=by))
    return card.text.partition("Code: ")[2][:9]


async def first_of(house: SmallHouse) -> str:
    """Return the code that the doctor prints."""
    return await house.store.run(lambda unit: first_code(house.vault, unit))


async def take(house: SmallHouse, who: Account, code: str, name: str = "") -> Outcome:
    """Let somebody bring a code and type a name."""
    form = form_of(await house.command(f"admin {code}", who))
    return await house.submit_by(who, form, {"name": name or who.user})


async def give(house: SmallHouse, who: Account, role: Role, by: Account = ANA) -> None:
    """Let an admin give somebody a role."""
    assert card_of(await take(house, who, await code_for(house, role, by))).text_id == "admin.role_taken"


async def end(house: SmallHouse, name: str, by: Account = ANA) -> Outcome:
    """Let an admin end the role of whoever goes by a name."""
    roles = card_of(await house.press(control(card_of(await house.command("admin", by)), "admin.roles"), by))
    asked = control(card_of(await house.press(control(roles, "role.whose"), by)), "role.ask")
    assert isinstance(asked, Choose)
    row = next(one.name for one in asked.options if one.label.startswith(f"{name},"))
    sure = card_of(await house.choose(asked, row, who=by))
    return await house.press(control(sure, "role.back"), by)
