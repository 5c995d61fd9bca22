"""Masks: what stands in the place of an identifier, the same for the same words within one text."""

from __future__ import annotations

from collections.abc import Sequence

from bot.guards.identifiers.found import Category, Found

_LABELS = {
    Category.NAME: "someone",
    Category.INITIALS: "someone",
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


def masked(text: str, found: Sequence[Found]) -> str:
    """Return `text` with a neutral label in each place that was found; `found` is in order and apart."""
    parts: list[str] = []
    at = 0
    for place in found:
        parts += [text[at : place.start], _LABELS[place.category]]
        at = place.end
    return "".join([*parts, text[at:]])
