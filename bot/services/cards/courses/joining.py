"""Joining a course: one card, a form with one tick, and that somebody is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.course import EVIDENCE_ONLY, Course, Level
from bot.domain.courses.timetable import starts_at
from bot.domain.prompts import Option
from bot.domain.zones import zone_of
from bot.services.cards.courses.dates import at_phrase, on_day, span
from bot.services.cards.courses.schedule import lasts, length
from bot.services.cards.days import day_in_full
from bot.services.cards.plain import UNREAD, plain, press, row
from bot.services.cards.welcome import before_a_yes, help_button
from bot.services.codes import written
from bot.services.desk import Mint
from bot.surface.capabilities import Capabilities
from bot.surface.card import LABEL_MAX, Block, Buttons, Card, Choose, Fields, Reach, aside, say, shared_words
from bot.surface.form import INTRO_MAX, ChoiceField, Form, TextField
from bot.surface.text import shown

WORDS_MOST = 150
"""Words on the card before somebody joins, with everything to press."""
AGREED, ZONE = "agreed", "zone"
YES = "yes"
_LEVELS = {
    Level.BEGINNER: "beginner",
    Level.INTERMEDIATE: "intermediate",
    Level.ADVANCED: "advanced",
    Level.ALL: "all levels",
}
_WHAT = (
    "It comes by Reststop: a notebook with good questions, not therapy, supervision, a clinical record or an "
    "alarm."
)
_SEEN_LIVE = "when you were there"
_SEEN_IN_UNITS = "units finished, tests passed"
_WHO_SEES = (
    "Your trainers see that you joined, your ticks, {what}, time zones, and figures of the group. They see "
    "nothing you write, unless you {unless}."
)
_THEY_ALSO_SEE = (
    "They also see how many of you are in each time zone, and whether something of the course could not "
    "reach you. Other learners see nothing of you."
)
_IS_YOUR_YES = "Join is your yes to Reststop, too. Nothing is kept before it."
_DETAILS = "Disclosures and details"
_UNDER_DETAILS = f"under {_DETAILS}"
_NONE = "none entered"
NOT_TICKED = "Please read the disclosures, and tick that you did. Without it nobody is let in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A course that somebody may join. `zone` is theirs, or the course's where none of theirs is known.

    `free_until` and `recordings_until` are the last days of each, None where nothing is promised. `here` and
    `closes_on` are as on the first card of all. `unread`: nobody in the organisation signed its texts.
    """

    id: UUID
    cohort: Cohort = field(repr=False)
    zone: str
    now: datetime
    free_until: date | None
    recordings_until: date | None
    here: str = ""
    closes_on: date | None = None
    unread: bool = False

    @property
    def course(self) -> Course:
        """What it is."""
        return self.cohort.course


def offer(mint: Mint, offered: Offered, newcomer: Capabilities | None) -> Card:
    """Return the one card before somebody joins: 150 words at most, the rest one press away.

    `newcomer`: what the surface can do, where they gave no yes to Reststop yet.
    """
    course = offered.course
    facts = [
        ("Level", _LEVELS[course.level]),
        ("When", _when(offered)),
    ]
    if course.audience:
        facts.insert(1, ("For", shown(course.audience)))
    if offered.free_until is not None:
        facts.append(("Free to cancel until", day_in_full(offered.free_until)))
    approvals = shown(offered.cohort.approvals.strip())
    all_facts = [*facts, ("Approvals", approvals or _NONE)]
    fewer = [*facts, ("Approvals", _UNDER_DETAILS if approvals else _NONE)]
    about = say(shown(course.about))
    first = before_a_yes(newcomer, offered.closes_on, what=_WHAT) if newcomer else ()
    last = (
        *first,
        say(_who_sees(course)),
        *((aside(_IS_YOUR_YES),) if newcomer else ()),
        _ways(mint, offered, newcomer),
    )
    tries: tuple[tuple[Block, ...], ...] = (
        (about, Fields(pairs=tuple(all_facts))),
        (Fields(pairs=tuple(all_facts)),),
        (Fields(pairs=tuple(fewer)),),
    )
    cards = [_offer(course, (*some, *last)) for some in tries]
    return next((card for card in cards if _words(card) <= WORDS_MOST), cards[-1])


