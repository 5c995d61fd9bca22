"""Worn out, without hope, numb, alone, drinking to bear it; passive wishes too."""

from __future__ import annotations

WORN = """
burnt out
burning out
not|barely|hardly|stopped coping|cope|managing|functioning
not coping
can|could not cope|manage ~1
can|could not ~1 do this|it ~1 anymore|any
can|could not ~1 take|stand|bear|face ~3 anymore|much|longer|any|another|today|tomorrow|door|engine|work|\
day|this|them|it
can|could not ~1 keep ~1 carrying|doing|going|this|on|it|up|pretending|holding|living
can|could not ~1 carry|go on
can|could not go|carry on like|with|doing|this
no longer cope|care|feel|enjoy
at|reached|end the|my|of|past ~1 breaking|end ~2 point|rope|tether|limit
breaking point
end of my ~1 rope|tether
BE|feel|feeling|so|inside|entirely|am|is|i|me|be|been|utter SAD $
i am|feel|feels|feeling|felt|was ~2 SAD
^ SAD ~1 inside|again|today|all|now|tonight|lately|since|week|month|day
so|feel|feeling|too|utterly|all|that|totally|completely|more SAD
worthless|hopeless|despair|despairing|hopelessness|helpless
despair
useless at|to|lately|nurse|mother|carer|everything|this
a? ~1 burden
burden to|on|in
hope* ~1 gone|lost|left|ran
no|without|lost|losing|zero|any|lose ~1 hope|joy|purpose|meaning|motivation|point|future|pleasure|feelings|\
faith|interest|spark|strength
nothing ~2 matters|matter|lands|helps|works|excites|left|inside|changes|improves|touches|feels
nothing|nowt left ~1 in|to|of
nothing i do ~2 matters|matter|works|helps|changes|difference|enough
no|any|zero|little energy|strength ~2 to|for|left|even|hate
see|point|is|are|feel|feels ~1 no point
no point ~1 in|to|of|any|being|getting|trying|anymore
what|whats ~1 the|is point
do|can not see the|a|any ~1 point|future|way|end|it|light
can not see|imagine|picture|feel|find|remember|think|get ~2 a|any|it|the|love|joy|next|myself ~2 future|\
getting|changing|end|way|better|point|out|year|happy|last
can not ~1 see it|me ~2 changing|ever|changin|getting
see ~2 getting better|changing
pointless|futile|meaningless
it all pointless
numb
can|could|do|did not ~1 feel anything|a|much|nothing|anymore|love|my|any|them
feel|felt|feels nothing|dead|empty|hollow|numb|grey|gray|blank|flat|broken|lost|trapped|stuck|used|robotic|\
useless|wooden|old|detached|distant|invisible|unreal
feel|feeling|felt like ~1 a|an|some ~2 machine|robot|ghost|zombie|failure|fraud|burden|shell|husk|stranger|\
vending|puppet|corpse|imposter|statue
like ~1 a ghost|robot|zombie|machine|shell|husk
behind|through|under|underwater ~1 glass|water|fog|wall
weeks|months|everything|world|all|days|is|'s|been ~1 of? grey|gray
grey|gray $
go|going|on autopilot
on autopilot
going|go through the motions
dead inside|behind|eyed|eyes
so|very|utterly|completely|all|totally|feel|really|too alone
alone ~2 with|in ~2 this|it|country|everything|caseload|all|flat|these
lonely ~1
loneliness
have|has|got|is|are|there|with nobody|noone|none
not one|a ~1 soul|person ~3 talk|ask|notice|tell|call|ring
nobody ~1 asks|ask|checks|check|cares|notices|sees|rings|calls|knows|listens|noticed|asked|left|comes|\
visits|to
nobody to talk|tell|call|ring|ask|turn
everyone|everybody leaves|left|hates|would
isolat*|isolated|isolating
breaking|broke|broken|falling|fall|fell|cracking|coming|unravel*|crumbl* ~1 apart|quietly|inside|down|\
pieces|slowly|undone|seams|up
breaking $
falling|fall|going|gone to pieces
unravelling|unraveling|crumbling|spiralling|spiraling|sinking
going|gone under
BE|am|feel drowning|sinking|shattered|wrecked|fried|crushed
drowning ~1 in? ~1 it|this|here|inside|work|grief|again|everything
not|never ~1 get|getting|got better|easier
not|never ~1 recover|going|be ~1 better|change|right|okay|happy|same
see ~1 no|any|a way|end|future|light
no way|end|light|escape ~1 out|back|in|at|forward
no|any future
black hole|dog|pit|cloud
dark place|places|thoughts|days|hole|cloud
depressed|depression|depressive|anhedonia
low mood
crying|cry|cried|weeping|sobbing|tears|bawling|sobbed|wept|bubbling|greeting|greetin ~3 in|at|on|every|\
again|between|before|after|all|daily|over|through|thru|whole|each|during|nightly|myself ~3 car|sluice|\
toilet|toilets|shower|cupboard|day|night|shift|time|morning|loo|work|med|room|sleep|carpark|park|stairwell|\
again|kitchen|drive|bathroom|nothing|week|store|office|lunch|desk|bus|way
crying|cry again|daily|nightly|everyday|constantly
can|could|can|did not stop crying|cry|sleep*|shaking
burst|broke into|in|down tears|crying|at|again|on
panic attack|attacks ~2
panic ~3 starts|every|again|sunday|before|work
dread*|dreading ~3 work|shift|monday|every|going|tomorrow|morning|day|phone|waking|opening|alarm
stomach drops|churns|turns|knots
sick|vomit*|threw ~2 before|every|the|thought|at ~2 work|shift|shifts|going|monday|morning
can|could not get|drag ~2 bed|up|out|myself
drag*|dragging myself
DRINK ~6 every night|evening|day|shift|morning
DRINK ~4 to|before|until|till|after|just ~2 sleep|cope|work|clinic|bed|shift|bear|forget|switch|numb|off|\
steady|function|unwind|feel|stop|survive|dream|asleep|drop|wind|through
need*|take|taking|took|using|use|want ~3 DRINK ~4 sleep|cope|switch|off|up|through|work|numb|night|shift|\
again|forget|sit|get|face
NUM bottles|cans|glasses|pints|bottle ~4 night|now|day|sleep|off|evening|tonight|alone|before|switch
half|whole|full|second|third|NUM ~1 a? ~1 bottle|bottles ~2
bottle|glass|wine|vodka|gin|whisky|whiskey|brandy|rum|beer ~3 more|most|each|nightly|again|alone|earlier|\
hidden|hides|hide|mug|breakfast|lunch|locker|flask|thermos|morning|mornings|car|desk
wine|gin|vodka|beer ~1 o'clock|oclock
drink*|drinking ~2 too|more|alone|again|every|most|lot|much|heavily|mornings|morning|before|earlier|myself|\
daily|nightly|since|problem
double*|took|take|taking|popping|pinch*|pinching|steal*|nick* ~2 my|few|some|the|mum|mam|dad|her|his|two|\
extra|more|of ~3 diazepam|lorazepam|codeine|zopiclone|xanax|valium|tramadol|temazepam|oxy|benzos|sleepers|\
painkillers|sleeping|propranolol|morphine|ativan|script
living|surviving|running|functioning|existing|live|run on ~1 codeine|coffee|fumes|wine|pills|gin|empty|\
caffeine|adrenaline|red|valium|energy|vodka|zopiclone|diazepam|nothing|painkillers
running on empty|fumes
tramadol|codeine|zopiclone|diazepam|xanax|valium ~3 gone|every|again|left|sleep|night|shift
gambling|gamble*|bet|betting ~4 down|grand|only|night|feel|shift|again|debt|lost|everything|stop
weed ~2 before|after|every|so|work
keeps|stop|stops|quiet|quieten|drown|numb|silence|shut ~2 the ~1 thoughts|noise|feelings|pain|head|memories
hate|hating|loathe|despise|disgusted|sick|ashamed|disgust ~1 of|with|at|by? ~1 myself|my life|who|what|\
everything
hate myself|everything|everyone|life
hate my ~1 life|body|existence
hate who|what i
self loathing|hatred|hate|disgust|worth
waste of ~1 a? ~2 space|registration|time|oxygen|skin|air|pin|number|money|life|salary|uniform|desk
i am|be|feel|such a failure
failure of|as a
failing|failed|fail|failure at|everyone|everybody|them|as|of|my|all|everything|again|mother|somebody|in|\
every|kids|nurse
let* ~1 everyone|everybody|them|my ~2 down
i am|feel|just|only a? ~2 fraud|failure|joke|mess|burden|shell|husk|letdown|disgrace|nothing|nobody|zombie|\
robot|ghost|waste|wreck
useless|rubbish|terrible|crap|shit|bad ~1 at ~2 this|everything|job|work|life
not|never|nowhere ~1 good enough
good for nothing
guilt ~3 eats|eating|all|whole|me|every|crushing|never|guilt|off|drowning|sleeping
deserve ~3 thank|happy|love|this|nice|kindness|to|anything|it|help
do|did|does not deserve
never|not ~2 laughed|smiled|enjoyed|enjoy|happy|laugh|felt ~3 months|weeks|meant|since|anything|anymore|now|\
remember|years
can not remember ~2 last|when|the|what
remember ~2 last ~2 laughed|happy|smiled|enjoyed|felt|slept|time|ate
used to love|enjoy|like|care|be|laugh|sing|paint|feel ~8 now|anymore|nothing|dread|stopped|hate|no|not
used to care
do|does|did not ~1 care ~1 anymore|about|if|any|what|whether|at
stopped caring|feeling|bothering|eating|sleeping|sleep|praying|calling|answering|looking|talking|laughing|\
washing
could not|n't? care less if|whether|about
who cares
little|how little i care
nothing brings|sparks|gives ~1 me? joy|pleasure
brings me|you joy
skip*|skipping ~1 meals|showers|washing|food
not ~1 eat*|eaten|eating|slept|sleep|sleeping|showered|washed ~3 days|weeks|since|properly|at|much|for|in|\
monday|sunday|tuesday|wednesday
sleep*|slept ~2 two|three|four|2|3|4 hours|hour
two|three|four|NUM hours ~1 sleep|a|of
awake|woke|wake|waking|up|lie|lying ~2 at|every ~1 3|4|three|four|night|2|am ~4 again|every|hating|dread|\
chest|heart|lead|lay|staring|ceiling|alarm|thinking|over
staring|stare|stared|looking ~2 ceiling|wall|walls|nothing
sat|sitting|sit|lie|lay|lying|stayed|parked ~3 in|on ~2 car|floor|drive|dark|shower|bath|stairs|bathroom|\
carpark|bed|kitchen ~4 hour|hours|until|till|again|because|face|not|could|for|every|before|going|dark
lying|lay|lie on the ~1 floor|bathroom
not opened|answered|replied|open|opening|answering ~1 my ~1 post|mail|emails|phone|messages|door|letters
ghost*|ghosted|avoid*|avoiding|dodging|stopped ~3 mates|friends|everyone|everybody|people|calls|family
eat ~2 in ~2 car|cupboard|toilet|loo ~3 speak|alone|nobody|people
do|can not ~1 recognise|recognize|know ~2 face|myself|mirror|who|person|me
stranger|face|person in|who ~2 mirror
lost|losing|lose ~1 myself|who|me|faith|mind|grip|will|way
losing my ~1 mind|grip|faith|self|hair
faith ~4 gone|went|lost|left|without|hollow
going ~1 mad|crazy|insane
finished inside|only|$
inside ~2 finished|dead|empty|rotting|hollow|screaming|broken|gone|crumbling
empty inside|$
spirit|heart|soul ~2 bruk|broken|crushed|gone|tired|dead|empty
body|mind|soul ~2 tire|tired|finished|weak|done|don
tired|exhausted|weary|knackered ~4 bones|soul|everything|point|deep|bone|anymore|life
bone|soul|dog tired|weary|exhausted
BE|so|beyond|utterly|emotionally|constantly|always|am|feel exhausted|drained|depleted|spent|empty|shattered|\
done
exhausted|drained|depleted ~1 $
compassion|empathy ~3 fatigue|zero|gone|empty|left|tank|dead|run|dry|tap
compassion|empathy|care|love tank|well|reserves
have|got|is|no nothing|anything left|more ~1 to|for|in|of
nothing left
nothing more to give
tank|well|cup|battery|jug|tap ~3 empty|zero|dry|flat|gone
running on empty
pretend*|pretending|fak*|faking|smiling|smile|mask ~4 ok|fine|okay|exhausting|not|coping|happy|students|all|\
inside|everyone|while|tired|heavy
keep|kept|still|always|everyone|smile|smiling ~1 smiling|pretending|performing ~3 so|inside|but|nobody|not
trapped|stuck ~2 in|here|with|like|and|can|between|job|marriage|hole
trapped
can not afford|bear to leave|stay
shutting|shut|switched|gone|checked|closed down|off|out $
gone|going out like
disappear*|vanish*|disappearing
WANT to? ~1 disappear|vanish|sleep forever|run|hide
WANT to? be ~1 left|invisible|alone|nowhere|somewhere|nobody|deleted
WANT to sleep ~2 forever|month|year|not|never|wake
stop existing
cease to
not be here ~1
do not want to ~1 be here
would|will|do not mind|care|be|bother|fight|complain|object ~2 if|not|dying|dead|waking|heartbroken|sad|\
bothered|sorry|a|gutted ~4 wake|woke|bus|lorry|truck|hit|me|died|happened|never|crash|car|heartbroken|out|\
up|plane|die|heart|gone|ended|it|took
would not mind ~2 not|dying|if
if ~1 a|the|some|that ~2 lorry|truck|bus|car|train|plane|meteor|tree|brick|ceiling|lightning ~3 hit|took|\
take|crashed|went|fell|flattened|me|hits|ran|got
hit by ~2 bus|car|lorry|truck|train
hope*|hoping|wish*|wishing|pray*|praying|half ~3 i|not|never|god|lord ~2 do|wake|woke|waking|would|will|\
could|call|take|lump|was|is|it|crash|illness|cancer|something ~3 not|up|me|home|something|wake|terminal|\
cancer|sleep|serious
not|never ~1 wake|waking|woke ~1 up
never wake|woken|waking
go|going|fall|went to|asleep|sleep|bed ~2 and|, ~2 not|never|stay ~3 wake|up|have|asleep
go to bed ~6 ever|never again
wish* ~1 i ~2 never|not been|born
never|not ~1 been born
call*|take me|mi home ~2
god|lord|jesus|allah ~2 call|take me|mi
if it happens ~1 it happens
if i died|die|dropped|went|was gone|disappeared|vanished ~4
envy|envious|jealous ~2 my|the|of ~2 dead|dying|hospice|patients|ones|people|deceased|corpse|residents
world|anyone|anybody|they|rota|nobody ~2 notice|miss ~3 if|me|no|gone
no|any loss to
what ~2 point of|in being|living|it|going|this|any|getting|me|all
could|would be ~1 calm|grateful|relieved one|if
let* ~1 me ~1 die|sleep|go
stopped|stop taking my ~2 tablets|meds|insulin|pills
do|can not ~1 look before|crossing|both
not dead|die exactly
rot|rotting
no will|energy|reason ~1 to|left
done|finished with ~1 nursing|everything|people|all|this|it|caring|being|trying
fed|sick up|of ~2 being|everything|life|living|trying|it
cannot|can not|too tired ~1 to feel|care|cry|think|eat|fight|live
i give up
giving|given|given|gave up ~1 on|all|hope|inside|everything|trying|caring|$
give up $
empty $
hollow|hollowed|gutted out|inside|$
a? shell of
shell|husk|shadow of ~2 self|person|who|myself|me
so small|heavy|dark
heavy|lead|weight ~2 chest|blanket|nothing|heart|every|bones
everything ~1 hurts|is|feels ~1 grey|heavy|hurts|pointless|dark|nothing|too|effort
everything ~1 hurts|heavy|grey|dark|bleak|dull
bleak
not enjoyed|enjoying|happy
miserable
wish i was|were someone|anyone|anywhere
good at this once
gone quiet
not ~2 here even|anymore|now
what ~1 is wrong with me
i cry|cried|weep|sob $
cry myself
scunnered
can not|no ~1 switch off
not ~1 okay|ok|fine|alright|right ~1 $
i am not ~1 okay|ok|fine|alright|well|myself|good
"""
