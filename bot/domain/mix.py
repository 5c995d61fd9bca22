"""The mix of check-ins: of any five in a row three inner domains, one of edges, one of company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from itertools import islice

from bot.domain.prompts import STEAM, Domain
from bot.domain.rotation_past import Past
from bot.domain.stock import NONE, Pool

Draw = Callable[[int], int]
"""`draw(n)` returns a number from 0 to n - 1."""


class Part(StrEnum):
    """What a check-in can be, as the mix sees it."""

    STEAM = "steam"
    EDGES = "edges"
    """Boundaries or rest."""
    COMPANY = "company"
    """Peer support, or another wide domain."""


MIX = {Part.STEAM: 3, Part.EDGES: 1, Part.COMPANY: 1}
_FIVE = sum(MIX.values())
_TURN = {Part.EDGES: Domain.BOUNDARIES, Part.COMPANY: Domain.PEER_SUPPORT}
"""The domain of a part that takes every second turn of it, so that it comes within 14 days."""
ON_TIME = (Domain.BOUNDARIES, Domain.REST, Domain.PEER_SUPPORT)
"""What has a turn of its own in every fortnight, and needs no asking between."""
_LEVEL_WITHIN = 1
"""Asks in four weeks by which inner domains may differ and still count as level."""


def part_of(domain: Domain) -> Part:
    """Return the part of the mix that a domain belongs to."""
    if domain.is_steam:
        return Part.STEAM
    return Part.EDGES if domain in {Domain.BOUNDARIES, Domain.REST} else Part.COMPANY


_DOMAINS = {part: tuple(domain for domain in Domain if part_of(domain) is part) for part in Part}


def in_mix(pool: Pool, past: Past, draw: Draw) -> Pool:
    """Return the prompts of `pool` that belong to the part whose turn it is.

    What the four check-ins before lack of the mix comes next. At first that leaves several parts, and the
    draw makes the order; later it leaves one, so that any five in a row hold the mix.
    """
    before = Counter(part_of(prompt.domain) for prompt in islice(past.checkins(), _FIVE - 1))
    there = {part: those for part in Part if (those := pool & past.stock.of_domains(_DOMAINS[part]))}
    lacking = [part for part in there for _ in range(MIX[part] - before[part])]
    parts = lacking or [*there]
    part = parts[draw(len(parts))] if len(parts) > 1 else parts[0]
    return _in_turn(there[part], part, past)


def balanced(pool: Pool, past: Past) -> Pool:
    """Return the prompts of `pool`, all of one part, whose domain is to be asked about.

    Inner domains are kept level over four weeks, and of those that are as good as level one with something
    new comes first; then the one that was asked least in all. Of wide ones it is the one that was asked
    longest ago, of those with something new.
    """
    there = {domain: those for domain in Domain if (those := pool & past.stock.of_domain[domain])}
    ranks = _levels(there, past) if there.keys() <= set(STEAM) else _waits(there, past)
    first = min(ranks.values())
    return NONE.union(*(those for domain, those in there.items() if ranks[domain] == first))


def _in_turn(pool: Pool, part: Part, past: Past) -> Pool:
    """Return only what is due of a part: its own domain every second time, and the others between.

    Where the others have nothing that has rested, its own may come early; it never comes late.
    """
    domain = _TURN.get(part)
    last = next((prompt.domain for prompt in past.checkins() if part_of(prompt.domain) is part), None)
    if domain is None or last is None:
        return pool
    its = past.stock.of_domain[domain]
    if last is not domain:
        return pool & its or pool
    return pool if past.resting >= pool - its else pool - its


def _levels(there: Mapping[Domain, Pool], past: Past) -> dict[Domain, tuple[int, ...]]:
    lately, ever = past.counts(), past.counts_of_all()
    level = min(lately[domain] for domain in there) + _LEVEL_WITHIN
    return {
        domain: (lately[domain] > level, not past.has_new(those), lately[domain], ever[domain])
        for domain, those in there.items()
    }


def _waits(there: Mapping[Domain, Pool], past: Past) -> dict[Domain, tuple[int, ...]]:
    last = past.last_days()
    return {
        domain: (not past.has_new(those), last.get(domain, date.min).toordinal())
        for domain, those in there.items()
    }
