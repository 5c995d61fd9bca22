"""Slack keeps the surface contract: the real SDK, and somebody before a loopback Slack."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import pytest

from adapters.slack.chat import SLACK
from bot.domain.people import Account
from bot.ports.chat import Letter, Receipt
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card, LinkButton
from bot.surface.form import Form
from bot.surface.inbound import HomeOpened, InboundEvent
from bot.surface.outcome import QUIET, Hear, Open, Outcome, Replace, Show
from tests.contract.surface_contract import HostedSurfaceContract
from tests.contract.surface_samples import ZONE
from tests.contract.surface_stage import OpenStage
from tests.e2e.slack_hands import Hands
from tests.sim.slack import SlackSim
from tests.sim.slack.controls import controls
from tests.sim.slack.sim import SCOPES
from tests.sim.slack.views import View
from tests.sim.slack.world import Message
from tests.sim.slack_surface import SlackUnderTest, on_slack

TODAY = datetime(2026, 1, 5, tzinfo=UTC).date()


class SlackStage:
    """One person before Slack. What the core said is remembered by name: Slack carries refs alone."""

    def __init__(self, hear: Hear, slack: SlackSim, opened: AsyncExitStack) -> None:
        """Sit before `slack`, with a surface that stands until `opened` is closed."""
        self._slack = slack
        self._opened = opened
        self._core = hear
        self._refs: dict[str, str] = {}
        self._letters = 0
        self._surface: SlackUnderTest | None = None
        self._hands = Hands(slack.workspace().user("ana", tz=ZONE))
        self.account = Account(surface="slack", workspace=slack.workspace().id, user=self._hands.user.id)

    tells_when_closed = True

    @property
    def capabilities(self) -> Capabilities:
        """What the surface says of itself."""
        return SLACK

    @property
    def seen(self) -> str:
        """Every text that their screen ever showed, where its links lead, and the names of their files."""
        user = self._hands.user
        places: list[Message | View] = [*user.messages, *user.modals]
        links = [
            one.element["url"] for place in places for one in controls(place.blocks) if "url" in one.element
        ]
        files = [file.name for message in user.messages for file in message.files if not file.is_deleted]
        return "\n".join([*user.seen, *links, *files])

    async def arrive(self) -> None:
        """Look at the app's Home, by which it learns the zone."""
        self._surface = await self._opened.enter_async_context(on_slack(self._slack, self._hear))
        await self._hands.user.open_home()
        await self._done()

    async def leave(self) -> None:
        """Look away; Slack stays as it is."""

    async def command(self, text: str) -> None:
        """Type a command."""
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
        """Type into the open form, and send it."""
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
        letter = Letter(key=f"k{self._letters}".encode(), to=to or self.account, card=card)
        return await self._stands.chat.send(letter)

    @property
    def _stands(self) -> SlackUnderTest:
        assert self._surface is not None
        return self._surface

    async def _done(self) -> None:
        await self._stands.surface.settled()
        await self._slack.settled()

    async def _hear(self, event: InboundEvent) -> Outcome:
        if isinstance(event, HomeOpened):
            return QUIET  # how it arrives is no part of a story
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


class TestSlack(HostedSurfaceContract):
    """Slack, in Socket Mode."""

    @pytest.fixture
    async def open_stage(self) -> AsyncIterator[OpenStage]:
        """Open workspaces on a Slack of each test's own."""
        async with AsyncExitStack() as opened:
            slack = await opened.enter_async_context(SlackSim(scopes=SCOPES | {"files:write"}))
            yield lambda hear: SlackStage(hear, slack, opened)
