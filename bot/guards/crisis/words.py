"""The words of the danger guard, as patterns over small letters with one kind of apostrophe."""

from __future__ import annotations

import re

CLAUSES = re.compile(r"[.;!?\n]+|(?<=\w), (?=i |i'|he |she |they |but |and )|\bbut\b")


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + r")(?!\w)")


_KIN = (
    r"mum|mom|mother|dad|father|brother|sister|son|daughter|aunt|uncle|cousin|nan|gran|grandad|wife|husband|"
    r"partner|boyfriend|girlfriend|ex|friend|mate|flatmate|neighbour|neighbor|boss|colleague|coworker"
)
_SOMEBODY = (
    r"client|clients|patient|patients|pt|ct|resident|student|pupil|caller|kid|child|teen|"
    r"teenager|boy|girl|man|woman|"
    r"lad|lads|guy|lady|trainee|supervisee|someone|somebody|member|" + _KIN
)
OTHERS = _any(
    r"he|she|they|him|her|them|he's|she's|they're|he'd|she'd|he'll|she'll|hers|his|their",
    rf"(?:my|a|the|our|this|that|one of my|one of our|another|young|his|her)?\s?(?:{_SOMEBODY})(?:'s)?",
)
OTHERS_FIRST = _any(r"he|she|they|he's|she's|they're|he'd|she'd|he'll|she'll", _SOMEBODY)
MINE = _any(
    r"i",
    r"i'm",
    r"im",
    r"i've",
    r"i'd",
    r"i'll",
    r"me",
    r"my",
    r"myself",
)
ME_FIRST = _any(
    r"i",
    r"i'm",
    r"im",
    r"i've",
    r"ive",
    r"i'd",
    r"i'll",
    r"so do i",
    r"without me",
    r"with me dead",
    r"myself",
    r"with me",
    r"my own",
)

IDIOMS = _any(
    r"(?:knees?|back|feet|head|shoes|heels|neck|paperwork|inbox|audit|commute|rota|legs?|shift|it|"
    r"this|that|heat|suspense)(?: is| are|'s|'re)? ?(?:killing|killed) (?:me|us)(?: but)?",
    r"dying (?:to|for|of (?:laughter|boredom|embarrassment)|lol|laughing)(?: \w+)?",
    r"(?:to )?die for",
    r"die of (?:embarrassment|boredom|laughter)",
    r"died (?:laughing|of embarrassment|a little inside)",
    r"(?:could|would|i'd) (?:murder|kill for) an? \w+(?: \w+)?",
    r"(?:he|she|they|mum|my \w+)(?:'ll| will|'d| would) (?:murder|kill|shoot|strangle) me if",
    r"(?:nearly |almost )?(?:had|having|gave (?:me|us)) a heart attack",
    r"dead (?:funny|good|easy|tired|slow|quiet|boring|keen|on my feet|to the world|line|beat|lucky|"
    r"serious)",
    r"(?:kill|shoot) me now",
    r"over my dead body",
    r"drop(?:ping)? dead gorgeous",
    r"killing time",
    r"killed (?:it|time|the mood)",
    r"death by \w+",
    r"death march",
    r"sick to death",
    r"bored to (?:death|tears)",
    r"scared to death",
    r"worked to death",
    r"flogging a dead horse",
    r"cut me some slack",
    r"shot down",
    r"take a stab",
    r"stab in the dark",
    r"bite the bullet",
    r"jump(?:ing)? (?:ship|for joy|the gun)",
    r"(?:give|giving) my right arm",
    r"bombed",
    r"slay(?:ed|ing)?",
    r"nailed it",
    r"the (?:projector|printer|laptop|battery|phone|wifi|car) died",
    r"hang(?:ing)? (?:in|on) (?:there|in)",
    r"at the end of my tether",
    r"killer (?:heels|deadline|playlist)",
    r"suicide (?:squad|squeeze)",
)

