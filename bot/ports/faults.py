"""Crash points: named places where a simulation may end the house as kill -9 would."""

from __future__ import annotations

from typing import Literal, Protocol

Point = Literal["before_commit", "after_commit", "after_send"]


class CrashPoints(Protocol):
    """Passed at each named point; the real one does nothing. Kept by tests/faults/test_crash_points.py."""

    def passing(self, point: Point) -> None:
        """Return, or raise a BaseException that nothing catches."""
        ...


class NoCrash:
    """The crash points of a real house."""

    def passing(self, point: Point) -> None:
        """Do nothing."""
