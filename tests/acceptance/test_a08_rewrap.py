"""A8: 10,000 users re-wrapped in <= 2 s of CPU, online, killed 20 times, 0 unreadable, bytes unchanged.

F16 in short: cut off after any batch, everything opens. Killed for good: `tests/faults/test_f16_rewrap.py`.
"""

from __future__ import annotations

import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from adapters.store import folder
from adapters.store.databases import FolderDatabases
from adapters.vault import material
from adapters.vault.ring import KeyRing
from adapters.vault.vault import open_vault
from tests.unit.keys.rewrapping import DAY, Traffic, crowd, put_keys, unreadable

HELD_BY = (
    "tests/faults/test_f16_rewrap.py::test_f16_all_can_be_read_after_each_of_twenty_kills",
    "tests/faults/test_f16_rewrap.py::test_f16_a_rotation_by_hand_goes_on_where_a_kill_left_it",
)
PEOPLE = 10_000
CPU_SECONDS = 2.0


@pytest.fixture
def databases(tmp_path: Path) -> FolderDatabases:
    """Give a folder with an empty key store."""
    databases = FolderDatabases(tmp_path)
    databases.upgrade()
    return databases


def today() -> date:
    """Return the day on which it all happens."""
    return DAY


def test_a8_ten_thousand_keys_move_within_two_seconds_of_cpu(databases: FolderDatabases) -> None:
    """Nothing that was sealed changes by a bit, and nobody's key is left behind."""
    old, people = material.create(), crowd(PEOPLE)
    with closing(databases.open_keys(today=today)) as keystore:
        vault = open_vault(old, keystore, "here")
        put_keys(f"sqlite:///{databases.folder / folder.KEYS}", old, people)
        traffic = Traffic(vault=vault, people=people, seed=8)
        traffic.begin()
        before, new = dict(traffic.sealed), material.with_new_kek(old)
        vault.ring.adopt(new)
        began = time.process_time()
        moved = sum(vault.ring.rewrap())
        took = time.process_time() - began
        assert (moved, traffic.sealed) == (PEOPLE, before)
        assert keystore.kek_ids() == {new.keks[-1].id}
        assert unreadable(keystore, material.without(new, {old.keks[0].id})) == 0
        traffic.see_that_all_can_be_read(open_vault(new, keystore, "here"))
    assert took <= CPU_SECONDS


def test_f16_a_walk_that_is_cut_off_anywhere_leaves_all_readable(databases: FolderDatabases) -> None:
    """Six walks, each ended after another batch, with traffic all the while; then one goes through."""
    now, people = material.create(), crowd(1_200)
    with closing(databases.open_keys(today=today)) as keystore:
        vault = open_vault(now, keystore, "here", reread=lambda: now)
        put_keys(f"sqlite:///{databases.folder / folder.KEYS}", now, people)
        traffic = Traffic(vault=vault, people=people, seed=16)
        traffic.begin()
        with traffic.flowing():
            for cut in range(6):
                now = material.with_new_kek(now)
                walk = KeyRing(now, keystore).rewrap()
                for _ in range(cut % 3):
                    next(walk)
                del walk
                assert unreadable(keystore, now) == 0
        vault.ring.adopt(now)
        sum(vault.ring.rewrap())
        assert keystore.kek_ids() == {now.keks[-1].id}
        traffic.see_that_all_can_be_read(open_vault(now, keystore, "here"))
    assert traffic.failures == {}
    assert traffic.acts["read"]
