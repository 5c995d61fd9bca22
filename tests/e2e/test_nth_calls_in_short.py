"""F3 in short: some of the calls of tests/faults/test_f03_nth_call.py, each failing in its own way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.grounds import OnSqlite
from tests.faults.nth_call import ERRORS
from tests.faults.test_f03_nth_call import failing_at

CALLS = (3, 47, 110, 173, 239)


@pytest.mark.parametrize(("nth", "error"), [*zip(CALLS, ERRORS, strict=True)])
def test_a_call_that_fails_is_done_again_and_nothing_is_half_done(
    tmp_path: Path, nth: int, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    """One check-in a day, each entry once, who was erased is gone, and no handler broke."""
    assert failing_at(OnSqlite(data=tmp_path / "data"), nth, error, caplog)
