"""Ways and means of dying, goodbyes, affairs put in order."""

from __future__ import annotations

PLANNING = """
rehears* it
rehears* ~1 how|what|every|where
planning it ~6 sleep|calm|gets|keeps|helps|only
know|knows|knew|decided|planned how i|he|she|they will|would|am ~1 do|doing it
know exactly which|where|how|when|what
know where|which i|he|she|they will|would ~1 do|park|go
worked out ~1 which|how|when|what|where|the ~2 dose|night|how|house|amount|drop|bridge|tree|way|day
worked out how to stop ~2 being|one
have|has|got|made|make|with a? ~1 plan ~3 die|end|kill|suicide|myself|date|means|method|note|pills
have a plan and ~3 date|means|method|note|day
plan and|, ~2 means|date|intent|method
plan|plans|planning ~1 for|to|of ~2 end|die|ending|dying
fi|to end it ~1 before|soon|now
pick*|chosen|chose|choose|set|fix*|settled|circled ~1 on? the|a|my date|day|method|spot|place|tree|bridge|\
hotel|song|songs|weekend|coffin
pick*|chosen|chose how|when|where $
i have decided $
have decided on? the? ~1 date|day|14th|friday|weekend|method
have decided on the
decided ~1 on the|a|how|when ~1 date|day|method|bridge|tree|spot|14th|weekend|friday|place
date ~2 calendar|diary|circled|set|picked
not|never|longer asking|whether|question whether|if|only ~3 when
not|no longer|about if|whether|why , ~2 when
when , not if
matter of when
go*|going|gone|went through with it|this
almost|nearly|tried|try|about|gonna|going|ready|will|planning|plan|want|could|almost to? did|do|doing it ~2 \
tonight|weekend|wednesday|this|right|friday|sunday|monday|last|now|so
i ~2 will|would|will do it ~2 tonight|because|properly|quietly|after|friday|weekend
will|would not do it ~2 tonight|today|because|yet
i nearly|almost|could $
almost|nearly did|done it
i tried wednesday|last|again|it|sunday|before|twice
i attempted
^ attempted ~1 on|last|again|it|sunday|monday|friday|saturday|tuesday|wednesday|thursday|in
what i tried
do|did|done it right|properly this|next|time
mine is? next
do it right
doses|dose ~6 sums|worked|enough|lethal|know|trouble
work*|figure*|calculat*|calculated|calculating|research*|looked|google*|googling|search*|read|priced ~3 \
dose|doses|lethal|amount|fatal|drop|knots|knot|height|sums
priced it up
googl*|google*|looked|look|looking|search*|research*|reading|read|deleted|cleared ~4 how many|much|long|\
painless|ways|fatal|lethal|overdose|hanging|heart|die
deleted|cleared|wiped the|my ~1 search|history|browser
stop a|the|my heart
how many|much ~5 stop|kill|die|lethal|enough|finish ~3 me|heart|myself|takes|take
how many ~3 it would|will|might take
how long it takes|would|will ~1 take|die
lethal|fatal dose|amount
painless way|ways|method
enough ~2 PILLS
enough ~2 in the cupboard|drawer|house|bag|locker|tin|flat|press
got|have enough in|at|saved|put|now|hidden|stashed
PILLS ~2 put by|aside|away
PILLS ~3 saved|stashed|counted|lined|hidden|hoarded|laid|set
tablets|pills|stuff|lot laid|lined|set|ready
got|have the|my stuff|things|kit|means|lot ~1 in|ready|together|under the? ~1 shed|boot|garage|drawer|bag|\
loft|bed|wardrobe
line*|lined|lining|count*|lay|laid ~2 out? ~2 PILLS ~4 table|counter|desk|bed|twice|again|tonight|row|\
kitchen|home|side|bathroom
lined|laid ~2 up|out ~2 PILLS
stockpil*|stockpile*|hoard*|stash*|squirrel*|saving|save|saved|skimming ~4 PILLS
stockpil*|stockpile*|hoard*|stash* ~1 my|her|his|their|them
save*|keep*|collect*|hide*|hid|put ~1 up|by|back|aside|away? my|her|his|their|the|some ~1 PILLS
steal*|nick*|pocket*|pinch*|take*|bring*|skim*|lift*|palm*|smuggle* ~3 PILLS home
steal*|nick*|pocket*|pinch*|skim*|palm*|smuggle* ~3 PILLS
took|taken|take|brought ~3 PILLS from|out ~4 locker|trolley|ward|cupboard|work|stock
kept|keep a|the|back vial|ampoule|syringe
buy*|find*|order*|have|keep*|tie*|practise*|practice*|hide*|hid|is|brought|there a|the|some|my|new|enough|\
his|dads ~1 rope|noose|ligature|blades|gun|rifle|shotgun|helium|hosepipe|charcoal|bullet|pistol|revolver
has|got a|the rope|noose|shotgun
buy*|order* rope|blades|helium|charcoal
rope|noose|ligature|gun|rifle|shotgun|pistol|hosepipe|hose ~2 in|under|across|on|beside|by|to|out the|my|\
her|his|bed ~1 boot|garage|shed|bag|drawer|lap|knees|car|bed|pillow|head|mouth|wardrobe|attic|loft|van|\
truck|table|hands|side|temple|locker|trunk
tie*|test*|practise*|practice* ~1 the|a|that|his? knot|noose|rope|beam|branch
belt|rope|branch|beam|hook|cord broke|snapped|gave
PILLS under|in|beside|by ~2 pillow|mattress|bed|sock|socks|glovebox|tin|shoebox
gun|pistol|rifle|barrel to|in my|his|her|their head|temple|mouth|hand|lap
the gun ~2 out|loaded|cleaned|again|lap|knees
stand*|stood ~3 HEIGHT|edge|rail|barrier|window ~6 looking|down|over|thinking|guard|minutes|hour|floors|\
jump|train|long|twice|water|thought|went
stood where he|she|they stood
stand*|sit*|walk*|go*|drive*|stop*|end* ~2 on|at|by|to|near|along|over|under the|a|that|up ~1 bridge|ledge|\
tracks|track|cliff|cliffs|overpass|viaduct|railway|multistorey|weir|quarry|rooftop|parapet|pier
stand*|sit*|walk*|go* ~2 on|to|up the|a|that|hospital ~1 roof|rooftop
stood|stand|standing|sat|sitting ~2 edge
step back from the edge|platform|tracks
platform|bridge edge|railings|rail
the bridge ~4 harder|calls|calling|pull*|again|tonight|pretty|tempt*|inviting
HEIGHT ~2 calling|calls|pulls|pulling|tempts|tempting|inviting|whispering
pull of the ~1 water|edge|drop|tracks
count* the? ~2 floors|storeys|trains
swerv*|swerve* ~4 into|oncoming|lorry|tree|barrier|hgv|wall
wheel ~2 towards|toward|into the|a
oncoming traffic|lorry|lorries|truck
not turn|steer|brake|swerve|slow the|at|for|in ~2 wheel|bend|corner|time
car ~2 into|off|at the|a wall|tree|bridge|barrier|sea|cliff|river|central|lorry|quay|pier
take|took|hide|lock|want|have ~2 keys|pills|tablets|meds|medication|knives|rope|gun|guns ~5 off|from|away \
~1 me
took|swallow*|taken|take|takes|neck*|down*|popp* ~2 all|whole|too|lot|lots|bunch|handful|packet|pack|box|\
bottle|strip|NUM ~3 PILLS
swallow* ~3 PILLS
took|taken|swallowed an? overdose
overdose again|last|because|tuesday|monday|sunday|friday|saturday|wednesday|thursday
overdose on|at tuesday|monday|sunday|friday|saturday|wednesday|thursday|purpose|work|home
took|taken|swallowed everything|all|them|what ~4 cabinet|cupboard|drawer
woke up|this ~3 annoyed|disappointed|angry|gutted|alive|sorry
took ~3 PILLS ~8 woke|still here|waited|sick|hoping
pump* ~1 stomach
got|went as far as ~4 bridge|tracks|platform|ledge|roof|note|rope|car|tying|writing|pier|station
promise ~2 i WILL make|see|be
WILL not make|see ~2 monday|tomorrow|christmas|birthday|weekend|summer|xmas|forty|thirty|fifty|sunday|friday
not|never ~2 make it to|past|till ~2 thirty|forty|fifty|christmas|xmas|summer|spring|monday|birthday|new|\
friday|weekend
WILL not be here|alive|around ~2 tomorrow|monday|christmas|when|much|anymore|long|soon|next|after|friday|by|\
for
this time next|tomorrow week|year|month|day ~3 i|he|she|they ~2 not|gone|be
not long now|left $
all be over soon|by|tonight|tomorrow
over by ~2 morning|weekend|friday|monday|christmas|then|sunday
last night on earth
last|final entry|sunrise|supper
last shift|birthday|christmas ~3 ever|promise|alive|earth
who|they|somebody|someone|she|he will|would|might|to ~2 find me|us
find|found me $
who will|would find me|him|her
how|where|when|until they find|found me
find|found|finds|finding my|a body
found by ~3 kids|children|stranger|mum|partner|daughter|son|cleaner
house ~2 be empty
nobody|none|noone would|will guess|suspect|know ~6 rope|boot|plan|pills|tablets|pocket
planning|plan|planned it for
the thing i will use
bought|got|ordered|found the ~1 thing|stuff ~2 use|need|do
count*|counting ~2 what is|'s ~2 cabinet|cupboard|left|drawer|box|kits|saved|tin
count*|counting ~3 cabinet|stash|kits
have mine in the|my
the|a how and a|the where|when
only the|a day|date ~1 left|choose
do not plan on|to ~1 seeing|see|be|make ~1 christmas|here|summer|it|new
will|would not see ~1 summer|spring|christmas|winter|autumn|easter|harvest|graduation
is not ~1 in case
just in case , ~3 not
there is no|nae ~1 holiday|ticket|trip|return|wedding|leave
no|nae ~1 return ticket|date
no loose ends
"""
"""Whose they are, the words around say."""

