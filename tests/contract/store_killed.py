"""A process that ticks once in a data folder and ends by kill -9 at a place that is named to it.

`python -m tests.contract.store_killed FOLDER PLACE`: PLACE is how many statements to let pass, or
`commit` for just before COMMIT, or `after_commit`.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from sqlalchemy import event

from adapters.store import folder as data_folder
from adapters.store import sqlite
from adapters.store.store import store_over
from bot.ports.faults import Point
from bot.testing.time import ManualClock
from tests.contract.store_samples import NOW, tick


class KilledAt:
    """Dies at the named place."""

    def __init__(self, place: str) -> None:
        """Know the place."""
        self._place = place
        self._left = int(place) if place.isdigit() else -1

    def statement(self, *_: object) -> None:
        """Count a statement, and die before the one after the last that may pass."""
        if self._left == 0:
            die()
        self._left -= 1

    def passing(self, point: Point) -> None:
        """Die at a crash point."""
        if (point, self._place) in {("before_commit", "commit"), ("after_commit", "after_commit")}:
            die()


def die() -> NoReturn:
    """End as by kill -9."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def main(folder: Path, place: str) -> None:
    """Tick once, and die on the way."""
    killed = KilledAt(place)
    engine = sqlite.open_engine(folder / data_folder.MAIN, connections=1, patience=1.0)
    event.listen(engine, "before_cursor_execute", killed.statement)
    store = store_over(engine, clock=ManualClock(NOW), crash_points=killed)
    asyncio.run(store.run(tick))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
