"""A look ahead: what a course will send, and when that is in each zone; and all of it, as a preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from bot.domain.courses.ahead import InZone
from bot.domain.courses.course import Course, Does, Pace, Push
from bot.domain.courses.timeline import Moved, Planned
from bot.domain.courses.timetable import starts_at
from bot.domain.prompts import Option
from bot.domain.zones import zone_of
from bot.services.cards.courses import pushes
from bot.services.cards.courses.overview import back
from bot.services.cards.courses.schedule import after_unit, session_name, several
from bot.services.cards.days import date_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, Block, Button, Buttons, Card, Choose, Fields, Reach, Scale, aside, say
from bot.surface.form import Form, TextField
from bot.surface.text import shown

ZONE = "zone"
"""The field for another zone."""
ZONES_MAX = 24
"""Zones to choose from on one card."""
LINES = 12
"""Lines of what comes on one card."""
SHORT = 90
"""Characters of a question in a list."""
WORDS = """\
These are the hours of somebody with the usual quiet hours, 20:00 to 08:00; others get it outside theirs. \
Nobody gets more than one of these a day.
Who is on leave gets it from the morning on which they are back, one a day, and what prepared a session \
that is over not at all. Who that is, nobody sees here.
Days off and public holidays that your organisation named are left free, but for what prepares a session."""
"""What holds of every list."""
ONLY_A_LOOK = "This is a preview. Nothing is kept of a press on it."
NOTHING = "Nothing more is to be sent."


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list: when it is, on the clocks of a zone, and what."""

    at: datetime
    when: str
    what: str = field(repr=False)


def lines(course: Course, view: InZone, now: datetime) -> Sequence[Line]:
    """Return what is still ahead in a zone, sessions among it, in its order."""
    zone = zone_of(view.zone)
    today = now.astimezone(zone).date()
    texts = {each.id: each.text for each in course.pushes}
    found = [
        (starts_at(course, each), f"{session_name(each)} ({each.minutes} minutes)")
        for each in course.sessions
    ]
    found += [(each.at, f"{short(texts[each.push])}{_why(each)}") for each in view.comes]
    return [
        Line(at=at, when=_when(at.astimezone(zone), today), what=what)
        for at, what in sorted(found, key=lambda each: each[0])
        if at >= now
    ]


def remarks(course: Course, view: InZone) -> Sequence[str]:
    """Return what is to be known of a zone: where the clocks part, and what finds no place there."""
    texts = {each.id: each.text for each in course.pushes}
    parted = [
        f"From session {each.session} on they begin at {each.becomes:%H:%M} here, and no longer at "
        f"{each.was:%H:%M}: clocks here and in {course.zone} are set on different days."
        for each in view.shifts
    ]
    left = [
        f"Not sent here: “{short(texts[each])}”. No hour before its session is free there."
        for each in view.left_out
    ]
    return [*parted, *left]


def in_zone(
    mint: Mint,
    course_id: UUID,
    course: Course,
    view: InZone,
    *,
    word: str,
    first: int,
    began_on: date | None,
    now: datetime,
) -> Card:
    """Return what comes in a zone. `word` stands for it in a control; `first` is the first line shown.

    `began_on` is the day on which somebody begins a course in their own pace.
    """
    listed = lines(course, view, now)
    page = listed[first : first + LINES]
    today = now.astimezone(zone_of(view.zone)).date()
    who = f"{several(view.learners, 'learner', 'learners')} there. " if view.learners else ""
    blocks: list[Block] = [say(f"{who}All hours are those of {view.zone}.{_begun(began_on, today)}")]
    blocks.append(Fields(pairs=tuple((each.when, each.what) for each in page)) if page else say(NOTHING))
    is_last = first + LINES >= len(listed)
    if is_last:
        blocks += [say(each) for each in remarks(course, view)]
        blocks += [aside(each) for each in WORDS.splitlines()]
    more = (
        ()
        if is_last
        else (press(mint, "ahead.page", "What follows", course_id, arg=f"{first + LINES}.{word}"),)
    )
    return Card(
        text_id="ahead.in_zone",
        title="What comes, and when",
        blocks=(*blocks, *_ways(mint, course_id, more, word)),
        summary="What your course will send",
        reach=Reach.PERSONAL,
    )


def zones(mint: Mint, course_id: UUID, views: Sequence[tuple[str, InZone]]) -> Card:
    """Return the zones of those enrolled, to look at one; each with the word that stands for it."""
    listed = views[:ZONES_MAX]
    options = tuple(
        Option(name=word, label=f"{view.zone} ({several(view.learners, 'learner', 'learners')})"[:LABEL_MAX])
        for word, view in listed
    )
    rest = len(views) - len(listed)
    others = f"{several(rest, 'zone is', 'zones are')} not listed. “Another zone” finds any."
    return Card(
        text_id="ahead.zones",
        title="What comes, and when",
        blocks=(
            say("Each learner gets it at hours of their own zone."),
            Choose(ref=mint("ahead.zone", course_id), name="ahead.zone", ask="Which one?", options=options),
            *((aside(others),) if rest else ()),
            *_ways(mint, course_id, (), ""),
        ),
        summary="What your course will send",
        reach=Reach.PERSONAL,
    )


