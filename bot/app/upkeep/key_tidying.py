"""What was cut off between the key store and the database: two files, and no commit takes both.

The key comes first and goes first. So a key without a holder is a yes, or an installing, that was cut off,
and rows without a key are an erasing that was.
"""

from __future__ import annotations

import asyncio
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import partial

from bot.app.upkeep.key_holders import all_holders, count_holders, remove_holder
from bot.domain.people import PersonId
from bot.errors import KeyMissing
from bot.ports.keys import KeyStore, tombstone_mark
from bot.ports.store import Unit
from bot.services.circles import memberships
from bot.services.desk import Desk
from bot.services.destroying import destroy_key

_LONE_KEY_KEPT = timedelta(days=1)
"""A key without a holder is a yes that was cut off; after a day nobody is in the middle of it."""


async def is_even(desk: Desk, keystore: KeyStore) -> bool:
    """Whether there are as many keys as holders: then a start, whose cost must not grow with them, goes on.

    A yes and an erasing that were both cut off may hide behind each other; the daily look finds them.
    """
    holders = await desk.store.run(count_holders, writes=False)
    return holders == await asyncio.to_thread(keystore.count)


async def tidy_keys(desk: Desk, keystore: KeyStore) -> None:
    """Finish an erasing or a yes that was cut off.

    Rows go only where a tombstone says that their key was destroyed on purpose.

    Raises:
        KeyMissing: somebody's key is not there and nobody destroyed it: a file was lost or mixed up.
        NotSaved: a file was not available; the next call goes on.
    """
    holders = await desk.store.run(all_holders, writes=False)
    long_ago = (desk.clock.now() - _LONE_KEY_KEPT).date()
    erased = await asyncio.to_thread(_look, desk, keystore, holders, long_ago)
    for holder in erased:
        await desk.store.run(partial(_remove, desk=desk, holder=holder))


def _look(
    desk: Desk, keystore: KeyStore, holders: AbstractSet[PersonId], long_ago: date
) -> AbstractSet[PersonId]:
    """Shred the keys that nobody came to have; return who was erased and has rows all the same."""
    keys = dict(keystore.people())
    for holder, made_on in keys.items():
        if holder not in holders and made_on < long_ago:
            desk.vault.shred(holder)
    destroyed = {tombstone.mark for tombstone in keystore.tombstones()}
    without = holders - keys.keys()
    if any(tombstone_mark(holder) not in destroyed for holder in without):
        raise KeyMissing("The key store lacks a key that the database needs. Put the right one back.")
    return without


def _remove(unit: Unit, desk: Desk, holder: PersonId) -> None:
    destroy_key(desk.vault, unit, holder)  # the key is gone; its bytes may still be in a log
    for gathering in unit.gatherings.of(holder):
        destroy_key(desk.vault, unit, gathering.id)
    memberships.end_of(desk, unit, holder)
    remove_holder(unit, holder)
