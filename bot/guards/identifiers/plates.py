"""Number plates: by a word for plates or vehicles beside them, or by a shape that nothing else has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note
from bot.guards.identifiers.trade import TRADE

_OWN = re.compile(
    r"(?<![\w-])(?:"
    r"[A-Z]{2}[0-9]{2} ?(?!AM|PM)[A-Z]{3}"  # United Kingdom
    r"|[A-Z]{2}[- ]?[0-9]{1,2}[- ]?[A-Z]{1,3}[- ]?[0-9]{4}"  # India
    r"|[A-Z\u00c4\u00d6\u00dc]{1,3}-[A-Z]{1,2} ?[0-9]{2,4}"  # Germany
    r"|[A-Z]{2}-[0-9]{3}-[A-Z]{2}"  # France
    r"|[A-Z]{3}[- ]?[0-9]{3}[- ]?[A-Z]{2}"  # Nigeria
    r"|[KU][A-Z]{2} ?[0-9]{3}[A-Z]"  # Kenya, Uganda
    r"|[A-Z]{2} ?[0-9]{2} ?[A-Z]{2} ?GP|[A-Z]{3} ?[0-9]{3} ?GP|CA [0-9]{3}[- ]?[0-9]{3}"  # South Africa
    r"|[0-9]{2,3}-[A-Z]{1,2}-[0-9]{2,6}"  # Ireland
    r"|[A-Z]{2}[- ][0-9]{3}[- ]?[A-Z]{2}"  # Italy
    r"|[A-Z]{3}[- ]?[0-9][A-Z][0-9]{2}"  # Brazil
    r"|G[A-Z] [0-9]{3,4}-[0-9]{2}"  # Ghana
    r"|[0-9]{2}-[A-Z]{2,3}-[0-9]{1,2}|[A-Z]{2}-[0-9]{2}-[A-Z]{2}"  # Netherlands, Australia
    r"|S[A-Z]{2} ?[0-9]{1,4} ?[A-Z]"  # Singapore
    r"|[0-9]{2,3}[\uac00-\ud7a3] ?[0-9]{4}|[\u4e00-\u9fff][A-Z][\u00b7 ]?[A-Z0-9]{5}"  # Korea, China
    r")(?![\w-])"
)
_OWN_SMALL = re.compile(
    r"(?<![\w-])(?:[a-z]{2}[0-9]{2}[a-z]{3}|[a-z]{2} ?[0-9]{1,2} ?[a-z]{1,2} ?[0-9]{4})(?![\w-])"
)
_SURE = re.compile(
    r"\b(?:(?:number |licen[cs]e |car |num )?plates?|reg(?:o|istration|gie)?|tags?|vrn|vrm|numberplate|"
    r"matricula|matr\u00edcula|kennzeichen)\b"
)
_VEHICLE = re.compile(
    r"\b(?:cars?|van|truck|vehicle|taxi|cab|minibus|scooter|motorbike|moped|uber|suv|pickup|sedan|jeep|ute|"
    r"bakkie|matatu|okada|boda|danfo|trotro|rickshaw|auto|tuk-?tuk|lorry|ambulance|grab|bolt|ola|driver|"
    r"driving|drives|drove|parked|parking|ford|fiesta|focus|corsa|astra|toyota|honda|civic|corolla|prius|"
    r"nissan|micra|bmw|audi|vw|golf|polo|kia|hyundai|mazda|skoda|subaru|chevy|tesla|fiat|renault|clio|"
    r"peugeot|transit|hilux|suzuki|tata|maruti|mahindra|camry|impala|mustang|f-?150|silverado|tacoma|"
    r"wrangler|hatchback|saloon|coupe|camper|"
    r"caravan|trailer|bike|motorcycle|plated|dashcam|hit and run|clamped|towed|drove off)\b"
)
_TOKEN = re.compile(
    r"(?<![\w/-])(?=[A-Za-z0-9 -]{0,7}[0-9])(?:[A-Za-z]{2} ?[0-9]{1,2} ?[A-Za-z]{1,3} ?[0-9]{4}|"
    r"[A-Za-z]{2}[0-9]{2} [A-Za-z]{3}"
    r"|[A-Za-z]{1,4}[- ]?[0-9]{1,4}(?:-?[A-Za-z]{1,3}| [A-Z]{1,3})?(?:-[0-9]{1,4})?"
    r"|[0-9]{1,4}[- ]?[A-Za-z]{1,4}(?:[- ]?[0-9]{1,4}(?:-?[A-Za-z]{1,2})?)?)(?![\w-])"
)
_CAPITAL = re.compile(
    r"(?<![\w/-])(?:[A-Z]{1,4}[- ]?[0-9]{2,4}(?:[- ]?[A-Z]{1,3})?|"
    r"[0-9]{1,4}[- ]?[A-Z]{2,3}(?:[- ]?[0-9]{1,4})?"
    r"|[0-9][A-Z]{2}[- ]?[0-9][A-Z]{2})(?![\w-])"
)
_SMALL_NEAR = re.compile(
    r"(?<![\w/-])(?:[a-z]{2}[0-9]{2} [a-z]{3}|[b-df-hj-np-tv-z]{3}[- ]?[0-9]{3,4}|[a-z]{3}[0-9]{3,4}"
    r"|[0-9]{3}[- ]?[b-df-hj-np-tv-z]{3}|[0-9]{3,4}[a-z]{3})(?![\w-])"
)
_WITHIN = 30
"""How many characters behind the word a plate begins at the latest."""
_NEAR = 48
"""How far from a plate its vehicle is named."""
_LONGEST, _LEAST = 14, 4
_OF_WORDS = re.compile(
    r"(?i)(?:in|at|on|by|to|of|is|for|and|the|a|no|my|her|his|was|had|has|i|me|we|it|she|he|from|with|room|"
    r"bed|ward|unit|bay|year|route|us|sr|hwy|rt|exit|line|bus|gate|level|age|all|but|or|so|got|did|saw|out|"
    r"off|up|us) ?[0-9]"
    r"|[abmen] ?[0-9]{1,4}\Z|i-?[0-9]"
)
_MEASURE = re.compile(
    r"[0-9]{1,4} ?(?:am|pm|mg|ml|mph|km|kg|cm|min|hr|hrs|yo|yrs|the|and|day|days|of|in|to|at|k|a|i|st|nd|rd|"
    r"th|my|me|"
    r"we|he|she|or|so|on|is|x|for|who|but|men|kid|kids|big|new|old|per|was|had|ft|lb|m|d|h|s|out|ago|off|"
    r"way|car|van|"
    r"cab|more|year|long|foot|feet|mins|left|bags?|box|each|times?)\b|[0-9]{1,4} ?(?:AM|PM|KM|MG|ML|KG|MPH)\b"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")


def plates(note: Note) -> Iterator[Found]:
    """Yield what stands on somebody's number plate."""
    for match in _OWN.finditer(note.plain):
        yield _found(match)
    for match in _OWN_SMALL.finditer(note.low):
        if not _OF_WORDS.match(match.group()) and not _MEASURE.search(match.group()):
            yield _found(match)
    for word in _SURE.finditer(note.low):
        yield from _behind(note, word.end())
    if _VEHICLE.search(note.low):
        for pattern, text in ((_CAPITAL, note.plain), (_SMALL_NEAR, note.low)):
            for match in pattern.finditer(text):
                if _is_plate(match.group()) and _has_vehicle(note, match):
                    yield _found(match)


def _behind(note: Note, at: int) -> Iterator[Found]:
    """Yield the first plate behind a word for plates."""
    for match in _TOKEN.finditer(note.plain, at, min(len(note.plain), at + _WITHIN + _LONGEST)):
        if match.start() - at <= _WITHIN and _is_plate(match.group()):
            yield _found(match)
            return


def _has_vehicle(note: Note, match: re.Match[str]) -> bool:
    return bool(_VEHICLE.search(note.low, max(0, match.start() - _NEAR), match.end() + _NEAR))


def _is_plate(token: str) -> bool:
    if _OF_WORDS.match(token) or _MEASURE.search(token) or _YEAR.search(token):
        return False
    letters = "".join(each for each in token if each.isalpha()).lower()
    is_trade = letters in TRADE and not any(each.isalpha() for each in token[-1:])
    return len(token.replace(" ", "").replace("-", "")) >= _LEAST and not is_trade


def _found(match: re.Match[str]) -> Found:
    return Found(start=match.start(), end=match.end(), category=Category.PLATE)
