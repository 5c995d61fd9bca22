"""A tick on PostgreSQL over everybody who is due at one instant, beside the same writes in raw SQL."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from itertools import count

from bot.services.delivery import agenda
from bot.services.desk import Desk
from bot.testing.time import ManualClock
from tests.bench.crowd import DUE, day, desk_on, micros
from tests.bench.harness import Figure, compare
from tests.bench.server_crowd import make_server_crowd, raw, store_over
from tests.postgres.server import Server, running

TARGET = 1.6


def figures() -> Iterator[Figure]:
    """Compare ten thousand and a hundred thousand due."""
    with running(fsync=True) as server:
        yield _figure(server, 10_000)
        yield _figure(server, 100_000)


def _figure(server: Server, people: int) -> Figure:
    ours, theirs = make_server_crowd(server, people), make_server_crowd(server, people)
    mine, floor = count(), count()
    with (
        asyncio.Runner() as runner,
        closing(raw(ours)) as beside,
        closing(raw(theirs)) as database,
        store_over(ours) as store,
    ):
        clock = ManualClock(DUE)
        desk = desk_on(store, clock)
        beside.autocommit = True

        def tick(desk: Desk) -> None:
            clock.move_to(DUE + timedelta(days=next(mine)))
            runner.run(agenda.tick(desk))

        def by_hand() -> None:
            number = next(floor)
            now, then = micros(DUE + timedelta(days=number)), micros(DUE + timedelta(days=number + 1))
            with database.transaction():
                database.execute(
                    "INSERT INTO deliveries (agenda, slot_on, slot, owner, lane, due_at, state, tries)"
                    " SELECT id, slot_on, slot, owner, lane, due_at, 'planned', 0 FROM agenda"
                    " WHERE kind = 'checkin' AND due_at <= %s",
                    (now,),
                )
                database.execute(
                    "UPDATE agenda SET slot_on = %s, due_at = %s WHERE kind = 'checkin' AND due_at <= %s",
                    (day(number + 1).toordinal(), then, now),
                )

        def sent() -> None:
            """What was planned in the last round has left, and the room of old rows is free again."""
            database.commit()
            database.autocommit = True
            for each in (beside, database):
                each.execute("TRUNCATE deliveries")
                each.execute("VACUUM ANALYZE agenda")
            database.autocommit = False

        return compare(
            f"server_tick_{people // 1000}k",
            lambda: tick(desk),
            by_hand,
            before=sent,
            n=people,
            rounds=7,
            target=TARGET,
            why="plan everybody who is due on PostgreSQL, through the product, beside raw SQL",
        )
