"""Ways and means of dying, goodbyes, affairs put in order (bot/guards/crisis/phrases.py)."""

from __future__ import annotations

PLANNING = """
rehears* it|the|how|every
know|knows|knew how i|he|she|they will|would|am ~1 do|doing it
know where i|he|she|they will|would ~1 do
have|has|got|made|make|with a? ~1 plan ~3 die|end|kill|suicide|myself|date|means|method|note|pills
plan and|, ~2 means|date|intent|method
plan|plans ~1 for|to|of ~2 end|die|ending|dying
pick*|chosen|chose|choose|set|fix*|decide*|settled|circled ~1 on? the|a|my|on date|day|method|spot|place|\
tree|bridge|how|hotel|song|songs|weekend|coffin|where
have decided $
decided ~1 on the|a how|when|where|date
date ~2 calendar|diary|circled|mind|set
not|never asking|question|longer ~1 if|whether , ~1 when
when , not if
matter|question of when , ~1 not if
go*|going|gone|went through with it|this
almost|nearly|tried|try|about to|gonna|going|ready|will|planning|plan to? did|do|doing it ~2 tonight|\
weekend|wednesday|time|this|right|after|friday|sunday|monday|last
almost|nearly|nearly|almost|could|could did|done|do it $
almost|nearly did it
i|he|she|they tried wednesday|last|again|it|sunday|before|twice|on|in
what i tried
do|did|done it right|properly this|next
work*|figure*|calculat*|calculated|calculating|research*|looked|google*|googling|search*|read ~2 dose|doses|\
lethal|amount|fatal|drop|knots|knot|height
googl*|googling|google*|looked|look|looking|search*|searching|research*|reading|read ~3 how many|much|long|\
painless|ways|fatal|lethal|overdose|hanging|heart|die
how many|much ~5 stop|kill|die|lethal|enough|finish ~3 me|heart|myself
how many ~3 it would|will|might take
lethal|fatal dose|amount
painless way|ways|method
enough ~2 PILLS ~3 kill|die|finish|end|do|never|sleep|home|house|not|in|drawer|bag|saved|put|now|to
enough ~2 PILLS
enough ~2 in the cupboard|drawer|house|bag|locker|tin|flat ~3 do|never|end|not|finish|sleep
PILLS ~2 put by|aside|away|saved|stashed|counted|lined
line*|lined|lining|count*|counted|counting ~2 out? ~2 PILLS ~4 table|counter|desk|bed|twice|again|tonight|i|\
row|kitchen|home|side|bathroom|back
lined|laid ~2 up|out ~2 PILLS
lined ~3 up
stockpil*|stockpile*|hoard*|stash*|squirrel* ~4 PILLS
stockpil*|stockpile*|hoard*|stash* ~1 my|her|his|their|them
save*|saving|saved|keep*|collect*|hiding|hide|hid|put ~1 up|by|back|aside|away? my|her|his|their|the|some \
~1 PILLS
steal*|stole|stolen|nick*|pocket*|pinch*|took|taken|take|brought|skim*|lift*|palm* ~3 PILLS home|from|out \
~4 me|not|just|looking|locker|bag|i|myself
bought|buy|got|found|ordered|have|kept|keep|tied|practised|practiced|hid|hidden|take|took|is|brought|there \
a|the|some|my|new|enough|his|dads|her|that ~1 rope|noose|ligature|blades|gun|rifle|shotgun|helium|hosepipe|\
charcoal|razor|bullet|pistol|revolver|cord|hose
bought|ordered rope|blades|helium|charcoal
rope|noose|ligature|gun|rifle|shotgun|pistol|hosepipe|hose ~2 in|under|across|on|beside|by|to|out the|my|\
her|his|bed ~1 boot|garage|shed|bag|drawer|lap|knees|car|bed|pillow|head|mouth|wardrobe|attic|loft|van|\
truck|table|hands|side|temple
tie*|tied|tying|test*|practi* ~1 the|a|that|his? knot|noose|rope|beam|branch|hook
belt|rope|branch|beam|hook|cord broke|snapped|gave|slipped|held
PILLS under|in|beside|by ~2 pillow|mattress|bed|sock|socks|glovebox|tin|shoebox
WEAPON|gun to|in my head|temple|mouth|hand|lap
stand*|stood|standing ~3 HEIGHT|edge|rail|barrier|window ~6 until|looking|down|over|thinking|guard|minutes|\
hour|floors|jump|while|train|long|again|twice|water|thought|drop
stand*|stood|standing|sat|sitting|park*|walk*|went|go|going|drove|drive|stop*|end* ~2 on|at|by|to|near|\
along|over the|a|that|up ~1 bridge|ledge|roof|tracks|track|platform|cliff|cliffs|overpass|viaduct|railway|\
multistorey|weir|quarry|rooftop|parapet|terrace
stood|stand|standing|sat ~2 edge
the bridge ~4 harder|calls|calling|pull*|home|looks|again|tonight|pretty|tempt*|inviting
HEIGHT ~2 calling|calls|pulls|pulling|tempts|tempting|inviting|whispering
count* ~2 floors|storeys|trains
swerv*|swerve*|steer*|turn* ~4 into|off|wheel|oncoming|lorry|tree|barrier|hgv
car ~2 into|off|at the|a wall|tree|bridge|barrier|sea|cliff|river|central|lorry|quay
take|took|hide|lock|want|have ~2 keys|pills|tablets|meds|medication|knives|rope|gun|guns off|from|away ~1 me
took|swallow*|taken|take|takes|neck*|down*|popp* ~2 all|whole|too|lot|lots|bunch|handful|packet|pack|box|\
bottle|strip|NUM ~3 PILLS
took|swallow*|taken|neck*|down* ~1 all|lot|lots|handful|packet|strip of ~2 PILLS
took|swallow*|taken|neck* ~1 NUM|handful ~2 PILLS
swallow* ~3 PILLS
took|taken|swallowed an? overdose
overdose again|on|last|at|because|tuesday|monday|sunday|friday|saturday|wednesday|thursday
took|taken everything|all|them ~2 in the cabinet|cupboard|drawer
woke up|this ~3 annoyed|disappointed|angry|gutted|alive|sorry
took ~3 PILLS ~8 woke|still here|waited|sick|hoping
pump* ~1 stomach
got as far as the|putting|HEIGHT
got|went as far as ~4 bridge|tracks|platform|ledge|roof|note|rope|car|tying|writing
WILL not make|see ~2 monday|tomorrow|christmas|birthday|weekend|summer|xmas|forty|thirty|fifty
not|never ~2 make|see ~2 thirty|forty|fifty|christmas|xmas|summer|spring|monday|birthday|new
not be here ~2 tomorrow|monday|next|christmas|by|for|when|much|anymore|in|after|to|long|soon
not be around|alive ~2 much|by|for|to|next|after|when|long|soon|at
this time|day next|tomorrow|week ~3 i|he|she|they ~1 not|gone|be
not long now|to|left
all be over soon|by|tonight|tomorrow
over by ~2 morning|weekend|friday|monday|christmas|then|sunday
last night on earth
last|final entry|shift|sunrise|supper|birthday|christmas|weekend ~3 ever|promise|will|alive|i
who|they will|would|might|to ~2 find me|body|him|her
how|where|when|until they find|found me
find|found|finds|finding my|a body
be|being found by ~2 kids|children|stranger|mum|partner|daughter|son
"""
"""Ways and means; whose they are, the words around say."""

