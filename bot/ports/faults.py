"""Crash points: named places where a simulation may end the house as kill -9 would."""

from __future__ import annotations

from typing import Literal, Protocol

Point = Literal[
    # a unit of work, and the key store, whose commits no other takes along
    "before_commit",
    "after_commit",
    "before_key",
    "after_key",
    "before_destroying",
    "after_destroying",
    "after_ledger",
    # a start
    "before_upgrade",
    "after_upgrade",
    "before_key_care",
    "after_key_care",
    "before_recover",
    "after_recover",
    # somebody acts
    "before_hearing",
    "before_answer",
    # time passes
    "before_plan",
    "after_plan",
    "before_claim",
    "after_claim",
    "before_mark",
    "after_mark",
    "after_send",
    "after_conclude",
    "before_asking",
    "after_asking",
]
"""Where. `mark` is the note that a delivery leaves now; `asking`, whether one in doubt arrived; `destroying`
of a key; `ledger`, that of destroyed ones. What puts files in place is cut at each step (tests/knife.py)."""


class CrashPoints(Protocol):
    """Passed at each named point; the real one does nothing. Kept by tests/faults/test_crash_points.py."""

    def passing(self, point: Point) -> None:
        """Return, or raise a BaseException that nothing catches."""
        ...


class NoCrash:
    """The crash points of a real house."""

    def passing(self, point: Point) -> None:
        """Do nothing."""
