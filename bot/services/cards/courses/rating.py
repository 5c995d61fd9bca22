"""How a course was: one objective after another, a line for whoever likes, and what trainers are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.domain.courses.course import Course
from bot.domain.prompts import Option
from bot.domain.suppression import Counts
from bot.services.cards.days import day_in_full
from bot.services.cards.journal import FIELD
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import ASK_MAX, Block, Card, Choose, Reach, aside, say
from bot.surface.form import Form, TextField
from bot.surface.text import shown

LINE_MAX = 500
"""Characters of the one line."""
NOT_TOLD = "Too few said, or too few said the same: nothing is told."
_HOW = "Your trainers are told figures of enough people together, once, and no answer of yours."
WORD = "The course evaluation is closed."
"""What trainers hear when it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One objective that is asked of: its id and its text, and which it is of how many."""

    id: str
    text: str = field(repr=False)
    place: int
    total: int


def where_to_say(until: date) -> str:
    """Return the word that learners hear once, when the last session is over."""
    return (
        "The last session is over. If you like to say how far the course met what it set out to do: `course` "
        f"has a few taps for it, until {day_in_full(until)}."
    )


def where_to_say_own(mint: Mint, id_: UUID, course: Course) -> Card:
    """Return the word that a learner hears once, when their own days or units of a course are over."""
    over = "That was the last unit" if course.units else "Your days"
    are = "" if course.units else " are over"
    return Card(
        text_id="rate.own",
        title=shown(course.short_title),
        blocks=(
            say(f"{over} of this course{are}. If you like to say how far it met what it set out to do:"),
            row(press(mint, "rate.open", "Say how it was", id_)),
            aside(_HOW),
        ),
        summary="A word about your course.",
        reach=Reach.PERSONAL,
    )


def ask(mint: Mint, course: UUID, asked: Asked, met: Mapping[str, str]) -> Card:
    """Return the question about one objective; `met` are the answers."""
    text = shown(asked.text)
    ask_of = f"How far was this met? {text}"
    is_long = len(ask_of) > ASK_MAX
    blocks: list[Block] = [aside(f"{asked.place} of {asked.total}")]
    if is_long:
        blocks.append(say(text))
    blocks.append(
        Choose(
            ref=mint("rate.met", course, asked.id),
            name="rate.met",
            ask="How far was this met?" if is_long else ask_of,
            options=tuple(Option(name=name, label=label) for name, label in met.items()),
        )
    )
    if asked.place == 1:
        blocks.append(aside(_HOW))
    return Card(
        text_id="rate.ask",
        title="How the course was",
        blocks=tuple(blocks),
        summary="How the course was",
        reach=Reach.SEALED,
    )


def noted(mint: Mint, course: UUID, until: date | None) -> Card:
    """Return that all was asked, and the offer of one line. `until` None: as long as the course goes on."""
    how_long = f"Until {day_in_full(until)}" if until else "Until the course is over"
    return Card(
        text_id="rate.noted",
        blocks=(
            say(f"Noted. {how_long} you can answer anew. Then it is told, and what you answered goes."),
            say(
                "A line to your trainers, with your name? Only if you wish, and you read it once more before "
                "they do."
            ),
            row(
                press(mint, "rate.line", "Write a line", course),
                press(mint, "rate.done", "No, thanks", course),
            ),
        ),
        summary="Noted.",
        reach=Reach.SEALED,
    )


def done() -> Card:
    """Return the answer to "No, thanks"."""
    return plain("rate.done", "Fine.")


def closed(course: Course) -> Card:
    """Return what is said where nobody is asked how it was, not yet or no more."""
    live = "for two weeks after the last session"
    own = "after your own last day, until the course is over"
    return plain("rate.closed", f"How it was can be said {live if course.sessions else own}.")


def line(ref: str, question: str) -> Form:
    """Return the form for the one line."""
    return Form(
        text_id="rate.line",
        ref=ref,
        name="rate.line",
        title="A line to my trainers",
        intro=f"{question}. It is kept in your journal first; you choose then whether they read it.",
        fields=(
            TextField(
                name=FIELD,
                label="A line",
                hint="No names of people you support, please.",
                long=True,
                limit=LINE_MAX,
            ),
        ),
    )


def told(objectives: Mapping[str, str], figures: Mapping[str, Counts | None], met: Mapping[str, str]) -> Card:
    """Return what is told of a course, by objective; the same line wherever nothing is."""
    blocks: list[Block] = []
    for objective, text in objectives.items() if any(figures.values()) else ():
        figure = figures.get(objective)
        blocks.append(say(f"{shown(text)}\n{figure_line(figure, met) if figure else NOT_TOLD}"))
    return Card(
        text_id="rate.told",
        title="How far it was met",
        blocks=(
            *(blocks or (say(NOT_TOLD),)),
            aside("Told once, of who was there to the end. Nothing behind it is kept."),
        ),
        summary="How far the course met its objectives",
        reach=Reach.PERSONAL,
    )


def figure_line(figure: Counts, met: Mapping[str, str]) -> str:
    """Return a figure in one line: "8+: about 60 % fully, 40 % mostly"."""
    parts = [f"{each.percent} % {met[each.option]}" for each in figure.shares]
    return f"{figure.band}+: about {', '.join([*parts, *_other(figure)])}"


def _other(figure: Counts) -> Sequence[str]:
    return (f"{figure.other} % something else",) if figure.other else ()


def not_told_yet(until: date | None) -> Card:
    """Return that nothing is told yet, and when it is."""
    when = f"It is told after {day_in_full(until)}." if until else "It is told when the course is over."
    return plain("rate.not_yet", f"How far the course met its objectives: {when}")
