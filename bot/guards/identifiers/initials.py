"""Initials that stand for somebody: "client L.P.", "pt RB", "K.D. told me". Never degrees, trades or diagnoses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note

_ROLE = (
    r"(?:client|clients|patient|patients|pt|pts|ct|cl|resident|student|pupil|caller|participant|service user|su|yp|"
    r"young person|tenant|offender|probationer|detainee|inmate|supervisee|mentee|learner|boarder|guest|member|consumer|"
    r"trainee|carer|parent|foster child|case|bub|tamariki|kaumatua|whaiora)"
)
_AFTER_ROLE = re.compile(
    rf"(?<!\w)(?i:{_ROLE})(?:'s)?(?:,|:| -)? \(?[\"']?(?P<initials>[A-Z][A-Z]{{1,2}}|[A-Z]\.? ?[A-Z]\.?(?: ?[A-Z]\.)?)(?![\w/-])"
)
_AFTER_ROLE_SMALL = re.compile(
    r"(?<![\w'])(?:client|patient|pt|ct|cl|resident|student|pupil|caller|service user|participant) "
    r"(?P<initials>[a-z]{2}|[a-z]\.[a-z]\.?)(?![\w'./-])"
)
_DOTTED = re.compile(r"(?<![\w.@/])(?P<initials>[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)?|[A-Z]\.[A-Z](?![\w.]))(?!\w)")
_SMALL_DOTTED = re.compile(
    r"(?<![\w.@/])(?P<initials>[a-z]\.[a-z]\.(?:[a-z]\.)?)(?= (?:told|said|asked|cried|was|is|has|had|came|left|did|again|today|wants|rang)\b)"
)
_DOES = (
    r"(?:told|said|says|asked|asks|cried|cries|came|left|wept|laughed|smiled|rang|missed|walked|refused|disclosed|arrived|"
    r"wants|wanted|thinks|thought|feels|felt|seems|seemed|looked|sat|stood|slept|ate|sent|wrote|texted|called|cancelled|"
    r"canceled|didn't|doesn't|won't|wouldn't|couldn't|can't|hasn't|isn't|wasn't|relapsed|shouted|screamed|hugged|"
    r"dna'd|dna'ed|no-showed|ended|started|opened|shared|brought|talked|spoke|went|ran|hid|stayed|kept|got|hit|lost|died|"
    r"turned|showed|finally|still|again|nearly|just|almost|barely|never|always)"
)
_DOING = re.compile(
    rf"(?<![\w'./-])(?:[Mm]y )?(?P<initials>[A-Z]{{2}})(?:'s (?:mum|mom|dad|mother|father|wife|husband|partner|sister|brother|gran|son|daughter|house|flat|room|file|session|birthday|discharge|case|face|voice|parents|family|review)\b| {_DOES}\b)"
)
_MET = re.compile(
    r"(?<![\w'])(?i:session with|seen|saw|met with|met|visited|visit to|visit with|sat with|work with|working with|"
    r"discharged|ended with|1:1 with|call with|called|texted|time with|hour with|handover on|lost|intake with|"
    r"goodbye to|thinking about|thinking of|worried about|worry about|dreamt about|dreamed about|formulation for|notes on|"
    r"notes for|letter for|letter to|referral for|care plan for|review for|supervision about|supervision on|re) (?P<initials>[A-Z]{2})(?![\w'/-])(?! [A-Z])"
)
_TRADE_WORDS = """
    AA AB ABA ABC ABG AC ACE ACT AD ADD ADL AE AF AFC AI AKA AL AM AMA ANP AP APA APP AR ART AS ASD ASL ASW AT ATV AU AUD
    BA BAC BBC BC BD BF BID BLS BM BMI BMW BO BP BPD BPM BS BSL BTW CA CAB CAT CB CBD CBT CC CCG CD CE CEO CEU CFT CFS
    CHC CIA CM CMO CN CNA CNS CO COO COP CP CPA CPD CPN CPR CPS CQC CRT CS CSW CT CTO CV CVA CW CXR CYP DA DBS DBT DC DCS
    DD DEI DHS DI DIY DJ DM DMS DNA DNR DNS DOA DOB DOC DOH DOJ DR DSM DT DUI DV DVD DX EA EAP EAR EBP ECG ECT ED EDD EEG
    EFT EHR EIP EKG EMR EMS EMT ENT EOD EOL EP EPR ER ES ESA ESL EST ET ETA ETC EU EUPD FA FAQ FB FBI FC FFS FM FMLA FOI FT
    FTE FU FX FYI GA GAD GB GCS GF GI GM GMT GOT GP GPS HA HAZ HB HBO HC HCA HD HDU HIV HMO HO HPC HQ HR HRT HS HSE HTT HV
    HX IBS IC ICB ICD ICE ICU ID IDK IDT IEP IFS IG IM IMO IN INC IOP IP IPT IQ IRL IRS ISO IT ITU IUD IV IVF JD JP KG KS
    KFC LA LAC LAN LCSW LD LE LGBT LMFT LMHC LO LOL LOS LP LPC LPN LSW LTC MA MAM MAR MAT MBA MBT MC MCA MD MDD MDT ME MFT
    MG MH MHA MI MIA MID ML MM MMR MMSE MO MOT MP MPH MRI MS MSE MSW MVA NA NB NBA NC NCT ND NDA NDIS NED NFA NG NGO NHS NICE
    NICU NO NOK NP NPC NQN NRS NSAID NSW NT NVC NY NYC NZ OA OB OBS OBE OCD OD ODD OF OG OH OIC OK OLD OM OMG ON OP OPD OR
    OT OTA OTC OTR PA PAT PB PBS PC PCP PD PE PEG PET PG PGY PHD PHQ PI PIN PIP PJ PLC PM PMO PMS PO POA POC PPE PPI PR PRN
    PS PSA PSW PT PTA PTO PTSD PV QA QI QR QT QUE RA RAD RBT RC RD RE RMN RN RNG RO ROM RR RSI RSPCA RT RTA RTO RV RX SA SAD
    SALT SAR SB SC SCR SE SEN SFBT SG SGM SH SI SIB SIDS SLA SLP SLT SMS SMI SN SO SOB SOP SOS SP SPD SPR SSN SSRI ST STD
    STI STR SU SUD SUI SUV SW SX TA TAF TB TBH TBI TC TD TENS TF TGIF TIA TIC TLC TM TMI TMJ TN TO TPN TPR TTO TV TX UA UK
    UN UNO UP US USA USB UTI UV VA VAD VC VF VIP VPN VR VS VT WA WC WFH WHO WI WIP WP WRAP WTF XL YA YMCA YO YT YTD ADHD AN
    BE BY DO GO HE HI IF IS IT ME MY NO OF OH OK ON OR OX SO TO UP US WE PTS CIC HOD SLD PMLD ALN TAC PEP CIN MASH LADO IRO
    YOT YJS NPS CRC IOM PPO OMU SOTP AMHP RC SOAD IMHA IMCA EMDR EMD TF CPT PE IR ERP CFT CAT AMT DIT PCT TA BACP UKCP BPS HCPC
    SWE NMC GMC RCN RMO SHO FY SPR GPST ST HEE TRUST BAME LGBTQ TCA MAOI SNRI CBC FBC UE LFT TFT PR PV NG NJ EOLC DNACPR
    RESPECT AKI COPD CHF CAD DVT PE MRSA CDIFF HAI IPC OBS NEWS PEWS MEWS SBAR ABCDE TTA TTAS KT KTA RGN EN HCSW BSN DNP
    PMHNP APRN CRNA LVN UAP PCT PCA PTA COTA SPED IEP BIP FBA LRE GT GED SAT ACT GPA PTA PD CFO CTO VP PO PPO APO SPO UPW
    HDC ROTL OASYS MAPPA MARAC IDVA ISVA SARC DASH VPU FLO PC PCSO SGT DI DCI DS CID NCA HMP YOI IRC UNHCR IOM ICRC MSF WFP
    UNICEF TOT PSS PFA MHPSS GBV CP CFS SRH NFI WASH PWD PLWHA ARV ART HTC VCT CHW ASHA ANM PHC CHO MO DMO BDO
