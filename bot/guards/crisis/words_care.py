"""Roughness and neglect in care, and blows told without a plain verb: what the writer did to somebody."""

from __future__ import annotations

HARM_IN_CARE = """
till|until he|she|they|it ~1 cried|yelped|screamed|bled|begged|wet|turned|couldn't|could|choked|whimpered|\
sobbed|bruised|went|stopped
i HARD $
i swung|snapped|lashed|punched|slapped|hit $
lash*|lashed out at|and
swung|swing|swinging|went|go|going for him|her|them
swung at|for him|her|them|a|the|my
give*|gave ~4 slap|smack|thump|kick|punch|wallop|hiding|beating|belting|shove|dig|backhander|slaps|clout|\
clip|thrashing|strokes|lashes|crack|whack|elbow
one tight slap
a|good|sound slap|smack|thump|wallop|hiding|thrashing|beating|spanking
knocked him|her|them ~1 down|over|flat|about|out
laid|lay|laying|lifted|raised|put|raising|putting ~1 a|my hand|hands|finger ~1 on|to|at him|her|them|my|\
THEM|A ~1
put hands on ~1 him|her|them|my|a|resident|patient|child
clattered|leathered|nutted|lamped|decked|chinned|belted|skelped|thrashed|flogged|walloped|clobbered|\
battered A? ~1 WHOM
stuck the head|boot
had|got|pinned him|her|them ~2 on|to|against|by|up ~2 floor|wall|ground|lanyard|bed|throat|collar|neck|desk|\
door
put ~2 PERSON|him|her|them ~2 through|against|into|on ~1 the|a wall|whiteboard|window|floor|door|desk|glass|\
table
put|sent|landed him|her|them in ~1 hospital|a&e|emergency|plaster|resus
throw*|hurl*|chuck*|fling* ~3 at PERSON|him|her|them|A
throw*|hurl*|chuck*|fling* ~3 at a|the|my student|pupil|child|wife|husband|partner|colleague|resident|\
patient|manager|kid
pour*|tip*|empt*|emptied|threw|throw ~3 over|on ~1 his|her|their|him|them|PERSON ~1
shove*|shoving|ramm*|rammed|ram|forced|stuffed|jammed|spooned ~2 spoon|food|tablet|pill|dinner|toothbrush|\
mouthful ~3 mouth|throat|in|down|swallow
faster than ~1 he|she|they could|can
press*|dug|dig|poke*|poking|pushed ~2 bruise|wound|sore|thumb|nails
stamp*|stamped|stood|trod on his|her|their|THEM
flick*|flicked|clip*|twist*|pull*|boxed ~1 his|her|their ~1 ear|ears|nose|chin
something|shoulder|arm|wrist|finger|rib|bone ~2 go|crack|snap|pop|cracked|popped|snapped|went|give ~3
heard ~2 crack|snap|pop|go
PILLS|syrup|drops|piriton|calpol|sedative ~2 in|into ~2 his|her|their|the|toddlers|children|babies|kids ~2 \
's? bottles|bottle|milk|beaker|tea|juice|food|porridge|yoghurt|cup|dinner|formula
doubl*|doubled|upped|topped|tripled ~1 PERSON|his|her|their 's? ~1 PILLS|dose|meds|syrup|drops|sedation|\
tablets
gave|give|giving ~1 them|him|her|everyone|everybody|all|kids|toddlers ~1 all ~1 PILLS|piriton|sleeping|\
syrup|calpol|medicine|whisky|brandy
half|quarter|bit|drop|spoonful|dash ~2 PILLS|brandy|whisky|piriton|syrup ~3 in|to ~1 his|her|their|settle|\
the ~1 bottle|milk|tea|settle|quiet
units ~4 not a|slip|mistake|accident|error
not a slip|mistake|accident
was|is no|not an? accident|mistake|slip
my hand slipped ~4 not|didn't|did
did|do ~1 it on purpose
on purpose , ~2 knee|hard|him|her
restraint|hold|technique|lift|hoist ~3 wrong|purpose|bad|illegal ~3 purpose|deliberately|knee|back|neck
knee in|on|where ~2 back|neck|chest|not|it|his|her
face down ~6 longer|minutes|needed|breathe|restrained
watched him|her|them ~1 fall|choke|struggle|cry|suffer|go
let|letting|leave|leaving him|her|them|it ~1 choke|fall|die|bleed|drown|fit
waited|wait|stood|watched|took ~2 before i|called|moved|helped|pressed|rang
did not ~2 help|move|call|press|pull|stop ~4 deserved|wanted|hated|let|because ~2 he|she|him|her
brakes ~3 off|cut|his|her|car
his|her|their ~1 brakes
cut ~2 brakes
held|hold|holding|pushed|push ~1 him|her|them|head|his|their ~1 under ~2
hose*|hosed|hosing ~1 him|her|them ~1 down
cold water|shower|bath|hose ~3 because|purpose|punish|lesson|soiled|again|teach|screamed
strap*|strapped|belted|left|lock*|kept ~1 him|her|them|toddler|baby|child ~3 high|chair|cot|car|buggy|\
pushchair|commode|wheelchair ~4 all|hours|hour|morning|because|screaming|shut
left|leave|leaving ~1 him|her|them|PERSON ~3 commode|toilet|pan|floor|pad|cot|dark|corridor ~3 hour|hours|\
because|all|long|purpose|screaming|morning|night|spite
because he|she|they ~1 called|spat|swore|bit|scratched|kicked|laughed|hit me
spite
to punish|spite|teach|hurt|scare|frighten him|her|them|it
as a? punishment
taught|teach|learn ~1 him|her|them a lesson
shut|close* the door on|and ~2 him|her|them|screaming|crying|cries|left
smack*|spank*|belt*|cane*|beat*|whip*|flog* ~1 my|our ~1 own? ~1 child|children|son|daughter|kids|boy|girl|\
baby|toddler|wean|twins
scared|frightened|terrified|afraid of me ~1 now|and|since|$
scared|frightened|terrified|afraid of me
children|kids|wife|son|daughter|he|she|they|kid|baby|husband|partner ~2 flinch*|cowers|cower|cowered|hides|\
hid ~3 me|i|my|from
flinches|flinch when|if i
i can not ~2 take back|undo ~3
what i|my did|hands ~1 did? to ~1 him|her|them|that|my|the
i hurt ~1 him|her|them|someone|somebody|my|a|the
i HARD|shook|pinched|shoved|pushed|grabbed|gripped|dragged|scalded|smothered|bit|kicked A? ~1 WHOM ~6 marks|\
bruise|bruised|cried|again|hard|face|temper|angry|nobody|purpose
i shook|slapped|hit|punched|kicked|bit|smacked|choked|battered|beat ~1 him|her|them|my|the|a|PERSON ~1 baby|\
child|son|daughter|wife|husband|partner|mum|dad|resident|patient|client|pupil|boy|girl|kid|man|woman
shook|shaken|shaking|shake the|my|a|her|him baby|infant|newborn|toddler|wean|bairn|child|hard|till|until
shook|shaken baby
the baby|infant|newborn ~2 shook|shaken|threw|dropped|smothered
forced ~2 PERSON|him|her ~3 swallow|eat|shower|bath|walk|sit|down
signed for|off ~3 not|never ~1 gave|given
kept|keep|pocketed|took|stole ~1 his|her|their ~1 PILLS|painkillers|morphine ~4 him|her|pain|water|without
gave ~1 him|her|them water|saline ~3 instead|morphine
hate|hated|hating ~1 him|her|them|that|this|the|my ~1 baby|child|resident|patient|kid ~4 hurt|hit|kill|\
shake|dead|gone|die
dropping|drop|dropped the|him|her|that|my ~3 purpose|deliberately|hoist
came|come within ~3 of hitting|dropping|slapping|punching|killing
whisker|inch|second|breath of|from|away ~1 hitting|dropping|slapping|punching|killing|smothering|shaking|\
throwing|strangling
gave|give|given ~2 WHOM ~2 black|fat|bloody|swollen|split eye|lip|nose
lock*|shut*|bolt* A? ~1 WHOM ~1 out|in ~4 balcony|garden|room|night|cold|car|cupboard|shed|weekend|bathroom|\
dark|garage|hours|minutes
jerk*|wrench*|yank*|twist* ~1 his|her|their ~2 leg|arm|shoulder|neck|hip|wrist|foot
i ~2 locked ~1 WHOM in
called me ~2 fat|useless|stupid|names|slow|ugly , ~3
put ~1 WHOM ~2 cupboard|shed|dark|corridor
i let him|her|them
i smiled $
"""

