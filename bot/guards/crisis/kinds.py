"""Kinds of words that the wordings of the danger guard are made of."""

from __future__ import annotations

from bot.guards.crisis import people
from bot.guards.crisis.verbs import word_set

_ME = word_set("me myself mi")
_SELF = word_set("myself himself herself themself yourself")
_MY = word_set("my mi our")
_A = word_set("a an the my mi his her their that this some our one another any its")
_BODY = word_set(
    "arm arms wrist wrists leg legs thigh thighs hip hips stomach belly skin forearm forearms shoulder \
chest neck throat face head eye "
    "eyes jaw nose mouth lip lips hand hands finger fingers knuckles ribs rib ankle foot feet knee shin \
hair back tooth teeth ear bum "
    "bottom cheek cheeks veins wrists skull temple ankles toes nails body"
)
_SKIN = word_set(
    "arm arms wrist wrists leg legs thigh thighs hip hips stomach belly skin forearm forearms veins ankles \
ankle chest shoulder"
)
_PILLS = word_set(
    "tablets pills meds medication medications medicine paracetamol ibuprofen insulin morphine oramorph \
fentanyl diazepam lorazepam "
    "temazepam zopiclone zolpidem ambien xanax valium ativan codeine tramadol oxycodone oxycontin percocet \
amitriptyline sertraline "
    "quetiapine olanzapine risperidone haloperidol haldol clonazepam midazolam propranolol potassium \
digoxin antidepressants sleepers "
    "sleeping sedative sedatives sedation benzos benzo opioids opiates painkillers antihistamine phenergan \
piriton benadryl melatonin "
    "promethazine tylenol panadol aspirin lithium warfarin ketamine propofol methadone gabapentin \
pregabalin barbiturates mirtazapine "
    "fluoxetine panadols capsules blister calpol laxatives chlorpromazine chloral doses syringes vials \
ampoules ampoule vial seroquel "
    "syrup piriton calpol bleach pesticide poison sniper weedkiller antifreeze drugs patches patch tabs \
sedated prn rivotril lexotan buscopan trazodone"
)
_POISON = word_set(
    "poison bleach pesticide sniper weedkiller antifreeze rat paraquat cyanide acid organophosphate \
insecticide herbicide"
)
_TOOLS = word_set(
    "rope noose ligature blade blades razor razors scalpel gun rifle shotgun pistol revolver bullets bullet \
hosepipe hose charcoal helium "
    "cord flex knife knives belt dressing-gown cable stanley shells ammo cartridges exit canister \
tourniquet lanyard bag"
)
_WEAPON = word_set(
    "knife knives gun rifle shotgun pistol revolver machete bat hammer blade scissors hurley crowbar axe \
brick screwdriver wrench spanner "
    "hatchet cutlass panga scalpel acid petrol matches sjambok cane poker pan bottle cricket iron rod taser \
dagger cleaver bullets"
)
_HEIGHT = word_set(
    "bridge bridges tracks track ledge roof rooftop platform cliff cliffs overpass viaduct multistorey \
storey terrace balcony railway rails "
    "train trains river sea canal weir loch quay pier dam ocean water barrier lorry lorries truck trucks \
tram bus traffic motorway edge "
    "rail railing railings parapet lake tree beam rafters reservoir gorge underpass bypass tube tower \
window stairwell crossing harbour "
    "wall matatu okada pole tracks flyover"
)
_WANT = word_set(
    "want* waan wan wanna wanting wish* hope* plan* decide* intend* ready tempted prefer need* crave* long* \
longing love like going begged beg begging "
    "trying try* tried threaten* thinking consider* contemplat contemplating urge urges aim fancy wan \
yearn* pray* rather deserve* "
    "determined desperate itching mean meant wanted meaning"
)
_DIE = word_set("die dying dead death")
_END = word_set("end* finish* stop* over")
_SELFHARM = word_set(
    "cut* burn* scratch* bite* slice* carve* slash* stab* punch* hit* bruise* hurt* harm* injure* starve* \
claw* scrape* pick* gouge* slit*"
)
_FRAIL = word_set(
    "baby infant newborn toddler child children kid resident residents patient client pupil elderly \
dementia mum dad nan gran son daughter"
)

_HARD = word_set(
    "strangle* strike struck striking box boxed whack* klap klapped shove* stab* punch* slap* rape* choke* \
batter* smack* kick* belt* thump* thrash* wallop* whip* flog* headbutt* assault* attack* "
    "molest* throttle* suffocate* smother* beat* hit* clobber* clout* cane* spank* cuff* deck* glass* bash* \
hammer* knife* shoot* rob* "
    "lamp* bottle* scald* burn* bruised abuse* grope* torture* drug* poison* lash* scratch* pummel* lick* \
nut* maul* "
    "murder* kill* stalk* threaten* menace* harass* traffick trafficked groom* grooming groomed bully* \
bullied exploit* starve* slit* "
    "knock* gut* backhand* twat* skelp* skelped bludgeon* pelt* clip* garrotte* drown* intimidate* \
blackmail* imprison* "
    "raped fondle* hurt* harm* injure* bite* headlock* chin*"
)
_ROUGH = word_set(
    "push* shove* spank* sedate* dope* touch* restrain* poke* prod* ram* crack* rammed cracked clock* \
floor* grab* shake* drag* pull* yank* pinch* squeeze* twist* tie* lock* throw* pin* wrench* grip* hold* \
trip* jab* poke* "
    "crack* break* swing* swipe* lunge* force* restrain* manhandle* jerk* slam* ram* cut* trap* bend* bent \
strap* gag* handcuff* haul* "
    "corner* tackle* wrestle* fling* flung flick* prod* cover* tape* leave* left ignore* starve* wash* \
clock* floor* get* hurl* tip*"
)
_MEAN = word_set(
    "kill* murder* stab* shoot* strangle* hurt* harm* attack* batter* beat* poison* smother* drown* burn* \
slit* gut* finish* throttle* bury* punch* hit* suffocate* knife* destroy* maim* slap* choke* smack* shake* \
deck* thump* hammer* bash*"
)

