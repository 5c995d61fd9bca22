"""Ages of ninety and more: so few people are that old that the age can tell who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note

_N = r"(?:9[0-9]|10[0-9]|11[0-9])"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_WORDS = rf"(?:ninety(?:[- ]?{_ONES})?|(?:(?:a|one) )?hundred(?: and {_ONES})?)"
_OLD = (
    r"(?:[- ]?(?:yo|y/o|y[-. ]?o\.?|yof|yom|y)(?![\w/])|[- ]{0,2}(?:years?|yrs?|yr\.)[- ]{1,2}(?:olds?|young|"
    r"of age)\b|[- ]?yrs?[- ]?old\b|[- ]?yearold\b"
    r"| (?:a\u00f1os|ans|jahre|anni|anos|lat|let|jaar|\u00e5r|saal|tahun|taong|tu\u1ed5i|"
    r"ya\u015f\w{0,8})\b(?! de )"
    r"| ?[\u6b73\u5c81\uc138]| ?\uc0b4)"
)
_UNIT = (
    r"(?!\w|[./:,][0-9]| ?%| ?(?:kgs?|lbs?|cms?|mgs?|mls?|mcg|mm|units?|bpm|mph|km|degrees?|percent|per|"
    r"days?|hours?|hrs?|mins?|minutes?|seconds?|secs?|times|weeks?|months?|miles?|pounds?|quid|euros?|"
    r"dollars?|cents|out of|over|pages?|people|patients|clients|cases|calls|emails|steps|beds|on air|"
    r"on room air|ra\b|sats|systolic|words|points|x))"
)
_ENDS = (
    r"(?= ?[.,;!?)\n]|\Z| (?:and|&|but|today|now|this|next|in|with|who|so|tomorrow|last|yesterday|on|"
    r"-)(?!\w))"
)
_KIN = (
    r"mum|mom|dad|gran|nan|nana|grandad|grandma|grandpa|granny|mother|father|lady|gentleman|gent|resident|"
    r"widow|"
    r"widower|veteran|grandmother|grandfather|aunt|auntie|uncle|neighbour|neighbor|husband|wife|sister|"
    r"brother|client|"
    r"patient|pt|man|woman|nun|priest|oldest|eldest|teta|nonna|nonno|abuela|abuelo|oma|opa|lola|lolo|dadi|"
    r"dada|nani|"
    r"koro|kuia|bibi|cucu|baba|papa|mama|babushka|nene|halmoni|ammachi|paati|thatha|gogo|mzee|friend|"
    r"volunteer"
)
_HEDGE = r"(?:only |just |nearly |almost |now |about |all of |already |actually |over |still )?"
_PLAIN = re.compile(
    rf"(?<![\w.,:/$\u00a3\u20ac+#-]){_N}{_OLD}"
    rf"|(?<![\w.,:/$\u00a3\u20ac+#-]){_N} ?/? ?[mf](?![\w'/])"
    rf"|(?<!\w)[mf] ?/ ?{_N}(?![\w./%])"
    rf"|\b(?:aged?|age of|edad|miaka|umri|usia)[: ]{{1,2}}(?:is |was |just |about |around )?{_N}{_UNIT}"
    rf"|\b(?:{_KIN}) of (?P<of>{_N}){_UNIT}"
    rf"|\b(?:oldest|eldest) [a-z' ]{{0,28}}(?:is|was|at|,) ?(?P<oldest>{_N}){_UNIT}"
    rf"|\b(?:{_N}(?:st|nd|rd|th)|ninetieth|ninety[- ]\w{{4,7}}th|(?:one )?hundredth) (?:birthday|bday)\b"
)
_SAID = re.compile(
    rf"\b(?:she's|he's|they're|who's|she is|he is|they are|who is|she was|he was|she'll be|he'll be|(?:she|"
    rf"he) turns|(?:{_KIN})(?:'s| is| was| turns| will be)) {_HEDGE}(?P<age>{_N}){_ENDS}{_UNIT}"
    rf"|\b(?:is|was|she's|he's|at|who's|be|now|of) (?P<years>{_N} ?(?:yrs?|years?))"
    r"(?= ?[.,;!?)\n]|\Z| (?:and|but|today|now|with|who)\b)"
    rf"|\b(?:turn(?:s|ed|ing)?|reached|reaches|hit|pushing|going on|approaching|makes (?:her|him|me)|"
    rf"made it to|will be|to be|she'd be|he'd be|live to|lived to|"
    rf"died at)(?: the age of)? {_HEDGE}(?P<turned>{_N}){_ENDS}{_UNIT}"
)
_LOOSE = re.compile(
    rf"\bat (?P<at>{_N})(?= ?[.,;!?)\n]|\Z| (?:and|but|she|he|they|with|you)\b)"
    rf"|(?:^|[.!?\n] )(?P<first>{_N})(?=(?:,| and| &|,? but) (?:still|sharp|she|he|sharper|counting|fierce|"
    rf"not|deaf|"
    r"blind|frail|lives|living|widowed|lonely|never|no|lost|alone|her|his|fell|refus\w{2,4}|dancing|driving|"
    r"proud|"
    rf"stubborn|full|wants?|asks?|asking|knits?|bossy|cross|tiny)\b){_UNIT}"
    rf"|\b(?:nearly|almost) (?P<nearly>{_N})(?= ?[.,;!?)\n]|\Z| (?:and|but|now|she|he|years old)\b)"
    rf"|\b(?:my|our|a|an|the) (?P<mine>{_N})(?= (?:who|and (?:a half|still)))"
)
_BESIDE = re.compile(
    rf"(?P<who>[A-Za-z][a-z'-]{{1,20}}|[A-Z]\.?)"
    rf"(?:, (?:now )?(?P<age>{_N})(?=,|[.;!?]|\Z| and\b| (?:with|who)\b)|"
    rf" \((?P<inside>{_N})(?:, ?[a-z ]{{1,20}})?\)"
    rf"| (?:is|was) {_HEDGE}(?P<said>{_N}){_ENDS}){_UNIT}"
)
_KIN_WORD = re.compile(rf"(?:{_KIN})\Z")
_IN_WORDS = re.compile(
    rf"\b{_WORDS}[- ]{{1,2}}(?:years?|yrs?)[- ]{{1,2}}(?:olds?|young|of age)\b"
    rf"|\b(?:aged?|turned|turns|turning) {_WORDS}(?![\w-]| (?:percent|minutes|days|degrees))"
    rf"|(?:^|[.!?\n] )(?P<first>ninety[- ]{_ONES})(?=(?: and| years|,|\.|!|\?))(?! years (?:of|ago)| per)"
    rf"|\b(?:she's|he's|she is|he is|who's|who is|she was|he was|(?:(?:in|bed|in bed|room) [0-9]{{1,3}}|"
    rf"{_KIN}) is) {_HEDGE}"
    rf"(?P<age>{_WORDS})(?= ?[.,;!?)\n]|\Z| (?:and|but|today|now|with|who|years)\b)"
    rf"|\b(?:at|now|nearly|almost) (?P<at>ninety(?:[- ]?{_ONES})?)(?= ?[.,;!?)\n]|\Z| (?:and|but|now|with|"
    rf"she|he)\b)"
)
_THING_AFTER = re.compile(
    r" (?:house|building|tree|oak|school|church|chapel|home|piano|hospital|law|tradition|institution|wall|"
    r"ward|floor|clock|book|bible|lamp|table|company|charity|pub|theatre|brick|wood|song|hymn|debate|theory|"
    r"paper|idea)\b"
)
_MEASURED = re.compile(
    r"\b(?:sats?|spo2|o2|hr|pulse|drove|driving|doing|bpm|bp|obs|iq|weight|weighs?|temp|temperature|speed|"
    r"mph|score[ds]?|resps?|bm|glucose|systolic|room|bed|fever|percentile|bus|route|wpm|average|total|page|"
    r"caseload|"
    r"inbox|unread|handover|emails?|queue|bill|price|cost|list|answer|heart rate|volume|count|track|channel|"
    r"mark|marks|percent|attendance|compliance)\b"
)


def ages(note: Note) -> Iterator[Found]:
    """Yield the words that say an age of ninety or more, without what it is the age of."""
    low = note.low
    if note.digits:
        for match in _PLAIN.finditer(low):
            if not _THING_AFTER.match(low, match.end()) and not _is_temperature(low, match):
                yield _found(match)
        for match in _SAID.finditer(low):
            yield _found(match)
        if not _MEASURED.search(low):
            yield from _loosely_said(note)
    if "ninet" in low or "hundred" in low:
        for match in _IN_WORDS.finditer(low):
            if not _THING_AFTER.match(low, match.end()):
                yield _found(match)


def _loosely_said(note: Note) -> Iterator[Found]:
    """Yield bare numbers that are ages where nothing in the text is measured."""
    for match in _LOOSE.finditer(note.low):
        yield _found(match)
    for match in _BESIDE.finditer(note.plain):
        if match["who"][0].isupper() or _KIN_WORD.match(match["who"]):
            yield _found(match)


def _is_temperature(low: str, match: re.Match[str]) -> bool:
    return match.group().endswith("f") and bool(_MEASURED.search(low))


def _found(match: re.Match[str]) -> Found:
    """Return the group that was named, where one was: the age alone; else all of the match."""
    group = match.lastgroup if match.lastgroup not in {None, "who"} else 0
    return Found(start=match.start(group or 0), end=match.end(group or 0), category=Category.AGE_90_PLUS)
