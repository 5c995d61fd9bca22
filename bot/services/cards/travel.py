"""Elsewhere for a while: the form, and what is said when somebody goes and is back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from bot.services.cards.days import date_phrase
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, aside, say
from bot.surface.form import DateField, Form, TextField

UNKNOWN = "I don't know the zone that you named."
SAME_ZONE = "That is the zone that you are in already."


def form(ref: str) -> Form:
    """Return the form: two inputs."""
    return Form(
        text_id="elsewhere.form",
        ref=ref,
        name="elsewhere",
        title="Elsewhere for a while",
        intro="Check-ins keep their hour, by the clocks where you are. On the date your own zone comes back.",
        fields=(
            TextField(name="zone", label="Time zone there", hint="Like Europe/London, or london", limit=64),
            DateField(name="until", label="Until", hint="Like friday, 9 January or in a week"),
        ),
    )


def offer(mint: Mint, subject: UUID, zone: str) -> Card:
    """Return the question when a platform names another zone: unanswered, nothing changes."""
    ways = (("zone.move", "Yes, move them"), ("zone.week", "Only this week"), ("zone.keep", "Keep as it is"))
    return Card(
        text_id="zone.offer",
        blocks=(
            say(f"It seems to be {zone} where you are now. Shall check-ins come by the clock there?"),
            row(*(press(mint, name, label, subject) for name, label in ways)),
        ),
        summary="Shall check-ins come by another clock?",
        reach=Reach.PERSONAL,
    )


def named_fact(zone: str) -> str:
    """Return what becomes of a zone that somebody named with the settings as they stand."""
    return f"You named {zone}. Check-ins stay as above until you change them."


def stays(zone: str) -> Card:
    """Return the answer to a no: nothing has changed."""
    return _card("zone.stays", f"Fine. It stays {zone}.", None)


def gone(zone: str, home: str, until: date, today: date, when: str | None) -> Card:
    """Return exactly what was understood, and what comes next."""
    until_said = date_phrase(until, today)
    return _card("elsewhere", f"{zone} until {until_said}. From that day on it is {home} again.", when)


def home(zone: str, when: str | None) -> Card:
    """Return that somebody's own zone holds."""
    return _card("elsewhere.home", f"{zone} it is.", when)


def _card(text_id: str, text: str, when: str | None) -> Card:
    following = (aside(f"Next: {when}."),) if when else ()
    return Card(text_id=text_id, blocks=(say(text), *following), summary=text, reach=Reach.PERSONAL)
