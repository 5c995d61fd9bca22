"""F16: kill -9 twenty times in the middle of `keys rotate`, with ten thousand people and traffic: all opens.

On SQLite and on PostgreSQL. SEED=n draws other moments; a failure names the seed that it came of.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from adapters.store import folder
from adapters.store.databases import Databases
from adapters.vault.providers import find_material
from adapters.vault.rotation import KeyCare
from adapters.vault.vault import SealingVault, open_vault
from bot.app.bootstrap import key_places, open_house, whats_known
from bot.app.cli.sim import story_settings
from bot.app.databases import databases_of
from bot.app.settings import Settings
from bot.ports.chat import ChatPort
from bot.ports.faults import NoCrash
from bot.ports.keys import KeyStore
from bot.ports.vault import Secret
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock
from tests.e2e.shell import command
from tests.e2e.terminal import start
from tests.faults.report import Table
from tests.postgres.server import Server
from tests.unit.keys.rewrapping import DAY, Traffic, crowd, put_keys, unreadable

KILLS = int(os.environ.get("KILLS", "20"))
PEOPLE = int(os.environ.get("PEOPLE", "10000"))
SEED = int(os.environ.get("SEED", "16"))
CPU_SECONDS = 2.0
BATCHES = PEOPLE // 500


@dataclass(frozen=True)
class Ground:
    """A house on one kind of database."""

    settings: Settings
    told: dict[str, str]
    """What a command is told of it by the environment."""

    @property
    def databases(self) -> Databases:
        """Where its data are."""
        return databases_of(self.settings)

    def vault(self, keystore: KeyStore) -> SealingVault:
        """Open its vault, as one more process does."""
        with closing(self.databases.open_store(clock=ManualClock(_at()), crash_points=NoCrash())) as store:
            known = asyncio.run(store.run(whats_known, writes=False))
        look = partial(find_material, key_places(self.settings), may_create=False)
        return open_vault(look(), keystore, known.tenant, reread=look)


def _at() -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, 8, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgres"])
def ground(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ground]:
    """Give a house that has begun, and ten thousand people's keys in it."""
    settings = story_settings(tmp_path / "data")
    told, address, made = dict[str, str](), f"sqlite:///{settings.data / folder.KEYS}", list[str]()
    if request.param == "postgres":
        server: Server = request.getfixturevalue("server")
        main, keys = made = [server.make(), server.make()]
        address = server.at(keys)
        told = {
            "RESTSTOP_DATABASE_URL": server.at(main),
            "RESTSTOP_KEYS_DATABASE_URL": address,
            "RESTSTOP_KEY_SHARED": "1",
        }
        on_server = {"database_url": Secret(server.at(main)), "keys_database_url": Secret(address)}
        settings = settings.model_copy(update=on_server)
        databases_of(settings).upgrade()
    asyncio.run(_begin(settings))
    put_keys(address, find_material(key_places(settings), may_create=False), crowd(PEOPLE))
    yield Ground(settings=settings, told=told)
    for name in made:
        server.drop(name)


async def _begin(settings: Settings) -> None:
    clock = ManualClock(_at())
    house = await open_house(
        settings,
        clock=clock,
        chance=lambda starts: SeededChance(str(starts)),
        engine=SteppingEngine(clock),
        chats=dict[str, ChatPort](),
    )
    await house.stop()


def test_f16_all_can_be_read_after_each_of_twenty_kills(
    ground: Ground, table: Table, request: pytest.FixtureRequest
) -> None:
    """By the key file as it stands then; who is there meanwhile is never told anything that is not so."""
    kind = request.node.callspec.params["ground"]
    draw = random.Random(SEED)  # noqa: S311 - draws when, no secret
    with ExitStack() as opened:
        keystore = opened.enter_context(closing(ground.databases.open_keys(today=lambda: DAY)))
        ours = opened.enter_context(closing(ground.databases.open_keys(today=lambda: DAY)))
        traffic = Traffic(vault=ground.vault(ours), people=crowd(PEOPLE), seed=SEED)
        traffic.begin()
        lost = killed = 0
        with traffic.flowing():
            for _ in range(KILLS):
                killed += kill_a_rotation(ground, draw.randrange(BATCHES))
                lost += unreadable(keystore, find_material(key_places(ground.settings), may_create=False))
        took = seconds_of_a_rotation(ground, keystore)
        lost += unreadable(keystore, find_material(key_places(ground.settings), may_create=False))
        traffic.see_that_all_can_be_read(ground.vault(keystore))
        left = len(keystore.kek_ids())
    acts = ", ".join(f"{count:,} {name}" for name, count in sorted(traffic.acts.items()))
    table.record("F16", f"{kind}: keys unreadable, {KILLS} kills of {PEOPLE:,} people", lost, 0, lost == 0)
    failed = traffic.failures.total()
    table.record("F16", f"{kind}: failures meanwhile ({acts})", failed, 0, not failed)
    is_quick = took <= CPU_SECONDS
    table.record(
        "F16", f"{kind}: one rotation, s CPU of its process (A8)", took, f"<= {CPU_SECONDS:g}", is_quick
    )
    assert (lost, dict(traffic.failures), left, killed) == (0, {}, 1, KILLS), f"SEED={SEED}"
    assert is_quick


def kill_a_rotation(ground: Ground, batches: int) -> bool:
    """Begin one in a process of its own, and kill it after so many batches; whether it was still at work.

    After none: as soon as the new key file has taken its place.
    """
    before = ground.settings.key_path.read_bytes()
    with start(ground.settings.data, "keys", "rotate", more=ground.told) as process:
        assert process.stderr is not None
        for _ in range(batches):
            process.stderr.readline()
        while not batches and ground.settings.key_path.read_bytes() == before:
            assert process.returncode is None
        process.kill()
        return process.wait(60) == -9


def seconds_of_a_rotation(ground: Ground, keystore: KeyStore) -> float:
    """Let one go through; return the seconds of CPU that it took in this process, with the rest at peace."""
    care = KeyCare(key_places(ground.settings), keystore, ground.vault(keystore).ring, today=lambda: DAY)
    care.settle()
    began = time.process_time()
    care.rotate()
    return time.process_time() - began


def test_f16_a_rotation_by_hand_goes_on_where_a_kill_left_it(ground: Ground) -> None:
    """The next one ends under one key; on a server it is asked whether all read this one file."""
    kill_a_rotation(ground, BATCHES // 2)
    if ground.databases.is_shared:
        alone = ground.told | {"RESTSTOP_KEY_SHARED": "0"}
        before = ground.settings.key_path.read_bytes()
        refused = command(ground.settings.data, "keys", "rotate", typed=b"", **alone)
        assert (refused.returncode, ground.settings.key_path.read_bytes()) == (3, before)
        printed = command(ground.settings.data, "keys", "rotate", "--print", typed=b"", **alone)
        assert printed.stdout.decode().count("\nkek ") == before.decode().count("\nkek ") + 1
    done = command(ground.settings.data, "keys", "rotate", typed=b"", **ground.told)
    assert done.returncode == 0
    with closing(ground.databases.open_keys(today=lambda: DAY)) as keystore:
        assert len(keystore.kek_ids()) == 1
