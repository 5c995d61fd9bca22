"""How fast the bot may ask Discord for something: computed, not waited for.

A bot has 50 requests a second in all, but for answers to what people do, which are not counted
(https://discord.com/developers/docs/topics/rate-limits#global-rate-limit).
discord.py keeps to what Discord says of each route, and not to that number. Letters and all else have their
own turns, so that what somebody waits for never stands behind the letters of hundreds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from adapters.discord.limits import LETTERS_AT_ONCE, LETTERS_PER_SECOND, REST_AT_ONCE, REST_PER_SECOND
from bot.surface.pace import NOW, Bucket

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def _bucket(size: int, per_second: int) -> Bucket:
    return Bucket(size=size, every=timedelta(seconds=1) / per_second, full_at=_LONG_AGO)


@dataclass(slots=True, kw_only=True)
class Pace:
    """The pace of one bot: turns that are given in order, and rests that Discord asked for."""

    _letters: Bucket = field(default_factory=lambda: _bucket(LETTERS_AT_ONCE, LETTERS_PER_SECOND))
    _rest: Bucket = field(default_factory=lambda: _bucket(REST_AT_ONCE, REST_PER_SECOND))
    _letters_from: datetime = _LONG_AGO
    _opens_from: datetime = _LONG_AGO

    def letter(self, now: datetime) -> timedelta:
        """Give the next turn of a letter; return how long it is until then."""
        return _turn(self._letters, now)

    def call(self, now: datetime) -> timedelta:
        """Give the next turn of anything else; return how long it is until then."""
        return _turn(self._rest, now)

    def pause(self, until: datetime) -> None:
        """Let the letters rest."""
        self._letters_from = max(self._letters_from, until)

    def pause_opening(self, until: datetime) -> None:
        """Let no conversation be opened: those that are open go on."""
        self._opens_from = max(self._opens_from, until)

    def rest(self, now: datetime) -> timedelta:
        """Return how long letters still rest."""
        return max(NOW, self._letters_from - now)

    def opening_rest(self, now: datetime) -> timedelta:
        """Return how long no conversation is opened."""
        return max(NOW, self._opens_from - now)


def _turn(bucket: Bucket, now: datetime) -> timedelta:
    wait = bucket.wait(now)
    bucket.take(now)
    return wait
