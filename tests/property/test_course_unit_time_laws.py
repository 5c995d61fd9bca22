"""Laws of what comes to a learner of a course in units: any zone, any order and pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.learners import Learner
from bot.domain.courses.timeline import LearnerTime, Planned, timeline
from bot.domain.people import QuietHours
from bot.domain.quiet import is_quiet
from bot.domain.zones import every_zone, zone_of
from bot.services.pushes import idle
from bot.services.pushes.beside import NUDGE, beside
from bot.testing.courses import THREE_UNITS

COURSE = THREE_UNITS.course
UNITS = tuple(each.n for each in COURSE.units)
QUARTERS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
QUIET = st.builds(QuietHours, start=QUARTERS, end=QUARTERS)
FROM = datetime(2026, 1, 5, tzinfo=UTC)
AGREED = st.integers(0, 60 * 24 * 500).map(lambda minutes: FROM + timedelta(minutes=minutes))


@dataclass(frozen=True, kw_only=True)
class Way:
    """Somebody's way through the units: when each is finished, and the clock that they live by."""

    agreed_at: datetime
    finished: dict[int, datetime]
    at: LearnerTime

    def local(self, planned: Planned) -> datetime:
        """Return when it comes on their clock."""
        return planned.at.astimezone(zone_of(self.at.zone))

    def by(self, now: datetime) -> tuple[Learner, LearnerTime]:
        """Return the learner as they are at an instant."""
        done = {n: at for n, at in self.finished.items() if at <= now}
        active = max(done.values(), default=None)
        learner = Learner(
            agreed_at=self.agreed_at, began_on=self.at.began_on, active_at=active, finished=done
        )
        since = active or self.agreed_at
        return learner, replace(self.at, finished=frozenset(done.items()), idle_since=since)


@st.composite
def ways(draw: st.DrawFn) -> Way:
    """Any order, any pace from minutes to months, and some that are never finished."""
    agreed = draw(AGREED)
    order, now = draw(st.permutations(UNITS)), agreed
    finished: dict[int, datetime] = {}
    for n in order[: draw(st.integers(0, len(order)))]:
        now += timedelta(minutes=draw(st.integers(1, 60 * 24 * 45)))
        finished[n] = now
    zone = draw(st.sampled_from(every_zone()))
    began_on = agreed.astimezone(zone_of(zone)).date()
    at = LearnerTime(
        zone=zone,
        quiet=draw(QUIET),
        team_quiet=draw(st.none() | QUIET),
        usual=draw(QUARTERS),
        began_on=began_on,
    )
    return Way(agreed_at=agreed, finished=finished, at=at)


def planned(way: Way, now: datetime, sent: dict[str, datetime]) -> Sequence[Planned]:
    """Return what still comes, pushes first and reminders into the days that are left."""
    learner, at = way.by(now)
    taken = {when.astimezone(zone_of(at.zone)).date() for when in sent.values()}
    found = timeline(COURSE, at, since=way.agreed_at, taken=taken, sent=sent, now=now)
    taken |= {way.local(each).date() for each in found}
    offers = beside(COURSE, at.finished, offers=True)
    last = timeline(offers, at, since=way.agreed_at, taken=taken, sent=sent, now=now)
    taken |= {way.local(each).date() for each in last}
    words = idle.coming(
        COURSE, idle.nudges(COURSE, learner), at, since=way.agreed_at, taken=taken, sent=sent, now=now
    )
    return sorted((*found, *last, *words), key=lambda each: (each.at, each.wished))


def lived(way: Way) -> dict[str, datetime]:
    """Let somebody go their way: it is planned anew with each step, and what was due by then has come."""
    sent: dict[str, datetime] = {}
    steps = [way.agreed_at, *sorted(way.finished.values())]
    ends = [*steps[1:], steps[-1] + timedelta(days=400)]
    for now, until in zip(steps, ends, strict=True):
        plan = planned(way, now, sent)
        assert all(each.at >= now for each in plan)
        for each in plan:
            if each.at < until:
                assert each.push not in sent
                sent[each.push] = each.at
    return sent


@given(ways())
def test_each_comes_once_after_its_unit_one_a_day_and_never_in_quiet_hours(way: Way) -> None:
    """Whatever was finished has what follows it, and nothing else has."""
    sent = lived(way)
    for push in COURSE.pushes:
        done = way.finished.get(push.when.unit)
        assert (push.id in sent) is (done is not None)
        assert done is None or sent[push.id] > done
    clocks = [at.astimezone(zone_of(way.at.zone)) for at in sent.values()]
    days: list[date] = [each.date() for each in clocks]
    assert len(set(days)) == len(days)
    assert not any(is_quiet(way.at.quiet, way.at.team_quiet, each.time()) for each in clocks)


@given(ways())
def test_two_reminders_at_most_since_a_step_and_none_to_who_is_through(way: Way) -> None:
    """After the last one there is silence: nothing follows it before the next step."""
    sent = lived(way)
    words = {rule: at for rule, at in sent.items() if rule.startswith(NUDGE)}
    steps = [way.agreed_at, *sorted(way.finished.values())]
    for since, until in zip(steps, [*steps[1:], None], strict=True):
        here = [at for at in words.values() if since <= at and (until is None or at < until)]
        assert len(here) <= len(COURSE.nudges)
        assert all(at - since > timedelta(days=5) for at in here)
    if len(way.finished) == len(UNITS):
        assert all(at < steps[-1] for at in words.values())
    else:
        assert len([at for at in words.values() if at >= steps[-1]]) == len(COURSE.nudges)


@given(ways(), st.integers(0, 60 * 24 * 90))
def test_planning_twice_changes_nothing_and_the_planner_ends(way: Way, minutes: int) -> None:
    """At any moment of anybody's way, also where quiet hours hold the whole day but for a quarter."""
    now = way.agreed_at + timedelta(minutes=minutes)
    narrow = replace(way, at=replace(way.at, quiet=QuietHours(start=time(0, 15), end=time(0))))
    for each in (way, narrow):
        assert planned(each, now, {}) == planned(each, now, {})
