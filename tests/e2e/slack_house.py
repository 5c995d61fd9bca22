"""The house with its Slack surface: built, torn down and built again before a Slack that stays."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.slack.api import Api
from adapters.slack.app import Patience, SlackSurface
from adapters.slack.chat import SlackChat
from adapters.slack.sockets import SocketsOfSlack
from adapters.slack.tokens import Tokens
from adapters.slack.workspaces import Workspaces
from bot.app.bootstrap import open_house
from bot.app.house import House
from bot.app.settings import Settings
from bot.ports.chat import ChatPort
from bot.ports.vault import Secret
from bot.services.routes import COMMANDS
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Outcome
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.e2e.slack_records import RecordedChat, Recorder
from tests.sim.slack import SlackSim

WORKSPACE = "Harbour"
PATIENT = Patience(moment=20.0, acked=20.0)
"""Seconds before people are told to wait: more than a busy machine takes, while the clock stands still."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """What stands: a house, and the surface before it."""

    house: House
    engine: SteppingEngine
    sockets: SocketsOfSlack
    workspaces: Workspaces
    api: Api
    ended: asyncio.Future[object]
    """Raises `Killed` when the house ends in the middle of something."""


class SlackHouse:
    """One house after another on the same data folder, each connected by a socket."""

    def __init__(
        self,
        slack: SlackSim,
        *,
        settings: Settings,
        clock: ManualClock,
        crash: ArmedCrash,
        recorder: Recorder,
        seed: int,
    ) -> None:
        """Stand before `slack` once `build` was called; what the core says is told to `recorder`."""
        self._slack = slack
        self._settings = settings
        self._clock = clock
        self._crash = crash
        self._recorder = recorder
        self._seed = seed
        self._now: _Standing | None = None

    @property
    def stands(self) -> bool:
        """Whether there is one now."""
        return self._now is not None

    async def build(self) -> None:
        """Build a house, and connect it with the token of the workspace."""
        engine, chats = SteppingEngine(self._clock), dict[str, ChatPort]()
        house = await open_house(
            self._settings,
            clock=self._clock,
            chance=self._chance,
            crash=self._crash,
            engine=engine,
            chats=chats,
            ref_key=hashlib.sha256(f"reststop sim refs {self._seed}".encode()).digest(),
        )
        tokens = Tokens(
            house.installations,
            self._clock,
            client=lambda: api.bare(),  # noqa: PLW0108 - each needs the other
            own=Secret(self._slack.workspace(WORKSPACE).bot_token),
        )
        api = Api(tokens, base_url=self._slack.url)
        chat = SlackChat(api, self._clock, sleep=self._pass)
        workspaces = Workspaces(tokens, house.hear_of_workspace)
        surface = SlackSurface(
            hear=self._hear,
            api=api,
            chat=chat,
            installed=tokens,
            removed=workspaces.removed,
            words=tuple(COMMANDS),
            patience=PATIENT,
        )
        self._slack.waits_for(surface.settled)
        sockets = SocketsOfSlack(surface, api, Secret(self._slack.app_token), self._clock)
        chats["slack"] = RecordedChat(chat, self._recorder)
        ended = asyncio.get_running_loop().create_future()
        self._now = _Standing(house, engine, sockets, workspaces, api, ended)
        await house.start()
        await workspaces.present(await tokens.learn())
        await sockets.open()
        await self._slack.connected()
        await engine.settle()

    async def while_it_stands(self, what: Awaitable[object]) -> None:
        """Wait for something that people or time do.

        Raises:
            Killed: the house ended meanwhile. What waited for its answer has waited in vain.
        """
        doing: asyncio.Future[object] = asyncio.ensure_future(what)
        if self._now is not None:
            ended = self._now.ended
            await asyncio.wait([doing, ended], return_when=asyncio.FIRST_COMPLETED)
            if ended.done():
                self._slack.cut_off()
                await doing
                ended.result()
        await doing

    async def settle(self) -> None:
        """Let everything happen that is due now."""
        if self._now is not None:
            await self._now.engine.settle()

    async def advance(self, to: datetime) -> None:
        """Let time pass."""
        if self._now is not None:
            await self._now.engine.advance(to)

    def wake(self) -> None:
        """Look at what waits."""
        if self._now is not None:
            self._now.house.wake()

    async def stop(self) -> None:
        """Tear it down in order, if it stands."""
        if self._now is not None:
            standing, self._now = self._now, None
            await self._disconnect(standing)
            await standing.house.stop()

    async def cut_off(self) -> None:
        """Leave of it what `kill -9` leaves: nothing but the data folder."""
        self._slack.cut_off()
        if self._now is not None:
            standing, self._now = self._now, None
            standing.house.abandon()
            await self._disconnect(standing)

    async def _disconnect(self, standing: _Standing) -> None:
        await standing.sockets.close()
        await standing.workspaces.close()
        await standing.api.close()
        await self._slack.until(lambda: not self._slack.sockets.connections)

    async def _hear(self, event: InboundEvent) -> Outcome:
        """Let the house hear, and write down what it answers. Where it ends, nothing goes on."""
        assert self._now is not None
        try:
            outcome = await self._now.house.hear(event)
        except Killed as killed:
            if not self._now.ended.done():
                self._now.ended.set_exception(killed)
            raise asyncio.CancelledError from None
        self._recorder.told(event, outcome)
        return outcome

    async def _pass(self, seconds: float) -> None:
        self._clock.move_to(self._clock.now() + timedelta(seconds=seconds))

    def _chance(self, starts: int) -> SeededChance:
        return SeededChance(f"{self._seed}/{starts}")
