"""Ten towns of eight people who share without a name: who watches everything but the keys is near chance.

A town is what the bar asks for: fifty shares of each of eight people. Every share is guessed, in eleven ways,
by somebody who knows the authors of all other rounds; the best of these ways is held to the bar in each town.
Chance alone, by the binomial, is past it in about one town of a hundred.
"""

from __future__ import annotations

from pathlib import Path
from statistics import fmean

from tests.property.unnamed_attacks import ATTACKS, best, score, scores
from tests.property.unnamed_town import EIGHT, watched

TOWNS = 10
POSTS = 50
"""Of each person, in a town."""
CHANCE = 1 / len(EIGHT)
MOST = CHANCE + 0.05
MOST_OF_ALL = CHANCE + 0.02
"""Of one way in all towns: chance moves 4,000 guesses by half a point."""


async def test_in_no_town_are_shares_guessed_better_than_by_chance() -> None:
    """The best way of each town, and each way over all of them."""
    found, ways = dict[int, tuple[str, float]](), dict[str, list[float]]()
    for town in range(TOWNS):
        rounds = await watched(POSTS, seed=town)
        assert sum(len(seen.shares) for seen in rounds) == POSTS * len(EIGHT)
        found[town] = best(rounds)
        for name, hits in scores(rounds).items():
            ways.setdefault(name, []).append(hits)
    over_all = {name: fmean(hits) for name, hits in ways.items()}
    print(found, over_all)  # noqa: T201 - the figures of a long run
    assert max(hits for _, hits in found.values()) <= MOST, found
    assert max(over_all.values()) <= MOST_OF_ALL, over_all


async def test_so_it_is_on_a_file_of_sqlite(tmp_path: Path) -> None:
    """Where rows lie in the file and its journal tells nothing, over 800 shares."""
    rounds = await watched(100, seed=7, folder=tmp_path / "data")
    whole = {name: score(ATTACKS[name], rounds, rounds) for name in ("the order of rows", "who acted last")}
    assert max(whole.values()) <= MOST, whole
    name, most = best(rounds)
    assert most <= MOST, name
