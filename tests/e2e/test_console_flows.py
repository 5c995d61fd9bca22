"""Scenarios 3 to 9 at the terminal: the real house on disk, closed and opened in the middle of things."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.e2e.disk import hits
from tests.e2e.test_console_scenarios import CANARY, terminal

HELLO = ("yes", "3", "n", "ok")
"""Arrive, with check-ins at half past twelve in Auckland, where it is Monday evening."""
PLAN = "open with the question"
MENDING = (
    "repair", "long", "someone I support", "no", "we expected different things", "pass",
    "an urge to explain, worry", "pass", "pass", "pass", "yes, some", "pass", "yes",
    "ask how they would like it to go next time",
)  # fmt: skip


async def test_a_strain_is_mended_and_comes_back(tmp_path: Path) -> None:
    """Closed at each question; the plan and its days are listed, and on its day nothing is said of it."""
    data = tmp_path / "data"
    async with terminal(data) as desk:
        await desk.enter(*HELLO, *MENDING[:3])
    for line in MENDING[3:]:
        async with terminal(data) as desk:
            await desk.enter("practise", "go on", line)
    async with terminal(data) as desk:
        await desk.enter("practise", "go on", "write", PLAN, "thursday")
    async with terminal(data) as desk:
        await desk.enter("practise", "in a week")
        listed = " ".join((await desk.enter("plans")).split())
        assert f"Your plans {PLAN} A working relationship that needs mending. Written: Today." in listed
        assert "State: planned. By: Thursday 8 January. Comes back: Monday 12 January." in listed
    async with terminal(data, datetime(2026, 1, 11, 23, 30, tzinfo=UTC)) as desk:
        assert "You asked me to bring something back today." in desk.stage.seen
        assert PLAN not in desk.stage.seen
        await desk.enter("open", "I tried it", "write", CANARY, ".")
        assert "No plan is open." in await desk.enter("plans")
        assert CANARY in await desk.enter("journal last")
    assert (hits(tmp_path, PLAN), hits(tmp_path, CANARY)) == ([], [])
