"""Ana before a loopback Discord, and a core that answers as it is told to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.discord.app import Patience
from bot.domain.people import Account
from bot.ports.chat import Letter, Sent
from bot.surface.card import Card
from tests.sim.discord import DiscordSim, User
from tests.sim.discord.world import Message
from tests.sim.discord_surface import DiscordUnderTest, on_discord
from tests.unit.scripted_core import Listening, scripted

AT_EASE = Patience(moment=30)
SHORT = Patience(moment=0.01)
"""Nobody waits; Discord is told soon that an answer comes."""
WORDS = ("ask", "card", "help", "journal last", "pause", "post", "read", "write")


@dataclass
class Desk:
    """Ana in Discord, and the core that she talks to."""

    sim: DiscordSim
    core: Listening
    ana: User
    under_test: DiscordUnderTest

    @property
    def account(self) -> Account:
        """Who Ana is to the core."""
        return Account(surface="discord", workspace=self.sim.application_id, user=self.ana.id)

    async def post(self, shown: Card) -> Message:
        """Let a message come to her; return it as she has it."""
        key = len(self.ana.posts).to_bytes(32)
        receipt = await self.under_test.chat.send(Letter(key=key, to=self.account, card=shown))
        assert isinstance(receipt, Sent)
        return self.ana.posts[-1]


@asynccontextmanager
async def desk(patience: Patience = AT_EASE) -> AsyncIterator[Desk]:
    """Sit Ana before Discord, with a core that answers."""
    async with DiscordSim() as sim:
        core, ana = Listening(says=scripted), sim.user("ana")
        async with on_discord(sim, core, patience=patience, words=WORDS) as under_test:
            yield Desk(sim, core, ana, under_test)
