"""Makes a course of the entries in its file. What comes here has the form of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from adapters.content.build import options_of, review_of
from adapters.content.course_models import (
    AttendanceEntry,
    CourseFile,
    FactEntry,
    PolicyEntry,
    PractiseEntry,
    PushEntry,
    RecordingsEntry,
    SegmentEntry,
    SessionEntry,
)
from adapters.content.course_unit_build import (
    ask_rule_of,
    minutes_of,
    nudges_of,
    reflections_of,
    test_rule_of,
    unit_of,
)
from bot.domain.courses.course import (
    AttendanceRule,
    Course,
    CourseTemplate,
    Credit,
    FactCard,
    Policy,
    Push,
    Recordings,
    Segment,
    Session,
)
from bot.domain.courses.materials import Item
from bot.domain.courses.moments import Moment
from bot.domain.zones import zone_of
from bot.errors import BadInput

NO_TIME = "No calendar has this date and time. Correct it."


def starts_of(written: str) -> datetime:
    """Read `2026-12-01T16:00`, on a wall clock.

    Raises:
        BadInput: no calendar has it.
    """
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        raise BadInput(NO_TIME) from None


def session_of(entry: SessionEntry) -> Session:
    """One session.

    Raises:
        BadInput: no calendar has its start.
    """
    return Session(
        n=entry.n,
        starts=starts_of(entry.start),
        minutes=entry.minutes,
        title=entry.title,
        segments=tuple(map(_segment, entry.segments)),
        objectives=tuple(entry.objectives),
        readings=tuple(
            Item(title=each.title, required=each.required, link=each.link or "") for each in entry.readings
        ),
    )


def course_of(content: CourseFile) -> CourseTemplate:
    """The course of one file.

    Raises:
        BadInput: a date, a moment, the zone or the answer of a question is none.
    """
    meta = content.meta
    zone_of(content.zone)
    return CourseTemplate(
        id=meta.id,
        version=meta.version,
        locale=meta.locale,
        review=review_of(meta.review),
        course=Course(
            title=meta.title,
            short_title=meta.short_title,
            about=content.about,
            level=meta.level,
            pace=meta.pace,
            zone=content.zone,
            objectives=dict(content.objectives),
            sessions=tuple(map(session_of, content.sessions)),
            pushes=_pushes(content),
            credit=Credit(wording=_wording(content)),
            attendance=_attendance(content.attendance),
            recordings=_recordings(content.recordings),
            policy=_policy(content.policy),
            facts=tuple(map(_fact, content.facts.values())),
            units=tuple(map(unit_of, content.units)),
            tests=test_rule_of(content.post_test),
            about_minutes=minutes_of(content.lasts),
            nudges=nudges_of(content.nudges),
            ask=ask_rule_of(content.ask_instructor),
            audience=meta.audience or "",
        ),
    )


def _segment(entry: SegmentEntry) -> Segment:
    if isinstance(entry, PractiseEntry):
        return Segment(title=entry.practise, practises=True)
    return Segment(title=entry.teach)


def _pushes(content: CourseFile) -> tuple[Push, ...]:
    """All that comes; of what hangs on units, the days after one unit stand before the next unit's."""
    written = (_push(entry, content.facts) for entry in content.push)
    return tuple(
        sorted((*written, *reflections_of(content)), key=lambda push: (push.when.unit, _after(push)))
    )


def _after(push: Push) -> tuple[int, timedelta]:
    """So long after its unit; what hangs on no unit stays where it was written."""
    return (push.when.days, push.when.shift) if push.when.unit else (0, timedelta())


def _wording(content: CourseFile) -> str:
    return content.completion.evidence.wording if content.completion else content.credit.wording


def _push(entry: PushEntry, facts: Mapping[str, FactEntry]) -> Push:
    fact = facts.get(entry.fact or "")
    return Push(
        id=entry.id,
        when=Moment.parse(entry.at),
        does=entry.do,
        text="\n".join((entry.text, *_lines(fact))) if fact else entry.text,
        options=options_of(entry.options),
        own_words=entry.own_words,
        low_label=entry.low_label or "",
        high_label=entry.high_label or "",
        flow=entry.flow or "",
        objectives=tuple(entry.objectives),
        tags=tuple(entry.tags),
        family=entry.family or "",
    )


def _lines(fact: FactEntry) -> tuple[str, ...]:
    """What a fact card says, line by line, as cards to read say it."""
    return (*(f"{share.label}: {share.percent} of 100" for share in fact.shares), fact.estimate)


def _fact(entry: FactEntry) -> FactCard:
    shares = {share.label: share.percent for share in entry.shares}
    return FactCard(title=entry.title, label=entry.estimate, shares=shares)


def _attendance(entry: AttendanceEntry | None) -> AttendanceRule:
    if entry is None:
        return AttendanceRule()
    return AttendanceRule(
        words=entry.words_per_session, late_grace=timedelta(minutes=int(entry.late_grace[2:-1]))
    )


def _recordings(entry: RecordingsEntry | None) -> Recordings:
    if entry is None:
        return Recordings()
    return Recordings(months=int(entry.open_for[1:-1]), remind_days=int(entry.remind_before[1:-1]))


def _policy(entry: PolicyEntry | None) -> Policy:
    if entry is None:
        return Policy()
    free = int(entry.free_until[1:-1]) if entry.free_until else None
    return Policy(free_days=free, text=entry.text or "")
