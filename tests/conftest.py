"""What every test stands on: readable failures from the contract suites, and steady draws."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

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
