"""Codes of letters and digits: "CH/2291/24", a national insurance number, a policy, a key safe's code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.cues import cue_after, cue_before
from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note

_CHUNK = re.compile(r"[^\s,;!?\"()\[\]<>{}]+")
_EDGES = ".:'#*_=-/"
_SHORTEST, _LONGEST = 4, 34
_OWN_SHAPES = (
    # in small letters, the whole of a chunk
    (Category.NATIONAL_ID, r"(?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-tw-z][a-ceghj-nprstw-z][0-9]{6}[a-d]"),
    (Category.NATIONAL_ID, r"[a-z]{5}[0-9]{4}[a-z]"),
    (Category.NATIONAL_ID, r"[1-9][a-z][a-z0-9][0-9]-?[a-z][a-z0-9][0-9]-?[a-z]{2}[0-9]{2}"),
    (Category.NATIONAL_ID, r"[0-9]{7}[a-w][a-i]?"),
    (Category.NATIONAL_ID, r"[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-[0-9k]"),
    (Category.NATIONAL_ID, r"[a-z]{4}[0-9]{6}[hm][a-z]{5}[a-z0-9][0-9]"),
    (Category.NATIONAL_ID, r"[stfgm][0-9]{7}[a-z]"),
    (Category.NATIONAL_ID, r"[a-z]{1,2}[0-9]{6}\(?[0-9a]\)?"),
    (Category.NATIONAL_ID, r"gha-[0-9]{9}-[0-9]"),
    (Category.NATIONAL_ID, r"[a-z]{6}[0-9]{2}[a-z][0-9]{2}[a-z][0-9]{3}[a-z]"),
    (Category.NATIONAL_ID, r"(?:[0-9]{8}-?|[xyz]-?[0-9]{7}-?)[a-z]"),
    (Category.NATIONAL_ID, r"[0-9]{6}[-+a][0-9]{3}[0-9a-z]"),
    (Category.NATIONAL_ID, r"[a-z]{5}[0-9]{6}[a-z0-9]{3,5}"),
    (Category.NATIONAL_ID, r"a[0-9]{8,9}"),
    (Category.NATIONAL_ID, r"[0-9]{17}x"),
    (Category.NATIONAL_ID, r"[x*]{3}-?[x*]{2}-?[0-9]{4}"),
    (Category.ACCOUNT, r"[a-z]{2}[0-9]{2}[a-z0-9]{11,30}"),
    (Category.RECORD_ID, r"[a-z][0-9]{4}[a-z]{2}"),
    (Category.RECORD_ID, r"[a-z]{1,5}[-/_.]?[0-9]{5,12}(?:[-/][0-9a-z]{1,4})?"),
    (Category.RECORD_ID, r"[0-9]{5,12}[-/]?[a-z]{1,3}[0-9]{0,4}"),
    (Category.RECORD_ID, r"[a-z]{1,6}[-/][0-9a-z]{2,6}[-/][0-9a-z]{2,10}(?:[-/][0-9a-z]{1,8}){0,2}"),
    (Category.RECORD_ID, r"[0-9]{2,4}[-/][a-z]{1,6}[-/][0-9]{2,8}(?:[-/][0-9a-z]{1,8})?"),
    (Category.RECORD_ID, r"[a-z]{1,4}[0-9]{2}[-/][0-9]{3,7}"),
    (Category.RECORD_ID, r"[0-9]{1,4}/(?!19|20)[0-9]{4,8}[a-z]?"),
    (Category.RECORD_ID, r"[0-9]{5,8}/[0-9]{1,4}[a-z]?"),
    (Category.RECORD_ID, r"[0-9]{1,6}(?:/[0-9]{1,6}){3}"),
)
_OWN = tuple((category, re.compile(rf"(?:{shape})\Z")) for category, shape in _OWN_SHAPES)
_IN_PIECES = (
    # letters and digits with gaps between, read in the note as it was written
    (
        Category.NATIONAL_ID,
        re.compile(r"(?i)(?<![\w-])[a-ceghj-tw-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d](?![\w-])"),
    ),
    (Category.NATIONAL_ID, re.compile(r"(?<![\w-])[A-Z]{5} [0-9]{4} [A-Z](?![\w-])")),
    (
        Category.ACCOUNT,
        re.compile(r"(?i)(?<![\w-])[a-z]{2}[0-9]{2}(?: [a-z0-9]{4}){2,7}(?: [a-z0-9]{1,3})?(?![\w-])"),
    ),
    (Category.NATIONAL_ID, re.compile(r"(?<![\w-])[A-Z]{3} ?[0-9]{3} ?[0-9]{3} ?[A-Z](?![\w-])")),
    (Category.NATIONAL_ID, re.compile(r"(?<![\w-])[0-9]{3} ?[0-9]{3} ?[0-9]{3} ?[A-Z](?![\w-])")),
)
_GROUPS_BEHIND = re.compile(r"(?: [0-9]{3,6}(?![\w.:%/])){1,3}")
_FEW_DIGITS, _LONG = 2, 6
_MANY = 3
"""From how many digits on a code may be somebody's without words beside it."""
_TRADE = re.compile(
    r"(?:phq|gad|dsm|icd|pcl|wais|wisc|mmpi|sf|eq|core|dass|audit|ace|ghq|scl|who|wsas|cy|k|gds|moca|mmse|"
    r"epds|covid|sars|"
    r"iso|rfc|vitamin|omega|hba|cd|co|pm|am|q|cpt|hcpcs|ps|xbox|gpt|ipad|iphone|mp|usb|wd|rtx|windows|"
    r"office|band|"
    r"section|act|nice|ng|cg|qs|hr|sb|ab|form|hb|sci|bdi|bai|bprs|panss|honos|camhs|tier|pmt|iso|en|bs|fy|"
    r"agm|top)"
    r"[-/ .]?[0-9]{1,4}(?:[-/.][0-9a-z]{1,4})?\Z"
)
_DIAGNOSIS = re.compile(r"[a-z][0-9]{2}(?:\.[0-9a-z]{1,3})?\Z")
_MEASURE = re.compile(
    r"[<>~=+-]?[0-9]+(?:[.,:/x-][0-9]+)*(?:st|nd|rd|th|s|am|pm|h|hr|hrs|min|mins|m|mg|mcg|ml|l|g|kg|lb|lbs|"
    r"cm|mm|km|k|mph|%|"
    r"bpm|yo|y|yr|yrs|wk|wks|d|x|f|c|iu|u|units?|st|ft|in|oz|kcal|w|v|mmhg|mmol|p|gb|mb|tb|ghz|"
    r"am-[0-9]{1,2}pm)"
    r"(?:/[a-z0-9]+)?\Z"
)
_MONTHLY = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[-/]?(?:[0-9]{2}|[0-9]{4})\Z"
)
_DATED = re.compile(r"[0-9]{1,4}[-/.](?:[0-9]{1,2}|[a-z]{3,9})[-/.][0-9]{1,4}\Z")


