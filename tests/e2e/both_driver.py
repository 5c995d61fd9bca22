"""Playing a story on a loopback Slack and a loopback Discord at once, before one house."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.testing.faults import ArmedCrash
from tests.e2e.discord_ground import DiscordGround
from tests.e2e.platform_driver import OnPlatforms
from tests.e2e.sim_driver import START
from tests.e2e.slack_ground import GRANTED, SlackGround


class OnBoth(OnPlatforms):
    """One Slack with one workspace, and one Discord with one server."""

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
            lambda clock, seed: [SlackGround(clock, seed, scopes=GRANTED), DiscordGround(clock, seed)],
            start=start,
            seed=seed,
            crash=crash,
            operator_set=operator_set,
        )
