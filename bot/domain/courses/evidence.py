"""What can be shown of a course to somebody else: minutes, never a judgement, and never more than was noted.

Whoever reads it decides what it is worth. Credit hours stand in it only where the organiser entered them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.domain.courses import evidence_parts as parts_of
from bot.domain.courses.cohort import Cohort
from bot.domain.courses.course import EVIDENCE_ONLY, Course, Session
from bot.domain.courses.learners import Attended, Source
from bot.domain.courses.presence import total
from bot.domain.documents import Aside, Document, Heading, Pairs, Part, Prose, Rows

TITLE = "Evidence of attendance"
NOT_YET = "not yet"
NO_TESTS = "This course has no tests."
COUNTS = (
    "Minutes are those of live attendance, from 0 to the length of each session. Watching a recording counts "
    "as nothing."
)
_BY = {
    Source.WORD: "code words sent in the session",
    Source.FILE: "the meeting's own list",
    Source.HAND: "confirmed by a trainer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A learner as their platform calls them, and what was noted of each session."""

    called: str = field(repr=False)
    attended: Mapping[int, Attended]


def minutes_table(course: Course, ledger: Sequence[Attendee]) -> Rows:
    """Return a line for each learner: the minutes of each session, and all of them together."""
    sessions = course.sessions
    return Rows(
        head=(
            "Learner",
            *(f"Session {each.n}, {each.starts.date()}, of {each.minutes} minutes" for each in sessions),
            f"All sessions, of {course.minutes} minutes",
            "What this is",
        ),
        rows=tuple(
            (
                each.called,
                *(str(_minutes(each, session)) for session in sessions),
                str(total(course, each.attended)),
                EVIDENCE_ONLY,
            )
            for each in in_order(ledger)
        ),
    )


def in_order(ledger: Sequence[Attendee]) -> Sequence[Attendee]:
    """Return learners by what they are called: no other order says anything of them."""
    return sorted(ledger, key=lambda each: (each.called.casefold(), each.called))


def of_one(cohort: Cohort, who: Attendee, made_on: date, *, written: str = "") -> Document:
    """Return what one learner may hand over: which course it was, and how long they were there.

    `written` is a name that they wrote for it, beside the one by which the course knows them.
    """
    course = cohort.course
    table = Rows(
        head=("Session", "Day", "Minutes", "Of", "Known by"),
        rows=tuple(
            (
                _named(session),
                session.starts.date().isoformat(),
                _said(who, session, made_on),
                str(session.minutes),
                _BY[noted.by] if (noted := who.attended.get(session.n)) else "",
            )
            for session in course.sessions
        ),
    )
    facts = (
        *parts_of.who(who.called, written),
        *parts_of.what(course),
        ("Attended live", f"{total(course, who.attended)} of {course.minutes} minutes"),
        *parts_of.hours(course),
        *parts_of.made(made_on),
    )
    parts = (
        Aside(text=EVIDENCE_ONLY),
        Pairs(pairs=facts),
        table,
        *_how(course),
        *parts_of.objectives(course, with_service=False),
        *parts_of.in_own_words(cohort),
    )
    return Document(title=TITLE, parts=parts, foot=EVIDENCE_ONLY)


def for_accreditor(
    cohort: Cohort, ledger: Sequence[Attendee], figures: Sequence[str], made_on: date
) -> Document:
    """Return all that somebody who accredits a course asks for: objectives, minutes, tests, evaluation.

    `figures` are those of the evaluation as they were told, a line each; none is worked out here.
    """
    course = cohort.course
    minutes = minutes_table(course, ledger)
    table = Rows(
        head=("Learner", *(f"Session {each.n}" for each in course.sessions), "All"),
        rows=tuple(row[:-1] for row in minutes.rows),
    )
    sessions = Rows(
        head=("Session", "Day", "Begins", "Minutes", "Parts"),
        rows=tuple(
            (
                _named(each),
                each.starts.date().isoformat(),
                f"{each.starts:%H:%M}",
                str(each.minutes),
                "; ".join(
                    f"{part.title} (practice)" if part.practises else part.title for part in each.segments
                ),
            )
            for each in course.sessions
        ),
    )
    facts = (
        *parts_of.what(course),
        ("Zone of all hours", course.zone),
        ("All sessions", f"{course.minutes} minutes"),
        *parts_of.hours(course),
        *parts_of.made(made_on),
    )
    told = [Prose(text="\n\n".join(figures))] if figures else [Prose(text=parts_of.NO_FIGURES)]
    parts = (
        Aside(text=EVIDENCE_ONLY),
        Pairs(pairs=facts),
        Heading(text="Sessions"),
        sessions,
        *parts_of.objectives(course, with_service=True),
        Heading(text="Minutes"),
        table,
        *_how(course),
        Heading(text="Tests"),
        Prose(text=NO_TESTS),
        Heading(text="Evaluation"),
        *told,
        *parts_of.in_own_words(cohort),
    )
    return Document(title="For an accreditor", parts=parts, foot=EVIDENCE_ONLY)


def grace_said(course: Course) -> str:
    """Return what counts as from the start, where anything does."""
    grace = int(course.attendance.late_grace.total_seconds()) // 60
    if not grace:
        return ""
    minutes = "a minute" if grace == 1 else f"{grace} minutes"
    return f"Who came up to {minutes} late is counted from the start."


def _how(course: Course) -> Iterator[Part]:
    yield Prose(text=" ".join(line for line in (COUNTS, grace_said(course)) if line))


def _named(session: Session) -> str:
    return f"{session.n}. {session.title}" if session.title else str(session.n)


def _said(who: Attendee, session: Session, made_on: date) -> str:
    """Return the minutes of a session; of one that is ahead, that it is."""
    if session.n not in who.attended and session.starts.date() > made_on:
        return NOT_YET
    return str(_minutes(who, session))


def _minutes(who: Attendee, session: Session) -> int:
    noted = who.attended.get(session.n)
    return noted.minutes if noted else 0
