"""Time: the only way to know what time it is."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Contract: tests/contract/clock_contract.py."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        ...

    def elapsed(self) -> float:
        """Return seconds on a clock that never goes backwards; only differences mean anything."""
        ...
