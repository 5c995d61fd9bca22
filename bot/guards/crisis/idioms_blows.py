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
shot down|put|glass|glasses|video|film|in|of|clinic|clinics|gun
a|in|one|each|flu|jab|first|best|another|tequila|second|long|booster|screen|double|espresso|big|mug|money|\
vaccine|vitamin|tetanus shot|shots
stab*|stabbed ~1 in|at ~1 the|a back|dark|it
back stab*|stabbing|stabber
take|took|taking|have|had|make|a stab|crack|shot|bash|swing|punt at|in
stabbing|stabbed ~2 pain|pains|back
bite*|biting|bit|bitten ~2 bullet|tongue|lip|dust|off|hand|head|nails|ears
jump*|jumping|jumps|jumped ~1 ship|joy|for|gun|queue|to|up|at|on|out ~1 joy|skin|conclusions|the|bandwagon|\
trampoline|it
jump*|jumping ~1 ship|gun|queue|rope|trampoline|castle
jump*|jump|throw myself|me? ~4 window|bridge|castle|cliff|sea|stairs|roof|balcony ~5 ground|joke|joking|\
relax|bouncy|lol|haha|😂|💀|kidding|meeting|icebreaker|rota|paperwork|audit|printer|email|teams|zoom|\
powerpoint|slide
jump*|jump|throw|walk|lie ~5 window|bridge|cliff|castle|sea|stairs|bus|traffic ~3 if ~10 meeting|song|\
icebreaker|rota|paperwork|audit|printer|email|teams|zoom|powerpoint|once|shark|song|form|another|again|\
jingle|carol|training|kazoo|says|word
give*|giving|gave ~1 my|a|an|your ~1 right|left|eye|back|arm|kidney|firstborn|leg|limb ~1 arm|teeth|for|tooth
sell|sold|trade|swap|give ~1 a|my|one|both|your ~1 kidney|soul|granny|grandmother|kidneys|firstborn|organ|\
organs|liver|child|children|nan
cost ~1 an arm
smash*|smashed ~1 it|the|that|target|targets|my|a
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
cut*|cutting|cuts ~2 corners|corner|slack|cord|cake|ribbon|hair|grass|back|down|hours|fringe|off|it|budget|\
funding|sugar|carbs|chase|carrots|veg|onions|class|throat|tie|fine|toast|vegetables|paper|card|edge|cheese|\
bread|hedge|lawn|nails|services|short|through|ties|across|coupons|sandwiches|posts|mustard|snowflakes|stars|\
fruit|apples|potatoes|flowers|roses|grapes|dairy|alcohol|crusts|onion|patterns|jigsaw|wood|logs|crap|teeth
cutting|cut corners|edge|it|back|down|room|remark|remarks
cut|bleed* ~2 chopping|peeling|slicing|grating|opening|on|shaving|gardening
cut|burn*|burnt|scald* my|myself ~3 chopping|peeling|slicing|opening|cooking|on|oven|toast|grater|kettle|\
iron|tray|pan|tin|toaster|bagel|hob|shaving|bread|bbq|pizza|hot|soup|tea|coffee|cheese|avocado|knife
burn*|burning|burned|burnt ~2 toast|rice|candle|candles|dinner|calories|bridges|rubber|files|lunch|popcorn|\
milk|onions|midnight|off|through|pot|porridge|cd|incense|stew|cake|sausages|beans|egg|eggs|jollof|pancakes|\
cookies|papers|soup|tongue|mouth|sage|fuel|curry
crash and burn|burned
slash*|slashed|slashing ~2 budget|prices|funding|hours|posts|services|tyres
bleed*|bleeding me|us dry
blown away|up
blow*|blew|blown ~1 my mind|top|it|budget|out|socks|whistle|up
choke*|choked|choking ~1 up|on|back|with
choked on|at|in ~1 viva|interview|osce|exam|the|my|a
pull*|pulled the trigger|plug
trigger finger|warning|warnings
bullet point|points|journal|blender|list|proof
dodge*|dodged ~1 a bullet
sweat*|sweating bullets
bullet|bullets points
silver|magic|gold bullet
gun ~2 to ~1 my head ~3 and|i|could|still
put a gun to my head
hold|held|holding ~2 gun to my head
jump|jumped|jumping|jumps the gun
top|big|young|hired|nerf|glue|water|heat|staple|massage|price|label guns|gun
all|with guns blazing
stick*|stuck to ~1 guns
axe* ~2 grind|to|the
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
kick*|kicking|kicked ~2 bucket|off|habit|in|ball|out|back|myself|ass|arse|butt|start|backside|it
kicking myself
punch*|punching|punched ~2 air|in|out|above|line|hole|bag|clock|weight|drunk|card|ticket|paper
knocked|knock|knocks|knocking ~2 off|out|socks|wood|door|back|it|down|on|up|cold|heads|sense|over|feather
break a leg
torture ~1
torture|crucified|crucify|crucifixion|lynched|guillotine|execution|executed|hanged|hung drawn|quartered|\
session
war|battle|fight on|zone|with|of|stories|story|for|hymn|wounds|against|the|scars ~1
attack* ~2 inbox|pile|laundry|laminator|backlog|paperwork|cupboard|garden|filing|problem|weeds
under|on attack|fire
fight*|fighting|fought ~2 over|about|for|with ~3 biscuits|remote|printer|computer|toy|lego|crayon|parking|\
tea|space|chair|last|sleep|system|yawns|stapler
roast*|roasted by|me|dinner|potatoes|lamb
grill*|grilled by|me
throw*|threw|throwing|thrown ~2 towel|party|book|shade|light|up|out|away|in|ball|together|curve|bus|hands|\
hat|confetti|under|pot|cap|toys|spanner
threw|throw|throwing ~3 under the bus
tie*|tied ~2 up|knot|ribbon|shoes|laces|bow|loose|down|game|score|balloons|hands
hold|held|holding ~2 hands|hand|space|fort|line|on|court|ground|tongue|breath|my|back
shake*|shook|shaking ~2 hands|hand|head|off|up|my|leg|milk|things|maracas|tree|with
pull*|pulled|pulling ~2 leg|strings|weight|plug|together|through|socks|out|off|over|faces|face|curtains|\
pints|cracker|crackers|sickie|muscle
grab*|grabbed|grabbing a|an|the|some|my|lunch|coffee|tea|five|food|chai|snack|dinner|breakfast|her|his ~1 \
coffee|tea|lunch|bite|sandwich|bag|chai|cuppa|coat|keys|brew|snack|seat|chair|drink|breakfast|minute|nap|\
biscuit|headlines|phone
squeeze*|squeezed ~1 in|into|him|her|them in|into|hand
her|his|my|their hand squeezed
drag*|dragging|dragged ~2 on|out|queens|queen|through|race|heels|feet|to|bingo
twist*|twisted ~2 ankle|my|arm|sister|plot|bun|knee
pinch* ~1 myself|me|punch|salt|of
lock*|locked|locking myself|me|us out
locked|locked out|down|in ~1 of|myself
locked|lock ~2 keys|myself|door|cupboard|drugs|car|phone|jaw
trap*|trapped wind|nerve|in ~1 lift|lift|elevator|snow|traffic|meeting
rope|roped|roping ~1 in|into|me|skipping|jump|ladder|tug
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
hit me like ~2 train|truck|bus|bricks
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
"""
