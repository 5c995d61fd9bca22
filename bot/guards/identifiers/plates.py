"""Number plates: by a word for plates or vehicles beside them, or by a shape that nothing else has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note

_OWN = re.compile(
    r"(?<![\w-])(?:"
    r"[A-Z]{2}[0-9]{2} ?(?!AM|PM)[A-Z]{3}"  # United Kingdom
    r"|[A-Z]{2}[- ]?[0-9]{1,2}[- ]?[A-Z]{1,3}[- ]?[0-9]{4}"  # India
    r"|[A-Z\u00c4\u00d6\u00dc]{1,3}-[A-Z]{1,2} ?[0-9]{2,4}"  # Germany
    r"|[A-Z]{2}-[0-9]{3}-[A-Z]{2}"  # France
    r"|[A-Z]{3}[- ]?[0-9]{3}[- ]?[A-Z]{2}"  # Nigeria
    r"|K[A-Z]{2} ?[0-9]{3}[A-Z]"  # Kenya
    r"|U[A-Z]{2} ?[0-9]{3}[A-Z]"  # Uganda
    r"|[A-Z]{2} ?[0-9]{2} ?[A-Z]{2} ?GP|[A-Z]{3} ?[0-9]{3} ?GP|CA [0-9]{3}[- ]?[0-9]{3}"  # South Africa
    r"|[0-9]{2,3}-[A-Z]{1,2}-[0-9]{2,6}"  # Ireland
    r"|[A-Z]{2}[- ][0-9]{3}[- ]?[A-Z]{2}"  # Italy
    r"|[A-Z]{3}[- ]?[0-9]{1}[A-Z][0-9]{2}"  # Brazil
    r"|G[A-Z] [0-9]{3,4}-[0-9]{2}"  # Ghana
    r"|[0-9]{2}-[A-Z]{2,3}-[0-9]{1,2}|[A-Z]{2}-[0-9]{2}-[A-Z]{2}"  # Netherlands, Australia
    r")(?![\w-])"
)
_SMALL = re.compile(r"(?<![\w-])[a-z]{2}[0-9]{2} ?[a-z]{3}(?![\w-])")
_WORD = re.compile(
    r"\b(?:(?P<sure>(?:number |licen[cs]e |car |num )?plates?|reg(?:o|istration)?|tags?|rego no|vrn|vrm|numberplate)"
    r"|(?P<vehicle>car|van|truck|vehicle|taxi|cab|minibus|scooter|motorbike|moped|uber|suv|pickup|sedan|jeep|ute|bakkie|"
    r"matatu|okada|rickshaw|lorry|driving|drives|drove|parked|ford|fiesta|corsa|astra|toyota|honda|civic|corolla|"
    r"prius|nissan|micra|bmw|audi|vw|golf|polo|kia|hyundai|mazda|skoda|subaru|chevy|tesla|fiat|renault|clio|"
    r"peugeot|transit|hilux|suzuki|tata|maruti|mahindra))\b"
)
_TOKEN = re.compile(
    r"(?<![\w/-])(?=[A-Za-z0-9 -]{0,7}[0-9])(?:[A-Za-z]{1,3}[- ]?[0-9]{1,4}(?:[- ]?[A-Za-z]{1,3})?(?:[- ]?[0-9]{1,4})?"
    r"|[0-9]{1,4}[- ]?[A-Za-z]{1,3}(?:[- ]?[0-9]{1,4})?(?:[- ]?[A-Za-z]{1,2})?)(?![\w-])"
)
_CAPITAL = re.compile(
    r"(?<![\w/-])(?:[A-Z]{1,3}[- ]?[0-9]{2,4}(?:[- ]?[A-Z]{1,3})?|[0-9]{1,4}[- ]?[A-Z]{2,3}(?:[- ]?[0-9]{1,4})?"
    r"|[0-9][A-Z]{2}[- ]?[0-9][A-Z]{2})(?![\w-])"
)
_WITHIN = 30
"""How many characters behind the word a plate begins at the latest."""
_LONGEST = 14
_LEAST = 4
_SHAPE_OF_WORDS = re.compile(
    r"(?i)(?:in|at|on|by|to|of|is|for|and|the|a|no|my|her|his|was|had|has|i|me|we|it|she|he) ?[0-9]"
)
_MEASURE = re.compile(
    r"(?i)[0-9]{1,4} ?(?:am|pm|mg|ml|mph|km|kg|min|hr|hrs|yo|yrs|the|and|day|of|in|to|at|k|a|i|st|nd|rd|th|my|me|we|he|she|or|so|on|is|x|for|who|but)\b"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_TRADE = frozenset(
    ["phq", "gad", "dsm", "icd", "cpt", "cbt", "dbt", "psy", "cv", "bus", "no", "age", "rm", "m", "b", "a"]
)


def plates(note: Note) -> Iterator[Found]:
    """Yield what stands on somebody's number plate."""
    if note.digits < len("12"):
        return
    for match in _OWN.finditer(note.plain):
        yield _found(match)
    for match in _SMALL.finditer(note.low):
        if " " not in match.group():
            yield _found(match)
    for word in _WORD.finditer(note.low):
        pattern = _TOKEN if word["sure"] else _CAPITAL
        end = min(len(note.plain), word.end() + _WITHIN + _LONGEST)
        for match in pattern.finditer(note.plain, word.end(), end):
            if match.start() - word.end() <= _WITHIN and _is_plate(match.group()):
                yield _found(match)
                break


def _is_plate(token: str) -> bool:
    if _SHAPE_OF_WORDS.match(token) or _MEASURE.match(token) or _YEAR.search(token):
        return False
    letters = "".join(each for each in token if each.isalpha()).lower()
    return len(token.replace(" ", "").replace("-", "")) >= _LEAST and letters not in _TRADE


def _found(match: re.Match[str]) -> Found:
    return Found(start=match.start(), end=match.end(), category=Category.PLATE)
