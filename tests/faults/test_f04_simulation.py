"""F4: towns of a seed each for two weeks, with all that can befall a house; `SEED` tells one again."""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.report import Table
from tests.faults.simulation.invariants import CHECKS, wrong_in
from tests.faults.simulation.planted import PLANTED
from tests.faults.simulation.town import DAYS, Town, town_of

SEEDS = int(os.environ.get("SEEDS", "60"))
"""So many towns, each of some ten seconds: the table says that 300 are asked for, and 5,000 for a night."""
ONE = os.environ.get("SEED")
"""`SEED=7 make faults ARGS="-k simulation"` tells that one again."""
AT_ONCE = 10
FIRST = list(range(0, SEEDS, AT_ONCE)) if ONE is None else [int(ONE)]


def told(seed: int, days: int = DAYS) -> tuple[Town, list[str]]:
    """Let the town of a seed live; return it, and everything that does not hold of it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        pytest.MonkeyPatch.context() as patch,
        town_of(seed, Path(folder), patch) as town,
    ):
        wrong = town.loop.run_until_complete(_lived(town, days))
        return town, wrong


async def _lived(town: Town, days: int) -> list[str]:
    await town.live(days)
    wrong = await wrong_in(town)
    await town.close()
    return wrong


@pytest.mark.parametrize("first", FIRST)
def test_whatever_befalls_a_town_its_invariants_hold(first: int, table: Table) -> None:
    """I1 to I8, of each seed; the first that fails is named, with what to run."""
    began = time.process_time()
    seeds = range(first, min(first + AT_ONCE, SEEDS)) if ONE is None else [first]
    wrong, counts = dict[int, list[str]](), Counter[str]()
    for seed in seeds:
        town, found = told(seed)
        counts += Counter(ends=town.ends, events=town.heard, letters=_letters(town))
        if found:
            wrong[seed] = found
            print(f"\nSEED={seed}: {found[:5]}")  # noqa: T201 - what is to be told again
    took = (time.process_time() - began) / len(seeds)
    for name in CHECKS:
        failed = sum(any(each.startswith(f"{name}:") for each in found) for found in wrong.values())
        if failed:
            table.record(
                "F4", f"{name}, seeds {seeds[0]}-{seeds[-1]}", f"{failed} seeds of {len(seeds)}", 0, met=False
            )
    if ONE is None:
        table.size("F4", f"seeds of {DAYS} days", len(seeds), 300)
        table.record("F4", f"seeds {seeds[0]:04}-{seeds[-1]:04}: s CPU a seed", took, "none", met=True)
    lived = f"{counts['ends']} ends, {counts['events']} events, {counts['letters']} letters"
    table.record(
        "F4", f"I1-I8, seeds {seeds[0]:04}-{seeds[-1]:04}: {lived}", f"{len(wrong)} wrong", 0, met=not wrong
    )
    print(f"\n{dict(counts)}, {took:.2f} s a seed")  # noqa: T201 - what a night's log tells
    assert wrong == {}


def test_a_town_is_told_again_by_its_seed() -> None:
    """The same things happen in the same order, to the millisecond."""
    assert told(7, 3)[0].log == told(7, 3)[0].log


@pytest.mark.parametrize("invariant", PLANTED)
def test_what_is_planted_is_found(invariant: str, monkeypatch: pytest.MonkeyPatch, table: Table) -> None:
    """A check that could not fail would hold nothing: each meets a house that breaks what it is about."""
    PLANTED[invariant](monkeypatch)
    found = next((wrong for seed in range(6) if (wrong := _wrong_of(seed, invariant))), [])
    table.record(
        "F4",
        f"a fault planted against {invariant}",
        "found" if found else "not found",
        "found",
        met=bool(found),
    )
    assert found != []


def _wrong_of(seed: int, invariant: str) -> list[str]:
    return [each for each in told(seed, 6)[1] if each.startswith(f"{invariant}:")]


def _letters(town: Town) -> int:
    return sum(len(platform.letters) for platform in town.platforms.values())
