"""Changing a course while it goes on: a session, places, recordings, and its end. Launching it, too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from bot.domain.courses.cohort import CAPACITY_MOST, Cohort, Stage
from bot.domain.courses.course import Session
from bot.domain.prompts import Option
from bot.services.cards.courses.creating import dates_label
from bot.services.cards.courses.overview import back
from bot.services.cards.courses.schedule import session_name, session_phrase, several
from bot.services.cards.days import date_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, Button, Card, Choose, Fields, Reach, aside, say
from bot.surface.form import DateField, Form, TextField, TimeField
from bot.surface.text import shown

DAY, AT, PLACES, GROUPS, LINKS = "day", "at", "places", "groups", "links"
"""The fields of the forms here."""
BEGAN = "That session has begun, so it stays where it is."
SAME = "It is at that time already. Nothing was changed."
NO_SESSION = "That session is not in this course any more."
NOT_AHEAD = "That is not ahead. A session moves to a time that is still to come."
BAD_PLACES = f"A whole number from 1 to {CAPACITY_MOST}, or nothing for no limit."
LAUNCH_TOO_LATE = "The first session is before that day. Name an earlier one, or move the session first."
BAD_GROUPS = "A whole number from 1 to 30, or nothing for all together."
BAD_LINE = "Line {n} names no session. Each begins with its number, and ends in its https link."
NOT_NOW = "That is not possible as the course stands now."


def menu(mint: Mint, course: UUID, cohort: Cohort, *, movable: bool) -> Card:
    """Return what may be changed, as a course stands; `movable`: all its dates, since nobody has joined."""
    is_live = cohort.stage in {Stage.OPEN, Stage.RUNNING}
    has_sessions = bool(cohort.course.sessions)
    join = (
        press(mint, "course.take_new", "Let new ones join", course)
        if cohort.closed_to_new
        else press(mint, "course.stop_new", "Let nobody new join", course)
    )
    first: list[Button] = [press(mint, "course.details", "Details", course)]
    if is_live and movable:
        first = [press(mint, "course.dates", dates_label(cohort.course), course), *first]
    elif is_live and has_sessions:
        first = [
            press(mint, "course.session", "Move a session", course),
            *first,
            press(mint, "course.place", "Where it is", course),
        ]
    if cohort.course.units:
        first.append(press(mint, "course.units", "Units", course))
    if has_sessions and cohort.stage is not Stage.DRAFT:
        first.append(press(mint, "course.recordings", "Recordings", course))
    credit = press(mint, "course.credit", "Credit and evidence", course)
    second = (press(mint, "course.places", "How many may join", course), join) if is_live else ()
    third = [press(mint, "course.trainer", "Another trainer", course)]
    if cohort.stage is not Stage.DRAFT:
        third.append(press(mint, "course.again", "Run it again", course))
    if is_live:
        third.append(press(mint, "course.end", "End the course", course))
    return Card(
        text_id="course.change_menu",
        title="What would you like to change?",
        blocks=(
            row(*first),
            row(*second, credit),
            row(*third, back(mint, course)),
        ),
        summary="What to change in your course",
        reach=Reach.PERSONAL,
    )


def which_session(ref: str, sessions: Sequence[Session], today: date) -> Card:
    """Return the sessions that are still ahead, to choose one."""
    options = tuple(
        Option(name=str(each.n), label=f"Session {each.n}: {session_phrase(each, today)}"[:LABEL_MAX])
        for each in sessions
    )
    return Card(
        text_id="course.which_session",
        blocks=(Choose(ref=ref, name="course.session.pick", ask="Which session moves?", options=options),),
        summary="Which session moves?",
        reach=Reach.PERSONAL,
    )


def none_ahead() -> Card:
    """Return that every session has begun."""
    return plain("course.none_ahead", "Every session of this course has begun, so none can be moved.")


def session_form(ref: str, session: Session, zone: str) -> Form:
    """Return the form for another date and hour of one session."""
    return Form(
        text_id="course.session_form",
        ref=ref,
        name="course.session",
        title=f"Session {session.n}",
        intro=f"On the clock of {zone}. You see what it means before anybody is told.",
        fields=(
            DateField(name=DAY, label="On", hint="Like 9 December", value=session.starts.date().isoformat()),
            TimeField(name=AT, label="It starts at", hint="Like 16:00", value=f"{session.starts:%H:%M}"),
        ),
        submit="Look at it",
    )


def ask_move(
    mint: Mint,
    course: UUID,
    before: Session,
    after: Session,
    arg: str,
    *,
    today: date,
    along: int,
    told: bool,
) -> Card:
    """Return what a move means, before anybody is told. `along`: how many messages hang on the session."""
    follow = (
        f"{several(along, 'message moves', 'messages move')} along with it, as far as they are not sent yet."
        if along
        else "No message hangs on it."
    )
    who = "Learners are told once." if told else "Nobody has joined yet, so nobody is told."
    return Card(
        text_id="course.ask_move",
        blocks=(
            say(session_name(before)),
            Fields(pairs=(("From", session_phrase(before, today)), ("To", session_phrase(after, today)))),
            say(f"{follow} {who}"),
            row(
                press(mint, "course.session.yes", "Move it", course, arg=arg),
                press(mint, "course.open", "Keep it as it is", course),
            ),
        ),
        summary="Move the session?",
        reach=Reach.PERSONAL,
    )


def moved_line(session: Session, zone: str, today: date) -> str:
    """Return what learners are told of a session that moved."""
    return (
        f"Session {session.n} is at another time now: {session_phrase(session, today)} ({zone}). `course` "
        "shows it in your own zone."
    )


PLACE_LINE = "It takes place somewhere else now. `course` shows where."
"""What learners are told of another place."""
DISCLOSURES_LINE = "The disclosures say something else now. `course` shows them."
"""What learners are told of other disclosures."""
ENDED_LINE = "This course has ended. What you wrote is yours, and stays in your notebook."
"""What learners are told of a course that ends before its time."""


def place_form(ref: str, cohort: Cohort, limit: int) -> Form:
    """Return the form for another place."""
    return Form(
        text_id="course.place_form",
        ref=ref,
        name="course.place",
        title="Where it takes place",
        intro="Learners are told once that it is another place, and see it on their own card.",
        fields=(TextField(name="where", label="A link or a room", value=cohort.where, limit=limit),),
    )


def places_form(ref: str, cohort: Cohort) -> Form:
    """Return the form for how many may join."""
    value = str(cohort.capacity) if cohort.capacity is not None else ""
    return Form(
        text_id="course.places_form",
        ref=ref,
        name="course.places",
        title="Places",
        intro="Who is in stays in, however few places there are.",
        fields=(
            TextField(
                name=PLACES,
                label="How many may join",
                hint="Left empty, there is no limit.",
                value=value,
                required=False,
                limit=4,
            ),
        ),
    )


def recordings_form(ref: str, lines: str, limit: int) -> Form:
    """Return the form for the links of recordings, a line for each session."""
    return Form(
        text_id="course.recordings_form",
        ref=ref,
        name="course.recordings",
        title="Recordings",
        intro="Watching one never counts as being there. Learners have a link until its last day.",
        fields=(
            TextField(
                name=LINKS,
                label="A line for each session",
                hint="Each line ends in its https link, or in nothing.",
                value=lines,
                required=False,
                long=True,
                limit=limit,
            ),
        ),
    )


def ask_launch(mint: Mint, course: UUID, learners: int, *, on: date | None, today: date) -> Card:
    """Return the question how a course is launched; `on`: the day that was named for it before."""
    named = (say(f"It has a day: {date_phrase(on, today)}. Another takes its place."),) if on else ()
    who = several(learners, "learner is in", "learners are in") if learners else "Nobody has joined yet"
    return Card(
        text_id="course.ask_launch",
        title="Launch",
        blocks=(
            say(
                f"{who}. From the launch on, each message comes at its time, in each learner's own zone and "
                "outside their quiet hours."
            ),
            *named,
            aside("What lay before the launch is not sent. Who joins later gets what is still of use."),
            row(
                press(mint, "course.launch.now", "Launch now", course),
                press(mint, "course.launch.later", "On a day, or in groups", course),
                press(mint, "course.open", "Not yet", course),
            ),
        ),
        summary="Launch your course?",
        reach=Reach.PERSONAL,
    )


def launch_form(ref: str) -> Form:
    """Return the form for a launch on a day, or in groups on days one after another."""
    return Form(
        text_id="course.launch_form",
        ref=ref,
        name="course.launch",
        title="Launch",
        fields=(
            DateField(name=DAY, label="On", hint="Like friday or 9 November; today is fine."),
            TextField(
                name=GROUPS,
                label="In how many groups",
                hint="Each begins a day after the one before. Left empty, all begin together.",
                required=False,
                limit=2,
            ),
        ),
        submit="Launch",
    )


def launched(mint: Mint, course: UUID, *, day: date | None, groups: int, today: date) -> Card:
    """Return that a course is launched, or will be."""
    said = (
        "Launched. Each message has its time now."
        if day is None
        else f"It is launched on {date_phrase(day, today)}. Until then nothing is sent."
    )
    apart = f" Learners begin in {groups} groups, one on each day." if groups > 1 else ""
    return Card(
        text_id="course.launched",
        blocks=(say(said + apart), row(back(mint, course))),
        summary="Your course is launched." if day is None else "Your course has a day for its launch.",
        reach=Reach.PERSONAL,
    )


def ask_end(mint: Mint, course: UUID, cohort: Cohort) -> Card:
    """Return the question before a course ends."""
    stays = "Attendance can still be looked at and taken along."
    if cohort.course.units:
        waits = ", and questions that wait can be answered" if cohort.course.ask is not None else ""
        stays = f"What they finished can still be looked at and taken along{waits}."
    return Card(
        text_id="course.ask_end",
        blocks=(
            say(f"End “{shown(cohort.course.title)}”? Nothing more is sent, and nobody new can join."),
            say(f"Learners are told once. {stays}"),
            row(
                press(mint, "course.end.yes", "End it", course),
                press(mint, "course.open", "Let it go on", course),
            ),
        ),
        summary="End the course?",
        reach=Reach.PERSONAL,
    )


def ask_delete(mint: Mint, course: UUID, cohort: Cohort) -> Card:
    """Return the question before all that is kept of a course goes."""
    noted = "ticks, tests, questions with their answers" if cohort.course.units else "attendance"
    kept = (
        f"Enrolment, {noted} and what was entered go for good. What learners wrote in their journals stays "
        "with them."
        if cohort.stage is not Stage.DRAFT
        else "What was entered goes for good."
    )
    return Card(
        text_id="course.ask_delete",
        blocks=(
            say(f"Delete “{shown(cohort.course.title)}”? {kept}"),
            row(
                press(mint, "course.delete.yes", "Delete it", course),
                press(mint, "course.open", "Keep it", course),
            ),
        ),
        summary="Delete the course?",
        reach=Reach.PERSONAL,
    )


def deleted() -> Card:
    """Return that nothing is kept of a course."""
    return plain("course.deleted", "Deleted. Nothing of that course is kept here now.")


def not_now() -> Card:
    """Return that something is not possible as a course stands."""
    return plain("course.not_now", NOT_NOW)


def still_runs() -> Card:
    """Return why a course is not deleted yet."""
    return plain("course.still_runs", "It still goes on. End it first; then it can be deleted.")


def arg_of(n: int, starts: datetime) -> str:
    """Return a session and its new time as a press carries them."""
    return f"{n}.{starts:%Y%m%dT%H%M}"
