"""A course as its learner sees it: what is next, what is done, what there is to read and to watch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain.courses.access import are_recordings_open
from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.course import Course, Session
from bot.domain.courses.learners import Learner
from bot.domain.courses.progress import Progress, progress
from bot.domain.courses.timetable import starts_at
from bot.domain.zones import zone_of
from bot.services.cards.courses import units as units_cards
from bot.services.cards.courses.dates import at_phrase, on_day
from bot.services.cards.courses.materials import in_rows, is_link, link_or_text
from bot.services.cards.days import day_in_full, short_date
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import (
    Block,
    Button,
    Card,
    Fields,
    Paragraph,
    Reach,
    aside,
    say,
    shared_words,
)
from bot.surface.text import shown

COURSES_MOST = 5
"""So many courses have their contacts on one card."""
PAUSED = "Nothing of it comes while you are paused: `resume` goes on."
STOPPED = "Nothing of it comes since you took your yes back: `start` begins again."
NOT_ENTERED = "the organiser entered none."
NO_HELP = (
    "You are in no course here. Once you are, your organiser's contact stands here, and the way to ask for "
    "what you need."
)
_ANYWHERE = (
    "Every choice and every scale has words to it, and at a terminal all of it can be typed. `helpnow` is "
    "who to call."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A course at a moment, for one learner. `zone` is theirs.

    `next_push` is the day on which the next question comes, as far as that is known; `recordings_until` the
    last day of the recordings. `shows`: how many pages of theirs the trainers may read. `rates`: whether they
    may say now how it was. `waits`: what is said where nothing comes to them at the moment; `not_now`: where
    no step can be taken in a unit.
    """

    id: UUID
    cohort: Cohort = field(repr=False)
    learner: Learner = field(repr=False)
    zone: str
    now: datetime
    next_push: date | None
    recordings_until: date | None
    has_pages: bool
    shows: int
    rates: bool
    waits: str = ""
    not_now: str = ""

    @property
    def course(self) -> Course:
        """What it is."""
        return self.cohort.course

    @property
    def goes_on(self) -> bool:
        """Whether it is not over."""
        return self.cohort.stage is not Stage.OVER

    @property
    def progress(self) -> Progress:
        """How far they are in its units."""
        return progress(self.course, self.learner)

    @property
    def today(self) -> date:
        """Their date."""
        return self.now.astimezone(zone_of(self.zone)).date()


def shown_to_learner(mint: Mint, seen: Seen, ways: Sequence[Button]) -> Card:
    """Return a course to somebody who learns in it; `ways` are the presses of other rooms."""
    return Card(
        text_id="learn.shown",
        title=shown(seen.course.title),
        blocks=(
            *_next(seen),
            *_done(seen),
            *_pages(seen),
            *_until(seen),
            *in_rows(_units(mint, seen), _presses(mint, seen), _recordings(mint, seen), ways),
            row(press(mint, "learn.leave", "Leave the course", seen.id)),
        ),
        summary="Your course",
        reach=Reach.PERSONAL,
    )


def _next(seen: Seen) -> tuple[Block, ...]:
    units = (
        units_cards.overview(seen.course, seen.progress, goes_on=seen.goes_on) if seen.course.units else ()
    )
    if seen.cohort.stage is Stage.OVER:
        return (say("This course is over. What you wrote in it is in your journal."), *units)
    found: list[Block] = [*units]
    session = next((each for each in seen.course.sessions if _ends(seen.course, each) > seen.now), None)
    if session is not None:
        found += _coming(seen, session)
    if seen.waits:
        found.append(say(seen.waits))
    elif seen.next_push is not None:
        found.append(say(f"The next question comes {on_day(seen.next_push, seen.today)}."))
    elif seen.not_now:
        found.append(say(seen.not_now))
    elif seen.cohort.stage is Stage.OPEN:
        found.append(say("It has not begun yet: nothing comes before your trainer begins it."))
    if not found:
        found.append(say("Nothing more is to come that I know of."))
    return tuple(found)


def _coming(seen: Seen, session: Session) -> list[Block]:
    of = f"{session.n} of {len(seen.course.sessions)}"
    title = f": {shown(session.title)}" if session.title else ""
    begins = starts_at(seen.course, session)
    if begins <= seen.now:
        ends = _ends(seen.course, session).astimezone(zone_of(seen.zone))
        line = f"Now: session {of}{title}, until {ends:%H:%M}."
    else:
        line = (
            f"Next: session {of}{title}, {at_phrase(begins, seen.zone, seen.now)}, {session.minutes} minutes."
        )
    where = seen.cohort.where.strip()
    if not where:
        return [say(line)]
    if is_link(where):
        return [say(line), link_or_text("learn.where", "Where it takes place", where)]
    return [say(line), aside("Where it takes place:"), shared_words(where)]


