"""What an admin sets in small forms: links and lines, days and hours, limits, and who may begin what.

Each form is taken whole or not at all, with a sentence at every field that cannot be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.dates import FURTHEST, TOO_FAR, day_meant
from bot.domain.organisations import (
    CHANNEL_MAX,
    CHANNELS_MAX,
    LINE_MAX,
    NO_GROUP,
    OFF_DAYS_MAX,
    POLICY_MAX,
    QUIET_HOURS_MAX,
    STAFF_LINES,
    Rules,
    channel_name,
    with_ceiling,
    with_min_group,
)
from bot.domain.page_addresses import is_page
from bot.domain.people import QuietHours
from bot.domain.roles import Creates
from bot.errors import BadInput
from bot.services.admin.changing import is_nowhere, nowhere, set_rules, today_here, zone_here
from bot.services.cards.admin import menu as menu_cards
from bot.services.cards.admin import settings as cards
from bot.services.cards.admin.facts import NOT_SET
from bot.services.cards.keeping import TIMES, length
from bot.services.desk import Turn
from bot.services.organisations import notices
from bot.services.organisations.notices import Notice
from bot.services.organisations.rules import organisation_here, rules_of
from bot.services.rhythm.schedule import read_quiet
from bot.surface.form import Form
from bot.surface.outcome import Open, Outcome, Refuse, answer
from bot.surface.text import is_shown_clean, kept

TOLD_AFTER = timedelta(hours=1)
"""So long after it was set everybody is told of a shorter time."""


def links(turn: Turn) -> Outcome:
    """Open the form for the page and the lines."""
    return _open(cards.links(turn.mint("admin.links.save"), rules_of(turn)))


def save_links(turn: Turn) -> Outcome:
    """Take it; what is left empty is not set."""
    errors: dict[str, str] = {}
    policy = turn.typed.get("policy", "").strip()
    if len(policy) > POLICY_MAX or (policy and not is_page(policy)):
        errors["policy"] = cards.BAD_POLICY
    on_call = _lines(turn.typed.get("on_call", ""), 1, LINE_MAX)
    if on_call is None:
        errors["on_call"] = cards.BAD_LINE
    staff = _lines(turn.typed.get("staff", ""), STAFF_LINES, LINE_MAX)
    if staff is None:
        errors["staff"] = cards.BAD_STAFF
    if errors or on_call is None or staff is None:
        return _refuse(errors)
    rules = replace(rules_of(turn), policy=policy, on_call="".join(on_call), staff=staff)
    return _set(turn, rules, "admin.links_set")


def time_off(turn: Turn) -> Outcome:
    """Open the form for days and hours on which nothing comes."""
    regions = [one for one in turn.desk.catalogue.regions() if turn.desk.holidays.knows(one.code)]
    return _open(cards.time_off(turn.mint("admin.days.save"), rules_of(turn), today_here(turn), regions))


def save_time_off(turn: Turn) -> Outcome:
    """Take it. Days that are over drop out."""
    rules, errors = rules_of(turn), dict[str, str]()
    off_days = _days(turn.typed.get("off_days", ""), today_here(turn))
    if isinstance(off_days, str):
        errors["off_days"] = off_days
    quiet = read_quiet(turn.typed.get("quiet", "").strip().lower() or "none")
    if quiet is None:
        errors["quiet"] = cards.BAD_QUIET
    elif quiet.minutes > QUIET_HOURS_MAX * 60:
        errors["quiet"] = cards.LONG_QUIET
    holidays = turn.typed.get("holidays", rules.holidays or cards.NONE)
    if holidays not in {cards.NONE, *(one.code for one in turn.desk.catalogue.regions())}:
        errors["holidays"] = cards.BAD_CHOICE
    if errors or quiet is None or isinstance(off_days, str):
        return _refuse(errors)
    rules = replace(
        rules,
        off_days=off_days,
        holidays=None if holidays == cards.NONE else holidays,
        quiet=_or_none(quiet),
    )
    return _set(turn, rules, "admin.days_set")


def creating(turn: Turn) -> Outcome:
    """Open the form for who may begin circles and courses."""
    return _open(cards.creating(turn.mint("admin.creating.save"), rules_of(turn)))


def save_creating(turn: Turn) -> Outcome:
    """Take it."""
    errors: dict[str, str] = {}
    by = {name: _creates(turn.typed.get(name, "")) for name in ("circles", "courses")}
    errors |= {name: cards.BAD_CHOICE for name, one in by.items() if one is None}
    channels = _lines(turn.typed.get("channels", ""), CHANNELS_MAX, CHANNEL_MAX)
    if channels is None:
        errors["channels"] = cards.BAD_CHANNELS
    circles, courses = by["circles"], by["courses"]
    if errors or channels is None or circles is None or courses is None:
        return _refuse(errors)
    names = tuple(dict.fromkeys(name for each in channels if (name := channel_name(each))))
    rules = replace(rules_of(turn), circles_by=circles, courses_by=courses, channels=names)
    return _set(turn, rules, "admin.creating_set")


def keeping(turn: Turn) -> Outcome:
    """Show how long pages stay at most, now and from when on otherwise."""
    rules, today = rules_of(turn), today_here(turn)
    holds = rules.longest_for(today)
    now = NOT_SET if holds is None else length(holds)
    return answer(cards.keeping(turn.mint, now, rules.to_come(today)))


def change_keeping(turn: Turn) -> Outcome:
    """Open the form for it, with what was set last."""
    rules, today = rules_of(turn), today_here(turn)
    coming = rules.to_come(today)
    days = coming.days if coming else rules.longest_for(today)
    return _open(cards.keeping_form(turn.mint("admin.keeping.save"), days))


def save_keeping(turn: Turn) -> Outcome:
    """Take it: a shorter time begins in thirty days, a longer one holds at once."""
    chosen = TIMES.get(turn.typed.get("longest", ""))
    if chosen is None:
        return _refuse({"longest": cards.BAD_CHOICE})
    return _set_ceiling(turn, chosen[1])


def take_keeping_back(turn: Turn) -> Outcome:
    """Take back a longest time that has not begun: what holds today goes on."""
    return _set_ceiling(turn, rules_of(turn).longest_for(today_here(turn)))


def group(turn: Turn) -> Outcome:
    """Open the form for the smallest group."""
    return _open(cards.group_form(turn.mint("admin.group.save"), rules_of(turn).min_group))


def ask_group(turn: Turn) -> Outcome:
    """Take the number, and ask once more where it grows: it never becomes smaller again."""
    rules, people = rules_of(turn), _number(turn.typed.get("people", ""))
    try:
        after = with_min_group(rules, people)
    except BadInput as problem:
        return _refuse({"people": problem.sentence if people else NO_GROUP})
    if after == rules:
        return answer(menu_cards.done(turn.mint, "admin.group_set", ()))
    return answer(cards.ask_group(turn.mint, rules.min_group, people))


def raise_group(turn: Turn) -> Outcome:
    """Raise the smallest group after the yes; where it was raised further meanwhile, that stays."""
    rules = rules_of(turn)
    people = max(rules.min_group, _number(turn.ref.arg))
    return _set(turn, with_min_group(rules, people), "admin.group_set")


def reviewed(turn: Turn) -> Outcome:
    """Show whether only signed texts come, and what that means."""
    return answer(cards.reviewed(turn.mint, is_on=rules_of(turn).only_reviewed))


def save_reviewed(turn: Turn) -> Outcome:
    """Take the yes or no that was pressed."""
    rules = replace(rules_of(turn), only_reviewed=turn.ref.arg == "yes")
    return _set(turn, rules, "admin.reviewed_set")


def _set_ceiling(turn: Turn, days: int | None) -> Outcome:
    """Set the longest time; what is shorter is told to everybody, and what was taken back is told no more.

    It is told an hour later, so that a wrong press costs nobody a letter; and a week after the last at the
    earliest, and then it begins so much later.
    """
    rules, today, here = rules_of(turn), today_here(turn), organisation_here(turn)
    was = rules.to_come(today)
    if here is not None and was is not None and was.days != days:
        notices.take_back(turn.unit, here, Notice.CEILING, was.since)
    at = notices.next_at(turn.unit, here, Notice.CEILING, turn.now + TOLD_AFTER)
    told = max(today, at.astimezone(zone_here(turn)).date()) if at > turn.now + TOLD_AFTER else today
    after = with_ceiling(rules, days, today, told)
    comes = after.to_come(today)
    said = cards.shorter(told, today) if comes else cards.AT_ONCE
    outcome = _set(turn, after, "admin.keeping_set", said)
    here = organisation_here(turn)
    if here is not None and comes is not None and was != comes:
        notices.tell_everyone(turn.unit, here, Notice.CEILING, comes.since, at)
    return outcome


def _open(form: Form) -> Outcome:
    return Outcome(first=Open(form=form))


def _refuse(errors: Mapping[str, str]) -> Outcome:
    return Outcome(first=Refuse(errors=errors))


def _set(turn: Turn, rules: Rules, text_id: str, *sentences: str) -> Outcome:
    if is_nowhere(turn):
        return nowhere(turn)
    return answer(menu_cards.done(turn.mint, text_id, set_rules(turn, rules), *sentences))


def _lines(typed: str, most: int, length: int) -> tuple[str, ...] | None:
    """Return the lines that were typed, without empty ones; None where too many, too long or odd."""
    found = tuple(" ".join(line.split()) for line in kept(typed).split("\n") if line.strip())
    is_fine = len(found) <= most and all(len(line) <= length and is_shown_clean(line) for line in found)
    return found if is_fine else None


def _days(typed: str, today: date) -> frozenset[date] | str:
    """Return the days that were typed and are not over, or the sentence on the first that cannot be taken."""
    parts = [part for part in kept(typed).replace("\n", ",").replace(";", ",").split(",") if part.strip()]
    if len(parts) > OFF_DAYS_MAX:
        return cards.MANY_DAYS
    found: set[date] = set()
    for number, part in enumerate(parts, 1):
        try:
            day = day_meant(part, today)
        except BadInput as problem:
            return cards.bad_day(number, problem.sentence)
        if day - today > FURTHEST:
            return cards.bad_day(number, TOO_FAR)
        found.add(day)
    return frozenset(day for day in found if day >= today)


def _or_none(quiet: QuietHours) -> QuietHours | None:
    return None if quiet.start == quiet.end else quiet


def _creates(name: str) -> Creates | None:
    return next((each for each in Creates if each == name), None)


def _number(typed: str) -> int:
    """Return a number that was typed; 0, which none may be, where it is none."""
    text = typed.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else 0  # noqa: PLR2004 - up to 100