LONG_AGO = _any(
    r"(?:at school|as a (?:teen|teenager|child|kid|student)|years ago|long (?:behind me|ago)|decades? "
    r"ago|when i was (?:young|younger|a (?:child|kid|teen|student)|\d+|at school|in training))",
    r"(?:ten|fifteen|twenty|thirty|several|many|\d+) years ago",
)
TEACHING = _any(
    r"(?:slides|awareness|training (?:day|session|course|slides)|workshop|policy|protocol|screening "
    r"tool|module|lecture|chapter|article|research|webinar|risk assessment form|leaflet|guideline|"
    r"guidelines|podcast|audit)",
)
DENIED = _any(
    r"(?:not|never|no longer|wasn't|isn't|am not|i'm not|don't feel|without) (?:feeling )?(?:suicidal|"
    r"in danger|at risk)",
    r"(?:don't|do not|didn't|never|no longer|doesn't|does not) (?:have|had|has) (?:any )?(?:thoughts?|"
    r"plans?|urges?)",
    r"(?:don't|do not|doesn't|never|no longer) want(?:s)? to (?:die|kill|hurt|harm|end)",
    r"nobody (?:is|was) (?:in danger|at risk|hurt)",
    r"no(?:body| one) (?:is|was) hurt",
    r"denied? (?:any )?(?:si|suicid\w+)",
    r"no si",
    r"expected death",
    r"end(?:ing)? the (?:placement|session|contract|meeting|call|job)",
)

