"""What rotation knows of a person: what was asked on which day, read once and asked many things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain.prompts import Domain, Modality, Prompt

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

    today: date
    rough_days: frozenset[date]
    asked: Sequence[tuple[Prompt, Asked]]
    """Oldest first. What left the library is forgotten."""
    last_seen: dict[str, date] = field(repr=False)

    @classmethod
    def of(cls, library: Sequence[Prompt], history: History, today: date) -> Past:
        """Return what a history says today."""
        by_id = {prompt.id: prompt for prompt in library}
        asked = [(by_id[one.prompt], one) for one in history.asked if one.prompt in by_id]
        return cls(
            today=today,
            rough_days=history.rough_days,
            asked=asked,
            last_seen={prompt.id: one.day for prompt, one in asked},
        )

    @property
    def is_tender(self) -> bool:
        """Whether today or yesterday was rough: then what comes asks little."""
        return not self.rough_days.isdisjoint({self.today, self.today - timedelta(days=1)})

    @property
    def is_lately_rough(self) -> bool:
        """Whether a day was so rough lately that nothing tender comes by itself."""
        return any(self.today - UNTENDER_FOR <= day <= self.today for day in self.rough_days)

    @property
    def checkins(self) -> Sequence[Prompt]:
        """The prompts of check-ins, oldest first, without what came beside them."""
        return [prompt for prompt, one in self.asked if not one.beside]

    def is_rested(self, prompt: Prompt) -> bool:
        """Whether a prompt was not asked for so long that it may come as if new."""
        seen = self.last_seen.get(prompt.id)
        rest = GENTLE_REPEAT_AFTER if prompt.gentle else REPEAT_AFTER
        return seen is None or seen <= self.today - rest

    def near_domains(self) -> frozenset[Domain]:
        """Return the domains of all that was asked on the last day of any ask."""
        if not self.asked:
            return frozenset()
        last_day = self.asked[-1][1].day
        return frozenset(prompt.domain for prompt, one in self.asked if one.day == last_day)

    def near_families(self) -> frozenset[str]:
        """Return the families that were asked within ten days."""
        since = self.today - FAMILY_AFTER
        return frozenset(prompt.family for prompt, one in self.asked if one.day > since)

    def texts_running(self) -> int:
        """Return how many of the latest check-ins, one after another, asked for words."""
        count = 0
        for prompt in reversed(self.checkins):
            if prompt.modality is not Modality.TEXT:
                break
            count += 1
        return count

    def counts(self) -> Counter[Domain]:
        """Return how often each domain was asked within four weeks."""
        since = self.today - BALANCE_OVER
        return Counter(prompt.domain for prompt, one in self.asked if one.day > since)

    def last_days(self) -> dict[Domain, date]:
        """Return the day on which each domain was asked last."""
        return {prompt.domain: one.day for prompt, one in self.asked}

    def has_just_asked(self, sister: str | None, before: Prompt) -> bool:
        """Whether a sister of `before` was asked shortly ago, not passed, and `before` did not follow yet."""
        since = self.today - SISTER_WITHIN
        for prompt, one in reversed(self.asked):
            if one.day < since or prompt.id == before.id:
                return False
            if prompt.id == sister:
                return not one.passed
        return False
