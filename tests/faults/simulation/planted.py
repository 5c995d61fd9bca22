"""Houses that break one promise each: what the invariants are held against."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from adapters.store.repositories.deliveries import SqlDeliveries
from adapters.store.repositories.journal import SqlJournal
from adapters.vault.vault import SealingVault
from bot.domain import suppression
from bot.domain.people import PersonId
from bot.ports.chat import Arrival
from bot.ports.vault import Cell, Sealed
from bot.services.hosting.leases import NotedLeases
from bot.services.router import Router
from bot.surface.inbound import FormSubmitted
from tests.faults.simulation.platform import RoughPlatform

Plant = Callable[[pytest.MonkeyPatch], None]


def _pages_are_lost(patch: pytest.MonkeyPatch) -> None:
    """I1: every third page is said to be saved, and is not."""
    put, count = SqlJournal.put, [0]

    def forgets(self: SqlJournal, entry: Any) -> None:  # noqa: ANN401 - as the method
        count[0] += 1
        if count[0] % 3:
            put(self, entry)

    patch.setattr(SqlJournal, "put", forgets)


def _one_key_is_everybodys(patch: pytest.MonkeyPatch) -> None:
    """I2: whatever is sealed for anybody is sealed under the key of who came first, and opens for all."""
    seal, opened, first = SealingVault.seal, SealingVault.open, list[PersonId]()

    def of_first(vault: SealingVault, cell: Cell) -> Cell:
        if not first or not vault.knows(first[0]):
            first[:] = [cell.person]
        return replace(cell, person=first[0])

    def seals(self: SealingVault, cell: Cell, text: str) -> Sealed:
        return seal(self, of_first(self, cell), text)

    def opens(self: SealingVault, cell: Cell, blob: bytes) -> str:
        return opened(self, of_first(self, cell), blob)

    patch.setattr(SealingVault, "seal", seals)
    patch.setattr(SealingVault, "open", opens)


def _nobody_looks_whether_it_came(patch: pytest.MonkeyPatch) -> None:
    """I3: what is in doubt is sent again unseen."""

    async def unseen(self: RoughPlatform, letter: object) -> Arrival:
        del self, letter
        return Arrival.NOT_ARRIVED

    patch.setattr(RoughPlatform, "was_sent", unseen)


def _nothing_is_recovered(patch: pytest.MonkeyPatch) -> None:
    """I4: what a process left half way stays there."""
    patch.setattr(SqlDeliveries, "recover", lambda _self, _lane=None: None)


def _keys_stay(patch: pytest.MonkeyPatch) -> None:
    """I5: a person is erased and their key is not."""

    def stays(self: SealingVault, person: PersonId) -> None:
        del self, person

    patch.setattr(SealingVault, "shred", stays)


def _words_are_logged(patch: pytest.MonkeyPatch) -> None:
    """I6: what was typed into a form reaches the log."""
    hear = Router.hear

    async def tells(self: Router, event: Any) -> object:  # noqa: ANN401 - as the method
        if isinstance(event, FormSubmitted):
            logging.getLogger("planted").warning("heard %s", dict(event.values))
        return await hear(self, event)

    patch.setattr(Router, "hear", tells)


def _too_few_are_enough(patch: pytest.MonkeyPatch) -> None:
    """I7: a figure is told of whoever answered, were it one."""
    patch.setattr(suppression, "fewest", lambda _wanted, _floor: 1)
    patch.setattr(suppression, "ALONE", 0)


def _leases_are_for_all(patch: pytest.MonkeyPatch) -> None:
    """I8: whoever asks holds the lease."""

    async def takes(self: NotedLeases, name: str, holder: str, *, runs: object) -> bool:
        del self, name, holder, runs
        return True

    patch.setattr(NotedLeases, "take", takes)


PLANTED: Mapping[str, Plant] = {
    "I1": _pages_are_lost,
    "I2": _one_key_is_everybodys,
    "I3": _nobody_looks_whether_it_came,
    "I4": _nothing_is_recovered,
    "I5": _keys_stay,
    "I6": _words_are_logged,
    "I7": _too_few_are_enough,
    "I8": _leases_are_for_all,
}