def zone_form(ref: str) -> Form:
    """Return the form for a zone that nobody enrolled is in."""
    return Form(
        text_id="ahead.zone_form",
        ref=ref,
        name="ahead.zone",
        title="Another zone",
        intro="Where would you like to see it from?",
        fields=(
            TextField(name=ZONE, label="Zone or city", hint="Like Europe/Berlin, or Auckland", required=True),
        ),
        submit="Look",
    )


def file_made(zones_in_it: Sequence[str]) -> Card:
    """Return what is said beside the calendar file."""
    of = zones_in_it[0] if len(zones_in_it) == 1 else f"all {len(zones_in_it)} zones"
    return plain(
        "ahead.file",
        f"The sessions and what is sent, for {of}. It names nobody. A file does not change by itself: when a "
        "session moves, take it again, and your calendar replaces what it had.",
    )


def ask_all(mint: Mint, course_id: UUID, count: int) -> Card:
    """Ask before everything is sent to a trainer."""
    return Card(
        text_id="ahead.ask_all",
        blocks=(
            say(
                f"{several(count, 'message comes', 'messages come')} to you, one after the other, as "
                "learners see them. Each is marked as a preview, and nobody else gets any."
            ),
            row(
                press(mint, "ahead.all.yes", "Send them to me", course_id),
                back(mint, course_id),
            ),
        ),
        summary="The whole course, to you",
        reach=Reach.PERSONAL,
    )


def on_their_way(count: int) -> Card:
    """Return that the preview is on its way."""
    are = several(count, "message is", "messages are")
    return plain("ahead.on_their_way", f"{are} on the way to you. The first is here in a moment.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """One thing of a course, the `number`th of so many, and `when` it comes in words."""

    title: str
    asked: Push
    number: int
    of: int
    when: str
    unread: bool = False


def preview(mint: Mint, course_id: UUID, one: Previewed) -> Card:
    """Return one thing of a course as it comes to learners; pressing on it does nothing to anybody."""
    ref = mint("ahead.tap", course_id)
    return Card(
        text_id="ahead.preview",
        title=shown(one.title),
        blocks=(
            aside(f"A preview for you, {one.number} of {one.of}. {one.when}"),
            *(_inert(each) for each in pushes.question(ref, one.asked)),
            *pushes.from_whom(one.asked),
            *pushes.mark(one.asked, unread=one.unread),
            _answers(mint, course_id, one.asked),
        ),
        summary="A preview of your course",
        reach=Reach.PERSONAL,
    )


def only_a_look() -> Card:
    """Return what is said to a press on a preview."""
    return plain("ahead.only_a_look", ONLY_A_LOOK)


def when_it_comes(course: Course, asked: Push, planned: Planned | None, now: datetime) -> str:
    """Return when something comes where the course is at home, or on which day of a learner's own."""
    if asked.when.unit:
        return f"It comes {after_unit(asked.when)} unit {asked.when.unit} is finished."
    if course.pace is Pace.OWN:
        return f"It comes on day {asked.when.day}."
    if planned is None:
        return f"In {course.zone} no hour before its session is free."
    zone = zone_of(course.zone)
    return f"In {course.zone}: {_when(planned.at.astimezone(zone), now.astimezone(zone).date())}."


def short(text: str) -> str:
    """Return the beginning of a text, cut between words."""
    flat = " ".join(shown(text).split())
    return flat if len(flat) <= SHORT else f"{flat[:SHORT].rsplit(' ', 1)[0]} …"


def _begun(on: date | None, today: date) -> str:
    return f" As for somebody who begins on {date_phrase(on, today)}." if on else ""


def _when(local: datetime, today: date) -> str:
    return f"{date_phrase(local.date(), today)} at {local:%H:%M}"


def _why(planned: Planned) -> str:
    """Return what moved it, where it does not come when the course has it."""
    said = []
    if Moved.QUIET in planned.why:
        said.append("after quiet hours" if planned.at > planned.wished else "ahead of quiet hours")
    if Moved.OFF in planned.why:
        said.append("after a day off" if planned.at > planned.wished else "ahead of a day off")
    if Moved.BUDGET in planned.why:
        said.append("one a day")
    if Moved.LATE in planned.why:
        said.append("late")
    return f" ({', '.join(said)})" if said else ""


def _ways(mint: Mint, course_id: UUID, more: Sequence[Button], word: str) -> tuple[Buttons, ...]:
    return (
        row(*more, press(mint, "ahead.other", "Another zone", course_id), back(mint, course_id)),
        row(
            press(mint, "ahead.all", "Send me all of it now", course_id),
            press(mint, "ahead.file", "As a calendar file", course_id, arg=word),
        ),
    )


def _inert(block: Block) -> Block:
    """Return a question whose answers lead nowhere."""
    return replace(block, name="ahead.tap") if isinstance(block, Choose | Scale) else block


def _answers(mint: Mint, course_id: UUID, asked: Push) -> Buttons:
    """Return the presses that stand below it, which lead nowhere but to help."""
    label = {Does.TEXT: "Write", Does.FLOW: "Begin", Does.READ: "Read"}.get(asked.does)
    opens = (press(mint, "ahead.tap", label, course_id, arg="open"),) if label else ()
    return row(*opens, press(mint, "ahead.pass", "Not now", course_id), help_button(mint))
