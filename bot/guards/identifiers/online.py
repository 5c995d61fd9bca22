"""Where a person is to be found online: e-mail, a site or profile of their own, handles, IP."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PAID_AT = re.compile(r"(?<![\w.+%-])[\w.-]{2,40}@(?P<where>[a-z]{3,20})(?![\w.@-])")
_EMAIL_SAID = re.compile(
    r"(?<![\w.+-])[\w.+-]{2,40} ?(?:\[at\]|\(at\)|\{at\}|(?<= )at(?= )) ?[\w-]{2,40} ?(?:\[dot\]|\(dot\)|"
    r"(?<= )dot(?= )) ?"
    r"(?:com|org|net|co|edu|io|uk|de|in)\b(?: ?(?:\[dot\]|dot) ?\w{2,3})?"
)
_WITH_SCHEME = re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>\"']{3,300}")
_ENDINGS = (
    r"com|org|net|edu|info|biz|blog|site|online|shop|website|dev|xyz|example|test|me\.uk|co\.uk|org\.uk|"
    r"ac\.uk|com\.au|net\.au|org\.au|co\.nz|org\.nz|co\.za|org\.za|co\.in|org\.in|co\.ke|com\.ng|com\.br|"
    r"com\.mx|co\.jp|com\.sg|gov\.uk|nhs\.uk|sch\.uk|ie|gov"
)
_WITHOUT = re.compile(
    rf"(?<![\w.@/-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}(?:(?:{_ENDINGS})(?![\w@-])(?!\.[a-z])(?:/[^\s<>\"']{{0,200}})?"
    r"|[a-z]{2,10}/[^\s<>\"']{1,200})"
)
_MISSED_GAP = re.compile(r"[a-z]{1,12}\.(?:ie|me|test|example|site|online|shop|info|dev)\Z")
_PUBLIC_SITE = re.compile(
    r"(?:https?://)?(?:www\.|en\.|m\.|web\.)?(?:[\w-]{1,40}\.){0,3}(?:nhs\.uk|nhs\.net|gov\.uk|gov|gov\.au|govt\.nz|"
    r"gc\.ca|canada\.ca|who\.int|europa\.eu|wikipedia\.org|google\.com|gmail\.com|youtube\.com(?!/(?:@|c/|channel/|user/))|youtu\.be|"
    r"samaritans\.org|findahelpline\.com|988lifeline\.org|988\.ca|crisistextline\.org|giveusashout\.org|"
    r"text50808\.ie|1737\.org\.nz|lifeline\.org\.au|beyondblue\.org\.au|mind\.org\.uk|rethink\.org|"
    r"nice\.org\.uk|apa\.org|psychologytoday\.com|zoom\.us|"
    r"amazon\.(?:com|co\.uk)|netflix\.com|bbc\.(?:com|co\.uk)|bps\.org\.uk|bacp\.co\.uk|rcn\.org\.uk|"
    r"nmc\.org\.uk|hcpc-uk\.org|socialworkengland\.org\.uk|cochrane\.org|pubmed\.com|nih\.gov|cdc\.gov|"
    r"sciencedirect\.com|researchgate\.net|headspace\.com|calm\.com|spotify\.com|booking\.com|"
    r"microsoft\.com|office\.com|slack\.com|discord\.com|dropbox\.com|doxy\.me|betterhelp\.com|"
    r"childline\.org\.uk|nspcc\.org\.uk|barnardos\.org\.uk|mentalhealth\.org\.uk|nami\.org|rainn\.org|"
    r"thetrevorproject\.org|thehotline\.org|womensaid\.org\.uk|refuge\.org\.uk|aa\.org|al-anon\.org|"
    r"citizensadvice\.org\.uk|shelter\.org\.uk|turn2us\.org\.uk|msf\.org|unhcr\.org|redcross\.org(?:\.uk)?|"
    r"e-lfh\.org\.uk|reststop\.\w{2,5})(?:[/?#][^\s]{0,200})?\Z"
)
_PLATFORM = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?:facebook|instagram|tiktok|twitter|x|linkedin|reddit|github|pinterest|"
    r"twitch|fb|"
    r"snapchat|whatsapp|telegram|tumblr|medium|substack|wordpress|patreon|onlyfans|etsy|gofundme)\.(?:com|"
    r"org|tv|me)/?\Z"
)
_AT = re.compile(r"(?<![\w.@/])@(?P<name>[a-z0-9_](?:[\w.-]{0,38}[\w])?)")
_PLACES_AND_TIMES = """
    home work here channel everyone lunch the midnight noon all team school night once least base
    handover my her his a an any church clinic group breakfast dinner teatime dawn dusk supervision
    hospital ward last first this that age
