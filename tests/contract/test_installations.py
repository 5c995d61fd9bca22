"""Installations keep their contract, sealed in a real house and in memory; what is cut off is finished."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.store import folder
from adapters.store.keys import open_keys
from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.app.upkeep.key_tidying import tidy_keys
from bot.errors import KeyMissing
from bot.ports.chat import ChatPort
from bot.ports.installations import Installations
from bot.ports.vault import Secret
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.installations import HeldInstallations
from bot.testing.time import ManualClock
from tests.contract.installations_contract import FIRST, SECOND, InstallationsContract
from tests.made_once import make_once

BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)


class World:
    """A data folder, and houses that stand on it one after another."""

    def __init__(self, data: Path) -> None:
        """Begin with no house."""
        self.data = data
        self.clock = ManualClock(BEGIN)
        self.crash = ArmedCrash()
        self.house: House | None = None

    async def open(self) -> House:
        """Leave the house that stands as a kill would, and start the next."""
        self.leave()
        engine = SteppingEngine(self.clock)
        self.house = await open_house(
            story_settings(self.data),
            clock=self.clock,
            chance=lambda starts: SeededChance(str(starts)),
            engine=engine,
            chats=dict[str, ChatPort](),
            crash=self.crash,
        )
        await self.house.start()
        return self.house

    def leave(self) -> None:
        """Close the files of the house that stands, if one does."""
        if self.house is not None:
            self.house.abandon()
            self.house = None

    def keys(self) -> int:
        """Return how many keys there are."""
        with closing(open_keys(self.data, today=self.clock.now().date)) as keys:
            return keys.count()


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """Give an empty data folder."""
    make_once(monkeypatch)
    world = World(tmp_path / "data")
    yield world
    world.leave()


class TestSealedInstallations(InstallationsContract):
    """The contract in a real house: SQLite, real keys."""

    @pytest.fixture
    async def installations(self, world: World) -> Installations:
        """Open a house."""
        return (await world.open()).installations


class TestHeldInstallations(InstallationsContract):
    """The contract in memory."""

    @pytest.fixture
    def installations(self) -> Installations:
        """Begin with none."""
        return HeldInstallations()


async def test_a_token_outlives_a_restart(world: World) -> None:
    """It is what a workspace is spoken to with next week, when keys that nobody holds have gone."""
    house = await world.open()
    await house.installations.save("slack", "T1", FIRST)
    await tidy_keys(house._desk, house._keystore)  # noqa: SLF001 - what the first tick of a day does
    world.clock.move_to(BEGIN + timedelta(days=7))
    await tidy_keys(house._desk, house._keystore)  # noqa: SLF001 - as above
    assert await (await world.open()).installations.find("slack", "T1") == FIRST
    assert world.keys() == 1


async def test_a_token_stands_nowhere_in_the_clear(world: World) -> None:
    """Not in a database, not in its log, not in the file of keys; nor does the workspace."""
    house = await world.open()
    await house.installations.save("slack", "T0WORKSPACE", Secret("a token nobody may read"))
    read = {path.name: path.read_bytes() for path in world.data.iterdir() if path.is_file()}
    assert {folder.MAIN, folder.KEYS} <= read.keys()
    found = [name for name, data in read.items() if b"nobody may read" in data or b"T0WORKSPACE" in data]
    assert found == []
    assert "nobody" not in repr(await house.installations.find("slack", "T0WORKSPACE"))


async def test_an_ended_installation_leaves_no_key(world: World) -> None:
    """A backup of the database opens nothing of it any more."""
    house = await world.open()
    await house.installations.save("slack", "T1", FIRST)
    await house.installations.end("slack", "T1")
    assert world.keys() == 0
    await house.installations.save("slack", "T1", SECOND)
    assert world.keys() == 1


async def test_an_ending_that_was_cut_off_is_finished_at_the_next_start(world: World) -> None:
    """The key went, the row did not: nothing is found already, and then nothing is there."""
    house = await world.open()
    await house.installations.save("slack", "T1", FIRST)
    await house.installations.save("slack", "T2", SECOND)
    world.crash.arm("before_commit")
    with pytest.raises(Killed):
        await house.installations.end("slack", "T1")
    assert world.keys() == 1
    assert await house.installations.find("slack", "T1") is None
    house = await world.open()
    assert await rows(house) == 1
    assert await house.installations.find("slack", "T2") == SECOND


async def test_a_workspace_can_come_back_over_an_ending_that_was_cut_off(world: World) -> None:
    """The row without a key makes way for a new one, before anybody has tidied."""
    house = await world.open()
    await house.installations.save("slack", "T1", FIRST)
    world.crash.arm("before_commit")
    with pytest.raises(Killed):
        await house.installations.end("slack", "T1")
    await house.installations.save("slack", "T1", SECOND)
    assert await house.installations.find("slack", "T1") == SECOND
    assert (await rows(house), world.keys()) == (1, 1)


@pytest.mark.parametrize(("later", "left"), [(timedelta(hours=3), 1), (timedelta(days=2), 0)])
async def test_a_saving_that_was_cut_off_leaves_no_key_for_long(
    world: World, later: timedelta, left: int
) -> None:
    """A key without a row may be somebody's who is in the middle of it; after a day it is nobody's."""
    house = await world.open()
    world.crash.arm("before_commit")
    with pytest.raises(Killed):
        await house.installations.save("slack", "T1", FIRST)
    assert world.keys() == 1
    world.clock.move_to(BEGIN + later)
    await world.open()
    assert world.keys() == left


async def test_a_lost_key_is_not_taken_for_a_removal(world: World) -> None:
    """What nobody destroyed may come back with the right file: the row stays, the house does not open."""
    await (await world.open()).installations.save("slack", "T1", FIRST)
    world.leave()
    with closing(open_keys(world.data, today=world.clock.now().date)) as keys:
        keys.keep_only(frozenset(), with_=bytes(48))
    with pytest.raises(KeyMissing):
        await world.open()


async def rows(house: House) -> int:
    """Return how many installations have a row."""
    return await house._desk.store.run(lambda unit: unit.installations.count(), writes=False)  # noqa: SLF001 - the rows
