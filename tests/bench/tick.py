"""A tick over everybody who is due at one instant, beside the same writes in raw SQL."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

from bot.services.delivery import agenda
from bot.services.desk import Desk
from bot.testing.time import ManualClock
from tests.bench.crowd import DUE, day, desk_over, make_crowd, micros, raw
from tests.bench.harness import Figure, compare

TARGET = 1.6


def figures() -> Iterator[Figure]:
    """Compare ten thousand and a hundred thousand due."""
    yield _figure(10_000)
    yield _figure(100_000)


def _figure(people: int) -> Figure:
    with tempfile.TemporaryDirectory() as home, asyncio.Runner() as runner:
        ours, theirs = Path(home) / "ours", Path(home) / "theirs"
        make_crowd(ours, people)
        make_crowd(theirs, people)
        database = raw(theirs)
        mine, floor = count(), count()

        def tick(desk: Desk, clock: ManualClock) -> None:
            clock.move_to(DUE + timedelta(days=next(mine)))
            runner.run(agenda.tick(desk))

        def by_hand() -> None:
            number = next(floor)
            now, then = micros(DUE + timedelta(days=number)), micros(DUE + timedelta(days=number + 1))
            database.execute("BEGIN IMMEDIATE")
            database.execute(
                "INSERT INTO deliveries (agenda, slot_on, slot, owner, lane, due_at, state, tries)"
                " SELECT id, slot_on, slot, owner, lane, due_at, 'planned', 0 FROM agenda"
                " WHERE kind = 'checkin' AND due_at <= ?",
                (now,),
            )
            database.execute(
                "UPDATE agenda SET slot_on = ?, due_at = ? WHERE kind = 'checkin' AND due_at <= ?",
                (day(number + 1).toordinal(), then, now),
            )
            database.execute("COMMIT")

        try:
            with desk_over(ours) as (desk, clock), closing(raw(ours)) as beside:

                def sent() -> None:
                    """What was planned in the last round has left: nothing piles up."""
                    for each in (beside, database):
                        each.execute("DELETE FROM deliveries")

                return compare(
                    f"tick_{people // 1000}k",
                    lambda: tick(desk, clock),
                    by_hand,
                    before=sent,
                    n=people,
                    rounds=7,
                    target=TARGET,
                    why="plan everybody who is due, through the product, beside the same writes in raw SQL",
                )
        finally:
            database.close()
