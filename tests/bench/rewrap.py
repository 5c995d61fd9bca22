"""What a rotation costs for 10,000 people: seconds of CPU, over the key store on SQLite."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

from adapters.store import folder as data_folder
from adapters.store.keys import open_keys
from adapters.store.migrate import upgrade
from adapters.vault import material
from adapters.vault.ring import KeyRing
from bot.domain.people import PersonId
from bot.testing.keys import KeyShelf, MemoryKeyStore
from tests.bench.harness import Figure

_N = 10_000
_ROUNDS = 5
_BAR = 2.0
_DAY = date(2026, 1, 5)


def figures() -> Iterator[Figure]:
    """Move everybody's key under a new key-encryption key, so often; the floor is the bar itself."""
    with tempfile.TemporaryDirectory() as folder:
        upgrade(Path(folder))
        keys = material.create()
        _fill(Path(folder) / data_folder.KEYS, keys)
        with closing(open_keys(Path(folder), today=lambda: _DAY)) as keystore:
            ring = KeyRing(keys, keystore)
            took = []
            for _ in range(_ROUNDS):
                keys = material.with_new_kek(keys)
                ring.adopt(keys)
                began = time.process_time()
                moved = sum(ring.rewrap())
                took.append(time.process_time() - began)
                if moved != _N:
                    raise AssertionError(moved)
    median = statistics.median(took)
    yield Figure(
        bench="rewrap",
        n=_N,
        rounds=_ROUNDS,
        unit="s CPU",
        figure=round(median, 3),
        floor=_BAR,
        ratio=round(median / _BAR, 3),
        spread=(round(min(took) / _BAR, 3), round(max(took) / _BAR, 3)),
        target=1.0,
        ok=median <= _BAR,
        why="everybody's key under a new one, beside the 2 s of CPU that it may take",
    )


def _fill(file: Path, keys: material.Material) -> None:
    """Put everybody's key into the file at once: making them one by one is not what is measured."""
    shelf = KeyShelf()
    ring = KeyRing(keys, MemoryKeyStore(today=lambda: _DAY, shelf=shelf))
    for number in range(_N):
        ring.create(PersonId(UUID(int=number + 1)))
    rows = [
        (key.person.bytes, key.kek_id, key.generation, key.wrapped, day.toordinal())
        for key, day in shelf.keys.values()
    ]
    with closing(sqlite3.connect(file)) as database:
        database.executemany(
            "INSERT INTO keys (person, kek_id, generation, wrapped, made_on) VALUES (?, ?, ?, ?, ?)", rows
        )
        database.commit()
