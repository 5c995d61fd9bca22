"""People of a loopback Slack who said yes: thousands in many workspaces, made without a word from them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.inbound import SURFACE
from adapters.slack.record import Record
from adapters.slack.tokens import Tokens
from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.app.system import SystemChance
from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import Account, Person, PersonId, QuietHours, Standing
from bot.domain.recurrence import daily, parse_at
from bot.ports.chat import ChatPort
from bot.ports.store import Unit
from bot.ports.vault import Secret
from bot.services.addresses import door_for
from bot.services.desk import Desk
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock
from tests.sim.slack import User, Workspace

NEVER = datetime(2100, 1, 1, 9, tzinfo=UTC)
"""When a check-in comes that is not to disturb a bench."""
People = dict[Workspace, list[User]]


def crowd(workspaces: Sequence[Workspace], each: int) -> People:
    """Return so many people in each workspace."""
    return {place: [place.user(f"person {number}") for number in range(each)] for place in workspaces}


def enrol(folder: Path, people: People, due: datetime) -> None:
    """Give a data folder the tokens of workspaces, and everybody in them a check-in that is due at `due`.

    Each person has a key and a sealed address, as who said yes has. The key file stands beside the folder.
    """
    asyncio.run(_enrol(folder, people, due))


async def _enrol(folder: Path, people: People, due: datetime) -> None:
    clock, chance, chats = ManualClock(due), SystemChance(), dict[str, ChatPort]()
    house = await open_house(
        story_settings(folder),
        clock=clock,
        chance=lambda _starts: chance,
        engine=SteppingEngine(clock),
        chats=chats,
    )
    desk = house._desk  # noqa: SLF001 - there is no way in for thousands at once
    try:
        for workspace, users in people.items():
            await _install(house, clock, workspace)
            ids = [PersonId(chance.new_id()) for _ in users]
            for person in ids:
                desk.vault.create(person)
            accounts = [Account(surface=SURFACE, workspace=workspace.id, user=user.id) for user in users]
            pairs = list(zip(ids, accounts, strict=True))
            await desk.store.run(lambda unit, pairs=pairs: _put(desk, unit, pairs, due))  # type: ignore[misc]  # a default binds it
    finally:
        await house.stop()


async def _install(house: House, clock: ManualClock, workspace: Workspace) -> None:
    tokens = Tokens(house.installations, clock, client=AsyncWebClient)
    await tokens.keep(
        Record(
            workspace=workspace.id,
            token=Secret(workspace.bot_token),
            bot_user=workspace.team.bot_user,
            bot=workspace.team.bot_id,
            team=workspace.id,
            scopes=workspace.grant.scopes,
            installed_at=clock.now(),
        )
    )


def _put(desk: Desk, unit: Unit, pairs: Sequence[tuple[PersonId, Account]], due: datetime) -> None:
    rule = str(daily(parse_at(f"{due:%H:%M}")))
    for each, account in pairs:
        never = QuietHours(start=time(), end=time())
        person = Person(id=each, zone="UTC", standing=Standing.ACTIVE, quiet=never)
        unit.people.add(person, door_for(desk, each, account))
        unit.agenda.put(
            AgendaRow(
                id=desk.chance.new_id(),
                kind=AgendaKind.CHECKIN,
                owner=each,
                rule=rule,
                zone="UTC",
                due_at=due,
                slot_on=due.date(),
                slot=f"{due:%H:%M}",
                lane=account.lane,
            )
        )
