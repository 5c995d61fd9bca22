"""What every test stands on: readable failures from contract suites, steady draws, no other machine."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import one_surface
from tests.in_memory import write_in_memory
from tests.tripwire import tripwire

write_in_memory()

pytest.register_assert_rewrite(
    "tests.contract.engine_contract",
    "tests.contract.keystore_contract",
    "tests.contract.leases_contract",
    "tests.contract.store_contract",
    "tests.contract.surface_contract",
    "tests.contract.vault_contract",
)

settings.register_profile("gate", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("search", max_examples=500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

_STORIES = Path(__file__).parent / "e2e"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let somebody say of which surfaces the stories are told."""
    parser.addoption(
        one_surface.OPTION,
        choices=one_surface.CHOICES,
        default="all",
        help="of which surfaces each story is told (make test: one, make faults: the others)",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tell the stories of the surfaces that were asked for."""
    stories = [item for item in items if item.path.is_relative_to(_STORIES)]
    untold = one_surface.untold(one_surface.surfaces_of(stories), config.getoption(one_surface.OPTION))
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid in untold])
    items[:] = [item for item in items if item.nodeid not in untold]


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
