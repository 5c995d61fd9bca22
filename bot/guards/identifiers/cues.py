"""What the words beside a number say that it is: "MRN", "policy no", "call her on"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.guards.identifiers.found import Category
from bot.guards.identifiers.note import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What words say about the number beside them."""

    category: Category | None
    """None: nothing."""
    least: int = 99
    """How many digits the number has at least where these words are right about it."""
    is_numbered: bool = False
    """A word like "number" or a mark stands between, so that even a year may be meant."""


_SAYS_NOTHING = Cue(category=None)

_NUMBER_WORDS = frozenset(
    (
        "number",
        "numbers",
        "no",
        "num",
        "nr",
        "nos",
        "nbr",
        "id",
        "ids",
        "code",
        "codes",
        "#",
        "identifier",
        "numero",
    )
    + ("n\u00ba", "n\u00b0", "\u2116", "digits", "digit")
)
_FILLERS = frozenset(
    (
        "is",
        "was",
        "are",
        "the",
        "a",
        "her",
        "his",
        "their",
        "my",
        "it's",
        "its",
        "of",
        "as",
        "still",
        "now",
        "new",
        "old",
    )
    + (
        "ending",
        "ends",
        "in",
        "with",
        "reads",
        "says",
        "said",
        "on",
        "under",
        "quote",
        "quoting",
        "last",
        "four",
        "three",
    )
    + (
        "for",
        "to",
        "that",
        "this",
        "same",
        "wrong",
        "right",
        "correct",
        "again",
        "being",
        "=",
        ":",
        "-",
        ",",
        "and",
    )
    + (
        "begins",
        "starts",
        "starting",
        "beginning",
        "ref",
        "reference",
        "card",
        "given",
        "me",
        "us",
        "into",
        "at",
    )
)
_STRONG, _WORDLIKE, _WEAK, _NUMBERED_ONLY = range(4)
_LEAST = {
    # how strong a word is: digits needed where it stands directly before the number, and where "number" does
    _STRONG: (3, 2),
    _WEAK: (4, 2),
    _WORDLIKE: (6, 4),
    _NUMBERED_ONLY: (99, 3),
}
_WORDS: dict[tuple[Category, int], str] = {
    (Category.RECORD_ID, _STRONG): (
        "mrn mrns m.r.n ob urn uhid nhi docket crn pnc datix hosp ref refs reference cad dossier folio aktenzeichen "
        "az cps expediente casefile upn nomis delius systmone liquidlogic carefirst mosaic rio emis casenote casenotes"
    ),
    (Category.RECORD_ID, _WEAK): (
        "case file files chart incident ticket booking referral safeguarding record records hospital complaint "
        "crime warrant matter tribunal court folder notes log report episode accession specimen sample lab rx "
        "script prescription prison prisoner inmate offender application appeal badge receipt invoice order job tracking "
        "parcel dispatch callout prf epcr run jobsheet consent"
    ),
    (Category.RECORD_ID, _NUMBERED_ONLY): (
        "patient pt client ct cl student pupil resident study participant encounter visit admission unit staff "
        "employee service user learner child family account household tenancy tenant property work cohort form event"
    ),
    (Category.INSURANCE_ID, _WEAK): (
        "policy member membership claim claims subscriber medicaid medi-cal insurance insurer preauth pre-auth payer "
        "aetna cigna bupa axa hmo ppo bcbs kaiser humana vitality medibank auth authorization authorisation tricare "
        "anthem hcf nhif nhis philhealth allianz aviva krankenkasse versichertennummer mutuelle"
    ),
    (
        Category.INSURANCE_ID,
        _WORDLIKE,
    ): "group grp plan cover coverage discovery scheme premium benefits benefit",
    (Category.ACCOUNT, _STRONG): "acct acc a/c iban bsb sort routing aba paybill mpesa m-pesa momo clabe ifsc swift bic giro upi",
    (Category.ACCOUNT, _WORDLIKE): "till",
    (Category.ACCOUNT, _WEAK): "account card visa mastercard amex bank debit credit paypal wallet",
    (Category.NATIONAL_ID, _STRONG): (
        "ssn ssns nino aadhaar aadhar adhaar adhar aadhaars tfn ird pps ppsn cpf curp cnic nric hkid mykad bvn bsn dni nie "
        "nif pesel kimlik tckn passport passports licence license dl voter epic huduma omang cedula c\u00e9dula insee "
        "personnummer cpr egn cnp oib jmbg amka philsys itin abha uscis alien nid nhs security social "
        "chi mbi medicare steuer-id codice fiscale ippis h&c hcn ohip ahv avs kra kebele nis trn rsa pesels "
        "identity identification dvla driver's drivers centrelink"
    ),
    (
        Category.NATIONAL_ID,
        _WORDLIKE,
    ): "pan sin nin tin fin ic rut sss doc ni national uid rc tc ein si tax dva",
    (Category.POSTCODE, _WEAK): "zip zipcode postcode pincode postal plz eircode cep post",
    (Category.FAX, _WORDLIKE): "fax faxed faxes",
    (Category.OTHER, _STRONG): (
        "keysafe key-safe lockbox passcode password combo combination padlock keypad keycode pin imei vin serial "
        "buzzer intercom doorcode s/n sn"
    ),
    (
        Category.OTHER,
        _NUMBERED_ONLY,
    ): "door gate alarm entry key safe garage front building side back lock entrance",
    (Category.OTHER, _WORDLIKE): "device asset meter tag pacemaker implant hearing-aid",
    (Category.PLATE, _WEAK): "plate plates reg rego registration numberplate",
}
_CUES = {
    word: (category, strength) for (category, strength), words in _WORDS.items() for word in words.split()
}
_PHONE_WORDS = frozenset(
    (
        "phone",
        "ph",
        "tel",
        "telephone",
        "mob",
        "mobile",
        "cell",
        "cellphone",
        "call",
        "calls",
        "called",
        "ring",
        "rang",
    )
    + (
        "text",
        "texts",
        "texted",
        "txt",
        "whatsapp",
        "landline",
        "contact",
        "dial",
        "sms",
        "reach",
        "phoned",
        "viber",
    )
    + (
        "signal",
        "ringing",
        "calling",
        "texting",
        "handset",
        "burner",
        "voicemail",
        "answers",
        "picks",
        "number",
        "line",
    )
    + (
        "celular",
        "handy",
        "movil",
        "m\u00f3vil",
        "whatsapped",
        "msg",
        "message",
        "messaged",
        "rings",
        "hotline",
        "phones",
    )
)
_STOPS = frozenset(
    (
        "room",
        "bed",
        "bay",
        "ward",
        "band",
        "step",
        "page",
        "chapter",
        "session",
        "year",
        "level",
        "bus",
        "route",
    )
    + (
        "section",
        "table",
        "class",
        "grade",
        "tier",
        "floor",
        "platform",
        "episode",
        "season",
        "version",
        "psalm",
    )
)
_TOKEN = re.compile(r"[^\W\d_][^\W\d_'&/-]*(?:[.'&/-][^\W\d_]+)*\.?|[0-9]+|[#:=,;!?()\n\u2116\u00ba\u00b0-]")
_MEASURES = frozenset(("bp", "hr", "rr", "bm", "wt", "bmi", "gcs", "iq", "map", "cbg", "sats", "phq", "gad"))
_LONGEST_PREFIX = 3
_READ = 64
_FURTHEST = 7
"""How many words before a number may belong to it."""
_AFTER = re.compile(
    r"\s?(?:[,:(-]|\b(?:is|was|are|were)\b)?\s?(?:still |now )?(?:the |her |his |their |my |a |on (?:the|her|his) |for the )?"
    r"(?:\w{2,12}'s )?(?P<word>[a-z/&-]{2,14})(?: (?P<next>[a-z]{2,14}))?"
)


