"""The house: a desk with every port, a router that hears, and an engine that lets time pass."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from bot.app.ending import Ended, end_everything
from bot.app.upkeep.key_holders import count_holders
from bot.app.upkeep.key_tidying import is_even, tidy_keys
from bot.app.upkeep.tending import Tending
from bot.app.watch import Watch, timed
from bot.domain.people import Account
from bot.errors import NotSaved, ReststopError, place_of
from bot.ports.engine import Engine, Ticked
from bot.ports.keys import KeyStore
from bot.ports.store import Unit
from bot.ports.telemetry import Work
from bot.services.circles import memberships
from bot.services.delivery import agenda, deliveries
from bot.services.desk import Desk, Turn
from bot.services.doors.addresses import whose
from bot.services.hosting.installations import SealedInstallations
from bot.services.hosting.leases import NotedLeases
from bot.services.hosting.noted import Noted
from bot.services.leaving import departures
from bot.services.leaving.erasing import Receipt, erase_person, has_without_notebook, remove_roles_at
from bot.services.organisations.rules import names
from bot.services.organisations.standing import operators_turn
from bot.services.router import WRITES_WITHIN, Router
from bot.surface.inbound import CommunityEvent, WorkspaceEvent
from bot.surface.outcome import Hear

_log = logging.getLogger(__name__)


R = TypeVar("R")


class House:
    """One running Reststop. Made by `bot.app.bootstrap.open_house`."""

    def __init__(
        self,
        desk: Desk,
        engine: Engine,
        keystore: KeyStore,
        *,
        look_after_keys: Callable[[], None],
        tend: Callable[[Callable[[], bool]], None],
        let_go: Callable[[], None],
    ) -> None:
        """Live at `desk`; `look_after_keys` does what is due, `let_go` closes what was opened for it.

        `tend` sees to the files of databases on a server, until it is done or what it is given says to end.
        """
        self._desk = desk
        self._engine = engine
        self._keystore = keystore
        self._look_after_keys = look_after_keys
        self._keys_seen_on: date | None = None
        self._tending = Tending(tend, desk.clock)
        self._let_go = let_go
        self._is_cut_off = False
        self.hear: Hear = Router(desk, changed=engine.wake, cut_off=self._note_cut_off).hear
        """What answers an event."""
        self.installations = SealedInstallations(store=desk.store, vault=desk.vault, chance=desk.chance)
        """Where a surface keeps the tokens of many workspaces."""
        self.leases = NotedLeases(desk.store, desk.clock)
        """What only one process may do at a time."""
        self.watch = Watch(desk, keystore)
        """What is told of it to those who watch."""

    @property
    def is_shared(self) -> bool:
        """Whether other processes stand on the same databases."""
        return self._desk.is_shared

    async def start(self) -> None:
        """Finish what a crash left, then let time pass."""
        if not await is_even(self._desk, self._keystore):
            await tidy_keys(self._desk, self._keystore)
        crash = self._desk.crash
        crash.passing("before_key_care")
        await self._see_to_keys()
        crash.passing("after_key_care")
        crash.passing("before_recover")
        await self._desk.store.run(partial(_begin, desk=self._desk))
        crash.passing("after_recover")
        drain = partial(deliveries.drain, self._desk, self._engine.wake)
        seen, seconds = self._desk.telemetry, self._desk.clock.elapsed
        await self._engine.start(
            timed(Work.TICK, self._tick, seen, seconds), timed(Work.DRAIN, drain, seen, seconds)
        )

    async def hear_of_workspace(self, event: WorkspaceEvent | CommunityEvent) -> None:
        """Note that Reststop was added somewhere or removed (`HearOfWorkspace`, `HearOfCommunity`).

        Raises:
            NotSaved: it could not be kept, or not in time: let the platform deliver it again.
        """
        work = partial(departures.hear_of_workspace, desk=self._desk, event=event)
        try:
            await self._desk.store.run(work, within=WRITES_WITHIN)
        except NotSaved:
            raise
        except Exception as fault:  # noqa: BLE001 - delivered again it would fail again
            _log.error("a workspace was not heard of: %s at %s", type(fault).__name__, place_of(fault))
        else:
            self._engine.wake()

    async def knows(self, account: Account) -> bool:
        """Whether somebody comes through this account, or it holds a role."""
        return await self._desk.store.run(partial(_knows, desk=self._desk, account=account), writes=False)

    async def erase(self, account: Account) -> Receipt | None:
        """Erase who comes through an account, as they could themselves; None where nobody does.

        Roles that the account holds end, and so do its circles, with a notebook or without one.
        """
        return await self._desk.store.run(partial(_erase, desk=self._desk, account=account))

    async def count_holders(self) -> int:
        """Return how many people, organisations, gatherings and installations there are."""
        return await self._desk.store.run(count_holders, writes=False)

    async def end_everything(self, ended: Callable[[], None]) -> Ended:
        """Erase everybody and all else, as `reststop close --finish` does; `ended` is called for each.

        Raises:
            NotSaved: a file was not available; called again, it goes on where it stopped.
        """
        return await end_everything(self._desk, self._keystore, ended)

    async def organisations(self) -> Sequence[str]:
        """Return the names of the organisations that are looked after here, in their order."""
        return await self._desk.store.run(partial(names, self._desk), writes=False)

    async def look_after(
        self, organisation: str, zone: str | None, work: Callable[[Turn], R], *, writes: bool
    ) -> R:
        """Let whoever sits at the data folder do something for an organisation, named as `surface/id`.

        `zone` is where they are, None where that is not known: what they sign has a day.
        """
        turn = partial(operators_turn, self._desk, organisation=organisation, zone=zone)
        return await self._desk.store.run(lambda unit: work(turn(unit)), writes=writes)

    async def at_desk(self, work: Callable[[Desk, Unit], R], *, writes: bool) -> R:
        """Let whoever sits at the data folder do something in one unit."""
        return await self._desk.store.run(lambda unit: work(self._desk, unit), writes=writes)

    def noted(self, name: str) -> Noted:
        """Return what a surface noted under a name, of the platform and of nobody in it."""
        return Noted(self._desk.store, name)

    def state_key(self, label: str) -> bytes:
        """Return the key by which a surface knows again what it sent out itself, one per label."""
        return self._desk.vault.state_key(label)

    def wake(self, lane: str | None = None) -> None:
        """Look at the agenda soon; with a lane, at what waits there."""
        self._engine.wake(lane)

    async def catch_up(self, lane: str) -> None:
        """Somebody has come: return when what waited for them was shown."""
        await self._engine.catch_up(lane)

    async def stop(self) -> None:
        """End: what runs is finished, then everything is closed."""
        await self._engine.stop()
        await self._tending.stop()
        self._let_go()

    def abandon(self) -> None:
        """Close files and threads and nothing else: what a crash point leaves behind."""
        self._let_go()

    async def _tick(self) -> Ticked:
        """Let the agenda plan what is due; the first tick of a day looks after the keys as well.

        What is due for the keys follows from the notes in their own store, which no unit of work could
        commit together with a row of the agenda. The daily housekeeping sees to it that a day has a tick.
        """
        is_new_day = self._desk.clock.now().date() != self._keys_seen_on
        await self._see_to_keys()
        if self.is_shared:
            self._tending.begin()
        if self._is_cut_off or is_new_day:
            self._is_cut_off = False
            try:
                await tidy_keys(self._desk, self._keystore)
            except NotSaved:
                self._is_cut_off = True
                raise
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

    def _note_cut_off(self) -> None:
        """An erasing was cut off while the house stands: the next tick finishes it, as a start would."""
        self._is_cut_off = True
        self._engine.wake()


def _begin(unit: Unit, desk: Desk) -> None:
    """Put the house's row on the agenda, and sort out what ended half way; for others, each drain does."""
    agenda.begin_housekeeping(unit, desk.clock.now())
    if not desk.is_shared:
        unit.deliveries.recover()


def _knows(unit: Unit, desk: Desk, account: Account) -> bool:
    index = desk.index(account)
    return whose(desk, unit, account, index) is not None or has_without_notebook(unit, index)


def _erase(unit: Unit, desk: Desk, account: Account) -> Receipt | None:
    index = desk.index(account)
    person = whose(desk, unit, account, index)
    if person is None:
        remove_roles_at(unit, index)
        memberships.end_at(desk, unit, index)
        return None
    return erase_person(desk, unit, person)