"""
_NOT_A_NAME = frozenset(_PLACES_AND_TIMES.split())
"""What may stand behind the sign where it is short for "at"."""
_TIME = re.compile(r"[0-9:.]+(?:am|pm|h|hrs|ish|mg|ml)?\Z")
_SLASHED = re.compile(r"(?<![\w/])/?u/[a-z0-9_-]{3,24}(?![\w/])")
_TAGGED = re.compile(r"(?<![\w#])[a-z][\w.]{1,31}#[0-9]{4}(?![0-9\w])")
_PLATFORMS = (
    r"(?:f?insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|twitter|telegram|kik|discord|psn|xbox|steam|skype|"
    r"wechat|line|venmo|cash ?app|facebook|fb|reddit|threads|bluesky|mastodon|roblox|twitch|signal|viber|"
    r"onlyfans|youtube|linkedin)"
)
_HANDLE_WORDS = r"(?:user ?name|handle|gamer ?tag|screen ?name|account|profile|name|id|login|tag|user|alias)"
_NAMED = re.compile(
    rf"\b(?:{_PLATFORMS}(?:'s)?(?: {_HANDLE_WORDS})?|(?:user ?name|handle|gamer ?tag|screen ?name|alias)"
    rf"(?: on {_PLATFORMS})?|{_HANDLE_WORDS} on {_PLATFORMS})"
    r"(?: is| was|:| =|,| called| as| named| -)? ?[:\"'(]?(?P<name>[a-z0-9][\w.-]{2,38}\w)"
)
_ON_PLATFORM = re.compile(
    rf"(?<![\w.])(?P<name>[a-z][a-z0-9]{{0,30}}[._0-9][\w.]{{1,30}})[\"')]? (?:on|over on|via) (?:her |his |"
    rf"their )?{_PLATFORMS}\b"
)
_GOES_BY = re.compile(
    r"\b(?:goes by|posts as|posting as|known as|messages? me as|dms? me as|adds? me as|follows? me as|"
    r"logged in as|signs? in as|streams? as|plays? as|user ?name(?: is|:| was)?|gamer ?tag(?: is|:| was)?|"
    r"screen ?name(?: is|:| was)?|"
    r"handle(?: is|:| was)?) [\"'@]?(?P<name>[a-z][a-z0-9]{0,30}[._0-9-][\w.-]{0,30}\w)"
)
_LIKE_A_HANDLE = re.compile(r"[a-z][\w-]{0,38}[_.0-9][\w.]{0,38}\Z|[0-9]{1,8}[a-z_][\w.]{2,38}\Z")
_WORDS_WITH_POINT = re.compile(
    r"[a-z]{2,}\.(?:i|he|she|it|they|we|you|the|and|but|my|no|so|this|that|not|had|was|is|then|her|his|what|"
    r"how|why|oh|ok|just|still|very|never|also|a|an|at|in|on|for|of|to)\Z|[0-9.]+[a-z]{1,3}\Z|[a-z]+[0-9]\Z|"
    r"[0-9]{1,2}[:.][0-9]{2}\Z"
)
_THREE_WORDS = re.compile(
    r"(?<![:/])/{2,3}(?P<plain>[a-z]{3,16}\.[a-z]{3,16}\.[a-z]{3,16})(?![\w.])"
    r"|\b(?:w3w|what ?3 ?words|"
    r"what ?three ?words)[^\n]{0,24}?(?P<named>[a-z]{3,16}\.[a-z]{3,16}\.[a-z]{3,16})(?![\w.])"
)
_V4 = re.compile(
    r"(?<![\w.])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?![\w]|"
    r"\.[0-9])(?::[0-9]{2,5})?"
)
_V6 = re.compile(r"(?<![\w:.])(?:[0-9a-f]{1,4}:){1,7}(?:(?::[0-9a-f]{1,4}){1,6}|[0-9a-f]{1,4}|:)(?![\w:])")
_VERSION = re.compile(
    r"\b(?:v|ver|version|build|release|firmware|update|ios|android|section|chapter|para)[ .:]{0,2}\Z"
)
_COLONS = 4
_TRAILING = ".,;:!?)'\"*_"


def online(note: Note) -> Iterator[Found]:
    """Yield where a person can be written to or looked up online."""
    low = note.low
    if "@" in low:
        yield from _with_sign(note)
    elif " at " in low or "at]" in low or "at)" in low:
        for match in _EMAIL_SAID.finditer(low):
            yield _found(match, 0, Category.EMAIL)
    if "." in low or "://" in low:
        yield from _sites(note)
        for match in _THREE_WORDS.finditer(low):
            yield _found(match, "plain" if match["plain"] else "named", Category.OTHER)
    yield from _handles(note)
    if note.digits:
        yield from _internet_addresses(note)


def _with_sign(note: Note) -> Iterator[Found]:
    """Yield what has the sign that stands in e-mail and before handles."""
    for match in _EMAIL.finditer(note.low):
        yield _trimmed(note, match.start(), match.end(), Category.EMAIL)
    for match in _PAID_AT.finditer(note.low):
        if match["where"] not in _NOT_A_NAME:
            yield _found(match, 0, Category.ACCOUNT)
    for match in _AT.finditer(note.low):
        if match["name"] not in _NOT_A_NAME and not _TIME.match(match["name"]) and len(match["name"]) > 1:
            yield _trimmed(note, match.start(), match.end(), Category.HANDLE)


def _sites(note: Note) -> Iterator[Found]:
    for pattern in (_WITH_SCHEME, _WITHOUT):
        for match in pattern.finditer(note.low):
            place = _trimmed(note, match.start(), match.end(), Category.URL)
            site = note.low[place.start : place.end]
            if pattern is _WITHOUT and (_MISSED_GAP.match(site) or (site[0].isdigit() and "/" in site[:6])):
                continue
            if not (_PUBLIC_SITE.match(site) or _PLATFORM.match(site)):
                yield place


def _handles(note: Note) -> Iterator[Found]:
    low = note.low
    if "u/" in low:
        for match in _SLASHED.finditer(low):
            yield _found(match, 0, Category.HANDLE)
    if "#" in low:
        for match in _TAGGED.finditer(low):
            yield _found(match, 0, Category.HANDLE)
    for pattern in (_NAMED, _ON_PLATFORM, _GOES_BY):
        for match in pattern.finditer(low):
            if _LIKE_A_HANDLE.match(match["name"]) and not _WORDS_WITH_POINT.match(match["name"]):
                yield _found(match, "name", Category.HANDLE)


def _internet_addresses(note: Note) -> Iterator[Found]:
    for match in _V4.finditer(note.low):
        if not _VERSION.search(note.low[max(0, match.start() - 12) : match.start()]):
            yield _found(match, 0, Category.IP)
    if note.low.count(":") > 1:
        for match in _V6.finditer(note.low):
            if match.group().count(":") >= _COLONS or "::" in match.group().strip():
                yield _found(match, 0, Category.IP)


def _found(match: re.Match[str], group: str | int, category: Category) -> Found:
    return Found(start=match.start(group), end=match.end(group), category=category)


def _trimmed(note: Note, start: int, end: int, category: Category) -> Found:
    """Return the place without the marks that end a sentence behind it."""
    while end > start + 1 and note.low[end - 1] in _TRAILING:
        end -= 1
    return Found(start=start, end=end, category=category)
