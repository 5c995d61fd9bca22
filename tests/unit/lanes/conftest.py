"""Lanes and ticks are told on each ground: tables in memory, SQLite, and PostgreSQL with the lanes held."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.store.databases import FolderDatabases
from tests.made_once import upgrade_once
from tests.parts.choice import GROUND, GROUNDS
from tests.unit.standing import Ground, OnDatabases, RunAgain, standing_on


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tell each story of a house on each ground."""
    if inspect.iscoroutinefunction(metafunc.function):
        metafunc.parametrize(GROUND, GROUNDS, indirect=True)


@pytest.fixture(autouse=True)
def ground(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """Stand on the ground that is named."""
    with standing_on(_named(getattr(request, "param", "memory"), request, tmp_path)):
        yield


def _named(name: str, request: pytest.FixtureRequest, folder: Path) -> Ground:
    match name:
        case "sqlite":
            upgrade_once(folder)
            return OnDatabases(FolderDatabases(folder))
        case "postgres":
            return OnDatabases(request.getfixturevalue("databases"))
        case "again":
            return RunAgain()
        case _:
            return Ground()
