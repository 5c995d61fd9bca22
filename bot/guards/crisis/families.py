"""Words that stand for each other: where a wording names a few of a family, it means them all."""

from __future__ import annotations

_FAMILIES = """
monday tuesday wednesday thursday friday saturday sunday weekend
tonight tomorrow today yesterday later soon
christmas xmas birthday easter summer spring winter autumn eid diwali graduation wedding anniversary
garage shed loft attic boot wardrobe cupboard drawer locker bag rucksack handbag pocket glovebox cellar \
barn basement trunk van tin box suitcase
kids children boys girls son daughter sons daughters wife husband mum mam mom dad parents sister brother \
partner family nan gran grandkids nephew niece pickney bairns
dog cat dogs cats rabbit hens horse fish parrot budgie pets hamster goats
baby infant newborn toddler child wean bairn bub
resident patient client pupil student
arm arms wrist wrists thigh thighs leg legs hip hips stomach forearm forearms skin shoulder belly calf calves
rib ribs nose jaw wrist arm finger fingers collarbone cheekbone eardrum tooth teeth hand eye lip toe thumb \
ankle knee
punched slapped kicked strangled choked belted smacked thumped battered headbutted whacked struck clouted \
walloped
punches slaps kicks strangles chokes belts smacks thumps batters headbutts whacks clouts wallops
punch slap kick strangle choke belt smack thump batter headbutt whack strike clout wallop hurt stab
hitting punching slapping kicking strangling choking belting smacking thumping battering beating \
headbutting whacking striking hurting stabbing
bridge ledge roof cliff platform tracks overpass viaduct balcony parapet pier railway flyover multistorey \
quarry rooftop rocks terrace
river sea canal lake loch weir quay harbour reservoir ocean lagoon dam estuary
tablets pills meds paracetamol insulin morphine diazepam lorazepam zopiclone codeine tramadol amitriptyline \
quetiapine sertraline propranolol temazepam oxycodone sleepers painkillers antidepressants capsules benzos
sedation lorazepam haloperidol diazepam phenergan piriton melatonin antihistamine syrup promethazine \
quetiapine risperidone olanzapine zopiclone midazolam calpol
rope noose ligature cord hosepipe helium charcoal
gun rifle shotgun pistol revolver firearm handgun
knife machete blade axe panga scissors screwdriver cleaver dagger
bat hammer crowbar hurley spanner poker wrench bar stick
wine vodka gin whisky whiskey brandy rum beer cider prosecco lager sherry tequila bourbon stout port
car toilet toilets sluice cupboard shower bathroom stairwell loo carpark cloakroom pantry store linen
tea coffee milk juice porridge soup yoghurt beaker bottle custard formula milo cocoa squash
commode toilet bath cot chair wheelchair bed highchair hoist shower
letters letter notes note envelope envelopes
passport phone salary wages money cards keys visa documents papers
husband wife partner boyfriend girlfriend ex fiance fella dad father mother mum brother son stepdad uncle
school house flat street road ward work clinic office gym nursery church
hours days weeks months years
always constantly daily nightly everyday
empty numb hollow flat dead blank grey cold
useless worthless hopeless pointless pathetic helpless
exhausted drained shattered knackered broken spent wrecked
panic dread anxiety terror fear
lorry bus truck train car tram van
told said texted messaged whispered shouted screamed wrote
rang called phoned texted alerted
scared afraid frightened terrified petrified
shook slapped shoved pushed grabbed dragged yanked pinched smacked
quiet asleep silent sleepy drowsy
cried screamed yelped whimpered sobbed begged howled winced roared
"""
_AT_LEAST = 3
"""How many of a family a wording has to name."""


def widened(words: frozenset[str]) -> frozenset[str]:
    """Return `words`, and with them each family of which they name at least three."""
    if len(words) < _AT_LEAST:
        return words
    named: dict[int, int] = {}
    for word in words:
        for family in _OF.get(word, ()):
            named[family] = named.get(family, 0) + 1
    wide = [_SETS[family] for family, count in named.items() if count >= _AT_LEAST]
    return words.union(*wide) if wide else words


_SETS = tuple(frozenset(line.split()) for line in _FAMILIES.strip().splitlines())
_OF: dict[str, tuple[int, ...]] = {}
for _number, _family in enumerate(_SETS):
    for _word in _family:
        _OF[_word] = (*_OF.get(_word, ()), _number)
