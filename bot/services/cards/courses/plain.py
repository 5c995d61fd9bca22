"""What is said of courses in one line."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, say
from bot.surface.text import shown


def none_yet() -> Card:
    """Return what is said to who is in no course."""
    return plain(
        "course.none", "You are in no course here. With a code from its trainer: `course join CODE`."
    )


def over() -> Card:
    """Return what is said where a course was closed."""
    return plain("course.gone", "That course was closed, and nothing of it is kept here.")


def not_yours() -> Card:
    """Return what is said to who is no trainer of a course."""
    return plain("course.not_yours", "That is for the trainers of this course.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word to a trainer: of which course, what there is, and the control that leads there by its label."""

    title: str
    text: str = field(repr=False)
    way: str
    label: str


def word(mint: Mint, course: UUID, said: Word) -> Card:
    """Return a word to a trainer about their course, with the way to what it is about."""
    return Card(
        text_id="course.word",
        title=shown(said.title),
        blocks=(say(said.text), row(press(mint, said.way, said.label, course))),
        summary="About your course",
        reach=Reach.PERSONAL,
    )
