"""Which prompt comes next: a pure function of the library, what was asked, the day and a draw.

The rules and their numbers stand in docs/writing-prompts.md. This is the part of them that a first
check-in needs: nothing guarded, no early repeat, no domain twice running, the least-asked domain first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.prompts import AudienceKind, Domain, Prompt

REPEAT_AFTER = timedelta(days=180)
FAMILY_AFTER = timedelta(days=10)
BALANCE_OVER = timedelta(days=28)
PUSHED_SENSITIVITY = 1
"""Tender prompts (2 and 3) are opened by the person, never pushed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One prompt that a person was asked. Asks count, not answers: skipping makes nothing come back."""

    prompt: str
    day: date


def next_prompt(
    library: Sequence[Prompt], asked: Sequence[Asked], today: date, draw: Callable[[int], int]
) -> Prompt | None:
    """Return the prompt for a person's check-in of `today`, or None where the library has none.

    `asked` is ordered by day; `draw(n)` returns a number from 0 to n - 1.
    """
    pushed = [p for p in library if _may_be_pushed(p)]
    if not pushed:
        return None
    by_id = {p.id: p for p in library}
    last_seen = {a.prompt: a.day for a in asked}
    last = by_id.get(asked[-1].prompt) if asked else None
    families = {by_id[a.prompt].family for a in asked if a.prompt in by_id and a.day > today - FAMILY_AFTER}
    fresh = [p for p in pushed if p.id not in last_seen or last_seen[p.id] <= today - REPEAT_AFTER]
    left = fresh or pushed  # a small library comes round before its time, and keeps the other rules
    spaced = [p for p in left if p.family not in families] or left
    moved_on = [p for p in spaced if last is None or p.domain is not last.domain] or spaced
    if fresh:
        return _from_rarest_domain(moved_on, _domain_counts(asked, by_id, today), draw)
    oldest = min(last_seen[p.id] for p in moved_on)
    return _drawn([p for p in moved_on if last_seen[p.id] == oldest], draw)


def _may_be_pushed(prompt: Prompt) -> bool:
    """Whether a prompt may come by itself. The later of two sisters refers to the first, so it waits."""
    is_later_sister = prompt.pair is not None and prompt.pair < prompt.id
    return (
        prompt.sensitivity <= PUSHED_SENSITIVITY
        and AudienceKind.CLINICIAN in prompt.audience
        and not is_later_sister
    )


def _domain_counts(asked: Sequence[Asked], by_id: dict[str, Prompt], today: date) -> Counter[Domain]:
    recent = (a.prompt for a in asked if a.day > today - BALANCE_OVER)
    return Counter(by_id[prompt].domain for prompt in recent if prompt in by_id)


def _from_rarest_domain(pool: list[Prompt], counts: Counter[Domain], draw: Callable[[int], int]) -> Prompt:
    fewest = min(counts[p.domain] for p in pool)
    return _drawn([p for p in pool if counts[p.domain] == fewest], draw)


def _drawn(pool: list[Prompt], draw: Callable[[int], int]) -> Prompt:
    return sorted(pool, key=lambda p: p.id)[draw(len(pool))]
