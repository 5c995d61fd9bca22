"""Holding a lane: of several processes one drains it, and who was stopped and wakes up late writes nothing.

The engine sees to it that one process drains a lane. One that was halted may be taken for dead meanwhile, and
another drains; so each drain lays down a token first, and each of its units sees that it is there still. On
databases of one process there is nothing to see to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from bot.errors import LaneLost
from bot.ports.store import Unit
from bot.services.desk import Desk

T = TypeVar("T")

SENDS_WITHIN = 20.0
"""Seconds after which a send that was marked is not begun any more: another may have taken over by then."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A drain's hold on its lane. `token` is empty where no other process is there."""

    desk: Desk
    note: str
    token: str = field(repr=False)

    @classmethod
    def on(cls, desk: Desk, lane: str) -> Hold:
        """Return a new hold, which holds once `take` was run in a unit."""
        if not desk.is_shared:
            return cls(desk, "", "")
        return cls(desk, f"lane {desk.vault.digest('lane', lane).hex()[:32]}", desk.chance.new_id().hex)

    def take(self, unit: Unit) -> None:
        """Hold the lane from now on; whoever held it before does not."""
        if self.token:
            unit.notes.put(self.note, self.token)

    async def run(self, work: Callable[[Unit], T]) -> T:
        """Run a unit that writes, as the store does, while the lane is held.

        Raises:
            LaneLost: another drain took it. Nothing was written.
        """
        return await self.desk.store.run(partial(self._held, work=work) if self.token else work)

    def is_fresh(self, began: float) -> bool:
        """Whether a send whose unit began at `began` (`Clock.elapsed`) may leave: nothing was halted.

        One that may not never left: where the lane is held still, nobody touched it, and it is planned again.
        """
        return not self.token or self.desk.clock.elapsed() - began <= SENDS_WITHIN

    def _held(self, unit: Unit, work: Callable[[Unit], T]) -> T:
        if unit.notes.get(self.note) != self.token:
            raise LaneLost
        return work(unit)
