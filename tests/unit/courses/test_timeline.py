"""What comes to a learner comes in their own day: the cases that the laws do not name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.timeline import LearnerTime, Moved, Planned, timeline
from bot.domain.courses.timetable import starts_at, with_session
from bot.domain.people import QuietHours
from bot.domain.zones import zone_of
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS

COURSE = FOUR_SESSIONS.course
"""Four Tuesdays from the first of December 2026 on, 16:00 in New York."""
BEFORE = datetime(2026, 11, 2, tzinfo=UTC)
EVENING = QuietHours(start=time(20), end=time(8))


def _in(zone: str, quiet: QuietHours = EVENING) -> LearnerTime:
    return LearnerTime(zone=zone, quiet=quiet)


def _local(planned: Planned, zone: str) -> str:
    return f"{planned.at.astimezone(zone_of(zone)):%d %H:%M}"


def _of(planned: tuple[Planned, ...], push: str) -> Planned | None:
    return next((each for each in planned if each.push == push), None)


def test_where_the_course_is_at_home_all_comes_as_it_has_it() -> None:
    """Twelve pushes, each once, and nothing moved them."""
    found = timeline(COURSE, _in("America/New_York"), since=BEFORE)
    assert [each.push for each in found] == [each.id for each in COURSE.pushes]
    assert all(each.at == each.wished and not each.why for each in found)


def test_what_prepares_a_session_at_night_comes_the_evening_before() -> None:
    """In Kolkata the session is at half past two: an hour before the quiet hours, not after them."""
    zone = "Asia/Kolkata"
    found = _of(timeline(COURSE, _in(zone), since=BEFORE), "pre2")
    assert found is not None
    assert _local(found, zone) == "08 19:00"
    assert found.why == {Moved.QUIET}


def test_what_prepares_may_wait_for_the_morning_while_half_an_hour_is_left() -> None:
    """In Auckland the session is at ten; half past nine is near enough."""
    zone = "Pacific/Auckland"
    for ends, comes in ((time(9, 30), "09 09:30"), (time(9, 31), "08 19:00")):
        quiet = QuietHours(start=time(20), end=ends)
        found = _of(timeline(COURSE, _in(zone, quiet), since=BEFORE), "pre2")
        assert found is not None
        assert _local(found, zone) == comes


def test_who_joins_late_gets_the_latest_of_what_prepares_and_no_pile() -> None:
    """And of what was asked before that, nothing."""
    after = datetime(2026, 12, 8, 18, 30, tzinfo=UTC)  # half an hour after what prepares the second one
    found = timeline(COURSE, _in("America/New_York"), since=after)
    assert [each.push for each in found][:2] == ["pre2", "post2"]
    assert found[0].at == after
    assert found[0].why == {Moved.LATE}


def test_who_joins_when_the_session_is_about_to_begin_is_let_be() -> None:
    """What would prepare it came no more."""
    found = timeline(COURSE, _in("America/New_York"), since=datetime(2026, 12, 8, 20, 45, tzinfo=UTC))
    assert found[0].push == "post2"


def test_after_a_leave_it_comes_a_day_at_a_time() -> None:
    """What prepares goes before what has waited; what prepared a session that is over never comes."""
    away = replace(_in("America/New_York"), away_until=date(2026, 12, 15))
    found = timeline(COURSE, away, since=BEFORE)
    days = [each.at.astimezone(zone_of(away.zone)).date().day for each in found]
    assert len(set(days)) == len(days)
    assert [each.push for each in found][:5] == ["pre3", "post1", "mid1", "post2", "mid2"]
    assert _of(found, "pre1") is None
    assert _of(found, "pre2") is None


def test_a_day_that_has_its_push_takes_no_second() -> None:
    """The next free day has it; what can only come that day comes on the evening before."""
    found = timeline(
        COURSE, _in("America/New_York"), since=BEFORE, taken=[date(2026, 12, 2), date(2026, 12, 8)]
    )
    post, pre = _of(found, "post1"), _of(found, "pre2")
    assert post is not None
    assert _local(post, "America/New_York") == "03 18:00"
    assert post.why == {Moved.BUDGET}
    assert pre is not None
    assert _local(pre, "America/New_York") == "07 19:00"


def test_what_was_sent_is_not_planned_again_and_what_waited_is_not_planned_into_the_past() -> None:
    """Who comes back from a pause gets what they missed a day at a time: now, and then at its own hour."""
    now = datetime(2026, 12, 10, 15, tzinfo=UTC)
    found = timeline(COURSE, _in("America/New_York"), since=BEFORE, sent={"pre1", "post1"}, now=now)
    assert [each.push for each in found][:3] == ["mid1", "post2", "mid2"]
    assert [_local(each, "America/New_York") for each in found][:3] == ["10 10:00", "11 18:00", "12 18:00"]
    assert found[0].why == {Moved.LATE}
    assert _of(found, "pre2") is None


def test_a_session_that_moves_takes_its_pushes_along() -> None:
    """And no other session's."""
    moved = with_session(COURSE, 2, datetime.combine(date(2026, 12, 9), time(18)))
    was = timeline(COURSE, _in("America/New_York"), since=BEFORE)
    now = timeline(moved, _in("America/New_York"), since=BEFORE)
    changed = {one.push for one, other in zip(was, now, strict=True) if one != other}
    assert changed == {"pre2", "post2", "mid2"}


