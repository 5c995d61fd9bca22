"""Scenarios 1 and 2 at the terminal: the real house on disk, a clock that is moved, a screen that is read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.app.bootstrap import open_house
from bot.app.settings import read_settings
from bot.domain.people import Account
from bot.ports.chat import ChatPort
from bot.services.routes import COMMANDS
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock
from tests.e2e.console_harness import ConsoleStage
from tests.e2e.disk import hits, rows

ME = Account(surface="console", workspace="local", user="me")
CANARY = "quietly yesterday seventeen lanterns drifted homeward"
MONDAY = datetime(2026, 1, 5, 8, tzinfo=UTC)


class Terminal:
    """One session in front of a real house."""

    def __init__(self, stage: ConsoleStage, engine: SteppingEngine) -> None:
        """Sit at `stage`, with `engine` to let time pass."""
        self.stage = stage
        self._engine = engine

    async def enter(self, *lines: str) -> str:
        """Type lines; return what the screen showed, with what came by itself."""
        shown = await self.stage.enter(*lines)
        before = len(self.stage.seen)
        await self._engine.settle()
        return shown + self.stage.seen[before:]

    async def until(self, at: datetime) -> str:
        """Let time pass; return what came by itself."""
        before = len(self.stage.seen)
        await self._engine.advance(at)
        return self.stage.seen[before:]


@asynccontextmanager
async def terminal(data: Path, at: datetime = MONDAY, **operator_set: str) -> AsyncIterator[Terminal]:
    """Open the house on a folder and sit down; leave and close it in the end."""
    clock = ManualClock(at)
    engine, chats = SteppingEngine(clock), dict[str, ChatPort]()
    house = await open_house(
        read_settings(data=data, operator="a test", **operator_set),
        clock=clock,
        chance=lambda starts: SeededChance(f"terminal/{starts}"),
        engine=engine,
        chats=chats,
    )
    stage = ConsoleStage(
        house.hear,
        account=ME,
        zone="Pacific/Auckland",
        words=tuple(COMMANDS),
        arrived=partial(house.catch_up, ME.lane),
    )
    chats["console"] = stage.surface
    await house.start()
    try:
        await stage.arrive()
        yield Terminal(stage, engine)
        await stage.leave()
    finally:
        await house.stop()


async def test_first_contact_at_the_terminal(tmp_path: Path) -> None:
    """Two lines to the first answer, the settings changed in one form and repeated exactly."""
    async with terminal(tmp_path / "data") as desk:
        consent = desk.stage.seen
        assert "[1] Yes   [2] No   [3] Read more   [h] Help now" in consent
        first = await desk.enter("1")
        assert len((consent + first).split()) <= 130
        await desk.enter("3", "n")
        assert "Weekdays 12:30, Pacific/Auckland, quiet 20:00 to 08:00" in desk.stage.seen
        shown = await desk.enter("2", "1", "08:30", "", "", "New Zealand")
    line = "Weekdays 08:30, Pacific/Auckland, quiet 20:00 to 08:00, help lines for New Zealand."
    assert line in shown
    assert "Next: Tomorrow at 08:30." in shown


async def test_a_no_at_the_terminal_keeps_nothing(tmp_path: Path) -> None:
    """No row about anybody; the next start asks as if for the first time."""
    data = tmp_path / "data"
    async with terminal(data) as desk:
        before = rows(data)
        await desk.enter("helpnow", "read more", "no")
        assert "Fine, nothing was kept." in desk.stage.seen
        assert rows(data) == before
    async with terminal(data) as desk:
        assert "[1] Yes" in desk.stage.seen


async def test_a_daily_check_in_at_the_terminal(tmp_path: Path) -> None:
    """It comes by itself at the hour; what is written is read back here, and nowhere on the disk."""
    data = tmp_path / "data"
    async with terminal(data) as desk:
        await desk.enter("yes", "3", "n", "2", "1", "08:30", "", "", "")
        assert await desk.until(datetime(2026, 1, 5, 19, 29, 59, tzinfo=UTC)) == ""
        letter = await desk.until(datetime(2026, 1, 5, 19, 30, tzinfo=UTC))
        assert "How much is in the tank?" in letter
        await desk.enter("some", "good")
        assert "[w] Write   [t] Not today   [h] Help now" in desk.stage.seen
        shown = await desk.enter("write", CANARY, ".")
        assert "Saved privately." in shown
        assert CANARY not in desk.stage.seen
        assert CANARY in await desk.enter("journal last")
        assert hits(tmp_path, CANARY) == []
    assert hits(tmp_path, CANARY) == []


async def test_what_waited_comes_first_at_the_next_start(tmp_path: Path) -> None:
    """Three days closed: one check-in, the latest, before anything else; then the greeting."""
    data = tmp_path / "data"
    async with terminal(data) as desk:
        await desk.enter("yes", "3", "n", "ok")
    async with terminal(data, datetime(2026, 1, 8, 12, tzinfo=UTC)) as desk:
        assert desk.stage.seen.count("How much is in the tank?") == 1
        assert "check-in:" not in desk.stage.seen
        for _ in range(3):  # two marks, and perhaps a question with answers to choose from
            if "check-in:" not in desk.stage.seen:
                await desk.enter("n")
        assert "Next check-in: Today at 12:30." in desk.stage.seen
