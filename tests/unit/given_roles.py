"""Roles that accounts hold, given by hand: each in an organisation of its own, in which nothing was set."""

from __future__ import annotations

from uuid import UUID

from bot.domain.people import Account, PersonId
from bot.domain.roles import Role
from bot.ports.organisations import OrganisationRow, RoleRow
from bot.ports.store import Unit
from bot.ports.vault import Cell
from tests.unit.small_house import SmallHouse


async def give_role(house: SmallHouse, who: Account, role: Role) -> PersonId:
    """Let an account hold a role, by a notebook or without one; return in which organisation."""
    holder, row = PersonId(house.desk.chance.new_id()), house.desk.chance.new_id()

    def sealed(table: str, row: UUID) -> bytes:
        return house.vault.seal(Cell(person=holder, table=table, row=row, column="sealed"), "{}")

    def work(unit: Unit) -> None:
        house.vault.create(holder)
        index = house.vault.blind("organisation", holder.hex)
        unit.organisations.put(
            OrganisationRow(id=holder, index=index, sealed=sealed("organisations", holder))
        )
        unit.organisations.put_role(
            RoleRow(
                id=row,
                organisation=holder,
                index=house.desk.index(who),
                role=role,
                sealed=sealed("roles", row),
            )
        )

    await house.store.run(work)
    return holder
