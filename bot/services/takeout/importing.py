"""Bringing notes along: a file of one's own is read, looked at and kept, sealed, when its owner says so."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.cards import importing as cards
from bot.services.desk import Turn
from bot.services.route import Route
from bot.surface.outcome import Outcome, answer

TAKES_WITHIN = 30.0
"""Seconds in which a file is read and kept."""


def how(_turn: Turn) -> Outcome:
    """Say where and how a file is brought along."""
    return answer(cards.how())


def brought(_turn: Turn) -> Outcome:
    """Take a file."""
    return answer(cards.how())


ROUTES: Mapping[str, Route] = {}
