"""Nine o'clock, when hundreds of check-ins are due at once: how long it takes, and what was refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Generic, Protocol, TypeVar

from tests.bench.harness import Figure

TARGET = 1.15
"""Times what a sender takes that knows all limits and loses no moment."""
MOST_REFUSED = 0.001
"""Of all sends, how many a platform may answer with "too many"."""
GETS_READY = timedelta(seconds=30)
"""So long it takes at most to enrol everybody and to start."""


class Came(Protocol):
    """A request in the journal of a loopback platform, with what it was answered."""

    at: datetime
    status: int


E = TypeVar("E", bound=Came)


def next_minute() -> datetime:
    """Return a full minute that leaves time to get ready."""
    return (datetime.now(UTC) + GETS_READY).replace(second=0, microsecond=0) + timedelta(minutes=1)


class Counting(Generic[E]):
    """Counts letters that were taken, without reading the whole journal at each request."""

    def __init__(self, entries: Sequence[E], is_taken: Callable[[E], bool]) -> None:
        """Read `entries` as they come."""
        self._entries = entries
        self._is_taken = is_taken
        self._read = 0
        self.letters = 0
        self.last: datetime | None = None
        """When the last of them came."""

    def took(self, due: datetime) -> float:
        """Return the seconds from `due` until the last of them came.

        Raises:
            LookupError: none came.
        """
        if self.last is None:
            raise LookupError("no letter came")
        return (self.last - due).total_seconds()

    def has_come(self, people: int) -> bool:
        """Whether there are as many letters as people."""
        return self.counted() >= people

    def counted(self) -> int:
        """Return how many letters came until now."""
        for entry in self._entries[self._read :]:
            if not entry.status:
                break  # not answered yet
            self._read += 1
            if self._is_taken(entry):
                self.letters += 1
                self.last = entry.at
        return self.letters


def time_of(
    bench: str, took: float, floor: float, *, n: int, why: str, target: float | None = TARGET
) -> Figure:
    """Compare seconds with those of a sender that knows the limits and loses no moment."""
    ratio = round(took / floor, 3)
    return Figure(
        bench=bench,
        n=n,
        rounds=1,
        unit="s",
        figure=round(took, 3),
        floor=round(floor, 3),
        ratio=ratio,
        spread=(ratio, ratio),
        target=target,
        ok=None if target is None else ratio <= target,
        why=why,
    )


def refusals_of(bench: str, entries: Sequence[Came], people: int) -> Figure:
    """Count what was answered with 429, of any method."""
    refused = sum(entry.status == 429 for entry in entries) / people
    return Figure(
        bench=bench,
        n=people,
        rounds=1,
        unit="of sends",
        figure=round(refused, 5),
        floor=MOST_REFUSED,
        ratio=round(refused / MOST_REFUSED, 3),
        spread=(0.0, 0.0),
        target=1.0,
        ok=refused <= MOST_REFUSED,
        why="answers with 429, of any method, beside the thousandth that may be",
    )
