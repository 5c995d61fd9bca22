"""What was cut off between the key store and the database: two files, and no commit takes both.

The key comes first and goes first. So a key without a person is a yes that was cut off, and rows without a
key are an erasing that was.
"""

from __future__ import annotations

import asyncio
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import partial

from bot.domain.people import PersonId
from bot.errors import KeyMissing
from bot.ports.keys import KeyStore, tombstone_mark
from bot.ports.store import Unit
from bot.services.desk import Desk

_LONE_KEY_KEPT = timedelta(days=1)
"""A key without a person is a yes that was cut off; after a day nobody is in the middle of it."""


async def is_even(desk: Desk, keystore: KeyStore) -> bool:
    """Whether there are as many keys as people: then a start, whose cost must not grow with them, goes on.

    A yes and an erasing that were both cut off may hide behind each other; the daily look finds them.
    """
    people = await desk.store.run(lambda unit: unit.people.count(), writes=False)
    return people == await asyncio.to_thread(keystore.count)


async def tidy_keys(desk: Desk, keystore: KeyStore) -> None:
    """Finish an erasing or a yes that was cut off.

    Rows go only where a tombstone says that their key was destroyed on purpose.

    Raises:
        KeyMissing: somebody's key is not there and nobody destroyed it: a file was lost or mixed up.
        NotSaved: a file was not available; the next call goes on.
    """
    people = await desk.store.run(lambda unit: unit.people.all_ids(), writes=False)
    long_ago = (desk.clock.now() - _LONE_KEY_KEPT).date()
    erased = await asyncio.to_thread(_look, desk, keystore, people, long_ago)
    for person in erased:
        await desk.store.run(partial(_remove, desk=desk, person=person))


def _look(
    desk: Desk, keystore: KeyStore, people: AbstractSet[PersonId], long_ago: date
) -> AbstractSet[PersonId]:
    """Shred the keys that nobody came to have; return who was erased and has rows all the same."""
    keys = dict(keystore.people())
    for person, made_on in keys.items():
        if person not in people and made_on < long_ago:
            desk.vault.shred(person)
    destroyed = {tombstone.mark for tombstone in keystore.tombstones()}
    without = people - keys.keys()
    if any(tombstone_mark(person) not in destroyed for person in without):
        raise KeyMissing("The key store lacks a key that the database needs. Put the right one back.")
    return without


def _remove(unit: Unit, desk: Desk, person: PersonId) -> None:
    desk.vault.shred(person)  # the key is gone; its bytes may still be in a log
    unit.people.remove(person)