def codes(note: Note) -> Iterator[Found]:
    """Yield each code of letters and digits that stands for a person or a thing of theirs."""
    if not note.digits:
        return
    for match in _CHUNK.finditer(note.low):
        chunk = match.group().strip(_EDGES)
        chunk = chunk.removesuffix("'s")
        if not _SHORTEST <= len(chunk) <= _LONGEST or chunk.isalpha() or not _is_mixed(chunk):
            continue
        start = match.start() + match.group().find(chunk)
        category = _kind(note, chunk, start)
        if category is not None:
            behind = _GROUPS_BEHIND.match(note.low, start + len(chunk))
            end = behind.end() if behind else start + len(chunk)
            yield Found(start=start, end=end, category=category)
    if note.digits >= len("123456"):
        for category, pattern in _IN_PIECES:
            for match in pattern.finditer(note.plain):
                yield Found(start=match.start(), end=match.end(), category=category)


def _is_mixed(chunk: str) -> bool:
    has_digit = any("0" <= each <= "9" for each in chunk)
    return has_digit and (any("a" <= each <= "z" for each in chunk) or "/" in chunk)


def _kind(note: Note, chunk: str, start: int) -> Category | None:
    digits = sum("0" <= each <= "9" for each in chunk)
    if (
        "@" in chunk
        or "://" in chunk
        or _MEASURE.match(chunk)
        or _TRADE.match(chunk)
        or _MONTHLY.match(chunk)
    ):
        return None
    if _DATED.match(chunk) and digits <= len("20240312") and not chunk[0].isalpha() and "/" in chunk:
        return None
    return _kind_of_code(note, chunk, start, digits)


def _kind_of_code(note: Note, chunk: str, start: int, digits: int) -> Category | None:
    """Return what a code is by the words beside it, else by its shape."""
    cue = cue_before(note, start)
    is_capital = note.plain[start : start + len(chunk)].isupper() and len(chunk) >= _LONG
    least = _FEW_DIGITS if is_capital else min(cue.least, _MANY)
    if cue.category is not None and digits >= least and not chunk.replace("/", "").isdigit():
        return cue.category
    if digits >= _MANY and not _DIAGNOSIS.match(chunk):
        for category, shape in _OWN:
            if shape.match(chunk):
                return category
        if cue.is_numbered:
            return Category.RECORD_ID
        return cue_after(note, start + len(chunk)).category
    return None
