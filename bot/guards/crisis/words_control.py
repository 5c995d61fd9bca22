"""The writer is controlled, followed, cornered, forced or threatened, told without a plain blow."""

from __future__ import annotations

CONTROLLED = """
checks|check|checking|reads|counts|times|times|monitors|inspects|smells ~1 my|me ~2 phone|mileage|receipts|\
underwear|messages|emails|bag|time|money|texts|history|location|back|call|calls|shifts|bank|steps
times|clocks me
rings|ring|phones|calls|texts|call ~1 the|my|me ~3 ward|work|desk|office|reception|every|hour|check|\
constantly|NUM ~5 check|where|prove|there|times|hour|every|see
where i am ~3 every|time|always|photo|prove
drives|drops|collects|picks me ~3 work|back|door|sight|there ~4 waits|sight|never|every|back
out of his|her|their sight
account for every|each|penny|my|all
every penny|receipt|minute|mile|pound|shilling|naira|rupee
paid into his|her|their ~1 account
wages|salary|pay|money|card|cards ~3 his|her|their account|name|mother|pocket|hands|wallet|drawer
give*|gives|allows me ~1 an|pocket allowance|money
not|never allowed ~1 friends|out|visitors|money|phone|job|car|to ~1
no friends|phone|money|keys allowed
cut|cuts|cutting me off ~1 from
turned ~1 everyone|kids|children|family|friends against me
fist|hand|foot|plate|cup|chair ~2 through|at|into|past|beside|near ~2 door|wall|head|window|my|glass ~2 my|\
head|beside|next|face|me
punched|punches|hit|hits|kicked|kicks|put|puts ~2 wall|door|cupboard|fridge|table|windscreen|dashboard ~3 \
my|me|beside|next|head|near|instead
threw|throws|hurled|chucked|flung|launched ~1 a|the|his|my|hot|boiling plate|mug|remote|chair|bottle|phone|\
ashtray|glass|kettle|cup|dinner|knife|boots|shoe|pan|iron|tea|vase|toolbox ~2 at|over|past|me|missed|my|hit
missed my|me ~1 head|face|by
chair|wardrobe|drawers|sofa|table ~2 under|against|behind|across|in ~1 the|my ~1 door|handle|bedroom
sleep*|slept|lie|bed ~3 clothes|shoes|keys|dressed|knife|chair|door|phone ~3 in|case|under|locked|on|pillow
keys|shoes|phone|money|passport ~2 under|hidden|in|by ~2 pillow|mattress|bra|boot|shed|neighbour|locker ~3
go|grab|run|escape bag
long sleeves|scarf|polo|makeup|foundation|sunglasses ~4 bruise|bruises|marks|he|eye|him|hide|ask
said|told|tell|say ~4 slipped|fell|walked|tripped|bumped|caught|banged|clumsy ~3 shower|stairs|door|\
cupboard|car|bath|ice|step|press|steps|kitchen
asked|ask|asks|asking ~2 about my eye|arm|neck|bruise|bruises|face|wrist|lip|black|marks
nobody|none|noone|one would|will|ever|is ~2 believe me
who would|will|they ~1 believe me|you|them|that
believe me over him
he|she|husband|partner|ex|father|dad is|being a|the ~1 cop|officer|pastor|deacon|garda|policeman|doctor|\
surgeon|elder|magistrate|soldier|bishop ~5 believe|nobody|who|report
manager|boss|consultant|surgeon|supervisor|registrar|colleague|pastor|priest|foreman|owner|sir|porter|\
doctor|uncle|landlord|oga|he ~4 touches|touched|gropes|groped|grabbed|grabs|corners|cornered|rubs|rubbed|\
kissed|kisses|brushes|squeezed|squeezes|pressed|pinned|slapped|pinches|follows|propositioned|flashed|\
exposed|pats|patted|fondled ~1 me|my|himself|against|up
hand|hands|fingers ~2 up|under|down|on|inside|round|around ~1 my ~1 skirt|tunic|top|scrubs|bra|thigh|dress|\
trousers|breast|chest|waist|throat|neck|uniform|blouse|leg|knee|bum|arse
kissed|kissing|touched|touching|groped|undressed|licked me
exposed himself
on top of me
woke ~4 him|his ~4 on|top|inside|hands|me
lie|lay|lying still|there ~4 done|finished|over|until|till|finish|stops
pretend|pretended|pretending ~2 asleep|sleep|sleeping
easier ~2 to|than|if ~2 let|saying|fighting|give|no|i ~3
gave|give|giving in ~3 him|sex|quiet|life|easier|again
did|do not want to ~3 he|but|easier|carried|anyway|still
said|says|told ~2 no|stop ~5 did|carried|anyway|laughed|not
wives|wife|marriage|married ~3 cannot|can not|cant|duty|rights|owe
spiked my ~1 drink
i ~2 was|been|got|were ~1 raped|drugged|spiked|mugged|assaulted|attacked|followed|stalked|beaten|jumped|\
robbed|threatened|cornered|trapped
tell|report|call|ring|inform ~1 immigration|council|sponsor|services|police|agency ~4 if|me|leave|visa|kids|\
board
deport*|deported|deporting me
have|get|got me deported|sacked|sectioned|arrested|struck|killed|sent
take|takes|taking|took ~1 the|my kids|children|baby|son|daughter|girls|boys ~3 if|from|and|away|leave|never|\
abroad
never see the|my|them ~1 kids|children|baby|son|girls|again
visa|passport|sponsorship|papers|permit ~5 if|keeps|over|leave|locked|drawer|hold|holds|his|agent|madam|threat
agent|agency|madam|employer|sponsor|landlord|owner ~3 keeps|kept|has|took|holds|seized|locked|hides ~2 my|our
send|sent|sending|take me back ~2 if|home|village|there
honour|honor|izzat|dowry ~5
brothers|father|family|uncles|uncle|cousins|husband|in-laws|brother|clan ~5 kill|finish|bury|punish|hunt|\
find|cut|burn me
hot oil|water|tea|iron ~3 on|over|me|my|poured|threw|hand
pour*|poured|threw ~3 on|over me|my
locked|lock|locks|bolted|shut ~1 the|me ~1 gate|door|out|in|inside|outside|room ~4 me|night|slept|again|\
shift|from|not|outside|key|he
slept on the step|landing|doorstep|floor|balcony
he|she ~2 came|comes|gets|got|home ~2 drunk|drinking|steaming|stocious|mouldy|off|rage ~3
hear|heard|hearing|listen*|listening ~2 his|the|her|for ~1 key|keys|car|boots|footsteps|engine|steps|feet|\
truck|gate|van ~3 and|door|stairs|freeze|stomach|drive|lock|start
his key in ~1 door|lock
read his|her ~1 footsteps|mood|face|moods|key
mood|moods ~3 when|before|key|door|careful|safe|quiet
tiptoe*|tiptoeing|creep*|creeping ~3 round|around|him|own|house
released|out|bailed ~3 not|nobody|no ~1 told|warned|tell|warn
nobody|none|not ~1 told|warned me ~2 he|she ~2 out|released
moved|changed ~3 times|locks|number|again|jobs|route ~5 finds|found|find|him|he|her
finds|found me ~1 again|every|each|anyway|on
new|fake|another|different account|accounts|number|numbers|profile|profiles ~4 messages|him|ex|again|\
blocked|me|texts
message*|texts|dms|emails|calls|comments|follows ~2 from|me ~3 new|fake|different|withheld|blocked|unknown|\
another ~1 account|accounts|number|numbers
brick|stone|note|notes|bullet|photo|flowers|roses|dead ~2 through|on|under|at|in|bird|rat|cat ~2 my|step|\
windscreen|window|door|locker|desk|letterbox|pigeonhole|car
car|van|bike|man|he|ex|somebody|someone|him ~3 outside|opposite|across|parked|waiting|waits|sat|circling|\
behind|following ~4 house|flat|window|work|clinic|school|street|home|gate|surgery|shift|car|lights|again|\
bus|stop|back|ward ~3
outside the clinic|ward|school|hospital|surgery|office|hospice|centre|unit|home ~1 again|in|every|waiting|when
change*|changing|vary|varying|swap*|take|taking ~2 my|different route|routes|way|shifts|entrance|exit ~3
through|via|out the ~1 bins|back|kitchen|loading|side|fire ~2 exit|door|bay|now|because|avoid|so
see you soon
ex|he|she|him ~3 still|has|got|have ~1 has|got|have ~1 a|my|the key|keys|code|password|passwords
grabbed|grabs|cornered|corners|pinned|pushed|pressed|trapped|blocked me ~3 room|cupboard|lift|wall|door|\
corridor|stairwell|office|car|against|store|linen|again|kitchen|sluice|pharmacy
not|never|longer feel|feels|felt safe ~1 on|at|in|with|around|there|here ~2 ward|unit|home|house|work|him|\
office|shift|school|flat|own|alone
feel|feeling|felt|am unsafe ~2 at|on|in|around|with|going
know|knows|knew ~2 my|where|what|the ~2 kids|children|daughter|son|girls|school|nursery|street|car|bus|\
shifts|door ~4 school|go|goes|is|name|named|times|live|colour|photo
named my street|kids|children|daughter|son|school
photo|photos|picture|pictures|video ~2 of my|me|our|the ~1 kids|house|door|children|daughter|son|school|car|\
window|sleeping|street
slit|cut|rape|find|hurt|stab|kill|shoot|burn|bury|beat|finish|break|get|do me if|when|for|next|on|in|and|\
like|the|before|one|with
slit|cut|break|smash|rearrange|ruin|burn|bash|kick my ~1 throat|face|legs|neck|head|teeth|house|car|\
kneecaps|in
death|rape threat|threats ~3 me|my|inbox|phone|again|from|ex|daily|work|facebook|email
threat|threats ~1 from|by ~1 his|her|ex|patient|client ~1 son|father|brother|husband|family|grandson|relatives
watch|mind|better ~2 my|your|myself back|step|mouth
hid|hiding|hide from ~1 him|her|husband|partner|ex|dad
afraid|scared|terrified|frightened|fear ~2 of|for ~1 own|my|him|her|life|what ~1 husband|partner|wife|\
boyfriend|son|brother|father|uncle|landlord|ex|life|daughter|mother|manager|client|patient|he|she
my own ~1 home|house|bed|bedroom ~3 safe|afraid|scared|locked|prison|prisoner
prisoner ~1 in|of my|own
he|she|husband|partner|son ~3 temper|rage|fists|drinking|drink|drunk|moods|gun|knife|belt ~3 again|worse|\
scared|frightened|night|me|i
belted|belts|beats|hits|thumps|leathers|canes|lashes|slaps|batters|kicks|whips me
lifted|lifts|raised|raises|raise|lift his|her ~1 hand|hands|fist|belt|fists|boot to|at|on|again|against? ~1 \
me|again|my|to|at|over
took|takes|takes|used|uses ~1 his|the|a belt|fists|boot|stick|cane|slipper|wire|cable|hose|ladle|iron|rod \
~1 to me|my
bruise|bruises ~4 not ~1 from ~2 patients|work|client|the
my son|daughter|stepson|teenager|boy|brother|mum|mother|dad|father is|has|was|he|she ~3 hits|hit|bigger|\
violent|punched|attacks|kicks|pushes|thumps|throws|smashed|hitting|pushed ~2
us ~3 hid|hide|locked|ran|refuge|bathroom|bath
me and|, ~1 the|my kids|children|girls|boys|baby ~2 hid|hide|hiding|locked|slept|ran|left|fled|in
fled|flee|fleeing|escaped|left|leaving|running|ran ~2 him|husband|partner|home|marriage|again|with ~4 bag|\
night|kids|barefoot|refuge|clothes|nothing|police
refuge|shelter ~3 full|bed|space|for|me|number|list
"""
