"""When check-ins come: one line to agree to, one form to change it, and the words for pausing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from bot.domain.people import QuietHours
from bot.domain.prompts import Option
from bot.domain.recurrence import DAY_NAMES, WEEKDAYS
from bot.domain.regions import Region
from bot.domain.rota import Rhythms, Rota
from bot.services.cards import let_be
from bot.services.cards.days import date_phrase, quiet_phrase, rhythm_phrase
from bot.services.cards.doors import Named, instead
from bot.services.cards.homes import Whose, ways
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Paragraph, Reach, aside, say
from bot.surface.form import ChoiceField, Form, TextField, TimeField

DAYS = {
    "weekdays": ("Every weekday", WEEKDAYS),
    "three": ("Three a week: Monday, Wednesday, Friday", frozenset({0, 2, 4})),
    "daily": ("Every day", frozenset(range(7))),
}
"""The rhythms on offer, by the name of their option."""
ROTA = "rota"
"""The option that leaves a rota as it is; it is there only where one is set."""

ELSEWHERE = "elsewhere"
"""The option for a region that has no card of its own."""


def offer(mint: Mint, line: str | None) -> Card:
    """Return the one prefilled line after the first answer; without a zone it is left open."""
    change = press(mint, "settings.change", "Change" if line else "Choose")
    ok = press(mint, "settings.ok", "OK")
    return Card(
        text_id="settings.offer",
        blocks=(
            say("Shall I come back?"),
            say(line or "Your time zone is not known here yet, so the hour is yours to choose."),
            row(*(ok, change) if line else (change,)),
        ),
        summary="Shall I come back?",
        reach=Reach.PERSONAL,
    )


def line(rhythm: Rhythms, zone: str, quiet: QuietHours, region: str | None) -> str:
    """Return the settings in one line, as the person set them; without a region, a directory serves."""
    lines = f"help lines for {region}" if region else "help lines from a directory"
    return f"{rhythm_phrase(rhythm)}, {zone}, {quiet_phrase(quiet)}, {lines}."


def agreed(when: str) -> Card:
    """Return the answer to OK."""
    return _card("settings.agreed", say(f"{when}, then. `write` and `help` are here any time."))


def changed(settings: str, when: str | None) -> Card:
    """Return exactly what was chosen, and what comes next."""
    following = say(f"Next: {when}.") if when else aside("Nothing comes until you say `resume`.")
    return _card("settings.changed", say(settings), following)


def shown(
    mint: Mint,
    settings: str,
    when: str | None,
    facts: Sequence[str],
    *,
    elsewhere: bool,
    doors: Sequence[Named],
    rules: Whose | None = None,
    lets_be: bool = False,
) -> Card:
    """Return the present settings with the ways to change them; `facts` are what else holds just now.

    `rules` are whose hold, where a press may change that. `lets_be`: they have a list of words never flagged.
    """
    following = say(f"Next: {when}.") if when else aside("Nothing comes until you say `resume`.")
    away = (
        ("settings.home", "I am home again") if elsewhere else ("settings.elsewhere", "Elsewhere for a while")
    )
    buttons = (
        ("settings.change", "Change"),
        ("settings.questions", "What I ask"),
        ("settings.shifts", "Shifts"),
        away,
        ("settings.keeping", "How long I keep it"),
    )
    return Card(
        text_id="settings",
        title="Your settings",
        blocks=(
            say(settings),
            *((say(" ".join(facts)),) if facts else ()),
            following,
            row(*(press(mint, name, label) for name, label in buttons)),
            row(press(mint, "week.when", "A look back by itself")),
            *instead(mint, doors),
            *ways(mint, rules),
            *((let_be.way(mint),) if lets_be else ()),
        ),
        summary="Your settings",
        reach=Reach.PERSONAL,
    )


def form(
    ref: str, *, rhythm: Rhythms, zone: str, quiet: QuietHours, regions: Sequence[Region], region: str
) -> Form:
    """Return the form that changes them: five inputs, the most that every platform holds."""
    kept: tuple[Option, ...] = ()
    if isinstance(rhythm, Rota):
        kept = (Option(name=ROTA, label="By my rota"),)
        hint, value = "Like 12:30; a rota has its own", "12:30"
    else:
        hint, value = "Like 12:30", rhythm.at.strftime("%H:%M")
    return Form(
        text_id="settings.form",
        ref=ref,
        name="settings",
        title="When may I come?",
        fields=(
            ChoiceField(
                name="days",
                label="Days",
                options=(*kept, *(Option(name=name, label=label) for name, (label, _) in DAYS.items())),
                value=days_name(rhythm),
            ),
            TimeField(name="at", label="Time", hint=hint, value=value),
            TextField(name="zone", label="Time zone", hint="Like Pacific/Auckland", value=zone, limit=64),
            TextField(
                name="quiet",
                label="Quiet hours",
                hint="Like 20:00-08:00, or none",
                value=_quiet_value(quiet),
                limit=20,
            ),
            ChoiceField(
                name="region",
                label="Help lines for",
                options=(
                    *(Option(name=one.code, label=one.name) for one in regions),
                    Option(name=ELSEWHERE, label="Somewhere else"),
                ),
                value=region,
            ),
        ),
    )


def days_name(rhythm: Rhythms) -> str:
    """Return the name of the option that a rhythm follows."""
    if isinstance(rhythm, Rota):
        return ROTA
    days = rhythm.days if rhythm.days is not None else frozenset(range(len(DAY_NAMES)))
    return next(name for name, (_, theirs) in DAYS.items() if theirs == days)


BAD_DAYS = "Please choose one of the rhythms."
BAD_AT = "A time looks like 12:30."
BAD_QUIET = "Quiet hours look like 20:00-08:00, or none."
BAD_REGION = "Please choose one of the regions."
IN_QUIET = "That hour lies in your quiet hours. Move one of the two."
IN_TEAM_QUIET = "Your organisation has quiet hours then. Please choose another hour."
NO_ZONE = "Please name your time zone, like Pacific/Auckland."


NOTHING_WAITS = "Nothing will be waiting for you."
COURSE_WAITS = "What your course asks meanwhile comes after it, one a day at most."


def paused(*, has_course: bool = False) -> Card:
    """Return the answer to `pause`; `has_course`: something of a course is still to come to them."""
    waits = COURSE_WAITS if has_course else NOTHING_WAITS
    return _card("paused", say(f"Quiet until you say `resume`. {waits}"))


def resumed(when: str) -> Card:
    """Return the answer to `resume`: the next slot only, and no word about those that went by.

    `when` is empty to who has a course alone.
    """
    return _card("resumed", say(f"Good to see you. {when}, then." if when else "Good to see you."))


HOLIDAYS_FACT = "Not on public holidays."


def day_fact(starts: time) -> str:
    """Return when somebody's own day begins."""
    return f"Your day begins at {starts:%H:%M}."