"""
_TRADE = frozenset(_TRADE_WORDS.lower().split())
_NOT_AFTER_ROLE_WORDS = """
    BP HR RR OT PT SI HI SH DV IV IM PO PR NG ED ER OR TV GP RN ID MH CP SW CC CO NB VS HX TX DX RX SX FX OK UK US EU AA
    NA GA AT AN AS IS IN ON NO TO OF BY BE SO UP HE WE ME MY IT IF DO GO AM PM OD OA RA MS HV TB OP IP CT QR PC TA
    DB DD RE RC VR AI DC FB IG AD HD LD ID BD SZ PD NQ TX VA LA NY NZ SA
"""
_NOT_AFTER_ROLE = frozenset(_NOT_AFTER_ROLE_WORDS.lower().split())
_SMALL_WORDS = """
    is in on at to of it he me my we us so or no if do go by be as an am up ok hi oh ed ot rn gp hx tx dx rx sx px fx bp hr
    rr iv im er tv pc ip op sw cm dv sh si mh pt ct cl id re vs ft dr mr ms st nd rd th ad ex ha ya ma pa da la de un el en
    et ne su tu ni na ia uk eu ai od os fu cp cc pm uh um mm nb np pe po pr qi qa sc sl tb ti ta wc xx aa ab ac ag ah ar
    ba bc bd bi cd co cv di eh er es ir ki li lo mo mi nt nu ho hm hs ho ie eg ps pj
