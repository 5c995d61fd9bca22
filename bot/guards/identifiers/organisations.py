"""Where somebody works, learns, prays or lives, by name: "works at Corbin Hardware", "Kestrel Park Academy".

Never public bodies, hospitals in general talk, chains and brands, nor schools of thought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note
from bot.guards.identifiers.organisation_words import (
    CHAINS,
    KINDS_FIRST,
    KINDS_LOOSE,
    KINDS_SURE,
    NOT_NAMES,
    PUBLIC,
)

_CAPITAL = r"[A-Z\u00c0-\u00de](?:[\w'.&-]{0,24}\w)?"
_JOINT = r"(?:&|and|of the|of|for the|de la|de|del|for|on|y|da|do)"
_ROW = re.compile(rf"(?<![\w'@#./-]){_CAPITAL}\.?(?: (?:{_JOINT} )?(?:{_CAPITAL}|[0-9]{{1,3}}(?!\w))){{0,6}}")
"""Words with capitals in a row."""
_SURE = re.compile(rf"(?:.* )?(?:{KINDS_SURE})\Z")
_LOOSE = re.compile(rf"(?:(?:.* )?(?:{KINDS_LOOSE})|(?:{KINDS_FIRST}) .*)\Z")
_TRADES = (
    r"guard|clerk|porter|cook|chef|manager|warden|cleaner|driver|teacher|headteacher|head|waiter|waitress|"
    r"cashier|deacon|elder|usher|organist|treasurer|coach|trainer|caretaker|principal|receptionist|"
    r"mechanic|welder|baker|barber|foreman|supervisor|machinist|packer|picker|carer|choir|congregation|"
    r"boarder|captain|apprenticeship|apprentice|internship|barista|bouncer|security|secretary|accountant|"
    r"electrician|pupil|student|prefect|governor|"
    r"imam|pastor|priest|vicar|boss|till|owner|lunch lady|dinner lady|crossing guard|nanny|tutor"
)
_WORKS = re.compile(
    rf"\b(?:(?:works?|worked|working|job|employed|apprenticed|interns|"
    rf"interning)(?: \w{{1,10}}){{0,2}}? (?:at|for)"
    rf"|(?:cleans|cooks|serves|temps|packs|drives|delivers|waits tables|waiting tables|waitresses|nannies|"
    rf"fixes cars|stacks shelves|worked nights|nights|days|weekends|saturdays|sundays|reception|counter|bar|"
    rf"tills?|checkout|kitchen|warehouse|front desk|stockroom|night shift|day shift|shop floor) (?:at|for)"
    rf"|(?:enrolled|shifts?|classes|class|placement|starts?|started|starting|teaches|taught|studies|studied|"
    rf"(?:year|grade|form|p|primary|class) [0-9]{{1,2}}|freshman|sophomore|detention|parents'? evening|"
    rf"sports day|"
    rf"assembly|pick ?up|drop ?off|reception class|sixth former|head girl|head boy|bullied|teased)"
    rf"(?: \w{{1,10}})? at"
    rf"|(?:{_TRADES})s?(?: \w{{1,10}}){{0,2}}? (?:at|of|with|for|from)"
    r"|(?:sacked|fired|laid off|suspended|expelled|excluded|let go|hired|kicked out|dismissed|transferred|"
    r"withdrawn)(?: her| him| them)? (?:from|by|at))(?: the)? \Z"
    r"|\b(?:his|her|their) (?:old |new |local )?(?:company|employer|firm|school|college|church|mosque|"
    r"temple|"
    r"workplace|team|club|shop|factory|agency|university|nursery|parish|business|bakery|salon|gym|hostel|"
    r"care home|nursing home|place of work|work)(?:,| is| was| called| named|:|;|, the) \Z"
)
_BELONGS = re.compile(
    r"\b(?:(?:go|goes|went|going|gone|walks|back|transferr?(?:ed|ing)?|moved|moving|returned|returning|"
    r"returns|"
    r"commutes|sends (?:her|him|them)|took (?:her|him|them)) to|attends?|attending|attended|joined|left|"
    r"leaves|owns|runs|quit|from|at|outside|via|lives in|place with|place at|volunteers? (?:at|for|with)|"
    r"volunteering (?:at|for|with)|trains at|plays for|played for|sings in|worships at|prays at|member of|"
    r"choir of|"
    r"stays (?:at|in)|living (?:at|in)|moved into|into|resident of|resident at|funeral at|wedding at|mass at|"
    r"buried at|(?:her|his|their) (?:church|school|mosque|temple|work|job|employer),?)(?: the)? \Z"
    r"|\A(?:choir|congregation|pupils|staff|boys|girls|students) (?:of|from|at) \Z"
)
_WORKS_SURELY = re.compile(
    r"\b(?:(?:works?|worked|working|job|employed)(?: \w{1,10}){0,2}? (?:at|for)|(?:enrolled|shifts?|teaches|"
    r"manager|boss|cleans|cooks|serves|temps|tills?|counter|bar|reception|(?:year|grade|form) [0-9]{1,2}) at"
    r"|(?:sacked|fired|laid off|suspended|expelled|excluded)(?: her| him| them)? from)(?: the)? \Z"
    r"|\b(?:his|her|their) (?:old |new )?(?:company|employer|firm|workplace)(?:,| is| was| called| named) \Z"
)
_HOLY = re.compile(
    r"(?:our lady of|(?:church|temple|parish|assembly|chapel|house|sisters|daughters) of) "
    r"(?!england|scotland|ireland|rome|jesus|christ of|lords|commons|cards|horrors|mirrors|fun|"
    r"representatives)"
    r"(?:the )?[^\W\d_]{3,}(?: [^\W\d_]{3,}){0,2}"
)
_SAINT = re.compile(r"(?:st|saint)\.? [a-z]{3,16}(?:'s|s'|s)\Z")
_SAINT_ELSEWHERE = re.compile(
    r"(?i),? (?:day|wort|hospital|ward|street|st|road|rd|night|week|trust|infirmary|square)\b"
)
_KINDS_IN_SMALL = "|".join(sorted(set(KINDS_SURE.split("|")) - {"high", "inc", "limited", "prep", "garage"}))
_SMALL = re.compile(
    r"\b(?:works?|worked|working|job|shifts?|go|goes|going|went|attends?|attending|enrolled|manager|boss|"
    r"pupil|student|"
    r"teaches|suspended|expelled|sacked|fired|excluded|from|at|starts|started)(?: (?:her|him|them))?"
    r"(?: (?:at|to|for|from|in|with)){0,2} "
    r"(?P<name>(?!(?:the|a|an|her|his|my|our|their|this|that|some|old|new|different|another|special|any|at|"
    r"to|for) )"
    r"[a-z][a-z'.-]{1,20}(?: (?:(?:&|and|of) )?"
    r"(?!(?:the|a|an|and|to|for|with|in|is|was|at|on|by|up|my|her|his|back|out|as|or|but|then|after|before) )"
    rf"[a-z][a-z'.-]{{1,20}}){{0,3}}? (?:{_KINDS_IN_SMALL}))(?![\w-])"
)
_ENDS_OF_WORDS = ("n't", "'ve", "'m", "'re", "'ll", "'d")
_WITH_IS = frozenset(("it's", "that's", "she's", "he's", "there's", "what's", "who's", "where's", "how's"))
_PUBLIC_WITHIN = ("nhs", "university of", "department", "hospital", "infirmary", "council", "ministry of")
_READ_BEFORE = 48
_ABBREVIATED = 4


def organisations(note: Note) -> Iterator[Found]:
    """Yield the names of organisations that somebody belongs to."""
    for match in _ROW.finditer(note.plain):
        place = _named(note, match.start(), match.group())
        if place is not None:
            yield place
    for match in _SMALL.finditer(note.low):
        name = match["name"]
        if name.split()[0] not in NOT_NAMES and name not in PUBLIC:
            yield Found(start=match.start("name"), end=match.end("name"), category=Category.ORG)


def _named(note: Note, start: int, row: str) -> Found | None:
    """Return the organisation that a row of words with capitals names, if any."""
    if " of " in row and (holy := _HOLY.search(row.lower())) and _belongs(note, start + holy.start()):
        return _found(start + holy.start(), holy.group())
    words = row.split(" ")
    while len(words) > 1 and _is_no_name(words[0]) and words[1][:1].isupper():
        start += len(words.pop(0)) + 1
    name = " ".join(words).rstrip(".'")
    low = name.lower()
    first = low.split(" ", 1)[0].rstrip(".")
    if _is_no_name(first) or low in PUBLIC or any(each in low for each in _PUBLIC_WITHIN):
        return None
    if first in CHAINS and not (first == "st" and len(words) > 1):
        return None
    return _found(start, name) if _is_kept(note, start, low) else None


def _is_no_name(word: str) -> bool:
    low = word.lower().rstrip(".")
    return low in NOT_NAMES or low.endswith(_ENDS_OF_WORDS) or low in _WITH_IS


def _is_kept(note: Note, start: int, low: str) -> bool:
    """Whether a name is an organisation's: by its kind, or by what is said before it."""
    has_two = " " in low
    if has_two and _SURE.match(low):
        return True
    if _SAINT.match(low) and not _SAINT_ELSEWHERE.match(note.plain, start + len(low)):
        return _belongs(note, start)
    before = note.low[max(0, start - _READ_BEFORE) : start]
    if has_two:
        return bool(_WORKS.search(before) or (_LOOSE.match(low) and _BELONGS.search(before)))
    is_abbreviated = len(low) <= _ABBREVIATED or note.plain[start : start + len(low)].isupper()
    return not is_abbreviated and bool(_WORKS_SURELY.search(before))


def _belongs(note: Note, start: int) -> bool:
    """Whether the words before a place say that somebody belongs there."""
    before = note.low[max(0, start - _READ_BEFORE) : start]
    return bool(_BELONGS.search(before) or _WORKS.search(before))


def _found(start: int, name: str) -> Found:
    return Found(start=start, end=start + len(name), category=Category.ORG)
