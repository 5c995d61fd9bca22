"""The lines of a story, one after another: the house is built, spoken with, torn down and rebuilt."""

from __future__ import annotations

import hashlib
import typing
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from functools import partial

from adapters.sim.app import WORKSPACE, SimWorld
from adapters.sim.errors import ClockBackwards, LineRefused, MissingField, UnknownDo
from adapters.sim.inbound import TURNS, Line, read_line
from adapters.sim.render import Output
from adapters.sim.spots import Turn
from adapters.sim.text import write_instant
from bot.app.bootstrap import open_house
from bot.app.house import House
from bot.app.settings import Settings
from bot.errors import NotSaved
from bot.ports.faults import Point
from bot.surface.inbound import PersonLeft, SurfaceInstalled, SurfaceRemoved, WorkspaceEvent
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock

ZONE = "UTC"
"""What the machines of a story's people say of their time zone, as its clock is written."""

Record = Mapping[str, object]
_Step = Callable[[], Awaitable[None]]
_POINTS: tuple[Point, ...] = typing.get_args(Point)


class Simulation:
    """The simulated world with a house in it. Same settings, seed and lines: the same records."""

    def __init__(
        self,
        *,
        start: datetime,
        seed: int,
        settings: Settings,
        out: Callable[[Record], None],
        crash: ArmedCrash | None = None,
    ) -> None:
        """Let the clock stand at `start`; the house is built when the first line comes.

        `crash` is what `kill` arms; whoever brings one may let it strike by a plan of its own.
        """
        self._seed = seed
        self._settings = settings
        self._out = out
        self._clock = ManualClock(start)
        self._crash = crash or ArmedCrash()
        self._world = SimWorld(clock=self._clock, out=self._show, zone=ZONE)
        self._house: House | None = None
        self._engine = SteppingEngine(self._clock)
        self._starts = 0
        self._number = 0
        self._built_on = 0
        self._untold: list[PersonLeft | WorkspaceEvent] = []
        self._verbs: dict[str, Callable[[Line], _Step]] = {
            "clock": self._move_clock,
            "restart": self._restart,
            "direct": self._let_in_or_out,
            "leave_platform": self._leave_platform,
            "role": self._appoint,
            "room": self._change_room,
            "uninstall": self._uninstall,
            "kill": self._arm,
        }

    async def take(self, number: int, raw: bytes) -> None:
        """Do line `number`: what it caused goes to `out`, then that it is done.

        Raises:
            ReststopError: the house cannot be built on this data.
        """
        self._number = number
        try:
            await self._take(raw)
        except LineRefused as refused:
            self._out({"error": refused.code, "line": number, "text": refused.sentence})
        except Killed:
            self._tear_down()
        self._out({"done": number, "at": write_instant(self._clock.now())})

    async def end(self) -> None:
        """Close the house, if one stands."""
        if self._house is not None:
            await self._house.stop()
            self._house = None

    async def _take(self, raw: bytes) -> None:
        if self._house is None:
            await self._build()
        await self._step(read_line(raw))()
        await self._engine.settle()

    def _step(self, line: Line) -> _Step:
        """Return what a line does, everything in it read: a line that is refused has done nothing."""
        do = line.text("do")
        if do in TURNS:
            turn = TURNS[do](line, self._world, self._event_id)
            return partial(self._take_turn, turn)
        if do in self._verbs:
            return self._verbs[do](line)
        raise UnknownDo

    async def _take_turn(self, turn: Turn) -> None:
        surface, workspace = turn.account.surface, turn.account.workspace
        if turn.event is not None and self._world.added(surface):
            added = f"{self._event_id}/added"
            await self._tell(SurfaceInstalled(event_id=added, surface=surface, workspace=workspace))
            await self._engine.settle()
        if self._world.arrives(turn.account):
            self._standing.wake(turn.account.lane)  # what waited for them comes before their answer
            await self._engine.settle()
        if turn.event is not None:
            hear = self._standing.hear
            outcome = await hear(turn.event)
            self._world.tell(turn, await self._world.note_files(turn, outcome, hear))

    def _move_clock(self, line: Line) -> _Step:
        to = line.instant("to")
        if to < self._clock.now():
            raise ClockBackwards

        async def step() -> None:
            try:
                await self._engine.advance(to)
            except Killed:
                self._clock.move_to(max(to, self._clock.now()))  # outside the house time goes on
                raise

        return step

    def _restart(self, _line: Line) -> _Step:
        async def step() -> None:
            if self._built_on != self._number:  # after a kill, this line has built the house already
                await self.end()
                self._world.house_ends()
                await self._build()

        return step

    def _let_in_or_out(self, line: Line) -> _Step:
        account, is_open = line.account(self._world), line.flag("open")

        async def step() -> None:
            self._world.direct(account, is_open=is_open)
            if is_open:
                self._standing.wake(account.lane)

        return step

    def _leave_platform(self, line: Line) -> _Step:
        account = line.account(self._world)

        async def step() -> None:
            self._world.closes(account)
            organisation = self._world.organisation(account)
            await self._tell(PersonLeft(event_id=self._event_id, account=account, organisation=organisation))

        return step

    def _appoint(self, line: Line) -> _Step:
        account, is_admin = line.account(self._world), line.is_admin()

        async def step() -> None:
            self._world.appoint(account, is_admin=is_admin)

        return step

    def _change_room(self, line: Line) -> _Step:
        change = line.change_of_room(self._world)

        async def step() -> None:
            change()

        return step

    def _uninstall(self, line: Line) -> _Step:
        surface = line.surface() or "slack"

        async def step() -> None:
            self._world.removed(surface)
            await self._tell(SurfaceRemoved(event_id=self._event_id, surface=surface, workspace=WORKSPACE))

        return step

    async def _tell(self, event: PersonLeft | WorkspaceEvent) -> None:
        """Let the house hear what a platform tells; until it has, that is delivered again."""
        self._untold.append(event)
        await self._deliver()

    async def _deliver(self) -> None:
        while self._untold:
            try:
                match self._untold[0]:
                    case PersonLeft() as event:
                        await self._standing.hear(event)
                    case event:
                        await self._standing.hear_of_workspace(event)
            except NotSaved:
                return
            self._untold.pop(0)

    def _arm(self, line: Line) -> _Step:
        name = line.text("at")
        point = next((point for point in _POINTS if point == name), None)
        if point is None:
            raise MissingField(f"A crash point is one of {', '.join(_POINTS)}.")

        async def step() -> None:
            self._crash.arm(point)

        return step

    async def _build(self) -> None:
        self._built_on = self._number
        self._engine = SteppingEngine(self._clock)
        self._house = await open_house(
            self._settings,
            clock=self._clock,
            chance=self._chance,
            crash=self._crash,
            engine=self._engine,
            chats=self._world.chats,
            ref_key=hashlib.sha256(f"reststop sim refs {self._seed}".encode()).digest(),
        )
        await self._house.start()
        await self._deliver()
        await self._engine.settle()

    def _tear_down(self) -> None:
        if self._house is not None:
            self._house.abandon()
            self._house = None
        self._world.house_ends()

    def _chance(self, starts: int) -> SeededChance:
        self._starts = starts
        return SeededChance(f"{self._seed}/{starts}")

    @property
    def _event_id(self) -> str:
        """What a platform would call what happens in this line; built again it is another house's."""
        return f"{self._number}@{self._starts}"

    @property
    def _standing(self) -> House:
        if self._house is None:
            raise LookupError("no house stands")
        return self._house

    def _show(self, output: Output) -> None:
        self._out(asdict(output))
