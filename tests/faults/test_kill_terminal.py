"""kill -9 at any moment: no entry that was said to be saved is lost, and the database is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.killed import killed_after, see_that_nothing_is_lost

MOMENTS = range(600, 3_200, 100)
"""After how many bytes of output the process is killed: from the first card to the last entry."""


@pytest.mark.parametrize("size", MOMENTS)
def test_no_entry_that_was_said_to_be_saved_is_lost(tmp_path: Path, size: int) -> None:
    """What was read as "Saved privately." before the kill is there after it."""
    data = tmp_path / "data"
    see_that_nothing_is_lost(data, killed_after(data, size))