WISH_TO_DIE = _any(
    r"(?:want|wants|wanted|wanting|wish|wishes|wished|begged|begging|going|plan|plans|planned|"
    r"planning|decided|ready|rather|need|thinking (?:of|about)|thought (?:of|about)|urges?|trying|"
    r"tried|threatened|threatening|threatens) (?:to )?(?:die|dying|be dead|be gone|kill(?:ing)? (?:my|"
    r"him|her|them)sel(?:f|ves)|end(?:ing)? (?:it(?: all)?|my life|his life|her life|their life|"
    r"everything)|not (?:be|exist)|jump(?:ing)?|hang(?:ing)? (?:my|him|her)self|hurt(?:ing)? (?:my|"
    r"him|her)self|harm(?:ing)? (?:my|him|her)self|overdos(?:e|ing)|cut(?:ting)? (?:my|him|her)self|"
    r"take (?:my|his|her|their) (?:own )?life|suicide)",
    r"(?:don't|do not|doesn't|didn't|can't|cannot|couldn't) (?:want to (?:live|be here|be alive|wake "
    r"up|exist)|go on(?: living)?|live like this)(?: any ?more)?",
    r"(?:want|wish)(?:s|ed)? (?:i|to) (?:was|were|be) (?:dead|gone)",
    r"wish i (?:was|were) dead",
    r"better off (?:dead|without me|with me dead)",
    r"(?:he'll|she'll|they'll|i'll|will|might) (?:kill|hurt|harm) (?:my|him|her|them)sel(?:f|ves)",
)
DEADLY = _any(
    r"suicid\w*",
    r"suicdal",
    r"suicidial",
    r"unalive(?: \w+)?",
    r"self[- ]?harm\w*",
    r"overdos(?:e|ed|ing)",
    r"\bsi\b",
    r"attempted(?: \w+)?",
    r"took (?:his|her|their) own life",
    r"take my own life",
    r"killed (?:him|her|them)self",
    r"died by (?:his|her|their) own hand",
    r"(?:cut|burned|burnt|scratched|hit) my(?:self| (?:arms?|thighs?|wrists?|legs?|skin))",
    r"enough (?:tablets|pills|insulin|medication)",
    r"(?:a|got a) gun and a date",
    r"on the (?:tracks|bridge|ledge|roof)",
    r"scared of what i might do",
    r"(?:want|begged|plan) to die",
    r"want to be dead",
    r"end my life",
    r"kill myself",
    r"dead, finished",
    r"begged to die",
    r"wants to die",
    r"not safe with myself",
)
FAREWELL = re.compile(
    r"(?:^\s*|(?<!\w)i (?:have |just )?)(?:wrote|written|left|leaving|writing) (?:a |my |some )?"
    r"(?:notes?|letters?|goodbyes?) (?:to|for) (?:my|the|them|everyone)(?!\w)"
)
"""Somebody who writes goodbyes names nobody else as the one who does it."""
MY_OWN = _any(
    r"so do i",
    r"without me",
    r"with me dead",
    r"me too",
    r"and i do too",
)
QUOTED = re.compile(
    r'"([^"]*)",? (?:(?:he|she|they|(?:my |the |a )?\w+) (?:said|says|told|texted|asked|wrote)|'
    r"(?:said|says) (?:he|she|they))"
)
"""What somebody else said, word for word: its "I" is theirs."""
HURT_BY = _any(
    r"(?:he|she|they|my (?:\w+ )?(?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mother|"
    r"mum|brother|son)) (?:\w+ )?(?:hits|hit|beats|beat|punched|punches|kicked|choked|strangled|raped|"
    r"threatens|threatened|hurt|hurts|pushed|slapped) me",
    r"(?:he|she|they) (?:follows|followed|waits for|watches|stalks) me(?: \w+)?",
    r"(?:terrified|afraid|scared|frightened) (?:of (?:him|her|my (?:husband|wife|partner|boyfriend|"
    r"girlfriend|ex))|to go home)",
    r"(?:burn|kill|shoot|stab)(?:s)? (?:the house with )?me(?: in it)?",
    r"not safe at home",
    r"unsafe at home",
    r"he has (?:a|the) (?:knife|gun)(?: out)?",
)
HARM = _any(
    r"(?:i'm going to|i am going to|i will|i'll|i want to|i might|i could|i'm gonna|i keep imagining|"
    r"i keep thinking (?:of|about)) (?:hurt(?:ing)?|kill(?:ing)?|beat(?:ing)?|hit(?:ting)?|"
    r"stab(?:bing)?|strangl(?:e|ing)|shoot(?:ing)?|punch(?:ing)?|attack(?:ing)?) (?:him|her|them|that|"
    r"the|this|my (?!self)|a |an )(?:\w*)",
    r"i (?:hit|slapped|shook|punched|kicked|pushed|hurt|shoved|grabbed|choked|restrained) (?:a |the |"
    r"my |him|her|them|one of)(?:\w*)",
    r"(?:nearly|almost) (?:shook|hit|slapped|threw|hurt|smothered) (?:the|my|a|him|her|them)(?: \w+)?",
    r"(?:put|got|have|keep|packed) a (?:knife|gun|blade|hammer) in my (?:bag|pocket|car|drawer|locker)",
    r"got (?:her|his|their) address now",
    r"gave (?:him|her|them) extra (?:sedation|medication|insulin)(?: \w+)*",
    r"to shut (?:him|her|them) up",
)
OTHER_HARM = _any(
    rf"(?:{_SOMEBODY}|he|she|they)(?:'s \w+)? (?:\w+ )?(?:threatened|threatens|threatening|"
    r"wants|plans|going) to (?:stab|kill|hurt|shoot|attack|beat|rape|burn|harm) (?:a|his|"
    r"her|their|the|some|my|me)?(?: ?\w+)?",
    r"(?:beats|hits|hurts|touches|abuses|abused|strangled|choked|raped|molested|starves|locks) "
    r"(?:him|her|them)(?: up| in)?",
    r"(?:cuts|scars|marks) on (?:his|her|their) (?:arms?|wrists?|legs?|thighs?)",
    r"(?:sectioned|safeguarding|child protection|tarasoff)\b.{0,80}(?:die|abuse|stab|kill|"
    r"hurt|harm|concern)?",
)
WORN = _any(
    r"burn(?:t|ed) ?out",
    r"barely coping",
    r"not coping",
    r"can't cope",
    r"worthless",
    r"a burden",
    r"hopeless",
    r"pointless",
    r"no point(?: in \w+)?",
    r"nothing (?:i do )?(?:seems to )?matters?",
    r"can't (?:keep|carry|go on) (?:carrying|doing|going|this)(?: \w+)?",
    r"can't carry (?:this|on)",
    r"hate my life",
    r"stop existing",
    r"not wake up",
    r"don't wake up",
    r"didn't wake up",
    r"can't feel (?:anything|a thing)",
    r"numb",
    r"weeks of grey",
    r"feel nothing",
    r"(?:so|very|completely|utterly) alone",
    r"(?:i am|i'm|feel like i am) breaking",
    r"falling apart",
    r"at breaking point",
    r"don't see it getting better",
    r"never get better",
    r"crying (?:again|in the|every)(?: \w+)?",
    r"(?:wine|drink|drinking|vodka|bottle)\b.{0,80}(?:every night|to sleep|each night|more than)",
    r"can't do this any ?more",
    r"running on empty",
    r"nothing left(?: to give)?",
    r"disappear",
    r"no joy",
)
