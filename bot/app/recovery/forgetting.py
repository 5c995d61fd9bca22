"""Older databases are made to forget: who was erased since, by the ledger, is erased in them again."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from typing import Final

from adapters.store.databases import Databases
from adapters.store.keys import SqlKeyStore
from adapters.store.ledger import Ledger
from adapters.vault.material import Material
from adapters.vault.vault import open_vault
from bot.app.bootstrap import refuse_lost_files, whats_known
from bot.app.upkeep.key_holders import all_holders, remove_buried, remove_holder
from bot.domain.people import PersonId
from bot.errors import KeyMissing, NotSaved
from bot.ports.faults import NoCrash
from bot.ports.keys import Tombstone, tombstone_mark
from bot.ports.store import Unit
from bot.ports.time import Clock
from bot.services.leaving.departures import count_anew

_NOISE: Final = 63


def make_forget(
    databases: Databases, ledger: Ledger, material: Material, clock: Clock, *, more: Iterable[Tombstone] = ()
) -> int:
    """Bring copies up to date, see that the key fits, and destroy again what was destroyed since.

    `more` is what is known of the erased beside the ledger. Return of how many people there were rows.

    Raises:
        KeyProblem: the key does not open them, or they do not belong together.
        LedgerBroken, NotSaved: the ledger cannot be read or written, or a database is not available.
    """
    databases.upgrade()
    with (
        closing(databases.open_store(clock=clock, crash_points=NoCrash())) as store,
        closing(databases.open_keys(today=lambda: clock.now().date())) as keystore,
    ):
        known = asyncio.run(store.run(whats_known, writes=False))
        refuse_lost_files(databases, known, untouched=False)
        open_vault(material, keystore, known.tenant)
        keystore.replay([*ledger.read(), *more], with_=os.urandom(_NOISE))
        everywhere = list(keystore.tombstones())
        holders = asyncio.run(store.run(all_holders, writes=False))
        _see_that_all_have_keys(holders, keystore, everywhere)
        keystore.keep_only(holders, with_=os.urandom(_NOISE))
        erased = asyncio.run(store.run(partial(_without, marks={each.mark for each in everywhere})))
        asyncio.run(store.run(partial(count_anew, now=clock.now())))
    try:
        ledger.catch_up(everywhere)
    except OSError as problem:
        raise NotSaved(f"The ledger {ledger.path} cannot be written: {problem.strerror}.") from None
    return erased


def _see_that_all_have_keys(
    holders: frozenset[PersonId], keystore: SqlKeyStore, tombstones: list[Tombstone]
) -> None:
    keys = {holder for holder, _ in keystore.people()}
    destroyed = {each.mark for each in tombstones}
    if any(tombstone_mark(holder) not in destroyed for holder in holders - keys):
        raise KeyMissing("This copy of the key store lacks a key that the copy of the database needs.")


def _without(unit: Unit, marks: set[bytes]) -> int:
    """Remove the rows of every destroyed key, and those that were buried; return of how many people."""
    remove_buried(unit, marks)
    erased = {holder for holder in all_holders(unit) if tombstone_mark(holder) in marks}
    people = len(erased & unit.people.all_ids())
    for holder in erased:
        remove_holder(unit, holder)
    return people
