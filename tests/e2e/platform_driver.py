"""Playing a story on a loopback platform: the real house, the real SDK, and people at their screens.

Each line of a story is done by the hands of its person (`platform_hands.py`). What the core said is written
down as in the simulation (`platform_records.py`), and held against what the screens showed
(`platform_eyes.py`).
"""

from __future__ import annotations

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Protocol, TypeVar

from adapters.sim.render import Output
from adapters.sim.text import read_instant, write_instant
from bot.app.cli.sim import record_line, story_settings
from bot.app.settings import Settings
from bot.domain.people import Account
from bot.ports.faults import Point
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.e2e.platform_eyes import see_that_all_was_shown
from tests.e2e.platform_hands import Hands
from tests.e2e.platform_house import PlatformHouse
from tests.e2e.platform_records import Recorder
from tests.e2e.sim_driver import START, Shown

PATIENCE = 30.0
"""Seconds after which a story that hangs fails: an upper bound, never a wait."""

Line = Mapping[str, Any]  # Any: JSON
Verb = Callable[[Line], Awaitable[None]]


class Sim(Protocol):
    """A loopback platform, which listens between entering and leaving."""

    async def __aenter__(self) -> object:
        """Listen."""
        ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        ...

    async def settled(self) -> None:
        """Return when the app is done."""
        ...

    async def moved(self) -> None:
        """Fire what is due after the clock was moved."""
        ...


S = TypeVar("S", bound=Sim)
H = TypeVar("H", bound=Hands)


class OnPlatform(ABC, Generic[S, H]):
    """One platform, and a house that is torn down and built again while it stands."""

    surface: str
    has_files = True
    """Whether the app has leave to hand files over."""

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
        self._runner = asyncio.Runner()
        self._number = 0
        self._built_on = 0
        self._shown: list[Output] = []
        self._hands: dict[str, H] = {}
        self._names: dict[str, str] = {}
        self.seed = seed
        self.clock = ManualClock(read_instant(start))
        self.crash = crash or ArmedCrash()
        self.recorder = Recorder(
            self.surface, clock=self.clock, out=self._shown.append, name_of=self._name_of
        )
        self.sim = self.begin()
        self.house = self.build(story_settings(data).model_copy(update=operator_set))
        self._verbs: dict[str, Verb] = {
            "clock": self._move_clock,
            "restart": self._restart,
            "kill": self._arm,
            "direct": self._let_in_or_out,
            "command": lambda line: self.command(self._of(line), line["text"], line.get("surface")),
            "say": lambda line: self._of(line).say(line["text"], line.get("message")),
            "edit": lambda line: self._of(line).edit(line["message"], line["text"]),
            "delete": lambda line: self._of(line).delete(line["message"]),
            "press": lambda line: self._of(line).press(line["ref"]),
            "choose": lambda line: self._of(line).choose(line["ref"], _values(line)),
            "scale": lambda line: self._of(line).scale(line["ref"], line["value"]),
            "submit": self._submit,
            "dismiss": lambda line: self._of(line).dismiss(line["ref"]),
        }
        self._runner.run(self.sim.__aenter__())

    @abstractmethod
    def begin(self) -> S:
        """Return the platform, which does not listen yet."""

    @abstractmethod
    def build(self, settings: Settings) -> PlatformHouse:
        """Return the house before it, which does not stand yet."""

    @abstractmethod
    def arrive(self, who: str) -> H:
        """Return the hands of somebody new on the platform."""

    @abstractmethod
    def shut(self, hands: H) -> None:
        """Let direct messages reach somebody no more."""

    @abstractmethod
    def reopen(self, hands: H) -> None:
        """Let them in again."""

    async def command(self, hands: H, text: str, told_of: str | None) -> None:
        """Let somebody give a command in a story that is told of some surface, of this one or another."""
        del told_of
        await hands.command(text)

    def take(self, line: bytes) -> list[bytes]:
        """Take one line on the loop, and see that everybody could read what came of it."""
        self._number += 1
        self._shown.clear()
        before = {who: len(hands.seen) for who, hands in self._hands.items()}
        self._runner.run(asyncio.wait_for(self._take(json.loads(line)), PATIENCE))
        for who, hands in self._hands.items():
            mine = [record for record in self._shown if record.to == who]
            see_that_all_was_shown(hands, mine, hands.seen[before.get(who, 0) :], has_files=self.has_files)
        done = {"done": self._number, "at": write_instant(self.clock.now())}
        return [record_line(record) for record in (*map(asdict, self._shown), done)]

    def close(self) -> None:
        """End the house, the platform and the loop."""
        self._runner.run(self._end())
        self._runner.close()

    def id_of(self, who: str) -> str:
        """Return their user id."""
        return self.hands(who).id

    def hands(self, who: str) -> H:
        """Return the hands of somebody, who is there from now on."""
        if who not in self._hands:
            hands = self._hands[who] = self.arrive(who)
            self._names[hands.id] = who
        return self._hands[who]

    def do(self, what: Awaitable[object]) -> list[Shown]:
        """Let something happen that is no line of a story; return what the core said to it."""
        self._shown.clear()
        self._runner.run(asyncio.wait_for(self._do(what), PATIENCE))
        return [json.loads(record_line(asdict(output))) for output in self._shown]

    async def _take(self, line: Line) -> None:
        if not self.house.stands:
            self._built_on = self._number
            await self._do(self.house.build())
        await self._do(self._verbs[line["do"]](line))
        if self.house.stands:
            for hands in self._hands.values():
                await self._do(hands.uncover())

    async def _do(self, what: Awaitable[object]) -> None:
        """Let something happen and everything that follows from it, unless the house ends in the middle."""
        try:
            await self.house.while_it_stands(what)
            await self.sim.settled()
            await self.house.settle()
        except Killed:
            await self.house.cut_off()

    async def _submit(self, line: Line) -> None:
        await self._of(line).submit(line["ref"], line["values"], self.clock.now().date())

    async def _move_clock(self, line: Line) -> None:
        to = read_instant(line["to"])
        try:
            await self.house.advance(to)
        finally:
            self.clock.move_to(max(to, self.clock.now()))  # outside the house time goes on
        await self.sim.moved()

    async def _restart(self, line: Line) -> None:
        del line
        if self._built_on != self._number:  # after a kill, this line has built the house already
            await self.house.stop()
            await self.house.build()

    async def _arm(self, line: Line) -> None:
        point: Point = line["at"]
        self.crash.arm(point)

    async def _let_in_or_out(self, line: Line) -> None:
        hands = self._of(line)
        if line["open"]:
            self.reopen(hands)
            self.house.wake()
        else:
            self.shut(hands)

    async def _end(self) -> None:
        await self.house.stop()
        await self.sim.__aexit__(None, None, None)

    def _of(self, line: Line) -> H:
        return self.hands(line["who"])

    def _name_of(self, account: Account) -> str:
        return self._names[account.user]


def _values(line: Line) -> list[str]:
    return list(line["values"]) if "values" in line else [line["value"]]
