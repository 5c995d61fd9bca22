"""kill -9 while arriving and while writing: `make faults` tries many more moments."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.killed import killed_after, see_that_nothing_is_lost


@pytest.mark.parametrize("size", [800, 1_600])
def test_a_killed_session_loses_nothing_that_it_said_was_saved(tmp_path: Path, size: int) -> None:
    """The next start opens by itself, with every acknowledged entry."""
    data = tmp_path / "data"
    see_that_nothing_is_lost(data, killed_after(data, size))
