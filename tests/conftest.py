"""What every test stands on: readable failures from contract suites, steady draws, no other machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.tripwire import tripwire

pytest.register_assert_rewrite(
    "tests.contract.engine_contract",
    "tests.contract.keystore_contract",
    "tests.contract.leases_contract",
    "tests.contract.store_contract",
    "tests.contract.surface_contract",
    "tests.contract.vault_contract",
)

settings.register_profile("gate", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("search", max_examples=500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


@pytest.fixture(scope="session", autouse=True)
def _nobody_else_is_reached() -> Iterator[None]:
    """No test opens a line to another machine, nor looks for one: the last one of each worker would fail."""
    with tripwire() as reached:
        yield
    assert reached == []
