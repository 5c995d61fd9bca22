"""Initials that stand for somebody: "client L.P.", "pt RB". Never degrees, trades, diagnoses or agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note
from bot.guards.identifiers.trade import TRADE

_ROLE = (
    r"(?:client|clients|patient|patients|pt|pts|ct|cl|resident|student|pupil|caller|participant|service user|"
    r"su|yp|young person|tenant|offender|probationer|detainee|inmate|supervisee|mentee|learner|boarder|guest|"
    r"member|consumer|trainee|carer|parent|foster child|case|bub|camper|evacuee|call (?:her|him|them)|"
    r"asylum seeker|initials|initials are)"
)
_AFTER_ROLE = re.compile(
    rf"(?<!\w)(?i:{_ROLE})(?:'s)?(?:,|:|\.| -)? \(?[\"']?"
    r"(?P<initials>[A-Z]{2,3}|[A-Z]\.[A-Z](?:\.[A-Z])?\.?|[A-Z]\. [A-Z]\.|[A-Z] [A-HJ-Z](?= )|"
    r"[A-Z]-[A-Z])(?![\w/-])"
)
_SOMEBODY = re.compile(
    r"(?<!\w)(?i:baby|kid|child|teen|teenager|boy|girl|lad|lady|gent|gentleman|man|woman|mum|mom|dad|veteran|"
    r"toddler|infant|widow|my (?:[0-9]{1,2}(?:am|pm|:[0-9]{2})|[a-z]{3,9}day)|with),? \(?"
    r"(?P<initials>[A-Z]{2}|[A-Z]\. [A-Z]\.)(?![\w'/-])(?! [A-Z])"
)
_BEFORE_ROLE = re.compile(
    r"(?<![\w./-])(?P<initials>[A-Z]{2})(?:,| \()(?: my| a| our)? ?(?:client|pt|patient|resident|cl)\b"
)
_AFTER_ROLE_SMALL = re.compile(
    r"(?<![\w'])(?:client|patient|pt|ct|cl|resident|student|pupil|caller|service user|participant|"
    r"called? her|called? him|called? them|my client|yp|su)[,:.]? "
    r"(?P<initials>[a-z]{2}|[a-z]\.[a-z]\.?)(?![\w'./-])"
)
_DOTTED = re.compile(r"(?<![\w.@/])(?P<initials>[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)?|[A-Z]\.[A-Z](?![\w.]))(?!\w)")
_DOES = (
    r"(?:told|said|says|asked|asks|cried|cries|came|left|wept|laughed|smiled|rang|missed|walked|refused|"
    r"disclosed|arrived|wants|wanted|thinks|thought|feels|felt|seems|seemed|looked|sat|stood|slept|ate|"
    r"sent|wrote|texted|called|cancelled|canceled|didn't|doesn't|won't|wouldn't|couldn't|can't|hasn't|"
    r"isn't|wasn't|relapsed|shouted|screamed|hugged|dna'd|dna'ed|no-showed|ended|started|opened|shared|"
    r"brought|talked|spoke|went|ran|hid|stayed|kept|got|hit|lost|died|turned|showed|finally|still|nearly|"
    r"just|almost|barely|never|"
    r"always|drew|sang|danced|played|held|made|took|gave|knows|knew|loves|hates|needs)"
)
_OF_THEIRS = (
    r"(?:mum|mom|dad|mother|father|wife|husband|partner|sister|brother|gran|nan|son|daughter|house|flat|"
    r"room|file|"
    r"session|birthday|discharge|case|face|voice|parents|family|review|story|hands|eyes|bed|chart|plan|dog)"
)
_SMALL_DOTTED = re.compile(
    rf"(?<![\w.@/])(?P<initials>[a-z]\.[a-z]\.?)(?=(?:'s)? (?:{_DOES}|{_OF_THEIRS}|and i)\b)"
    r"|\b(?:my|like|saw|with|met|about|for) (?P<met>[a-z]\.[a-z]\.)(?!\w)"
)
_DOING = re.compile(rf"(?<![\w'./-])(?P<initials>[A-Z]{{2}})(?: {_DOES}| and I)\b")
_OWNING = re.compile(rf"(?<![\w'./-])(?P<initials>[A-Z]{{2}})'s {_OF_THEIRS}\b")
_DOING_SMALL = re.compile(
    rf"(?:\A|[.!?\n] )(?P<initials>[a-z]{{2}})(?:'s {_OF_THEIRS}| {_DOES}| and (?:i|me))\b(?!')"
)
_MEETING = (
    r"(?:sessions? with|seen|saw|met with|met|visited|visit to|visit with|sat with|work with|working with|"
    r"discharged|ended with|1:1 with|call with|called|texted|time with|hour with|handover on|lost|"
    r"intake with|goodbye to|thinking about|thinking of|worried about|worry about|dreamt about|"
    r"dreamed about|formulation for|notes on|notes for|letter for|letter to|referral for|care plan for|"
    r"review for|supervision about|supervision on|re)"
)
_MET = re.compile(rf"(?<![\w'])(?i:{_MEETING}) (?P<initials>[A-Z]{{2}})(?:'[sS])?(?![\w'/-])(?! [A-Z])")
_MET_SMALL = re.compile(
    r"(?<![\w'])(?:saw|seen|met|visited|sessions? with|sat with|1:1 with|call (?:her|him|them)|with) "
    r"(?P<initials>[a-z]{2})(?= (?:at|today|again|yesterday|for|in|and|on|this|after|before)\b|[.,;!?]|\Z)"
)
_NOT_AFTER_ROLE_WORDS = """
    bp hr rr ot pt si hi sh dv iv im po pr ng ed er or tv gp rn id mh cp sw cc co nb vs hx tx dx rx sx
    fx ok uk us eu aa na ga at an as is in on no to of by be so up he we me my it if do go am pm od oa
    ra ms hv tb op ip ct qr pc ta db dd re rc vr ai dc fb ig ad hd ld bd sz pd nq tx va la ny nz sa
