"""The store on SQLite keeps the contract of the port."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.store.store import SqlStore
from adapters.store.store import open_store as open_sql_store
from bot.testing.faults import ArmedCrash
from bot.testing.time import ManualClock
from tests.contract.store_contract import StoreContract
from tests.contract.store_samples import OpenStore
from tests.made_once import upgrade_once


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one folder for all tests to copy."""
    folder = tmp_path_factory.mktemp("store") / "empty"
    upgrade_once(folder)
    return folder


class TestSqlStore(StoreContract):
    """The contract over one data folder."""

    @pytest.fixture
    def open_store(
        self, tmp_path: Path, empty_folder: Path, clock: ManualClock, crash: ArmedCrash
    ) -> Iterator[OpenStore]:
        """Open stores in one folder."""
        folder = shutil.copytree(empty_folder, tmp_path / "data")
        opened: list[SqlStore] = []

        def open_one() -> SqlStore:
            opened.append(open_sql_store(folder, clock=clock, crash_points=crash))
            return opened[-1]

        yield open_one
        for each in opened:
            each.close()
