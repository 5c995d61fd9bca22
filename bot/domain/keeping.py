"""How long things are kept: whose time is over, when that was told before, and when to look again.

A page of day D that is kept for K days is there on day D + K and goes on the day after. Its writer was
told before, seven days at the least. One telling covers a week of ends, so nobody is told twice in a week.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

TOLD_BEFORE = 7
"""Days between the telling and the first page that goes, at the least."""
COVERED = 13
"""Days from the telling to the last end that it covers: a week of ends, each told a week before."""
RUNS_KEPT = 180
"""Days for which it is known which question was asked: none comes back earlier (bot/domain/rotation.py)."""
_LOOKED_AT_EVERY = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Somebody's keeping on a day of theirs. `told_on` is the day on which they were told last."""

    today: date
    keep_days: int
    told_on: date | None

    @property
    def over_before(self) -> date:
        """What is of a day before this one is over its time."""
        return self.today - timedelta(days=self.keep_days)

    @property
    def goes_before(self) -> date:
        """Pages of days before this one go: their time is over, and that was told."""
        if self.told_on is None:
            return date.min
        return min(self.today, self._told_to(self.told_on)) - timedelta(days=self.keep_days)

    @property
    def untold_since(self) -> date:
        """Of pages from this day on it was not told yet that they go."""
        if self.told_on is None:
            return date.min
        return self._told_to(self.told_on) - timedelta(days=self.keep_days)

    def days_left(self, day: date) -> int:
        """Return in how many days a page of `day` goes; none or fewer where its time is over."""
        return (day - self.today).days + self.keep_days + 1

    def is_to_tell(self, first_untold: date | None) -> bool:
        """Whether to tell today, given the day of the first page that was not told of."""
        return first_untold is not None and self.days_left(first_untold) <= TOLD_BEFORE

    def rest(self, first: date | None, *, first_told_now: date | None) -> int:
        """Return after how many days to look again, given the first page that is still there.

        Where what was told today is late, nothing goes until its week is over.
        """
        if first_told_now is not None and self.days_left(first_told_now) < TOLD_BEFORE:
            return TOLD_BEFORE
        if first is None:
            return _LOOKED_AT_EVERY
        return min(_LOOKED_AT_EVERY, max(1, self.days_left(first) - TOLD_BEFORE))

    def _told_to(self, told_on: date) -> date:
        return told_on + timedelta(days=COVERED)
