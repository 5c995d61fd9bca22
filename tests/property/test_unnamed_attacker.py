"""Who watches everything but the keys does not learn who wrote what has no name; and would see a leak.

The whole of it, ten towns of 400 shares and each within five points of chance, is in tests/faults.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.property.unnamed_attacks import ATTACKS, best, score
from tests.property.unnamed_town import EIGHT, Out, Seen, watched

ROUNDS = 40
CHANCE = 1 / len(EIGHT)
WIDE = CHANCE + 0.06
"""Of 320 guesses one way may be lucky by so much."""


@pytest.fixture(scope="module")
def rounds() -> list[Seen]:
    """Watch eight people share in some rounds."""
    return asyncio.run(watched(ROUNDS, seed=11))


def test_no_way_to_guess_is_far_from_chance(rounds: list[Seen]) -> None:
    """By ids, rows, the order in the channel, postings, controls, and dumps before and after each act."""
    name, most = best(rounds)
    assert most <= WIDE, name


def test_an_act_leaves_one_row_and_that_one_does_not_come_out(rounds: list[Seen]) -> None:
    """Nothing else changes in any table that is watched, and what comes out has another id."""
    for seen in rounds:
        assert {len(act.came) for act in seen.acts} == {1}
        assert not any(act.changed for act in seen.acts)
        came = {row for act in seen.acts for row in act.came}
        assert came == {share.waited for share in seen.shares}
        assert came.isdisjoint({share.id for share in seen.shares})


def test_all_that_comes_out_is_of_one_shape(rounds: list[Seen]) -> None:
    """Rows of one size and one version, controls of one length."""
    shapes = {(share.shape, len(share.controls)) for seen in rounds for share in seen.shares}
    assert len(shapes) == 1


def _ids_by_author(_seen: Seen, share: Out) -> Out:
    return replace(share, id=f"{share.author:x}{share.id}")


def _waited_id(_seen: Seen, share: Out) -> Out:
    return replace(share, id=share.waited)


def _in_order(seen: Seen, share: Out) -> Out:
    return replace(share, channel=_acted(seen, share))


def _rows_in_order(seen: Seen, share: Out) -> Out:
    return replace(share, file=_acted(seen, share))


def _keys_by_author(_seen: Seen, share: Out) -> Out:
    return replace(share, key=f"{share.author:x}{share.key}")


def _sizes_by_author(_seen: Seen, share: Out) -> Out:
    return replace(share, shape=f"{share.shape} {share.author}")


def _acted(seen: Seen, share: Out) -> int:
    return [act.who for act in seen.acts].index(share.author)


@pytest.mark.parametrize(
    ("leak", "least"),
    [
        (_ids_by_author, 0.4),
        (_waited_id, 1.0),
        (_in_order, 1.0),
        (_rows_in_order, 1.0),
        (_keys_by_author, 0.4),
        (_sizes_by_author, 1.0),
    ],
)
def test_the_onlooker_is_not_blind(
    rounds: list[Seen], leak: Callable[[Seen, Out], Out], least: float
) -> None:
    """With one leak planted the same ways to guess find it."""
    leaky = [replace(seen, shares=tuple(leak(seen, share) for share in seen.shares)) for seen in rounds]
    assert best(leaky)[1] >= least


async def test_a_file_of_sqlite_does_not_lie_in_the_order_of_writing(tmp_path: Path) -> None:
    """A real data folder: where rows lie in the file and its journal, and the order of the table."""
    rounds: Sequence[Seen] = await watched(16, seed=5, folder=tmp_path / "data")
    for name in ("the order of rows", "the order in the channel", "who acted last", "the order of ids"):
        assert score(ATTACKS[name], rounds, rounds) <= CHANCE + 0.12, name
