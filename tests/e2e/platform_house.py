"""The house before chat platforms: built, torn down and built again, while the platforms stay."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.app.bootstrap import open_house
from bot.app.house import House
from bot.app.settings import Settings
from bot.ports.chat import ChatPort
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Outcome
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.e2e.platform_ground import Front, Ground
from tests.e2e.platform_records import RecordedChat, Recorder


@dataclass(frozen=True, slots=True)
class _Standing:
    """What stands: a house, and the surfaces before it."""

    house: House
    engine: SteppingEngine
    fronts: Mapping[str, Front]
    ended: asyncio.Future[object]
    """Raises `Killed` when the house ends in the middle of something."""


class PlatformHouse:
    """One house after another on the same data folder, each connected to every platform."""

    def __init__(
        self,
        grounds: Sequence[Ground],
        *,
        settings: Settings,
        clock: ManualClock,
        crash: ArmedCrash,
        recorder: Recorder,
        seed: int,
    ) -> None:
        """Stand before `grounds` once `build` was called; what the core says is told to `recorder`."""
        self._grounds = grounds
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
        """Build a house, and connect it."""
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
        fronts = {each.surface: each.front(house, self._hear, self._pass) for each in self._grounds}
        for surface, front in fronts.items():
            chats[surface] = RecordedChat(front.chat, self._recorder)
        ended = asyncio.get_running_loop().create_future()
        self._now = _Standing(house, engine, fronts, ended)
        await house.start()
        for front in fronts.values():
            await front.open()
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
                self._cut_lines()
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
            await _disconnect(standing)
            await standing.house.stop()

    async def cut_off(self) -> None:
        """Leave of it what `kill -9` leaves: nothing but the data folder."""
        self._cut_lines()
        if self._now is not None:
            standing, self._now = self._now, None
            standing.house.abandon()
            await _disconnect(standing)

    def _cut_lines(self) -> None:
        for ground in self._grounds:
            ground.loopback.cut_off()

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


async def _disconnect(standing: _Standing) -> None:
    for front in standing.fronts.values():
        await front.close()