_GIVE = word_set(
    "give* slip* feed* fed dose* crush* spike* hide* put* inject* dosed stick* administer* sneak* snuck \
mix* dissolve* pop* double*"
)
_GET = word_set(
    "buy* save* stockpile* hoard* stash* hide* hid hidden stole steal* stolen nick* pocket* order* collect* \
count* line* lined take* "
    "took keep* squirrel* store* put got have borrow* pinch* pile* loaded load* tie* tied bring* brought \
pack* sharpen* smuggle* find* "
    "lift* palm* tuck* gather* amass* skim* set*"
)
_SAY = word_set(
    "say* tell* text* whisper* ring* rang call* write* wrote threaten* disclose* report* admit* mention* \
message* scream* shout* promise* swear* swore post* talk* talking describe* speak* reveal* confide* \
express* share* yell* warn* hint* joke*"
)
_FEAR = word_set("scared afraid terrified frightened petrified fear fearful feared dread* wary scared")
_WHEN = word_set(
    "tonight today tomorrow now again yesterday monday tuesday wednesday thursday friday saturday sunday \
weekend morning night evening thurs weds fri sat sun mon tues week"
)
_NIGHTLY = word_set("night nights nightly day daily morning mornings shift week every always evening")
_DRINK = word_set(
    "wine vodka gin whisky whiskey brandy rum beer beers cider alcohol booze tequila bottle bottles cans \
drink drinking drank prosecco "
    "weed joint spliff cocaine coke ketamine edibles alak tito ogogoro pint pints lager liquor bourbon \
sherry buckfast waragi chang'aa "
    "gummies thc benzos zopiclone codeine diazepam lorazepam tramadol valium xanax ambien oxy pills \
sleepers tablets painkillers smoke "
    "hash ganja adderall ritalin tramadol spirits drams dram stout scotch merlot rosé shots baileys whiskies"
)
_JOB = word_set(
    "shift shifts work job ward clinic rota caseload practice nursing teaching handover session sessions \
service unit team school notes paperwork meeting emails"
)

KINDS: dict[str, frozenset[str]] = {
    "I": frozenset({"i", "mi"}),
    "ME": _ME,
    "MY": _MY,
    "SELF": _SELF,
    "A": _A,
    "BODY": _BODY,
    "SKIN": _SKIN,
    "PILLS": _PILLS,
    "POISON": _POISON,
    "TOOLS": _TOOLS,
    "WEAPON": _WEAPON,
    "HEIGHT": _HEIGHT,
    "WANT": _WANT,
    "DIE": _DIE,
    "END": _END,
    "SELFHARM": _SELFHARM,
    "FRAIL": _FRAIL,
    "HARD": _HARD,
    "ROUGH": _ROUGH,
    "MEAN": _MEAN,
    "GIVE": _GIVE,
    "GETS": _GET,
    "SAY": _SAY,
    "FEAR": _FEAR,
    "WHEN": _WHEN,
    "NIGHTLY": _NIGHTLY,
    "DRINK": _DRINK,
    "JOB": _JOB,
    "BE": word_set("am is are was were be been being feel* seem* get* become* look* got"),
    "DO": word_set("do does did done"),
    "HAVE": word_set("have has had having"),
    "WILL": word_set("will would going could might may shall gonna"),
    "NOT": word_set("not no never nothing nobody hardly barely without neither"),
    "KIN": people.KIN,
    "PARTNER": people.PARTNERS,
    "PERSON": people.PEOPLE,
    "THEY": people.THEY,
    "THEM": people.THEM,
    "THEIR": people.THEIR,
    "OTHER": people.OTHERS,
    "WHOM": people.PEOPLE | people.THEM | people.TITLES,
    "FOOD": word_set(
        "coffee caffeine tea chai chocolate sugar cake cakes biscuit biscuits hobnobs hobnob sweets cheese \
crisps chips pizza toast",
        "samosas jollof pancakes roses haribo maltesers celebrations satsumas buns mangoes curry pie pies \
fudge mints turkey popcorn",
        "icecream custard pudding mochi dumplings noodles bananas garlic doughnuts donuts carbs pasta bread \
scones flapjack flapjacks",
        "quality karak matcha cola irn-bru lollies jelly cookies brownies tiffin shortbread mince party \
christmas easter netflix telly",
    ),
    "OF": word_set("of on in at to with for from by about off over under into round around through"),
    "NUM": word_set(
        "one two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred several \
many 2 3 4 5 6 7 8 9 10 12 14 15 20 24 25 28 30 32 40 48 50 60 90 100 few couple handful load loads"
    ),
    "SAD": word_set(
        "empty hollow numb worthless useless hopeless broken pointless trapped sinking drowning invisible \
lonely despairing desperate miserable crushed defeated"
    ),
}
"""Each kind by its name; the wordings write the names in capitals (bot/guards/crisis/phrases.py)."""
