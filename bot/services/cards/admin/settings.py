"""What an admin sets: small forms, a sentence at each field that cannot be taken, questions before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.organisations import (
    CEILING_NOTICE,
    CHANNELS_MAX,
    LEAST_GROUP,
    LINE_MAX,
    MOST_GROUP,
    OFF_DAYS_MAX,
    POLICY_MAX,
    QUIET_HOURS_MAX,
    STAFF_LINES,
    Ceiling,
    Rules,
)
from bot.domain.prompts import Option
from bot.domain.regions import Region
from bot.domain.roles import Creates, Gathering
from bot.services.cards.admin import facts
from bot.services.cards.admin.menu import back
from bot.services.cards.days import day_in_full
from bot.services.cards.keeping import TIMES, length
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, aside, say
from bot.surface.form import ChoiceField, Form, TextField

NONE = "none"
"""The option for no region's holidays."""

BAD_POLICY = f"An address of a page begins with https:// and has no spaces; up to {POLICY_MAX} characters."
BAD_LINE = f"One line of plain words, up to {LINE_MAX} characters."
BAD_STAFF = f"Up to {STAFF_LINES} lines of plain words, each up to {LINE_MAX} characters."
BAD_QUIET = "Quiet hours look like 20:00-08:00, or none."
LONG_QUIET = f"Up to {QUIET_HOURS_MAX} hours of a day: people have quiet hours of their own beside them."
BAD_CHANNELS = f"Up to {CHANNELS_MAX} names of channels, one on each line."
BAD_CHOICE = "Please choose one of these."
MANY_DAYS = f"Up to {OFF_DAYS_MAX} days fit."
AT_ONCE = "It holds from today on. No page goes sooner because of it."


def shorter(told: date, today: date) -> str:
    """Return from when a shorter time holds; `told` is the day on which everybody hears of it."""
    holds = f"It holds for what is written from that day on, {CEILING_NOTICE.days} days from"
    if told == today:
        return f"{holds} now. Pages from before keep their time."
    return (
        "Everybody was told of another time less than a week ago, and hears of this one on "
        f"{day_in_full(told)}. {holds} then. Pages from before keep their time."
    )


def bad_day(number: int, sentence: str) -> str:
    """Return what is said of a day among several that cannot be taken."""
    return f"Day {number} of these: {sentence}"


def links(ref: str, rules: Rules) -> Form:
    """Return the form for the page and the lines of an organisation."""
    return Form(
        text_id="admin.links_form",
        ref=ref,
        name="admin.links",
        title="Links and lines",
        intro="Shown where somebody asks who is there for them, and where a question is for your "
        "organisation. An empty field says that it is not set.",
        fields=(
            TextField(
                name="policy",
                label="Your page on ending, referring and law",
                hint="An address with https://",
                value=rules.policy,
                required=False,
                limit=POLICY_MAX,
            ),
            TextField(
                name="on_call",
                label="On-call: how staff reach somebody now",
                hint="Like 0800 555 010, any hour",
                value=rules.on_call,
                required=False,
                limit=LINE_MAX,
            ),
            TextField(
                name="staff",
                label="Lines for staff, one on each line",
                hint="Up to three, like Staff counselling 555 0101, weekdays",
                value="\n".join(rules.staff),
                required=False,
                long=True,
                limit=STAFF_LINES * (LINE_MAX + 1),
            ),
        ),
    )


def time_off(ref: str, rules: Rules, today: date, regions: Sequence[Region]) -> Form:
    """Return the form for days and hours on which nothing comes; `regions` are those whose days are known."""
    quiet = facts.hours(rules.quiet) if rules.quiet else "none"
    known = tuple(Option(name=one.code, label=one.name) for one in regions)
    holidays = ChoiceField(
        name="holidays",
        label="Public holidays",
        options=(Option(name=NONE, label="None"), *known),
        value=rules.holidays or NONE,
    )
    return Form(
        text_id="admin.days_form",
        ref=ref,
        name="admin.days",
        title="Days and hours",
        intro="When no check-in comes to anybody here. What somebody opens is there all the same, and "
        "each person's own quiet hours hold besides.",
        fields=(
            TextField(
                name="off_days",
                label="Days off",
                hint="Like 24 December, 31 December 2026",
                value=", ".join(facts.day_short(day) for day in facts.off_days(rules, today)),
                required=False,
                long=True,
                limit=OFF_DAYS_MAX * 20,
            ),
            *((holidays,) if known else ()),
            TextField(
                name="quiet",
                label="Quiet hours of the team",
                hint="Like 20:00-08:00, or none",
                value=quiet,
                limit=20,
            ),
        ),
    )


