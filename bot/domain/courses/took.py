"""How long a unit took a learner, as they say, where they wish to: a range, and nothing that is measured."""

from __future__ import annotations

from enum import StrEnum


class Took(StrEnum):
    """A range beside the minutes that a course's author reckons."""

    UNDER_HALF = "under_half"
    ABOUT = "about"
    LONGER = "longer"
    UNSAID = "unsaid"
    """They would rather not say, and are not asked again."""


def in_words(took: str, minutes: int) -> str:
    """Return what somebody says, in a few words beside those minutes; "" where they say nothing."""
    match took:
        case Took.UNDER_HALF:
            return f"under {(minutes + 1) // 2} minutes"
        case Took.ABOUT:
            return f"about {minutes} minutes"
        case Took.LONGER:
            return f"longer than {minutes} minutes"
        case _:
            return ""
