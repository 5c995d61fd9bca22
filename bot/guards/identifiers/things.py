"""Other details that lead to one door or one thing: places on the map, ways in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note

_DEGREES = re.compile(
    r"(?<![\w.])-?[0-9]{1,3}\.[0-9]{3,8}\u00b0? ?[nsew]?[,; ] ?"
    r"-?[0-9]{1,3}\.[0-9]{3,8}\u00b0? ?[nsew]?(?![\w.])"
    r"|[0-9]{1,3} ?\u00b0 ?[0-9]{1,2} ?['\u2032](?: ?[0-9.]{1,6} ?[\"\u2033])? ?[nsew]?"
    r"(?:[, ]{1,2}[0-9]{1,3} ?\u00b0 ?[0-9]{1,2} ?['\u2032](?: ?[0-9.]{1,6} ?[\"\u2033])? ?[nsew]?)?"
)
_WAY_IN = re.compile(
    r"\b(?:key ?safe|lock ?box|key ?pad|door|gate|alarm|entry|garage|building|buzzer|intercom|padlock|shed|"
    r"porch|access|locker|safe|phone|tablet|laptop|wi-?fi|router|unlock|security|pass)"
    r"(?:'s)?(?: (?:code|pin|password|combo|combination|number|no|key|passcode|entry))?"
    r"(?: (?:is|was|still|now|to|changed|on|the|her|his|their|at|back|front|door|gate|house|says|"
    r"reads)){0,4}[ :=-]{1,3}"
    r"[\"']?(?P<code>[a-z]{0,2}[0-9][0-9a-z-]{2,9}(?:[#*]|(?![\w:%/]|[.,][0-9])))"
)
_SAYS_CODE = re.compile(
    r"code|pin|password|combo|combination|number|\bno\b|passcode|keysafe|key safe|lock ?box|key ?pad"
)
_CODE_TO = re.compile(
    r"\b(?:code|passcode|combo|combination|pin|password) (?:to|for|on) (?:the |her |his |"
    r"their )?(?:[\w']{2,14} ){1,3}(?:is |was )?"
    r"(?P<code>[a-z]?[0-9][0-9a-z]{2,9}[#*]?)(?![\w:%/])"
)
_PASSWORD = re.compile(
    r"\b(?:password|passcode|passphrase|pwd)(?: is| was|:|"
    r" =){1,3} ?[\"']?(?P<code>(?=[\w!@#$%^&*.-]{0,24}[0-9!@#$%^&*])[\w!@#$%^&*.-]{4,24})"
)
_MAC = re.compile(r"(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")


def things(note: Note) -> Iterator[Found]:
    """Yield places on the map, codes that open something, and addresses of machines."""
    low = note.low
    if note.digits < len("123"):
        return
    for match in _DEGREES.finditer(low):
        yield _found(match, 0)
    for match in _WAY_IN.finditer(low):
        if _says_code(match) and not _YEAR.match(match["code"]):
            yield _found(match, "code")
    for pattern in (_CODE_TO, _PASSWORD):
        for match in pattern.finditer(low):
            yield _found(match, "code")
    for match in _MAC.finditer(low):
        yield _found(match, 0)


def _says_code(match: re.Match[str]) -> bool:
    """Whether a number beside a door or a phone opens it: a word says so, or how it is typed."""
    return match["code"].endswith(("#", "*")) or bool(
        _SAYS_CODE.search(match.string, match.start(), match.start("code"))
    )


def _found(match: re.Match[str], group: str | int) -> Found:
    return Found(start=match.start(group), end=match.end(group), category=Category.OTHER)
