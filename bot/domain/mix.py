"""The mix of check-ins: of any five in a row three inner domains, one of edges, one of company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from bot.domain.prompts import Domain, Prompt
from bot.domain.rotation_past import Past

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


def part_of(domain: Domain) -> Part:
    """Return the part of the mix that a domain belongs to."""
    if domain.is_steam:
        return Part.STEAM
    return Part.EDGES if domain in {Domain.BOUNDARIES, Domain.REST} else Part.COMPANY


def in_mix(pool: Sequence[Prompt], past: Past, draw: Draw) -> list[Prompt]:
    """Return the prompts of `pool` that belong to the part whose turn it is.

    What the four check-ins before lack of the mix comes next. At first that leaves several parts, and the
    draw makes the order; later it leaves one, so that any five in a row hold the mix.
    """
    before = Counter(part_of(prompt.domain) for prompt in past.checkins[1 - _FIVE :])
    there = {part_of(prompt.domain) for prompt in pool}
    lacking = [part for part in Part if part in there for _ in range(MIX[part] - before[part])]
    parts = lacking or [part for part in Part if part in there]
    part = parts[draw(len(parts))] if len(parts) > 1 else parts[0]
    return _in_turn([prompt for prompt in pool if part_of(prompt.domain) is part], part, past)


def balanced(pool: Sequence[Prompt], past: Past) -> list[Prompt]:
    """Return the prompts of `pool`, all of one part, whose domain was asked least or longest ago.

    Inner domains are kept level over four weeks. Wide ones take turns: boundaries with rest, peer support
    with all the others.
    """
    if all(prompt.domain.is_steam for prompt in pool):
        counts = past.counts()
        fewest = min(counts[prompt.domain] for prompt in pool)
        return [prompt for prompt in pool if counts[prompt.domain] == fewest]
    last = past.last_days()
    others = [last.get(domain, date.min) for domain in last if _is_other(domain)]
    turns = {
        prompt.domain: max(others, default=date.min) if _is_other(prompt.domain) else _last(last, prompt)
        for prompt in pool
    }
    longest = min(turns.values())
    pool = [prompt for prompt in pool if turns[prompt.domain] == longest]
    longest = min(_last(last, prompt) for prompt in pool)
    return [prompt for prompt in pool if _last(last, prompt) == longest]


def _in_turn(pool: list[Prompt], part: Part, past: Past) -> list[Prompt]:
    """Return only what is due of a part: the domain of every second turn, where the last was another's."""
    domain = _TURN.get(part)
    turns = [prompt.domain for prompt, _ in past.asked if part_of(prompt.domain) is part]
    due = [prompt for prompt in pool if prompt.domain is domain] if turns and turns[-1] is not domain else []
    return due or pool


def _is_other(domain: Domain) -> bool:
    return part_of(domain) is Part.COMPANY and domain is not Domain.PEER_SUPPORT


def _last(days: dict[Domain, date], prompt: Prompt) -> date:
    return days.get(prompt.domain, date.min)
