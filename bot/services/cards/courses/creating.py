"""Setting a course up: which one, when and where, what its organiser says, and that it is published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.courses.cohort import Cohort
from bot.domain.courses.course import Course, CourseTemplate, Pace
from bot.domain.courses.timetable import last_day
from bot.domain.prompts import Option
from bot.services.cards.courses.schedule import lasts, several
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, Card, Choose, Fields, Reach, aside, say
from bot.surface.form import DateField, Form, TextField, TimeField

WHICH = "course.pick"
WHERE_MAX, HOURS_MAX, TEXT_MAX, CONTACT_MAX, LINKS_MAX = 300, 60, 2_000, 500, 3_000
FIRST, AT, ZONE, WHERE, HOURS = "first", "at", "zone", "where", "hours"
"""The fields of the form for dates and place."""
DISCLOSURES, APPROVALS, CONTACT, ACCESS, LINKS = "disclosures", "approvals", "contact", "access", "links"
"""The fields of the form for what an organiser says."""

NOWHERE = "Please say `course create` in the server or workspace that it is for. Only you will see it."
NOT_LET = "Courses are begun by admins alone here. Whoever looks after Reststop set it so."
BAD_AT = "A time looks like 16:00."
TOO_LONG = "That is longer than fits. It may have up to {most} characters."
BAD_LINE = "Line {n} names no reading. Each begins as it is shown, like 1.1, and ends in its link."
BAD_LINK = "Line {n} has no link that I can open. A link begins with https."
NO_SUCH_ITEM = "Line {n} names no item. Each begins as it is shown, like 1.1, and ends in its link."
NO_TEMPLATE = "That course is not in the library any more. `course create` shows what is."
UNSIGNED = (
    "Your organisation lets only signed texts be sent, and nobody there has signed this course. An admin or "
    "a supervisor can read it whole and sign it: `admin`, then Review desk."
)
OUTDATED = (
    "Your organisation lets only signed texts be sent. The library has another version of this course by "
    "now, and only that can be signed: `course create` begins it."
)
_NAMES = re.compile(r"\s*No names or details(?: of people you support)?, please\.\Z")
"""How a course asks for no names, at the end of what it says of itself: where all do, it is said once."""
_POINTS = 15
"""Sentences on one card."""
_LINK_ROOM = 80
"""Characters that a link to come may need; where those of all items have no room, it is unit by unit."""
_NO_NAMES = "Each asks its learners for no names or details of people they support."
NO_PLACE = "Nothing says where it takes place. Enter a link or a room."


def which(mint: Mint, courses: Sequence[tuple[str, CourseTemplate]]) -> Card:
    """Return the courses of the library to choose from, each under a word of its own."""
    options = tuple(Option(name=word, label=each.course.title[:LABEL_MAX]) for word, each in courses)
    texts = [each.course.about for _, each in courses]
    once = all(_NAMES.search(text) for text in texts)
    if once:
        texts = [_NAMES.sub("", text) for text in texts]
    about = tuple(
        (each.course.title, f"{_shape(each.course)}. {text}")
        for (_, each), text in zip(courses, texts, strict=True)
    )
    return Card(
        text_id="course.which",
        title="A new course",
        blocks=(
            Fields(pairs=about),
            *((aside(_NO_NAMES),) if once else ()),
            Choose(ref=mint(WHICH), name=WHICH, ask="Which one do you begin with?", options=options),
            aside("After it: a form for date, time and place. Everything else follows from the first date."),
        ),
        summary="A new course",
        reach=Reach.PERSONAL,
    )


def no_courses() -> Card:
    """Return that the library holds no course."""
    return plain("course.no_courses", "There is no course in the library of this server yet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the form for dates and place opens with."""

    first: str = ""
    at: str = ""
    zone: str = ""
    where: str = field(default="", repr=False)
    hours: str = ""


def hours_field(value: str) -> TextField:
    """Return the field for credit hours; Reststop computes none."""
    return TextField(
        name=HOURS,
        label="Credit hours, in your words",
        hint="Left empty, no hours are named anywhere.",
        value=value,
        required=False,
        limit=HOURS_MAX,
    )


