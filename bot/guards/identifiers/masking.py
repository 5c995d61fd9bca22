"""Masks: what stands in the place of an identifier, the same for the same words within one text.

A mask says of what kind the words were, and no more. The guard finds nothing in masks, so masking again
changes nothing. Text beside the places is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.months import month_or_year
from bot.guards.identifiers.people import PERSONS, People

_LABELS = {
    Category.DATE: "one day",
    Category.AGE_90_PLUS: "very old",
    Category.PHONE: "a phone number",
    Category.FAX: "a fax number",
    Category.EMAIL: "an email address",
    Category.ADDRESS: "an address",
    Category.POSTCODE: "a postcode",
    Category.NATIONAL_ID: "an ID number",
    Category.RECORD_ID: "a record number",
    Category.INSURANCE_ID: "an insurance number",
    Category.PLATE: "a number plate",
    Category.URL: "a link",
    Category.HANDLE: "a profile",
    Category.IP: "an internet address",
    Category.ACCOUNT: "an account number",
    Category.ORG: "an organisation",
    Category.OTHER: "a detail",
}
_SCHOOL = re.compile(r"(?i)\b(?:school|academy|primary|secondary|elementary|high|juniors|infants)\b")
_WORSHIP = re.compile(r"(?i)\b(?:church|chapel|mosque|masjid|temple|synagogue|gurdwara|parish)\b")
_BETWEEN = " \t\"'([*_-\u201c\u2018"
"""What may stand between the end of one sentence and the first word of the next."""


def masked(text: str, found: Sequence[Found]) -> str:
    """Return `text` with a neutral label in each place that was found; `found` is in order and apart."""
    people = People(text, found)
    parts: list[str] = []
    at = 0
    for place in found:
        words = text[place.start : place.end]
        label = people.label(words) if place.category in PERSONS else _label(place.category, words, people)
        if _begins_a_sentence(text, place.start) and not words[:1].islower():
            label = label[:1].upper() + label[1:]
        parts += [text[at : place.start], label]
        at = place.end
    return "".join([*parts, text[at:]])


def _label(category: Category, words: str, people: People) -> str:
    """Return what stands for `words`. A month that is somebody's name in this text as well is not said."""
    if category is Category.DATE:
        kept = month_or_year(words)
        return _LABELS[category] if kept is None or people.has(kept) else f"a day in {kept}"
    if category is Category.ORG and _SCHOOL.search(words):
        return "a school"
    if category is Category.ORG and _WORSHIP.search(words):
        return "a place of worship"
    return _LABELS[category]


def _begins_a_sentence(text: str, start: int) -> bool:
    """Whether nothing but gaps and marks stands between `start` and the end of the sentence before it."""
    before = text[:start].rstrip(_BETWEEN)
    return not before or before[-1] in ".!?\u2026\n"
