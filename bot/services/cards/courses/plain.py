"""What is said of courses in one line."""

from __future__ import annotations

from bot.services.cards.plain import plain
from bot.surface.card import Card


def none_yet() -> Card:
    """Return what is said to who is in no course."""
    return plain("course.none", "You are in no course here. With a code from a trainer: join CODE.")


def over() -> Card:
    """Return what is said where a course was closed."""
    return plain("course.gone", "That course was closed, and nothing of it is kept here.")


def not_yours() -> Card:
    """Return what is said to who is no trainer of a course."""
    return plain("course.not_yours", "That is for the trainers of this course.")
