"""Laying rows in among those that stand: by their days, so that reading back goes through time as it was.

The store keeps rows in the order of their first writing. What comes late and is older is laid in by writing
again whatever follows it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar


class Dated(Protocol):
    """A row with its local day."""

    @property
    def day(self) -> date:
        """The day on which it was first written."""
        ...


R = TypeVar("R", bound=Dated)


def lay_in(
    standing: Sequence[R], coming: Iterable[R], *, put: Callable[[R], None], again: Callable[[R], None]
) -> None:
    """Let each row that comes stand before the first standing one of its day or a later one.

    `put` writes a row that comes, `again` takes one that stands away and writes it as the last.
    """
    rest = deque(coming)
    moves = False
    for row in standing:
        while rest and rest[0].day <= row.day:
            put(rest.popleft())
            moves = True
        if moves:
            again(row)
    for row in rest:
        put(row)
