"""Leases as notes of the house: taken by compare-and-set in one unit, and over by the clock.

Processes on several machines go by their own clocks: those must differ by less than a lease runs.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.ports.store import Store, Unit
from bot.ports.time import Clock

_FREE = ""


class NotedLeases:
    """Keeps the contract of `bot.ports.leases.Leases`."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Keep leases in `store`; `clock` says when one is over."""
        self._store = store
        self._clock = clock

    async def take(self, name: str, holder: str, *, runs: timedelta) -> bool:
        """Hold a lease from now on for `runs`; False where another holds it."""

        def work(unit: Unit) -> bool:
            now = self._clock.now()
            if _holder(unit, name, now) not in {_FREE, holder}:
                return False
            unit.notes.put(_note(name), f"{(now + runs).isoformat()} {holder}")
            return True

        return await self._store.run(work)

    async def give_up(self, name: str, holder: str) -> None:
        """Let a lease go, also one that has run out; one that somebody else holds stays theirs."""

        def work(unit: Unit) -> None:
            if _last(unit, name)[1] == holder:
                unit.notes.put(_note(name), _FREE)

        await self._store.run(work)


def _note(name: str) -> str:
    return f"lease {name}"


def _holder(unit: Unit, name: str, now: datetime) -> str:
    """Return who holds a lease at `now`."""
    until, holder = _last(unit, name)
    return holder if until and datetime.fromisoformat(until) > now else _FREE


def _last(unit: Unit, name: str) -> tuple[str, str]:
    """Return until when it was last held, and by whom."""
    until, _, holder = (unit.notes.get(_note(name)) or _FREE).partition(" ")
    return until, holder
