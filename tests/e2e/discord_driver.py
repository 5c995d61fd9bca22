"""Playing a story on a loopback Discord, with discord.py: see `platform_driver.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.testing.faults import ArmedCrash
from tests.e2e.discord_ground import DiscordGround
from tests.e2e.discord_hands import Hands
from tests.e2e.platform_driver import OnPlatforms
from tests.e2e.sim_driver import START, Story
from tests.sim.discord import DiscordSim


class OnDiscord(OnPlatforms):
    """One Discord with one server."""

    def __init__(
        self,
        data: Path,
        *,
        start: str = START,
        seed: int = 0,
        crash: ArmedCrash | None = None,
        operator_set: Mapping[str, object] | None = None,
    ) -> None:
        """Begin as `tests.e2e.sim_driver.Staging` says."""
        super().__init__(
            data,
            lambda clock, seed: [DiscordGround(clock, seed)],
            start=start,
            seed=seed,
            crash=crash,
            operator_set=operator_set,
        )
        ground = self._first
        assert isinstance(ground, DiscordGround)
        self._discord: DiscordGround = ground
        self.discord: DiscordSim = ground.loopback

    def hands(self, who: str) -> Hands:
        """Return the hands of somebody, who is there from now on."""
        self._hands(who, self._discord)
        return self._discord.hands(who)


@contextmanager
def story_on_discord(data: Path, **how: Any) -> Iterator[tuple[Story, OnDiscord]]:  # noqa: ANN401 - as OnDiscord
    """Tell a story on Discord, on the data folder `data`, with Discord at hand; `how` as `OnDiscord`."""
    discord = OnDiscord(data, **how)
    try:
        yield Story(discord), discord
    finally:
        discord.close()
