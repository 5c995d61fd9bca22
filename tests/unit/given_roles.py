"""Roles that accounts hold, given by hand: each in an organisation of its own, in which nothing was set."""

from __future__ import annotations

from bot.domain.organisations import Organisation
from bot.domain.people import Account, PersonId
from bot.domain.roles import Role
from bot.ports.organisations import RoleRow
from bot.ports.store import Unit
from bot.services.organisations.rules import keep
from bot.services.organisations.standing import put_role
from tests.unit.small_house import SmallHouse


async def give_role(house: SmallHouse, who: Account, role: Role, name: str = "Sam") -> PersonId:
    """Let an account hold a role, by a notebook or without one; return in which organisation."""
    desk = house.desk
    holder, row = PersonId(desk.chance.new_id()), desk.chance.new_id()

    def work(unit: Unit) -> None:
        house.vault.create(holder)
        keep(desk, unit, Organisation(id=holder, name=f"chat/{holder.hex}"))
        index = desk.index(who)
        put_role(desk, unit, RoleRow(id=row, organisation=holder, index=index, role=role, sealed=b""), name)

    await house.store.run(work)
    return holder
