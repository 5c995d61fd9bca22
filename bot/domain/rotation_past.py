"""What rotation knows of a person: what was asked on which day, read once and asked many things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain.prompts import Domain, Modality, Prompt
from bot.domain.stock import Pool, Stock

LOOKS_BACK = timedelta(days=365)
"""How far rotation looks back: what was asked within a year is not new. Less may be known."""
REPEAT_AFTER = timedelta(days=180)
GENTLE_REPEAT_AFTER = timedelta(days=60)
FAMILY_AFTER = timedelta(days=10)
BALANCE_OVER = timedelta(days=28)
SISTER_WITHIN = timedelta(days=7)
"""How long the later of two sisters may still speak of the same moment."""
UNTENDER_FOR = timedelta(days=3)
"""So many days after a rough one nothing tender comes by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One prompt that a person was asked. Asks count, not answers: skipping makes nothing come back.

    `passed`: they said "not today". `beside`: it came beside a check-in and takes no place of its own in
    the mix.
    """

    prompt: str
    day: date
    passed: bool = False
    beside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All that was asked, the oldest first, and the days that were rough: a low mark, or their own word."""

    asked: Sequence[Asked] = ()
    rough_days: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A history seen from one day, with the prompts that are still in the library."""

    stock: Stock
    today: date
    rough_days: frozenset[date]
    asked: Sequence[tuple[Prompt, Asked]]
    """Oldest first. What left the library is forgotten."""
    last_seen: dict[str, date] = field(repr=False)
    resting: Pool = field(repr=False)
    """What was asked so lately that it may not come as if new."""

    @classmethod
    def of(cls, stock: Stock, history: History, today: date) -> Past:
        """Return what a history says today."""
        by_id = stock.by_id
        asked = [(by_id[one.prompt], one) for one in history.asked if one.prompt in by_id]
        last_seen = {one.prompt: one.day for _, one in asked}
        plain, gentle = today - REPEAT_AFTER, today - GENTLE_REPEAT_AFTER
        return cls(
            stock=stock,
            today=today,
            rough_days=history.rough_days,
            asked=asked,
            last_seen=last_seen,
            resting=frozenset(
                one for one, day in last_seen.items() if day > (gentle if by_id[one].gentle else plain)
            ),
        )

    @property
    def is_tender(self) -> bool:
        """Whether today or yesterday was rough: then what comes asks little."""
        return not self.rough_days.isdisjoint({self.today, self.today - timedelta(days=1)})

    @property
    def is_lately_rough(self) -> bool:
        """Whether a day was so rough lately that nothing tender comes by itself."""
        return any(self.today - UNTENDER_FOR <= day <= self.today for day in self.rough_days)

    def checkins(self) -> Iterator[Prompt]:
        """Walk the prompts of check-ins, the latest first, without what came beside them."""
        return (prompt for prompt, one in reversed(self.asked) if not one.beside)

    def has_new(self, pool: Pool) -> bool:
        """Whether something of a pool was never asked, as far as is known."""
        return not self.last_seen.keys() >= pool

    def longest_unseen(self, pool: Pool) -> Pool:
        """Return what of a pool was never asked, as far as is known, else what was asked longest ago."""
        new = pool.difference(self.last_seen)
        if new:
            return new
        oldest = min(self.last_seen[one] for one in pool)
        return frozenset(one for one in pool if self.last_seen[one] == oldest)

    def of_waiting_family(self, pool: Pool) -> Pool:
        """Return what of a pool is of the family that was asked longest ago, or of those never asked.

        By the order of the asks, since many may be opened on one day. An empty pool stays empty.
        """
        last = {prompt.family: place for place, (prompt, _) in enumerate(self.asked)}
        places = {one: last.get(self.stock.by_id[one].family, -1) for one in pool}
        first = min(places.values(), default=-1)
        return frozenset(one for one, place in places.items() if place == first)

    def near_domains(self) -> frozenset[Domain]:
        """Return the domains of all that was asked on the last day of any ask."""
        if not self.asked:
            return frozenset()
        before = self.asked[-1][1].day - timedelta(days=1)
        return frozenset(prompt.domain for prompt, _ in self._since(before))

    def near_families(self) -> frozenset[str]:
        """Return the families that were asked within ten days."""
        return frozenset(prompt.family for prompt, _ in self._since(self.today - FAMILY_AFTER))

    def texts_running(self) -> int:
        """Return how many of the latest check-ins, one after another, asked for words."""
        count = 0
        for prompt in self.checkins():
            if prompt.modality is not Modality.TEXT:
                break
            count += 1
        return count

    def counts(self) -> Counter[Domain]:
        """Return how often each domain was asked within four weeks."""
        return Counter(prompt.domain for prompt, _ in self._since(self.today - BALANCE_OVER))

    def counts_of_all(self) -> Counter[Domain]:
        """Return how often each domain was asked in all that is known."""
        return Counter(prompt.domain for prompt, _ in self.asked)

    def last_days(self) -> dict[Domain, date]:
        """Return the day on which each domain was asked last."""
        return {prompt.domain: one.day for prompt, one in self.asked}

    def has_just_asked(self, sister: str | None, before: str) -> bool:
        """Whether a sister of `before` was asked shortly ago, not passed, and `before` did not follow yet."""
        for prompt, one in self._since(self.today - SISTER_WITHIN - timedelta(days=1)):
            if prompt.id == before:
                return False
            if prompt.id == sister:
                return not one.passed
        return False

    def _since(self, day: date) -> Iterator[tuple[Prompt, Asked]]:
        """Walk what was asked after a day, the latest first."""
        for both in reversed(self.asked):
            if both[1].day <= day:
                return
            yield both
