"""A talk in which a story types: key by key for whoever reads along."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import assert_never

from adapters.console.limits import PICTURE_NARROWEST, line_width
from adapters.console.talk import DOT, Signal
from adapters.console.text import PROMPT
from adapters.console.tones import Group, Paper
from bot.app.cli.demo_story import Notes, Passes, Scene, Types
from bot.testing.engine import SteppingEngine

KEY, LOOK, WORD, LONGEST, NIGHT = 0.045, 0.7, 0.16, 4.5, 1.6
"""Seconds: for a key, to look up, for a word that was said, for as much as is read, for hours that go by."""


class PlayedTalk:
    """Types what its story says, and moves the clock where time goes by. At the story's end it leaves."""

    edits = False

    def __init__(
        self,
        story: Sequence[Scene],
        paper: Paper,
        engine: SteppingEngine,
        rest: Callable[[float], Awaitable[None]],
    ) -> None:
        """Begin before the first scene."""
        self._scenes = deque(story)
        self._paper = paper
        self._engine = engine
        self._rest = rest
        self._is_apart = False
        self._unread = 0

    @property
    def width(self) -> int:
        """As wide as the terminal, within what reads well."""
        return line_width(shutil.get_terminal_size().columns)

    @property
    def draws(self) -> bool:
        """As the paper does, where the terminal is wide enough."""
        return self._paper.draws and shutil.get_terminal_size().columns >= PICTURE_NARROWEST

    @contextmanager
    def session(self) -> Iterator[None]:
        """Say what stands before the first card; nothing has to be held."""
        while self._scenes and isinstance(note := self._scenes[0], Notes):
            self._scenes.popleft()
            self._aside(note.text)
        yield

    def show(self, groups: Sequence[Group]) -> None:
        """Print the groups."""
        if groups:
            self._paper.show(groups, is_apart=self._is_apart)
            self._is_apart = False
            self._unread += sum(len(line.text.split()) for group in groups for line in group)

    async def command(self) -> str | Signal:
        """Let the story go on to the next line that is typed."""
        await self._engine.settle()
        while self._scenes:
            match scene := self._scenes.popleft():
                case Passes(to=to):
                    await self._pass(to)
                case Notes(text=words):
                    await self._read()
                    self._aside(words)
                case Types(text=typed):
                    await self._type(typed)
                    return typed
                case _:
                    assert_never(scene)
        return Signal.END

    async def field(self, standing: str = "") -> str | Signal:
        """The story types into a form as it does at the prompt."""
        del standing
        return await self.command()

    async def text(self, standing: str) -> str | Signal:
        """The story types a page, and the dot that ends it."""
        del standing
        typed = await self.command()
        if not isinstance(typed, Signal):
            await self._rest(LOOK)
            self._paper.write(f"{DOT}\n")
        return typed

    async def _pass(self, to: datetime) -> None:
        await self._read()
        self._aside(f"{to:%A}, {to:%H:%M}")
        await self._rest(NIGHT)
        await self._engine.advance(to)

    async def _type(self, typed: str) -> None:
        self._paper.write(PROMPT if self._is_apart or self._unread else f"\n{PROMPT}")
        await self._read()
        for char in typed:
            self._paper.write(char)
            await self._rest(KEY)
        self._paper.write("\n")
        self._is_apart = True

    async def _read(self) -> None:
        await self._rest(min(LOOK + WORD * self._unread, LONGEST))
        self._unread = 0

    def _aside(self, words: str) -> None:
        self._paper.aside(words)
        self._is_apart = False
