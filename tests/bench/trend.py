"""Ten years of marks fetched and opened, beside the same rows fetched and left closed."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from adapters.vault.material import create
from adapters.vault.vault import SealingVault, open_vault
from bot.domain.checkins import Run
from bot.ports.store import Unit
from bot.services.journal.runs import open_marks, with_marks
from bot.testing.keys import MemoryKeyStore
from tests.bench.crowd import desk_over, make_crowd, person_of
from tests.bench.harness import Figure, compare

TARGET = 1.5
_MARKS = 3650
_LONG_AGO = date(2016, 1, 1)


def figures() -> Iterator[Figure]:
    """Compare in one unit each, as a view of one's own years does it."""
    vault = open_vault(create(), MemoryKeyStore(today=lambda: _LONG_AGO), "bench")
    person = person_of(0)
    vault.create(person)
    with tempfile.TemporaryDirectory() as home, asyncio.Runner() as runner:
        folder = Path(home) / "data"
        make_crowd(folder, 1)
        with desk_over(folder) as (desk, _):
            runner.run(desk.store.run(lambda unit: _fill(unit, vault)))

            def fetch(unit: Unit) -> None:
                unit.runs.marks_since(person, _LONG_AGO)

            def fetch_and_open(unit: Unit) -> None:
                for marks in unit.runs.marks_since(person, _LONG_AGO):
                    open_marks(vault, marks)

            yield compare(
                "trend",
                lambda: runner.run(desk.store.run(fetch_and_open, writes=False)),
                lambda: runner.run(desk.store.run(fetch, writes=False)),
                n=_MARKS,
                target=TARGET,
                why="3,650 sealed marks fetched and opened, beside the same fetch alone",
            )


def _fill(unit: Unit, vault: SealingVault) -> None:
    for number in range(_MARKS):
        run = Run(
            id=UUID(int=number + 1), person=person_of(0), day=date.fromordinal(_LONG_AGO.toordinal() + number)
        )
        unit.runs.put(run)
        unit.runs.put_marks(with_marks(vault, run, 1, {"energy": 1 + number % 5, "connection": 3}))
