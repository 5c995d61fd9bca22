"""Ages of ninety and more: so few people are that old that the age can tell who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note

_N = r"(?:9[0-9]|10[0-9]|11[0-9])"
_WORDS = (
    r"(?:ninety(?:[- ]?(?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"(?:(?:a|one) )?hundred(?: and (?:one|two|three|four|five|six|seven|eight))?)"
)
_OLD = (
    r"(?:[- ]?(?:yo|y/o|y\.o\.?|yof|yom|y)(?![\w/])|[- ]{0,2}(?:years?|yrs?|yr\.)[- ]{1,2}(?:olds?|young|"
    r"of age)\b"
    r"|[- ]?yrs?[- ]?old\b|[- ]?yearold\b| (?:a\u00f1os|ans|jahre|anni|anos|lat|jaar|\u00e5r)\b(?! de ))"
)
_UNIT = (
    r"(?!\w|[./:,][0-9]| ?%| ?(?:kgs?|lbs?|cms?|mgs?|mls?|mcg|mm|units?|bpm|mph|km|degrees?|percent|per|"
    r"days?|hours?|hrs?|mins?|minutes?|seconds?|secs?|times|weeks?|months?|miles?|pounds?|quid|euros?|"
    r"dollars?|cents|out of|over|pages?|people|patients|clients|cases|calls|emails|steps|beds|on air|"
    r"on room air|ra\b|sats|systolic|words|points|x))"
)
_PLAIN = re.compile(
    rf"(?<![\w.,:/$\u00a3\u20ac+#-]){_N}{_OLD}"
    rf"|(?<![\w.,:/$\u00a3\u20ac+#-]){_N} ?/? ?[mf](?![\w'/])"
    rf"|(?<!\w)[mf] ?/ ?{_N}(?![\w./%])"
    rf"|\b(?:aged?|age of)[: ]{{1,2}}(?:just |about |around )?{_N}{_UNIT}"
    rf"|\b(?:lady|man|woman|gentleman|nun|veteran|patient|widow|widower|grandmother|grandfather|lad|girl) of "
    rf"(?P<of>{_N}){_UNIT}"
    rf"|\b(?:oldest|eldest) [a-z ]{{0,24}}(?:is|was|at) (?P<oldest>{_N}){_UNIT}"
    rf"|\b(?:{_N}(?:st|nd|rd|th)|ninetieth|ninety[- ]\w{{4,7}}th|(?:one )?hundredth) (?:birthday|bday)\b"
)
_SAID = re.compile(
    rf"\b(?:she's|he's|they're|who's|she is|he is|they are|who is|she was|he was|was just|she'll be|he'll be|"
    rf"(?:mum|mom|dad|gran|nan|nana|grandad|grandma|grandpa|granny|mother|father|lady|gentleman|resident|"
    rf"widow|widower|veteran)(?:'s| is| was)) (?:only |just |nearly |almost |now |about |all of |already |"
    rf"actually |over )?"
    rf"(?P<age>{_N})(?= ?[.,;!?)\n]|\Z| (?:and|but|today|now|this|next|in|with|who|so|tomorrow|-)){_UNIT}"
    rf"|\b(?:is|was|she's|he's|at|who's|be|now) (?P<years>{_N} ?(?:yrs?|years?))(?= ?[.,;!?)\n]|\Z| (?:and|"
    rf"but|today|now|with|who)\b)"
)
_TURNED = re.compile(
    rf"\b(?:turn(?:s|ed|ing)?|reached|reaches|hit|pushing|going on|approaching)(?: the age of)? (?P<age>{_N})"
    rf"(?= ?[.,;!?)\n]|\Z| (?:and|but|today|now|this|next|in|with|on|years|last|yesterday|tomorrow|-)){_UNIT}"
)
_AT = re.compile(
    rf"(?:\bat (?P<age>{_N})(?= ?[.,;!?)\n]|\Z| (?:and|but|she|he|they|with|you))"
    rf"|(?:^|[.!?] )(?P<first>{_N})(?= (?:and (?:still|sharp|she|he|sharper|counting|fierce|not)|"
    rf"years young))){_UNIT}",
)
_BESIDE = re.compile(
    rf"(?P<who>[A-Za-z][a-z'-]{{1,20}}|[A-Z]\.?)(?:, (?P<age>{_N}),|"
    rf" \((?P<inside>{_N})(?:, ?[a-z ]{{1,20}})?\))"
)
_KIN = frozenset(
    [
        *(
            "mum",
            "mom",
            "dad",
            "gran",
            "nan",
            "nana",
            "grandad",
            "grandma",
            "grandpa",
            "mother",
            "father",
            "widow",
        ),
        *(
            "lady",
            "gentleman",
            "man",
            "woman",
            "resident",
            "client",
            "patient",
            "pt",
            "widower",
            "veteran",
            "nun",
        ),
    ]
)
_IN_WORDS = re.compile(
    rf"\b{_WORDS}[- ]{{1,2}}(?:years?|yrs?)[- ]{{1,2}}(?:olds?|young|of age)\b"
    rf"|\b(?:aged?|turned|turns|turning) {_WORDS}(?![\w-]| (?:percent|minutes|days|degrees))"
    rf"|(?:^|[.!?\n] )(?P<first>ninety-(?:one|two|three|four|five|six|seven|eight|nine))"
    rf"(?= and | years|,|\.|!|\?)(?! years (?:of|ago)| per)"
    rf"|\b(?:she's|he's|she is|he is|who's|who is|(?:in [0-9]{{1,3}}|lady|man|gran|nan|mum|mom|dad|pt|"
    rf"patient) is|she was|he was) "
    rf"(?P<hundred>(?:a|one) hundred(?: and (?:one|two|three|four|five|six|seven|eight))?)(?= ?[.,;!?)\n]|"
    rf"\Z| (?:and|but|today|now|with|who|years)\b)"
    rf"|\b(?:she's|he's|she is|he is|at|now|nearly|almost) (?:only |just |nearly |almost |now )?"
    rf"(?P<age>ninety(?:[- ]?(?:one|two|three|four|five|six|seven|eight|nine))?)(?= ?[.,;!?)\n]|\Z| (?:and|"
    rf"but|today|now|with|who|she|he))"
)
_THING_AFTER = re.compile(
    r" (?:house|building|tree|oak|school|church|chapel|home|piano|hospital|law|tradition|institution|wall|"
    r"ward|floor|clock|book|bible|lamp|table|company|charity|pub|theatre|brick|wood|song|hymn|debate|"
    r"theory|paper|idea)\b"
)
_MEASURED = re.compile(
    r"\b(?:sats?|spo2|o2|hr|pulse|drove|driving|doing|bpm|bp|obs|iq|weight|weighs?|temp|speed|mph|"
    r"score[ds]?|resps?|bm|glucose|systolic|room|bed|fever|percentile|bus|route|wpm)\b"
)


def ages(note: Note) -> Iterator[Found]:
    """Yield the words that say an age of ninety or more, without what it is the age of."""
    low = note.low
    if note.digits:
        for match in _PLAIN.finditer(low):
            if not _THING_AFTER.match(low, match.end()) and not _is_temperature(low, match):
                yield _found(match, match.lastgroup or 0)
        for pattern in (_SAID, _TURNED):
            for match in pattern.finditer(low):
                yield _found(match, match.lastgroup or 0)
        if not _MEASURED.search(low):
            yield from _loosely_said(note)
    if "ninet" in low or "hundred" in low:
        for match in _IN_WORDS.finditer(low):
            if not _THING_AFTER.match(low, match.end()):
                yield _found(match, match.lastgroup or 0)


def _loosely_said(note: Note) -> Iterator[Found]:
    """Yield bare numbers that are ages where nothing in the text is measured."""
    for match in _AT.finditer(note.low):
        yield _found(match, "age" if match["age"] else "first")
    for match in _BESIDE.finditer(note.plain):
        if match["who"][0].isupper() or match["who"] in _KIN:
            yield _found(match, "age" if match["age"] else "inside")


def _is_temperature(low: str, match: re.Match[str]) -> bool:
    return match.group().endswith("f") and bool(_MEASURED.search(low))


def _found(match: re.Match[str], group: str | int = 0) -> Found:
    return Found(start=match.start(group), end=match.end(group), category=Category.AGE_90_PLUS)
