"""The writer means to hurt somebody, is close to it, or has; roughness in care too.

Blows with a doer and somebody who is hit are read by bot/guards/crisis/deeds.py; here are all the other ways.
"""

from __future__ import annotations

HARM = """
give*|gave ~1 him|her|them|mum|dad|bed|room|baby|kids|child|children|resident|patient|everyone|nan|gran|\
THEM|A ~3 extra|double|another|two|more|spare|too|stronger|whole|three|four|bigger|heavier ~2 PILLS|dose|\
sedation|dosed|sleeping|one|meds|strength|sleepers
extra|double|triple|another|bigger|heavy|higher ~1 dose|doses|PILLS ~3 him|her|them|his|bed|residents|quiet|\
shut
double dose*|doses of|his|her
doubl*|doubled|doubling|upped|upping|topped|tripled ~1 up? his|her|their|the ~2 PILLS|dose|meds|sedation|\
drops|prn
crush*|slip*|spike*|dissolv*|dissolved|mix*|mixed|put|putting|puts|sneak*|snuck|drop*|hid|grind|ground ~3 \
PILLS|something|laxatives|sedative|poison|bleach|sleeping|spit|salt|melatonin ~3 in|into|through|with ~2 \
his|her|their|the|every|everyone|toddlers|milk|tea|coffee|juice|food|dinner|porridge|drink|bottle|soup|rice|\
yoghurt|custard|formula|beaker|jam|lunch
put|putting something|stuff|poison|that|drops|it in his|her|their ~1 tea|coffee|food|drink|soup|water|milk|\
pint
spik*|spiked|spiking his|her|their
drug*|dope*|sedate*|sedating|medicat*|medicated|overmedicat*|dose*|dosing|dosed ~1 him|her|them|my|the|a|\
everyone|up|half|whole|NUM ~3 so|to|with|for|extra|again|quiet|asleep|early|mother|rice|kids|one|resident|\
baby|patient|children|ward|lot
over medicat*|medicated|sedated|sedating|sedate
PILLS|prn|sedation|haloperidol|lorazepam ~3 for my|me not|nerves|sanity|peace|sake
PILLS|prn|sedation|dose|meds ~4 to keep|shut|make|knock|get|quieten|silence ~1 him|her|them|quiet|up|out|sleep
to shut|keep|knock|make him|her|them|it|everyone|THEM ~1 up|quiet|out|sleep|still
shut|knock|knocked|knocks|conk him|her|them up|out
so i could|can|would|might ~1 sleep|have|get|sit|rest|go|do ~3 quiet|peace|night|break|rest|sleep|\
assignments|out
need*|wanted him|her|them out|quiet|asleep|sedated|unconscious|knocked ~1 cold|so
one|a night of|'s peace|quiet ~3
withhold*|withheld|kept|keep|refused|delay*|delayed|held|skip*|skipped|hid|hide|denied ~2 his|her|their ~2 \
pain|relief|meds|medication|PILLS|food|lunch|dinner|water|bell|buzzer|call|oxygen|glasses|teeth|walker|\
frame|nappy|pad|insulin|breakfast|inhaler ~6
withheld|withhold|withholding ~2 pain|meds|medication|food|relief|water
make|made|making|let|letting|leave|left|leaving him|her|them|my|THEM ~1 wait|suffer|cry|beg|hurt|lie|sit|\
starve|scream|sweat|feel|hungry|cold|wet|soiled|sob|soak ~3 hours|pad|punishment|on|all|it|longer|deserved|\
purpose|in|for|cause|because|lesson|night
left|leave|leaving|let|kept ~1 him|her|them|the|a|THEM ~3 in|on|without ~2 wet|own|soiled|dirty|pad|nappy|\
cold|floor|toilet|commode|dark|mess|bath|shed|cupboard ~4 punishment|purpose|lesson|all|hours|night|because|\
deliberate|deliberately|teach
as a? punishment
on purpose ~3 him|her|them|hurt|rough
wanted|want|wanting him|her|them|THEM to ~1 feel|suffer|hurt|learn|shut|stop|know|be|beg|cry|bleed|pay|die|\
choke|fall
wanted|want to ~1 see|watch|make|hear him|her|them|THEM ~1 suffer|cry|beg|bleed|hurt|burn|choke|hurting|pay|\
crying|fall
turn*|switch*|took|take|pull*|unplug*|moved|move|hid|put ~2 hearing|oxygen|buzzer|bell|call|alarm|\
ventilator|pump|monitor|frame|walker ~2 off|out|down|away|reach|aid|from
buzzer|bell|walker|frame|call|button|water out of|from reach|her|his
cot|bed|side|rail ~2 down|up deliberately|on
ignor*|ignored|ignoring ~3 bell|buzzer|call|screams|cries|crying|screaming|shouts ~4 purpose|deliberately|\
hours|deserved|spite|because|punish|punishment
rougher|rough|roughly|harder|hard ~2 with|than|on|to|at|handled|handling ~2 him|her|them|needed|resident|\
patient|child|kid|mum|dad|necessary|i|care|usual|should|baby|nan|old|the
was|am|been|got|being|too|bit|get rough|rougher|heavy|physical ~1 with|handed|him|her
got|get|getting|gotten physical with
hand* were|was|are rough|rougher|heavy|hard|itch|itching
went|handled|handle|turned|pulled|wiped|scrubbed|washed|washing|scrubbing|moved|lifted|gripped|restrained|\
held|holding|dressed ~2 him|her|them|THEM|arm ~2 rough|roughly|hard|harder|rougher|tight|tightly|too|longer
too|harder hard|rough|tight|much|than ~4 marks|bruise|bruised|bruises|cried|yelped|winced|needed|screamed|\
came|wrist|arm
restraint|hold|restrain*|held ~4 longer|harder|tighter|face|angry|anger|needed|enjoyed
needle|catheter|cannula|dressing|injection|hoist|tube|flannel ~3 rougher|roughly|harder|purpose|spite|hurt|\
hard
needle ~5 in? ~1 hard|harder|rough
force*|forced fed|feed|feeding
held ~3 nose|mouth ~2 till|until|shut|closed
hot|scald*|boiling|cold|freezing ~1 water|bath|shower|tea|coffee ~4 knew|purpose|her|him|them|on|shut|over|\
punish|lesson|scream|screamed|deliberately
scald*|scalding him|her|them|water
held|hold|holding|had|picked|put|pressed|lifted|stood ~2 pillow|cushion ~4 over|looked|face|him|her|minutes|\
hand|hands|and
pillow|cushion ~2 over|on|near|above ~1 his|her|their|face|the
hand|hands ~3 over ~1 his|her|their ~1 mouth|nose|face
my? hand|hands ~3 round|around|on|at ~1 his|her|their|the|'s|A|that ~2 's? neck|throat|windpipe
i ~3 hands|fist|fists ~2 round|around his|her|their
fist|fists ~2 closed|clenched|up|balled|raised|ready|cocked
raised|raising|lifted|had my hand|hands|fist|arm|belt ~2 to|at|on|against|over|up
i? see|saw|seen|seeing red
lost it|temper|rag|control ~6 and|with|hit|slap|slapped|smacked|shook|pushed|him|her|child|patient
snapped|lost it ~1 and
my|the hand did it
could|can not stop myself ~4 him|her|them|hit
this|that close to ~1 hit*|hitting|smack*|smacking|slapping|punching|knocking|strangling|killing|shaking|\
throttling|hurting|belting|decking|swinging|lamping
close|came|come|inches|seconds|second to|from hitting|slapping|shaking|hurting|punching|smothering|throwing|\
killing|strangling|dropping|doing|pushing|swinging
i am|get|getting|be ~1 going to|gonna|will MEAN A? ~1 WHOM
WILL|want|going|gonna|about to? make|making him|her|them|that|THEM ~3 pay|suffer|regret|sorry|bleed|wish|beg
WILL|want|going|gonna|about to? teach|show him|her|them|that ~2 lesson|what
WILL|want|going|gonna to? sort|deal|finish|do|get|have ~1 him|her|them|that|landlord|PERSON ~1 out|in|over|\
with|myself|damage|for|back
do him|her|them ~1 damage|in|harm|over|serious
sort|sorting ~1 him|her|them|that|out ~2 landlord|out|PERSON
deal with him|her|them myself|my
take|taking matters|law|justice|it into my
get*|getting|got ~1 my cousins|brother|boys|lads|uncles|mates|brothers|uncle|cousin ~3 to|ready|sort|coming|\
on|involved|round
my boys|brothers|cousins|lads are|is ready|coming|waiting
have|has|got it|this|that coming
he|she|they deserved|deserves|deserve it|that|to|every|worse|pain|what
had|has|got it coming
next time ~8 him|her|them|he|she ~6 hit|hitting|swing|swinging|smack|slap|punch|not|will|is|getting|gets|\
going|might|over|knife|hurt|sorry|regret
next time ~6 no|may|will|not|brake|stop
is|are|be getting|gets it back|with
one|next more|time|word ~4 and|from ~3 i ~2 WILL|swing|am ~2 hit|swing|smack|slap|deck|kill|snap|hurt|lose|\
stab|going|batter|throw
if he|she|they|that|the ~8 i WILL|am ~2 stab|hit|kill|hurt|swing|smack|slap|punch|batter|beat|deck|hospital|\
regret|break|not be gentle|knife|shoot|smash|burn|snap|going|bite
if he|she|they|that|the|PERSON ~10 i WILL MEAN
will|would|can not be responsible|gentle|held|accountable ~2 for|with|him|her|do
i WILL not be responsible|gentle
do|can not know|say|trust|promise what i|myself ~1 will|would|might|could|around|with|near|near ~2 do|him|\
her|kids|that
trust myself ~1 around|with|near|alone|not ~2 him|her|them|kids|children|baby|that|residents|patients|child
FEAR of|what ~1 what i ~1 will|would|might|could|am|did ~1 do ~1 to him|her|them|this|that|my|A
FEAR of? i WILL ~1 hurt|shake|hit|kill|snap|harm|throw|smother|do|drop|lose ~1 him|her|them|the|my|it|baby|\
control
can|should|ought not be left|alone|trusted ~1 alone|with ~1 with|that|him|her|kids|children|this|near
bruised|marked|hurt|scared him|her|them once|already|again|before|badly
left|leaves|leave|leaving ~2 marks|bruise|bruises|mark|handprint|fingermarks ~2 on|her|his|where|round
saw|see|watched|watch the? ~1 marks|bruise|bruises|mark|handprint ~2 come|up|on|form
know|knows|found|got|find|looked|have|had|sent|gave ~2 where|his|her|their|them ~1 he|she|they|address|\
plate|number|street ~2 lives|live|drinks|drink|parks|park|walks|sleeps|works|plate|now|out|too|addresses
know|found|got|have where|what|which ~2 he|she|they|shift|school ~2 lives|live|drinks|drink|parks|park|\
walks|finishes|sleeps|works|goes
i know|have|found|got his|her|their ~1 address|route|plate|shift|school|car|gym|house|number
got his|her|their address
wait*|waited|waiting|sat|parked|stood|drove|drive|driving|walk*|been|went|going|stand ~2 outside|by|past|\
near|round|to|behind his|her|their|that ~2 house|flat|door|car|work|gate|place|school|local|pub|street|gym|\
office
follow*|following|followed|stalk*|watch*|watching|tail* ~1 him|her|them ~3 home|round|around|for|to|now|\
from|every|week|again|car|gym|work
i follow*|follow|have followed|tail|tailed him|her|them
start*|started|begun|began|been|keep ~1 following|stalking|watching|tailing him|her|them|my|the
bought|buy|got|carry|carrying|keep|bring|bringing|brought|put|pack*|packed|have|hid|loaded|taken|took|\
sharpened|is|borrowed|need|took|hide|with ~2 WEAPON ~3 in|for|under|to|from|with|today|now|ready|him|work|\
bag|her|them|ready|and|not|by ~2 my|him|her|them|case|next|work|bag|boot|pocket|car|locker|apron|desk|seat|\
when|that|the|time|tonight|protection|address|afternoon|drawer|landlord
WEAPON|hurley in|under|by|at my ~1 bag|boot|pocket|car|locker|apron|desk|coat|sleeve|seat|drawer|rucksack|\
hand|door|pillow
bringing|carrying|taking|brought|bring|carry a ~1 WEAPON
have|got ~1 the bat|knife|petrol|gun|rifle|matches|acid|hammer|crowbar|machete|blade|bullets|wrench|axe
bought|ordered ~1 bullets|acid|ammo|a gun|knife|machete|cartridges
dad|dads|father|brother ~1 's? rifle|gun|shotgun ~2
i ~2 am|have|want|going|will|keep|could|might|wish|dream|think|thought|thinking|imagine|imagining|picture|\
picturing|fantasise|fantasize|planning|plan|planned|been ~3 MEAN|push*|run|running|poison*|throw*|break*|\
drown*|burn*|set|setting A? ~1 WHOM
imagin*|imagine|imagining|pictur*|picture|picturing|fantasis*|fantasiz*|fantasising|fantasizing|fantasise|\
fantasize|dream|dreaming|daydream|think|thinking|thought|planning|plan|planned|visualise|obsess*|rehears* \
~3 hurting|killing|hitting|stabbing|strangling|smothering|poisoning|pushing|shooting|punching|choking|\
burning|drowning|running|slapping|hurt|kill|stab|smash|smashing|breaking|slamming|beating|setting|shoving|\
cutting|throttling|shaking|suffocating|torturing A? ~1 WHOM
pictur*|picture|picturing|imagine|imagining|imagin*|dream|think ~3 my|a ~1 hands|fist|knife|pillow|boot ~3 \
neck|throat|face|head|him|her|his
run*|running|drive|driving|force|push*|mow ~1 him|her|them|PERSON|A ~3 over|down|off|under|front ~2 road|\
car|train|tram|of|stairs|cliff|bus
run*|running ~1 him|her|them over|down|off
drive|drove|driving ~2 at|into|over ~2 him|her|them|people|crowd|PERSON|picket
push*|pushing|pushed|shove*|shoving|throw*|throwing|kick* ~1 him|her|them|PERSON ~1 down|on|off|under|in|\
over|out ~3 stairs|front|banister|window|balcony|tram|train|platform|road|bridge
over ~1 the banister|balcony|stairs
make|made it ~1 look like ~3 slipped|fell|accident|fall|tripped|natural|overdose
look like they|he|she|an? slipped|fell|accident|fall|tripped
set|setting|torch*|burn*|burning|petrol ~4 fire|alight|house|office|place|car|down ~5 with|in|him|her|them|\
inside|to|matches
set fire to ~2 his|her|their|the|him|place|house|agency
burn*|torch ~2 his|her|their ~1 house|car|place|shop|flat
petrol can|matches|bomb
want*|wanting|wanted|need|going|feel ~2 to|like hurt|kill|hit|stab|shoot|harm|attack|fight|hurting|hitting|\
killing|punching|punch|strangle|smash ~1 someone|somebody|people|everyone|them|anyone|something
looking|spoiling for a ~1 fight
want*|wanting|wanted|need|going|feel|urge|urges|itching|dying|temptation|tempted|impulse ~2 to hurt|kill|\
hit|stab|shoot|harm|attack|punch|strangle|smash|slap|smother|shake|throttle|choke|drown|poison|batter|beat|\
break|wring|put ~1 him|her|them|my|the|that|this|A ~2
wish* he|she|they|him|her ~1 was|were|dead|would dead|die|died
hope* he|she|they ~1 dies|die|rots|suffers|chokes|suffer
want* him|her|them|that|PERSON ~1 dead|gone|buried|finished
a|my list ~3 names
NUM names ~2 from|on
break|broke|breaking|smash|smashing ~1 his|her|their|that ~2 legs|jaw|nose|face|teeth|fingers|neck|arm|\
kneecaps|skull|hand|arms|head
knock*|knocking|kick*|smash* ~1 his|her|their teeth|head|face|block
put|putting|stick|shove|smash|slam ~2 's? head|face|fist ~2 through|into|in|against|down
bite*|bit|bitten ~1 him|her|them|the|a|my partner|wife|child|him|her
bit my partner|husband|wife|child|son|daughter
kick*|kicked|hit|slap*|smack*|pinch*|punch*|push*|shove*|shook|shak* ~3 when|while|where ~2 cameras|looking|\
nobody|see|camera|show
nobody|no-one|cameras ~1 saw|looking|off|watching|noticed ~6 him|her|bruise|again|hit|pinch
pinch* ~1 him|her|them|under
told|wrote|said|charted|logged|recorded|put|documented|reported|signed|blamed|say|passed ~3 it ~1 up|down|\
off|as|on|was ~1 a|as|an|was|down ~2 fall|agitation|accident|slip|arthritis|tripped|fell|clumsy|bruise|slipped
written|wrote it up as
parent|parents|manager|family|mum|they|nobody|social ~3 not|never been? told|know ~2 truth|what|i|bruise|it
pulled|pull|pulls|yanked|yank|tugged|dragged ~1 his|her|their hair|ear|arm|leg|collar|hood
twisted|twist|bent|squeezed|crushed|stamped|stood|trod|wrenched|pinched|gripped|squeeze|grip ~2 his|her|\
their|resident|'s|child ~1 's? ~1 arm|wrist|fingers|hand|ear|foot|skin|toes|thumb|leg|chin|face|shoulder|\
neck|hands
had|got|held his|her|their ~1 wrist|arm|neck|fingers|hand|head ~2 back|bent|behind|under|twisted|down
had|got|have him|her|them ~1 by|up|against|down ~2 throat|neck|wall|collar|hair|arm|scruff|hood|floor|lapels
up against the wall
him|her|them by the throat|scruff|hair|collar|neck|hood
washed|wash|washing ~1 his|her|mouth ~2 mouth|soap
locked|lock|locking|shut|shutting|bolted|trapped ~1 him|her|them|the|my|A ~2 in|out|inside ~2 room|bathroom|\
cupboard|shed|toilet|bedroom|store|garden|office|dark|car|cold|wardrobe|cellar|kennel|basement|closet|garage
tied|tie|tying|strapped|strap|bound|taped|belted ~1 him|her|them|mr|mrs|THEM|the|a|my|A ~3 to|up|down|in|\
with|mouth|hands|wrists ~3 chair|bed|sheet|rail|wheelchair|cot|commode|down|up|toilet|together|tape|\
radiator|table
sat|sitting|knelt|kneeled|knee on him|her|them|his|her
i sat|knelt|lay on him|her
threat*|threatened|threatening ~1 him|her|them|my|the|a ~2 with|to|that ~3 knife|hurt|belt|hit|kill|slap|\
bat|gun|police|smack|stairs|needle
threatened my ex|husband|wife|child|son|daughter|mum|mother|neighbour|him|her
messaged|texted|told|said|tell|wrote|sent ~5 i will|would|am ~1 gut|kill|drop|hurt|stab|slit|break|batter|\
hit|find|throw|smash|smother|bury|shoot ~1 him|her|them
told|tell|telling him|her|them|the|that|A ~3 i would|will ~1 drop|hit|throw|smack|leave|kill|slap|hurt|\
break|lock|batter|put
yelled|yell|screamed|scream|shouted|shout|roared|bawled ~1 in|at|into|right ~1 his|her|their|him|them|a|the \
~3 face|wet|cried|cowered|baby|shook|flinched|till|until|child|toddler|resident
do|did not regret|sorry ~3 hit|hitting|it|him
i liked|enjoyed|like|enjoy ~1 it|that|hurting|his|her|the|seeing|watching ~6
i enjoy|enjoyed|liked hurting|hitting|it|that|the
felt good to|when ~2 hit|hurt|slap|he|she|cry|cried
i? could ~1 kill|murder|strangle|shoot|stab A? ~1 WHOM ~6 mean|actually|joke|joking|plan|number|rifle|knife|\
serious|know
i WILL kill|hurt|stab|shoot|murder|batter|gut|bury|hospitalise him|her|them|that|THEM ~5 mean|joke|joking|\
address|tonight|swear|for|did|done|after
my|the belt came|come|comes|has off|out
come*|came|took|taken my? belt ~2 off
drew|draw|drawn|draws up ~1 potassium|insulin|morphine|air|too|the
potassium|insulin|morphine|air ~3 drew|drawn|syringe|line|drip ~4 him|her|stood|binned
let go of this|him|her
slow*|slowed|stopped|stop|delay*|delayed ~2 down|cpr|compressions|bagging|resus|on ~6 purpose|deserved|let|\
wanted|breaths|die|hurt
let him|her|them|it|nature ~1 die|choke|fall|bleed|fit|go ~4
will|would|could|did not ~1 stop hitting|kicking|punching|myself
not|never metaphor|joke|joking|kidding|figure ~4
no metaphor
acid is|for|easily
rage|anger|temper ~3 beyond|back|scares|scaring|frightens|frightening|out|control|worse|losing
broke|break|breaking my ~1 boyfriend|girlfriend|partner|husband|wife|son|daughter|mum|dad ~1 's? ~1 nose|\
phone|arm|rib|jaw|wrist|things|fingers
got|getting|been violent|physical|handy|aggressive with|at|to|towards
i ~2 drop|dropped|drops|dropping|threw|throw|thrown ~1 him|her|the|baby ~3 purpose|deliberately|cot|bed|\
floor|hard|down
i? nearly|almost threw|dropped|shook|hit|slapped|smothered|killed|punched|hurt|pushed|drowned|strangled|\
choked|kicked|smacked|stabbed|lamped|decked|swung|stamped|shoved|lost A? ~1 WHOM
want*|wanted|wanting to ~2 hit|shake|slap|throw|hurt|smack|smother|kick|punch A? ~1 WHOM
mark|marks|print|prints|bruise|bruises ~8 my hand|palm|fingers|fist|thumb
my palm|hand|hands|fist|thumb|finger mark|marks|print|prints|shaped|shape
my? hands|hand ~1 were|was ~1 round|around|on|at ~2 's? collar|neck|throat|face|back ~3
give* ~3 sleeping|syrup|PILLS ~6 so|by ~2 we|they|i|she|he ~1 can|could|rest|sleep|slept|finish
PILLS|sleeping|syrup|antihistamine ~3 in|to all|every|everyone ~1 their|of|babies|cups|cup|beakers|kids|\
children
turned|put|cranked|upped|increased|raised ~2 PILLS ~1 up|myself|again|before|last
increased|upped|raised ~2 's ~1 PILLS
seen to his|her|their dose|meds|dinner|tea
i have seen to
dose ~3 never mind
out of ~1 his|her|their reach
no water|food|lunch|dinner|toilet|blanket ~1 till|until|unless he|she|they
made|make|making ~2 WHOM ~1 kneel|beg|stand|crawl|eat|drink|apologise|apologize|sleep|strip|watch
let him|her|them beg|wait|lie|scream|cry
cold shower|bath|water ~2 for ~1 the|him|her|lady|those
put|stuffed|stuck|shoved ~2 chilli|pepper|soap|sock|cloth|rag|tape|flannel|towel ~2 in|on|over ~2 mouth|\
tongue|eyes|face
without ~1 lidocaine|anaesthetic|gloves|numbing ~3 because|purpose|insulted
hush|quiet|quieten|silence|shut|stop ~1 the|him|her|that ~1 bawling|crying|noise|screaming|moaning|him|her
not be walking|walk|leaving|going ~2 off|out|home|away
something|summat ~1 in|under|for ~3 locker|drawer|bag|boot|coat ~2 for him|her|them
will|would|gonna remember|know|see|learn ~1 me ~2
he|she|they will see $
be ~1 his|her|their last
his|her|their last tea|meal|drink|supper|breath|shift|day|christmas|dance
one more funeral
carried|carry|taken out ~3 finished|box|bag|stretcher
found in a|the ditch|river|bush|canal|boot|field
it is me ~1 who will
be waiting ~2 with
waiting for him|her|them ~4 dark|parking|car|lot|gate|friday|behind|alley
is not|isn't for ~1 cricket|golf|cooking|gardening|fishing|protection|show
"""
