"""The house: a desk with every port, a router that hears, and an engine that lets time pass."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from bot.domain.people import PersonId
from bot.errors import KeyMissing, ReststopError
from bot.ports.engine import Engine, Ticked
from bot.ports.keys import KeyStore, tombstone_mark
from bot.ports.store import Unit
from bot.services import agenda, deliveries
from bot.services.desk import Desk
from bot.services.router import Router
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Outcome

_log = logging.getLogger(__name__)

_LONE_KEY_KEPT = timedelta(days=1)
"""A key without a person is a yes that was cut off; after a day nobody is in the middle of it."""


class House:
    """One running Reststop. Made by `bot.app.bootstrap.open_house`."""

    def __init__(
        self,
        desk: Desk,
        engine: Engine,
        keystore: KeyStore,
        look_after_keys: Callable[[], None],
        let_go: Callable[[], None],
    ) -> None:
        """Live at `desk`; `look_after_keys` does what is due, `let_go` closes what was opened for it."""
        self._desk = desk
        self._engine = engine
        self._keystore = keystore
        self._look_after_keys = look_after_keys
        self._keys_seen_on: date | None = None
        self._let_go = let_go
        self._router = Router(desk, changed=engine.wake)

    async def start(self) -> None:
        """Finish what a crash left, then let time pass."""
        await self._tidy_keys()
        await self._see_to_keys()
        lanes = await self._desk.store.run(partial(_recover, now=self._desk.clock.now()))
        for lane in sorted(lanes):
            self._engine.wake(lane)
        await self._engine.start(self._tick, partial(deliveries.drain, self._desk))

    async def hear(self, event: InboundEvent) -> Outcome:
        """Answer an event; never raises."""
        return await self._router.hear(event)

    def wake(self, lane: str | None = None) -> None:
        """Look at the agenda soon; with a lane, at what waits there."""
        self._engine.wake(lane)

    async def catch_up(self, lane: str) -> None:
        """Somebody has come: return when what waited for them was shown."""
        await self._engine.catch_up(lane)

    async def stop(self) -> None:
        """End: what runs is finished, then everything is closed."""
        await self._engine.stop()
        self._let_go()

    def abandon(self) -> None:
        """Close files and threads and nothing else: what a crash point leaves behind."""
        self._let_go()

    async def _tick(self) -> Ticked:
        """Let the agenda plan what is due; the first tick of a day looks after the keys as well.

        What is due for the keys follows from the notes in their own store, which no unit of work could
        commit together with a row of the agenda. The daily housekeeping sees to it that a day has a tick.
        """
        await self._see_to_keys()
        return await agenda.tick(self._desk)

    async def _see_to_keys(self) -> None:
        today = self._desk.clock.now().date()
        if today == self._keys_seen_on:
            return
        self._keys_seen_on = today
        try:
            await asyncio.to_thread(self._look_after_keys)
        except ReststopError as problem:  # nobody waits for it: what is due today is due tomorrow, too
            _log.warning("the keys were not seen to: %s", type(problem).__name__)

    async def _tidy_keys(self) -> None:
        """Finish an erasing or a yes that was cut off: both touch the key first.

        Rows go only where a tombstone says that their key was destroyed on purpose.

        Raises:
            KeyMissing: somebody's key is not there and nobody destroyed it: a file was lost or mixed up.
        """
        people = await self._desk.store.run(lambda unit: unit.people.all_ids(), writes=False)
        keys = dict(self._keystore.people())
        long_ago = (self._desk.clock.now() - _LONE_KEY_KEPT).date()
        for person, made_on in keys.items():
            if person not in people and made_on < long_ago:
                self._desk.vault.shred(person)
        destroyed = {tombstone.mark for tombstone in self._keystore.tombstones()}
        for person in people - keys.keys():
            if tombstone_mark(person) not in destroyed:
                raise KeyMissing("The key store lacks a key that the database needs. Put the right one back.")
            await self._desk.store.run(partial(_remove, person=person))


def _recover(unit: Unit, now: datetime) -> frozenset[str]:
    agenda.begin_housekeeping(unit, now)
    return unit.deliveries.recover()


def _remove(unit: Unit, person: PersonId) -> None:
    unit.people.remove(person)
