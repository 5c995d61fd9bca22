"""Every change of state of every delivery, noted by the database itself in the transaction that makes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

from adapters.store.store import SqlStore
from bot.domain.deliveries import ENDED, DeliveryState

_P, _C, _S, _A = (
    DeliveryState.PLANNED,
    DeliveryState.CLAIMED,
    DeliveryState.SENDING,
    DeliveryState.AMBIGUOUS,
)
ALLOWED = {
    _P: {_C, DeliveryState.EXPIRED},
    _C: {_P, _S, DeliveryState.EXPIRED, DeliveryState.UNREACHABLE, DeliveryState.PARKED},
    _S: {_A, _P, *ENDED},
    _A: {_P, *ENDED},
} | {state: set[DeliveryState]() for state in ENDED}
"""Which state may follow which; what ended stays as it is."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS noted_moves (
    nth INTEGER PRIMARY KEY, row INTEGER, key TEXT, was TEXT, state TEXT, was_due, due);
CREATE TRIGGER IF NOT EXISTS note_moves AFTER UPDATE ON deliveries
    WHEN old.state IS NOT new.state OR old.due_at > new.due_at BEGIN
    INSERT INTO noted_moves (row, key, was, state, was_due, due) VALUES
        (new.rowid, hex(new.agenda) || new.slot_on || new.slot, old.state, new.state, old.due_at, new.due_at);
END;
"""


def watch_moves(store: SqlStore) -> None:
    """Let the database of a store note how deliveries move."""
    with store._lines.writing.begin() as connection:  # noqa: SLF001 - a look from beside, as a reader of the file has
        for statement in (_SCHEMA.partition(";")[0], _SCHEMA.partition(";")[2]):
            connection.exec_driver_sql(statement)


def wrong_moves(database: Path) -> Iterator[str]:
    """Tell of each move that is not allowed, and of each delivery that was sent more than once."""
    with closing(sqlite3.connect(database)) as connection:
        moves = connection.execute(
            "SELECT key, was, state, was_due, due FROM noted_moves ORDER BY row, nth"
        ).fetchall()
    for key, of_one in groupby(moves, key=lambda move: move[0]):
        ended = 0
        for _, was, state, was_due, due in of_one:
            if due < was_due:
                yield f"{key} is due earlier than it was"
            if was != state and DeliveryState(state) not in ALLOWED[DeliveryState(was)]:
                yield f"{key} went from {was} to {state}"
            ended += was != state and DeliveryState(state) in ENDED
        if ended > 1:
            yield f"{key} ended {ended} times"