def _when(offered: Offered) -> str:
    """Return when a course is; of one in units, from when on if not at once, and about how long it takes."""
    course = offered.course
    said = span(course, offered.zone, offered.now, offered.cohort.first_day)
    if not course.units:
        return said
    long = length(course.about_minutes or course.minutes)
    return f"{said.removesuffix(', from the day you join')}, about {long}"


def _who_sees(course: Course) -> str:
    """Return what trainers see: of a course in units when anybody was there is not known."""
    return _WHO_SEES.format(
        what=_SEEN_IN_UNITS if course.units else _SEEN_LIVE,
        unless="show or ask them" if course.ask is not None else "show them a page",
    )


def _offer(course: Course, blocks: tuple[Block, ...]) -> Card:
    return Card(
        text_id="learn.offer",
        title=shown(course.title),
        blocks=blocks,
        summary="A course that you can join.",
        reach=Reach.PERSONAL,
    )


def _ways(mint: Mint, offered: Offered, newcomer: Capabilities | None) -> Buttons:
    return row(
        press(mint, "learn.agree", "Join", offered.id, arg=offered.here),
        press(mint, "learn.about", _DETAILS, offered.id, arg=offered.here),
        *((help_button(mint),) if newcomer else ()),
    )


def _words(card: Card) -> int:
    labels = (each.label for block in card.blocks if isinstance(block, Buttons) for each in block.buttons)
    return len(card.text.split()) + sum(len(label.split()) for label in labels)


def about(mint: Mint, offered: Offered, *, may_join: bool) -> Card:
    """Return all that its organiser says of a course, to be read."""
    cohort, course = offered.cohort, offered.course
    ways = (row(press(mint, "learn.agree", "Join", offered.id, arg=offered.here)),) if may_join else ()
    return Card(
        text_id="learn.about",
        title=shown(course.title),
        blocks=(
            say(shown(course.about)),
            say(_for_whom(course)),
            say("Its objectives:\n" + "\n".join(f"- {shown(each)}" for each in course.objectives.values())),
            *_sessions(offered),
            *_units(course),
            *_said("Disclosures", cohort.disclosures),
            *_said("Approvals", cohort.approvals),
            *_said("Cancelling", _policy(offered)),
            *_said("Credit", _credit(course)),
            *_on_evidence(course),
            *_said("Contact", cohort.contact),
            *_said("For accommodation", cohort.access),
            aside("Who sees what"),
            say(f"{_who_sees(course)} {_THEY_ALSO_SEE}"),
            *((aside(UNREAD),) if offered.unread else ()),
            *ways,
        ),
        summary="What the organiser says of this course.",
        reach=Reach.SEALED,
    )


def _for_whom(course: Course) -> str:
    whom = f"\nFor: {shown(course.audience)}" if course.audience else ""
    return f"Level: {_LEVELS[course.level]}{whom}"


def _sessions(offered: Offered) -> tuple[Block, ...]:
    pairs = tuple(
        (
            f"Session {each.n}",
            f"{at_phrase(starts_at(offered.course, each), offered.zone, offered.now)}, "
            f"{each.minutes} minutes" + (f": {shown(each.title)}" if each.title else ""),
        )
        for each in offered.course.sessions
    )
    if not pairs:
        return ()
    until = offered.recordings_until
    recordings = (("Recordings", f"open until {day_in_full(until)}"),) if until else ()
    return (Fields(pairs=(*pairs, *recordings)),)


def _units(course: Course) -> tuple[Block, ...]:
    pairs = tuple((f"Unit {each.n}", f"{shown(each.title)}, {length(each.minutes)}") for each in course.units)
    return (Fields(pairs=pairs), aside(f"As its author reckons: {lasts(course)}.")) if pairs else ()


def _said(name: str, text: str) -> tuple[Block, ...]:
    """Return something in the organiser's own words, under its name, or that nothing was entered."""
    return (aside(name), shared_words(text)) if text.strip() else (aside(f"{name}: {_NONE}"),)


def _policy(offered: Offered) -> str:
    day = f"Free until {day_in_full(offered.free_until)}." if offered.free_until else ""
    return f"{day} {offered.course.policy.text.strip()}".strip()


def _credit(course: Course) -> str:
    said = course.credit.hours.strip()
    hours = f"Hours, as the organiser says: {said}. " if said else f"Hours: {_NONE}. "
    return f"{hours}{EVIDENCE_ONLY}"


