"""`reststop demo`: a first week on a fast clock, in a folder that is thrown away."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import assert_never

import click

from adapters.console.app import ConsoleSurface
from adapters.console.chat import Paper, Signal
from adapters.console.limits import line_width
from adapters.console.render import Group
from adapters.console.text import PROMPT
from bot.app.bootstrap import open_house
from bot.app.cli.demo_story import MONDAY, WEEK, Passes, Scene, Types
from bot.app.cli.sim import story_settings
from bot.app.settings import prefers_plain
from bot.domain.people import Account
from bot.ports.chat import ChatPort
from bot.services.routes import COMMANDS
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock

_WHO = Account(surface="console", workspace="demo", user="demo")
_ZONE = "UTC"
_SEED = "a first week"

KEY, READ, NIGHT = 0.035, 1.4, 1.8
"""Seconds: for a key, for what was said, and for hours that go by."""


@click.command()
@click.option("--fast", is_flag=True, help="Do not wait for anybody to read along.")
def demo(*, fast: bool) -> None:
    """Play a first week on a fast clock. Nothing of it is kept."""
    paper = Paper(sys.stdout, plain=prefers_plain() or not sys.stdout.isatty())
    rest = _at_once if fast else asyncio.sleep
    with tempfile.TemporaryDirectory(prefix="reststop-demo-") as folder, suppress(KeyboardInterrupt):
        asyncio.run(play(Path(folder), WEEK, paper, rest))


async def play(
    folder: Path, story: Sequence[Scene], paper: Paper, rest: Callable[[float], Awaitable[None]]
) -> None:
    """Play `story` on the real house in `folder`; `rest` waits so many seconds for a reader."""
    clock, chats = ManualClock(MONDAY), dict[str, ChatPort]()
    engine = SteppingEngine(clock)
    house = await open_house(
        story_settings(folder / "data"),
        clock=clock,
        chance=lambda _starts: SeededChance(_SEED),
        engine=engine,
        chats=chats,
    )
    talk = PlayedTalk(story, paper, engine, rest)
    ids = SeededChance("events")
    chats["console"] = surface = ConsoleSurface(
        hear=house.hear,
        account=_WHO,
        talk=talk,
        new_id=lambda: ids.new_id().hex,
        arrived=lambda: house.catch_up(_WHO.lane),
        zone=_ZONE,
        words=COMMANDS,
        folder=folder,
    )
    try:
        await house.start()
        await surface.run()
    finally:
        await house.stop()


async def _at_once(seconds: float) -> None:
    del seconds


class PlayedTalk:
    """A talk in which a story types. It moves the clock where the story says that time goes by."""

    edits = False

    def __init__(
        self,
        story: Sequence[Scene],
        paper: Paper,
        engine: SteppingEngine,
        rest: Callable[[float], Awaitable[None]],
    ) -> None:
        """Begin before the first scene."""
        self._scenes = iter(story)
        self._paper = paper
        self._engine = engine
        self._rest = rest
        self._is_apart = False

    @property
    def width(self) -> int:
        """As wide as the terminal, within what reads well."""
        return line_width(shutil.get_terminal_size().columns)

    @contextmanager
    def session(self) -> Iterator[None]:
        """Nothing has to be held."""
        yield

    def show(self, groups: Sequence[Group]) -> None:
        """Print the groups."""
        self._paper.show(groups, is_apart=self._is_apart)
        self._is_apart = False

    async def command(self) -> str | Signal:
        """Let the story go on to the next line that is typed."""
        await self._engine.settle()
        for scene in self._scenes:
            match scene:
                case Passes(to=to):
                    await self._pass(to)
                case Types(text=text):
                    await self._type(text)
                    return text
                case _:
                    assert_never(scene)
        return Signal.END

    async def field(self) -> str | Signal:
        """The story types into a form as it does at the prompt."""
        return await self.command()

    async def text(self, standing: str) -> str | Signal:
        """The story types a page, and the dot that ends it."""
        del standing
        typed = await self.command()
        if typed is not Signal.END:
            self._paper.write(".\n")
        return typed

    async def _pass(self, to: datetime) -> None:
        await self._rest(READ)
        self._paper.aside(f"{to:%A}, {to:%H:%M}")
        self._is_apart = False
        await self._rest(NIGHT)
        await self._engine.advance(to)

    async def _type(self, text: str) -> None:
        await self._rest(READ)
        self._paper.write(PROMPT)
        for char in text:
            self._paper.write(char)
            await self._rest(KEY)
        self._paper.write("\n")
        self._is_apart = True
