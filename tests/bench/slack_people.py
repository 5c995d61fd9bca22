"""People who wait for a check-in on Slack: thousands in many workspaces, made without a word from them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.system import SystemChance
from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import Account, Person, PersonId, QuietHours, Standing
from bot.domain.recurrence import daily, parse_at
from bot.ports.chat import ChatPort
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock


def enrol_all(folder: Path, users: Mapping[str, Sequence[str]], due: datetime) -> None:
    """Give a data folder a person for each of the `users` of workspaces, with a check-in due at `due`.

    Each has a key and a sealed address, as who said yes has. The key file stands beside the folder.
    """
    asyncio.run(_enrol_all(folder, users, due))


async def _enrol_all(folder: Path, users: Mapping[str, Sequence[str]], due: datetime) -> None:
    clock, chance, chats = ManualClock(due), SystemChance(), dict[str, ChatPort]()
    house = await open_house(
        story_settings(folder),
        clock=clock,
        chance=lambda _: chance,
        engine=SteppingEngine(clock),
        chats=chats,
    )
    desk = house._desk  # noqa: SLF001 - there is no way in for thousands at once
    try:
        for workspace, names in users.items():
            accounts = [Account(surface="slack", workspace=workspace, user=name) for name in names]
            people = [PersonId(chance.new_id()) for _ in accounts]
            for person in people:
                desk.vault.create(person)
            pairs = [*zip(people, accounts, strict=True)]
            await desk.store.run(lambda unit, pairs=pairs: _enrol(desk, unit, pairs, due))  # type: ignore[misc]
    finally:
        await house.stop()


def _enrol(desk: Desk, unit: Unit, pairs: Sequence[tuple[PersonId, Account]], due: datetime) -> None:
    rhythm = daily(parse_at(f"{due:%H:%M}"))
    for each, account in pairs:
        person = replace(
            Person(id=each), zone="UTC", standing=Standing.ACTIVE, quiet=QuietHours(start=time(), end=time())
        )
        unit.people.add(person, desk.door_for(each, account))
        unit.agenda.put(
            AgendaRow(
                id=desk.chance.new_id(),
                kind=AgendaKind.CHECKIN,
                owner=each,
                rule=str(rhythm),
                zone="UTC",
                due_at=due,
                slot_on=due.date(),
                slot=f"{due:%H:%M}",
                lane=account.lane,
            )
        )
