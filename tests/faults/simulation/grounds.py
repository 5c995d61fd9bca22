"""The house in a town on virtual time: it is killed again and again, and begins again over the same files."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from adapters.engine.embedded import EmbeddedEngine
from adapters.store.store import SqlStore
from adapters.store.store import open_store as open_sql_store
from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.errors import NotSaved
from bot.ports.faults import CrashPoints, Point
from bot.ports.store import Unit
from bot.ports.time import Clock
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Outcome
from bot.testing.catalogue import INVENTED_PROMPTS, FakeCatalogue
from bot.testing.chance import SeededChance
from bot.testing.faults import Killed
from bot.testing.flows_to_run import FLOWS_TO_RUN
from tests.faults.simulation.moves import watch_moves
from tests.faults.simulation.platform import Kind, RoughPlatform
from tests.faults.simulation.virtual import AtOnce, LoopClock, Process, VirtualLoop, begin

T = TypeVar("T")
START = datetime.fromisoformat("2026-01-05T08:00:00+00:00")
AGAIN = (3.0, 60.0, 300.0)
"""Seconds after which a platform delivers an event again that nobody said was heard."""
ANSWERED_WITHIN = 20.0
"""Seconds after which a platform takes it that nobody hears."""
SHORT = 0.9
"""How often of all times the next process begins within seconds."""
CATALOGUE = FakeCatalogue(prompts=INVENTED_PROMPTS, flows=FLOWS_TO_RUN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """How much befalls the house."""

    kill_every: float = 12 * 3600.0
    """Seconds between two kills at any moment, on average."""
    kill_at_point: float = 0.002
    """How often passing a crash point is the end."""
    not_saved: float = 0.004
    """How often a unit that writes finds no database."""
    redelivered: float = 0.12
    """How often an event that was heard is delivered again all the same."""
    down_for: float = 1800.0
    """Seconds until the next process begins, at most; mostly it is soon."""
    slow: float = 0.01
    """How often a unit waits for long."""


@dataclass(kw_only=True)
class _Points:
    """Crash points that end a process at a random pass, and let a commit fail."""

    process: Process
    loop: VirtualLoop
    random: Random
    town: Grounds

    def passing(self, point: Point) -> None:
        """End here, or let the commit fail, or go on."""
        if self.process.is_dead:
            raise Killed(point)
        if self.town.calm:
            return
        if self.random.random() < self.town.trouble.kill_at_point:
            self.town.note(f"killed {point}")
            self.loop.kill(self.process)
            raise Killed(point)
        if point == "before_commit" and self.random.random() < self.town.trouble.not_saved:
            raise NotSaved


class SlowStore(SqlStore):
    """The store on SQLite without a thread: a unit waits for its turn as drawn, and then runs whole."""

    def __init__(self, inner: SqlStore, clock: Clock, crash: CrashPoints, draw: Callable[[], float]) -> None:
        """Stand on the database of `inner`."""
        super().__init__(inner._lines, clock=clock, crash_points=crash, wipe_log=inner._wipe)  # noqa: SLF001 - its own kind
        for each in (inner._writer, inner._readers, self._writer, self._readers):  # noqa: SLF001 - as above
            each.shutdown()
        self._writer = self._readers = AtOnce()  # type: ignore[assignment]  # as if each had a thread
        self._draw = draw

    async def run(self, work: Callable[[Unit], T], *, writes: bool = True, within: float | None = None) -> T:
        """Wait, then run."""
        before = self._clock.elapsed()
        await asyncio.sleep(self._draw())
        left = None if within is None else within - (self._clock.elapsed() - before)
        return await super().run(work, writes=writes, within=left)


@dataclass(kw_only=True)
class Grounds:
    """One house, three platforms, and everything that befalls them, of one seed."""

    seed: int
    folder: Path
    loop: VirtualLoop
    trouble: Trouble = field(default_factory=Trouble)
    ends: int = 0
    heard: int = 0
    log: list[str] = field(default_factory=list)
    """What happened, in order: the same for the same seed."""

    def __post_init__(self) -> None:
        """Lay out the town; nobody lives there yet."""
        self.clock = LoopClock(self.loop, START)
        self.platforms: Mapping[str, RoughPlatform] = {
            kind.value: RoughPlatform(
                kind=kind, clock=self.clock, random=self.draws(f"platform {kind.value}")
            )
            for kind in Kind
        }
        self._random = self.draws("house")
        self._settings = story_settings(self.folder / "data")
        self.process = Process(0)
        self.house: House | None = None
        self._starts = 0
        self._stands = asyncio.Event()
        self._ids = 0
        self.calm = False

    def draws(self, of: str) -> Random:
        """Return the luck of somebody or something: each has its own, so that none moves another's."""
        return Random(f"{self.seed}/{of}")  # noqa: S311 - told again, it is the same

    def note(self, what: str) -> None:
        """Note what happened."""
        self.log.append(f"{self.loop.time():.3f} {what}")

    async def open(self) -> None:
        """Let the first house stand, and see that there is always a next one."""
        keeper = begin(None, self._keep())
        reaper = begin(None, self._reap())
        self._tasks = [keeper, reaper]
        await self._stands.wait()

    async def close(self) -> None:
        """End the house in good order."""
        for each in self._tasks:
            each.cancel()
        if self.house is not None and not self.process.is_dead:
            await begin(self.process, self.house.stop())

    def die(self, why: str) -> None:
        """Kill the process that runs."""
        self.loop.kill(self.process)
        self.note(f"killed {why}")

    async def hear(self, event: InboundEvent) -> Outcome | None:
        """Deliver an event as a platform does: again and again until it is heard, and now and then once more.

        Return what the first answer was; None where there was none.
        """
        for pause in (0.0, *AGAIN):
            await asyncio.sleep(pause + self._random.uniform(0.01, 0.3))
            outcome = await self._deliver(event)
            if outcome is not None:
                if self._random.random() < self.trouble.redelivered and not self.calm:
                    begin(None, self._deliver_late(event))
                return outcome
        return None

    async def _deliver_late(self, event: InboundEvent) -> None:
        for _ in range(self._random.randint(1, 3)):
            await asyncio.sleep(
                self._random.choice((0.1, 5.0, 60.0, 3600.0, 86_400.0)) * self._random.random()
            )
            outcome = await self._deliver(event)
            del outcome

    async def _deliver(self, event: InboundEvent) -> Outcome | None:
        house, process = self.house, self.process
        if house is None or process.is_dead:
            return None
        self.heard += 1
        heard = begin(process, _heard(house, event))
        await _until_either(heard, process)
        return heard.result() if heard.done() and heard.exception() is None else None

    def event_id(self) -> str:
        """Return an id that no other event has."""
        self._ids += 1
        return f"e{self._ids}"

    async def _reap(self) -> None:
        while True:
            await asyncio.sleep(self._random.expovariate(1 / self.trouble.kill_every))
            if not self.calm and not self.process.is_dead:
                self.die("at some moment")

    async def _keep(self) -> None:
        """Begin a process wherever there is none."""
        while True:
            process = self.process = Process(self._starts)
            self._starts += 1
            begun = begin(process, self._begin(process))
            await _until_either(begun, process)
            house = begun.result() if begun.done() and begun.exception() is None else None
            if house is not None and not process.is_dead:
                self.house = house
                self._stands.set()
                self.note("stands")
                await process.ended.wait()
            elif not process.is_dead:
                self.loop.kill(process)  # it could not begin, as where the database was not there
            self.ends += 1
            self.house = None
            self.loop.clear_away(process)
            if house is not None:
                house.abandon()
            is_short = self.calm or self._random.random() < SHORT
            await asyncio.sleep(self._random.uniform(1, 20 if is_short else self.trouble.down_for))

    async def _begin(self, process: Process) -> House:
        engine = EmbeddedEngine(self.clock, heartbeat=timedelta(hours=1))
        engine._heart = _Still()  # type: ignore[assignment]  # noqa: SLF001 - APScheduler goes by the hour of the machine
        crash = _Points(process=process, loop=self.loop, random=self._random, town=self)
        house = await open_house(
            self._settings,
            clock=self.clock,
            chance=lambda starts: SeededChance(f"{self.seed}/{starts}"),
            engine=engine,
            chats=self.platforms,
            crash=crash,
            ref_key=ref_key(self.seed),
        )
        await house.start()
        return house

    def open_store(self, folder: Path, *, clock: Clock, crash_points: CrashPoints) -> SlowStore:
        """Open the database as the house does, for units that have no thread."""
        store = SlowStore(
            open_sql_store(folder, clock=clock, crash_points=crash_points), clock, crash_points, self._wait
        )
        watch_moves(store)
        return store

    def _wait(self) -> float:
        """Draw how long a unit waits for its turn."""
        if not self.calm and self._random.random() < self.trouble.slow:
            return self._random.uniform(0.5, 4)
        return self._random.uniform(0, 0.02)


def ref_key(seed: int) -> bytes:
    """Return the key of a town's refs."""
    return hashlib.sha256(f"town {seed}".encode()).digest()


class _Still:
    """A heart that does not beat."""

    async def start(self) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""


async def _until_either(task: asyncio.Task[T], process: Process) -> None:
    ends = begin(None, process.ended.wait())
    await asyncio.wait({task, ends}, timeout=ANSWERED_WITHIN, return_when=asyncio.FIRST_COMPLETED)
    ends.cancel()


async def _heard(house: House, event: InboundEvent) -> Outcome:
    return await house.hear(event)
