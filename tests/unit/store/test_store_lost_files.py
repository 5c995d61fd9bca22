"""The two files of a data folder belong together: the order of writes at a start, and what is refused."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.store import folder as data_folder
from adapters.store import migrate, sqlite
from adapters.store.keys import open_keys
from adapters.store.store import open_store
from adapters.vault import material
from adapters.vault.vault import is_untouched
from bot.app.bootstrap import Known, open_house, whats_known
from bot.app.cli.doctor import examine_all
from bot.app.settings import read_settings
from bot.errors import KeyBroken, KeyMissing, KeyProblem, KeyWrong, SchemaAhead
from bot.ports.chat import ChatPort
from bot.ports.faults import NoCrash
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock
from tests.content.known_files import know_files
from tests.made_once import know_library

CLOCK = ManualClock(datetime(2026, 1, 5, 8, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder without settings."""
    know_library(monkeypatch)
    know_files(monkeypatch)
    monkeypatch.chdir(tmp_path)
    for name in ("RESTSTOP_KEY", "RESTSTOP_KEY_FILE", "CREDENTIALS_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)


async def start(data: Path) -> int:
    """Open the house and close it again; return how many starts it was told of."""
    told: list[int] = []

    def chance(starts: int) -> SeededChance:
        told.append(starts)
        return SeededChance(f"{data}/{starts}")

    house = await open_house(
        read_settings(data=data),
        clock=CLOCK,
        chance=chance,
        engine=SteppingEngine(CLOCK),
        chats=dict[str, ChatPort](),
    )
    await house.stop()
    return told[0]


async def known(data: Path) -> Known:
    """Return what the main database says of the installation."""
    store = open_store(data, clock=CLOCK, crash_points=NoCrash())
    try:
        return await store.run(whats_known, writes=False)
    finally:
        store.close()


def untouched(data: Path) -> bool:
    """Whether nothing was ever sealed with the key store."""
    keys = open_keys(data, today=lambda: CLOCK.now().date())
    try:
        return is_untouched(keys)
    finally:
        keys.close()


def health_of_keys(data: Path) -> dict[str, str]:
    """Return what the doctor says of the keys, by health."""
    findings = examine_all(read_settings(data=data))
    return {each.health: each.words for each in findings if each.part == "keys"}


async def test_starts_are_counted_under_one_name(tmp_path: Path) -> None:
    """The name is drawn once; each start is told how many there were."""
    data = tmp_path / "data"
    assert [await start(data), (await known(data)).starts] == [0, 1]
    name = (await known(data)).tenant
    assert name
    assert [await start(data), (await known(data)).starts] == [1, 2]
    assert (await known(data)).tenant == name


async def test_a_lost_database_is_not_started_over(tmp_path: Path) -> None:
    """Keys without their database get no new name, however often it is tried; the file back, all is well."""
    data = tmp_path / "data"
    await start(data)
    before = await known(data)
    kept = (data / data_folder.MAIN).rename(tmp_path / "kept.db")
    for _ in range(2):
        with pytest.raises(KeyMissing, match="Put the file back"):
            await start(data)
        assert await known(data) == Known(tenant="", starts=0, has_people=False)
    assert "Put the file back" in (await asyncio.to_thread(health_of_keys, data))["fix"]
    kept.rename(data / data_folder.MAIN)
    assert await start(data) == before.starts
    assert (await known(data)).tenant == before.tenant


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda key: key.unlink(), KeyMissing),
        (lambda key: key.write_text("no key"), KeyBroken),
        (lambda key: key.write_text(material.render(material.create())), KeyWrong),
    ],
    ids=["missing", "broken", "another's"],
)
async def test_a_refused_start_is_not_counted(
    tmp_path: Path, spoil: Callable[[Path], object], problem: type[KeyProblem]
) -> None:
    """Nothing is written before the key was found fitting."""
    data = tmp_path / "data"
    await start(data)
    before = await known(data)
    spoil(data.with_name("data.key"))
    with pytest.raises(problem):
        await start(data)
    assert await known(data) == before


async def test_an_unfit_key_names_no_new_folder(tmp_path: Path) -> None:
    """On an untouched folder too the key comes first."""
    data = tmp_path / "data"
    key = data.with_name("data.key")
    key.touch(mode=0o600)
    with pytest.raises(KeyBroken):
        await start(data)
    assert await known(data) == Known(tenant="", starts=0, has_people=False)
    assert untouched(data)


async def test_a_start_cut_short_after_the_name_keeps_it(tmp_path: Path) -> None:
    """The key store is bound to a name that is on the disk by then: the next start goes on from there."""
    data = tmp_path / "data"
    migrate.upgrade(data)
    store = open_store(data, clock=CLOCK, crash_points=NoCrash())
    await store.run(lambda unit: unit.notes.put("house/tenant", "drawn before"))
    store.close()
    assert await start(data) == 0
    assert await known(data) == Known(tenant="drawn before", starts=1, has_people=False)
    assert not untouched(data)


def test_the_doctor_leaves_files_without_tables_alone(tmp_path: Path) -> None:
    """A first start that was cut short is no fault, and looking writes nothing."""
    data = tmp_path / "data"
    data_folder.make(data)
    files = [data / data_folder.MAIN, data / data_folder.KEYS]
    for file in files:
        file.touch(mode=0o600)
    assert "up to date" in health_of_keys(data)["note"]
    assert [file.read_bytes() for file in files] == [b"", b""]


def test_the_doctor_awaits_the_first_key(tmp_path: Path) -> None:
    """After `db upgrade` alone there is nothing to open, so no key is missing, and none is made."""
    data = tmp_path / "data"
    migrate.upgrade(data)
    assert health_of_keys(data) == {"note": f"the first start makes one at {tmp_path / 'data.key'}"}
    assert not (tmp_path / "data.key").exists()


def test_the_doctor_knows_a_newer_release(tmp_path: Path) -> None:
    """Its data is left as it is, with the sentence that a start has for it."""
    data = tmp_path / "data"
    migrate.upgrade(data)
    assert not migrate.is_behind(data)
    engine = sqlite.open_engine(data / data_folder.MAIN, connections=1, patience=1.0)
    with sqlite.for_writing(engine).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(SchemaAhead):
        migrate.is_behind(data)
    assert health_of_keys(data) == {"fix": SchemaAhead().sentence}
