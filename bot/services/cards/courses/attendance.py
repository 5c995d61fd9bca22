"""Attendance, to a trainer: sessions, who was there as far as it is noted, and what they confirm by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.courses.course import Course, Session
from bot.domain.courses.evidence import grace_said
from bot.domain.courses.learners import Attended, Source
from bot.domain.prompts import Option
from bot.services.cards.days import day_in_full
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import (
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Button,
    Card,
    Choose,
    Reach,
    aside,
    say,
    shared_words,
)
from bot.surface.form import Form, TextField

NAMELESS = "A learner"
"""What somebody is called of whom no platform told a name."""
AT_ONCE = 40
"""Learners in one list."""
CHOSEN_FROM = 24
"""Learners in one choice."""
MINUTES = "minutes"
"""The field of the form."""
_BY = {Source.WORD: "by words", Source.FILE: "by a list", Source.HAND: "confirmed"}
_SUMMARY = "Attendance"
NOTHING = "nothing noted"
ONE_WORD = "one word so far; it counts once you confirm it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One learner in a session: what they are called, what is noted, and how many words they sent."""

    called: str = field(repr=False)
    noted: Attended | None
    sent: int = 0

    @property
    def text(self) -> str:
        """The line."""
        if self.noted is not None:
            return f"{self.called}: {minutes(self.noted.minutes)}, {_BY[self.noted.by]}"
        return f"{self.called}: {ONE_WORD if self.sent else NOTHING}"


def minutes(count: int) -> str:
    """Return "1 minute" or "95 minutes"."""
    return "1 minute" if count == 1 else f"{count} minutes"


def named(session: Session) -> str:
    """Return a session with its number and, where it has one, its title."""
    return f"{session.n}. {session.title}" if session.title else f"Session {session.n}"


def when(course: Course, session: Session) -> str:
    """Return when a session is, on the course's own wall clock."""
    ends = session.starts + timedelta(minutes=session.minutes)
    hours = f"{session.starts:%H:%M} to {ends:%H:%M}"
    return f"{day_in_full(session.starts.date())}, {hours}, {zone_said(course.zone)}."


def zone_said(zone: str) -> str:
    """Return a zone as people read it."""
    return ZoneInfo(zone).key.replace("_", " ")


def overview(mint: Mint, cohort: UUID, course: Course) -> Card:
    """Return the sessions of a course, to choose one, and the way to the files."""
    files = row(press(mint, "evidence.which", "Files to hand over", cohort))
    if not course.sessions:
        return plain("attend.none", "This course has no sessions, so there is no attendance to take.")
    options = tuple(
        Option(name=str(each.n), label=f"{day_in_full(each.starts.date())}: {named(each)}"[:LABEL_MAX])
        for each in course.sessions[:OPTIONS_MAX]
    )
    ask = Choose(
        ref=mint("attend.session", cohort), name="attend.session", ask="Which session?", options=options
    )
    return Card(
        text_id="attend.overview",
        title=_SUMMARY,
        blocks=(aside(course.title), ask, files),
        summary=_SUMMARY,
        reach=Reach.PERSONAL,
    )


def session(
    mint: Mint,
    cohort: UUID,
    course: Course,
    one: Session,
    lines: Sequence[Line],
    *,
    begins: int = 0,
    is_on: bool = False,
    first: str = "",
) -> Card:
    """Return one session, some learners at a time; `first` is what was done before. Nobody is ranked."""
    some = lines[begins : begins + AT_ONCE]
    nobody = (aside("Nobody has joined this course yet."),)
    word = (press(mint, "attend.word", "Show the word", cohort, arg=str(one.n)),) if is_on else ()
    rest = len(lines) - begins - len(some)
    more = (
        (press(mint, "attend.more", f"{rest} more", cohort, arg=f"{one.n}.{begins + AT_ONCE}"),)
        if rest
        else ()
    )
    ways = (
        *word,
        press(mint, "attend.bring", "Bring in a list", cohort, arg=str(one.n)),
        press(mint, "attend.hand", "Confirm by hand", cohort, arg=f"{one.n}.0"),
        *more,
    )
    grace = grace_said(course)
    return Card(
        text_id="attend.session",
        title=named(one),
        blocks=(
            *((say(first),) if first else ()),
            say(f"{when(course, one)} It has {minutes(one.minutes)}."),
            *((shared_words("\n".join(each.text for each in some)),) if some else nobody),
            *((aside(grace),) if grace else ()),
            row(*(ways if lines or is_on else ways[:1])),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def by_hand(mint: Mint, cohort: UUID, one: Session, people: Mapping[UUID, str], *, begins: int = 0) -> Card:
    """Return the choice of learners who were there: throughout, or for some of it."""
    every = list(people.items())
    some = every[begins : begins + CHOSEN_FROM]
    options = tuple(Option(name=who.hex, label=called[:LABEL_MAX]) for who, called in some)
    blocks: list[Block] = [
        Choose(
            ref=mint("attend.whole", cohort, str(one.n)),
            name="attend.whole",
            ask=f"Who was there all {minutes(one.minutes)}?",
            options=options,
            at_most=len(options),
        ),
        Choose(
            ref=mint("attend.part", cohort, str(one.n)),
            name="attend.part",
            ask="Or who was there for some of it?",
            options=options,
        ),
    ]
    ways: list[Button] = []
    if begins + CHOSEN_FROM < len(every):
        on = f"{one.n}.{begins + CHOSEN_FROM}"
        ways.append(press(mint, "attend.hand", "Others", cohort, arg=on))
    ways.append(press(mint, "attend.back", "Back", cohort, arg=str(one.n)))
    return Card(
        text_id="attend.by_hand",
        title=f"{named(one)}: by hand",
        blocks=(*blocks, row(*ways)),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def minutes_form(ref: str, one: Session, noted: Attended | None) -> Form:
    """Return the form for the minutes of one learner."""
    value = str(noted.minutes) if noted else ""
    field = TextField(
        name=MINUTES,
        label="Minutes",
        hint=f"From 0 to {one.minutes}. What you confirm stands before lists and words.",
        value=value,
    )
    return Form(
        text_id="attend.minutes",
        ref=ref,
        name="attend.minutes",
        title="Confirm by hand",
        fields=(field,),
    )


def not_minutes(one: Session) -> str:
    """Return what stands at the field where no such number was typed."""
    return f"Please write a number from 0 to {one.minutes}."


def confirmed(count: int) -> str:
    """Return what was done."""
    return "Noted." if count == 1 else f"Noted for {count} learners."


def left() -> Card:
    """Return what is said where a learner is in the course no more."""
    return plain("attend.left", "That learner is not in this course any more. Nothing was noted.")


def session_gone() -> Card:
    """Return what is said where a course has a session no more."""
    return plain("attend.session_gone", "That session is not in this course any more.")


def is_ahead() -> Card:
    """Return what is said of a session that has not begun."""
    return plain("attend.is_ahead", "That session is ahead. Who was there can be confirmed once it begins.")
