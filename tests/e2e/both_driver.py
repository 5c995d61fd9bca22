"""Playing a story on a loopback Slack and a loopback Discord at once, before one house."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from tests.e2e.discord_ground import DiscordGround
from tests.e2e.platform_driver import OnPlatforms
from tests.e2e.sim_driver import Told
from tests.e2e.slack_ground import GRANTED, SlackGround


class OnBoth(OnPlatforms):
    """One Slack with one workspace, and one Discord with one server."""

    def __init__(self, data: Path, **told: Unpack[Told]) -> None:
        """Begin as `tests.e2e.sim_driver.Staging` says."""
        super().__init__(
            data,
            lambda clock, seed: [SlackGround(clock, seed, scopes=GRANTED), DiscordGround(clock, seed)],
            **told,
        )
