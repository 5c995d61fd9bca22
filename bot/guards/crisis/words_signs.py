"""Signs that somebody else may not live, or is not safe: what they say, what is found, what services do."""

from __future__ import annotations

SIGNS = """
THEY|who|PERSON ~2 will|would not be ~2 bother|here|around|needing|coming|alive|back|seen|long|much ~2
will not be a|any bother|burden|trouble|problem ~2 after|anymore|longer|soon
will|would not be needing|need ~2 flat|anymore|next|appointment|it|them|room|coat|house|tenancy|bed|pension
no need to|for ~1 renew|book|rebook|next|bother|appointment
THEY|who ~3 not|never|nah ~1 see|make|reach|live|last|get ~2 sentence|christmas|xmas|birthday|sunday|monday|\
weekend|week|year|spring|summer|tomorrow|morning|night|friday|end|thirty|eighteen|twenty|release
see ~1 sentence|time out
be dead by|before|soon|tonight|in
dead by|before
found|find|finds|finding him|her|them ~2 dead|hanging
sorry when ~1 they|you|we find|found
THEY|texter|caller ~3 its|it|tonight is? ~1 tonight
says|said|told|texted ~2 its|it ~1 tonight|today
his|her|their last words|message|text|email|session|voicemail ~3 me|was|said|to|before|you|we
last words|message|text ~2
THEY|who|PERSON ~2 picked|chosen|set|got|has|have|had ~2 date|plan|day|method|rope|means|spot|bridge
a date picked|set|in|chosen
plan but|, no ~1 date|intent|means|date
thank|thanked|thanks|thanking ~3 everything|everyone|name|doing|done|me ~3 bye|name|calm|best|kind|never|\
goodbye|last|words|serene|left
you did ~1 your best
you were ~1 kind|the only|good
done|finished ~1 with ~2 life|everything|it|living , ~3 whanau|family|mum|watching
watch*|watching him|her|them in|on|overnight|all|through|like|tonight ~2 shifts|suicide|turns|night
suicide watch
what happens ~2 dog|dogs|cat|pets|kids ~3 if|when
how many|much ~3 tablets|pills|it|them|paracetamol|insulin ~4 too|would|kill|takes|take|enough
which|what ~1 tablets|pills|meds ~4 stop|speed|mix|kill|strong
speed|hurry things up
asked|asks|asking|talk*|wants|mention* ~3 switzerland|dignitas|euthanasia|maid|assisted|hospice|hasten|dnr ~3
switzerland|dignitas
dress|clothes|suit ~2 for ~1 burial|coffin|buried|grave
no more ~1 meaning|purpose|reason ~3 him|her|life|them
life ~4 no ~1 meaning|purpose|point ~4 him|her|them
tired of ~1 life|living|it , ~4 eye|eyes|plans|ask
THEY|PERSON ~3 tired|sick|done|finished|fed ~1 of|with|up|a ~1 life|living|everything|it|all
THEY ~2 had enough|enough
he|she|they ~3 not|no ~1 want|wants|wanting ~2 be here|live|around|alive|wake|go
him|her|them to die|kill|jump|cut|harm|stab|hurt
telling|tell|tells|told|saying him|her|them to ~2 die|kill|jump|cut|harm|hurt|sort|stab|burn|end
voices ~3 want|wants|telling|say|saying|command|louder|back|him|her ~3 sort|kill|die|hurt|jump|burn|him|her|\
them
rope|noose|ligature|knife|blade|blades|razor|gun|sheet|belt|petrol|pills|tablets|helium|cord ~1 in|under|on|\
around|from|round|off his|her|their ~1 locker|bag|room|bed|drawer|bra|neck|car|pocket|cell|sock|shoe|\
mattress|pillow|desk|tree|pocket|wardrobe|shed|schoolbag|rucksack
took|taken|removed|remove|confiscated|cut|found|swept|locked ~2 belt|laces|cord|blades|razors|tablets|\
ligature|sheet|knife|shoelaces|dressing-gown|meds|lighter ~3 off|from|away|him|her|in|them
belt and laces
strung up
cut him|her|them ~1 down
took|brought|talked|got|coaxed ~2 PERSON|him|her|them ~1 down|off|back|in ~3 tree|roof|ledge|bridge|cliff|\
pylon|crane|rail|edge|railings
down off a|the tree|roof|bridge|ledge|rail
drew|draw*|drawing|painted|paints|wrote|doodled|doodles ~3 rope|noose|gallows|gun|coffin|gravestone|grave|\
blood|dead|himself|herself|knife|hanging|hangman
give|gives|gave|hand|let ~3 up|over|go ~1 blades|razor|razors|knife|tablets|lighter|pills
section 2|3|136|135|papers|one|two|three|form|12
s136|s135|s2|s3|s47|s17
cto|acct|marac|mappa|dash|dols|carats|osa|fgm|pppn|vulnerability|dsl|cpoms|lado|iopc|serious|sui|siri ~2 \
review|opened|referral|form|raised|done|report|logged|suite|meeting|investigation|papers|score|risk|lead|in|\
called|today|tonight|to
acct ~1
logged ~3 dsl|cpoms|safeguarding|concern|school
baker act
5150
form|section 1|one ~1 signed|completed
involuntary|voluntary admission|hold|patient|papers
dsh
hx of|attempts ~2 attempts|dsh|overdose|suicide|self
previous|prior|past|recent|multiple|several|NUM|serious|medically attempts|attempt|overdose
attempts x|NUM|times
risk ~2 moderate|formulation|high|escalated|escalating|flagged|imminent|acute|category
evasive|guarded|minimises|minimises|minimizes|minimising|minimizing ~4 plans|risk|suicide|thoughts|eye|harm|\
about
q9|item|question ~4 3|three|nine|2|positive|nearly
nearly every day
phq ~4 3|three|high|positive|nine|severe|score|scored|27|26|25|24
c|ssrs ~3 4|positive|3|5|yes|plan
cat 1 ~3
category one|1
self inflicted
pronounced ~2 scene|dead|life|at|him|her
nothing ~2 be done
worked|coded on him|her|them ~4 minutes|dead|nothing
did|doing|started|gave cpr
cpr ~3 him|her|they|till|until|crew|toilets
died|dead|killed on ~2 tracks|railway|line|motorway
since ~1 someone|he|she|they jumped|died|hanged|hung|did
the man|woman|lad|girl|boy|client|patient|one|kid ~3 who|we|i ~2 died|jumped|hanged|lost|overdosed
sent at ~4 found
pills rattling
trace ~3 took|minutes|call|police|number|address|on
emergency services|crew ~2 sent|on|way|dispatched|there
sent ~2 ambulance|crew|police|services|help
ambulance ~3 sent|called|way|came|wrists|took|for|blue|phoned
came|brought|in|back ~3 ambulance|by|police|with ~3 wrists|overdose|cuts|burns|bleeding|bruises|bandaged|\
sutures
wrists|wrist ~3 again|time|bandaged|dressed|sutured|stitched|glued|cut|slashed|easter|second|covered
not ~1 been seen ~2 since
door ~3 breaking|broke|kick|forced|police|guards|in
breaking in|down the|his|her door
curtains ~2 shut|drawn|closed
phone dead|off|unanswered
didn't|did not ~1 show|turn|attend|answer|come|arrive ~6 phone|worried|curtains|never|picturing|last|\
landlord|door|welfare|calls
dna|dna'd|dnad ~6 last|words|worried|phone|before|goodbye|never|risk
will|would not rule it|that out
rule it out
go to the|my|her|his funeral , ~3
come|go|went|coming to ~1 my|his|her|their ~1 own funeral
promise ~3 funeral|nobody|keep|secret|look|dog
insurance|policy|pension ~5 paid|two|years|cover|sorted ~5 asked|yes|question|now
asked ~1 the|him|her|straight ~1 question|straight|directly , ~3 yes
got a|said|says yes
asked him|her|them straight|directly|outright
asked ~4 suicide|killing|safe|directly
make ~1 god|allah carry|take|collect am|me|him|her
tree|rope|well|river|canal|farm|shed|attic|garage ~3 hanged|hanging|body|found|hung|drowned
drown*|drowned ~2 himself|herself|in|well|themself
well|river|canal|dam|lake|sea ~3 pulled|found|fished|body|him|her|in|from
pulled|fished|dragged|hauled ~2 from|out ~2 river|canal|sea|water|well|dam|lake
body ~2 found|recovered|river|canal|identified
headbanging|head banging ~1
split|gashed|cut ~1 his|her|their ~1 brow|head|forehead|scalp|lip|arm
helmet ~3 on|ordered|banging|him|her
picked|picks|pick up ~3 by ~2 men|older|car|strangers|taxi
exploitation|grooming|trafficking ~2 flag|raised|concern|risk|referral|team|worker|victim|meeting|suspected
taking|takes|took|stealing|steals|stole|spending|emptied|controls|withdrawing|robbing|draining ~1 his|her|\
their|granny|mum|dad|nan|the ~1 pension|money|benefits|card|savings|account|wages|disability
locking|locks|locked|shuts|shut|puts|put|keeps|kept|leaves|left|ties|tied|chained|chains ~1 him|her|them|\
child|kids ~2 in|out|up|to|alone|outside ~1 the|a|cupboard|room|bed|night|shed|house|cellar|bathroom|all|\
boot|cage
does|do|did|doing things to|with him|her|them
things ~2 bath|bed|bedtime|shower|night ~1 time
touch*|touched ~2 him|her|them ~2 there|down|private|bath|bed|night|uncle|wrong
uncle|stepdad|grandad|grandfather|coach|priest|teacher|babysitter|cousin|neighbour|boyfriend|tutor|pastor|\
imam|stepbrother|lodger|lesson ~4 touches|touched|bed|secret|game|room|night|photos|bath|shower|things|\
hurts|comes|sleeps|rapes|raped|kissed|lap ~2 him|her|them|when|at|with|secret|to|$
mummy|mum|daddy|dad 's boyfriend|girlfriend|friend|man ~3 hits|hurts|touches|cupboard|puts|locks|shouts|\
smacks|throws
walked into|in ~1 a|the door|press|cupboard
everyone|people|them|us it was ~1 the stairs|door|cupboard
sunglasses ~1 on|again|indoors|inside
broke|fractured|snapped|dislocated|smashed|burned|burnt|twisted his|her|their ~1 wrist|arm|jaw|nose|ribs|\
rib|finger|leg|eye|hand|collarbone
back|gone|went|going|goes|returned ~1 with|to him|her ~4 broke|hits|wrist|again|jaw|everyone|stairs|days
gone|went|goes|going back to ~2 him|her|husband|house|home
finish|kill|beat|end|bury|punish her|him|them if|when|for
will|would|going to finish|kill|beat|burn|marry|sell|cut|strangle her|him|them
stalker|stalking ~3 ex|her|him|client|again|police|turned|order|patient
turned|turns|showed|shows up ~1 at|outside ~1 her|his|their work|house|door|school|flat|refuge
order ~2 worth|nothing|breached|broke|him|her ~2
being|is|was beaten|starved|abused|hit|used|sold|followed|watched|groomed ~1 by|at|for|in
house girl|help|maid|boy ~3 beaten|burned|burnt|starved|locked|slapped|marks|scalded
remove|removed|removing|take|taken|took her|him|them|kids|children|child|baby ~2 from|into|care|away|\
tonight ~2 house|home|care|there|parents|mother
place of safety
emergency protection|placement|accommodation|foster|order
slapping|hitting|pinching|shouting|dragging|force|restraining|drugging|mocking|starving|rough|roughly ~1 \
with? ~1 mr|mrs|a|the|residents|resident|him|her|them|old|that|patients|children|dementia|clients ~2
whistleblow*|whistleblowing|whistleblower|whistleblew
care|support|night|agency|day worker|carer|assistant|staff|nurse|aide ~3 slaps|slapping|hits|hitting|rough|\
shouts|pinches|pinching|hurt|drags|stealing|sleeping|slapped|hit|pulled|dragged
adult|child|elder protection|abuse ~2 notified|referral|called|informed|team|suspected|raised|report|\
concern|conference|plan|plan|services|case|register|order|worker|social
notified ~3 police|protection|social|authorities|cps|safeguarding|school|team
social work|services|worker|workers ~2 rang|called|rung|informed|notified|phoned|out|involved|tonight|\
straight|coming|emergency|told
rang|rung|called|phoned|informed|told ~1 social|duty|crisis|parents|granny|ambulance|police|guards ~1 work|\
services|straight|police|team|duty|same
coming out alive
alive if|when|out ~3
alive to
columbine
map of the ~1 gym|school|building|office|hall
list of ~1 names|ways|targets|people|kids
shoot up the|this|his|her ~1 school|place|office|ward|church
put ~1 lot|kids|children|them|family|wife|lot ~2 to sleep
lose|lost|loses|losing custody|kids
squared up to
knows where ~2 residents|she|he|staff|they|nurses|other sleep|sleeps|live|lives|park
bought|brought|has|got|hid|carrying|hiding ~1 something|a for it|him|her|them|that
shakes|shook|shakes|hits|hurts|smacks|throws|drops|slaps|shaking|hurting|smothering the|her|his baby|infant|\
toddler|newborn|child|kids
stopped|stop|stopping|refuses|refusing|refused|not ~1 taking|her|his|takes|eating|drinking|fluids|insulin|\
dialysis|meds|food|warfarin|treatment ~4 purpose|nature|die|letting|point|way|quicker|days|end|weeks
insulin|dialysis|meds ~1 on purpose
letting|let nature
goodbye ~1 posts|post|texts|text|notes|note|letters|messages|emails|party|video|cards
posts|post|status|story|bio|search|history|notes ~3 goodbye|suicide|dying|kms|die|unalive|kill
googl*|googled|searched|searching|searches ~4 overdose|hang|kill|painless|die|ways|how|tablets|suicide|noose
typed|typing|wrote|writes|written|posted|searched|carved ~2 kill|die|suicide|kms|unalive|dead|myself|i ~2 \
myself|in|on|want|to|his|her
pictures|picturing|imagines|imagining|dreams ~2 not waking|dying|dead|jumping|crashing|killing
only ~1 time|thing|reason ~3 feels|keeping|alive|stopping|still|staying|here
worried|sick|scared|concerned|uneasy|frightened ~1 sick? ~1 about|for|over ~2 PERSON|him|her|them|new
check*|checking|rang|ring|visiting|driving|going|text|texting ~2 on|to|him|her|them|round ~3 every|hour|\
alive|still|breathing|overnight|tonight|safe|morning
still|is|was|be|kept|keep alive ~2 him|her|them|$
he|she|they is|are|was ~1 not|n't ~1 safe|well|right ~3
keep|keeping|kept him|her|them ~1 safe|alive|here
safe ~1 for|until ~1 tonight|him|her
not|never ~1 leave|leaving|left him|her|them ~2 alone|own|on
let me go and|i
will|would|gonna|going to finish it
finish|finishing|finished it|himself|herself|the job $
finish the job
neck|off|top|kill|hang|drown|shoot|gas|do|slash|cut himself|herself|themself
fetched|brought|got|took|dragged|pulled him|her|them ~1 back ~1 from|off ~2 bridge|river|ledge|roof|tracks|\
edge|cliff|station|road
back from the ~1 bridge|edge|brink|ledge|roof
tried ~1 to ~1 end|take|hang|kill|drown|jump|overdose|strangle ~1 his|her|their|himself|herself|life|\
himself|own
radio ~3 die
purg*|laxatives|bingeing|restricting|starving|starves|starved ~3 he|she|her|his|again|secret|client|patient|\
pupil|girl|weight|bmi
overdose|overdosed|fentanyl|heroin|laced|batch|spike|meth|naloxone|narcan|nodding|needle ~4 he|she|client|\
lad|twice|dead|died|toilet|toilets|street|came|round|second|saved|friday|weekend|third|regulars|again
using ~2 again|alone|heavily|till|until
found ~2 with|under|holding|clutching ~2 ligature|rope|bag|blade|note|tablets|pills|sheet|empty|needle|belt|\
scarf|knife
bag|pillowcase over his|her|their head
blue|unresponsive|cold|grey|lifeless|bleeding ~3 found|bath|lips|floor|toilet|when|on
gun|shotgun|rifle|firearm|firearms|weapons ~3 house|home|cabinet|safe|access|removed|licence|bed|farm|truck|\
loaded|lap|his|her|wall
threat|threats ~3 kill|hurt|staff|harm|self|life|him|her|burn|stab|made|school|reported
threatened|threatening|threatens|threaten ~3 jump|hang|kill|die|burn|cut|end|stab|himself|herself|staff|\
with|her|him|self
gambling|debt|debts ~4 dead|kill|end|hurt|threat|shark|sharks|him|her
knife crime|point|attack|carrying
stabbed|stabbing|shot|shooting|machete|gang|gangs|county ~4 he|him|lad|boy|kid|pupil|brother|school|she|\
cousin|retaliation|revenge|tonight|carry|mum|son|weekend|estate
runs|run|ran|running|carrying|selling ~1 drugs|county|gear|packages ~3
given|gave|giving|give ~1 out|away|up ~1 his|her|their|all
given|gave|giving his|her|their ~1 good|best ~1 telly|jacket|tools|bike|phone|clothes|books|shoes|medals|\
watch|ring|rosary|bible|things|guitar|stuff|dog|cat
gave me his|her|their ~1 rosary|bible|ring|watch|jacket|jaiket|necklace|book|medals|scarf|keys
look after ~1 the|his|her|their medals|dog|cat|kids|things|mum|children
sold|selling|sells|has|put ~2 his|her|their|cattle|bike|tools|all|land|stuff|gear ~3 sold|the|lot|swept|\
packed|shed|trade|boxes|cheap|reserve
boxes|packed|things ~4 names|name on
thank|thanks|ta|cheers for everything
rang|called|texted|ringing|phoned ~3 midnight|3am|2am|cliffs|bridge|beach|sea|station|say|roof|car|kids ~3 \
say|mind|take|thank|ta|sorry|goodbye|love|grand
mind|take|look the|my|after? kids|children ~3 cannot|can|not|stay|go|said|anymore
tell my ~1 pickney|kids|children|mum|boys|girls ~3 love
asked|asks|asking|ask ~1 me? ~1 how|which|what|who|where|if ~4 high|deepest|deep|quick|raises|bottle|sin|\
hurts|painless|dies|does|hell|things|fast|strong|heaven
how high|deep ~4
suicide is a sin
going|gone ~1 home|off , ~3
stopped quarrelling|fighting|asking|arguing|crying|complaining ~4
settling|settled|paying|paid|clearing ~1 off? ~2 debts|bills|slate ~3
just so we are square
confidentiality ends
shook|shake|hugged|hug ~3 hand|me|everyone|us ~3 ages|long|tight|twice|too|and
you have|done ~1 done your best
wished me all
cancelled|cancels|cancel ~1 his|her|their ~1 canteen|lease|milk|phone|gym|meals|visits|appointments|\
subscriptions
face to the wall
not answering|opening ~1 the|his|her|my|door|phone|calls|anyone|texts
by his|her|their own hand|hands
own hand
drank|drink|drinks|swallowed|swallows|swallow|took|taken ~2 phenyl|poison|pesticide|bleach|sniper|acid|\
parafin|kerosene|detergent|battery|batteries|blades|blade|rat|weedkiller|jik|harpic|lysol|dettol
pulled|fished|found|taken ~1 from|in|out ~1 of? the lee|river|canal|sea|lagoon|clyde|thames|liffey|lake|\
harbour|water|well
intent to ~1 end|die|harm|kill
end|ends|ended|ending his|her|their life|it
sharps removed
swallowed blades|batteries|razors
sleeping|sleeps|slept with her|him by force
by force
father of the baby
iron|belt|cane|bite|cigarette|burn|rope mark|marks ~2 on|across|round
says|said ~1 she|he ~1 fell|walked|tripped|slipped ~3 seen|it|before|again|door|stairs
falls a lot
answers ~2 for her|him
questions for her|him
"""
