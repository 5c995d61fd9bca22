"""Playing a story on a loopback Discord, with discord.py (`platform_driver.py`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from bot.app.settings import Settings
from tests.e2e.discord_hands import Hands
from tests.e2e.discord_house import DiscordHouse
from tests.e2e.platform_driver import OnPlatform
from tests.e2e.sim_driver import Story
from tests.sim.discord import DiscordSim

_DISCORDS = count(1)
"""Each story has a Discord of its own. Where it goes on with the data of another, its people are the same,
and what they do is not."""
FAR_APART = 1 << 20


class OnDiscord(OnPlatform[DiscordSim, Hands]):
    """One Discord with one server, in which everybody types commands."""

    surface = "discord"

    @property
    def discord(self) -> DiscordSim:
        """The loopback Discord."""
        return self.sim

    def begin(self) -> DiscordSim:
        """Return a Discord whose ids of what is done were never given before."""
        discord = DiscordSim(clock=self.clock, seed=self.seed)
        discord.core.ids.skip(next(_DISCORDS) * FAR_APART)
        return discord

    def build(self, settings: Settings) -> DiscordHouse:
        """Return the house before it."""
        return DiscordHouse(
            self.sim,
            settings=settings,
            clock=self.clock,
            crash=self.crash,
            recorder=self.recorder,
            seed=self.seed,
        )

    def arrive(self, who: str) -> Hands:
        """Return the hands of somebody new in the server."""
        return Hands(self.sim.user(who), self.sim.guild())

    async def command(self, hands: Hands, text: str, told_of: str | None) -> None:
        """Give a command. Discord knows nobody's zone: in a story of a surface that does, it is named."""
        is_told_elsewhere = text == "start" and told_of != self.surface
        await hands.command(text, **({"zone": "UTC"} if is_told_elsewhere else {}))

    def shut(self, hands: Hands) -> None:
        """Take no direct messages any more."""
        hands.user.close_dms()

    def reopen(self, hands: Hands) -> None:
        """Take them again."""
        hands.user.open_dms()


@contextmanager
def story_on_discord(data: Path, **how: Any) -> Iterator[tuple[Story, OnDiscord]]:  # noqa: ANN401 - as OnPlatform
    """Tell a story on Discord, on the data folder `data`, with Discord at hand; `how` as `OnPlatform`."""
    discord = OnDiscord(data, **how)
    try:
        yield Story(discord), discord
    finally:
        discord.close()
