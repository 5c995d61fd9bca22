"""A house that runs looks after its keys: once a day, without anybody asking."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.ports.chat import ChatPort
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock
from tests.made_once import know_library

BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _library(monkeypatch: pytest.MonkeyPatch) -> None:
    know_library(monkeypatch)


def keks(data: Path) -> list[str]:
    """Return the names of the keys in the key file, the current one last."""
    return re.findall(r"^kek (\S+)", data.with_name("data.key").read_text(), re.MULTILINE)


async def opened(data: Path, engine: SteppingEngine, clock: ManualClock, every: int | None) -> House:
    """Open a house that rotates its keys so often, and let it begin."""
    house = await open_house(
        story_settings(data).model_copy(update={"rotate_every": every}),
        clock=clock,
        chance=lambda starts: SeededChance(str(starts)),
        engine=engine,
        chats=dict[str, ChatPort](),
    )
    await house.start()
    return house


async def test_a_house_rotates_its_keys_while_it_runs(tmp_path: Path) -> None:
    """After so many days a new one takes over, and a fortnight later the old one is gone."""
    data, clock = tmp_path / "data", ManualClock(BEGIN)
    engine = SteppingEngine(clock)
    house = await opened(data, engine, clock, 20)
    [first] = keks(data)
    await engine.advance(BEGIN + timedelta(days=19))
    assert keks(data) == [first]
    await engine.advance(BEGIN + timedelta(days=21))
    [still, second] = keks(data)
    assert still == first
    await engine.advance(BEGIN + timedelta(days=36))
    assert keks(data) == [second]
    await house.stop()


async def test_a_house_that_was_not_asked_to_keeps_its_key(tmp_path: Path) -> None:
    """Rotation is a choice: on a laptop without copies of the key it is one more thing to lose."""
    data, clock = tmp_path / "data", ManualClock(BEGIN)
    engine = SteppingEngine(clock)
    house = await opened(data, engine, clock, None)
    before = data.with_name("data.key").read_bytes()
    await engine.advance(BEGIN + timedelta(days=100))
    assert data.with_name("data.key").read_bytes() == before
    await house.stop()


async def test_keys_that_cannot_be_seen_to_stop_no_house(tmp_path: Path) -> None:
    """A key file that cannot be replaced is logged and tried again; check-ins go on."""
    data, clock = tmp_path / "data", ManualClock(BEGIN)
    engine = SteppingEngine(clock)
    house = await opened(data, engine, clock, 1)
    blocked = data.with_name("data.key.new")
    blocked.mkdir()
    [first] = keks(data)
    await engine.advance(BEGIN + timedelta(days=3))
    assert keks(data) == [first]
    blocked.rmdir()
    await engine.advance(BEGIN + timedelta(days=5))
    assert len(keks(data)) > 1
    await house.stop()
