"""Shifts: the form, and the rota said back."""

from __future__ import annotations

from datetime import time

from bot.domain.prompts import Option
from bot.domain.rota import MOST_DAYS, Rhythms, Rota
from bot.services.cards.days import rhythm_phrase
from bot.services.cards.schedule import HOLIDAYS_FACT, day_fact
from bot.surface.card import Card, Reach, aside, say
from bot.surface.form import ChoiceField, DateField, Form, TextField, TimeField

COME = "come"
SKIP = "skip"

BAD_DAY = "A day begins between 00:00 and 14:00, like 10:00 after nights."
NO_FIRST = "Please name a day on which the rota begins, like monday or 2026-01-05."
NO_HOLIDAYS = "Public holidays are not installed on this server."
NO_HOLIDAYS_THERE = "Public holidays are not known for your region. `settings` names it."


def form(
    ref: str, *, day_starts: time, rota: Rota | None, skips_holidays: bool, holidays_known: bool
) -> Form:
    """Return the form: five inputs."""
    return Form(
        text_id="shifts.form",
        ref=ref,
        name="shifts",
        title="Shifts",
        fields=(
            TimeField(
                name="day_starts",
                label="My day begins",
                hint="00:00, or like 10:00 if you work nights",
                value=day_starts.strftime("%H:%M"),
            ),
            TextField(
                name="cycle",
                label="My rota, a letter for each day",
                hint="Like EELLNNOOOO, or 2 early 2 late 2 night 4 off. Empty for none",
                value=rota.cycle if rota else "",
                required=False,
                limit=4 * MOST_DAYS,
            ),
            DateField(
                name="first",
                label="A day on which it begins",
                hint="Like monday, or 2026-01-05",
                value=rota.anchor.isoformat() if rota else "",
                required=False,
            ),
            TextField(
                name="hours",
                label="Check-in for each letter",
                hint="Like E 14:30, L 21:45, N 08:15. Before your day begins: the next morning",
                value=_hours(rota) if rota else "",
                required=False,
            ),
            ChoiceField(
                name="holidays",
                label="Public holidays",
                options=(
                    Option(name=COME, label="A check-in comes as ever"),
                    Option(name=SKIP, label="No check-in"),
                ),
                hint="" if holidays_known else NO_HOLIDAYS,
                value=SKIP if skips_holidays else COME,
            ),
        ),
    )


def saved(
    rhythm: Rhythms, *, day_starts: time, skips_holidays: bool, in_quiet: bool, when: str | None
) -> Card:
    """Return exactly what was understood, and what comes next."""
    facts = (
        *((day_fact(day_starts),) if day_starts != time(0) else ()),
        *((HOLIDAYS_FACT,) if skips_holidays else ()),
        *(("These hours come in your quiet hours too; nothing else does.",) if in_quiet else ()),
    )
    first = f"{rhythm_phrase(rhythm)}."
    return Card(
        text_id="shifts.saved",
        blocks=(
            say(first),
            *((say(" ".join(facts)),) if facts else ()),
            say(f"Next: {when}.") if when else aside("Nothing comes until you say `resume`."),
        ),
        summary=first,
        reach=Reach.PERSONAL,
    )


def _hours(rota: Rota) -> str:
    return ", ".join(f"{letter} {shift.at:%H:%M}" for letter, shift in rota.shifts)
