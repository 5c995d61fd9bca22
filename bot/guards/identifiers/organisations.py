"""Where somebody works, learns, prays or lives, by name: "works at Corbin Hardware", "Kestrel Park Academy".

Never public bodies, hospitals in general talk, chains and brands, nor schools of thought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note
from bot.guards.identifiers.organisation_words import CHAINS, KINDS_LOOSE, KINDS_SURE, NOT_NAMES, PUBLIC

_CAPITAL = r"[A-Z\u00c0-\u00de](?:[\w\u00c0-\u00ff'.&-]{0,24}[\w\u00c0-\u00ff])?"
_JOINT = r"(?:&|and|of|the|de|la|del|for|on|y|da|do|St\.?)"
_CHAIN = re.compile(
    rf"(?<![\w'@#./-]){_CAPITAL}(?: (?:{_JOINT} ){{0,2}}(?:{_CAPITAL}|[0-9]{{1,3}}(?!\w))){{0,6}}"
)
_SURE = re.compile(rf"(?:.* )?(?:{KINDS_SURE})\Z")
_LOOSE = re.compile(rf"(?:.* )?(?:{KINDS_LOOSE})\Z")
_BELONGS = re.compile(
    r"\b(?:works?|worked|working|job|jobs|employed|shifts?|manager|boss|supervisor|interns?|internship|apprentice(?:ship)?|"
    r"volunteers?|volunteering|teaches|taught|teaching|studies|studying|studied|enrolled|pupil|student|classes|lessons|"
    r"trains|training|placement|cleaner|cleans|cook|cooks|waits|waitress|cashier|till|receptionist|driver|drives|teacher|"
    r"headteacher|head|principal|priest|pastor|imam|vicar|choir|congregation|prays|worships|baptised|resident|lives|"
    r"living|moved in|stays|staying|sacked|fired|laid off|suspended|expelled|excluded|let go|hired|started|starts|"
    r"starting|shift|colleagues?|apprenticed|foreman|owns|runs|barista|chef|security|stacks shelves|packs|welds|welding)"
    r"(?: \w{1,10}){0,3}? (?:at|for|from|in|with|by|to|of) (?:the |a |an |her |his )?\Z"
    r"|\b(?:goes|go|went|going|walks|back|transferred|transfer|transferring|moved|moving|returned|returning|refuses to go|"
    r"returns) to (?:the )?\Z"
    r"|\b(?:attends?|attending|attended|joined|left|leaves|owns|runs|quit|from|at|outside|via) (?:the )?\Z"
)
_STRONG = re.compile(
    r"\b(?:works?|worked|working|job|employed|shifts?|intern|apprentice|enrolled|manager|boss|sacked|fired|laid off|hired|"
    r"suspended|expelled|let go)(?: \w{1,10}){0,2}? (?:at|for|from|by|with) (?:the )?\Z"
    r"|\b(?:attends?|attending|attended) (?:the )?\Z"
)
_SMALL = re.compile(
    rf"\b(?:works?|worked|working|job|shifts?|goes|going|went|attends?|attending|enrolled|manager|boss|pupil|student|"
    rf"teaches|suspended|expelled|sacked|fired|excluded|from|at|starts|started)(?: (?:at|to|for|from|in|with)){{0,2}} "
    rf"(?P<name>(?!the |a |an |her |his |my |our |their |this |that |some |old |new |different |another |special |any )"
    rf"[a-z][a-z'.-]{{2,20}}(?: (?:&|and|of )?(?!the |a |an |and |to |for |with |in |is |was )[a-z][a-z'.-]{{1,20}}){{0,3}}? "
    rf"(?:{KINDS_SURE.lower()}))(?![\w-])"
)
_READ_BEFORE = 56
_TWO = 2


def organisations(note: Note) -> Iterator[Found]:
    """Yield the names of organisations that somebody belongs to."""
    text = note.plain
    for match in _CHAIN.finditer(text):
        place = _organisation(note, match.start(), match.group())
        if place is not None:
            yield place
    if any(kind in note.low for kind in _KINDS_IN_SMALL):
        for match in _SMALL.finditer(note.low):
            words = match["name"].split()
            if words[0] not in NOT_NAMES and match["name"] not in PUBLIC:
                yield Found(start=match.start("name"), end=match.end("name"), category=Category.ORG)


_KINDS_IN_SMALL = tuple(KINDS_SURE.lower().replace("(?:s)?", "").split("|"))


def _organisation(note: Note, start: int, words: str) -> Found | None:
    """Return the organisation that a row of words with capitals names, if any."""
    first, _, rest = words.partition(" ")
    while (
        rest
        and (first.lower() in NOT_NAMES or first.lower().endswith(("'s", "n't", "'ve", "'m")))
        and _may_drop(rest)
    ):
        start += len(words) - len(rest)
        words = rest
        first, _, rest = words.partition(" ")
    words = words.rstrip(".'")
    low = words.lower()
    if not low or low in PUBLIC or any(name in low for name in ("nhs", "university of", "department")):
        return None
    if first.lower() in NOT_NAMES or low in CHAINS or first.lower() in CHAINS:
        return None
    before = note.low[max(0, start - _READ_BEFORE) : start]
    many = len(low.split())
    if many >= _TWO and _SURE.match(low):
        return _found(start, words)
    if many >= _TWO and _LOOSE.match(low) and _BELONGS.search(before):
        return _found(start, words)
    if _STRONG.search(before) and (many >= _TWO or (len(low) > _LONG_ENOUGH and not words.isupper())):
        return _found(start, words)
    return None


_LONG_ENOUGH = 3


def _may_drop(rest: str) -> bool:
    return rest[:1].isupper()


def _found(start: int, words: str) -> Found:
    return Found(start=start, end=start + len(words), category=Category.ORG)
