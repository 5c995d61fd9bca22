"""Playing a story on a loopback Slack, with slack_bolt and slack_sdk: see `platform_driver.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.testing.faults import ArmedCrash
from tests.e2e.platform_driver import OnPlatforms
from tests.e2e.sim_driver import START, Story
from tests.e2e.slack_ground import GRANTED, SlackGround
from tests.e2e.slack_hands import Hands
from tests.sim.slack import SlackSim


class OnSlack(OnPlatforms):
    """One Slack with one workspace."""

    def __init__(
        self,
        data: Path,
        *,
        start: str = START,
        seed: int = 0,
        crash: ArmedCrash | None = None,
        operator_set: Mapping[str, object] | None = None,
        scopes: frozenset[str] = GRANTED,
    ) -> None:
        """Begin as `tests.e2e.sim_driver.Staging` says; `scopes` are what the app is granted."""
        self.scopes = scopes
        super().__init__(
            data,
            lambda clock, seed: [SlackGround(clock, seed, scopes=scopes)],
            start=start,
            seed=seed,
            crash=crash,
            operator_set=operator_set,
        )
        ground = self._first
        assert isinstance(ground, SlackGround)
        self._slack: SlackGround = ground
        self.slack: SlackSim = ground.loopback

    def hands(self, who: str) -> Hands:
        """Return the hands of somebody, who is there from now on."""
        self._hands(who, self._slack)
        return self._slack.hands(who)


@contextmanager
def story_on_slack(data: Path, **how: Any) -> Iterator[tuple[Story, OnSlack]]:  # noqa: ANN401 - as OnSlack
    """Tell a story on Slack, on the data folder `data`, with Slack itself at hand; `how` as `OnSlack`."""
    slack = OnSlack(data, **how)
    try:
        yield Story(slack), slack
    finally:
        slack.close()
