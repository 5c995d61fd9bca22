"""Discord keeps the surface contract: the real library, and somebody before a loopback Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import pytest

from adapters.discord.chat import DISCORD
from bot.domain.people import Account
from bot.ports.chat import Letter, Receipt
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card, LinkButton
from bot.surface.form import Form
from bot.surface.inbound import InboundEvent, PersonChanged
from bot.surface.outcome import QUIET, Hear, Open, Outcome, Replace, Show
from tests.contract.surface_contract import HostedSurfaceContract
from tests.contract.surface_samples import ZONE
from tests.contract.surface_stage import OpenStage
from tests.e2e.discord_hands import Hands
from tests.sim.discord import DiscordSim
from tests.sim.discord_surface import DiscordUnderTest, on_discord

TODAY = datetime(2026, 1, 5, tzinfo=UTC).date()


class DiscordStage:
    """One person before Discord. What the core said is remembered by name: Discord carries refs alone."""

    def __init__(self, hear: Hear, discord: DiscordSim, opened: AsyncExitStack) -> None:
        """Sit before `discord`, with a surface that stands until `opened` is closed."""
        self._discord = discord
        self._opened = opened
        self._core = hear
        self._refs: dict[str, str] = {}
        self._letters = 0
        self._surface: DiscordUnderTest | None = None
        self._hands = Hands(discord.user("ana"))
        self.account = Account(surface="discord", workspace=discord.application_id, user=self._hands.user.id)

    tells_when_closed = False
    """Discord tells nobody that a modal was closed
    (https://discord.com/developers/docs/interactions/receiving-and-responding)."""

    @property
    def capabilities(self) -> Capabilities:
        """What the surface says of itself."""
        return DISCORD

    @property
    def seen(self) -> str:
        """Every text that their screen ever showed, where its links lead, and the names of their files."""
        user = self._hands.user
        return "\n".join([*user.seen, *user.links, *(file.name for file in user.files)])

    async def arrive(self) -> None:
        """Begin, and name the zone: Discord knows of none."""
        self._surface = await self._opened.enter_async_context(on_discord(self._discord, self._hear))
        await self._hands.user.command("start", zone=ZONE)
        await self._done()

    async def leave(self) -> None:
        """Look away; Discord stays as it is."""

    async def command(self, text: str) -> None:
        """Choose a command."""
        await self._hands.command(text)
        await self._done()

    async def say(self, text: str) -> None:
        """Write to the app."""
        await self._hands.say(text, None)
        await self._done()

    async def press(self, name: str) -> None:
        """Press a button."""
        await self._hands.press(self._refs[name])
        await self._done()

    async def choose(self, name: str, *options: str) -> None:
        """Choose options."""
        await self._hands.choose(self._refs[name], options)
        await self._done()

    async def rate(self, name: str, value: int | None) -> None:
        """Answer a scale."""
        await self._hands.scale(self._refs[name], value)
        await self._done()

    async def fill(self, values: Mapping[str, str]) -> None:
        """Type into the form, and send it; one that was refused is opened again first."""
        await self._hands.submit(self._refs["form"], values, TODAY)
        await self._done()

    async def dismiss(self) -> None:
        """Close the open form."""
        await self._hands.dismiss(self._refs["form"])
        await self._done()

    async def send(self, card: Card, *, to: Account | None = None) -> Receipt:
        """Let the core send a letter."""
        self._letters += 1
        self._remember(card)
        letter = Letter(key=self._letters.to_bytes(32), to=to or self.account, card=card)
        return await self._stands.chat.send(letter)

    @property
    def _stands(self) -> DiscordUnderTest:
        assert self._surface is not None
        return self._surface

    async def _done(self) -> None:
        await self._stands.surface.settled()
        await self._discord.settled()

    async def _hear(self, event: InboundEvent) -> Outcome:
        if isinstance(event, PersonChanged):
            return QUIET  # which conversation is theirs is no part of a story
        outcome = await self._core(event)
        for act in (outcome.first, *outcome.then):
            if isinstance(act, Show | Replace):
                self._remember(act.card)
            elif isinstance(act, Open):
                self._remember(act.form)
        return outcome

    def _remember(self, drawn: Card | Form) -> None:
        if isinstance(drawn, Form):
            self._refs["form"] = drawn.ref
            return
        for control in drawn.controls:
            if not isinstance(control, LinkButton):
                self._refs[control.name] = control.ref


class TestDiscord(HostedSurfaceContract):
    """Discord, over its gateway."""

    @pytest.fixture
    async def open_stage(self) -> AsyncIterator[OpenStage]:
        """Open bots on a Discord of each test's own."""
        async with AsyncExitStack() as opened:
            discord = await opened.enter_async_context(DiscordSim())
            yield lambda hear: DiscordStage(hear, discord, opened)
