"""What a question to many people must not do: call somebody up, lead away, or ask who somebody is.

Pure, and imperfect, as the other guards are: it knows how this is usually put, in English.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from bot.guards.spelling import ONE_SPELLING


class Amiss(StrEnum):
    """What was found first."""

    PINGS = "pings"
    LINKS = "links"
    ASKS_WHO = "asks_who"


_LOOKS_LIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u04bb\u051b\u03bf\u03b1\u03b9\u03bd\u03c1\u0131"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7",
    "aeopcyxisjhqoaivpiABEKMHOPCTXIABEHIKMNOPTX",
)
"""Letters of other scripts that look like one of these: read as that, and only to look for what is amiss."""
_PING = re.compile(r"[@\uff20\ufe6b]|<\s*[#!&:]")
_LINK = re.compile(
    r"://|\bwww\.|\bmailto:|\]\(|\bdiscord\.gg\b|"
    r"\b[a-z0-9-]+\.(?:com|org|net|edu|gov|info|io|co|me|app|dev|link|ly|gg|uk|de|nz|au|ca|ie|eu|us|"
    r"xyz|site|online|click)\b|"
    r"\b[a-z0-9-]+\.[a-z]{2,}/\S",
    re.IGNORECASE,
)
_FACT = (
    r"(?:(?:full|first|last|given|family|real) )?"
    r"(?:names?|initials?|surnames?|nicknames?|birthdays?|(?:date|year|place)s? of birth|birth dates?|"
    r"(?:postal |home |e-?mail )?address(?:es)?|postcodes?|phone(?: numbers?)?|e-?mails?|"
    r"(?:case|file|record|chart|patient|client) (?:numbers?|ids?)|diagnos[ie]s)"
)
_PERSON = (
    r"(?:the|a|an|your|this|that|these|those|each|any|every) "
    r"(?:[a-z'-]+ )?(?:client|patient|person|people|child|children|kid|kids|resident|student|family|couple|"
    r"parent|parents|colleague|clients|patients|persons|residents|students|families|couples|colleagues)"
)
_SOMEONE = (
    r"(?:someone|somebody|anyone|anybody|everyone|everybody|who|whom|those|one|him|her|them|" + _PERSON + ")"
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
        rf"\b(?:is|was|are|were) (?:he|she|{_PERSON}) called\b",
        rf"\bcall (?:him|her|{_PERSON})(?!')\b",
        rf"\bhow old (?:is|was|are|were) (?:he|she|they|{_PERSON})\b",
        rf"\bwhere (?:do|does|did) (?:he|she|they|{_PERSON}) live\b",
        r"\bwho (?:are|were) you (?:thinking|talking|writing|speaking) (?:of|about)\b",
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
    plain = unicodedata.normalize("NFKC", text).translate(_LOOKS_LIKE).translate(ONE_SPELLING)
    if _PING.search(text) or _PING.search(plain):
        return Amiss.PINGS
    if _LINK.search(text) or _LINK.search(plain):
        return Amiss.LINKS
    flat = _NOT.sub(" ", " ".join(plain.casefold().split()))
    return Amiss.ASKS_WHO if any(pattern.search(flat) for pattern in _ASKS) else None
