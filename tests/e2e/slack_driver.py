"""Playing a story on a loopback Slack, with slack_bolt and slack_sdk: see `platform_driver.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from tests.e2e.platform_driver import OnPlatforms
from tests.e2e.sim_driver import Told
from tests.e2e.slack_ground import GRANTED, SlackGround
from tests.e2e.slack_hands import Hands
from tests.sim.slack import SlackSim


class OnSlack(OnPlatforms):
    """One Slack with one workspace."""

    def __init__(self, data: Path, *, scopes: frozenset[str] = GRANTED, **told: Unpack[Told]) -> None:
        """Begin as `tests.e2e.sim_driver.Staging` says; `scopes` are what the app is granted."""
        self.scopes = scopes
        super().__init__(data, lambda clock, seed: [SlackGround(clock, seed, scopes=scopes)], **told)
        ground = self._first
        assert isinstance(ground, SlackGround)
        self._slack: SlackGround = ground
        self.slack: SlackSim = ground.loopback

    def hands(self, who: str) -> Hands:
        """Return the hands of somebody, who is there from now on."""
        self._hands(who, self._slack)
        return self._slack.hands(who)
