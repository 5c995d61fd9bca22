"""When the pushes of a course come to each learner: rows of the agenda, laid anew as things change.

A push reaches a learner once, at most one a day whatever courses they are in, in the order of the course.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.course import Course, Pace, Push
from bot.domain.courses.learners import Learner
from bot.domain.courses.progress import with_finished
from bot.domain.courses.timeline import LearnerTime, Planned, timeline
from bot.domain.courses.timetable import starts_at
from bot.domain.people import Person, QuietHours
from bot.domain.recurrence import Rule
from bot.domain.round_hours import instant
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.courses import pages as cohorts
from bot.services.courses.learners import is_learner, keep_learner, learner_of, person_of
from bot.services.courses.pages import cohort_of
from bot.services.desk import Desk
from bot.services.gatherings import pages
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.organisations.rules import rules_to
from bot.services.pushes import ends, figures, idle, steps
from bot.services.pushes.beside import beside
from bot.services.pushes.free_days import free_days
from bot.services.pushes.recalled import taken_back
from bot.services.pushes.rows import days_taken, is_live, is_on_its_way, is_push, rows_of, sent_to
from bot.services.pushes.steps import Step, Taken
from bot.services.rhythm.enrolment import enrolment_in

PART = "pushes"
"""The part of a cohort's page that keeps in how many waves it is launched."""
_USUAL = time(12, 30)
_NO_QUIET = QuietHours(start=time(0), end=time(0))
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """A course, opened once for all learners of a step."""

    desk: Desk
    unit: Unit
    page: Page
    cohort: Cohort
    now: datetime
    laid: list[AgendaRow] = field(default_factory=list)
    """Rows that are written together at the end of a step."""
    known: dict[object, Sequence[Planned]] = field(default_factory=dict)
    """What was worked out already: most learners of a zone have the same before them."""

    @classmethod
    def of(cls, desk: Desk, unit: Unit, page: Page, now: datetime) -> _Around:
        return cls(desk=desk, unit=unit, page=page, cohort=cohort_of(page), now=now)

    @property
    def course(self) -> Course:
        """The course as it is written."""
        return self.cohort.course


def launch(desk: Desk, unit: Unit, page: Page, *, waves: int | None = None) -> Page:
    """Let a course run: what comes to each learner gets its time, some learners after the others.

    With `waves`, a part of the learners begins on each of so many days. A second launch changes no day.
    """
    cohort, now = cohort_of(page), desk.clock.now()
    if waves is not None and cohort.launched_at is None:
        page = _keep_waves(desk, unit, page, waves)
    running = replace(cohort, stage=Stage.RUNNING, launched_at=cohort.launched_at or now)
    page = cohorts.keep(desk, unit, page, running)
    steps.remove(unit, page, Step.LAUNCH)
    plan_again(desk, unit, page, now)
    return page


def launch_on(desk: Desk, unit: Unit, page: Page, at: datetime, *, waves: int = 1) -> Page:
    """Let a course be launched at an instant, in so many waves; an earlier wish of that kind is replaced."""
    steps.lay(unit, page, Step.LAUNCH, at)
    return _keep_waves(desk, unit, page, waves)


def launch_due(taken: Taken) -> None:
    """Launch a course on the day that was named; not one that was ended, or taken back, before that."""
    if cohort_of(taken.page).stage is Stage.OPEN:
        launch(taken.desk, taken.unit, taken.page)
    else:
        taken.unit.agenda.remove(taken.row.id)


def plan_again(desk: Desk, unit: Unit, page: Page, now: datetime) -> None:
    """Lay anew what comes to all learners, what closes, and what ends the course: it was changed."""
    steps.lay(unit, page, Step.PLAN, now)
    figures.plan(unit, page, now)
    ends.plan(desk, unit, page, now)


def plan_some(taken: Taken) -> None:
    """Lay anew what is to come to the next learners of a step, and go on with those after them."""
    around = _Around.of(taken.desk, taken.unit, taken.page, taken.now)
    some, last = steps.next_ones(taken)
    for member in some:
        _plan(around, member)
    taken.unit.agenda.put_all(around.laid)
    steps.go_on(taken, last)


def plan_learner(desk: Desk, unit: Unit, page: Page, member: Member, now: datetime) -> Member:
    """Lay anew what is to come to one learner, and return them. What is on its way stays as it is.

    Done twice it changes nothing. Before a launch, and after the end, nothing is to come.
    """
    around = _Around.of(desk, unit, page, now)
    member = _plan(around, member)
    unit.agenda.put_all(around.laid)
    return member


