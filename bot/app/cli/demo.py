"""`reststop demo`: a first week on a fast clock, in a folder that is thrown away."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import click

from adapters.console.app import ConsoleSurface
from adapters.console.talk import Look
from adapters.console.tones import Paper
from bot.app.bootstrap import open_house
from bot.app.cli.demo_story import MONDAY, WEEK, Scene
from bot.app.cli.demo_talk import PlayedTalk
from bot.app.cli.run import leave_when_told
from bot.app.cli.sim import story_settings
from bot.app.settings import terminal_look
from bot.domain.people import Account
from bot.ports.chat import ChatPort
from bot.services.routes import COMMANDS
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock

_WHO = Account(surface="console", workspace="demo", user="demo")
_ZONE = "UTC"
_SEED = "a first week"


@click.command()
@click.option("--fast", is_flag=True, help="Do not wait for anybody to read along.")
def demo(*, fast: bool) -> None:
    """Play a first week on a fast clock. Nothing of it is kept."""
    is_plain = terminal_look() is not Look.COLOURED or not sys.stdout.isatty()
    paper = Paper(sys.stdout, plain=is_plain)
    rest = _at_once if fast else asyncio.sleep
    with tempfile.TemporaryDirectory(prefix="reststop-demo-") as folder:
        try:
            asyncio.run(_play_until_told(Path(folder), paper, rest))
        except (asyncio.CancelledError, KeyboardInterrupt):  # whoever has seen enough has seen enough
            paper.end_line()


async def _play_until_told(folder: Path, paper: Paper, rest: Callable[[float], Awaitable[None]]) -> None:
    leave_when_told()
    await play(folder, WEEK, paper, rest)


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
    ids = SeededChance("events")
    chats["console"] = surface = ConsoleSurface(
        hear=house.hear,
        account=_WHO,
        talk=PlayedTalk(story, paper, engine, rest),
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
