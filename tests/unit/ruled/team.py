"""Organisations with rules, set by hand before a world with glass walls."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from bot.domain.organisations import Organisation, Rules
from bot.domain.people import PersonId
from bot.ports.store import Unit
from bot.services.organisations.rules import keep, organisation_at
from tests.unit.world import World, world

HERE, THERE = "chat/team", "chat/other"


@contextmanager
def a_team() -> Iterator[World]:
    """A world in which everything happens in one organisation."""
    with world() as house:
        house.organisation = HERE
        yield house


async def rule(house: World, name: str = HERE, **rules: object) -> Organisation:
    """Let an organisation have these rules beside those that it has; return it."""

    def work(unit: Unit) -> Organisation:
        there = organisation_at(house.desk, unit, house.desk.organisation_index(name))
        if there is None:
            holder = PersonId(house.desk.chance.new_id())
            house.vault.create(holder)
            there = Organisation(id=holder, name=name)
        changed: Rules = replace(there.rules, **rules)  # type: ignore[arg-type]  # each by its own name
        return keep(house.desk, unit, replace(there, rules=changed))

    return await house.store.run(work)


async def tamper(house: World, organisation: Organisation) -> None:
    """Let somebody who writes in the database change the row of an organisation."""

    def work(unit: Unit) -> None:
        row = unit.organisations.get(organisation.id)
        assert row is not None
        broken = bytes([*row.sealed[:-1], row.sealed[-1] ^ 1])
        unit.organisations.put(replace(row, sealed=broken, version=row.version + 1))

    await house.store.run(work)