"""
_WORDS = frozenset(_SMALL_WORDS.split())
_DEGREE_DOTS = frozenset(
    (
        "am",
        "pm",
        "us",
        "uk",
        "eu",
        "md",
        "ba",
        "ma",
        "ps",
        "rn",
        "nb",
        "dc",
        "la",
        "ny",
        "ot",
        "er",
        "aa",
        "ie",
        "eg",
        "phd",
        "un",
    )
    + (
        "bc",
        "ad",
        "usa",
        "po",
        "na",
        "ce",
        "ed",
        "tv",
        "id",
        "pa",
        "jd",
        "do",
        "np",
        "pt",
        "ok",
        "va",
        "iq",
        "dob",
        "mrn",
        "sw",
    )
)
_NAME_BEHIND = re.compile(r" ?[A-Z][a-z]")


def initials(note: Note) -> Iterator[Found]:
    """Yield two or more initials that stand for a person somebody works with."""
    text = note.plain
    if text.isupper():
        return
    for match in _AFTER_ROLE.finditer(text):
        yield from _unless(match, _NOT_AFTER_ROLE)
    for match in _AFTER_ROLE_SMALL.finditer(note.low):
        yield from _unless(match, _WORDS)
    if "." in text:
        for pattern in (_DOTTED, _SMALL_DOTTED):
            for match in pattern.finditer(text):
                if _letters(match) not in _DEGREE_DOTS and not _NAME_BEHIND.match(text, match.end()):
                    yield _found(match)
    for pattern in (_DOING, _MET):
        for match in pattern.finditer(text):
            yield from _unless(match, _TRADE)


def _unless(match: re.Match[str], no_person: frozenset[str]) -> Iterator[Found]:
    """Yield the initials, unless without points they are a word or an abbreviation of the trade."""
    letters = _letters(match)
    is_pointed = "." in match["initials"] or " " in match["initials"]
    if is_pointed or letters not in (no_person if len(letters) == len("RB") else _TRADE):
        yield _found(match)


def _letters(match: re.Match[str]) -> str:
    return match["initials"].replace(".", "").replace(" ", "").lower()


def _found(match: re.Match[str]) -> Found:
    return Found(start=match.start("initials"), end=match.end("initials"), category=Category.INITIALS)
