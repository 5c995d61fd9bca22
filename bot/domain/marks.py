"""Marks: five worded steps, stored as 1-5, higher is easier. Personal markers, not a validated test."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkKind:
    """One question with its five words, from the heaviest step to the lightest."""

    name: str
    ask: str
    words: tuple[str, str, str, str, str]


ENERGY = MarkKind(
    name="energy",
    ask="How much is in the tank?",
    words=("empty", "low", "some", "good", "full"),
)
CONNECTION = MarkKind(
    name="connection",
    ask="How in touch with others did today feel?",
    words=("cut off", "distant", "some", "good", "connected"),
)
FIXED = (ENERGY, CONNECTION)
"""The marks of every check-in, in this order."""

CHOSEN = (
    MarkKind(
        name="settled_body",
        ask="How settled is your body?",
        words=("restless", "uneasy", "some", "settled", "at ease"),
    ),
    MarkKind(
        name="room_for_thoughts",
        ask="How much room is there around your thoughts?",
        words=("none", "little", "some", "good", "plenty"),
    ),
    MarkKind(
        name="able_to_feel",
        ask="How able to feel are you today?",
        words=("shut off", "faint", "some", "good", "open"),
    ),
    MarkKind(
        name="my_way_of_working",
        ask="How close was today to how you want to work?",
        words=("far off", "a way off", "some", "close", "right there"),
    ),
    MarkKind(
        name="curious",
        ask="How curious about others were you today?",
        words=("not today", "a little", "some", "quite", "very"),
    ),
    MarkKind(
        name="limits",
        ask="How well did your limits hold?",
        words=("gave way", "frayed", "some", "mostly", "held"),
    ),
    MarkKind(
        name="real_rest",
        ask="How much real rest have you had?",
        words=("none", "little", "some", "good", "plenty"),
    ),
    MarkKind(
        name="load",
        ask="How manageable is the load?",
        words=("too much", "heavy", "some", "fair", "light"),
    ),
    MarkKind(
        name="backed",
        ask="How backed do you feel at work?",
        words=("alone", "thinly", "some", "well", "fully"),
    ),
)
"""One of these may be added by a person; never more than three marks in a sitting."""

EFFORT = MarkKind(
    name="effort",
    ask="In your conversations lately, who did most of the work?",
    words=("mostly them", "more them", "about half each", "more me", "mostly me"),
)
"""Asked when somebody looks back, once a month at the most, and only of who wished it. Neither end is the
heavier one: 1 is "mostly them", 5 "mostly me", and no step of it is low."""

LOW = 2
"""This step and the one below it are low: what follows is gentler, and nothing is said about it."""


def kinds_with(third: str | None) -> tuple[MarkKind, ...]:
    """Return the marks of a check-in, with the one that a person added; a name not known adds none."""
    return FIXED + tuple(kind for kind in CHOSEN if kind.name == third)


def is_low(step: int | None) -> bool:
    """Whether a step is one of the two heaviest; "not now" is none."""
    return step is not None and step <= LOW
