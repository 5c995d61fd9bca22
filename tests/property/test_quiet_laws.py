"""Laws of quiet hours side by side: the next instant outside both, against a slow reference."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import QuietHours
from bot.domain.quiet import is_quiet, quiet_begins, quiet_ends

QUARTERS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
QUIET = st.builds(QuietHours, start=QUARTERS, end=QUARTERS)
NOW = st.integers(0, 365 * 86_400).map(lambda n: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=n))
QUARTER = timedelta(minutes=15)


def _first_free(quiets: list[QuietHours], local: datetime) -> datetime | None:
    """Walk on by quarters until none holds; None where none does within a day."""
    if not any(quiet.cover(local.time()) for quiet in quiets):
        return local
    at = local.replace(minute=local.minute // 15 * 15, second=0)
    for _ in range(24 * 4):
        at += QUARTER
        if not any(quiet.cover(at.time()) for quiet in quiets):
            return at
    return None


@given(QUIET, QUIET | st.none(), NOW)
def test_it_is_the_next_instant_outside_both(own: QuietHours, team: QuietHours | None, now: datetime) -> None:
    """Now, where none holds; their own alone, where both leave no minute of the day."""
    free = _first_free([own, team] if team else [own], now) or _first_free([own], now)
    assert (quiet_ends(own, team, now) or now) == free


@given(QUIET, QUIET, NOW)
def test_something_always_comes_within_a_day(own: QuietHours, team: QuietHours, now: datetime) -> None:
    """Whatever an organisation sets, nobody is cut off by it."""
    assert (quiet_ends(own, team, now) or now) <= now + timedelta(days=1)
    assert is_quiet(own, team, now.time()) is (quiet_ends(own, team, now) is not None)


@given(QUIET, QUIET | st.none(), NOW)
def test_they_began_where_nothing_just_before_was_quiet(
    own: QuietHours, team: QuietHours | None, now: datetime
) -> None:
    """Those that hold, else the last ones; all of the time between is quiet while they hold."""
    begins = quiet_begins(own, team, now)
    if own.start == own.end and (team is None or team.start == team.end):
        assert begins is None
        return
    if begins is None:  # both leave no minute of a day, and there are none of their own
        assert own.start == own.end
        return
    assert now - timedelta(days=2) <= begins <= now
    assert is_quiet(own, team, begins.time())
    assert not is_quiet(own, team, (begins - timedelta(minutes=1)).time())
    if is_quiet(own, team, now.time()):
        quarters = range(int((now - begins) / QUARTER) + 1)
        assert all(is_quiet(own, team, (begins + n * QUARTER).time()) for n in quarters)