def hushed_fact(until: date, today: date) -> str:
    """Return that an organisation lets nothing come for a while."""
    return f"For now your organisation lets nothing come by itself until {date_phrase(until, today)}."


def team_quiet_fact(quiet: QuietHours) -> str:
    """Return when an organisation keeps quiet, beside a person's own hours."""
    return f"Quiet hours of your organisation: {quiet.start:%H:%M} to {quiet.end:%H:%M}."


HOUR_IN_QUIET = "Your hour lies in them, so check-ins may not come. Change moves it."


def leave_fact(until: date, today: date) -> str:
    """Return that somebody is on leave."""
    return f"On leave until {date_phrase(until, today)}; `resume` ends it."


def travel_fact(until: date, home: str, today: date) -> str:
    """Return that somebody is in another zone for a while."""
    return f"Elsewhere until {date_phrase(until, today)}, then {home} again."


PAUSED_LINE = "Paused. Nothing comes until you say `resume`."


def next_line(when: str) -> str:
    """Return one sentence about the next check-in."""
    return f"Next check-in: {when}."


def not_set() -> Card:
    """Return what `pause` and `resume` say before any hour was chosen."""
    return _card("settings.none", say("No hour is chosen yet. `settings` is the place."))


def stopped() -> Card:
    """Return the answer to `stop`, with the way back."""
    return _card(
        "stopped",
        say("Stopped. I send nothing more. What you wrote stays sealed here; `start` brings you back to it."),
    )


def _quiet_value(quiet: QuietHours) -> str:
    return "none" if quiet.start == quiet.end else f"{quiet.start:%H:%M}-{quiet.end:%H:%M}"


def _card(text_id: str, first: Paragraph, *more: Paragraph) -> Card:
    return Card(text_id=text_id, blocks=(first, *more), summary=first.text, reach=Reach.PERSONAL)
