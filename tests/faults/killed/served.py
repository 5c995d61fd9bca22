"""A life that is served as any process is, by `bot.app.serving`; people on its platform all write at once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from bot.app import serving
from bot.app.house import House
from bot.app.platform import Platform, Start
from bot.app.platforms import Kind
from bot.app.roles import ENGINE, Roles
from tests.faults.killed.life import STEP, Life, name_of, settings_of
from tests.faults.killed.platform import LANE, SURFACE, PipedChat

if TYPE_CHECKING:
    from adapters.web.server import Page

WRITERS = 4
"""People who write at once, each as soon as the last was saved."""


async def serve(life: Life) -> None:
    """Serve until it is told to leave."""
    pytest.MonkeyPatch().setattr(serving, "SystemClock", lambda: life.clock)  # a fork's own
    roles = _OneWay(runs=frozenset({ENGINE}), life=life)
    await serving.serve(settings_of(life.data, life.operator_set), roles)


@dataclass(frozen=True, kw_only=True)
class _OneWay(Roles):
    life: Life

    @property
    def platforms(self) -> tuple[Kind, ...]:
        return (_Way(surface=SURFACE, ways={}, libraries=(), life=self.life),)


@dataclass(frozen=True, kw_only=True)
class _Way(Kind):
    life: Life

    def connect(self, start: Start) -> Platform:
        return _Busy(life=self.life, house=start.house)


@dataclass(kw_only=True)
class _Busy:
    """A platform from which somebody writes at every moment."""

    life: Life
    house: House
    chat: PipedChat = field(init=False)
    pages: Sequence[Page] = ()
    _writing: list[asyncio.Task[None]] = field(default_factory=list)
    _has_ended: bool = False

    def __post_init__(self) -> None:
        self.chat = PipedChat(self.life.line, self.life.clock)

    async def open(self) -> None:
        """Take what was set."""

    async def begin(self, at: str) -> list[str]:
        """Let everybody write."""
        del at
        await self.life.finish(self.house)
        first = self.life.last_number + 1
        going = [self._let_time_pass(), *(self._write(first + nth) for nth in range(WRITERS))]
        self._writing = [asyncio.create_task(each) for each in going]
        self.life.line.tell("up")
        return []

    async def health(self) -> Mapping[str, object]:
        """Be well."""
        return {}

    async def end(self) -> None:
        """Take nothing more in; answer what was heard."""
        self._has_ended = True
        await asyncio.gather(*self._writing)

    async def close(self) -> None:
        """Let go of nothing."""

    async def _let_time_pass(self) -> None:
        """Go on only when all that was due has left: three hours of a window are over in no time here."""
        while not self._has_ended:
            await self.house.catch_up(LANE)
            await self.life.answer(self.house)
            self.life.clock.move_to(self.life.clock.now() + STEP)

    async def _write(self, number: int) -> None:
        while not self._has_ended:
            await self.life.write(self.house, name_of(number % self.life.people), number)
            number += WRITERS