def is_next(
    desk: Desk, unit: Unit, page: Page, *, member: Member, person: Person, row: AgendaRow, waits: bool
) -> bool:
    """Whether it is the turn of a push that is on its way: nothing of the course comes before it today.

    What was taken back meanwhile has none. After a pause or a leave several are due at one moment; then one
    comes, and the others day by day. `waits`: it leaves where no quiet hours hold, too; what was planned by
    them comes all the same, or it would be planned for this very moment again and again.
    """
    if row.rule in taken_back(page):
        return False
    around = _Around.of(desk, unit, page, desk.clock.now())
    one = _Learning.of(around, member, person)
    going = [each for each in one.own if is_on_its_way(each) and each.id != row.id]
    sent = {each.rule for each in going if not is_live(unit, person, [each])}
    coming = _coming(around, one, sent=sent, taken=())
    if waits and not _is_first(coming, row, around.now):
        at = replace(one.at, quiet=_NO_QUIET, team_quiet=None)
        coming = _coming(around, replace(one, at=at), sent=sent, taken=())
    push = around.course.push(row.rule or "")
    if push is not None and push.is_before and all(each.push != push.id for each in coming):
        # It was in time when it was planned; what its way took does not let it be, before the session begins.
        return around.now.astimezone(zone_of(one.at.zone)).date() not in _days(around, one)
    return _is_first(coming, row, around.now)


def _is_first(coming: Sequence[Planned], row: AgendaRow, now: datetime) -> bool:
    """Whether it is a row that comes first, and now."""
    return bool(coming) and coming[0].push == row.rule and coming[0].at <= now


def stop(unit: Unit, member: Member) -> None:
    """Let nothing of a course come to a member any more, nor what was on its way."""
    person = person_of(unit, member)
    for row in rows_of(unit, person.id, member.id) if person else ():
        unit.deliveries.let_go(row.id)
    unit.agenda.remove_for(member.id)


def is_too_late(course: Course, push: Push, now: datetime) -> bool:
    """Whether a push prepares a session that has begun."""
    session = course.session(push.when.session) if push.is_before else None
    return session is not None and starts_at(course, session) <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class _Learning:
    """One learner: when something may come to them, and the rows of all their courses, read once.

    `own` are those of this course. `has_checkins`: they chose an hour for check-ins.
    """

    member: Member
    person: Person
    rows: Sequence[AgendaRow]
    own: Sequence[AgendaRow]
    at: LearnerTime
    has_checkins: bool

    @classmethod
    def of(cls, around: _Around, member: Member, person: Person) -> _Learning:
        unit = around.unit
        every = unit.agenda.every(person.id)
        rows = [row for row in every if is_push(row)]
        rules = rules_to(around.desk, unit, person.id)
        held = enrolment_in(next((row for row in every if row.kind is AgendaKind.CHECKIN), None))
        learner = learner_of(member)
        at = LearnerTime(
            zone=person.zone or around.course.zone,
            quiet=person.quiet,
            team_quiet=rules.quiet,
            away_until=person.away_until,
            usual=held.rhythm.at if held and isinstance(held.rhythm, Rule) else _USUAL,
            began_on=learner.began_on,
            finished=frozenset(learner.finished.items()),
            is_off=free_days(around.desk, unit, person, rules),
        )
        at = replace(at, idle_since=_idle_since(around, learner, at))
        own = [row for row in rows if row.ref == member.id]
        return cls(member=member, person=person, rows=rows, own=own, at=at, has_checkins=held is not None)


def _plan(around: _Around, member: Member) -> Member:
    person = person_of(around.unit, member)
    if person is None:
        return member
    is_learning = around.cohort.stage is Stage.RUNNING and is_learner(member)
    if is_learning:
        member = _finished(around, _begun(around, member, person))
    one = _Learning.of(around, member, person)
    _lay(around, one, _wished(around, one) if is_learning else {})
    return member


def _wished(around: _Around, one: _Learning) -> dict[str, datetime]:
    """Return when each push is to come to a learner that is not on its way yet."""
    today = around.now.astimezone(zone_of(one.at.zone)).date()
    taken = (today,) if is_live(around.unit, one.person, one.own) else ()
    sent = {row.rule for row in one.own if is_on_its_way(row)}
    return {each.push: each.at for each in _coming(around, one, sent=sent, taken=taken)}


def _lay(around: _Around, one: _Learning, wished: dict[str, datetime]) -> None:
    """Lay what is wished, and nothing else but what is on its way; a row that says the same stays."""
    for row in one.own:
        if is_on_its_way(row):
            continue
        at = wished.pop(row.rule, None) if row.rule is not None else None
        if at is None:
            around.unit.agenda.remove(row.id)
        elif at != row.due_at:
            around.laid.append(replace(row, due_at=at))
    for push, due_at in wished.items():
        around.laid.append(
            AgendaRow(
                id=around.desk.chance.new_id(),
                kind=AgendaKind.COURSE_PUSH,
                due_at=due_at,
                owner=one.person.id,
                ref=one.member.id,
                rule=push,
            )
        )