def test_days_of_ones_own_begin_with_ones_own_first_day() -> None:
    """Across a change of the clock the hour stays; who has not begun gets nothing."""
    own = replace(_in("Europe/Berlin"), began_on=date(2026, 3, 25))
    since = datetime(2026, 3, 25, tzinfo=UTC)
    found = timeline(TEN_DAYS.course, own, since=since)
    assert [_local(each, own.zone) for each in found][:2] == ["25 12:30", "26 12:30"]
    assert _local(found[-1], own.zone) == "03 12:30"
    assert timeline(TEN_DAYS.course, _in("Europe/Berlin"), since=since) == ()


def test_a_holiday_is_left_free_but_for_what_a_session_needs() -> None:
    """The day after is as good for a look back; what prepares the session of a free day comes on it."""
    free = {date(2026, 12, 2), date(2026, 12, 7), date(2026, 12, 8)}
    learner = replace(_in("America/New_York"), is_off=free.__contains__)
    found = timeline(COURSE, learner, since=BEFORE)
    post, pre = _of(found, "post1"), _of(found, "pre2")
    assert post is not None
    assert _local(post, "America/New_York") == "03 18:00"
    assert post.why == {Moved.OFF}
    assert pre is not None
    assert pre.at == pre.wished


@given(
    minutes=st.integers(0, 30 * 24 * 60),
    wave=st.integers(0, 14),
    zone=st.sampled_from(["America/New_York", "UTC", "Asia/Kolkata", "Pacific/Auckland"]),
)
def test_a_later_wave_has_all_that_prepares_which_the_first_one_has(
    minutes: int, wave: int, zone: str
) -> None:
    """And nothing else of what lay before its day."""
    launched = datetime(2026, 11, 20, tzinfo=UTC) + timedelta(minutes=minutes)
    first = timeline(COURSE, _in(zone), since=launched)
    begins = launched + timedelta(days=wave)
    later = timeline(COURSE, _in(zone), since=launched, begins=begins)
    prepares = {each.id for each in COURSE.pushes if each.is_before}
    assert {each.push for each in later} & prepares == {each.push for each in first} & prepares
    assert all(each.wished >= begins for each in later if each.push not in prepares)
    for each in later:
        push = COURSE.push(each.push)
        assert push is not None
        session = COURSE.session(push.when.session)
        if push.is_before and session is not None:
            assert each.at < starts_at(COURSE, session)
            assert each.at >= launched
