"""Pausing everything for a team after a hard event: said warmly, and what goes on all the same."""

from __future__ import annotations

from datetime import date

from bot.domain.prompts import Option
from bot.services.cards.admin.menu import back
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Choose, Reach, aside, say
from bot.surface.form import DateField, Form

UNTIL = "until"
ANOTHER = "day"
"""The option that opens a form for a day."""
CHOICES: dict[str, tuple[str, int]] = {
    "morning": ("Until tomorrow morning", 1),
    "three": ("Three days", 3),
    "week": ("A week", 7),
}
"""For how many mornings, by the name of the option."""
FAR = "Up to three months. It can be set again then."
GOES_ON = (
    "Help now stays where it is, people can write, and what somebody opens themselves goes on. Check-ins of "
    "that time are let go and do not pile up. A plan that is to come back waits."
)
UNTOLD = "No message says that it was paused, or why; `settings` says until when to whoever looks."


def ask(mint: Mint, until: str | None) -> Card:
    """Return what a pause is, and for how long; `until` says that one holds."""
    begins = f"Paused until {until}." if until else "After a hard event, questions can wait."
    options = (
        *(Option(name=name, label=label) for name, (label, _) in CHOICES.items()),
        Option(name=ANOTHER, label="Until a day I name"),
    )
    asked = "Pause until another time?" if until else "For how long shall nothing come by itself here?"
    lift = (press(mint, "admin.hush.lift", "Lift it now"),) if until else ()
    return Card(
        text_id="admin.hush",
        title="Pause for everybody",
        blocks=(
            say(begins),
            say(GOES_ON),
            aside(UNTOLD),
            Choose(ref=mint("admin.hush.set"), name="admin.hush.set", ask=asked, options=options),
            row(*lift, back(mint)),
        ),
        summary="Pause for everybody",
        reach=Reach.PERSONAL,
    )


def form(ref: str, until: date | None) -> Form:
    """Return the form for a day."""
    return Form(
        text_id="admin.hush_form",
        ref=ref,
        name="admin.hush",
        title="Pause for everybody",
        intro="Nothing comes by itself before the morning of this day.",
        fields=(
            DateField(
                name=UNTIL,
                label="Until",
                hint="Like friday, 9 January or in a week",
                value=until.isoformat() if until else "",
            ),
        ),
    )


def paused(mint: Mint, until: str) -> Card:
    """Return that it is quiet; it is shown after the commit, so it is true."""
    said = f"It is quiet here until {until}."
    return Card(
        text_id="admin.hushed",
        blocks=(
            say(said),
            say(GOES_ON),
            aside(UNTOLD),
            row(press(mint, "admin.hush.lift", "Lift it now"), back(mint)),
        ),
        summary=said,
        reach=Reach.PERSONAL,
    )


def lifted(mint: Mint) -> Card:
    """Return that the pause is over; it is shown after the commit, so it is true."""
    said = "The pause is over. What comes next comes at its own time."
    return Card(
        text_id="admin.hush_lifted",
        blocks=(say(said), row(back(mint))),
        summary="The pause is over.",
        reach=Reach.PERSONAL,
    )
