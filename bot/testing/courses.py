"""Courses for tests: invented texts, four sessions in December 2026, and one in each learner's own pace."""

from __future__ import annotations

from datetime import date, datetime, time

from bot.domain.courses.course import (
    Course,
    CourseTemplate,
    Does,
    Level,
    Pace,
    Policy,
    Push,
    Recordings,
    Segment,
    Session,
)
from bot.domain.courses.materials import Item, Kind
from bot.domain.courses.moments import Moment
from bot.domain.courses.units import AskRule, Question, Unit
from bot.domain.prompts import Option, Review, ReviewStatus

ZONE = "America/New_York"
_DRAFT = Review(status=ReviewStatus.DRAFT)


def invented_push(push_id: str, when: str, does: Does = Does.TEXT, *, flow: str = "") -> Push:
    """A push that asks something; a choice has three options."""
    options = ("tired", "curious", "restless") if does in {Does.CHOICE, Does.MULTI} else ()
    return Push(
        id=push_id,
        when=Moment.parse(when),
        does=does,
        text=f"Question {push_id}?",
        options=tuple(Option(name=name, label=name) for name in options),
        low_label="not at all" if does is Does.SCALE else "",
        high_label="fully" if does is Does.SCALE else "",
        flow=flow,
        objectives=("O1",),
    )


FOUR_SESSIONS = CourseTemplate(
    id="four_sessions",
    version=1,
    locale="en",
    review=_DRAFT,
    course=Course(
        title="An invented course",
        short_title="Invented course",
        about="Four evenings together, and a little to try in between.",
        level=Level.ALL,
        pace=Pace.LIVE,
        zone=ZONE,
        objectives={"O1": "describe something", "O2": "try something"},
        sessions=tuple(
            Session(
                n=n,
                starts=datetime.combine(date(2026, 12, day), time(16)),
                minutes=120,
                title=f"Evening {n}",
                segments=(Segment(title="a thing to learn"), Segment(title="a thing to do", practises=True)),
                objectives=("O1",) if n % 2 else ("O2",),
                readings=(Item(title="An invented chapter", required=True),) if n == 1 else (),
            )
            for n, day in enumerate((1, 8, 15, 22), start=1)
        ),
        pushes=(
            invented_push("pre1", "s1.start -P5D"),
            invented_push("post1", "s1.end +P1D"),
            invented_push("mid1", "s1.end +P4D", Does.CHOICE),
            invented_push("pre2", "s2.start -PT3H", Does.CHOICE),
            invented_push("post2", "s2.end +P1D"),
            invented_push("mid2", "s2.end +P4D"),
            invented_push("pre3", "s3.start -PT3H"),
            invented_push("post3", "s3.end +P1D"),
            invented_push("mid3", "s3.end +P4D", Does.SCALE),
            invented_push("pre4", "s4.start -P1D"),
            invented_push("post4", "s4.end +P1D", Does.FLOW, flow="rupture_repair"),
            invented_push("look_back", "s4.end +P14D"),
        ),
        recordings=Recordings(months=9),
        policy=Policy(free_days=14),
    ),
)
TEN_DAYS = CourseTemplate(
    id="ten_days",
    version=1,
    locale="en",
    review=_DRAFT,
    course=Course(
        title="Ten invented days",
        short_title="Ten invented days",
        about="A question a day, for ten days.",
        level=Level.BEGINNER,
        pace=Pace.OWN,
        zone="UTC",
        objectives={"O1": "describe something"},
        sessions=(),
        pushes=tuple(invented_push(f"day{n}", f"day {n}") for n in range(1, 11)),
    ),
)


def _invented_question(unit: int, n: int) -> Question:
    """A question of four options; the right one stands at another place each time."""
    return Question(
        id=f"u{unit}q{n}",
        text=f"Unit {unit}, question {n}: which is right?",
        options=tuple("the right one" if place == n % 4 else f"wrong {place}" for place in range(4)),
        answer=n % 4,
        why=f"Reason {n} of unit {unit}.",
        objectives=("O1",),
    )


THREE_UNITS = CourseTemplate(
    id="three_units",
    version=1,
    locale="en",
    review=_DRAFT,
    course=Course(
        title="Three invented units",
        short_title="Three units",
        about="Three units, at your own pace.",
        level=Level.INTERMEDIATE,
        pace=Pace.OWN,
        zone=ZONE,
        objectives={"O1": "describe something", "O2": "try something"},
        sessions=(),
        units=tuple(
            Unit(
                n=n,
                title=f"Invented unit {n}",
                minutes=minutes,
                items=(
                    Item(title=f"Webinar {n}", kind=Kind.WEBINAR, required=True),
                    Item(title=f"Chapter {n}", required=True),
                    Item(title=f"Film {n}", kind=Kind.VIDEO),
                ),
                objectives=("O1",),
                test=tuple(_invented_question(n, number) for number in range(1, 13)),
            )
            for n, minutes in ((1, 50), (2, 30), (3, 40))
        ),
        pushes=(
            invented_push("after1", "u1.done +P1D"),
            invented_push("after2", "u2.done +P1D"),
            invented_push("after3", "u3.done +P3D"),
        ),
        about_minutes=140,
        nudges=(7, 21),
        ask=AskRule(),
    ),
)
"""In units: twelve questions each, five drawn."""
INVENTED_COURSES = (FOUR_SESSIONS, TEN_DAYS, THREE_UNITS)
