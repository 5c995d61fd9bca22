"""Ways to guess who wrote what has no name, by somebody who sees everything but the keys.

Each takes rounds of which the authors are known to learn from, and guesses the authors of another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean

from tests.property.unnamed_town import EIGHT, Out, Seen

Guesses = Mapping[str, int]
"""The author that is guessed for each share, by the id of its row."""
Attack = Callable[[Sequence[Seen], Seen], Guesses]


def best(rounds: Sequence[Seen]) -> tuple[str, float]:
    """Return the way that hits most often, and how often: it guesses each round, and knows all others."""
    found = scores(rounds)
    name = max(found, key=lambda each: found[each])
    return name, found[name]


def scores(rounds: Sequence[Seen]) -> Mapping[str, float]:
    """Return how often each way hits, as `best` does."""
    others = [[*rounds[:at], *rounds[at + 1 :]] for at in range(len(rounds))]
    return {
        name: fmean(score(attack, known, [seen]) for known, seen in zip(others, rounds, strict=True))
        for name, attack in ATTACKS.items()
    }


def score(attack: Attack, known: Sequence[Seen], guessed: Sequence[Seen]) -> float:
    """Return the share of right guesses."""
    hits = [
        guesses.get(share.id) == share.author
        for seen in guessed
        for guesses in (attack(known, seen),)
        for share in seen.shares
    ]
    return sum(hits) / len(hits)


def _ranked(by: Callable[[Out], object], *, last_first: bool = False) -> Attack:
    """The first of some order was written by who acted first, or last."""

    def attack(_known: Sequence[Seen], seen: Seen) -> Guesses:
        acted = [act.who for act in seen.acts]
        in_order = sorted(seen.shares, key=lambda share: _comparable(by(share)))
        whose = reversed(acted) if last_first else acted
        return dict(zip((share.id for share in in_order), whose, strict=False))

    return attack


def _learned(*features: Callable[[Out, Seen], object]) -> Attack:
    """Whoever wrote most often, of what was known, where a feature was the same."""

    def attack(known: Sequence[Seen], seen: Seen) -> Guesses:
        table: dict[tuple[int, object], Counter[int]] = {}
        for one in known:
            for share in one.shares:
                for cell in _cells(share, one):
                    table.setdefault(cell, Counter())[share.author] += 1
        return {
            share.id: _most(table.get(cell, Counter()) for cell in _cells(share, seen))
            for share in seen.shares
        }

    def _cells(share: Out, seen: Seen) -> list[tuple[int, object]]:
        return [(number, feature(share, seen)) for number, feature in enumerate(features)]

    return attack


def _between_dumps(_known: Sequence[Seen], seen: Seen) -> Guesses:
    """A row that came with somebody's act is theirs."""
    return {row: act.who for act in seen.acts for row in act.came}


def _most(counts: Iterable[Counter[int]]) -> int:
    added: Counter[int] = Counter()
    for each in counts:
        whole = sum(each.values()) or 1
        for who, number in each.items():
            added[who] += 1000 * number // whole
    return max(range(len(EIGHT)), key=lambda who: added[who])


def _comparable(value: object) -> tuple[str, int]:
    return ("", value) if isinstance(value, int) else (str(value), 0)


def _rank(of: Callable[[Out], object]) -> Callable[[Out, Seen], object]:
    return lambda share, seen: sorted(_comparable(of(each)) for each in seen.shares).index(
        _comparable(of(share))
    )


ATTACKS: Mapping[str, Attack] = {
    "the order of ids": _ranked(lambda share: share.id),
    "the order of ids, backwards": _ranked(lambda share: share.id, last_first=True),
    "the order of rows": _ranked(lambda share: share.file),
    "the order in the channel": _ranked(lambda share: share.channel),
    "who acted last": _ranked(lambda share: share.channel, last_first=True),
    "the order of postings' keys": _ranked(lambda share: share.key),
    "dumps before and after": _between_dumps,
    "ids, learned": _learned(
        lambda share, _: share.id[0], lambda share, _: share.id[-1], _rank(lambda share: share.id)
    ),
    "places, learned": _learned(_rank(lambda share: share.file), _rank(lambda share: share.channel)),
    "rows, learned": _learned(lambda share, _: share.shape),
    "payloads, learned": _learned(
        lambda share, _: share.key[0],
        lambda share, _: len(share.controls),
        lambda share, _: share.controls[:1],
        lambda share, _: share.controls[-1:],
        lambda share, _: share.alias,
        lambda share, _: share.alias[0],
    ),
}
"""By what they go by."""