def _coming(
    around: _Around, one: _Learning, *, sent: Collection[str | None], taken: Collection[date]
) -> Sequence[Planned]:
    """Return what still comes to a learner, in order, beside what is `sent`; on no day that is `taken`."""
    since = _came_in(around, one.member, one.at)
    if since is None:
        return ()
    is_live = around.course.pace is Pace.LIVE
    begins = since + _wave(around, one.member) if is_live else since
    days = _days(around, one) | frozenset(taken)
    past = (*sent, *sent_to(one.member), *taken_back(around.page))
    gone = frozenset(each for each in past if each is not None)
    nudges = idle.nudges(around.course, learner_of(one.member))
    key = (one.at, one.has_checkins, since, begins, days, gone, tuple(each.id for each in nudges))
    if key not in around.known:
        course, now, zone = around.course, around.now, zone_of(one.at.zone)
        pushes = timeline(course, one.at, since=since, taken=days, sent=gone, now=now, begins=begins)
        others = beside(course, one.at.finished, offers=not one.has_checkins)
        left = days | {each.at.astimezone(zone).date() for each in pushes}
        last = timeline(others, one.at, since=since, taken=left, sent=gone, now=now, begins=begins)
        left |= {each.at.astimezone(zone).date() for each in last}
        words = idle.coming(course, nudges, one.at, since=since, taken=left, sent=gone, now=now)
        around.known[key] = sorted((*pushes, *last, *words), key=lambda each: (each.at, each.wished))
    return around.known[key]


def _days(around: _Around, one: _Learning) -> frozenset[date]:
    """Return the days of a learner that have their push, of whatever course."""
    return days_taken(
        around.desk,
        around.unit,
        one.person,
        member=one.member,
        rows=one.rows,
        zone=zone_of(one.at.zone),
        now=around.now,
    )


def _came_in(around: _Around, member: Member, at: LearnerTime) -> datetime | None:
    """Return since when a learner is in a course that runs; what it has earlier is let be.

    In a live course that is the launch, whichever wave they are in: nothing that prepares a session is lost.
    """
    learner, launched = learner_of(member), around.cohort.launched_at
    if around.course.pace is Pace.OWN:
        first = instant(learner.began_on, time(), zone_of(at.zone)) if learner.began_on else None
        if first is None or learner.agreed_at is None or not around.course.units:
            return first
        # Who finished a unit and then moved west may have done so before that day began there.
        return min(first, learner.agreed_at)
    if launched is None or learner.agreed_at is None:
        return None
    return max(launched, learner.agreed_at)


def _idle_since(around: _Around, learner: Learner, at: LearnerTime) -> datetime | None:
    """Return since when a learner took no step: who took none yet, since the day on which they began."""
    if not around.course.units or learner.began_on is None:
        return None
    return learner.active_at or instant(learner.began_on, at.usual, zone_of(at.zone))


def _begun(around: _Around, member: Member, person: Person) -> Member:
    """Let a learner begin a course of their own pace, where they have not: today, or on its first day."""
    learner = learner_of(member)
    if around.course.pace is not Pace.OWN or learner.began_on is not None:
        return member
    today = around.now.astimezone(zone_of(person.zone or around.course.zone)).date()
    first = max(today, around.cohort.first_day or today)
    began = replace(learner, began_on=first + _wave(around, member))
    return keep_learner(around.desk, around.unit, member, began)


def _finished(around: _Around, member: Member) -> Member:
    """Let a learner have finished what they have all of: by a step of theirs, or as the course is now."""
    learner = learner_of(member)
    found = with_finished(around.course, learner, around.now)
    return member if found == learner else keep_learner(around.desk, around.unit, member, found)


def _wave(around: _Around, member: Member) -> timedelta:
    """Return how many days after a launch a learner begins; who joined after it does so at once."""
    learner, launched = learner_of(member), around.cohort.launched_at
    is_late = launched is not None and learner.agreed_at is not None and learner.agreed_at > launched
    waves: int = around.page.part(PART).get("waves", 1)
    return timedelta() if is_late else (member.id.int % waves) * _DAY


def _keep_waves(desk: Desk, unit: Unit, page: Page, waves: int) -> Page:
    return pages.keep(desk, unit, page, **{PART: {"waves": max(waves, 1)}})
