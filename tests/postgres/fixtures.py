"""Fixtures of databases on a server: one server for a process, two fresh databases for a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from adapters.store.databases import ServerDatabases
from tests.postgres.server import Server, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Run a server for all tests of this process."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def made_databases(server: Server) -> tuple[str, str]:
    """Make both databases once, for others to be copies of; return their names."""
    main, keys = server.make(), server.make()
    ServerDatabases(server.at(main), server.at(keys)).upgrade()
    return main, keys


@pytest.fixture
def databases(server: Server, made_databases: tuple[str, str]) -> Iterator[ServerDatabases]:
    """Give both databases, up to date and without a row."""
    main, keys = (server.make(template) for template in made_databases)
    yield ServerDatabases(server.at(main), server.at(keys))
    server.drop(main)
    server.drop(keys)
