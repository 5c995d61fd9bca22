"""What a platform tells of a workspace is kept before it returns, or said not to be."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.domain.people import Account
from bot.errors import NotSaved
from bot.ports.chat import ChatPort
from bot.ports.faults import Point
from bot.surface.inbound import ActionPressed, CommandInvoked, SurfaceRemoved
from bot.surface.outcome import Show
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.faults import ArmedCrash
from bot.testing.time import ManualClock
from tests.made_once import know_library
from tests.unit.small_house import HOSTED, MONDAY, ScriptedChat, card_of, control, ref_of

ANA = Account(surface="chat", workspace="team", user="ana")
REMOVED = SurfaceRemoved(event_id="w1", surface="chat", workspace="team")


class Failing(ArmedCrash):
    """A database that fails, once, in some way of its own just before a COMMIT."""

    failure: Callable[[], Exception] | None = None

    def passing(self, point: Point) -> None:
        """Pass, or fail this once."""
        super().passing(point)
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure()


@pytest.fixture(autouse=True)
def _library(monkeypatch: pytest.MonkeyPatch) -> None:
    know_library(monkeypatch)


async def _opened(data: Path, clock: ManualClock, crash: Failing, engine: SteppingEngine) -> House:
    house = await open_house(
        story_settings(data),
        clock=clock,
        chance=lambda starts: SeededChance(str(starts)),
        engine=engine,
        chats=dict[str, ChatPort](chat=ScriptedChat(HOSTED)),
        crash=crash,
    )
    await house.start()
    first = await house.hear(CommandInvoked(event_id="1", account=ANA, text="start"))
    assert isinstance(first.first, Show)
    yes = control(card_of(first), "consent.yes")
    await house.hear(ActionPressed(event_id="2", account=ANA, ref=ref_of(yes), zone="UTC"))
    return house


async def test_what_could_not_be_kept_is_heard_when_it_is_delivered_again(tmp_path: Path) -> None:
    """It raises, so that the platform is not told that it was heard; thirty days count from the second."""
    clock, crash = ManualClock(MONDAY), Failing()
    engine = SteppingEngine(clock)
    house = await _opened(tmp_path / "data", clock, crash, engine)
    crash.failure = NotSaved
    with pytest.raises(NotSaved):
        await house.hear_of_workspace(REMOVED)
    await engine.advance(MONDAY + timedelta(days=1))
    await house.hear_of_workspace(REMOVED)
    await engine.advance(MONDAY + timedelta(days=2))
    await house.hear_of_workspace(REMOVED)
    await engine.advance(datetime(2026, 2, 5, 7, 59, tzinfo=UTC))
    assert await house.knows(ANA)
    await engine.advance(datetime(2026, 2, 5, 8, 1, tzinfo=UTC))
    assert not await house.knows(ANA)
    await house.stop()


async def test_a_fault_is_logged_by_its_type_and_not_asked_for_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Delivered again it would only happen again."""
    caplog.set_level(logging.DEBUG)
    clock, crash = ManualClock(MONDAY), Failing()
    house = await _opened(tmp_path / "data", clock, crash, SteppingEngine(clock))
    crash.failure = lambda: ValueError("whose")
    await house.hear_of_workspace(REMOVED)
    assert "ValueError" in caplog.text
    assert "whose" not in caplog.text
    await house.stop()
