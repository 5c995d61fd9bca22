"""What the long stories have in common."""

from __future__ import annotations

import pytest

from tests.e2e.library_once import read_once


@pytest.fixture(autouse=True)
def _library_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own library is read once for all stories of this process."""
    read_once(monkeypatch)
