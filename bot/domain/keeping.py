"""How long things are kept: whose time is over, when that was told before, and when to look again.

A page of day D that is kept for K days is there on day D + K and goes on the day after. Its writer was
told before, seven days at the least. One telling covers a week of ends, so nobody is told twice in a week.
K is the person's own choice, or what their organisations allow for the day D, whichever is less.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.organisations import Ceiling, longest

TOLD_BEFORE = 7
"""Days between the telling and the first page that goes, at the least."""
COVERED = 13
"""Days from the telling to the last end that it covers: a week of ends, each told a week before."""
RUNS_KEPT = 180
"""Days for which it is known which question was asked: none comes back earlier (bot/domain/rotation.py)."""
LOOKED_AT_EVERY = 7
"""Days between two looks, at the most: an organisation may set a time meanwhile."""

Ceilings = Sequence[Sequence[Ceiling]]
"""What each of somebody's organisations set, for pages written since they came there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Some days in a row: from `since` on, up to the one before `until`."""

    since: date
    until: date

    def up_to(self, day: date) -> Days:
        """Return those of them that are before a day."""
        return Days(since=self.since, until=min(self.until, day))

    def since_then(self, day: date) -> Days:
        """Return those of them from a day on."""
        return Days(since=max(self.since, day), until=self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days of writing that share a time: what is of them is kept so long."""

    days: Days
    keep_days: int


def allowed(ceilings: Ceilings, day: date) -> int | None:
    """Return how long a page of a day is kept at most by the strictest; None where nothing is set for it."""
    return min((it for each in ceilings if (it := longest(each, day)) is not None), default=None)


def spans(own: int | None, ceilings: Ceilings = ()) -> tuple[Span, ...]:
    """Return the days whose pages have a time, in order; `own` is the person's choice, None for good."""
    begins = sorted({date.min} | {each.since for them in ceilings for each in them})
    found: list[Span] = []
    for since, until in zip(begins, [*begins[1:], date.max], strict=True):
        times = [time for time in (own, allowed(ceilings, since)) if time is not None]
        if not times:
            continue
        before = found[-1] if found else None
        if before is not None and before.days.until == since and before.keep_days == min(times):
            found[-1] = Span(days=Days(since=before.days.since, until=until), keep_days=before.keep_days)
        else:
            found.append(Span(days=Days(since=since, until=until), keep_days=min(times)))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Somebody's keeping on a day of theirs. `told_on` is the day on which they were told last."""

    today: date
    spans: Sequence[Span]
    told_on: date | None

    @property
    def over(self) -> Sequence[Days]:
        """The days of which everything is over its time."""
        return [span.days.up_to(self._over_before(span)) for span in self.spans]

    def over_before(self, written: date) -> date:
        """Return before which day is over its time what was begun on a day and ended later."""
        span = self._span(written)
        return self._over_before(span) if span else date.min

    def is_over(self, written: date) -> bool:
        """Whether what was written on a day is over its time."""
        return written < self.over_before(written)

    @property
    def going(self) -> Sequence[Days]:
        """The days whose pages go: their time is over, and that was told."""
        if self.told_on is None:
            return ()
        over = min(self.today, self._told_to(self.told_on))
        return [span.days.up_to(over - timedelta(days=span.keep_days)) for span in self.spans]

    @property
    def timed(self) -> Sequence[Days]:
        """The days whose pages have a time: of each, the first page is the first to go."""
        return [span.days for span in self.spans]

    @property
    def untold(self) -> Sequence[Days]:
        """The days of whose pages it was not told yet that they go."""
        if self.told_on is None:
            return self.timed
        to = self._told_to(self.told_on)
        return [span.days.since_then(to - timedelta(days=span.keep_days)) for span in self.spans]

    def days_left(self, day: date) -> int | None:
        """Return in how many days a page of `day` goes, none or fewer where its time is over; None: never."""
        span = self._span(day)
        return (day - self.today).days + span.keep_days + 1 if span else None

    def least_left(self, pages: Collection[date]) -> int | None:
        """Return in how many days the next of some pages goes; None where none does."""
        return min((left for day in pages if (left := self.days_left(day)) is not None), default=None)

    def is_to_tell(self, untold: Collection[date]) -> bool:
        """Whether to tell today, given the first pages that were not told of."""
        left = self.least_left(untold)
        return left is not None and left <= TOLD_BEFORE

    def rest(self, first: Collection[date], *, told_now: Collection[date]) -> int:
        """Return after how many days to look again, given the first pages that are still there.

        Where what was told today is late, nothing goes until its week is over.
        """
        told, left = self.least_left(told_now), self.least_left(first)
        if told is not None and told < TOLD_BEFORE:
            return TOLD_BEFORE
        return LOOKED_AT_EVERY if left is None else min(LOOKED_AT_EVERY, max(1, left - TOLD_BEFORE))

    def _span(self, day: date) -> Span | None:
        return next((span for span in self.spans if span.days.since <= day < span.days.until), None)

    def _over_before(self, span: Span) -> date:
        return self.today - timedelta(days=span.keep_days)

    def _told_to(self, told_on: date) -> date:
        return told_on + timedelta(days=COVERED)