LEAVING = """
wrote|written|writing|write|leave|leaving|left|finished|drafted|done|typed|sealed ~1 the|my|a|some|all|\
their|them|out letters|letter|goodbyes|goodbye|notes|note ~1 to|for my|the|everyone|each|them|husband|wife|\
mum|kids|children|daughter|son|all|whoever|god
wrote|written|writing|finished the letters
^ wrote|written|left|leaving|writing|finished ~1 a|my|the|letters|notes|goodbye notes?|letters?|note|letter \
~1 to|for
letters ~3 drawer|done|written|sealed|desk|posted|envelopes|locker|finished
letter|letters|note|notes ~2 for|to my|the|each|them ~1 kids|girls|boys|children|wife|husband|mum|mam|\
daughter|son|parents|family|dad|partner|sister|brother
goodbye|goodbyes|farewell ~1 to ~1 all|everyone|my|world|clients|you|cruel|them|family|kids
said|say|saying|says|sent|texted|wrote|recorded ~1 goodbye|goodbyes|bye ~2 to my|kids|everyone|them|all|dog|\
mum|children|world
said|saying|made ~2 my|silent|secret|private|last goodbyes
goodbye|farewell world|everyone|all|cruel
forgive me ~3 lord|god|mum|for|all|kids|family|what
if|when you are? ~1 reading|read|find|found|open this
by the time ~2 read|find|reads|see this|it
was|is not your|anyone|anybody|nobody 's? fault
tell|told ~2 kids|girls|boys|mum|mam|husband|wife|children|family ~3 loved|love|sorry ~2 them|her|him|not|i
tell my ~2 i loved|love|tried|am
when|after|once|if i am|have ~1 gone|dead|left|not|no
when|once|after me is|are gone
after|when i go $
sort*|pay*|sorted|put|putting|get*|tidied|tidying ~2 affairs|debts|funeral|will|insurance|passwords|\
paperwork ~2 order|paid|plan|done|sorted|up|easier|so|before|off
affairs in order
affairs are? in? order
plan*|planned|planning|chose|picked|pick|write|wrote|written|writing|paid my own? funeral|eulogy|obituary|\
headstone|obit|coffin|hymns
my ~1 funeral ~2 songs|song|music|hymns|planned|plan|list|sorted|paid
insurance|policy|beneficiary|pension|suicide clause ~3 covers|pays|clause|checked|suicide|dead|after|them|\
kids|money|still|valid
change*|changed|update*|updated|check*|name*|named ~2 beneficiary|will|insurance
clause|insurance|policy|payout|pension ~4 than|better|with me|without|worth|dead|kids
worth more ~2 dead
writ*|writing|wrote|making|made|updated|redid|signed ~1 my|a|the will ~2 at|tonight|this|not|and|, |last|on
passwords|password ~3 notebook|list|written|drawer|envelope|book|wrote|left|for|on
give*|gave|giving|given ~2 away ~1 my|most|all|everything|the|things|clothes|stuff|books
giv*|gave|giving|given ~2 my ~2 away
gave|given|giving|left|passing|passed|willed ~2 my ~1 good|best|favourite|grandmother|late|father|wedding|\
own|guitar|ring|watch|dog|cat|books|records|jewellery|bike
found|find|finding|asked|arranged|sorted|got ~2 dog|cat|pets|dogs|cats|fish|parrot ~1 a|new|to ~1 home|have|\
take
who will|would|to|going feed|take|have|look|mind|get ~2 dog|cat|kids|cats|dogs|children
rehom*|rehome* ~2 cat|dog|cats|dogs
nothing left on|to do ~2 list|but
nothing left but one
just|only the last|one bit|thing left|remaining ~2 do
everyone|everybody|they|kids|children|family|team|world|all|husband|wife|mum|daughter|son|girls|boys|people \
~3 better|happier|easier|safer|fine|relieved ~1 off? ~3 without me|him|her|them
better|easier|happier ~1 off? ~2 if i was|were|am|had|not|died|go|went|gone
better|easier without me
better off ~2 if ~1 not|dead|gone
with me dead|gone
nobody|none|no will|would|go|ever ~1 miss|notice|find|care ~2 me|if|one|nurse|gone|until|when
this is it|goodbye|my|the last? ~1 note|goodbye|farewell|entry|message
so calm|peaceful now ~4 decided|know|plan|over|done
calm|peace|peaceful|light|lighter now|since ~2 decided|i have|have|know|picked
funny choice of words
mine is? next
so|same|as|neither do|am|did|would|was|for me|i
and|but i|me do? too
"""
"""Goodbyes and affairs put in order; whose they are, the words around say."""
