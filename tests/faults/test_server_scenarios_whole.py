"""Scenarios 1 to 15 before a house on PostgreSQL: every test of theirs that can be told there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.platform_told import whole
from tests.e2e.server_driver import on_server
from tests.e2e.sim_driver import staged
from tests.postgres.server import Server


@pytest.fixture(autouse=True)
def _staged(server: Server, made_databases: tuple[str, str]) -> Iterator[None]:
    with on_server(server, made_databases) as staging, staged(staging):
        yield


globals().update(whole("slack"))
