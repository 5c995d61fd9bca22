"""What every test stands on: readable failures from contract suites, steady draws, no other machine."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator, Iterator

import pytest
from hypothesis import settings

from tests.faults import report
from tests.in_memory import write_in_memory
from tests.parts import choice
from tests.tripwire import tripwire

pytest_plugins = ["tests.postgres.fixtures"]

write_in_memory()

pytest.register_assert_rewrite(
    "tests.contract.engine_contract",
    "tests.contract.keystore_contract",
    "tests.contract.leases_contract",
    "tests.contract.safe_contract",
    "tests.contract.store_contract",
    "tests.contract.surface_contract",
    "tests.contract.vault_contract",
)

settings.register_profile("quick", max_examples=6, deadline=None, derandomize=True)
settings.register_profile("gate", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("search", max_examples=500, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let somebody say which part of the tests is meant."""
    parser.addoption(
        choice.OPTION, choices=choice.PARTS, default="all", help="short: as make test; long: as make faults"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Try laws with as many examples as the part has, and keep the table of faults."""
    config.pluginmanager.register(report, "faults")
    profile = choice.PROFILES[config.getoption(choice.OPTION)]
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", profile))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while tests are gathered: all of it stays, and it would be looked through often."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run the part that was asked for."""
    chosen = choice.of_part(items, config.getoption(choice.OPTION))
    names = {item.nodeid for item in chosen}
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in names])
    items[:] = chosen


def pytest_collection_finish() -> None:
    """Leave ten thousand tests and all that was imported out of each later look for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _nobody_else_is_reached() -> Iterator[None]:
    """No test opens a line to another machine, nor looks for one: the last one of each worker would fail."""
    with tripwire() as reached:
        yield
    assert reached == []
