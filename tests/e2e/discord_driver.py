"""Playing a story on a loopback Discord, with discord.py: see `platform_driver.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from tests.e2e.discord_ground import DiscordGround
from tests.e2e.discord_hands import Hands
from tests.e2e.platform_driver import OnPlatforms
from tests.e2e.sim_driver import Told
from tests.sim.discord import DiscordSim


class OnDiscord(OnPlatforms):
    """One Discord with one server."""

    def __init__(self, data: Path, **told: Unpack[Told]) -> None:
        """Begin as `tests.e2e.sim_driver.Staging` says."""
        super().__init__(data, lambda clock, seed: [DiscordGround(clock, seed)], **told)
        ground = self._first
        assert isinstance(ground, DiscordGround)
        self._discord: DiscordGround = ground
        self.discord: DiscordSim = ground.loopback

    def hands(self, who: str) -> Hands:
        """Return the hands of somebody, who is there from now on."""
        self._hands(who, self._discord)
        return self._discord.hands(who)
