"""Days and rhythms in words."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.people import QuietHours
from bot.domain.recurrence import WEEKDAYS, Occurrence
from bot.domain.rota import Rhythms, Rota

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NEAR = {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}


def day_phrase(day: date, today: date) -> str:
    """Return "Tomorrow", or "Monday 5 January", with the year where it is another."""
    return _NEAR.get((day - today).days) or date_phrase(day, today)


def date_phrase(day: date, today: date) -> str:
    """Return "Monday 5 January" however near it is, with the year where it is another."""
    year = f" {day.year}" if day.year != today.year and abs(day - today) > timedelta(days=60) else ""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def weekday_name(day: int) -> str:
    """Return "Friday" for 4."""
    return _DAYS[day]


def short_date(day: date, today: date) -> str:
    """Return "5 January", with the year where it is another."""
    return date_phrase(day, today).partition(" ")[2]


def rhythm_phrase(rhythm: Rhythms) -> str:
    """Return "Weekdays 12:30", "Every day 09:00", "Monday, Wednesday, Friday 12:30" or a rota's hours."""
    if isinstance(rhythm, Rota):
        return rota_phrase(rhythm)
    at = rhythm.at.strftime("%H:%M")
    if rhythm.days is None or len(rhythm.days) == len(_DAYS):
        return f"Every day {at}"
    if rhythm.days == WEEKDAYS:
        return f"Weekdays {at}"
    return f"{', '.join(_DAYS[day] for day in sorted(rhythm.days))} {at}"


def rota_phrase(rota: Rota) -> str:
    """Return "A rota of 10 days (E 14:30, N 08:15 the next morning)"."""
    hours = ", ".join(
        f"{letter} {shift.at:%H:%M}{' the next morning' if shift.next_morning else ''}"
        for letter, shift in rota.shifts
    )
    return f"A rota of {len(rota.cycle)} days ({hours})"


def quiet_phrase(quiet: QuietHours) -> str:
    """Return "quiet 20:00 to 08:00", or that there is none."""
    if quiet.start == quiet.end:
        return "no quiet hours"
    return f"quiet {quiet.start:%H:%M} to {quiet.end:%H:%M}"


def next_phrase(occurrence: Occurrence, today: date) -> str:
    """Return when the next one comes, and the truth about a time that the clock skips that day."""
    comes_on = occurrence.local.date()
    day, came = day_phrase(comes_on, today), occurrence.local.strftime("%H:%M")
    if came == occurrence.slot:
        return f"{day} at {came}"
    skipped_on = "that day" if comes_on == occurrence.slot_on else "the day before"
    return f"{day} at {came}, as {occurrence.slot} does not exist {skipped_on}"


def day_in_full(day: date) -> str:
    """Return "Monday 5 January 2026": a day that is still read when the year is another."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
