"""People of a loopback Discord who said yes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from adapters.discord.hearing.inbound import SURFACE
from bot.domain.people import Account
from bot.services.doors.addresses import Address
from bot.testing.time import ManualClock
from tests.bench.people import house_in, settle_in
from tests.sim.discord import DiscordSim, User


def crowd(discord: DiscordSim, people: int) -> list[User]:
    """Return so many people."""
    return [discord.user(f"person {number}") for number in range(people)]


def enrol(
    folder: Path, discord: DiscordSim, users: Sequence[User], due: datetime, *, knows: bool = True
) -> None:
    """Give everybody a check-in that is due at `due`, in a data folder.

    With `knows` their direct conversations are open, and known there, as after their first press.
    """
    addresses = [
        Address(
            account=Account(surface=SURFACE, workspace=discord.application_id, user=user.id),
            conversation=discord.core.world.direct(user.id).id if knows else "",
        )
        for user in users
    ]
    asyncio.run(_enrol(folder, addresses, due))


async def _enrol(folder: Path, addresses: Sequence[Address], due: datetime) -> None:
    async with house_in(folder, ManualClock(due)) as house:
        await settle_in(house, addresses, due)
