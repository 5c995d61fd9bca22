"""The house with its Slack surface: built, torn down and built again before a Slack that stays."""

from __future__ import annotations

import asyncio
import hashlib
import sys
from collections.abc import Awaitable
from datetime import datetime, timedelta

from adapters.slack.api import Api
from adapters.slack.chat import SlackChat
from bot.app.bootstrap import open_house
from bot.app.house import House
from bot.app.settings import Settings
from bot.ports.chat import ChatPort
from bot.services.routes import COMMANDS
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Outcome
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.e2e.slack_records import RecordedChat, Recorder
from tests.sim.slack import SlackSim

sys.path.insert(0, "/dev/shm/s4-story/tw")
from throwaway import Surface


class Tokens:
    def __init__(self, slack):
        self._slack = slack

    async def token(self, workspace):
        return self._slack.workspace("Harbour").bot_token

    def evict(self, workspace):
        pass


class SlackHouse:
    """One house after another on the same data folder, each with slack_bolt on a socket."""

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
        self._engine = SteppingEngine(clock)
        self._house: House | None = None
        self._ended: asyncio.Future[None] | None = None

    @property
    def stands(self) -> bool:
        """Whether there is one now."""
        return self._house is not None

    async def build(self) -> None:
        """Build a house, and connect it."""
        self._engine = SteppingEngine(self._clock)
        self._ended = asyncio.get_running_loop().create_future()
        api = Api(Tokens(self._slack), base_url=self._slack.url)
        chat = SlackChat(api, self._clock, sleep=self._pass)
        chats: dict[str, ChatPort] = {"slack": RecordedChat(chat, self._recorder)}
        self._house = await open_house(
            self._settings,
            clock=self._clock,
            chance=self._chance,
            crash=self._crash,
            engine=self._engine,
            chats=chats,
            ref_key=hashlib.sha256(f"reststop sim refs {self._seed}".encode()).digest(),
        )
        await self._house.start()
        workspace = self._slack.workspace("Harbour").id
        self._surface = Surface(self._hear, api, chat, self._slack.app_token, workspace, COMMANDS)
        await self._surface.start()
        await self._slack.connected()
        await self._engine.settle()

    async def while_it_stands(self, what: Awaitable[object]) -> None:
        """Wait for something that people or time do.

        Raises:
            Killed: the house ended meanwhile. What waited for its answer has waited in vain.
        """
        doing = asyncio.ensure_future(what)
        ended = self._ended
        if ended is None:
            await doing
            return
        await asyncio.wait({doing, ended}, return_when=asyncio.FIRST_COMPLETED)
        if ended.done():
            self._slack.cut_off()
            await doing
            ended.result()
        await doing

    async def settle(self) -> None:
        """Let everything happen that is due now."""
        await self._engine.settle()

    async def advance(self, to: datetime) -> None:
        """Let time pass."""
        await self._engine.advance(to)

    def wake(self) -> None:
        """Look at what waits."""
        if self._house is not None:
            self._house.wake()

    async def stop(self) -> None:
        """Tear it down in order, if it stands."""
        if self._house is None:
            return
        await self._disconnect()
        await self._house.stop()
        self._house = None

    async def cut_off(self) -> None:
        """Leave of it what `kill -9` leaves: nothing but the data folder."""
        self._slack.cut_off()
        if self._house is None:
            return
        self._house.abandon()
        self._house = None
        await self._disconnect()

    async def _disconnect(self) -> None:
        self._ended = None
        await self._surface.stop()
        await self._slack.until(lambda: not self._slack.sockets.connections)

    async def _hear(self, event: InboundEvent) -> Outcome:
        assert self._house is not None
        try:
            outcome = await self._house.hear(event)
        except Killed as killed:
            if self._ended is not None and not self._ended.done():
                self._ended.set_exception(killed)
            await asyncio.get_running_loop().create_future()  # nothing goes on from here
            raise
        self._recorder.told(event, outcome)
        return outcome

    async def _pass(self, seconds: float) -> None:
        self._clock.move_to(self._clock.now() + timedelta(seconds=seconds))

    def _chance(self, starts: int) -> SeededChance:
        return SeededChance(f"{self._seed}/{starts}")
