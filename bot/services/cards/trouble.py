"""When something is wrong: what happened, what was lost (nothing), and what to do."""

from __future__ import annotations

from bot.services.cards.plain import plain
from bot.surface.card import Card

NO_YES = "Nothing is kept without your yes: `start` asks for it. Your words are still here."
"""What a form is told that comes after a yes was taken back, or everything erased."""


def not_saved() -> Card:
    """Return what a press, a command or typed words get when the database was not available."""
    return plain("not_saved", "Not saved yet. Please try again.")


MAYBE_SAVED = "It is not known whether that was saved. Please look before you write it again."
"""What is said where the database went away while it was saving."""


def maybe_saved() -> Card:
    """Return what a press, a command or typed words get then."""
    return plain("maybe_saved", MAYBE_SAVED)


def not_now() -> Card:
    """Return what a look is answered with when the database was not available in time."""
    return plain("not_now", "I can't look that up this moment. Please try again.")


def not_yours() -> Card:
    """Return the answer to a control that belongs to somebody else, or that was not made here."""
    return plain(
        "not_yours", "That button belongs to somebody else, or to another Reststop. `start` shows yours."
    )


def stays_closed(sentence: str) -> Card:
    """Return what is said when a sealed row does not open."""
    return plain("stays_closed", sentence)


def broken() -> Card:
    """Return the answer to a fault of ours. What went wrong is in the log, without anybody's words."""
    return plain("broken", "Something broke on my side, and nothing was changed. Please try again.")
