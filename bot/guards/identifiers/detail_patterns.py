"""Patterns of rare detail, by kind, over small letters with one kind of apostrophe. Compiled at first use."""

from __future__ import annotations

import re
from functools import cache

from bot.guards.identifiers.detail_words import Kind


def _any(*patterns: str) -> str:
    return r"\b(?:" + "|".join(patterns) + ")"


_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBER = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|"
    r"five|six|seven|eight|nine))?|one|"
    rf"{_SMALL}|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_NOT_AGE = (
    r"(?!\w|[:/%]|[.]\d|[ -](?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|sessions?|times?|points?|"
    r"percent|mg|ml|am|pm|out of|of|years?[ -](?!old)|people|clients?|patients?|visits?|calls?|o'clock|"
    r"late|down|up|past|to)\b)"
)
_AREA = (
    r"(?:county|country|hospital|town|village|city|region|state|trust|clinic|school|valley|island|parish|"
    r"district|world|area|team|club|estate|street|year|class|college|community)"
)
_COLOUR = r"(?:red|blue|green|yellow|orange|pink|purple|violet|silver|gold|golden|white|black|ginger)"
_WHERE = (
    r"(?:by|on|above|below|opposite|behind|near|beside|next to|across from|over|up at|down at|under|past|"
    r"beyond|outside|from|at|in|to) (?:the|our|that) "
)

