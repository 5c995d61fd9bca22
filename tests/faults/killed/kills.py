"""A process that forks a house off again and again and kills it; `python -m tests.faults.killed.kills ORDER`.

It has imported everything and has no thread, so that a life costs its own start and nothing else. What stands
in the end is written as one JSON object.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import select
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from bot.app.library import Folders, library_folder
from tests.faults.killed.life import LAST_STEPS, START, Life
from tests.faults.killed.platform import Kind, Known, Line, SharedClock
from tests.faults.killed.served import serve
from tests.json_types import Json
from tests.made_once import load_once, make_once

LONGEST = 40.0
"""Seconds that a life may take that is not killed."""
REHEARSED = 6
"""Steps of a life, in which all that it does has come once."""
_Lives = Callable[[Life], Coroutine[None, None, None]]
_UP = 3.0
"""A life is killed within so many times as long as a start takes, counted from its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be done: so many kills, by a seed, on a data folder."""

    data: str
    operator_set: Json
    seed: int
    kills: int
    kind: str
    people: int
    told: bool = False
    """Whether they are no kills but a word to leave, to a house that serves under load."""


class Parent:
    """What outlives every house: the platform, the clock, and what people were told."""

    def __init__(self, order: Order) -> None:
        """Begin before the first life."""
        self._order = order
        self._clock = SharedClock(START)
        self._chance = random.Random(order.seed)  # noqa: S311 - drawn again by its seed
        self._reader, self._writer = os.pipe()
        self._known = Known(kind=Kind(order.kind))
        self._rest = b""
        self._in_flight = 0
        self._leavings: list[float] = []
        """Seconds from the word to the end, of each."""

    def run(self) -> Json:
        """Let all lives be lived; return what stands."""
        self._live(lambda life: life.settle(), None)
        began = time.monotonic()
        self._live(lambda life: life.go_on(steps=0), None)
        start = time.monotonic() - began
        for _ in range(self._order.kills):
            moment = self._chance.uniform(0, _UP * start)
            if self._order.told:
                self._serve(moment)
            else:
                self._live(lambda life: life.go_on(), moment)
        killed = self._known.starts
        self._live(lambda life: life.go_on(steps=LAST_STEPS), None)
        known = asdict(self._known)
        shown = {
            who: [(key, at.isoformat()) for key, at in messages]
            for who, messages in self._known.shown.items()
        }
        return known | {
            "shown": shown,
            "in_flight": self._in_flight,
            "leavings": self._leavings,
            "lived": killed,
            "ended_at": self._clock.now().isoformat(),
        }

    def _live(self, lives: _Lives, dies_after: float | None) -> None:
        self._known.on_the_way = 0
        child = os.fork()
        if child == 0:
            self._be(lives)
        status = self._watch(child, dies_after)
        self._hear()
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL and dies_after is not None:
            self._in_flight += self._known.on_the_way > 0
        elif status:
            raise SystemExit(
                f"a life ended with {os.waitstatus_to_exitcode(status)}, seed {self._order.seed}"
            )

    def _serve(self, moment: float) -> None:
        """Let it serve, and be told to leave so long after everybody was let in.

        Raises:
            SystemExit: it did not end well.
        """
        before = self._known.starts
        child = os.fork()
        if child == 0:
            self._be(serve)
        began = time.monotonic()
        while self._known.starts == before and time.monotonic() < began + LONGEST:
            self._hear(0.05)
        self._hear_until(time.monotonic() + moment)
        told_at = time.monotonic()
        os.kill(child, signal.SIGTERM)
        status = self._watch(child, LONGEST)
        self._leavings.append(time.monotonic() - told_at)
        self._hear()
        if status:
            raise SystemExit(f"it left with {os.waitstatus_to_exitcode(status)}, seed {self._order.seed}")

    def _hear_until(self, instant: float) -> None:
        while (left := instant - time.monotonic()) > 0:
            self._hear(left)

    def _be(self, lives: _Lives) -> None:
        life = Life(
            data=Path(self._order.data),
            operator_set=self._order.operator_set,
            people=self._order.people,
            line=Line(self._writer, self._known),
            clock=self._clock,
        )
        try:
            asyncio.run(lives(life))
        except BaseException:  # noqa: BLE001 - whatever it is, no fork goes on as the parent
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)

    def _watch(self, child: int, dies_after: float | None) -> int:
        """Hear what it says until it ends or is killed; return its status."""
        ends_at = time.monotonic() + (LONGEST if dies_after is None else dies_after)
        handle = os.pidfd_open(child)
        try:
            while (left := ends_at - time.monotonic()) > 0:
                ready, _, _ = select.select([self._reader, handle], [], [], left)
                if self._reader in ready:
                    self._take()
                elif handle in ready:
                    break
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            return os.waitpid(child, 0)[1]
        finally:
            os.close(handle)

    def _hear(self, within: float = 0) -> None:
        """Take up all that is written; wait so long for the first of it."""
        while select.select([self._reader], [], [], within)[0]:
            self._take()
            within = 0

    def _take(self) -> None:
        *lines, self._rest = (self._rest + os.read(self._reader, 1 << 16)).split(b"\n")
        for line in lines:
            self._known.note(json.loads(line))


def main() -> None:
    """Do what is ordered, and write what stands."""
    order = Order(**json.loads(sys.argv[1]))
    make_once(pytest.MonkeyPatch())
    load_once(Folders(library_folder()))
    _rehearse()
    gc.collect()
    gc.freeze()
    json.dump(Parent(order).run(), sys.stdout)


def _rehearse() -> None:
    """Live once here, on a folder that is removed: what is imported and compiled then, no fork does again."""
    reader, writer = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        line = Line(writer, Known(kind=Kind.HISTORY))
        clock = SharedClock(START)
        life = Life(data=Path(folder) / "data", operator_set={}, people=2, line=line, clock=clock)
        asyncio.run(life.settle())
        asyncio.run(life.go_on(steps=REHEARSED))
    os.close(reader)
    os.close(writer)
    if threading.active_count() > 1:
        raise RuntimeError("a fork has one thread, whatever held the others' locks")


if __name__ == "__main__":
    main()
