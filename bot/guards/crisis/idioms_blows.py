"""Manners of speaking with blows, blades and heights in them, and their everyday senses.

What an idiom covers is not read as danger.
"""

from __future__ import annotations

BLOWS = """
will|would ~1 have my guts|head|hide
skin|skinned|skins|eat|eaten me alive
guts for garters
hug*|hugged|kiss*|kissed|hugging ~3 or hit|hitting|slap|slapped
hit|hits|hitting the roof|road|hay|sack|ceiling|wall|ground|jackpot|books|nail|gym|snooze|town|shops|target|\
targets|menopause
hit|hits the|a fan|nail|spot|nerve|target|snag|low|limit
hit|hits home|it|hard
beat*|beating|bash*|kick*|kicking|beats|flagellat* myself|yourself|himself|herself|ourselves|themself up|\
about|over|for
beat him|her|them|me|us|PERSON ~3 at|in|to ~1 scrabble|chess|draughts|dominoes|cards|snap|uno|ludo|bingo|\
table|it|pool|monopoly|badminton|connect|tennis|carrom|mario|ping|darts|fifa|quiz|snooker|rummy
stroke when
shot to bits|pieces
shot down|put|glass|glasses|video|film|clinic|clinics|gun
a|in|one|each|flu|jab|first|best|another|tequila|second|long|booster|screen|double|espresso|big|mug|money|\
vaccine|vitamin|tetanus shot|shots
stab*|stabbed ~1 in|at ~1 the|a back|dark|it
back stab*|stabbing|stabber
take|took|taking|have|had|make|a stab|crack|shot|bash|swing|punt at|in
stabbing|stabbed ~1 pain|pains
bite*|biting|bit|bitten ~2 bullet|tongue|lip|dust|nails
jump*|jumping|jumps|jumped ~1 ship|joy|gun|queue|skin|conclusions|bandwagon|trampoline
jump*|jumping ~1 ship|gun|queue|rope|trampoline|castle
jump*|throw myself|me? ~4 window|bridge|castle|cliff|sea|stairs|roof|balcony ~5 ground|joke|joking|relax|\
bouncy|lol|haha|😂|💀|kidding|icebreaker|printer|powerpoint
jump*|jump|throw|walk|lie ~5 window|bridge|cliff|castle|sea|stairs|bus|traffic ~3 if ~10 meeting|song|\
icebreaker|rota|paperwork|audit|printer|email|teams|zoom|powerpoint|once|shark|song|form|another|again|\
jingle|carol|training|kazoo|says|word
give*|giving|gave ~1 my|a|an|your ~1 right|left|eye|back|arm|kidney|firstborn|leg|limb ~1 arm|teeth|for|tooth
sell|sold|trade|swap|give ~1 a|my|one|both|your ~1 kidney|soul|granny|grandmother|kidneys|firstborn|organ|\
organs|liver|child|children|nan
cost ~1 an arm
smash*|smashed ~1 it|target|targets
crush* ~1 it|on
hang*|hanging|hung|hangs ~1 in|on|out|with|up|about|around|back|over|tight|by|heavy|onto|loose|fire|there
hang*|hanging|hung ~3 washing|bunting|coat|coats|picture|pictures|decorations|plant|plants|basket|baskets|\
curtains|laundry|lights|wallpaper|garden|stockings|uniform|art|balloons|stocking|lanterns|banner|flag|\
poster|posters
hanging|spider|hanged plant|plants|basket|baskets|offence|about|over|out|garden|indent|gardens|man
hangman|hangover
a hanging offence
hang*|hung me|us out to dry
hang up ~1 my
cut*|cutting ~1 me|us|some|them|him|her ~1 slack|it|off|out|short
cut*|cutting|cuts ~2 corners|corner|slack|cord|cake|ribbon|hair|grass|down|hours|fringe|budget|funding|\
sugar|carbs|chase|carrots|veg|onions|class|tie|toast|vegetables|paper|card|edge|cheese|bread|hedge|lawn|\
nails|services|coupons|sandwiches|posts|mustard|snowflakes|stars|fruit|apples|potatoes|flowers|roses|grapes|\
dairy|alcohol|crusts|onion|patterns|jigsaw|wood|logs|crap|teeth
cutting|cut corners|edge|it|back|down|room|remark|remarks
cut|bleed* ~2 chopping|peeling|slicing|grating|opening|on|shaving|gardening
cut|burn*|burnt|scald* my|myself ~3 chopping|peeling|slicing|opening|cooking|oven|toast|grater|kettle|iron|\
tray|pan|tin|toaster|bagel|hob|shaving|bread|bbq|pizza|soup|tea|coffee|cheese|avocado
burn*|burning|burned|burnt ~2 toast|rice|candle|candles|dinner|calories|bridges|rubber|files|lunch|popcorn|\
milk|onions|midnight|off|through|pot|porridge|cd|incense|stew|cake|sausages|beans|egg|eggs|jollof|pancakes|\
cookies|papers|soup|tongue|mouth|sage|fuel|curry
crash and burn|burned
slash*|slashed|slashing ~2 budget|prices|funding|hours|posts|services|tyres
bleed*|bleeding me|us dry
blown away|up
blow*|blew|blown ~1 my mind|top|it|budget|out|socks|whistle|up
choke*|choked|choking ~1 up|on|back|with
choked on|at|in ~1 viva|interview|osce|exam
pull*|pulled the trigger|plug
trigger finger|warning|warnings
bullet point|points|journal|blender|list|proof
dodge*|dodged ~1 a bullet
sweat*|sweating bullets
bullet|bullets points
silver|magic|gold bullet
gun ~1 to my head ~3 and|still
put a gun to my head
hold|held|holding ~2 hands|hand|space|fort|line|court|ground|tongue|breath
jump|jumped|jumping|jumps the gun
top|big|young|hired|nerf|glue|water|heat|staple|massage|price|label guns|gun
all|with guns blazing
stick*|stuck to ~1 guns
axe* ~2 grind
long knives
twist the knife
dagger|daggers eyes|at
look* daggers
wrist|wrists slap|slapped|slap
slap on the wrist
slap|slapped|slapping ~1 on ~2 wrist|wrists|dash|paint|sunscreen|dressing|label|plaster
slit my|their wrists now|lol|, |if|listening
flogging|flogged ~2 raffle|tickets|cakes|old|stuff|horse
whip* ~1 round|cream|up|into|crack
kick*|kicking|kicked ~2 bucket|off|habit|ball|myself|ass|arse|butt|start|backside
kicking myself
punch*|punching|punched ~2 air|in|out|above|line|hole|bag|clock|weight|drunk|card|ticket|paper
knocked|knock|knocks|knocking ~2 socks|wood|door|heads|sense|feather
break a leg
torture ~1
torture|crucified|crucify|crucifixion|lynched|guillotine|execution|executed|hanged|hung drawn|quartered|\
session
war|battle zone|stories|story|hymn
attack* ~2 inbox|pile|laundry|laminator|backlog|paperwork|cupboard|garden|filing|problem|weeds
under|on attack|fire
fight*|fighting|fought ~2 over|about|for|with ~3 biscuits|remote|printer|computer|toy|lego|crayon|parking|\
tea|space|chair|last|sleep|system|yawns|stapler
roast*|roasted by|dinner|potatoes|lamb
grill*|grilled by|on
throw*|threw|throwing|thrown ~2 towel|party|book|shade|light|ball|together|curve|hands|hat|confetti|pot|cap|\
toys|spanner
threw|throw|throwing ~3 under the bus
tie*|tied ~2 up|knot|ribbon|shoes|laces|bow|loose|down|game|score|balloons|hands
hold|held|holding ~2 hands|hand|space|fort|line|court|ground|tongue|breath
shake*|shook|shaking ~2 hands|hand|head|leg|milk|maracas|tree
pull*|pulled|pulling ~2 leg|strings|weight|plug|together|socks|faces|curtains|pints|cracker|crackers|sickie|\
muscle
grab*|grabbed|grabbing a|an|the|some|my|lunch|coffee|tea|five|food|chai|snack|dinner|breakfast|her|his ~1 \
coffee|tea|lunch|bite|sandwich|bag|chai|cuppa|coat|keys|brew|snack|seat|chair|drink|breakfast|minute|nap|\
biscuit|headlines|phone
squeeze*|squeezed ~1 in|into|him|her|them in|into|hand
her|his|my|their hand squeezed
drag*|dragging|dragged ~2 queens|queen|race|heels|feet|bingo
twist*|twisted ~2 ankle|plot|bun|knee
pinch* ~1 myself|me|punch|salt|of
lock*|locked|locking myself|me|us out
locked|locked out|down|in ~1 of|myself
locked|lock ~2 keys|myself|door|cupboard|drugs|car|phone|jaw
trap*|trapped wind|nerve|in ~1 lift|lift|elevator|snow|traffic|meeting
rope|roped|roping ~1 skipping|jump|ladder|tug
at|on the ropes
on|off the rails|track|tracks
on|back|right track|tracks|the ~1 track
cross* that|the bridge ~3 when|come
burn*|burning|built|building ~1 bridges|bridge
water|bridge under|over the|troubled bridge|water
last straw
drive*|driving|drove|driven|drives ~1 me|us|up|round|him|her|everyone ~2 wall|mad|bend|crazy|bonkers|nuts|\
up|insane|bananas|potty|twist|spare|bats|batty
climb*|climbing|up the walls|wall
go*|going|went|gone|send|sending|going mad|postal|ballistic|mental|bananas|spare|nuts|bonkers
go|went|goes|going|went for|off ~1 jugular|deep|rails|rocker|bend
go*|went down in flames
down in flames
crashed and burned
crime scene|writer|novel|drama|fiction|podcast
car|train crash|wreck
train wreck
hit by a bus ~3 flu|after|feel|felt|nights|zumba|gym
like ~1 i ~1 hit|been hit
feel|felt|feels like ~2 hit|run ~2 bus|truck|train|lorry|tram
hit me like ~2 train|truck|bus|bricks|brick|wave|wall
run over by|like
put|putting ~2 out of ~1 its|my|our|their misery
out of its|our|my misery
misery guts
on life support
stick a fork|pin in
fork in me
throw myself ~1 into|on|at ~2 work|mercy|project|sofa|bed|it|painting|cooking|knitting|gardening|course|\
training
bricking it|myself
headless|running ~1 chicken
cut|cutting|cut-throat throat
no prisoners
take*|took|taken no prisoners
hostage ~2 meeting|by|situation|to|printer
held hostage|captive ~2
weapon|weapons of ~1 mass|choice
secret weapon
self destruct*|sabotage
threw|throw|thrown me|us|him|her|them under the bus
took|take|takes a beating at
slap in the face
knock*|knocked them dead
shot|shoots|shooting me a|the ~1 look|glance|smile|email
look|eyes|glare that ~2 kill|stripped|strip
cut my ~1 own throat by
cut the ~1 tension
finish me with
god take me now
landmine|landmines
set fire to ~1 diet|rota|kitchen
in stitches
pulling my hair out
axe|axes throwing|throw
threw axes
"""