def _on_evidence(course: Course) -> tuple[Block, ...]:
    """Return the organiser's own words on the evidence; ours stand beside them, whatever they say."""
    wording = course.credit.wording.strip()
    return _said("On the evidence", wording) if wording and wording != EVIDENCE_ONLY else ()


def form(ref: str, cohort: Cohort, zone: str | None) -> Form:
    """Return the form with the one tick; with `zone`, where theirs is not known, it asks for that too."""
    said = f"Disclosures: {shown(cohort.disclosures.strip())}"
    intro = said if len(said) <= INTRO_MAX else f"The disclosures are on the card before, {_UNDER_DETAILS}."
    tick = ChoiceField(
        name=AGREED,
        label="The disclosures",
        options=(Option(name=YES, label="I have read them"),),
    )
    where = TextField(name=ZONE, label="Time zone", hint="Like Pacific/Auckland", value=zone or "", limit=64)
    return Form(
        text_id="learn.form",
        ref=ref,
        name="learn",
        title=shown(cohort.course.short_title),
        intro=intro,
        fields=(tick,) if zone is None else (tick, where),
        submit="Join",
    )


def joined(
    mint: Mint,
    offered: Offered,
    next_push: date | None,
    waits: str,
    *,
    newcomer: bool,
    units: str | None = None,
) -> Card:
    """Return that somebody is in, and what comes next; `waits`: where nothing does at the moment.

    `units`: why those of the course cannot be begun now, nothing where they can; None where it has none.
    """
    course = offered.course
    coming = [at for each in course.sessions if (at := starts_at(course, each)) > offered.now]
    following = f" The next session: {at_phrase(min(coming), offered.zone, offered.now)}." if coming else ""
    today = offered.now.astimezone(zone_of(offered.zone)).date()
    comes = f" {waits}" if waits else ""
    if next_push is not None and not waits:
        comes = f" The next question comes {on_day(next_push, today)}."
    elif units is not None:
        comes = f"{comes} {units}".rstrip()
    elif offered.cohort.stage is Stage.OPEN and not waits:
        comes = " A question comes now and then, once your trainer has begun it."
    begins = min((each.n for each in course.units), default=0) if units == "" else 0
    ways = (row(press(mint, "unit.open", f"Begin with unit {begins}", offered.id, arg=str(begins))),)
    return Card(
        text_id="learn.joined",
        blocks=(
            say(f"You are in: {shown(course.title)}.{following}{comes}"),
            say("Each question can be let be. What you write is in your own journal, for you alone."),
            aside(
                "`course` shows what is next, and lets you leave. `helpnow` is here any time."
                if newcomer
                else "`course` shows what is next, and lets you leave."
            ),
            *(ways if begins else ()),
        ),
        summary="You are in the course.",
        reach=Reach.PERSONAL,
    )


def which(ref: str, courses: Sequence[tuple[UUID, str]]) -> Card:
    """Return the courses that somebody is in, to choose one."""
    options = tuple(Option(name=each.hex, label=shown(title)[:LABEL_MAX]) for each, title in courses)
    return Card(
        text_id="learn.which",
        blocks=(Choose(ref=ref, name="learn.open", ask="Which course?", options=options),),
        summary="Your courses",
        reach=Reach.PERSONAL,
    )


def ask_code() -> Card:
    """Return how a code is brought."""
    return plain("learn.code", f"With the code from your trainer: `course join {written('ABCD2345')}`.")


def unknown() -> Card:
    """Return what is said to a code that opens no course."""
    return plain("learn.unknown", "I don't know that code. Your trainer has the one that holds now.")


def tried_often() -> Card:
    """Return what is said after several wrong codes."""
    return plain("learn.wait", "Several codes were wrong. Please wait ten minutes before the next.")


def not_open() -> Card:
    """Return what is said of a course that its trainer still sets up."""
    return plain("learn.not_open", "That course is not open yet. Your trainer says when it is.")


def over() -> Card:
    """Return what is said of a course that is over."""
    return plain("learn.over", "That course is over.")


def closed() -> Card:
    """Return what is said where nobody new joins."""
    return plain("learn.closed", "Nobody new joins that course now. Your trainer can tell you of another.")


def full() -> Card:
    """Return what is said where a course has all the learners that it takes."""
    return plain("learn.full", "That course is full. Your trainer can tell you of another.")


def you_train_it() -> Card:
    """Return what is said to a trainer who would join their own course."""
    return plain("learn.trainer", "You look after that course: there is no need to join. `course` shows it.")
