"""Shifts: when somebody's own day begins, a rota, and whether public holidays count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from bot.domain.dates import day_meant
from bot.domain.people import QuietHours
from bot.domain.rota import Rhythms, Rota, shifts_of
from bot.domain.rota_words import cycle_meant, hours_meant
from bot.errors import BadInput
from bot.services.cards import schedule as schedule_cards
from bot.services.cards import shifts as cards
from bot.services.desk import Turn
from bot.services.rhythm import schedule
from bot.services.rhythm.enrolment import enrol, enrolment_of
from bot.services.rhythm.wishes import keep_wishes, wishes_of
from bot.surface.outcome import Open, Outcome, Refuse, answer

LATEST_START = time(14)
"""A day that began later than this would be somebody's evening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What the form asked for, read and found sound."""

    day_starts: time
    rota: Rota | None
    skips_holidays: bool


def ask(turn: Turn) -> Outcome:
    """Open the form with what is set."""
    held = enrolment_of(turn.unit, turn.person)
    if held is None:
        return answer(schedule_cards.not_set())
    form = cards.form(
        turn.mint("settings.shifts.save"),
        day_starts=turn.person.day_starts,
        rota=held.rhythm if isinstance(held.rhythm, Rota) else None,
        skips_holidays=wishes_of(turn.desk, turn.unit, turn.person).skips_holidays,
        holidays_known=turn.desk.holidays.installed,
    )
    return Outcome(first=Open(form=form))


def save(turn: Turn) -> Outcome:
    """Take the form; each field that cannot be read gets a sentence, and nothing changes until all can."""
    held = enrolment_of(turn.unit, turn.person)
    if held is None:
        return answer(schedule_cards.not_set())
    wish = _read(turn, turn.typed)
    if not isinstance(wish, _Wish):
        return Outcome(first=Refuse(errors=wish))
    person = replace(turn.person, day_starts=wish.day_starts)
    wishes = wishes_of(turn.desk, turn.unit, person)
    keep_wishes(turn.desk, turn.unit, person, replace(wishes, skips_holidays=wish.skips_holidays))
    rhythm = _rhythm(wish.rota, held.rhythm)
    enrol(turn, person, rhythm, held.zone)
    card = cards.saved(
        rhythm,
        day_starts=wish.day_starts,
        skips_holidays=wish.skips_holidays,
        in_quiet=_is_in_quiet(rhythm, person.quiet),
        when=schedule.told(turn.as_person(person)),
    )
    return answer(card)


def _rhythm(rota: Rota | None, before: Rhythms) -> Rhythms:
    """Return the rota; without one what there was, and after one what is usual."""
    if rota is not None:
        return rota
    return schedule.USUAL if isinstance(before, Rota) else before


def _is_in_quiet(rhythm: Rhythms, quiet: QuietHours) -> bool:
    return isinstance(rhythm, Rota) and any(quiet.cover(shift.at) for _, shift in rhythm.shifts)


def _read(turn: Turn, values: Mapping[str, str]) -> _Wish | dict[str, str]:
    errors: dict[str, str] = {}
    day_starts = schedule.read_at(values.get("day_starts", ""))
    if day_starts is None or day_starts > LATEST_START:
        errors["day_starts"] = cards.BAD_DAY
    rota = _read_rota(turn, values, day_starts or time(0), errors)
    skips = values.get("holidays") == cards.SKIP
    if skips and not turn.desk.holidays.installed:
        errors["holidays"] = cards.NO_HOLIDAYS
    elif skips and not turn.desk.holidays.knows(turn.person.region or ""):
        errors["holidays"] = cards.NO_HOLIDAYS_THERE
    if errors or day_starts is None:
        return errors
    return _Wish(day_starts=day_starts, rota=rota, skips_holidays=skips)


def _read_rota(
    turn: Turn, values: Mapping[str, str], day_starts: time, errors: dict[str, str]
) -> Rota | None:
    """Return the rota; None without a cycle, or where a sentence was added to `errors`."""
    written = values.get("cycle", "").strip()
    if not written:
        return None
    cycle, first, hours = "", turn.today, dict[str, time | None]()
    try:
        cycle = cycle_meant(written)
    except BadInput as problem:
        errors["cycle"] = problem.sentence
    try:
        first = _first_day(values.get("first", "").strip(), turn.today)
    except BadInput as problem:
        errors["first"] = problem.sentence
    try:
        hours = dict(hours_meant(values.get("hours", "")))
    except BadInput as problem:
        errors["hours"] = problem.sentence
    if errors.keys() & {"cycle", "first", "hours"}:
        return None
    try:
        return Rota(cycle=cycle, anchor=first, shifts=shifts_of(hours, day_starts))
    except BadInput as problem:
        errors["hours"] = problem.sentence
        return None


def _first_day(text: str, today: date) -> date:
    if not text:
        raise BadInput(cards.NO_FIRST)
    return day_meant(text, today)
