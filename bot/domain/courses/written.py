"""A course as JSON has it, and back: what a cohort's page keeps."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from bot.domain.courses.course import (
    AttendanceRule,
    Course,
    Credit,
    Does,
    FactCard,
    Level,
    Pace,
    Policy,
    Push,
    Recordings,
    Segment,
    Session,
)
from bot.domain.courses.moments import Moment
from bot.domain.courses.units import TestRule
from bot.domain.courses.written_units import (
    ask_rule_body,
    ask_rule_of,
    item_body,
    item_of,
    test_rule_body,
    test_rule_of,
    unit_body,
    unit_of,
)
from bot.domain.prompts import Option

Body = dict[str, Any]  # Any: JSON, of which each reader knows its own names
"""What JSON holds."""


def body_of(course: Course) -> Body:
    """Return a course as JSON has it."""
    return {
        **{name: getattr(course, name) for name in ("title", "short_title", "about", "zone")},
        "level": course.level.value,
        "pace": course.pace.value,
        "objectives": dict(course.objectives),
        "sessions": [_session_body(each) for each in course.sessions],
        "pushes": [push_body(each) for each in course.pushes],
        "credit": asdict(course.credit),
        "attendance": {
            "words": course.attendance.words,
            "grace": int(course.attendance.late_grace.total_seconds()),
        },
        "recordings": asdict(course.recordings),
        "policy": asdict(course.policy),
        "facts": [
            {"title": each.title, "label": each.label, "shares": dict(each.shares)} for each in course.facts
        ],
        **({"audience": course.audience} if course.audience else {}),
        **_own_pace_body(course),
    }


def course_of(body: Body) -> Course:
    """Return the course that JSON holds.

    Raises:
        LookupError, TypeError, ValueError: it is none.
    """
    return Course(
        title=body["title"],
        short_title=body["short_title"],
        about=body["about"],
        level=Level(body["level"]),
        pace=Pace(body["pace"]),
        zone=body["zone"],
        objectives=dict(body["objectives"]),
        sessions=tuple(_session_of(each) for each in body["sessions"]),
        pushes=tuple(push_of(each) for each in body["pushes"]),
        credit=Credit(**body["credit"]),
        attendance=AttendanceRule(
            words=body["attendance"]["words"], late_grace=timedelta(seconds=body["attendance"]["grace"])
        ),
        recordings=Recordings(**body["recordings"]),
        policy=Policy(**body["policy"]),
        facts=tuple(FactCard(**each) for each in body["facts"]),
        units=tuple(unit_of(each) for each in body.get("units", ())),
        tests=test_rule_of(body["tests"]) if "tests" in body else TestRule(),
        about_minutes=body.get("about_minutes", 0),
        nudges=tuple(body.get("nudges", ())),
        ask=ask_rule_of(body["ask"]) if "ask" in body else None,
        audience=body.get("audience", ""),
    )


def _own_pace_body(course: Course) -> Body:
    """Return what only courses with units have, and what may be asked; nothing where there is neither."""
    body: Body = {}
    if course.units:
        body |= {
            "units": [unit_body(each) for each in course.units],
            "tests": test_rule_body(course.tests),
            "about_minutes": course.about_minutes,
            "nudges": list(course.nudges),
        }
    if course.ask is not None:
        body["ask"] = ask_rule_body(course.ask)
    return body


def push_body(push: Push) -> Body:
    """Return a push as JSON has it; what is empty is left out."""
    body: Body = {
        "id": push.id,
        "when": str(push.when),
        "does": push.does.value,
        "text": push.text,
        "options": [[option.name, option.label] for option in push.options],
        "own_words": push.own_words,
        "low_label": push.low_label,
        "high_label": push.high_label,
        "flow": push.flow,
        "objectives": list(push.objectives),
        "tags": list(push.tags),
        "family": push.family,
        "by_trainer": push.by_trainer,
    }
    return {name: value for name, value in body.items() if value}


def push_of(body: Body) -> Push:
    """Return the push that JSON holds.

    Raises:
        LookupError, TypeError, ValueError: it is none.
    """
    return Push(
        id=body["id"],
        when=Moment.parse(body["when"]),
        does=Does(body["does"]),
        text=body.get("text", ""),
        options=tuple(Option(name=name, label=label) for name, label in body.get("options", ())),
        own_words=body.get("own_words", False),
        low_label=body.get("low_label", ""),
        high_label=body.get("high_label", ""),
        flow=body.get("flow", ""),
        objectives=tuple(body.get("objectives", ())),
        tags=tuple(body.get("tags", ())),
        family=body.get("family", ""),
        by_trainer=body.get("by_trainer", False),
    )


def _session_body(session: Session) -> Body:
    return {
        "n": session.n,
        "starts": session.starts.isoformat(timespec="minutes"),
        "minutes": session.minutes,
        "title": session.title,
        "segments": [[each.title, each.practises] for each in session.segments],
        "objectives": list(session.objectives),
        "readings": [item_body(each) for each in session.readings],
    }


def _session_of(body: Body) -> Session:
    return Session(
        n=body["n"],
        starts=datetime.fromisoformat(body["starts"]),
        minutes=body["minutes"],
        title=body["title"],
        segments=tuple(Segment(title=title, practises=practises) for title, practises in body["segments"]),
        objectives=tuple(body["objectives"]),
        readings=tuple(item_of(each) for each in body["readings"]),
    )
