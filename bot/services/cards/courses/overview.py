"""A course as its trainers see it: how far it has come, who is in it, and what they may do now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from bot.domain.courses.access import free_until, recordings_until
from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.prompts import Option
from bot.services.cards.courses.creating import dates_label
from bot.services.cards.courses.schedule import lasts, session_pairs, several
from bot.services.cards.days import date_phrase, short_date
from bot.services.cards.plain import plain, press, row
from bot.services.codes import written
from bot.services.desk import Mint
from bot.surface.card import (
    BUTTONS_MAX,
    LABEL_MAX,
    Block,
    Button,
    Buttons,
    Card,
    Choose,
    Fields,
    Reach,
    aside,
    say,
)
from bot.surface.text import shown

_STAGES = {
    Stage.DRAFT: "A draft: nobody can join yet.",
    Stage.OPEN: "It can be joined. Nothing is sent before you launch it.",
    Stage.RUNNING: "It runs: each message has its time.",
    Stage.OVER: "It is over: nothing more is sent.",
}
_UNIT_STAGES = {
    Stage.OPEN: "It can be joined. It begins by itself on its first day.",
    Stage.RUNNING: "It is open: each learner goes through it in their own time.",
}
SEES = (
    "You see who is in it, readings that they ticked, attendance, and figures of enough people together. "
    "What learners write stays theirs; an entry that one shows you is here as long as they show it."
)
SEES_UNITS = (
    "You see who is in it, what they ticked, which units they finished, which tests they passed or have no "
    "attempt left for, and figures of enough people together. Nobody is shown how one person answered. What "
    "learners write stays theirs; an entry that one shows you is here as long as they show it."
)
NO_FREE_TEXT = (
    "What learners write is in their own notebooks, and no way leads from here to it. A learner may show you "
    "an entry, and may take it back."
)
PAGE = 15
"""Learners on one card."""


def shown_course(
    course: Cohort, here: Sequence[int], today: date, *ways: Sequence[Button], more: Sequence[str] = ()
) -> Card:
    """Return a course to one of its trainers. `here`: how many learners, and how many trainers.

    `ways` are presses of one room each; `more` are sentences on what stands open.
    """
    learners, trainers = here
    facts = [*_dates(course, today), *_promised(course, today)]
    if course.stage is not Stage.DRAFT:
        facts.append(("Learners", _places(course, learners)))
        facts.append(("Trainers", str(trainers)))
    if course.takes_learners:
        facts.append(("Code to join", written(course.code)))
    in_units = bool(course.course.units)
    stage = _UNIT_STAGES.get(course.stage) if in_units else None
    blocks: list[Block] = [say(stage or _STAGES[course.stage]), Fields(pairs=tuple(facts))]
    blocks += [say(each) for each in more]
    blocks += [each for presses in ways for each in rows(presses)]
    blocks.append(aside(SEES_UNITS if in_units else SEES))
    return Card(
        text_id="course.overview",
        title=shown(course.course.title),
        blocks=tuple(blocks),
        summary="Your course",
        reach=Reach.PERSONAL,
    )


def ways_now(mint: Mint, course: UUID, cohort: Cohort, channel: str) -> tuple[Button, ...]:
    """Return what a trainer may do first, as their course stands; `channel`: the word for where they act."""
    learners = press(mint, "course.learners", "Learners", course)
    change = press(mint, "course.change", "Change", course)
    ahead = press(mint, "ahead.look", "Look ahead", course)
    units = (press(mint, "course.units", "Units", course),) if cohort.course.units else ()
    invite = (press(mint, "course.invite", "A join button here", course, arg=channel),) if channel else ()
    match cohort.stage:
        case Stage.DRAFT:
            return (
                press(mint, "course.details", "Details", course),
                press(mint, "course.dates", dates_label(cohort.course), course),
                *units,
                ahead,
                press(mint, "course.publish", "Publish", course),
                press(mint, "course.delete", "Delete the draft", course),
            )
        case Stage.OPEN:
            launch = press(mint, "course.launch", "Launch", course)
            return (launch, ahead, *invite, learners, change)
        case Stage.RUNNING:
            return (ahead, *invite, learners, change)
        case Stage.OVER:
            again = press(mint, "course.again", "Run it again", course)
            return (learners, change, again, press(mint, "course.delete", "Close and delete", course))


def rows(presses: Sequence[Button]) -> list[Buttons]:
    """Return presses in rows that every platform holds."""
    return [
        row(*presses[begin : begin + BUTTONS_MAX]) for begin in range(0, len(presses), BUTTONS_MAX) if presses
    ]


def which(ref: str, courses: Sequence[tuple[UUID, str]], name: str = "course.open") -> Card:
    """Return courses to choose one of them; `name` is what the choice does."""
    options = tuple(Option(name=each.hex, label=shown(title)[:LABEL_MAX]) for each, title in courses)
    return Card(
        text_id="course.mine",
        blocks=(Choose(ref=ref, name=name, ask="Which course?", options=options),),
        summary="Your courses",
        reach=Reach.PERSONAL,
    )


def learners_list(
    mint: Mint, course: UUID, cohort: Cohort, learners: Sequence[tuple[str, str]], begin: int
) -> Card:
    """Return who is enrolled, by name, and what is known of each; nothing compares them or adds up."""
    listed = learners[begin : begin + PAGE]
    after = begin + PAGE
    on = (
        (press(mint, "course.learners", "More names", course, arg=str(after)),)
        if after < len(learners)
        else ()
    )
    pairs = tuple((shown(name) or "no name told", known) for name, known in listed)
    names: Block = Fields(pairs=pairs) if pairs else say("Nobody has joined yet.")
    return Card(
        text_id="course.learners",
        title="Learners",
        blocks=(
            *(
                (say(f"{_places(cohort, len(learners))}. The order is that of the alphabet."),)
                if pairs
                else ()
            ),
            names,
            row(*on, back(mint, course)),
        ),
        summary="Learners of your course",
        reach=Reach.PERSONAL,
    )


def missing_line(points: int) -> str:
    """Return that something is still to be entered before a course can be published."""
    return f"{several(points, 'thing is', 'things are')} still open before it can be published."


def launches_line(on: date, today: date) -> str:
    """Return on which day a course is launched."""
    return f"It is launched on {date_phrase(on, today)}."


def listed_as(cohort: Cohort, today: date) -> str:
    """Return how a course is called in a list: its title and the day on which it begins."""
    first = min((each.starts.date() for each in cohort.course.sessions), default=cohort.first_day)
    day = f" ({short_date(first, today)})" if first else ""
    return shown(cohort.course.title)[: LABEL_MAX - len(day)] + day


def back(mint: Mint, course: UUID) -> Button:
    """Return the way back to the course."""
    return press(mint, "course.open", "Back to the course", course)


def no_free_text() -> Card:
    """Return what is said to who asks for what learners wrote."""
    return plain("course.no_free_text", NO_FREE_TEXT)


def _dates(cohort: Cohort, today: date) -> list[tuple[str, str]]:
    """Return when a course is, and where; of one in each learner's own pace, from when on."""
    course = cohort.course
    if not course.sessions:
        is_ahead = cohort.first_day is not None and cohort.first_day > today
        begins = (
            f"from {date_phrase(cohort.first_day, today)} on" if cohort.first_day and is_ahead else "any day"
        )
        size = [("Units", f"{len(course.units)}, {lasts(course)}")] if course.units else []
        return [*(() if cohort.stage is Stage.OVER else (("Can be begun", begins),)), *size]
    where = shown(cohort.where) or "not entered yet"
    return [*session_pairs(course, today), ("On the clock of", course.zone), ("Where", where)]


