"""Leave: the day, said back plainly."""

from __future__ import annotations

from datetime import date

from bot.services.cards.days import date_phrase
from bot.services.cards.plain import plain
from bot.services.cards.schedule import COURSE_WAITS, NOTHING_WAITS
from bot.surface.card import Card, Reach, aside, say
from bot.surface.form import DateField, Form

UNTIL = "until"
"""The field of the form."""


def form(ref: str) -> Form:
    """Return the form: one date."""
    return Form(
        text_id="leave.form",
        ref=ref,
        name="leave",
        title="Leave",
        intro="Nothing comes before this day. Then check-ins begin again by themselves.",
        fields=(DateField(name=UNTIL, label="Until", hint="Like 4 January, friday or in two weeks"),),
    )


def quiet(until: date, today: date, when: str, *, has_course: bool = False) -> Card:
    """Return the day that was understood, and the first check-in after it; `when` is empty without any.

    `has_course`: something of a course is still to come to them.
    """
    said = f"Quiet until {date_phrase(until, today)}. {COURSE_WAITS if has_course else NOTHING_WAITS}"
    first = f"First check-in: {when}. " if when else ""
    return Card(
        text_id="leave",
        blocks=(say(said), aside(f"{first}`resume` ends leave sooner.")),
        summary=said,
        reach=Reach.PERSONAL,
    )


def unclear(sentence: str) -> Card:
    """Return what is said to a day that cannot be taken."""
    return plain("leave.unclear", sentence)