LEAVING = """
write*|leave*|finish*|draft*|type*|seal* ~2 the|my|a|some|all|their|them|out|goodbye ~1 letters|letter|\
goodbyes|goodbye|notes|note ~1 to|for my|the|everyone|each|them|husband|wife|mum|kids|children|daughter|son|\
all|whoever|god
write*|finish*|seal*|post* the letters
write*|leave* ~1 my|the KIN|children|them|girls|boys ~1 a|letters ~1 letter|note|each
write*|leave* my children|girls|boys|wife|husband|mum|dad a letter|note
^ write*|leave*|finish* ~1 a|my|the|letters|notes|goodbye notes?|letters?|note|letter ~1 to|for my|the|\
everyone|each|them|daughter|son|kids|children|mum|all
letters|letter|notes|note ~3 drawer|sealed|envelopes|envelope|locker|hidden|hid
letters ~2 done|written|finished|posted
letter|letters|note|notes ~2 for|to my|the|each|them ~1 kids|girls|boys|children|wife|husband|mum|mam|\
daughter|son|parents|family|dad|partner|sister|brother
goodbye|goodbyes|farewell ~1 to ~1 everyone|world|clients|cruel|family|children|life|job
say*|send*|text*|write*|record*|kiss* ~1 goodbye|goodbyes|bye ~2 to|my|everyone|all|dog|mum|children|world|\
each|them
said|saying|made ~2 my|silent|secret|private|last goodbyes
goodbye|farewell world|everyone|cruel
kissed|kiss ~1 them|children|kids|her|him|boys|girls ~3 asleep|goodnight|night ~6 last|want|won't|not|\
tonight|time
i have kissed them
forgive me|your ~3 lord|god|mum|servant|children|family
if|when you are? ~1 reading|read|find|found|open this
by the time ~2 read|find|reads|see this|it
was|is not your|her|his|their|anyone|anybody|nobody 's? fault
nobody is to? blame
tell ~2 mum|kids|wife|husband|team|them|children|dad ~2 it was|is not her|his|them|their|your
tell|told ~2 kids|girls|boys|mum|mam|husband|wife|children|family|team|everyone ~2 i ~1 love|loved|tried|sorry
tell my|the|them ~3 i loved|tried
someone|somebody|please ~2 water|feed|mind|look|take|walk my|after ~2 plants|dog|cat|cats|fish|kids|\
children|mum
when|after|once i am|have ~1 gone|dead
when|once me is|are gone
after|when i go $
no more after that|this
nearly there now , no|nothing|one
nothing after that|friday|sunday
sort*|pay*|put|putting|get*|tidied|tidying ~2 affairs|debts|funeral|passwords ~2 order|paid|plan|done|\
sorted|easier
affairs are? in? order
updat*|change*|rewrote|redid|made|making|write*|sign* ~1 the|my|a will , ~8 found|cancel*|gave|letters|dog|\
cat|gym|pension
plan*|choose*|chose|pick*|write*|paid my own? funeral|eulogy|obituary|headstone|obit|coffin
my ~1 funeral ~2 songs|song|music|hymns|planned|plan|list|sorted|paid
insurance|policy|beneficiary|pension|suicide clause ~3 covers|pays|clause|checked|suicide|dead|kids|still|\
valid
kids|children|wife|husband|family|they|mum ~2 get|gets|get|have ~1 payout|insurance|pension|house|money
change*|update*|check*|name* ~2 beneficiary
change*|update* my will
clause|insurance|policy|payout|pension ~4 than|better|without|worth|dead
worth more ~2 dead
write*|writing|making|made my|a will ~2 at|tonight|not
passwords|password ~3 notebook|list|written|drawer|envelope|wrote|left
give*|gave|given ~2 away ~1 my|most|all|everything|the|things|clothes|stuff|books
give*|gave|given ~2 my|his|her ~2 away
giv*|gave|given|giving|passed|willed|gave ~2 my ~1 good|best|favourite|grandmother|late|father|wedding|\
guitar|ring|watch|records|jewellery|bike|stethoscope|tools ~1
found|find|finding|asked|arranged|sorted|got ~2 dog|cat|pets|dogs|cats|parrot ~1 a|new|to ~1 home|have|take
found someone|somebody|home|homes for the|my ~1 cat|dog|cats|dogs|hens|rabbit|horse
who will|would|to|going feed|take|have|look|mind|get ~2 dog|cat|kids|cats|dogs|children
rehom*|rehome* ~2 cat|dog|cats|dogs
nothing left on|to|but do|one|list
just|only the last|one bit|thing left|remaining ~2 do
last bit left to do
gave|given|handed ~1 my notice , cancel*
cancel*|cancelled ~4 gym|phone|lease|subscription|milk|direct ~6 dog|cat|letters|home|will|done
everyone|everybody|they|kids|children|family|team|world|all|husband|wife|mum|daughter|son|girls|boys|people|\
ward ~3 better|happier|easier|safer|relieved|cope|do ~1 off? ~4 without me|him|her|them
they|everyone|kids|family|caseload ~4 all? WILL ~1 cope|manage|be ~1 fine|okay|ok|better|reallocated ~2
better|easier|happier ~1 off? ~2 if i was|were|am|had|died|go|went|gone
better|easier without me
better off if i
better off ~2 dead|gone
with me dead|gone
nobody|none|no will|would|go|ever|one ~1 miss|notice|care ~2 me|one|nurse|gone|i ~1
this is|my goodbye
the|a last|goodbye|farewell note|goodbye|entry|message
calm|calmest|peaceful|peace|light|lighter|serene ~2 now|in|since ~4 decided|know|plan|over|done|years|\
picked|one
i WILL follow him|her|them
follow him|her|them
will|would need it|them|this ~1 after $
find|have|read|get|hear|know it|them|that|this ~3 after $
from me , after $
after friday|monday|sunday|saturday|thursday|this|tomorrow|christmas|easter you|they|nobody|it|i ~1 will|\
would not
they will understand ~1 thursday|friday|soon|after|monday|tomorrow|later|one
he|she|they thinks|think|thought ~3 leave|holiday|birthday|wedding|trip|half|moving|present|gift|emigrating|\
joke ~1 $
envelope|envelopes|box|boxes|bag|bags ~4 name|names on|labelled
labelled ~4 names|boxes|keys|envelopes|sister|mum|kids|everything
name|names on them|it|each|everything
new owners
forgave|forgiven|forgiving everyone|everybody|them
returned|gave ~1 back ~2 borrowed|every
dog|cat|plants|hens|cats|dogs ~2 off|going|gone|rehomed|given|new ~2 to|owners|sister|brother|neighbour|home
handed|left|gave the ~1 dog|cat|dug|keys ~2 in|over|to ~3 sister|brother|mum|neighbour|pal|friend|mate
recorded|record|filmed|recording a ~1 message|video|voice ~3 for|to ~2 boys|girls|kids|children|each|wife|\
husband|mum|daughter|son
which|white|what dress|suit|hymn|hymns|song|photo ~3
picked|pick|choose|chose|told ~4 the|which|my white|which dress|suit|hymn|hymns|coffin
hymns ~2 mine|me|my
set aside the hymns
remember me ~1 dancing|smiling|laughing|happy|like|as|by|well
when they look for me
let|tell them know i tried
i ~1 tried , sorry|tell
sorry to the ~2 team|staff|crew|night|day|family|driver
i will not need|be needing
not need ~1 it|them|any|anymore where
the last one ~2 ever|give|do|write
the last time i|we ~1 WILL
last round|box|text|letter|one ~2 of|tonight ~3 texts|then|that|tonight|folk
then that is|'s|was me
that is|'s me done
everything|all|papers|things ~1 is|are? arranged|tidy|settled|sorted|ready|tidied
affairs straight|settled|sorted|done|order
feels|feel|felt|feeling ~1 calm ~4 nobody|first|guess|ages|decided|knows|since
calm for the first time
i could go $
no more prayer requests|prayers
pay|paid|paying off ~3 card|loan|debts|debt ~4 left|gone|mum|stuck
cleaned|tidied|scrubbed|swept ~2 flat|house|room|shed ~4 whoever|find|them|so
nominee|beneficiary|title|deeds|deed ~4 changed|updated|name|son|daughter|wife|folder|signed
bank|all passwords|password|pin|pins ~4 son|wife|daughter|diary|folder|envelope|taught|gave|passed
taught|gave|passed|told|showed|left ~3 password|passwords|pin|pins
said|saying|say|said ~1 a|my long|last|quiet|private ~1 goodbye|bye|farewell
said bye|goodbye
"""
"""Goodbyes and affairs put in order; whose they are, the words around say."""
