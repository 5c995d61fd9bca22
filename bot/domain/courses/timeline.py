"""What still comes to one learner of a course, and when: in their own zone, at hours that are theirs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.courses.course import Course, Push
from bot.domain.courses.moments import SHARED, Anchor, Moment
from bot.domain.courses.timetable import instant_of, starts_at
from bot.domain.people import QuietHours
from bot.domain.quiet import quiet_begins, quiet_ends
from bot.domain.round_hours import instant
from bot.domain.zones import zone_of

TO_PREPARE = timedelta(minutes=30)
"""Quiet hours carry what prepares a session no nearer to its start than this."""
BEFORE_QUIET = timedelta(hours=1)
"""So long before quiet hours comes what would be too late after them."""
_DAY = timedelta(days=1)
_LOOKED_AT = 400
"""Days that are looked at for room; where none of them has any, it comes all the same."""
_Room = Callable[[date], bool]


def no_day_off(_day: date) -> bool:
    """Return False: every day is one like others."""
    return False


class Moved(StrEnum):
    """What moved a push away from where the course has it."""

    QUIET = "quiet"
    LEAVE = "leave"
    OFF = "off"
    """A holiday, or another day on which nothing is to come."""
    BUDGET = "budget"
    """The day had its push already."""
    LATE = "late"
    """They joined when it was out, or it could not come while it was its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerTime:
    """When something may come to a learner.

    `team_quiet` are the quiet hours of their organisation. `away_until`: on leave before this local day.
    `usual` is the hour of what a course in their own pace names none for, and `began_on` the first day of it.
    `finished` are the units that they finished, and when; `idle_since` is their last step in any.
    On a day that `is_off`, as a holiday is where they wish none, nothing comes but what prepares a session
    and fits nowhere else.
    """

    zone: str
    quiet: QuietHours
    team_quiet: QuietHours | None = None
    away_until: date | None = None
    usual: time = time(12, 30)
    began_on: date | None = None
    finished: frozenset[tuple[int, datetime]] = frozenset()
    idle_since: datetime | None = None
    is_off: Callable[[date], bool] = no_day_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A push on its way to one learner: `at` is when it comes, `wished` when the course has it, in UTC."""

    push: str
    at: datetime
    wished: datetime
    why: frozenset[Moved] = frozenset()


def timeline(
    course: Course,
    learner: LearnerTime,
    *,
    since: datetime,
    taken: Collection[date] = (),
    sent: Collection[str] = (),
    now: datetime | None = None,
    begins: datetime | None = None,
) -> tuple[Planned, ...]:
    """Return every push that still comes to a learner, in the order in which they come.

    At most one comes on a local day, and none on a day that is `taken`; what is `sent` is not planned again,
    and its day is for the caller to name as taken. `since` is when they came into it: what the course has
    earlier is let be, but for the latest push that prepares the next session. Nothing is planned before
    `now`. What prepares a session never comes after that began: it goes before what has waited, and where
    nothing fits it is let be.

    `begins`, not before `since`, is for who is launched in a later wave. What the course has earlier and
    prepares a session waits for it, or comes at its own time where it would be too late by then.
    """
    first = max(since, now) if now is not None else since
    days = _Days(learner=learner, zone=zone_of(learner.zone), first=first, used=set(taken))
    wishes = sorted(
        _wishes(course, learner, since, begins or since, frozenset(sent)), key=lambda wish: wish.wished
    )
    found = [
        each
        for prepares in (True, False)
        for each in days.laid([wish for wish in wishes if wish.prepares is prepares])
    ]
    return tuple(sorted(found, key=lambda each: (each.at, each.wished)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """When the course has a push.

    It may come from `begins` on, later for who joined late; `latest` is the last instant at which one
    that prepares may.
    """

    push: str
    wished: datetime
    begins: datetime
    latest: datetime | None

    @property
    def prepares(self) -> bool:
        return self.latest is not None


@dataclass(slots=True, kw_only=True)
class _Days:
    """The days of a learner, one push a day; nothing comes before `first`."""

    learner: LearnerTime
    zone: ZoneInfo
    first: datetime
    used: set[date]

    def laid(self, wishes: Sequence[_Wish]) -> Iterator[Planned]:
        """Yield where each comes, each on a later day than the one ahead of it."""
        last: date | None = None
        for wish in wishes:
            room = self._room_after(last)
            found = self._after(wish, room) or self._evening_before(wish, room)
            if found is None and wish.prepares:
                found = self._after(replace(wish, begins=wish.wished), room)
            if found is None and wish.prepares:
                found = self._after(wish, self._room_after(last, heeds_off=False))
            if found is not None:
                last = self._local(found.at).date()
                self.used.add(last)
                yield found

    def _after(self, wish: _Wish, room: _Room) -> Planned | None:
        """Return where it comes when it may not come earlier; None where that is too late.

        What is late comes as soon as it may; where that is not today, at its own hour.
        """
        why = {Moved.LATE} if wish.begins > wish.wished else set()
        at = self._with_room(self._in_their_day(wish.begins, why), room, why)
        if at < self.first:
            why = {Moved.LATE}
            soon = self._in_their_day(self.first, why)
            if not room(self._local(soon).date()):
                soon = self._with_room(self._in_their_day(self._own_hour(at), why), room, why)
            at = soon
            if wish.latest is not None and at > wish.latest:
                at = self._with_room(self._in_their_day(self.first, why), room, why)
        if wish.latest is not None and at > wish.latest:
            return None
        return Planned(push=wish.push, at=at, wished=wish.wished, why=frozenset(why))

    def _evening_before(self, wish: _Wish, room: _Room) -> Planned | None:
        """Return where what prepares comes ahead of its time, before quiet hours; None where nowhere."""
        if wish.latest is None:
            return None
        begins = quiet_begins(self.learner.quiet, self.learner.team_quiet, self._local(wish.wished))
        if begins is None:
            return None
        at = (begins - BEFORE_QUIET).astimezone(UTC)
        if not self.first <= at <= wish.latest or not self._is_free(at, room):
            return None
        held = self._out_of_quiet(wish.wished) != wish.wished
        is_off = self.learner.is_off(self._local(wish.wished).date())
        why = frozenset({Moved.QUIET if held else Moved.OFF if is_off else Moved.BUDGET})
        return Planned(push=wish.push, at=at, wished=wish.wished, why=why)

    def _in_their_day(self, at: datetime, why: set[Moved]) -> datetime:
        """Return the next instant outside their leave and quiet hours; `why` is told what moved it."""
        back = self._back_from_leave(at)
        free = self._out_of_quiet(back)
        why.update({Moved.LEAVE} if back != at else (), {Moved.QUIET} if free != back else ())
        return free

    def _is_free(self, at: datetime, room: _Room) -> bool:
        """Whether it may come at this instant."""
        return room(self._local(at).date()) and self._in_their_day(at, set()) == at

    def _room_after(self, last: date | None, *, heeds_off: bool = True) -> _Room:
        """Return which days may take what comes after `last`."""

        def has_room(day: date) -> bool:
            is_later = last is None or day > last
            return is_later and day not in self.used and not (heeds_off and self.learner.is_off(day))

        return has_room

    def _with_room(self, at: datetime, room: _Room, why: set[Moved]) -> datetime:
        """Return the same hour on the next day that has room; `why` is told where that is another day."""
        for _ in range(_LOOKED_AT):
            local = self._local(at)
            if room(local.date()):
                break
            is_off = local.date() not in self.used and self.learner.is_off(local.date())
            why.add(Moved.OFF if is_off else Moved.BUDGET)
            at = self._out_of_quiet(instant(local.date() + _DAY, _clock(local), self.zone))
        return at

    def _own_hour(self, at: datetime) -> datetime:
        """Return when the wall clock first shows the hour of an instant again, from `first` on."""
        day, clock = self._local(self.first).date(), _clock(self._local(at))
        today = instant(day, clock, self.zone)
        return today if today >= self.first else instant(day + _DAY, clock, self.zone)

    def _back_from_leave(self, at: datetime) -> datetime:
        """Return the morning on which they are back; the instant itself, where they are there."""
        away_until = self.learner.away_until
        if away_until is None or self._local(at).date() >= away_until:
            return at
        quiet = self.learner.quiet
        morning = quiet.end if quiet.start != quiet.end else QuietHours().end
        return instant(away_until, morning, self.zone)

    def _out_of_quiet(self, at: datetime) -> datetime:
        quiet, team = self.learner.quiet, self.learner.team_quiet
        while (ends := quiet_ends(quiet, team, self._local(at))) is not None:
            later = ends.astimezone(UTC)
            if later <= at:  # a wall clock that is set back while quiet hours end
                break
            at = later
        return at

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone)


def _clock(local: datetime) -> time:
    """Return the time of day, as a wall clock that has no seconds shows it."""
    return local.time().replace(second=0, microsecond=0, fold=0)


def _wishes(
    course: Course, learner: LearnerTime, since: datetime, wave: datetime, sent: frozenset[str]
) -> Iterator[_Wish]:
    """Yield what is not sent and not out by then, and the latest of what prepares the next session."""
    starts = {each.n: starts_at(course, each) for each in course.sessions}
    ahead = [(at, n) for n, at in starts.items() if at > since]
    following = min(ahead)[1] if ahead else None
    when = _instants(course, learner)
    out: list[_Wish] = []
    for push in course.pushes:
        wished = when(push)
        if wished is None:
            continue
        latest = max(wished, starts[push.when.session] - TO_PREPARE) if push.is_before else None
        waits = latest is not None and latest >= wave
        begins = max(wished, wave if waits else since)
        wish = _Wish(push=push.id, wished=wished, begins=begins, latest=latest)
        if wished < since:
            out += [wish] if push.is_before and push.when.session == following else []
        elif push.id not in sent and (push.is_before or wished >= wave):
            yield wish
    late = max(out, key=lambda wish: wish.wished, default=None)
    if late is not None and late.push not in sent:
        yield late


def _instants(course: Course, learner: LearnerTime) -> Callable[[Push], datetime | None]:
    """Return what says when the course has a push for a learner; None where it never has."""
    zone, done = zone_of(learner.zone), dict(learner.finished)

    def when(push: Push) -> datetime | None:
        moment = push.when
        if moment.anchor in SHARED:
            return instant_of(course, moment)
        if moment.anchor is Anchor.DONE:
            return _days_after(done.get(moment.unit), moment, zone)
        if moment.anchor is Anchor.IDLE:
            return _days_after(learner.idle_since, moment, zone)
        if learner.began_on is None:
            return None
        return instant(learner.began_on + (moment.day - 1) * _DAY, moment.at or learner.usual, zone)

    return when


def _days_after(base: datetime | None, moment: Moment, zone: ZoneInfo) -> datetime | None:
    """Return so many days of a learner's calendar after an instant of theirs, at the same hour."""
    if base is None or not moment.days:
        return base and base + moment.shift
    local = base.astimezone(zone)
    return instant(local.date() + moment.days * _DAY, _clock(local), zone) + moment.shift
