"""The house: a desk with every port, a router that hears, and an engine that lets time pass."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from bot.domain.people import Account, Person, PersonId
from bot.errors import KeyMissing, NotSaved
from bot.ports.engine import Engine, Ticked
from bot.ports.keys import KeyStore, tombstone_mark
from bot.ports.store import Unit
from bot.services import agenda, deliveries
from bot.services.desk import Desk
from bot.services.erasing import Receipt, erase_person
from bot.services.router import Router
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Outcome

_LONE_KEY_KEPT = timedelta(days=1)
"""A key without a person is a yes that was cut off; after a day nobody is in the middle of it."""


class House:
    """One running Reststop. Made by `bot.app.bootstrap.open_house`."""

    def __init__(self, desk: Desk, engine: Engine, keystore: KeyStore, let_go: Callable[[], None]) -> None:
        """Live at `desk`; `let_go` closes what was opened for it."""
        self._desk = desk
        self._engine = engine
        self._keystore = keystore
        self._let_go = let_go
        self._router = Router(desk, changed=engine.wake, cut_off=self._note_cut_off)
        self._is_cut_off = False

    async def start(self) -> None:
        """Finish what a crash left, then let time pass."""
        await self._tidy_keys()
        lanes = await self._desk.store.run(partial(_recover, now=self._desk.clock.now()))
        for lane in sorted(lanes):
            self._engine.wake(lane)
        await self._engine.start(self._tick, partial(deliveries.drain, self._desk))

    async def hear(self, event: InboundEvent) -> Outcome:
        """Answer an event; never raises."""
        return await self._router.hear(event)

    async def knows(self, account: Account) -> bool:
        """Whether somebody comes through this account."""
        found = await self._desk.store.run(partial(_whose, desk=self._desk, account=account), writes=False)
        return found is not None

    async def erase(self, account: Account) -> Receipt | None:
        """Erase who comes through an account, as they could themselves; None where nobody does."""
        return await self._desk.store.run(partial(_erase, desk=self._desk, account=account))

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
            await self._desk.store.run(partial(_remove, desk=self._desk, person=person))

    def _note_cut_off(self) -> None:
        """An erasing was cut off while the house stands: the next tick finishes it, as a start would."""
        self._is_cut_off = True
        self._engine.wake()

    async def _tick(self) -> Ticked:
        if self._is_cut_off:
            self._is_cut_off = False
            try:
                await self._tidy_keys()
            except NotSaved:
                self._is_cut_off = True
                raise
        return await agenda.tick(self._desk)


def _recover(unit: Unit, now: datetime) -> frozenset[str]:
    agenda.begin_housekeeping(unit, now)
    return unit.deliveries.recover()


def _remove(unit: Unit, desk: Desk, person: PersonId) -> None:
    desk.vault.shred(person)  # the key is gone; its bytes may still be in a log
    unit.people.remove(person)


def _whose(unit: Unit, desk: Desk, account: Account) -> Person | None:
    return unit.people.by_index(desk.index(account))


def _erase(unit: Unit, desk: Desk, account: Account) -> Receipt | None:
    person = _whose(unit, desk, account)
    return erase_person(desk, unit, person) if person else None
