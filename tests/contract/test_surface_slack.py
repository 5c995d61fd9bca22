"""Slack keeps the surface contract: the real SDK, and somebody before a loopback Slack."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from adapters.slack.sending.chat import SLACK
from bot.domain.people import Account
from bot.surface.inbound import HomeOpened
from bot.surface.outcome import Hear
from tests.contract.platform_stage import PlatformStage
from tests.contract.surface_contract import HostedSurfaceContract
from tests.contract.surface_samples import ZONE
from tests.contract.surface_stage import OpenStage
from tests.e2e.slack_hands import Hands
from tests.sim.slack import SlackSim
from tests.sim.slack.controls import controls
from tests.sim.slack.sim import SCOPES
from tests.sim.slack.views import View
from tests.sim.slack.world import Message
from tests.sim.slack_surface import on_slack


class SlackStage(PlatformStage):
    """One person before Slack."""

    capabilities = SLACK
    tells_when_closed = True
    unheard = HomeOpened

    def __init__(self, hear: Hear, slack: SlackSim, opened: AsyncExitStack) -> None:
        """Sit before `slack`, with a surface that stands until `opened` is closed."""
        self._slack = slack
        self._opened = opened
        self._user = slack.workspace().user("ana", tz=ZONE)
        account = Account(surface="slack", workspace=slack.workspace().id, user=self._user.id)
        self.organisation = f"slack/{slack.workspace().id}"
        super().__init__(hear, Hands(self._user), account, slack)

    @property
    def links(self) -> list[str]:
        """Where its links lead, and the names of their files."""
        user = self._user
        places: list[Message | View] = [*user.messages, *user.modals]
        links = [
            one.element["url"] for place in places for one in controls(place.blocks) if "url" in one.element
        ]
        files = [file.name for message in user.messages for file in message.files if not file.is_deleted]
        return [*links, *files]

    async def put_in_charge(self) -> None:
        """Be made an admin of the workspace."""
        self._user.member.role = "admin"

    async def arrive(self) -> None:
        """Look at the app's Home, by which it learns the zone, and who is an admin."""
        stands = await self._opened.enter_async_context(on_slack(self._slack, self.hear))
        self.chat = stands.chat
        await self._user.open_home()
        await self.settled()


class TestSlack(HostedSurfaceContract):
    """Slack, in Socket Mode."""

    @pytest.fixture
    async def open_stage(self) -> AsyncIterator[OpenStage]:
        """Open workspaces on a Slack of each test's own."""
        async with AsyncExitStack() as opened:
            slack = await opened.enter_async_context(SlackSim(scopes=SCOPES | {"files:write"}))
            yield lambda hear: SlackStage(hear, slack, opened)