def _done(seen: Seen) -> tuple[Block, ...]:
    """Return the sessions that were, with what was noted of each; nothing is added up."""
    pairs = []
    for each in seen.course.sessions:
        if _ends(seen.course, each) > seen.now:
            continue
        noted = seen.learner.attended.get(each.n)
        day = short_date(starts_at(seen.course, each).astimezone(zone_of(seen.zone)).date(), seen.today)
        minutes = f", {noted.minutes} of {each.minutes} minutes noted" if noted else ""
        pairs.append((f"Session {each.n}", f"{day}{minutes}"))
    return (say("What was so far"), Fields(pairs=tuple(pairs))) if pairs else ()


def _pages(seen: Seen) -> tuple[Paragraph, ...]:
    if not seen.shows:
        return ()
    what = "one page" if seen.shows == 1 else f"{seen.shows} pages"
    return (
        aside(f"Your trainers may read {what} that you show them. `What I wrote` is where you take it back."),
    )


def _until(seen: Seen) -> tuple[Paragraph, ...]:
    if seen.recordings_until is None or not any(seen.cohort.recordings.values()):
        return ()
    is_open = are_recordings_open(seen.course, seen.now)
    how = "are open until" if is_open else "closed after"
    return (say(f"Recordings {how} {day_in_full(seen.recordings_until)}."),)


def _presses(mint: Mint, seen: Seen) -> list[Button]:
    found = []
    if any(each.readings for each in seen.course.sessions):
        found.append(press(mint, "learn.readings", "Readings", seen.id))
    if seen.has_pages:
        found.append(press(mint, "learn.back", "What I wrote", seen.id))
    if seen.rates:
        found.append(press(mint, "rate.open", "Say how it was", seen.id))
    return [*found, press(mint, "learn.about", "Details", seen.id)]


def _units(mint: Mint, seen: Seen) -> Sequence[Button]:
    if not seen.course.units or (seen.not_now and seen.cohort.stage is not Stage.OVER):
        return ()
    again = press(mint, "nudge.again", "Remind me again", seen.id)
    reminds = seen.learner.no_nudges and seen.course.nudges and not seen.progress.is_complete
    ways = units_cards.ways(mint, seen.id, seen.progress, goes_on=seen.goes_on)
    return (*ways, *((again,) if reminds and seen.goes_on else ()))


def _recordings(mint: Mint, seen: Seen) -> list[Button]:
    """Return a press for each recording that is there; a press, since its last day is looked at then."""
    until = seen.recordings_until
    if until is None or not are_recordings_open(seen.course, seen.now):
        return []
    return [
        Button(
            ref=mint("learn.recording", seen.id, str(n)), name=f"learn.recording.{n}", label=f"Recording {n}"
        )
        for n, link in sorted(seen.cohort.recordings.items())
        if link.strip()
    ]


def _ends(course: Course, session: Session) -> datetime:
    return starts_at(course, session) + timedelta(minutes=session.minutes)


def helped(courses: Sequence[Cohort]) -> Card:
    """Return whom to ask in each course that somebody is in, and how to ask for what they need."""
    blocks: list[Block] = []
    for each in courses[:COURSES_MOST]:
        blocks.append(say(shown(each.course.title)))
        for name, text in (
            ("Contact, also where something does not work", each.contact),
            ("To ask for accommodation", each.access),
        ):
            said = text.strip()
            blocks += [aside(name), shared_words(said)] if said else [aside(f"{name}: {NOT_ENTERED}")]
    return Card(
        text_id="learn.help",
        title="Help with a course",
        blocks=(*(blocks or (say(NO_HELP),)), aside(_ANYWHERE)),
        summary="Help with a course",
        reach=Reach.PERSONAL,
    )


def ask_leave(mint: Mint, course: UUID, cohort: Cohort, *, shows: int) -> Card:
    """Return what leaving means, before it."""
    taken = " What you show your trainers is taken back." if shows else ""
    knows, first = "your ticks.", "is your own record to take along first, if you like."
    if cohort.course.sessions:
        knows = f"your ticks and when you were there. `My attendance` {first}"
    elif cohort.course.units:
        asked = " what you asked," if cohort.course.ask is not None else ""
        knows = f"your ticks,{asked} your tests and the units that you finished. `My record` {first}"
    return Card(
        text_id="learn.ask_leave",
        blocks=(
            say(
                f"Leave {shown(cohort.course.title)}? Nothing of it comes any more. What you wrote stays in "
                f"your journal.{taken}"
            ),
            say(f"What the course knows of you goes: {knows}"),
            row(press(mint, "learn.leave.yes", "Leave", course), press(mint, "learn.stay", "Stay", course)),
        ),
        summary="Leave the course?",
        reach=Reach.PERSONAL,
    )


def left() -> Card:
    """Return that somebody left."""
    return plain("learn.left", "You left. What you wrote is in your journal, and nothing more comes.")


def not_in() -> Card:
    """Return what is said to who is not in a course."""
    return plain(
        "learn.not_in", "You are not in that course. With a code from its trainer: `course join CODE`."
    )