"""
_NOT_AFTER_ROLE = frozenset(_NOT_AFTER_ROLE_WORDS.split())
_SMALL_WORDS = """
    is in on at to of it he me my we us so or no if do go by be as an am up ok hi oh ed ot rn gp hx tx
    dx rx sx px fx bp hr rr iv im er tv pc ip op sw cm dv sh si mh pt ct cl id re vs ft dr mr ms st nd
    rd th ad ex ha ya ma pa da la de un el en et ne su tu ni na ia uk eu ai od os fu cp cc pm uh um mm
    nb np pe po pr qi qa sc sl tb ti ta wc xx aa ab ac ag ah ar ba bc bd bi cd co cv di eh er es ir ki
    li lo mo mi nt nu ho hm hs ie eg ps pj ng ms ld md hq hv pd dm fb ig yo aw ew pp ty bf gf bb tw dw
    qc vr xo im oo yr yp hb wt ht ca tg tf
"""
_WORDS = frozenset(_SMALL_WORDS.split())
_WITH_POINTS = """
    am pm us uk eu md ba ma ps rn nb dc la ny ot er aa ie eg phd un bc ad usa po na ce ed tv id pa jd do
    np pt ok va iq dob mrn sw
"""
_NO_PERSON = frozenset(_WITH_POINTS.split())
"""What is written with points and stands for nobody."""
_NAME_BEHIND = re.compile(r" ?[A-Z][a-z]")


def initials(note: Note) -> Iterator[Found]:
    """Yield two or more initials that stand for a person somebody works with."""
    if not note.plain.isupper():
        for pattern, no_person in _PATTERNS:
            for match in pattern.finditer(note.plain):
                yield from _unless(match, no_person)
    if "." in note.plain:
        yield from _with_points(note)


_PATTERNS = (
    (_AFTER_ROLE, _NOT_AFTER_ROLE),
    (_DOING, TRADE),
    (_OWNING, _NOT_AFTER_ROLE),
    (_MET, TRADE),
    (_SOMEBODY, TRADE),
    (_BEFORE_ROLE, _NOT_AFTER_ROLE),
    (_AFTER_ROLE_SMALL, _WORDS),
    (_DOING_SMALL, _WORDS),
    (_MET_SMALL, _WORDS),
)


def _with_points(note: Note) -> Iterator[Found]:
    for match in _DOTTED.finditer(note.plain):
        if _letters(match["initials"]) not in _NO_PERSON and not _NAME_BEHIND.match(note.plain, match.end()):
            yield _found(match, "initials")
    for match in _SMALL_DOTTED.finditer(note.low):
        group = "initials" if match["initials"] else "met"
        if _letters(match[group]) not in _NO_PERSON:
            yield _found(match, group)


def _unless(match: re.Match[str], no_person: frozenset[str]) -> Iterator[Found]:
    """Yield the initials, unless without points they are a word or an abbreviation of the trade."""
    letters = _letters(match["initials"])
    is_pointed = "." in match["initials"] or " " in match["initials"]
    if is_pointed or letters not in (no_person if len(letters) == len("RB") else TRADE):
        yield _found(match, "initials")


def _letters(initials: str) -> str:
    return initials.replace(".", "").replace(" ", "").lower()


def _found(match: re.Match[str], group: str) -> Found:
    return Found(start=match.start(group), end=match.end(group), category=Category.INITIALS)
