"""Where the benches of Discord are run: whoever acts there, and what the product is told of it."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path

from tests.bench import ground
from tests.bench.ground import NotAnswered
from tests.json_types import Json
from tests.sim.discord import DiscordSim, Interaction, Modal, User
from tests.sim.discord.commands import IN_DIRECT, data_of
from tests.sim.discord.interactions import COMMAND, SUBMIT
from tests.sim.discord.payloads import interaction_create
from tests.sim.discord.world import Message

FLOOR = "tests.bench.discord_floor"
_PATIENCE = 20.0
"""Seconds after which an answer that did not come is missed."""


def reststop(discord: DiscordSim, home: Path, *roles: str) -> AbstractAsyncContextManager[None]:
    """Run the product before `discord`, on the data folder `home`/data, until the block ends."""
    environ = {
        "RESTSTOP_DISCORD_API_URL": discord.api_url,
        "RESTSTOP_DISCORD_GATEWAY_URL": discord.gateway_url,
        "DISCORD_TOKEN": discord.token,
    }
    return ground.reststop(home, *roles, **environ)


def echo(discord: DiscordSim, home: Path) -> AbstractAsyncContextManager[None]:
    """Run the smallest app of discord.py before `discord`, until the block ends."""
    environ = {
        "FLOOR_DISCORD_API_URL": discord.api_url,
        "FLOOR_DISCORD_GATEWAY_URL": discord.gateway_url,
        "FLOOR_TOKEN": discord.token,
    }
    return ground.running(home, FLOOR, **environ)


class Typist:
    """Acts in the app's direct messages for whoever it is told, and measures until each first answer is here.

    What this Discord then does with it, and what follows, is not waited for: here only the app is measured.
    """

    def __init__(self, discord: DiscordSim) -> None:
        """Act on `discord`."""
        self._core = discord.core
        self._core.interactions.on_answered = self._answered
        self._waits: dict[str, asyncio.Future[datetime]] = {}

    async def command(self, user: User, path: str) -> float:
        """Return the seconds until `/reststop` with a subcommand was answered.

        Raises:
            NotAnswered: it was not.
        """
        leaf = self._core.commands.typed(path, guild=None, has_installed=False)
        return await self._timed(user, COMMAND, data_of(leaf, {}))

    async def submit(self, user: User, words: str) -> float:
        """Return the seconds until the modal that is open was answered, with `words` in each of its fields.

        Raises:
            NotAnswered: it was not.
        """
        modal = user.modal
        if modal is None:
            raise NotAnswered("no modal is open")
        for each in modal.fields:
            modal.fill(each.custom_id, words)
        return await self._timed(user, SUBMIT, modal.submission(), message=modal.message, modal=modal)

    async def _timed(
        self, user: User, kind: int, data: Json, *, message: Message | None = None, modal: Modal | None = None
    ) -> float:
        core = self._core
        interaction = Interaction(
            id=core.ids.snowflake(),
            token=core.ids.word("interaction", 48),
            kind=kind,
            user=core.world.users[user.id],
            channel=core.world.direct(user.id),
            at=core.timers.now(),
            data=data,
            context=IN_DIRECT,
            owners={"0": "0"},
            message=message,
            modal=modal,
        )
        told = interaction_create(interaction, core.world, core.url)
        answered: asyncio.Future[datetime] = asyncio.get_running_loop().create_future()
        self._waits[interaction.id] = answered
        core.interactions.begin(interaction)
        began = core.timers.clock.now()
        core.emit("INTERACTION_CREATE", told)
        try:
            async with asyncio.timeout(_PATIENCE):
                return (await answered - began).total_seconds()
        except TimeoutError:
            raise NotAnswered(str(kind)) from None

    def _answered(self, interaction: Interaction) -> None:
        waits = self._waits.pop(interaction.id, None)
        if waits is not None and not waits.done():
            waits.set_result(
                self._core.journal.entries[-1].at
            )  # the request that answers: it is taken at once
