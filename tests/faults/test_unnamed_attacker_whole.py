"""Two thousand shares without a name, by eight people: who watches everything but the keys is near chance."""

from __future__ import annotations

import time
from pathlib import Path

from tests.property.unnamed_attacks import ATTACKS, score
from tests.property.unnamed_town import EIGHT, watched

ROUNDS = 250
"""Of eight shares each."""
MOST = 1 / len(EIGHT) + 0.05


async def test_two_thousand_shares_are_guessed_no_better_than_by_chance() -> None:
    """Every way to guess, over all rounds, and learned from one half for the other."""
    began = time.monotonic()
    rounds = await watched(ROUNDS, seed=11)
    assert sum(len(seen.shares) for seen in rounds) == 2_000
    middle = ROUNDS // 2
    scores = {name: score(attack, rounds[:middle], rounds[middle:]) for name, attack in ATTACKS.items()}
    print(f"{time.monotonic() - began:.0f} s", scores)  # noqa: T201 - the figures of a long run
    assert max(scores.values()) <= MOST, scores


async def test_so_it_is_on_a_file_of_sqlite(tmp_path: Path) -> None:
    """Where rows lie in the file and its journal tells nothing, over 800 shares."""
    rounds = await watched(100, seed=7, folder=tmp_path / "data")
    scores = {name: score(attack, rounds[:50], rounds[50:]) for name, attack in ATTACKS.items()}
    whole = {name: score(ATTACKS[name], rounds, rounds) for name in ("the order of rows", "who acted last")}
    assert max(whole.values()) <= MOST, whole
    assert max(scores.values()) <= MOST + 0.03, scores
