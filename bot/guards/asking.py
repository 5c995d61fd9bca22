"""What a question to many people must not do: call somebody up, lead away, or ask who somebody is.

Pure, and imperfect, as the other guards are: it knows how this is usually put, in English.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Amiss(StrEnum):
    """What was found first."""

    PINGS = "pings"
    LINKS = "links"
    ASKS_WHO = "asks_who"


_PING = re.compile(r"[@\uff20\ufe6b]|<\s*[#!&:]")
_LINK = re.compile(
    r"://|\bwww\.|\bmailto:|\]\(|\bdiscord\.gg\b|"
    r"\b[a-z0-9-]+\.(?:com|org|net|edu|gov|info|io|co|me|app|dev|link|ly|gg|uk|de|nz|au|ca|ie|eu|us)\b",
    re.IGNORECASE,
)
_FACT = (
    r"(?:(?:full|first|last|given|family|real) )?"
    r"(?:names?|initials?|surnames?|nicknames?|birthdays?|(?:date|year|place)s? of birth|birth dates?|"
    r"(?:postal |home |e-?mail )?address(?:es)?|postcodes?|phone(?: numbers?)?|e-?mails?|"
    r"(?:case|file|record|chart|patient|client) (?:numbers?|ids?)|diagnos[ie]s)"
)
_SOMEONE = (
    r"(?:someone|somebody|anyone|anybody|everyone|everybody|who|whom|those|one|him|her|them|"
    r"(?:the|a|an|your|this|that|these|those|each|any|every) "
    r"(?:[a-z'-]+ )?(?:client|patient|person|people|child|children|kid|kids|resident|student|family|couple|"
    r"parent|parents|colleague|clients|patients|persons|residents|students|families|couples|colleagues))"
)
_ASKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:their|his|her|its|whose|your|[a-z]+'s|[a-z]+s') (?:own )?{_FACT}\b",
        rf"\b{_FACT} (?:of|for) {_SOMEONE}\b",
        rf"\b{_FACT} and {_FACT}\b",
        (
            rf"\b(?:give|write|type|share|list|send|post|tell(?: us| me)?|say|note)(?: down)? "
            rf"(?:(?:the|a|all|any|us|me|in) )*{_FACT}\b"
        ),
        (
            r"\bname (?:(?:the|a|an|your|this|that|one|each|any|every|some) )?(?:[a-z'-]+ )?"
            r"(?:client|patient|person|child|kid|resident|student|family|couple|parent|colleague)s?\b"
        ),
        r"\b(?:which|what) (?:diagnos[ie]s|initials?|surnames?|birthdays?)\b",
        r"\bwho (?:is|was|were|are) (?:it|he|she|they|this|that|the|your)\b",
    )
)
_NOT = re.compile(
    rf"\b(?:no|not|without|never|except|minus|leave out|leaving out|skip|skipping) "
    rf"(?:(?:any|the|their|his|her|your|a) )*{_FACT}(?:(?:,| or| and|,? nor) {_FACT})*\b"
)
"""What says to leave a name out: no question is asked with it."""


def amiss_in(text: str) -> Amiss | None:
    """Return what keeps a text from going out to many; None where nothing is found. No text raises."""
    if _PING.search(text):
        return Amiss.PINGS
    if _LINK.search(text):
        return Amiss.LINKS
    flat = _NOT.sub(" ", " ".join(text.casefold().replace("\u2019", "'").split()))
    return Amiss.ASKS_WHO if any(pattern.search(flat) for pattern in _ASKS) else None
