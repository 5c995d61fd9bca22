"""Three years of marks looked back on, beside the same rows fetched and left closed."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from adapters.vault.material import create
from adapters.vault.vault import SealingVault, open_vault
from bot.domain.checkins import Run
from bot.domain.insights import compared, mark_chart, windows_since
from bot.domain.people import Person
from bot.ports.store import Unit
from bot.services.insights.own_view import series_of
from bot.services.journal.runs import with_marks
from bot.testing.keys import MemoryKeyStore
from tests.bench.crowd import desk_over, make_crowd, person_of
from tests.bench.harness import Figure, compare

TARGET = 3.0
_DAYS = 1095
_FIRST = date(2023, 1, 1)
_TODAY = _FIRST + timedelta(days=_DAYS - 1)


def figures() -> Iterator[Figure]:
    """Compare in one unit each: the medians and counts of all three years, with the dots of a picture."""
    vault = open_vault(create(), MemoryKeyStore(today=lambda: _FIRST), "bench")
    person = Person(id=person_of(0))
    vault.create(person.id)
    with tempfile.TemporaryDirectory() as home, asyncio.Runner() as runner:
        folder = Path(home) / "data"
        make_crowd(folder, 1)
        with desk_over(folder) as (of_crowd, _):
            desk = replace(of_crowd, vault=vault)
            runner.run(desk.store.run(lambda unit: _fill(unit, vault)))

            def fetch(unit: Unit) -> None:
                unit.runs.marks_since(person.id, date.min)

            def look_back(unit: Unit) -> None:
                spans = windows_since(_FIRST, _TODAY)
                for series in series_of(desk, unit, person, date.min):
                    compared(series, _TODAY)
                    mark_chart(series, spans)

            yield compare(
                "own_view",
                lambda: runner.run(desk.store.run(look_back, writes=False)),
                lambda: runner.run(desk.store.run(fetch, writes=False)),
                n=_DAYS,
                target=TARGET,
                why="three marks a day for three years, opened and laid out, beside the same fetch alone",
            )


def _fill(unit: Unit, vault: SealingVault) -> None:
    for number in range(_DAYS):
        day = _FIRST + timedelta(days=number)
        run = Run(id=UUID(int=number + 1), person=person_of(0), day=day)
        steps = {"energy": 1 + number % 5, "connection": 1 + number % 3, "load": 1 + number % 4}
        unit.runs.put(run)
        unit.runs.put_marks(with_marks(vault, run, 1, steps))
