"""Playing a story on a loopback Slack, with slack_bolt and slack_sdk (`platform_driver.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from bot.app.settings import Settings
from bot.testing.faults import ArmedCrash
from tests.e2e.platform_driver import OnPlatform
from tests.e2e.sim_driver import START, Story
from tests.e2e.slack_hands import Hands
from tests.e2e.slack_house import WORKSPACE, SlackHouse
from tests.sim.slack import SlackSim
from tests.sim.slack.sim import SCOPES

SHUT = "channel_not_found"
"""What Slack says where somebody cannot be written to."""

FAR_APART = 100_000
_SLACKS = count()
"""Each story has a Slack of its own. Where it goes on with the data of another, its people are the same, and
what they do is not."""


class OnSlack(OnPlatform[SlackSim, Hands]):
    """One Slack with one workspace.

    `shut` and `reopen` are played by what Slack answers to the whole workspace.
    """

    surface = "slack"

    def __init__(
        self,
        data: Path,
        *,
        start: str = START,
        seed: int = 0,
        crash: ArmedCrash | None = None,
        operator_set: Mapping[str, object] | None = None,
        scopes: frozenset[str] = SCOPES | {"files:write"},
    ) -> None:
        """Begin as `tests.e2e.sim_driver.Staging` says; `scopes` are what the app is granted."""
        self.scopes = scopes
        self.has_files = "files:write" in scopes
        super().__init__(data, start=start, seed=seed, crash=crash, operator_set=operator_set)

    @property
    def slack(self) -> SlackSim:
        """The loopback Slack."""
        return self.sim

    def begin(self) -> SlackSim:
        """Return a Slack whose ids were never given before."""
        slack = SlackSim(clock=self.clock, seed=self.seed, scopes=self.scopes)
        slack.core.ids.skip(next(_SLACKS) * FAR_APART, "trigger", "Ev", "V")
        return slack

    def build(self, settings: Settings) -> SlackHouse:
        """Return the house before it."""
        return SlackHouse(
            self.sim,
            settings=settings,
            clock=self.clock,
            crash=self.crash,
            recorder=self.recorder,
            seed=self.seed,
        )

    def arrive(self, who: str) -> Hands:
        """Return the hands of somebody new in the workspace."""
        return Hands(self.sim.workspace(WORKSPACE).user(who, tz="UTC"))

    def shut(self, hands: Hands) -> None:
        """Let nobody be written to."""
        del hands
        self.sim.faults.clear()
        self.sim.faults.fail("chat.postMessage", "error", times=1_000_000, error=SHUT)

    def reopen(self, hands: Hands) -> None:
        """Let everybody be written to again."""
        del hands
        self.sim.faults.clear()


@contextmanager
def story_on_slack(data: Path, **how: Any) -> Iterator[tuple[Story, OnSlack]]:  # noqa: ANN401 - as OnSlack
    """Tell a story on Slack, on the data folder `data`, with Slack itself at hand; `how` as `OnSlack`."""
    slack = OnSlack(data, **how)
    try:
        yield Story(slack), slack
    finally:
        slack.close()
