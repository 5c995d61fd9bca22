"""Postcodes: by a shape of their own, or behind a town, a state or a word that announces one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note
from bot.guards.identifiers.phones import PUBLIC

_AREAS = (
    r"AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|"
    r"EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|"
    r"ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|"
    r"SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_BRITISH = re.compile(
    rf"(?i)(?<![\w/-])(?:{_AREAS})[0-9][0-9a-z]? ?[0-9](?!st\b|nd\b|rd\b|th\b|hr\b|yr\b|lb\b|pt\b|ft\b|"
    rf"ex\b)[abd-hjlnp-uw-z]{{2}}(?![\w-])"
)
_BRITISH_CAPITALS = re.compile(r"(?<![\w/-])[A-Z]{1,2}[0-9][A-Z0-9]? [0-9](?!AM|PM)[A-Z]{2}(?![\w-])")
_CANADIAN = re.compile(
    r"(?i)(?<![\w/-])[abceghj-nprstvxy][0-9][abceghj-nprstv-z][ -]?[0-9][abceghj-nprstv-z][0-9](?![\w-])"
)
_SINGAPORE = re.compile(r"(?<![\w-])(?:S|Singapore) ?\(?(?P<code>[0-9]{6})(?![\w-])")
_IRISH = re.compile(
    r"(?<![\w/-])[AC-FHKNPRTV-Y][0-9][0-9W] ?(?=[A-Z0-9]{0,3}[0-9])(?=[0-9]{0,3}[A-Z])"
    r"[0-9AC-FHKNPRTV-Y]{4}(?![\w-])"
)
_DUTCH = re.compile(
    r"(?<![\w/.-])[1-9][0-9]{3} ?(?!AM|PM|AD|BC|CE|ML|MG|IU|HR|KG)[A-Z]{2}(?=,? [A-Z][a-z]|[.,;)]|"
    r"\Z)(?![\w-])"
)
_STATES = (
    r"AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|"
    r"NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR"
)
_AMERICAN = re.compile(
    rf"(?<![\w/])(?:(?:{_STATES}),? |(?i:ohio|texas|oregon|ill|calif|fla|mich|minn|tenn|wash|mass|"
    rf"penn)\.?,? )"
    r"(?P<code>[0-9]{5}(?:-[0-9]{4})?)(?![\w-])"
)
_AMERICAN_SMALL = re.compile(
    rf"(?i)[a-z]{{3,20}},? (?:{_STATES}),? (?P<code>[0-9]{{5}}(?:-[0-9]{{4}})?)(?![\w-])"
)
_AUSTRALIAN = re.compile(
    r"(?:(?<!\w)(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT|Vic|Qld|Tas|nsw|qld)) (?P<code>[0-9]{4})(?![\w-])"
)
_TOWNS = (
    r"mumbai|delhi|bengaluru|bangalore|chennai|kolkata|calcutta|hyderabad|pune|ahmedabad|jaipur|lucknow|"
    r"kanpur|nagpur|indore|bhopal|patna|kochi|cochin|surat|vadodara|mysore|mysuru|chandigarh|thane|noida|"
    r"gurgaon|gurugram|coimbatore|madurai|trivandrum|thiruvananthapuram|ranchi|guwahati|bhubaneswar|"
    r"singapore|auckland|wellington|christchurch|dunedin|hamilton|cape town|johannesburg|durban|pretoria|"
    r"sydney|melbourne|brisbane|perth|adelaide|hobart|nairobi|accra|lagos|abuja|karachi|lahore|dhaka|"
    r"colombo|manila|kuala lumpur|vienna|wien|zurich|z\u00fcrich|bern|geneva"
)
_IN_TOWN = re.compile(
    rf"(?i)\b(?:{_TOWNS})(?: city)?(?: ?- ?|,? )(?P<code>(?!(?:19|"
    rf"20)[0-9]{{2}}\b)[0-9]{{3}} ?[0-9]{{1,3}})(?![\w.:-])"
)
_BEFORE_TOWN = re.compile(
    r"(?<![\w$.,:/#-])(?:[A-Z]{1,2}-)?(?P<code>(?:[0-9]{5}|[0-9]{3} [0-9]{2}|[0-9]{2}-[0-9]{3}|"
    r"[0-9]{4}-[0-9]{3})) "
    r"(?P<town>(?:St\. |Bad |San |La |Le |El |S\u00e3o )?[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]{2,20})"
)
_NAMED = re.compile(
    r"(?i)\b(?:zip(?: ?code)?|post ?code|pin ?code|postal code|pin|p\.?c\.?|plz|eircode|c\.?p\.?|cep|"
    r"zipcode)(?: is| was)?[ :=-]{1,3}"
    r"(?P<code>(?=[a-z0-9 -]{0,4}[0-9])[a-z0-9]{2,8}(?:[ -][0-9][a-z0-9]{2,3})?)(?!\w)"
)
_BEHIND = re.compile(
    r"(?:,? (?!at |on |in |and |by |with |from |for |but |then |said )[^\W\d_][^\W\d_.'-]{1,20}){0,4}(?:,|"
    r" -)? ?(?P<code>[1-9][0-9]{5}|[0-9]{5}(?:-[0-9]{4})?|[0-9]{3} [0-9]{3}|0?[1-9][0-9]{3})(?![\w:%/-]|"
    r"[.,][0-9])"
)
_EUROPEAN = re.compile(
    r"(?<![\w$.,:/#-])(?P<code>[0-9]{4,5}|[0-9]{3} [0-9]{2}|[0-9]{2}-[0-9]{3}|[1-9][0-9]{3} ?[A-Z]{2}) "
    r"(?:Berlin|Hamburg|M\u00fcnchen|Munich|K\u00f6ln|Frankfurt|Leipzig|Stuttgart|Wien|Vienna|Z\u00fcrich|"
    r"Zurich|Genf|Paris|Lyon|"
    r"Marseille|Lille|Madrid|Barcelona|Sevilla|Valencia|Roma|Rome|Milano|Milan|Napoli|Torino|Lisboa|Lisbon|"
    r"Porto|"
    r"Amsterdam|Rotterdam|Utrecht|Den Haag|Brussel|Bruxelles|Antwerpen|Gent|Oslo|Stockholm|K\u00f8benhavn|"
    r"Copenhagen|Helsinki|Warszawa|Warsaw|Krak\u00f3w|Praha|Budapest|Athens|Istanbul|Ankara)(?!\w)"
)
_PLACED_BEFORE_TOWN = re.compile(
    r"(?:\b(?:in|to|from|at|near|of|is|live in|moved to)|,) (?P<code>[0-9]{5}|(?!1[0-9]|2[0-3]|0)[0-9]{4}) "
    r"(?!January|February|March|April|May|June|July|August|September|October|November|December|Steps|Words)"
    r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]{3,20}(?!\w)"
)
_BEHIND_TOWN = re.compile(
    r"(?<!\w)(?!(?:Code|Form|Page|Score|About|Call|Text|Line|Route|Level|Over|Total|Around|Shout|Ring|Item|"
    r"Nearly|Almost|Roughly|Lost|Need|Only|With|From|Paid|Owes|Owed|Spent|Made|Walked)\b)"
    r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]{3,20}(?: City)?,? (?P<code>[0-9]{5,6})(?=[.;,)]|\Z)(?![.,][0-9])"
)
_HOUR = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]\Z")
_COUNTED = re.compile(
    r" ?(?:people|patients|steps|times|pounds|quid|hours?|hrs?|meds|am|pm|for|today|tonight|with|to|until|"
    r"till)\b"
)


def postcodes(note: Note, addresses: Sequence[Found]) -> Iterator[Found]:
    """Yield postcodes; right behind one of `addresses` a plain number is one too."""
    for pattern in (_BRITISH, _BRITISH_CAPITALS, _CANADIAN, _IRISH, _DUTCH):
        for match in pattern.finditer(note.plain):
            yield _code(match)
    for pattern in _BESIDE_A_TOWN:
        for match in pattern.finditer(note.plain):
            if match["code"] not in PUBLIC and not match["code"].endswith("000"):
                yield _code(match, "code")
    for match in _BEFORE_TOWN.finditer(note.plain):
        if "-" in match.group()[:3] or addresses:
            yield _code(match, "code")
    for address in addresses:
        behind = _BEHIND.match(note.plain, address.end)
        if behind and not _HOUR.match(behind["code"]) and not _COUNTED.match(note.low, behind.end()):
            yield _code(behind, "code")


_BESIDE_A_TOWN = (
    _AMERICAN,
    _AMERICAN_SMALL,
    _AUSTRALIAN,
    _IN_TOWN,
    _SINGAPORE,
    _NAMED,
    _EUROPEAN,
    _PLACED_BEFORE_TOWN,
    _BEHIND_TOWN,
)


def _code(match: re.Match[str], group: str | int = 0) -> Found:
    return Found(start=match.start(group), end=match.end(group), category=Category.POSTCODE)
