"""Playing a story on loopback platforms: the real house, real libraries, and people at their screens.

Each line of a story is done by the hands of its person (`platform_hands.py`). What the core said is written
down as in the simulation (`platform_records.py`), and held against what the screens showed
(`platform_eyes.py`).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from adapters.sim.render import Output
from adapters.sim.text import read_instant, write_instant
from bot.app.cli.sim import record_line, story_settings
from bot.domain.people import Account, Place
from bot.ports.faults import Point
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.e2e.platform_eyes import see_that_all_was_shown
from tests.e2e.platform_ground import Ground
from tests.e2e.platform_hands import Hands
from tests.e2e.platform_house import PlatformHouse
from tests.e2e.platform_records import Recorder
from tests.e2e.platform_rooms import StoryRooms
from tests.e2e.sim_driver import START, Shown
from tests.json_types import ReadJson

PATIENCE = 30.0
"""Seconds after which a story that hangs fails: an upper bound, never a wait."""

Line = ReadJson
Verb = Callable[[Line], Awaitable[None]]
Prepare = Callable[[ManualClock, int], Sequence[Ground]]
"""Prepares the grounds of a story, by its clock and its seed."""


class OnPlatforms:
    """Platforms, and a house before them that is torn down and built again while they stand.

    Where there are several, a line is done where it says, or where its control stands; else where its person
    was last.
    """

    def __init__(
        self,
        data: Path,
        prepare: Prepare,
        *,
        start: str = START,
        seed: int = 0,
        crash: ArmedCrash | None = None,
        operator_set: Mapping[str, object] | None = None,
    ) -> None:
        """Begin as `tests.e2e.sim_driver.Staging` says, on what is prepared."""
        self._runner = asyncio.Runner()
        self._number = 0
        self._built_on = 0
        self._shown: list[tuple[Output, Account | Place]] = []
        self._here: dict[tuple[str, Ground], Hands] = {}
        self._last: dict[str, Ground] = {}
        self._names: dict[Account, str] = {}
        self.clock = ManualClock(read_instant(start))
        self._crash = crash or ArmedCrash()
        self._grounds = {ground.surface: ground for ground in prepare(self.clock, seed)}
        self._rooms = {
            surface: StoryRooms(ground.rooms) for surface, ground in self._grounds.items() if ground.rooms
        }
        recorder = Recorder(
            clock=self.clock,
            out=self._note,
            name_of=self._names.__getitem__,
            room_of=self._room_of,
            surfaces=self._grounds,
        )
        self.house = PlatformHouse(
            [*self._grounds.values()],
            settings=story_settings(data).model_copy(update=operator_set),
            clock=self.clock,
            crash=self._crash,
            recorder=recorder,
            seed=seed,
        )
        self._verbs: dict[str, Verb] = {
            "clock": self._move_clock,
            "restart": self._restart,
            "kill": self._arm,
            "direct": self._let_in_or_out,
            "uninstall": self._uninstall,
            "room": self._change_room,
            "command": self._command,
            "say": self._say,
            "edit": lambda line: self._of(line).edit(line["message"], line["text"]),
            "delete": lambda line: self._of(line).delete(line["message"]),
            "press": lambda line: self._of(line).press(line["ref"]),
            "choose": lambda line: self._of(line).choose(line["ref"], _values(line)),
            "scale": lambda line: self._of(line).scale(line["ref"], line["value"]),
            "submit": self._submit,
            "dismiss": lambda line: self._of(line).dismiss(line["ref"]),
        }
        self._runner.run(self._begin())

    def take(self, line: bytes) -> list[bytes]:
        """Take one line on the loop, and see that everybody could read what came of it."""
        self._number += 1
        self._shown.clear()
        before = {where: len(hands.seen) for where, hands in self._here.items()}
        self._runner.run(asyncio.wait_for(self._take(json.loads(line)), PATIENCE))
        for (who, ground), hands in self._here.items():
            see_that_all_was_shown(
                hands,
                [record for record, to in self._shown if self._is_before(who, ground, to)],
                hands.seen[before.get((who, ground), 0) :],
                has_files=ground.has_files,
            )
        done = {"done": self._number, "at": write_instant(self.clock.now())}
        return [record_line(record) for record in (*self._records(), done)]

    def close(self) -> None:
        """End the house, the platforms and the loop."""
        self._runner.run(self._end())
        self._runner.close()

    def id_of(self, who: str) -> str:
        """Return their user id, where they were last."""
        return self._hands(who, self._last.get(who) or self._first).id

    def do(self, what: Awaitable[object]) -> list[Shown]:
        """Let something happen on a platform that is no line of a story; return what the core said to it."""
        self._shown.clear()
        self._runner.run(asyncio.wait_for(self._do(what), PATIENCE))
        return [json.loads(record_line(record)) for record in self._records()]

    def _note(self, record: Output, to: Account | Place) -> None:
        self._shown.append((record, to))

    def _room_of(self, place: Place) -> str | None:
        rooms = self._rooms.get(place.surface)
        return rooms.name_of(place) if rooms else None

    def _is_before(self, who: str, ground: Ground, to: Account | Place) -> bool:
        """Whether what was shown is for somebody, or stands in a channel in which they are."""
        if isinstance(to, Account):
            return to == ground.account(who)
        return to.surface == ground.surface and self._rooms[to.surface].sees(who, to)

    def _records(self) -> list[dict[str, object]]:
        return [asdict(record) for record, _ in self._shown]

    @property
    def _first(self) -> Ground:
        return next(iter(self._grounds.values()))

    def _hands(self, who: str, ground: Ground) -> Hands:
        """Return the hands of somebody, who is there from now on."""
        if (who, ground) not in self._here:
            self._here[who, ground] = ground.hands(who)
            self._names[ground.account(who)] = who
            if ground.surface in self._rooms:
                self._rooms[ground.surface].arrives(who)
        return self._here[who, ground]

    def _ground(self, line: Line) -> Ground:
        """Return where a line is done."""
        who, ref = line["who"], line.get("ref")
        ground = self._grounds.get(line.get("surface", ""))
        if ground is None and ref is not None:
            ground = next(
                (here for (each, here), hands in self._here.items() if each == who and hands.can_reach(ref)),
                None,
            )
        self._last[who] = ground or self._last.get(who) or self._first
        return self._last[who]

    def _of(self, line: Line) -> Hands:
        return self._hands(line["who"], self._ground(line))

    async def _begin(self) -> None:
        for ground in self._grounds.values():
            await ground.begin()

    async def _end(self) -> None:
        await self.house.stop()
        for ground in self._grounds.values():
            await ground.end()

    async def _take(self, line: Line) -> None:
        if not self.house.stands:
            self._built_on = self._number
            await self._do(self.house.build())
        await self._do(self._verbs[line["do"]](line))
        if self.house.stands:
            for hands in self._here.values():
                await self._do(hands.uncover())

    async def _do(self, what: Awaitable[object]) -> None:
        """Let something happen and everything that follows from it, unless the house ends in the middle."""
        try:
            await self.house.while_it_stands(what)
            for ground in self._grounds.values():
                await ground.loopback.settled()
            await self.house.settle()
        except Killed:
            await self.house.cut_off()

    async def _command(self, line: Line) -> None:
        who, where, ground = line["who"], line.get("where"), self._ground(line)
        self._hands(who, ground)
        if where is not None and ground.surface in self._rooms:
            await self._rooms[ground.surface].there(where).command(who, line["text"], where)
        else:
            await ground.command(who, line["text"], told_of=line.get("surface", ground.surface))

    async def _say(self, line: Line) -> None:
        who, where, ground = line["who"], line.get("where"), self._ground(line)
        hands = self._hands(who, ground)
        if where is not None and ground.surface in self._rooms:
            await self._rooms[ground.surface].there(where).talk(who, line["text"], where)
        else:
            await hands.say(line["text"], line.get("message"))

    async def _change_room(self, line: Line) -> None:
        who = line.get("who")
        ground = self._ground(line) if who else self._grounds[line.get("surface", self._first.surface)]
        if who:
            self._hands(who, ground)
        await self._rooms[ground.surface].change(line["where"], line["change"], who)

    async def _submit(self, line: Line) -> None:
        await self._of(line).submit(line["ref"], line["values"], self.clock.now().date())

    async def _move_clock(self, line: Line) -> None:
        to = read_instant(line["to"])
        try:
            await self.house.advance(to)
        finally:
            self.clock.move_to(max(to, self.clock.now()))  # outside the house time goes on
        for ground in self._grounds.values():
            await ground.loopback.moved()

    async def _restart(self, line: Line) -> None:
        del line
        if self._built_on != self._number:  # after a kill, this line has built the house already
            await self.house.stop()
            await self.house.build()

    async def _arm(self, line: Line) -> None:
        point: Point = line["at"]
        self._crash.arm(point)

    async def _uninstall(self, line: Line) -> None:
        await self._grounds[line["surface"]].remove_app()

    async def _let_in_or_out(self, line: Line) -> None:
        ground = self._ground(line)
        self._hands(line["who"], ground)
        if line["open"]:
            ground.let_in(line["who"])
            self.house.wake()
        else:
            ground.shut(line["who"])


def _values(line: Line) -> list[str]:
    return list(line["values"]) if "values" in line else [line["value"]]
