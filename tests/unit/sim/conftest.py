"""What the stories on the simulated world have in common."""

from __future__ import annotations

import pytest

from tests.made_once import make_once


@pytest.fixture(autouse=True)
def _made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What each house begins with is made once for all stories of this process."""
    make_once(monkeypatch)
