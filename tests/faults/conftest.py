"""What the long stories have in common."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.grounds import Folders, Land, OnServer
from tests.made_once import make_once


@pytest.fixture(autouse=True)
def _made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What each house begins with is made once for all stories of this process."""
    make_once(monkeypatch)


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def land(request: pytest.FixtureRequest) -> Iterator[Land]:
    """Give each kind of database; a server is only started where one is needed."""
    if request.param == "SQLite":
        yield Folders()
        return
    found = OnServer(request.getfixturevalue("server"), request.getfixturevalue("made_databases"))
    try:
        yield found
    finally:
        found.clear()