HARM_MEANT = """
what i WILL do to ~1 him|her|them|that|my|PERSON|A
what i want|like|plan|dream to do to him|her|them|that|my|PERSON
no witnesses|cameras
alone|minutes|room with him|her|them|PERSON ~3 no|nobody|witnesses|door|alone
get him|her|them alone
thought|thoughts|images|image|urge|urges|idea|dream|dreams|fantasy|fantasies|daydream|vision|visions|\
impulse|flashes|picture|pictures of|about ~1 MEAN|HARD|shaking|throwing|drowning|pushing|dropping|\
smothering|holding|running|poisoning|dropping|stabbing A? ~1 WHOM
thinking|think|thought|thoughts|planning|plan about|of|how|to ~1 to? hurting|hurt|kill|killing|stab|\
stabbing|poison|poisoning|strangling|smothering|shaking|punching|pushing|burning A? ~1 WHOM
scared|frightened|afraid|terrified of my own hands|temper|anger|rage|strength
my own hands ~3 scare|frighten|around|near|baby|twins|child
do not trust|like my hands|temper|myself|rage ~3 around|near|with|him|her|baby|them|kids|child
not trust my hands|temper
holding|hold|held them|him|her|it under
be|wait|waiting ~1 at|outside|by|for ~2 gate|house|gates|him|her|door|car|them ~3 not to|when|tuesday|with|\
friday|he|she|bat
not to talk|chat|say
get|getting|got even|back|revenge ~1 with|at|on ~1 him|her|them|the|my|that|supervisor|PERSON
revenge ~3
pay for what he|she|they ~1 did|done|does
going|gonna|will to? pay ~1 for|with|dearly|$
he|she|they|that|PERSON|man ~2 is|am|are? going|gonna to? pay|regret|get|suffer|bleed|wish
asked|paid|hired|know|got ~1 a|some|the|my fella|lads|boys|fellas|guy|man|bloke|cousin|lad|crew|mate ~3 see|\
sort|deal|pay|visit|it|who|to
see|seen to it|him|her $
see to him|her
pay him|her|them a visit
there will be blood
will not walk|get|be ~2 away|out|again|standing|walk|alive ~2 when|if|after|from|of
i WILL|am swing|do time|go down|go to prison|hang for him|her|it|that|this
do|doing ~1 time for him|her|it|this|that
someone|somebody ~1 is|will going|gonna|get|be|ends to? ~1 get|be? hurt|killed|dead
before i|someone|somebody ~2 hurt|kill|do|hit|gets|snap|swing ~1 someone|somebody|him|her|them|something|\
one|hurt
one of us ~4 dead|alive|hospital|box
it is him|her|them or me
bought|got|have|ordered|packed|bringing|bring|brought|taking|carry|carrying|keep|found|borrowed|made ~2 a|\
the|my|something|in WEAPON|sharp|shank|weapon|knuckleduster|sock
something sharp|heavy
bring*|brought ~1 something|in ~1 in|sharp ~2 for|next|when
i ~1 want|hope|need|wanted|would|like ~1 him|her|them|that|to ~2 bleed|suffer|die|dead|hurt|gone|pay|beg|\
scream|rot|see|cry
want|wish him|her|them|that ~1 dead|gone|bleeding|hurt
could|would not|n't? stop ~2 if i|once started|start
once i start|started|begin ~4 stop
dig|digging|dug a hole|grave ~3 him|her|them|for
know ~1 where|how to|i hide|get|bury|bodies|body ~3 body|bodies|rid
no|nobody body|would find|miss|look ~3 him|her|them
get away with it
make it look
planning|plan|planned|working|figuring ~2 how|to ~2 get|hurt|kill|hit|run|poison|burn|ruin|make|even ~3 him|\
her|them|supervisor|PERSON
rage|murderous|violent|red mist|thoughts ~2 him|her|them|toward|towards|at|about ~2 him|her|them|PERSON|\
husband|wife|baby|child|client|patient
red mist
murderous|homicidal ~2 towards|toward|thoughts|about|at|rage|feelings
drove|drive|driving|walk|walked|sat|went ~2 to|past|by|outside ~1 his|her|their ~1 house|flat|place|street|\
work|road|estate ~3
looked|look|found|searched|googled ~1 up? his|her|their ~1 address|route|shift|house|street|home|school
brake ~1 line|lines|cable|pads ~3
who|list|names ~3 goes|go|dies first
bring|bringing|take|taking|brought ~3 gun|knife|machete|blade|rifle|panga|petrol|acid|hammer|bat ~2 to|into|\
in|round ~2
burn|bun|burning|torch* ~1 down ~2 house|place|office|school|shop|car|church
shooting up|shoot up ~2 office|school|place|hospital|ward|church|head
fall* from ~1 his|her|their|the ~1 terrace|stairs|roof|balcony|window
spik* ~2 's? drink|food|tea|coffee|juice
arranging|arranged|planned|prepared ~2 for ~1 him|her|them
finish* arranging
i struck|boxed|shoved|klapped|whacked|clattered|slapped|hit|punched|kicked|belted|flogged|caned ~4 WHOM
beat ~1 my|the|a|our ~2 help|housegirl|maid|wife|husband|boy|girl|lad|son|daughter|dog|child|children|class|\
pupil
press*|pressed a? ~1 little ~3 quiet|keep|stop
the pillow ~4 held|holding|hold|press|trick|plump|hands
pillow trick
i see myself doing it
tied ~1 WHOM ~3 chair|bed|rail|cot|wheelchair
smother* ~2 him|her|them|crying|cries|it
hold*|held|pinch*|pinched ~1 his|her|their nose
hold*|held ~3 nose ~3 swallow|swallowed|open|blue
struck him|her|them
"""
