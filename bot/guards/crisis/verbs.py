"""The forms of English verbs, so that a list names each verb once."""

from __future__ import annotations

import re

_IRREGULAR = {
    forms.split()[0]: frozenset(forms.split())
    for forms in """
hit hits hitting|cut cuts cutting|hurt hurts hurting|beat beats beating beaten bate|shoot shoots shooting \
shot|burn burns burning burned burnt
shake shakes shaking shook shaken|throw throws throwing threw thrown|bite bites biting bit bitten|choke \
chokes choking choked
hold holds holding held|hang hangs hanging hung hanged|put puts putting|take takes taking took taken tek|\
give gives giving gave given gie
buy buys buying bought|keep keeps keeping kept|write writes writing wrote written|leave leaves leaving left|\
make makes making made
go goes going went gone|do does doing did done|think thinks thinking thought|get gets getting got gotten|\
say says saying said
tell tells telling told|find finds finding found|break breaks breaking broke broken|drive drives driving \
drove driven
stand stands standing stood|tie ties tying tied|lie lies lying lay lied|die dies dying died|sleep sleeps \
sleeping slept
drink drinks drinking drank drunk|eat eats eating ate eaten|steal steals stealing stole stolen|know knows \
knowing knew known
feel feels feeling felt|lose loses losing lost|set sets setting|let lets letting|sit sits sitting sat|see \
sees seeing saw seen
come comes coming came|run runs running ran|drag drags dragging dragged|grab grabs grabbing grabbed|slap \
slaps slapping slapped
stab stabs stabbing stabbed|shove shoves shoving shoved|strangle strangles strangling strangled|throttle \
throttles throttling throttled
rape rapes raping raped|force forces forcing forced|wrap wraps wrapping wrapped|pin pins pinning pinned|\
spit spits spitting spat
begin begins beginning began begun|swallow swallows swallowing swallowed|whip whips whipping whipped|clip \
clips clipping clipped
wallop wallops walloping walloped|batter batters battering battered|drug drugs drugging drugged|slit slits \
slitting|sell sells selling sold
smack smacks smacking smacked|knock knocks knocking knocked|drown drowns drowning drowned|jump jumps \
jumping jumped|plan plans planning planned
stop stops stopping stopped|cry cries crying cried|carry carries carrying carried|stockpile stockpiles \
stockpiling stockpiled
step steps stepping stepped|slip slips slipping slipped|headbutt headbutts headbutting headbutted|dream \
dreams dreaming dreamed dreamt
want wants wanting wanted|try tries trying tried|stalk stalks stalking stalked|track tracks tracking \
tracked|wear wears wearing wore
bring brings bringing brought|pop pops popping popped|tip tips tipping tipped|bury buries burying buried|\
fight fights fighting fought
swing swings swinging swung|speak speaks speaking spoke spoken|read reads reading|pay pays paying paid|wake \
wakes waking woke woken
""".replace("\n", "|").split("|")
    if forms
}


_DOUBLING = re.compile(r"[^aeiou]+[aeiou][^aeiouwxyh]")
"""Short verbs that double their last letter: "flog", "flogged"."""


def forms(verb: str) -> frozenset[str]:
    """Return the forms of `verb`: its own, and those with -s, -ed and -ing."""
    known = _IRREGULAR.get(verb)
    if known is not None:
        return known
    if verb.endswith("e"):
        return frozenset({verb, verb + "s", verb + "d", verb[:-1] + "ing"})
    if verb.endswith("y") and verb[-2] not in "aeou":
        return frozenset({verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"})
    if _DOUBLING.fullmatch(verb):
        return frozenset({verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"})
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return frozenset({verb, verb + ending, verb + "ed", verb + "ing"})


def word_set(*texts: str) -> frozenset[str]:
    """Return the words of `texts`; `hit*` stands for all forms of "hit"."""
    found: set[str] = set()
    for word in " ".join(texts).split():
        found |= forms(word[:-1]) if word.endswith("*") else {word}
    return frozenset(found)
