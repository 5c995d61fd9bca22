"""What stands on every file about a course: which it was, what it aims at, and its organiser's own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.domain.courses.cohort import Cohort
from bot.domain.courses.course import EVIDENCE_ONLY, Course, Level
from bot.domain.documents import Heading, Part, Prose, Rows

NO_FIGURES = "No figure of the evaluation was told."
_LEVELS = {
    Level.BEGINNER: "beginners",
    Level.INTERMEDIATE: "who knows the basics",
    Level.ADVANCED: "who knows the subject well",
    Level.ALL: "all levels",
}

Pair = tuple[str, str]
"""A short fact, with its name."""


def who(called: str, written: str) -> tuple[Pair, ...]:
    """Return who a file is about: as the course knows them, and beside it a name that they wrote for it."""
    own = (("Name, as they wrote it themselves", written),) if written else ()
    return (("Learner, as they are called in the course", called), *own)


def what(course: Course) -> tuple[Pair, ...]:
    """Return which course it was, and for whom it is."""
    audience = (("Meant for", course.audience),) if course.audience else ()
    return (("Course", course.title), ("For", _LEVELS[course.level]), *audience)


def hours(course: Course) -> tuple[Pair, ...]:
    """Return the credit hours, where the organiser entered any; nothing else ever is."""
    entered = course.credit.hours.strip()
    return (("Credit hours, as its organiser entered them", entered),) if entered else ()


def made(on: date) -> tuple[Pair, ...]:
    """Return on which day a file was made."""
    return (("Made on", on.isoformat()),)


def objectives(course: Course, *, with_service: bool) -> Iterator[Part]:
    """List the objectives; and, for who wants to know, what of the course serves each."""
    if not course.objectives:
        return
    yield Heading(text="Objectives")
    if not with_service:
        yield Prose(text="\n\n".join(f"{name}: {text}" for name, text in course.objectives.items()))
        return
    parts = [("Sessions", [(each.n, each.objectives) for each in course.sessions])]
    if course.units:
        parts = [("Units", [(each.n, each.objectives) for each in course.units])]
    tested = ("Questions",) if course.units else ()
    yield Rows(
        head=("Objective", "What it is", *(title for title, _ in parts), "Prompts", *tested),
        rows=tuple(
            (
                name,
                text,
                *(", ".join(str(n) for n, served in held if name in served) for _, held in parts),
                str(sum(name in each.objectives for each in course.pushes)),
                *(str(_asked(course, name)) for _ in tested),
            )
            for name, text in course.objectives.items()
        ),
    )


def in_own_words(cohort: Cohort, *, beside: str = EVIDENCE_ONLY) -> Iterator[Part]:
    """Add what the organiser says, set apart as their own words; what they left empty is not there.

    `beside` is a wording that stands on the file anyway.
    """
    wording = cohort.course.credit.wording
    said = (
        ("Approvals", cohort.approvals),
        ("Disclosures", cohort.disclosures),
        ("Wording", "" if wording in {EVIDENCE_ONLY, beside} else wording),
        ("Contact", cohort.contact),
    )
    told = [(name, text) for name, text in said if text.strip()]
    if told:
        yield Heading(text="In the organiser's own words")
    for name, text in told:
        yield Heading(text=name, level=2)
        yield Prose(text=text, own=True)


def _asked(course: Course, objective: str) -> int:
    return sum(objective in each.objectives for unit in course.units for each in unit.asked)
