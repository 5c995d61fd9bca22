"""Where somebody lives: street and number, flat, box, as addresses are written in many countries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note
from bot.guards.identifiers.postcodes import postcodes

_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}[^\W_'.-]{{0,24}}(?:['.-]{_LETTER}{{1,20}})?\.?"
_HOUSE = (
    r"(?<![\w$\u00a3\u20ac.:/-])(?:no\.? |number |#)?[0-9]{1,5}[a-z]?(?:[-/][0-9]{1,5}[a-z]?){0,3}(?![\w%:])"
)
_SURE_STREETS = (
    r"street|road|rd|avenue|ave|lane|crescent|cres|terrace|tce|boulevard|blvd|parade|pde|highway|hwy|grove|"
    r"gardens|gdns|mews|parkway|pkwy|esplanade|turnpike|cul-de-sac|nagar|marg|colony|chowk|bagh|vihar|"
    r"puram|enclave|gali|salai|chawl|closes?|drive|estate|embankment|causeway|stra\u00dfe|strasse|gasse|"
    r"straat|laan|plein|gatan|v\u00e4gen|katu|"
    r"cottages|villas|wharf|quay|layout|barangay|brgy|kampung|soi|thanon"
)
_LOOSE_STREETS = (
    r"st|av|ln|dr|ct|court|place|pl|way|circuit|cct|square|sq|row|walk|rise|hill|park|green|view|vale|loop|"
    r"trail|trl|circle|cir|alley|pike|crossing|bend|heights|mount|side|fields?|meadows?|bank|gate|yard|"
    r"croft|lea|end|cross|main|sector|phase|house|mansions?|lodge|towers?|point|ridge|run|path|close|weg|"
    r"platz|allee|gata|vej|gade|veien|common|bridge|spur|link|glen|dale|brow|garth|wynd|brae|strand|wood|"
    r"orchard|cottage|reach|cove|pass"
)
_NUMBER_STREET = re.compile(
    rf"(?i){_HOUSE},? (?P<names>(?:(?:{_WORD}|[0-9]{{1,3}}(?:st|nd|rd|th)) ){{1,4}}?)"
    rf"(?P<street>{_SURE_STREETS}|{_LOOSE_STREETS})\b\.?(?! of\b)(?: (?:north|south|east|west|[nsew]|"
    rf"[ns][ew])\b(?!'))?"
)
_NUMBERED_ROAD = re.compile(
    r"(?i)(?<![\w$.:/-])[0-9]{1,5} (?:(?:old|us|state|county|n|s|e|w|north|south|east|west)\.? ){0,2}"
    r"(?:highway|hwy|route|rte|county road|cr|state road|sr|farm road|fm) [0-9]{1,4}\b"
    r"|(?<![\w$.:/-])[0-9]{1,5} (?:[nsew]\.?|north|south|east|west|broadway) (?:[0-9]{1,3}(?:st|nd|rd|th)|"
    r"broadway)\b"
)
_ONE_WORD = re.compile(
    r"(?i)\b[^\W\d_]{3,24}(?:stra\u00dfe|strasse|str\.|gasse|platz|allee|straat|laan|gracht|plein|gatan|"
    r"v\u00e4gen|gade|veien|vej|katu|steenweg|damm|ufer|weg)(?: nr\.?)? [0-9]{1,4}[a-z]?(?![\w%:])"
)
_KIND_FIRST = (
    r"rue|avenue|boulevard|bd|calle|avenida|avda|av|carrera|cra|viale|corso|piazza|rua|travessa|ulica|ul|"
    r"aleja|jalan|jln|jl|lorong|strada|str|paseo|plaza|passeig|carrer|chemin|all\u00e9e|all\u00e9es|"
    r"impasse|quai|largo|pra\u00e7a|"
    r"stradela|calea|bulevardul|odos|bahnhofstr|am|an der|via|cours|place|urb|col"
)
_NAME_FIRST = re.compile(
    rf"\b(?:(?:{_KIND_FIRST})\b\.?|c/) ?(?P<names>(?:{_WORD} ){{0,4}}{_WORD}),? (?:n[\u00ba\u00b0o]\.? ?|"
    rf"nr\.? ?|no\.? ?|# ?)?"
    r"[0-9]{1,4}[a-z]?(?:[/-][0-9]{1,4}[a-z]?)?(?![\w%:])",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    rf"(?i){_HOUSE},? (?:bis |ter )?(?:rue|avenue|boulevard|bd|chemin|all\u00e9e|impasse|quai|place|cours|"
    rf"rte|jalan|jln|"
    rf"lorong|via|calle|rua|ulica|bahnhofstra\u00dfe) (?:(?:de la|de|des|du|la|le|del|das|dos|da|do|della|"
    rf"di|van|den|der) |[dl]'){{0,2}}"
    rf"(?P<names>{_WORD}(?: {_WORD}){{0,2}}?)(?![\w'])"
)
_HOUSE_AND_ROAD = re.compile(
    r"(?i)\b(?:house|h\.?|plot) (?:no\.? )?[0-9]{1,4}[a-z]?,? (?:road|rd|street|st|lane|block|sector|gali|"
    r"phase) (?:no\.? )?"
    r"[0-9]{1,4}\b|\b(?:road|street|lane|block|sector) (?:no\.? )?[0-9]{1,4},? (?:house|plot|"
    r"flat) (?:no\.? )?[0-9]{1,4}\b"
)
_THE_STREET = re.compile(
    r"(?<![\w.:/-])[0-9]{1,4}[a-zA-Z]?,? The (?:Crescent|Green|Close|Grove|Avenue|Terrace|Drive|Paddocks?|"
    r"Glebe|Mews|"
    r"Square|Lane|Street|Parade|Beeches|Oaks|Limes|Cedars|Elms|Firs|Meadows|Orchard|Rise|Ridgeway|Broadway|"
    r"Hollies)\b"
)
_FLAT = re.compile(
    r"(?i)(?<![\w-])(?:flat|apt\.?|apartment|appt|unit|suite|ste\.?|lot|plot|house|door|h|villa|block|blk|"
    r"tower|trailer|bungalow|caravan|maisonette|bedsit|piso|apto|depto|wohnung)(?: (?:no|number|nr)\.?|"
    r"\.? ?no\.?)?[ :#]{1,2}"
    r"(?P<number>[0-9]{1,4}[a-z]?(?:[-/][0-9]{1,4}[a-z]?){0,3}|[a-f][0-9]{0,3})(?![\w%:])"
)
_FLAT_ALONE = re.compile(
    r"(?i)(?:flat|apt|apartment|appt|maisonette|bedsit|piso|apto|depto|plot|lot|bungalow|trailer|h\b|"
    r"house no|door no)"
)
_BOX = re.compile(
    r"(?i)\b(?:p\.? ?o\.? ?box|gpo box|locked bag|private bag|postfach|apartado|rmb|"
    r"rural route) ?[0-9]{1,6}\b"
)
_UNIT_NUMBER = re.compile(r"(?<![\w-])#[0-9]{1,2}-[0-9]{1,4}(?![\w-])")
_BLOCKS = re.compile(
    r"(?<![\w.:/-])[0-9]{1,3}(?:-[0-9]{1,3}){1,2},? (?!Breath|Suicid|Ground|Rule|Method|"
    r"Tech)[A-Z][a-z]{4,20}(?:-?(?:ku|cho|machi|dong|gu))?(?=[,.;]| [A-Z0-9]|\Z)"
    r"|\b(?:[Bb]ldg\.?|[Bb]uilding) [0-9]{1,4}[A-Za-z]?,? (?:(?:[0-9]{1,2}(?:st|nd|rd|"
    r"th) )?floor,? )?(?:[A-Z][\w'-]{1,20} ){1,3}"
    rf"(?:{_SURE_STREETS}|St|Ave)\b"
)
_STOP_WORDS = """
    minutes minute min mins hours hour hrs hr days day weeks week months month years year yrs patients
    patient clients client people of in on at to the a an and or but for with from by up down across
    along over under off into out long mile miles km metre metres meters meter feet ft yards steps kids
    children families visits visit calls call times time sessions session more less other different is
    was were are be been has had my his her their our your its it he she they we i you this that these
    those no not so very quite big small good bad hard slow short quick full half percent mg ml kg beds
    bed cups cup staff nurses guys men women boys girls lads cars police officers am pm oclock blocks
    block pages page hundred thousand rooms room seats chairs seconds second sec secs quid pounds
    dollars bucks each every per about around away through as if when then than there here who what
    which only just even still took take takes walked walk drove drive went gone go goes going got get
    made make left right back home nights night mornings evenings shifts shift laps lap rounds round
    goes letters emails texts words reasons ways things points of whole residents members learners
    pupils students teenagers teens babies adults carers parents volunteers
