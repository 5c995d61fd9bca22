"""Code words: what a trainer shows in a session, and what a learner is told who sends one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from bot.domain.courses.code_words import HOLDS
from bot.domain.courses.course import EVIDENCE_ONLY, Course, Session
from bot.domain.courses.learners import Attended
from bot.domain.zones import zone_of
from bot.services.cards.courses.attendance import NOTHING, minutes, named, when, zone_said
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, aside, say
from bot.surface.form import Form, TextField

WORD = "word"
"""The field of the form."""
_SUMMARY = "The word in this session"
_TEN = int(HOLDS.total_seconds()) // 60
NOT_THE_WORD = (
    "That is not the word now, nor the one before it. It changes every ten minutes; your trainer shows it."
)
WAIT = "Several words did not fit. In ten minutes you can send one again."
_ONE = "Noted. Send another one later in the session: the minutes between your first and your last count."


def shown(mint: Mint, cohort: UUID, course: Course, session: Session, now: tuple[str, datetime]) -> Card:
    """Return the word that is shown now, and until when, to a trainer alone."""
    word, until = now
    local = until.astimezone(zone_of(course.zone))
    return Card(
        text_id="attend.word",
        title=named(session),
        blocks=(
            say(f"The word now: {word}"),
            aside(
                f"Say it or show it in the session. It changes at {local:%H:%M}, {zone_said(course.zone)}, "
                f"and is taken for {_TEN} minutes more. Learners send it with \u201cI am here\u201d, which "
                "their `course` card has."
            ),
            aside(
                f"{_words(course)} or more, at different times, count from the first to the last. The last "
                f"one can be sent up to {_TEN} minutes after the end."
            ),
            row(
                press(mint, "attend.word", "Show the next word", cohort, arg=str(session.n)),
                press(mint, "attend.back", "Back", cohort, arg=str(session.n)),
            ),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def not_on(course: Course, coming: Session | None) -> Card:
    """Return what is said between two sessions."""
    after = f" The next one: {when(course, coming)}" if coming else ""
    return plain("attend.not_on", f"No session is on now.{after}")


def not_by_words() -> Card:
    """Return what is said where a course takes no words."""
    return plain(
        "attend.not_by_words", "This course takes attendance without words. There is nothing to send."
    )


def form(ref: str, session: Session) -> Form:
    """Return the form for a word."""
    field = TextField(name=WORD, label="The word", hint="Two words, as your trainer shows them.", limit=100)
    return Form(
        text_id="attend.here",
        ref=ref,
        name="attend.here",
        title="I am here",
        intro=f"{named(session)}. What counts is the time between your first word and your last.",
        fields=(field,),
        submit="Send",
    )


def taken(session: Session, noted: Attended | None) -> Card:
    """Return what is said to a word that fits."""
    if noted is None:
        return plain("attend.taken", _ONE)
    return plain("attend.taken", f"Noted: {noted.minutes} of {minutes(session.minutes)} so far.")


def mine(
    mint: Mint, cohort: UUID, course: Course, noted: Mapping[int, Attended], words: Mapping[int, int]
) -> Card:
    """Return a learner's own attendance, to them alone."""
    lines = [
        f"{named(each)}: {_told(each, noted.get(each.n), words.get(each.n, 0))}" for each in course.sessions
    ]
    return Card(
        text_id="attend.mine",
        title="Your attendance",
        blocks=(
            aside(course.title),
            say("\n".join(lines)),
            aside(f"{EVIDENCE_ONLY} If something is missing, your trainer can put it right."),
            row(press(mint, "evidence.own", "Take it along", cohort)),
        ),
        summary="Your attendance",
        reach=Reach.SEALED,
    )


def _told(session: Session, noted: Attended | None, words: int) -> str:
    if noted is not None:
        return f"{noted.minutes} of {minutes(session.minutes)}"
    return "one word so far" if words else NOTHING


def _words(course: Course) -> str:
    count = max(2, course.attendance.words)
    return "Two words" if count == 2 else f"{count} words"  # noqa: PLR2004 - the least that tell of a time