def dates_form(ref: str, course: Course, offered: Offered) -> Form:
    """Return the form for the first date, and the place; a course of each one's own pace has no hour."""
    has_sessions = course.pace is Pace.LIVE
    first = "First session on" if has_sessions else "May be begun from"
    at = (TimeField(name=AT, label="It starts at", hint="Like 16:00", value=offered.at),)
    where = (
        TextField(
            name=WHERE,
            label="Where it takes place",
            hint="A link or a room. Learners see it, and nobody else.",
            value=offered.where,
            required=False,
            limit=WHERE_MAX,
        ),
    )
    return Form(
        text_id="course.dates_form",
        ref=ref,
        name="course.dates",
        title=course.short_title,
        fields=(
            DateField(name=FIRST, label=first, hint="Like 1 December or 2027-01-12", value=offered.first),
            *(at if has_sessions else ()),
            TextField(
                name=ZONE, label="Time zone", hint="Like America/New_York", value=offered.zone, limit=64
            ),
            *(where if has_sessions else ()),
            hours_field(offered.hours),
        ),
    )


def links_field(links: str, *, label: str = "Links of the items, one on a line", more: str = "") -> TextField:
    """Return the field for links, with a line for each item; `more` is said beside how a line looks."""
    return TextField(
        name=LINKS,
        label=label,
        hint=f"Each line ends in its https link.{more}",
        value=links,
        required=False,
        long=True,
        limit=LINKS_MAX,
    )


def details_form(ref: str, cohort: Cohort, links: str) -> Form:
    """Return the form for what the organiser says; with the links of all items, where they have room."""
    missing = sum(not each.link for each in cohort.course.items.values())
    reading = (
        (links_field(links, more=" They can be entered unit by unit, too."),)
        if cohort.course.units
        else (links_field(links, label="Links of what is read, one on a line"),)
    )
    has_room = len(links) + missing * _LINK_ROOM <= LINKS_MAX
    return Form(
        text_id="course.details_form",
        ref=ref,
        name="course.details",
        title="What you say",
        fields=(
            TextField(
                name=DISCLOSURES,
                label="Disclosures",
                hint="Yours, or that there are none to make. Learners tick that they read them.",
                value=cohort.disclosures,
                required=False,
                long=True,
                limit=TEXT_MAX,
            ),
            TextField(
                name=APPROVALS,
                label="Approvals, in your own words",
                hint="Left empty, the card says that none were entered.",
                value=cohort.approvals,
                required=False,
                long=True,
                limit=TEXT_MAX,
            ),
            TextField(
                name=CONTACT,
                label="How learners reach you",
                value=cohort.contact,
                required=False,
                limit=CONTACT_MAX,
            ),
            TextField(
                name=ACCESS,
                label="The way to ask for accommodation",
                value=cohort.access,
                required=False,
                limit=CONTACT_MAX,
            ),
            *(reading if links and has_room else ()),
        ),
    )


def dates_label(course: Course) -> str:
    """Return what leads to the form for dates; of a course without sessions that is one date."""
    return "Dates and place" if course.sessions else "When it begins"


def not_published(mint: Mint, course_id: UUID, course: Course, open_points: Sequence[str]) -> Card:
    """Return what keeps a course from being published, a sentence each; a long list is cut."""
    more = len(open_points) - _POINTS
    units = (press(mint, "course.units", "Units", course_id),) if course.units else ()
    return Card(
        text_id="course.not_published",
        blocks=(
            say("Not published yet."),
            *(say(each) for each in open_points[:_POINTS]),
            *((say(f"And {more} more of this kind."),) if more > 0 else ()),
            row(
                press(mint, "course.details", "Enter what is missing", course_id),
                *units,
                press(mint, "course.dates", dates_label(course), course_id),
            ),
        ),
        summary="Not published yet.",
        reach=Reach.PERSONAL,
    )


def _shape(course: Course) -> str:
    """Return how long a course is, in a few words."""
    if course.sessions:
        live = several(len(course.sessions), "session", "sessions")
        return f"{live}, {several(len(course.pushes), 'message', 'messages')}"
    if course.units:
        units = several(len(course.units), "unit", "units")
        return f"{units}, {lasts(course)}, in each learner's own time"
    return f"{several(last_day(course), 'day', 'days')}, in each learner's own time"