def cue_before(note: Note, start: int) -> Cue:
    """Return what the words before a place say that it is."""
    tokens = _TOKEN.findall(note.low, max(0, start - _READ), start)[-_FURTHEST:]
    is_numbered = False
    has_id = False
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        word = token.rstrip(".") if len(token) > 1 else token
        before = tokens[at - 1].rstrip(".") if at else ""
        if word in _CUES and not (word in _FILLERS and before in _CUES):
            return _cue(word, before, is_numbered=is_numbered)
        if word in _NUMBER_WORDS:
            is_numbered = True
            has_id = has_id or word == "id"
        elif not (word in _FILLERS or word.endswith("'s") or _is_prefix(word, note, start)) or token.endswith("."):
            break
    if has_id:
        return Cue(category=Category.NATIONAL_ID, least=4, is_numbered=True)
    return Cue(category=None, is_numbered=is_numbered) if is_numbered else _SAYS_NOTHING


def cue_after(note: Note, end: int) -> Cue:
    """Return what the words right after a place say that it is: "4471 is the case number"."""
    match = _AFTER.match(note.low, end)
    if match is None or match["word"] not in _CUES:
        return _SAYS_NOTHING
    category, strength = _CUES[match["word"]]
    is_numbered = match["next"] in _NUMBER_WORDS
    if not is_numbered and strength != _STRONG:
        return _SAYS_NOTHING
    return Cue(category=category, least=4, is_numbered=is_numbered)


def is_about_phones(note: Note, start: int) -> bool:
    """Whether the words before a place speak of calling somebody."""
    return any(
        token in _PHONE_WORDS for token in _TOKEN.findall(note.low, max(0, start - _READ), start)[-_FURTHEST:]
    )


def is_counted(note: Note, start: int) -> bool:
    """Whether the word before a place says that it counts rooms, pages or the like."""
    tokens = _TOKEN.findall(note.low, max(0, start - _READ), start)
    return any(token.rstrip(".") in _STOPS for token in tokens[-2:])


def _is_prefix(word: str, note: Note, start: int) -> bool:
    """Whether a word may be the first part of the number itself: "Chart no. MH 20931", "7 F 0119/25"."""
    if word in _MEASURES or len(word) > _LONGEST_PREFIX:
        return False
    return word.isdigit() or word.upper() in note.plain[max(0, start - _READ) : start]


def _cue(word: str, before: str, *, is_numbered: bool) -> Cue:
    category, strength = _CUES[word]
    if before in _CUES and _CUES[before][0] is Category.NATIONAL_ID:
        category, strength = _CUES[before][0], min(strength, _STRONG)
    return Cue(category=category, least=_LEAST[strength][is_numbered], is_numbered=is_numbered)