_PATTERNS: dict[Kind, str] = {
    Kind.RARE: _any(
        r"the only (?!one|thing|way|time|reason|option|question|part|place|word|sound|bit|"
        r"point)(?:[\w'-]+ ){1,4}(?:in|at|on|with|who|to|from|for) ",
        rf"only (?:[\w'-]+ )?(?:child|pupil|person|case|girl|boy|man|woman|one)? ?(?:in|"
        rf"at) \w+ (?:whole )?{_AREA}\b",
        rf"first (?:[\w'-]+ ){{1,6}}(?:in|at) (?:the|this|our|that|his|her) (?:whole )?{_AREA}\b",
        rf"(?:{_SMALL}) people in the (?:world|country)\b",
        r"(?:first|only) (?:case|transplant)\b",
        rf"(?:one of|only|just) (?:{_SMALL}) (?:others?|people|cases|families|in)\b",
        rf"(?:nobody|no one|none) else in (?:the|this|our) {_AREA}\b",
        r"rare (?:\w+ )?(?:condition|disease|disorder|cancer|tumou?r|illness|syndrome|form|blood|gene|"
        r"defect)\b",
        r"(?<!imposter )(?<!impostor )syndrome\b",
        r"early[- ]onset\b",
        r"(?:plane|air|train|bus|coach|helicopter|ferry|minibus|tram) (?:crash|disaster)\b",
        r"(?:flight|plane|helicopter) (?:that|which) (?:came|went) down\b",
        r"(?:in|on|made|reached) (?:(?:all|over|the|local|national|evening|sunday) ){1,3}(?:news|papers?|"
        r"front page|telly|tv|radio)\b",
        r"front page\b",
        r"accident at (?:the|an?) \w+ (?:show|fair|plant|works|mine|factory|park|circus|station|pool|site)\b",
        r"(?:lost|missing|without) (?:an?|his|her|their|both|one)(?: \w+)? (?:arm|leg|hand|foot|eye|ear|"
        r"thumb|finger)s?\b(?! (?:contact|on))",
        r"(?:lost|missing|without) both (?:feet|eyes)\b",
        r"(?:the|that) (?:siege|shooting|fire at|flood|explosion|stabbing|hijack|murder|mine collapse)\b",
        r"(?:struck|hit) by (?:lightning|a train)\b",
        r"(?:witness protection|murder (?:trial|case)|locked[- ]in|motor neurone?)\b",
        r"(?:brother|sister|son|daughter|father|mother|husband|wife|baby)'s (?:drowning|murder|hanging)\b",
    ),
    Kind.PUBLIC: _any(
        r"lighthouse keeper\b",
        r"(?:swam|swims|ran|runs|played|plays|rowed|rows|boxed|boxes|fenced|rode|cycled|skied|"
        r"sang) for (?:his|her|their|the) (?:country|nation|queen|king)\b",
        r"(?:the|an|our|local|former) (?:imam|mp) (?:of|at|for)\b",
        r"(?:member of parliament|well[- ]known|famous|household name)\b",
        r"(?:tv|radio|news|weather) (?:presenter|host|anchor)\b",
        r"(?:high court judge|fire chief|chief constable|police chief|prison governor|world champion|"
        r"drag queen|beauty queen)\b",
    ),
    Kind.OCCUPATION: _any(
        r"(?:an?|the|retired|former|county) (?:judge|vet|pilot|clown|diver|conductor|minister|poet|actor|"
        r"sailor|miner|drummer|jeweller|brewer|chess player|ringmaster|butcher)\b(?! (?:me|project|study|"
        r"scheme|group|of me|light))",
        r"(?:funeral director|bell[- ]?ringer|opera singer|ballet dancer|grave digger)\b",
        r"(?:plays|played|keeps goal|runs|sings) for (?:the|a) (?:\w+ )?(?:county|town|city|club|side|"
        r"team)\b",
        r"(?:runs?|owns?|keeps?|ran|owned|kept) the (?:\w+ )?(?:cinema|pub|inn|bakery|post office|shop|"
        r"chippy|mill|garage|hotel|ferry|zoo|circus|farm|brewery|dairy|kennels|stables|forge|sawmill)\b",
    ),
    Kind.AGE: _any(
        rf"{_NUMBER}[- ]?(?:years?[- ]old|yrs?[- ]old|yo|y/o|y\.o|yr[- ]old|months?[- ]old|weeks?[- ]old)\b",
        rf"aged? {_NUMBER}\b",
        rf"(?:(?<=,)|(?<=, )|(?<=\()|(?<=[.!?] )|(?<= now )|(?<![\s\S])){_NUMBER}(?=[,.;)]|\Z| and |"
        rf" from )(?![.,]\d)",
        rf"(?:he|she|they|who)(?:'s|'re| is| was| are| were| turned| turns| just turned)(?: (?:only|just|"
        rf"nearly|almost|about|now|barely))? {_NUMBER}{_NOT_AGE}",
        r"(?:\d{1,2}[mf]|[mf]\d{2})\b",
        rf"(?:lad|boy|girl|man|woman|lady|gentleman|child|kid|teen|teenager) of {_NUMBER}{_NOT_AGE}",
        rf"(?:is|onset|died|widowed|diagnosed|retired|married|widow|pregnant) (?:at )?{_NUMBER}(?=[ ,.;]|"
        rf"\Z){_NOT_AGE}",
    ),
    Kind.PLACE: _any(
        rf"{_WHERE}(?:[\w'-]+ )?(?:hill|bridge|mill|farm|coast|mine|cliffs?|moors?|border|dam|canal|lodge|"
        rf"river|lake|"
        r"market|square|high street|lane|station|level crossing|airport|beach|docks|port|woods|forest|"
        r"mountains?|caravan park|campsite|town hall|corner shop|cathedral|stadium|racecourse|glen|bay|"
        r"estuary|marsh)\b",
    ),
    Kind.FAMILY: _any(
        rf"(?:{_SMALL}|\d{{1,2}}|thirteen|fourteen) (?:[\w'-]+ ){{0,2}}?(?:sons|daughters|children|kids|"
        rf"grandchildren|"
        r"grandkids|siblings|brothers|sisters|wives|husbands|boys|girls|step-?children|babies)\b",
        rf"(?:family|mother|father|mum|mom|dad|parent|gran|youngest|eldest|oldest|one) of (?:{_SMALL}|"
        rf"\d{{1,2}})\b"
        r"(?! (?:minutes|people|us))",
        r"(?:twice|three times|four times|thrice)[- ](?:widowed|married|divorced)\b",
        r"(?:his|her|their|two) (?:mums|moms|dads)\b",
    ),
    Kind.DAY: _any(
        r"(?:in|since|last|until|next|this|early|late|of) (?:may|march)\b",
        r"(?:\d{1,2}[:.][0-5]\d|\d{1,2} ?(?:am|pm))\b",
        r"(?:quarter|half|ten|five|twenty) (?:past|to) (?:one|two|three|four|five|six|seven|eight|nine|"
        r"ten|eleven|twelve|\d{1,2})\b",
        r"\d{1,2}(?:st|nd|rd|th)\b(?! (?:session|time|grade|floor|visit|week|attempt))",
    ),
    Kind.INSTITUTION: _any(
        r"(?:the|an?|our|that|this|his|her) (?:\w+ )?(?:prison|university|academy|library|temple|"
        r"county side|town hall|city hall|fire station|police station|boarding school|village school|"
        r"grammar school|football club|rugby club|sailing club|air base|army base|power station|"
        r"law court)\b",
        r"st\.? [a-z]+'s\b",
    ),
    Kind.LOOK: _any(
        rf"{_COLOUR} (?:[\w-]+ )?(?:hair|beard|hat|coat|scooter|van|car|turban|wheelchair|glasses|boots|"
        rf"bike|bicycle|"
        r"parrot|scarf|suit|cloak|wig|moustache|mustache|caravan|jacket|dress|cap|hoodie|motorbike|tooth|"
        r"teeth|umbrella|nails|tracksuit|overalls|sari|robe|shoes|gloves|truck)\b",
        r"(?:eye patch|glass eye|gold tooth|guide dog|false leg|wooden leg|handlebar moustache|"
        r"hearing dog|white cane)\b",
        r"(?:scar|burns|tattoo) (?:on|across|over|down) (?:his|her|their)\b",
        r"(?:deaf\b(?! ears)|blind (?:man|woman|girl|boy|since|in one)\b)",
    ),
}
_AS_WRITTEN = {
    # Without its capital it is mostly a verb.
    Kind.ORIGIN: r"\bPolish\b|\b(?:a|young|old|elderly) polish\b",
    Kind.PLACE: _any(
        r"(?:from|near|outside|in) (?!Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|"
        r"Sep|Oct|Nov|Dec|Super|Group|Engl|Eng\b|Mum|Dad|Christ)[A-Z][a-z]{3,}\b"
    ),
    Kind.INSTITUTION: _any(
        r"[A-Z][a-z]+ (?:School|College|Hospital|House|Lodge|Hospice|Church|Court|Primary|Academy|Clinic|"
        r"Prison|Hall)\b",
        r"St\.? [A-Z]\w+",
    ),
}


@cache
def patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Return what is looked for in small letters, by kind."""
    return tuple((kind, re.compile(each)) for kind, each in _PATTERNS.items())


@cache
def patterns_as_written() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Return what is looked for in a text as it was written: capitals say what small letters would not."""
    return tuple((kind, re.compile(each)) for kind, each in _AS_WRITTEN.items())


MINE = re.compile(
    r"(?:(?<=[.!?\n] )|(?<=\n)|(?<![\s\S]))(?:i'm|im|i am|i was) (?:an?|the|only|from|born|raised|"
    r"brought up|\d+)\b"
)
"""A sentence begins with what its writer is: the rest of it is theirs, whoever else stands in it."""
MINE_ALONE = re.compile(r"\b(?:i'm|im|i am|i was|i turned|i come from|i grew up|i belong|i've been)\b")
"""The writer's own, as long as nobody else stands in the sentence."""
SENTENCE_ENDS = re.compile(r"[.!?](?=\s|\Z)|\n")
