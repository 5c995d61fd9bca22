"""How fast messages may leave: a ceiling for each workspace, a second between two in a channel, and rests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.limits import CHANNEL_PAUSE
from adapters.slack.line.pace import Pace
from bot.surface.pace import Bucket

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
NOW = timedelta(0)


def sent(pace: Pace, count: int, *, workspace: str = "T1", begin: datetime = NOON) -> list[datetime]:
    """Send to `count` people as fast as the pace lets it be; return when each left."""
    now, left = begin, []
    for number in range(count):
        now += pace.wait(workspace, f"U{number}", now)
        pace.take(workspace, f"U{number}", now)
        left.append(now)
    return left


def test_a_burst_leaves_at_once_and_the_rest_at_its_pace() -> None:
    """Ten at once, then one every quarter of a second: the ceiling of 240 a minute."""
    left = sent(Pace(per_minute=240, burst=10), 50)
    assert left[:10] == [NOON] * 10
    assert {later - sooner for sooner, later in pairwise(left[9:])} == {timedelta(seconds=0.25)}


def test_a_quiet_time_gives_back_one_burst_and_no_more() -> None:
    """However long it was."""
    pace = Pace(per_minute=60, burst=5)
    sent(pace, 5)
    left = sent(pace, 10, begin=NOON + timedelta(days=1))
    assert left.count(NOON + timedelta(days=1)) == 5


def test_nothing_is_left_of_a_burst_where_others_may_have_used_it() -> None:
    """One leaves, and then each at its time; who kept to it alone loses nothing by that."""
    fresh, known = Pace(per_minute=60, burst=5), Pace(per_minute=60, burst=5)
    fresh.leave_one("T1", NOON)
    assert sent(fresh, 3) == [NOON, NOON + SECOND, NOON + 2 * SECOND]
    sent(known, 5)
    known.leave_one("T1", NOON + SECOND)
    assert sent(known, 2, begin=NOON + SECOND) == [NOON + SECOND, NOON + 2 * SECOND]


def test_a_second_lies_between_two_messages_in_one_channel() -> None:
    """Whatever the workspace could still take."""
    pace = Pace()
    pace.take("T1", "U1", NOON)
    assert pace.wait("T1", "U1", NOON) == CHANNEL_PAUSE
    assert pace.wait("T1", "U2", NOON) == NOW
    assert pace.wait("T1", "U1", NOON + CHANNEL_PAUSE) == NOW


def test_workspaces_do_not_wait_for_each_other() -> None:
    """Neither for a ceiling nor for a rest, and one person may be in both."""
    pace = Pace(per_minute=60, burst=1)
    pace.take("T1", "U1", NOON)
    pace.pause("T1", "", NOON + timedelta(hours=1))
    assert pace.wait("T2", "U1", NOON) == NOW


def test_a_rest_holds_for_what_it_was_asked_for() -> None:
    """Posting rests; other questions go on, and the other way round."""
    pace = Pace()
    pace.pause("T1", "", NOON + 30 * SECOND)
    assert pace.wait("T1", "U1", NOON) == 30 * SECOND
    assert pace.wait("T1", "U1", NOON + 10 * SECOND) == 20 * SECOND
    assert pace.rest("T1", "dnd", NOON) == NOW
    pace.pause("T1", "dnd", NOON + 90 * SECOND)
    assert pace.wait("T1", "U1", NOON + 40 * SECOND) == NOW


def test_conversations_are_opened_in_a_burst_and_then_some_a_minute() -> None:
    """And not while Slack asked for a rest."""
    pace = Pace()
    opened = [pace.may_open("T1", NOON) for _ in range(20)]
    assert opened == [True] * 10 + [False] * 10
    assert sum(pace.may_open("T1", NOON + n * SECOND) for n in range(1, 61)) == 40
    pace.pause("T1", "open", NOON + 300 * SECOND)
    assert not pace.may_open("T1", NOON + 299 * SECOND)
    assert pace.may_open("T1", NOON + 300 * SECOND)


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=80), st.integers(1, 600), st.integers(1, 30))
def test_no_minute_ever_holds_more_than_ceiling_and_burst(
    pauses: list[int], per_minute: int, burst: int
) -> None:
    """Whenever somebody comes, in milliseconds after the one before."""
    pace, now, left = Pace(per_minute=per_minute, burst=burst), NOON, list[datetime]()
    for number, pause in enumerate(pauses):
        now += timedelta(milliseconds=pause)
        now += pace.wait("T1", f"U{number}", now)
        pace.take("T1", f"U{number}", now)
        left.append(now)
    for each in left:
        minute = [one for one in left if each <= one < each + timedelta(minutes=1)]
        assert len(minute) <= per_minute + burst


def test_a_bucket_that_was_overdrawn_takes_longer() -> None:
    """One that leaves before its time is not forgotten."""
    bucket = Bucket(size=1, every=SECOND, full_at=NOON)
    bucket.take(NOON)
    bucket.take(NOON)
    assert bucket.wait(NOON) == 2 * SECOND
