"""Playing a story on a loopback Slack: the real house, slack_bolt and slack_sdk, and people at their screens.

Each line of a story is done by the hands of its person (`slack_hands.py`). What the core said is written down
as in the simulation (`slack_records.py`), and held against what the screens showed (`slack_eyes.py`).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

from adapters.sim.render import Output
from adapters.sim.text import read_instant, write_instant
from bot.app.cli.sim import record_line, story_settings
from bot.domain.people import Account
from bot.ports.faults import Point
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.e2e.sim_driver import START, Shown, Story
from tests.e2e.slack_eyes import see_that_all_was_shown
from tests.e2e.slack_hands import Hands
from tests.e2e.slack_house import WORKSPACE, SlackHouse
from tests.e2e.slack_records import Recorder
from tests.sim.slack import SlackSim
from tests.sim.slack.sim import SCOPES

PATIENCE = 30.0
"""Seconds after which a story that hangs fails: an upper bound, never a wait."""
SHUT = "channel_not_found"
"""What Slack says where somebody cannot be written to."""

FAR_APART = 100_000
_SLACKS = count()
"""Each story has a Slack of its own. Where it goes on with the data of another, its people are the same, and
what they do is not."""

Line = Mapping[str, Any]  # Any: JSON
Verb = Callable[[Line], Awaitable[None]]


class OnSlack:
    """One Slack with one workspace, and a house that is torn down and built again while it stands.

    `shut` and `open` of direct messages are played by what Slack answers to the whole workspace.
    """

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
        self._runner = asyncio.Runner()
        self._number = 0
        self._built_on = 0
        self._shown: list[Output] = []
        self._hands: dict[str, Hands] = {}
        self._names: dict[str, str] = {}
        self.clock = ManualClock(read_instant(start))
        self._crash = crash or ArmedCrash()
        self.scopes = scopes
        self.slack = SlackSim(clock=self.clock, seed=seed, scopes=scopes)
        self.slack.core.ids.skip(next(_SLACKS) * FAR_APART, "trigger", "Ev", "V")
        self.recorder = Recorder(clock=self.clock, out=self._shown.append, name_of=self._name_of)
        self.house = SlackHouse(
            self.slack,
            settings=story_settings(data).model_copy(update=operator_set),
            clock=self.clock,
            crash=self._crash,
            recorder=self.recorder,
            seed=seed,
        )
        self._verbs: dict[str, Verb] = {
            "clock": self._move_clock,
            "restart": self._restart,
            "kill": self._arm,
            "direct": self._let_in_or_out,
            "command": lambda line: self._of(line).command(line["text"]),
            "say": lambda line: self._of(line).say(line["text"], line.get("message")),
            "edit": lambda line: self._of(line).edit(line["message"], line["text"]),
            "delete": lambda line: self._of(line).delete(line["message"]),
            "press": lambda line: self._of(line).press(line["ref"]),
            "choose": lambda line: self._of(line).choose(line["ref"], _values(line)),
            "scale": lambda line: self._of(line).scale(line["ref"], line["value"]),
            "submit": self._submit,
            "dismiss": lambda line: self._of(line).dismiss(line["ref"]),
        }
        self._runner.run(self.slack.__aenter__())

    def take(self, line: bytes) -> list[bytes]:
        """Take one line on the loop, and see that everybody could read what came of it."""
        self._number += 1
        self._shown.clear()
        before = {who: len(hands.user.seen) for who, hands in self._hands.items()}
        self._runner.run(asyncio.wait_for(self._take(json.loads(line)), PATIENCE))
        for who, hands in self._hands.items():
            mine = [record for record in self._shown if record.to == who]
            see_that_all_was_shown(
                hands, mine, hands.user.seen[before.get(who, 0) :], has_files="files:write" in self.scopes
            )
        done = {"done": self._number, "at": write_instant(self.clock.now())}
        return [record_line(record) for record in (*map(asdict, self._shown), done)]

    def close(self) -> None:
        """End the house, Slack and the loop."""
        self._runner.run(self._end())
        self._runner.close()

    def id_of(self, who: str) -> str:
        """Return their user id."""
        return self.hands(who).user.id

    def hands(self, who: str) -> Hands:
        """Return the hands of somebody, who is there from now on."""
        if who not in self._hands:
            user = self.slack.workspace(WORKSPACE).user(who, tz="UTC")
            self._names[user.id] = who
            self._hands[who] = Hands(user)
        return self._hands[who]

    def do(self, what: Awaitable[object]) -> list[Shown]:
        """Let something happen on Slack that is no line of a story; return what the core said to it."""
        self._shown.clear()
        self._runner.run(asyncio.wait_for(self._do(what), PATIENCE))
        return [json.loads(record_line(asdict(output))) for output in self._shown]

    async def _take(self, line: Line) -> None:
        if not self.house.stands:
            self._built_on = self._number
            await self._do(self.house.build())
        await self._do(self._verbs[line["do"]](line))

    async def _do(self, what: Awaitable[object]) -> None:
        """Let something happen and everything that follows from it, unless the house ends in the middle."""
        try:
            await self.house.while_it_stands(what)
            await self.slack.settled()
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
        await self.slack.moved()

    async def _restart(self, line: Line) -> None:
        del line
        if self._built_on != self._number:  # after a kill, this line has built the house already
            await self.house.stop()
            await self.house.build()

    async def _arm(self, line: Line) -> None:
        point: Point = line["at"]
        self._crash.arm(point)

    async def _let_in_or_out(self, line: Line) -> None:
        self._of(line)
        self.slack.faults.clear()
        if line["open"]:
            self.house.wake()
        else:
            self.slack.faults.fail("chat.postMessage", "error", times=1_000_000, error=SHUT)

    async def _end(self) -> None:
        await self.house.stop()
        await self.slack.__aexit__(None, None, None)

    def _of(self, line: Line) -> Hands:
        return self.hands(line["who"])

    def _name_of(self, account: Account) -> str:
        return self._names[account.user]


@contextmanager
def story_on_slack(data: Path, **how: Any) -> Iterator[tuple[Story, OnSlack]]:  # noqa: ANN401 - as OnSlack
    """Tell a story on Slack, on the data folder `data`, with Slack itself at hand; `how` as `OnSlack`."""
    slack = OnSlack(data, **how)
    try:
        yield Story(slack), slack
    finally:
        slack.close()


def _values(line: Line) -> list[str]:
    return list(line["values"]) if "values" in line else [line["value"]]
