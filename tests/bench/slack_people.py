"""People of a loopback Slack who said yes: thousands in many workspaces."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.hearing.where import SURFACE
from adapters.slack.record import Record
from adapters.slack.setup.tokens import Tokens
from bot.app.house import House
from bot.domain.people import Account
from bot.ports.vault import Secret
from bot.services.doors.addresses import Address
from bot.testing.time import ManualClock
from tests.bench.people import house_in, settle_in
from tests.sim.slack import User, Workspace

People = dict[Workspace, list[User]]


def crowd(workspaces: Sequence[Workspace], each: int) -> People:
    """Return so many people in each workspace."""
    return {place: [place.user(f"person {number}") for number in range(each)] for place in workspaces}


def enrol(folder: Path, people: People, due: datetime) -> None:
    """Give a data folder the tokens of workspaces, and everybody in them a check-in that is due at `due`."""
    asyncio.run(_enrol(folder, people, due))


async def _enrol(folder: Path, people: People, due: datetime) -> None:
    clock = ManualClock(due)
    async with house_in(folder, clock) as house:
        for workspace, users in people.items():
            await install(house, clock, workspace)
            accounts = [Account(surface=SURFACE, workspace=workspace.id, user=user.id) for user in users]
            await settle_in(house, [Address(account=account) for account in accounts], due)


async def install(house: House, clock: ManualClock, workspace: Workspace) -> None:
    """Give a house the token of a workspace, as if it had been installed there."""
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
