"""What comes to a learner from a course: a question or a few lines, the offer of check-ins, and a word."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import assert_never
from uuid import UUID

from bot.domain.courses.course import Course, Does, Push
from bot.domain.courses.moments import Anchor
from bot.domain.courses.timetable import starts_at
from bot.domain.prompts import Option
from bot.services.cards.checkin import OWN_WORDS
from bot.services.cards.courses.dates import at_phrase
from bot.services.cards.days import day_in_full
from bot.services.cards.plain import UNREAD, plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Choose, Reach, Scale, aside, say
from bot.surface.refs import is_arg
from bot.surface.text import shown

LOW, HIGH = 0, 10
"""The ends of a scale."""
_FROM = "From your trainer; only you see your answer."
_TOLD = (
    "From your trainer. Only you see your answer; they are told a figure where enough people answered, "
    "never who said what."
)
_LINES = "From your trainer. There is nothing to answer."
_WROTE = "Your trainer wrote this one."
_NOTED = "Noted."
_SUMMARY = "Something from your course."
_OPEN = {
    Does.TEXT: ("push.write", "Write"),
    Does.FLOW: ("push.flow", "Begin"),
    Does.READ: ("push.read", "I have read it"),
}
_NO_WAY_OUT = frozenset({Does.SCALE, Does.READ})
"""A scale has a "not now" of its own, and where nothing is asked there is nothing to pass by."""
_BETWEEN = "Between the sessions I can ask a small question of my own, at an hour that you choose."
_ON = "Those were the questions of this course. I can ask small ones of my own, at an hour that you choose."


def push(
    mint: Mint,
    member: UUID,
    course: Course,
    asked: Push,
    clock: tuple[str | None, datetime],
    *,
    noted: bool = False,
    unread: bool = False,
) -> Card:
    """Return what comes to a learner. After a tap it says "Noted", never which: it is a posted message.

    `clock`: the learner's zone, if they have one, and the present. What prepares a session says when that is.
    `unread`: nobody in the organisation signed the course.
    """
    word = word_for(asked.id)
    ways: list[Button] = []
    if asked.does in _OPEN:
        name, label = _OPEN[asked.does]
        ways.append(press(mint, name, label, member, arg=word))
    if asked.does not in _NO_WAY_OUT:
        ways.append(press(mint, "push.pass", "Not now", member, arg=word))
    return Card(
        text_id="push",
        title=shown(course.short_title),
        blocks=(
            *_ahead_of(course, asked, clock),
            *question(mint("push.answer", member, word), asked),
            *from_whom(asked),
            *mark(asked, unread=unread),
            *((aside(_NOTED),) if noted else ()),
            row(*ways, help_button(mint)),
        ),
        summary=_SUMMARY,
        reach=Reach.PERSONAL,
    )


def _ahead_of(course: Course, asked: Push, clock: tuple[str | None, datetime]) -> tuple[Block, ...]:
    """Return which session a push prepares, and when that is on the learner's clock."""
    session = course.session(asked.when.session) if asked.is_before else None
    if session is None:
        return ()
    zone, now = clock
    at = at_phrase(starts_at(course, session), zone or course.zone, now)
    return (say(f"Session {session.n} of {len(course.sessions)}: {at}{'' if zone else f', {course.zone}'}."),)


def question(ref: str, asked: Push) -> tuple[Block, ...]:
    """Return a question as blocks, with what answers it where a tap does; `ref` is for that."""
    text = shown(asked.text)
    match asked.does:
        case Does.TEXT | Does.FLOW | Does.READ:
            return (say(text),)
        case Does.CHOICE | Does.MULTI:
            own = (Option(name=OWN_WORDS, label="my own word"),) if asked.own_words else ()
            options = (*_clean(asked), *own)
            at_most = len(options) if asked.does is Does.MULTI else 1
            return (Choose(ref=ref, name="push.answer", ask=text, options=options, at_most=at_most),)
        case Does.SCALE:
            words = (shown(asked.low_label), shown(asked.high_label))
            return (Scale(ref=ref, name="push.answer", ask=text, low=LOW, high=HIGH, words=words),)
        case _:
            assert_never(asked.does)


def from_whom(asked: Push) -> tuple[Block, ...]:
    """Return, quietly, whose question it is and who sees what is answered.

    Of what comes to each on another day no figure is told.
    """
    is_told = asked.asks_group and asked.when.anchor is not Anchor.DAY
    said = _TOLD if is_told else _LINES if asked.does is Does.READ else _FROM
    return (aside(f"{said} {_WROTE}" if asked.by_trainer else said),)


def mark(asked: Push, *, unread: bool) -> tuple[Block, ...]:
    """Return that no practitioner has reviewed a text of the library; of a trainer's own nothing is said."""
    return (aside(UNREAD),) if unread and not asked.by_trainer else ()


def word_for(push_id: str) -> str:
    """Return what a control carries of a push: its id, or for a long one a word made of it."""
    return push_id if is_arg(push_id) else f".{sha256(push_id.encode()).hexdigest()[:16]}"


def chosen(asked: Push, names: tuple[str, ...]) -> str:
    """Return what was chosen as it stands on the page that is kept."""
    labels = {option.name: option.label for option in asked.options}
    return ", ".join(labels[name] for name in names if name in labels)


def rated(asked: Push, step: int) -> str:
    """Return a step of a scale as it stands on the page that is kept."""
    return f"{step} of {HIGH} ({LOW}: {asked.low_label}, {HIGH}: {asked.high_label})"


def passed() -> Card:
    """Return the answer to "Not now". Nothing else, and no second ask."""
    return plain("push.passed", "Fine.")


def gone() -> Card:
    """Return what is said where a question belongs to a course that is over for who presses."""
    return plain("push.gone", "That question is not open any more. `write` opens a page at any time.")


def offer(mint: Mint, course: Course, line: str | None) -> Card:
    """Return the offer of daily check-ins; without a zone the hour is left open."""
    change = press(mint, "settings.change", "Change" if line else "Choose")
    ok = press(mint, "settings.ok", "OK")
    return Card(
        text_id="push.offer",
        blocks=(
            say(_BETWEEN if course.sessions else _ON),
            *((say(line),) if line else ()),
            aside("It is not part of the course. Nobody there hears whether you say yes."),
            row(*((ok, change) if line else (change,)), press(mint, "push.no", "No, thanks")),
        ),
        summary="An offer, once.",
        reach=Reach.PERSONAL,
    )


def told(course: Course, text_id: str, text: str) -> Card:
    """Return a word about a course."""
    return Card(
        text_id=text_id,
        title=shown(course.short_title),
        blocks=(say(shown(text)),),
        summary="A word about your course.",
        reach=Reach.PERSONAL,
    )


def recordings_close(until: date) -> str:
    """Return the word that recordings close soon."""
    return f"The recordings are open until {day_in_full(until)}, that day included. `course` has the links."


def _clean(asked: Push) -> tuple[Option, ...]:
    return tuple(Option(name=each.name, label=shown(each.label)) for each in asked.options)
