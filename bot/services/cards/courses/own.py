"""A trainer's own question: the form, how learners will see it, and that it goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.courses.course import Course, Push
from bot.domain.courses.own_prompts import MOST, OPTION_MAX, OPTIONS, TEXT_MAX
from bot.domain.zones import zone_of
from bot.guards.asking import Amiss
from bot.services.cards.courses.pushes import from_whom
from bot.services.cards.days import day_in_full
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, aside, say
from bot.surface.form import DateField, Form, TextField, TimeField

TEXT, ANSWERS, DAY, AT = "text", "answers", "day", "at"
"""The fields of the form."""
AMISS = {
    Amiss.PINGS: "This could call somebody up, or is an address: please leave out the @ sign.",
    Amiss.LINKS: "Please leave links out: they lead away from here.",
    Amiss.ASKS_WHO: (
        "This asks for something that could point at a person. "
        "Ask about the moment, and leave the person out."
    ),
}
NO_DAY = "Please name a day, too; or leave both empty, and it goes out now."
NO_TIME = "Please name a time, too; or leave both empty, and it goes out now."
GONE_BY = "That time has gone by."
MAY_POINT = "Some words here may point at a person. Please look at them once more before it goes out."
NOT_RUNNING = "The course does not run now, so nothing goes out. Once it is launched, you can ask here."
ENOUGH = f"There are {MOST} questions of trainers in this course already: more would be a burden."


@dataclass(frozen=True, slots=True, kw_only=True)
class Goes:
    """Where a question goes: to how many learners, and when; `at` None: as soon as it is sent."""

    learners: int
    at: datetime | None
    zone: str


def form(ref: str, course: Course, *, text: str = "", answers: str = "", day: str = "", at: str = "") -> Form:
    """Return the form for a question of a trainer's own."""
    return Form(
        text_id="own.form",
        ref=ref,
        name="own",
        title="A question of yours",
        intro=(
            "It goes to every learner, as yours; what they write stays with them. "
            "Please ask about moments, and leave out who somebody is."
        ),
        fields=(
            TextField(name=TEXT, label="The question", value=text, long=True, limit=TEXT_MAX),
            TextField(
                name=ANSWERS,
                label="Answers to tap, one a line",
                hint=f"{OPTIONS[0]} to {OPTIONS[-1]} of them. Left empty, it is answered in words.",
                value=answers,
                required=False,
                long=True,
                limit=(OPTION_MAX + 1) * OPTIONS[-1],
            ),
            DateField(
                name=DAY, label="Day", hint="Like 3 December. Left empty: now.", value=day, required=False
            ),
            TimeField(
                name=AT,
                label="Time",
                hint=f"Like 09:00, by the clock of {course.zone}.",
                value=at,
                required=False,
            ),
        ),
        submit="Preview",
    )


def preview(mint: Mint, course_id: UUID, push: Push, goes: Goes, *, note: str = "") -> Card:
    """Return a question as learners will see it, where it goes, and the ways on."""
    return Card(
        text_id="own.preview",
        title="Before it goes out",
        blocks=(
            *((say(note),) if note else ()),
            say("Learners will see:"),
            *shown_push(push),
            say(_goes(goes)),
            aside(_back(push)),
            row(
                press(mint, "own.send", "Send", course_id),
                press(mint, "own.change", "Change", course_id),
                press(mint, "own.drop", "Drop it", course_id),
            ),
        ),
        summary="Before it goes out",
        reach=Reach.PERSONAL,
    )


def shown_push(push: Push) -> Sequence[Block]:
    """Return a push as learners see it, with what can be tapped as words: nothing is answered here."""
    labels = " \u00b7 ".join(option.label for option in push.options)
    ends = f"0 ({push.low_label}) to 10 ({push.high_label})" if push.low_label else ""
    taps = labels or ends
    return (say(push.text), *((say(taps),) if taps else ()), *from_whom(push))


def sent(mint: Mint, course_id: UUID, goes: Goes) -> Card:
    """Return that a question is on its way, and the way to take it back."""
    said = "On its way." if goes.at is None else "It is set."
    return Card(
        text_id="own.sent",
        blocks=(
            say(f"{said} {_goes(goes)}"),
            row(press(mint, "own.coming", "What is still to come", course_id)),
        ),
        summary=said,
        reach=Reach.PERSONAL,
    )


def dropped() -> Card:
    """Return that a question was dropped."""
    return plain("own.dropped", "Dropped. Nothing went out.")


def none_waits() -> Card:
    """Return what is said to a press on a question that was sent or dropped before."""
    return plain("own.none", "That question was sent or dropped before. Nothing more was done.")


def not_running() -> Card:
    """Return that nothing goes out while a course does not run."""
    return plain("own.not_running", NOT_RUNNING)


def enough() -> Card:
    """Return that a course has as many questions of trainers as it may."""
    return plain("own.enough", ENOUGH)


def when(at: datetime, zone: str) -> str:
    """Return "Thursday 3 December 2026 at 09:00 (America/New_York)"."""
    local = at.astimezone(zone_of(zone))
    return f"{day_in_full(local.date())} at {local:%H:%M} ({zone})"


def _goes(goes: Goes) -> str:
    if not goes.learners:
        return "No learner has joined yet: who joins before it goes out gets it."
    to = "1 learner" if goes.learners == 1 else f"{goes.learners} learners"
    at = "now" if goes.at is None else f"on {when(goes.at, goes.zone)}"
    return (
        f"It goes to {to}, {at}: to each within their own waking hours, and no more than one thing of the "
        "course a day."
    )


def _back(push: Push) -> str:
    if push.asks_group:
        return "You hear how the group answered, roughly and once, if enough of them do. Never who."
    return "What they write stays with them."
