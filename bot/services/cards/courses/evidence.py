"""Files to hand over: what they are and where a copy of them stays, said before there are any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from bot.domain.courses.course import EVIDENCE_ONLY
from bot.domain.prompts import Option
from bot.services.cards import takeout
from bot.services.cards.courses.attendance import CHOSEN_FROM
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, Block, Button, Card, Choose, Reach, aside, say
from bot.surface.form import ChoiceField, Form, TextField

NAME, TIME, SHOWN, NAME_MAX = "name", "time", "shown", 100
"""The fields of the form for what a learner adds, and what the second one says."""
NO_NAME = "Nothing is written yet."


class Kind(StrEnum):
    """Which file. The table has minutes; in a course with units, the days on which they were finished."""

    MINUTES = "minutes"
    ACCREDITOR = "accreditor"
    ONE = "one"


_TITLE = "Files to hand over"
_WHAT = {
    Kind.MINUTES: "A table of minutes, a line for each learner and a column for each session (CSV).",
    Kind.ACCREDITOR: "One file with the objectives and what serves each, sessions, minutes by learner, "
    "tests, the evaluation as it was told, and your own words.",
    Kind.ONE: "One learner's minutes, session by session, with what the organiser entered on the course.",
}
_WHAT_UNITS = {
    Kind.MINUTES: "A table, a line for each learner: on which day they passed each test and finished each "
    "unit (CSV).",
    Kind.ACCREDITOR: "One file of it all: objectives and what serves each, units and items, and how tests "
    "go. Who passed and finished, and on which day. Figures as they were told, and your own words.",
    Kind.ONE: "One learner's units: items that they ticked, the day of each test passed and of each unit "
    "finished, with what the organiser entered on the course.",
}
OWN = "Your minutes, session by session, with what the organiser entered on the course."
OWN_UNITS = (
    "Your evidence of completion, unit by unit: what you ticked, the days on which you passed the tests and "
    "finished, with what the organiser entered. How you answered, and how often, is not on it."
)
OWN_SO_FAR = (
    "Your record so far, unit by unit: what you ticked, the days on which you passed the tests and finished. "
    "It says that units are still open. After the last one it is evidence of completion."
)
WITH_NAME, NAME_OR_TIME = "With my full name", "With my name or time"
"""What a learner may add to their own file."""
_STAYS = (
    "It is sent into our direct messages. The platform keeps a copy of it, which whoever runs it, or a "
    "workspace there, may be able to see. Who has a notebook here has it removed after "
    f"{takeout.COPIES_STAY} minutes; without one it stays there."
)
_NO_PDF = "No PDF can be made here, so it is Markdown, which any program for texts reads."
_NAMES = "It has learners' names and what is noted of them. Outside of here it is not encrypted."


def which(
    mint: Mint, cohort: UUID, people: Mapping[UUID, str], *, begins: int = 0, in_units: bool = False
) -> Card:
    """Return the files that a trainer may have; `in_units`: of a course that has units."""
    every = list(people.items())
    options = tuple(
        Option(name=who.hex, label=called[:LABEL_MAX]) for who, called in every[begins : begins + CHOSEN_FROM]
    )
    ask: tuple[Block, ...] = ()
    if options:
        ask = (
            Choose(
                ref=mint("evidence.one", cohort),
                name="evidence.one",
                ask="Or for one learner",
                options=options,
            ),
        )
    ways: list[Button] = [
        press(
            mint, "evidence.offer", "Units of all" if in_units else "Minutes of all", cohort, arg=Kind.MINUTES
        ),
        Button(
            ref=mint("evidence.offer", cohort, Kind.ACCREDITOR),
            name="evidence.accreditor",
            label="For an accreditor",
        ),
    ]
    if begins + CHOSEN_FROM < len(every):
        ways.append(press(mint, "evidence.which", "Other learners", cohort, arg=str(begins + CHOSEN_FROM)))
    return Card(
        text_id="evidence.which",
        title=_TITLE,
        blocks=(say(EVIDENCE_ONLY), row(*ways), *ask),
        summary=_TITLE,
        reach=Reach.SEALED,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a file goes. `hosted`: by a platform, which keeps a copy; `taken_back`: that goes by itself."""

    hosted: bool
    taken_back: bool
    pdf: bool


def of_all(kind: Kind, *, in_units: bool) -> str:
    """Return what is in a file that a trainer may have."""
    return (_WHAT_UNITS if in_units else _WHAT)[kind]


def offer(mint: Mint, kind: Kind, subject: UUID, where: Where, what: str, *, extra: str = "") -> Card:
    """Return what a file is and where a copy of it stays, before there is one.

    `extra` is what a learner may add, whose own it is; "" where a trainer asks.
    """
    own = bool(extra)
    hosted, taken_back, pdf = where.hosted, where.taken_back, where.pdf
    stays = takeout.where(hosted=hosted, is_one=True) if taken_back or not hosted else _STAYS
    return Card(
        text_id="evidence.offer",
        title=_TITLE,
        blocks=(
            say(what),
            *((aside(_NO_PDF),) if kind is not Kind.MINUTES and not pdf else ()),
            say(stays),
            say(takeout.UNSEALED if own else _NAMES),
            aside(EVIDENCE_ONLY),
            row(
                press(mint, "evidence.make", "Make the file", subject, arg=kind),
                *((press(mint, "evidence.name", extra, subject),) if own else ()),
                press(mint, "evidence.not_now", "Not now"),
            ),
        ),
        summary=_TITLE,
        reach=Reach.PERSONAL,
    )


def name_form(ref: str, *, has_time: bool = False) -> Form:
    """Return the form for what a learner adds to their file; `has_time`: they said how long units took."""
    written = TextField(
        name=NAME,
        label="My name",
        hint="It stands on the file, as written by you, and is not kept here.",
        required=not has_time,
        limit=NAME_MAX,
    )
    time = ChoiceField(
        name=TIME,
        label="How long each unit took me",
        options=(Option(name="left_out", label="Leave it out"), Option(name=SHOWN, label="Let it be on it")),
        hint="As you said it, in words. Nothing was measured.",
        value="left_out",
    )
    return Form(
        text_id="evidence.name",
        ref=ref,
        name="evidence.name",
        title="What to add" if has_time else "A name on it",
        fields=(written, time) if has_time else (written,),
        submit="Make the file",
    )


def made(mint: Mint, *, taken_back: bool, unwritten: int) -> Card:
    """Return what is said beside a file."""
    signs = "One sign" if unwritten == 1 else f"{unwritten:,} signs"
    missing = f"{signs} could not be written in the PDF. The Markdown file has all of them."
    return Card(
        text_id="evidence.made",
        blocks=(
            say("It is made, as things stand now."),
            *((say(missing),) if unwritten else ()),
            aside(EVIDENCE_ONLY),
            *(takeout.copies(mint) if taken_back else ()),
        ),
        summary="Your file is made.",
        reach=Reach.PERSONAL,
    )


def not_now() -> Card:
    """Return the answer to "Not now"."""
    return plain("evidence.not_now", "Fine. It can be had any time, as long as the course is here.")