"""
_STOPS = frozenset(_STOP_WORDS.split())
_NUMBERED_BEFORE = re.compile(
    r"\b(?:rooms?|beds?|bays?|band|step|page|chapter|session|year|level|bus|stage|grade|day|week|age|aged|"
    r"version|"
    r"series|season|episode|question|item|stages?|score[ds]?|part|vol|volume|table|line|tube|platform|flight|"
    r"phq|gad|ward|gate)(?:-| )\Z"
)
_UNIT_AFTER = re.compile(
    r"(?i) ?(?:weeks?|days?|months?|hours?|mins?|minutes?|years?|times|affect|dimension|people|patients|mg|"
    r"of)\b"
)
_PLACED = re.compile(
    r"(?:\b(?:at|to|from|in|into|visit|address|lives|is|hv|flat [0-9]{1,4}[a-z]?,?)|,|:|^) ?\Z"
)
_ENDS = re.compile(r" ?(?:[,.;:!?)\n]|\Z|- |again\b|today\b|this\b|and\b|with\b|for\b)")
_WAYS_TO_TALK = frozenset(("zoom", "teams", "text", "email", "phone", "skype"))
_ALSO_WORDS = frozenset(("via", "place", "am", "av", "str", "an", "col", "cours"))
"""Words for streets elsewhere that are other words here, unless they have a capital."""
_FAMOUS = re.compile(r"(?i)(?:10 downing|221 ?b baker|4 privet|742 evergreen|1600 pennsylvania|42 wallaby)\b")
_SMALLEST = 3
_READ_BEFORE = 12


def places(note: Note) -> Iterator[Found]:
    """Yield each address, without the town it is in, and each postcode."""
    if not note.digits:
        return
    addresses = tuple(_addresses(note))
    yield from addresses
    yield from postcodes(note, addresses)


def _addresses(note: Note) -> Iterator[Found]:
    for pattern in (_NUMBERED_ROAD, _ONE_WORD, _BOX, _BLOCKS, _UNIT_NUMBER, _HOUSE_AND_ROAD, _THE_STREET):
        for match in pattern.finditer(note.plain):
            yield _found(match)
    for pattern, is_meant in (
        (_NUMBER_STREET, _is_street),
        (_NAME_FIRST, _is_named_street),
        (_NUMBER_FIRST, _is_named_street),
        (_FLAT, _is_flat),
    ):
        for match in pattern.finditer(note.plain):
            if is_meant(note, match):
                yield _found(match)


def _is_street(note: Note, match: re.Match[str]) -> bool:
    """Whether the words between a number and a word like "Road" or "Way" name a street."""
    names = match["names"].split()
    before = note.low[max(0, match.start() - _READ_BEFORE) : match.start()]
    if any(name.rstrip(".").lower() in _STOPS for name in names) or _NUMBERED_BEFORE.search(before):
        return False
    if _FAMOUS.match(match.group()):
        return False
    is_capital = all(name[0].isupper() or name[0].isdigit() for name in names)
    street = match["street"]
    if re.fullmatch(_SURE_STREETS, street, re.IGNORECASE) or (street == "st" and len(names) == 1):
        return is_capital or (len(names) < _SMALLEST and "," not in match.group())
    if is_capital and (street[0].isupper() or len(street) < _SMALLEST):
        return True
    return len(names) == 1 and bool(_PLACED.search(before)) and bool(_ENDS.match(note.low, match.end()))


def _is_named_street(_note: Note, match: re.Match[str]) -> bool:
    """Whether words behind a word like "rue" or "Via" name a street: with capitals, and no common words."""
    names = match["names"].split()
    if any(name.lower() in _STOPS for name in names if name.lower() not in {"am", "a"}):
        return False
    first = match.group().split()[0].rstrip(".").lower()
    is_capital = names[-1][0].isupper() and names[0].lower() not in _WAYS_TO_TALK
    return is_capital and (match.group()[0].isupper() or first not in _ALSO_WORDS)


def _is_flat(note: Note, match: re.Match[str]) -> bool:
    """Whether a flat or unit is somebody's: flats are, units and blocks only where a street follows."""
    if _UNIT_AFTER.match(note.low, match.end()):
        return False
    number = match["number"]
    if _FLAT_ALONE.match(match.group()):
        return number[0].isdigit() or number[1:].isdigit() or number.isupper()
    return bool(_STREET_FOLLOWS.match(note.plain, match.end()))


_STREET_FOLLOWS = re.compile(
    rf"(?i),? (?:[0-9]{{1,5}}[a-z]?,? )?(?:{_WORD} ){{1,4}}?(?:{_SURE_STREETS}|{_LOOSE_STREETS}|apartments?|"
    rf"apts|flats?)\b"
)


def _found(match: re.Match[str]) -> Found:
    return Found(start=match.start(), end=match.end(), category=Category.ADDRESS)
