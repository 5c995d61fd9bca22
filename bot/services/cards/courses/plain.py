"""What is said of courses in one line."""

from __future__ import annotations

from uuid import UUID

from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, say


def none_yet() -> Card:
    """Return what is said to who is in no course."""
    return plain("course.none", "You are in no course here. With a code from a trainer: join CODE.")


def over() -> Card:
    """Return what is said where a course was closed."""
    return plain("course.gone", "That course was closed, and nothing of it is kept here.")


def not_yours() -> Card:
    """Return what is said to who is no trainer of a course."""
    return plain("course.not_yours", "That is for the trainers of this course.")


def word(mint: Mint, course: UUID, text: str, *, way: str, label: str) -> Card:
    """Return a word to a trainer about their course, with the way to what it is about."""
    return Card(
        text_id="course.word",
        blocks=(say(text), row(press(mint, way, label, course))),
        summary="About your course",
        reach=Reach.PERSONAL,
    )
