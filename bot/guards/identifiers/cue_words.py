"""The words that announce a number, by what they announce and how sure they are."""

from __future__ import annotations

from enum import IntEnum

from bot.guards.identifiers.found import Category


class Strength(IntEnum):
    """How sure a word is of the number that follows it."""

    STRONG = 0
    """Seldom used otherwise: "MRN"."""
    WEAK = 1
    """Often used otherwise: "case", "policy"."""
    WORDLIKE = 2
    """Mostly used otherwise: "group", "pan"."""
    NUMBERED_ONLY = 3
    """Only with "number" or the like behind it: "patient no"."""


LEAST = {
    Strength.STRONG: (3, 2),
    Strength.WEAK: (4, 2),
    Strength.WORDLIKE: (6, 4),
    Strength.NUMBERED_ONLY: (99, 3),
}
"""Digits needed where a word stands directly before the number, and where "number" stands between."""

_RECORD_STRONG = """
    mrn mrns m.r.n ob urn uhid nhi docket crn pnc datix hosp ref refs reference cad dossier folio
    aktenzeichen az cps expediente casefile upn nomis delius systmone liquidlogic carefirst mosaic rio
    emis casenote casenotes
"""
_RECORD_WEAK = """
    case file files chart incident ticket booking referral safeguarding record records hospital
    complaint crime warrant matter tribunal court folder notes log report episode accession specimen
    sample lab rx script prescription prison prisoner inmate offender application appeal badge receipt
    invoice order job tracking parcel dispatch callout prf epcr run jobsheet consent cause exhibit
    intake summons
"""
_RECORD_NUMBERED = """
    patient pt client ct cl student pupil resident study participant encounter visit admission unit
    staff employee service user learner child family household tenancy tenant property work cohort form
    event queue op reg
"""
_INSURANCE_WEAK = """
    policy member membership claim claims subscriber medicaid medi-cal insurance insurer preauth
    pre-auth payer aetna cigna bupa axa hmo ppo bcbs kaiser humana vitality medibank auth authorization
    authorisation tricare anthem hcf nhif nhis philhealth allianz aviva krankenkasse versichertennummer
    mutuelle adh\u00e9rent
"""
_INSURANCE_WORDLIKE = "group grp plan cover coverage discovery scheme premium benefits benefit"
_ACCOUNT_STRONG = """
    acct acc a/c iban bsb sort routing aba paybill mpesa m-pesa momo clabe ifsc swift bic giro upi konto
    kontonummer
"""
_ACCOUNT_WEAK = "account card visa mastercard amex bank debit credit paypal wallet"
_ACCOUNT_WORDLIKE = "till"
_NATIONAL_STRONG = """
    ssn ssns nino aadhaar aadhar adhaar adhar aadhaars tfn ird pps ppsn cpf curp cnic nric hkid mykad
    bvn bsn dni nie nif pesel kimlik tckn passport passports licence license dl voter epic huduma omang
    cedula c\u00e9dula insee personnummer cpr egn cnp oib jmbg amka philsys itin abha uscis a-number
    alien nid nhs security social chi mbi medicare steuer-id codice fiscale h&c hcn ohip ahv avs kra nis
    trn identity identification dvla driver's drivers centrelink
"""
_NATIONAL_WORDLIKE = "pan sin nin tin fin ic rut sss doc ni national uid rc tc ein si tax dva"
_POSTCODE = "zip zipcode postcode pincode postal plz eircode cep post"
_WAY_IN = """
    keysafe key-safe lockbox passcode password combo combination padlock keypad keycode pin imei vin
    serial buzzer intercom doorcode s/n sn
"""
_DOORS = "door gate alarm entry key safe garage front building side back lock entrance"
_DEVICES = "device asset meter tag pacemaker implant hearing-aid monitor"
_LISTS = (
    (Category.RECORD_ID, Strength.STRONG, _RECORD_STRONG),
    (Category.RECORD_ID, Strength.WEAK, _RECORD_WEAK),
    (Category.RECORD_ID, Strength.NUMBERED_ONLY, _RECORD_NUMBERED),
    (Category.INSURANCE_ID, Strength.WEAK, _INSURANCE_WEAK),
    (Category.INSURANCE_ID, Strength.WORDLIKE, _INSURANCE_WORDLIKE),
    (Category.ACCOUNT, Strength.STRONG, _ACCOUNT_STRONG),
    (Category.ACCOUNT, Strength.WEAK, _ACCOUNT_WEAK),
    (Category.ACCOUNT, Strength.WORDLIKE, _ACCOUNT_WORDLIKE),
    (Category.NATIONAL_ID, Strength.STRONG, _NATIONAL_STRONG),
    (Category.NATIONAL_ID, Strength.WORDLIKE, _NATIONAL_WORDLIKE),
    (Category.POSTCODE, Strength.WEAK, _POSTCODE),
    (Category.FAX, Strength.WORDLIKE, "fax faxed faxes"),
    (Category.OTHER, Strength.STRONG, _WAY_IN),
    (Category.OTHER, Strength.NUMBERED_ONLY, _DOORS),
    (Category.OTHER, Strength.WORDLIKE, _DEVICES),
    (Category.PLATE, Strength.WEAK, "plate plates rego registration numberplate"),
)
CUES = {word: (category, strength) for category, strength, words in _LISTS for word in words.split()}

_NUMBER_WORDS = """
    number numbers no num nr nos nbr id ids code codes # identifier numero digits digit n\u00ba n\u00b0
    \u2116
"""
NUMBER_WORDS = frozenset(_NUMBER_WORDS.split())
_FILLERS = """
    is was are the a her his their my it's its of as still now new old ending ends in with reads says
    said on under quote quoting last four three for to that this same wrong right correct again being =
    : - , and begins starts starting beginning ref reference card given me us into at details
"""
FILLERS = frozenset(_FILLERS.split())
"""What may stand between a word that announces a number and the number."""
_PHONE_WORDS = """
    phone ph tel telephone mob mobile cell cellphone call calls called ring rang text texts texted txt
    whatsapp landline contact dial sms reach phoned viber signal ringing calling texting handset burner
    voicemail answers picks number line celular handy movil m\u00f3vil whatsapped msg message messaged
    rings hotline phones
"""
PHONE_WORDS = frozenset(_PHONE_WORDS.split())
_COUNTED = """
    room bed bay ward band step page chapter session year level bus route section table class grade tier
    floor platform episode season version psalm
"""
COUNTED = frozenset(_COUNTED.split())
_MEASURES = "bp hr rr bm wt bmi gcs iq map cbg sats phq gad"
MEASURES = frozenset(_MEASURES.split())
"""What is never the first part of a number that stands for somebody."""
