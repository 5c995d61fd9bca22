"""What a date that points at a person may keep: its month where that is certain, else its year."""

from __future__ import annotations

import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NAMED = re.compile(r"(?i)(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_NUMBERS = re.compile(r"[0-9]{1,4}")
_DAYS = 31
_LONGEST = 40
"""A date is never longer; what is longer is not read."""


def month_or_year(date: str) -> str | None:
    """Return the month that `date` names or can only mean, else its year in four digits, else None.

    12.03.2024 is in March wherever points are written; 03/04/2024 may be in either, and only its year is
    certain.
    """
    if named := _NAMED.search(date[:_LONGEST]):
        first = named.group().title()
        return next(month for month in MONTHS if month.startswith(first))
    numbers = _NUMBERS.findall(date[:_LONGEST])
    month = _month(date, [int(number) for number in numbers])
    if month is not None and 1 <= month <= len(MONTHS):
        return MONTHS[month - 1]
    return next(
        (number for number in numbers if len(number) == len("2024") and number[:2] in {"19", "20"}), None
    )


def _month(date: str, numbers: list[int]) -> int | None:
    """Return the number of the month where the notation leaves no doubt."""
    match numbers:
        case [year, month, _] if year > _DAYS:
            return month
        case [day, month, *_] if day > len(MONTHS) or "." in date:
            return month
        case [month, day, *_] if day > len(MONTHS):
            return month
        case _:
            return None
