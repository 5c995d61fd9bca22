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
