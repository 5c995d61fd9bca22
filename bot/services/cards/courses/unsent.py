"""What is still to come of a course, and what did not arrive: for its trainers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.courses.course import Course, Push
from bot.domain.courses.timetable import instant_of
from bot.domain.prompts import Option
from bot.domain.zones import zone_of
from bot.services.cards.courses.own import shown_push, when
from bot.services.cards.courses.pushes import word_for
from bot.services.cards.courses.schedule import after_unit
from bot.services.cards.days import short_date
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, OPTIONS_MAX, Card, Choose, Reach, aside, say
from bot.surface.text import shown

COMES = "Each learner has it within their own waking hours, no more than one thing of the course a day."


def coming(mint: Mint, course_id: UUID, course: Course, pushes: Sequence[Push], now: datetime) -> Card:
    """Return what is still to come, the next first, to choose one."""
    listed = pushes[:OPTIONS_MAX]
    if not listed:
        return plain("own.nothing_comes", "Nothing more is to come of this course.")
    options = tuple(Option(name=word_for(each.id), label=_label(course, each, now)) for each in listed)
    more = len(pushes) - len(listed)
    return Card(
        text_id="own.coming",
        title="Still to come",
        blocks=(
            Choose(
                ref=mint("own.look", course_id),
                name="own.look",
                ask="Which one would you like to look at, or take back?",
                options=options,
            ),
            aside(f"Times are those of {course.zone}. {COMES}"),
            *((aside(f"{more} more come after these."),) if more else ()),
        ),
        summary="Still to come",
        reach=Reach.PERSONAL,
    )


def one(mint: Mint, course_id: UUID, push: Push, at: datetime | None, zone: str) -> Card:
    """Return one thing that is to come as learners will see it, and the way to take it back."""
    own_day = f"It comes on day {push.when.day} of each learner's own."
    if push.when.unit:
        own_day = f"It comes {after_unit(push.when)} unit {push.when.unit} is finished."
    comes = f"It comes on {when(at, zone)}." if at else own_day
    return Card(
        text_id="own.one",
        blocks=(
            say("Learners will see:"),
            *shown_push(push),
            say(comes),
            aside("Taken back, it comes to nobody from then on. Who has it already keeps it."),
            row(
                press(mint, "own.back", "Take it back", course_id, arg=word_for(push.id)),
                press(mint, "own.coming", "Leave it", course_id),
            ),
        ),
        summary="Something that is to come",
        reach=Reach.PERSONAL,
    )


def taken_back(mint: Mint, course_id: UUID, *, is_out: bool) -> Card:
    """Return that something was taken back; `is_out`: some learners have it."""
    said = "Some have it already and keep it; it comes to nobody else." if is_out else "Nobody has seen it."
    return Card(
        text_id="own.taken_back",
        blocks=(
            say(f"Taken back. {said}"),
            row(press(mint, "own.coming", "What is still to come", course_id)),
        ),
        summary="Taken back.",
        reach=Reach.PERSONAL,
    )


def none_such() -> Card:
    """Return what is said where something is out, or was taken back before."""
    return plain("own.out", "That is not to come any more: it is out, or was taken back before.")


def not_running() -> Card:
    """Return that a course sends nothing now."""
    return plain("own.sends_nothing", "The course does not run now: nothing of it is on its way.")


def _label(course: Course, push: Push, now: datetime) -> str:
    at = instant_of(course, push.when)
    local = at.astimezone(zone_of(course.zone)) if at else None
    today = now.astimezone(zone_of(course.zone)).date()
    own_day = f"After unit {push.when.unit}" if push.when.unit else f"Day {push.when.day}"
    day = f"{short_date(local.date(), today)} {local:%H:%M}" if local else own_day
    whose = " (a trainer's)" if push.by_trainer else ""
    label = f"{day}{whose}: {' '.join(shown(push.text).split())}"
    return label if len(label) <= LABEL_MAX else f"{label[: LABEL_MAX - 1].rstrip()}\u2026"