def _promised(cohort: Cohort, today: date) -> list[tuple[str, str]]:
    """Return the days that follow from the dates and are still ahead: the last one each time."""
    days = {
        "Cancelling is free until": free_until(cohort.course),
        "Recordings are open until": recordings_until(cohort.course),
    }
    return [(name, date_phrase(day, today)) for name, day in days.items() if day and day >= today]


def _places(cohort: Cohort, learners: int) -> str:
    room = f" of {several(cohort.capacity, 'place', 'places')}" if cohort.capacity is not None else ""
    closed = ", and nobody new can join" if cohort.closed_to_new else ""
    return f"{learners} enrolled{room}{closed}"


def ticked(titles: Sequence[str]) -> str:
    """Return what is known of a learner in a course with sessions: the readings that they ticked."""
    named = ", ".join(f"“{shown(title)}”" for title in titles)
    return f"enrolled; ticked {named}" if titles else "enrolled"


def gone_through(finished: Sequence[int], passed: Sequence[int]) -> str:
    """Return what is known of a learner in a course with units: those that they finished, tests passed."""
    said = [
        f"{name} {', '.join(map(str, some))}"
        for name, some in (("units finished:", finished), ("tests passed:", passed))
        if some
    ]
    return "; ".join(said) or "enrolled"