def creating(ref: str, rules: Rules) -> Form:
    """Return the form for who may begin circles and courses, and where."""
    return Form(
        text_id="admin.creating_form",
        ref=ref,
        name="admin.creating",
        title="Circles and courses",
        intro="Who may begin them, and in which channels. With no channel named, that is wherever I was let "
        "in.",
        fields=(
            _by("circles", "Circles", rules.circles_by, Gathering.CIRCLE),
            _by("courses", "Courses", rules.courses_by, Gathering.COURSE),
            TextField(
                name="channels",
                label="Channels, one on each line",
                hint="Like #day-unit",
                value="\n".join(f"#{name}" for name in rules.channels),
                required=False,
                long=True,
                limit=1_000,
            ),
        ),
    )


def keeping_form(ref: str, days: int | None) -> Form:
    """Return the form for the longest time of pages, with what was set last."""
    options = tuple(Option(name=name, label=label) for name, (label, _) in TIMES.items())
    return Form(
        text_id="admin.keeping_form",
        ref=ref,
        name="admin.keeping",
        title="How long pages stay",
        intro="For new pages only. A shorter time than now begins in 30 days and everybody is told; a "
        "longer one holds at once. Anybody may choose a shorter time for their own.",
        fields=(
            ChoiceField(
                name="longest",
                label="At most",
                options=options,
                value=next((name for name, (_, known) in TIMES.items() if known == days), ""),
            ),
        ),
    )


def keeping(mint: Mint, now: str, coming: Ceiling | None) -> Card:
    """Return how long pages stay at most, and a way to take back what has not begun."""
    begins = (
        (
            say(
                f"From {day_in_full(coming.since)} on: {length(coming.days)}. Pages from before keep "
                "their time."
            ),
        )
        if coming
        else ()
    )
    undo = (press(mint, "admin.keeping.back", "Take it back"),) if coming else ()
    return Card(
        text_id="admin.keeping",
        title="How long pages stay",
        blocks=(
            say(f"At most, as set here: {now}."),
            *begins,
            aside("People may always choose a shorter time, take their pages along, or erase them."),
            row(press(mint, "admin.keeping.change", "Change"), *undo, back(mint)),
        ),
        summary="How long pages stay",
        reach=Reach.PERSONAL,
    )


def group_form(ref: str, people: int) -> Form:
    """Return the form for the smallest group."""
    return Form(
        text_id="admin.group_form",
        ref=ref,
        name="admin.group",
        title="Smallest group",
        intro="No figure about fewer people than this is ever shown to anybody. It can be raised, and never "
        "lowered again.",
        fields=(
            TextField(
                name="people",
                label="People",
                hint=f"From {LEAST_GROUP} to {MOST_GROUP}",
                value=str(people),
                limit=3,
            ),
        ),
    )


def ask_group(mint: Mint, before: int, people: int) -> Card:
    """Return the question before the smallest group grows: it cannot be undone."""
    asked = f"Raise the smallest group from {before} to {people}? It cannot be lowered again."
    yes = press(mint, "admin.group.raise", f"Raise it to {people}", arg=str(people))
    return Card(
        text_id="admin.group_ask",
        blocks=(say(asked), row(yes, press(mint, "command", "No", arg="admin"))),
        summary="Raise the smallest group?",
        reach=Reach.PERSONAL,
    )


def reviewed(mint: Mint, *, is_on: bool) -> Card:
    """Return whether only signed texts come, and what that means."""
    now = (
        "Only texts that somebody signed here come by themselves."
        if is_on
        else "Texts come by themselves, signed or not."
    )
    change = (
        press(mint, "admin.reviewed.save", "Let all come again", arg="no")
        if is_on
        else press(mint, "admin.reviewed.save", "Only signed texts", arg="yes")
    )
    return Card(
        text_id="admin.reviewed",
        title="Signed texts",
        blocks=(
            say(now),
            say(
                "With only signed ones, what nobody signed at the review desk is held back. Until some are "
                "signed, little or nothing is asked."
            ),
            aside(
                "Texts on heavier things are held back in any case until they are signed. Help now and what "
                "is said to words of danger are always there, and anybody may open any text themselves."
            ),
            row(change, back(mint)),
        ),
        summary="Signed texts",
        reach=Reach.PERSONAL,
    )


def _by(name: str, label: str, by: Creates, what: Gathering) -> ChoiceField:
    options = tuple(Option(name=each, label=facts.who(each, what).capitalize()) for each in Creates)
    return ChoiceField(name=name, label=label, options=options, value=by)
