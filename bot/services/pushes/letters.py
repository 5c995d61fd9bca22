"""What comes to a learner, as it is when it leaves: drawn from the cohort's page by the name in its row."""

from __future__ import annotations

from dataclasses import dataclass

from bot.services.letters.kinds import Look, Once
from bot.surface.card import Card


def letter(look: Look) -> Card | None:
    """Return the card of what comes; None where it is in the course no more, or they are not."""
    del look
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLetter(Once):
    """Something of a course on its way to a learner: late rather than never, never twice."""
