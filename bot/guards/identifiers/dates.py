"""Dates that point at a day: a day with its month, with or without a year, in any notation.

Never a year, month, weekday, holiday or hour alone, nor what only looks like a
date: scores, pressures, shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH_ELSEWHERE = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|"
    r"janvier|f[\u00e9e]vrier|mars|avril|mai|juin|juillet|ao[\u00fbu]t|septembre|octobre|novembre|"
    r"d[\u00e9e]cembre|"
    r"januar|februar|m[\u00e4a]rz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|"
    r"settembre|"
    r"ottobre|dicembre|janeiro|fevereiro|mar\u00e7o|maio|junho|julho|setembro|outubro|novembro|dezembro)"
)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[- ]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|"
    r"eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_YEAR = r"(?:,? ?(?:of )?(?:(?:19|20)[0-9]{2}|'[0-9]{2})(?![0-9])|[-/. ][0-9]{2}(?![0-9%:.]))"
_BOUND = r"(?<![\w.:/$\u00a3\u20ac#-])"
_END = r"(?![\w%]|[./:,][0-9])"
_DAY_MONTH = re.compile(
    rf"{_BOUND}(?:the )?{_DAY}(?:(?:st|nd|rd|th)\b|(?![0-9]))(?:(?: ?[-/&+]| and| to| or) ?(?:the )?{_DAY}"
    rf"(?:st|nd|rd|th)?)?"
    rf"(?: ?(?:st|nd|rd|th))?(?: day)?(?: of| in)?[ ,.\-/]{{0,2}}(?P<month>{_MONTH})(?![a-z])\.?{_YEAR}?"
)
_MONTH_DAY = re.compile(
    rf"{_BOUND}(?P<month>{_MONTH})(?:\.? ?|-|/)(?:the )?{_DAY}(?:st|nd|rd|th)?(?![0-9])"
    rf"(?:(?: ?[-/&+]| and| to| or) ?(?:the )?{_DAY}(?:st|nd|rd|th)?(?![0-9]))?(?:{_YEAR})?{_END}"
)
_IN_WORDS = re.compile(
    rf"\b(?:the )?(?:{_ORDINAL})(?: day)? (?:of )?(?P<month>{_MONTH})(?![a-z]){_YEAR}?"
    rf"|\b(?P<first>{_MONTH}) (?:the )?(?:{_ORDINAL})(?![a-z]){_YEAR}?"
)
_ELSEWHERE = re.compile(
    rf"{_BOUND}{_DAY}(?:\.|er|\u00ba|\u00b0)? ?(?:de |di )?{_MONTH_ELSEWHERE}(?!\w)(?: (?:de |del )?(?:19|"
    rf"20)[0-9]{{2}})?"
)
_NUMERIC = re.compile(
    rf"(?<![\w.:/+-])(?:(?:19|20)[0-9]{{2}}(?P<a>[-./ ])(?:1[0-2]|0?[1-9])(?P=a){_DAY}"
    rf"|(?P<one>[0-9]{{1,2}})(?P<sep> ?[-./] ?| )(?P<two>[0-9]{{1,2}})(?P=sep)(?P<year>(?:1[89]|"
    rf"20)?[0-9]{{2}}))"
    r"(?![\w%]|[-/:.]?[0-9]|-[a-z])"
)
_EASTERN = re.compile(
    r"(?:[0-9]{2,4} ?[\u5e74\ub144] ?)?[0-9]{1,2} ?[\u6708\uc6d4] ?[0-9]{1,2} ?[\u65e5\uc77c]"
)
_SHORT = re.compile(
    r"(?<![\w.:/+-])(?P<one>[0-9]{1,2})(?P<sep>[/.\-])(?P<two>[0-9]{1,2})\.?(?![\w%]|[-/:.][0-9])"
)
_BORN = re.compile(
    r"\b(?:d\.?o\.?b\.?|born(?: on)?|date of birth|birthday|birthdate|bday)[ :=.-]{0,3}(?:is |was )?\Z"
)
_BORN_DIGITS = re.compile(
    r"\b(?:dob|d\.o\.b\.?|born(?: on)?|date of birth)[ :=.-]{0,3}(?:is |"
    r"was )?(?P<date>[0-9]{6}(?:[0-9]{2})?)(?![0-9])"
)
_SURE_CONTEXT = re.compile(
    r"\b(?:d\.?o\.?b\.?|born(?: on)?|date of birth|dated|date|d/c(?:'?d)?(?: on)?|doa|lmp|edd|due(?: on)?|"
    r"mon(?:day)?|tues?(?:day)?|wed(?:nesday|s)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
    r"[ :=.,-]{0,3}(?:the )?\Z"
)
_CONTEXT = re.compile(
    r"\b(?:on|admitted|discharged|booked(?: for)?|seen|reviewed|until|till|since|"
    r"died|transferred|session of|note of|visit of|night of|from|by|before|after|rescheduled to|moved to|"
    r"for|as of|effective|starts?|started|ends?|ended|back|to|"
    r"(?:court|hearing|trial|tribunal|review|appt|appointment|discharge|deadline|funeral|op|surgery|injury|"
    r"doi|dol|next visit|date|birthday|anniversary|wedding|start|inquest|sentencing|intake|assessment|"
    r"interview|release|eviction|scan|panel)(?: date)?(?: is| was|'s|,)?)[ :]{1,2}(?:the |now |on )?\Z"
)
_ON = re.compile(r"\bon (?:the )?\Z")
_SCORED = re.compile(
    r" ?(?:pain|for|today|out|mood|mg|ml|kg|hours?|hrs?|mins?|days?|weeks?|months?|doses?|of|bp|sats|score|"
    r"severity|anxiety|am|pm|stars?|percent|points?|times|full|sodium)\b"
)
_NO_DATE = {(24, 7), (9, 11), (50, 50)}
_COUNTED_BY = frozenset({2, 3, 4, 5, 7, 8, 10, 12, 20, 21, 27, 30, 40, 52})
"""What stands below a line in scores ("6/10"), shares ("3/4") and stretches of time ("3/52")."""
_HOLIDAY = re.compile(r"\A(?:the )?(?:4th|fourth)(?: of)? ?july\Z|\Ajuly (?:the )?(?:4th|fourth)\Z")
_ROOM_BEFORE = re.compile(
    r"\b(?:rooms?|beds?|bays?|rm|ward|band|year|grade|step|level|tier|bus|group|class|chapter) \Z"
)
_NOT_A_MONTH = re.compile(
    r" (?:be|not|have|need|want|go|come|look|seem|feel|take|get|help|make|still|also|well|never|or may|only|"
    r"even|all|i|we|she|he|they|it|you|day)\b"
)
_UNIT_AFTER = re.compile(
    r" ?(?:am|pm|mg|ml|mcg|kg|hrs?|hours?|mins?|minutes?|miles?|km|times|people|patients|clients|families|"
    r"of them|days|weeks|visits|calls|sessions|beds|kids|o'clock)\b"
)
_SAYS_DAY = re.compile(
    r"\b(?:on|by|since|until|till|from|before|after|born|dob|due|for|dated|this|last|"
    r"next)[ :]{1,2}(?:the )?\Z"
)
_DAYS, _MONTHS = 31, 12
_READ_BEFORE = 24


def dates(note: Note) -> Iterator[Found]:
    """Yield each day that a text names."""
    if any(month in note.low for month in _BEGINNINGS):
        yield from _named(note)
    if note.digits:
        yield from _in_numbers(note)


_BEGINNINGS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _named(note: Note) -> Iterator[Found]:
    for pattern in (_DAY_MONTH, _MONTH_DAY) if note.digits else ():
        for match in pattern.finditer(note.low):
            if _is_day(note, match):
                yield _found(match)
    for match in _IN_WORDS.finditer(note.low):
        if not _HOLIDAY.match(match.group()):
            yield _found(match)


def _is_day(note: Note, match: re.Match[str]) -> bool:
    """Whether a number beside the name of a month is a day of it."""
    words = match.group()
    before = note.low[max(0, match.start() - _READ_BEFORE) : match.start()]
    if _HOLIDAY.match(words.rstrip(" .,")) and not _BORN.search(before):
        return False
    if _UNIT_AFTER.match(note.low, match.end()) or _ROOM_BEFORE.search(before):
        return False
    month = match["month"]
    if month not in {"may", "mar", "march", "sep", "dec"} or re.search(
        r"[0-9](?:st|nd|rd|th)|of |[0-9]{4}", words
    ):
        return True
    is_said = bool(_SAYS_DAY.search(before))
    is_named = is_said or note.plain[match.start("month")].isupper()
    if not is_said and _NOT_A_MONTH.match(note.low, match.end()):
        return False
    return is_named or month != "may" or not note.low[match.end() : match.end() + 2].strip(" ").isalpha()


def _in_numbers(note: Note) -> Iterator[Found]:
    for match in _NUMERIC.finditer(note.low):
        if match["one"] is None or _is_numeric(note, match):
            yield _found(match)
    for match in _SHORT.finditer(note.low):
        if _is_short(note, match):
            yield _found(match)
    for match in _BORN_DIGITS.finditer(note.low):
        yield Found(start=match.start("date"), end=match.end("date"), category=Category.DATE)
    if not note.text.isascii():
        for match in _EASTERN.finditer(note.plain):
            yield _found(match)
    for match in _ELSEWHERE.finditer(note.low):
        yield _found(match)


def _is_numeric(note: Note, match: re.Match[str]) -> bool:
    """Whether three numbers are a day, a month and a year, in either order of the first two."""
    one, two, year, sep = int(match["one"]), int(match["two"]), match["year"], match["sep"].strip()
    if not _may_be_day_and_month(one, two):
        return False
    if len(year) == len("2024"):
        return True
    before = note.low[max(0, match.start() - _READ_BEFORE) : match.start()]
    if _BORN.search(before) or sep == "/":
        return True
    if not sep:
        return False
    is_padded = len(match["one"]) == len(match["two"]) == len("01")
    is_row = two - one == int(year) - two
    is_dashed = sep == "-" and not is_row and not _UNIT_AFTER.match(note.low, match.end())
    return is_padded or is_dashed or bool(_SURE_CONTEXT.search(before) or _ON.search(before))


def _is_short(note: Note, match: re.Match[str]) -> bool:
    """Whether two numbers are a day and a month: what stands before them says so."""
    one, two, sep = int(match["one"]), int(match["two"]), match["sep"]
    if not _may_be_day_and_month(one, two):
        return False
    before = note.low[max(0, match.start() - _READ_BEFORE) : match.start()]
    is_padded = len(match["two"]) == len("01") and (sep == "/" or len(match["one"]) == len("01"))
    if _SURE_CONTEXT.search(before):
        return sep == "/" or is_padded
    if (one, two) in _NO_DATE or _SCORED.match(note.low, match.end()) or not _CONTEXT.search(before):
        return False
    if _ON.search(before):
        return sep == "/" or (sep == "." and is_padded and match.group().endswith("."))
    return sep == "/" and (two not in _COUNTED_BY or match["two"].startswith("0"))


def _may_be_day_and_month(one: int, two: int) -> bool:
    return 1 <= min(one, two) <= _MONTHS and max(one, two) <= _DAYS


def _found(match: re.Match[str]) -> Found:
    written = match.group().rstrip(".")  # a stop ends the sentence more often than it shortens a month
    return Found(start=match.start(), end=match.start() + len(written), category=Category.DATE)
