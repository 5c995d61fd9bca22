"""What a text holds that could tell who somebody is: one found place, and its kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What a place looks like, as the guard's command prints it."""

    NAME = "NAME"
    INITIALS = "INITIALS"
    DATE = "DATE"
    AGE_90_PLUS = "AGE_90_PLUS"
    PHONE = "PHONE"
    FAX = "FAX"
    EMAIL = "EMAIL"
    ADDRESS = "ADDRESS"
    POSTCODE = "POSTCODE"
    NATIONAL_ID = "NATIONAL_ID"
    RECORD_ID = "RECORD_ID"
    INSURANCE_ID = "INSURANCE_ID"
    PLATE = "PLATE"
    URL = "URL"
    HANDLE = "HANDLE"
    IP = "IP"
    ACCOUNT = "ACCOUNT"
    ORG = "ORG"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One place in a text: code points from `start` up to `end`, which is not part of it.

    `is_soft`: most likely a colleague's name, which is pointed at more quietly.
    """

    start: int
    end: int
    category: Category
    is_soft: bool = False


def disjoint(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return places in their order, those that overlap as one: nothing that was found stays uncovered.

    The widest of them says what it is; it is soft where all of them are.
    """
    result: list[Found] = []
    width = 0
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not result or each.start >= result[-1].end:
            result.append(each)
            width = each.end - each.start
            continue
        last = result[-1]
        is_wider = each.end - each.start > width
        width = max(width, each.end - each.start)
        result[-1] = Found(
            start=last.start,
            end=max(last.end, each.end),
            category=each.category if is_wider else last.category,
            is_soft=last.is_soft and each.is_soft,
        )
    return tuple(result)
