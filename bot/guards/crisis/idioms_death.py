"""Manners of speaking with killing, dying and the dead in them.

What an idiom covers is not read as danger.
"""

from __future__ import annotations

DEATH = """
kill*|murder* me|us ~4 laugh|laughing|laughs|with|jokes|softly|knock
BE killing|murdering me|us
is|are|was|were|absolutely|nearly|almost killed|killing|kills|kill me|us
kills|killed|kill me|us $
killed me|us , |but|, man|we|off|today|yesterday
WILL|to kill|murder|finish me ~3 before|first|off|eventually
WILL|gonna|going be the death of me|us
the death of me|us
death of me
kill|shoot|bury|end|murder|smother me now|, |please|dead|already
^ kill|shoot me $
^ shoot|kill|bury|end me
^ bury me in|with|under|next|at|beside
someone|somebody|please|pls kill|shoot|end|sedate|euthanise|bury me
i|we|you|BE|would|could|might|almost|happily|ready|cheerfully|feel|have|literally ~1 kill|murder|maim|die|\
sell|slay|commit for a|an|the|some|one|ten|five|this|that|her|your
could|would|will murder|demolish|massacre|annihilate|kill a|an|some|the|this|ten|five|six|my ~1 ~1 curry|\
tea|coffee|biscuit|sandwich|pint|burger|pizza|bag|kebab|cuppa|brew|chips|cake|nap|steak|toast|plate|bacon|\
whole|packet|chicken|cold|samosa|jollof|roti|bowl|doughnut|donut|chocolate|kitkat|pie|snack|fag|wine|gin|beer
could|would|will|to ~1 kill|murder|strangle|throttle|throw|shoot|beat|drown|stab|burn|smash|batter|punch|\
kick|slap|hurt|poison ~3 printer|photocopier|laptop|computer|keyboard|copier|phone|pager|bleep|alarm|clock|\
system|software|rota|machine|fridge|hoist|car|bus|scanner|fax|wifi|inbox|screen|monitor|kettle|whoever|\
vending|toaster|tablet|teams|zoom|ehr|epr|emr|bell|router|stapler|trolley|tannoy|radio|mannequin
kill|murder|strangle|throttle|throw|shoot|beat|drown|stab|burn|smash|batter|punch|kick|slap|unalive|killed|\
hit|bash|hug*|murdered ~3 printer|photocopier|laptop|computer|keyboard|copier|pager|clock|software|rota|\
machine|hoist|scanner|fax|wifi|inbox|kettle|whoever|vending|toaster|router|stapler|eggs|traffic
could|would|will|to|gonna strangle|throttle|murder|kill|shoot|swing|slap|punch|hug whoever|whomever|who
dying|died|die|dies ~1 of|from|with ~1 embarrassment|boredom|laughter|laughing|laugh|shame|cringe|thirst|\
heat|hunger|curiosity|shock|happiness|joy|cold|secondhand|lol|cuteness|paperwork|admin|fright
dying for|to ~1 a|an|the|my|some|see|know|hear|go|get|try|meet|eat|pee|wee|tell|find|read|watch|sit|be|ask|\
retire|use|leave|sleep|have|take|start|share
dying here|lol|inside|laughing|haha|trying
die*|died|dying|dies laughing|inside|lol|crying|trying
died and went to
died a little|bit|death
a death|deaths of|by
die|died a thousand deaths
nearly|almost|practically|basically died $
i am dead $
i am dead 💀|😂|, |lol|at|when|with|if|on|tired|serious|right|keen|sure
i|we|am|are|BE so dead
dead on|on my|her|their|our feet|time|legs
dead funny|good|easy|tired|slow|quiet|boring|keen|lucky|serious|beat|chuffed|proud|nice|posh|simple|cute|\
busy|right|sound|hard|on|strict|sweet|kind|clever|handy|fast|pleased|cheap|close|calm|line|lines|certain|\
weight|end|ringer|heat|centre|ahead|pan|battery|phone|wood|zone|hour|time|air|sure|set|bored|straight|\
interesting|stressful|useful|early|impressed|sick|late|grand|class|hungry|nervous|drunk|giddy|awkward|\
jealous|relaxed|excited|smart|warm|cold|honest|brilliant
dead to the world
dead as a
dead from the
dead in the water
dead man walking
dead poets|ringers|sea|lift|lifts|leg|legs
dead easy|ead
lift|printer|phone|laptop|battery|car|wifi|radio|computer|pager|bleep|clinic|tablet|kettle|van|plant|signal|\
network|torch|monitor|internet|screen|boiler|hoist|mannequin|manikin|cactus|plants|conversation|party|mower|\
engine|line|system|fern ~2 dead|died|dying|dies|killed
phone|battery|laptop|printer|wifi|car|projector|torch|van|radio|computer|tablet|plant|plants|internet|\
signal|cactus|fridge|kettle|mannequin|manikin|charger|mic|microphone|fern|basil|orchid|succulent|bleep|\
pager|server|network|link ~2 died|dying|dead|dies|die|killed
drop dead gorgeous|handsome|funny|delicious|beautiful
drop|dropping|dropped|drops dead
over my dead body
wouldn't|would not be seen|caught dead
dead ~1 end|ends|line
to die for
to death
fate worse than death
matter of life and death|or
life or|and death
death by powerpoint|paperwork|chocolate|meeting|email|emails|admin|spreadsheet|committee|teams|zoom|\
training|a|slides|form|forms|cake|policy|icebreaker|flipchart|acronym|training|glitter|e|roleplay|role|\
laminator
death march|trap|stare|glare|grip|row|knell|wish|warmed|metal|star|bed|cleaning|rattle
like death
look*|looking|felt|feel|feeling|feels like death|corpse|roadkill|hell|zombie
sleep*|slept|out like ~2 dead|corpse|log|baby|rock
near|brush|kiss death of|with
kiss of death
killer ~1 heels|deadline|playlist|instinct|app|headache|shift|stairs|shoes|queue|commute|question|line|joke|\
whale|cake|view|hill|week|day|rota|hangover|workout|abs|sunset|look|outfit|bee|bees|blow
a|total|real|absolute|the|is|its|been killer $
killing it|time|me|softly|floor|us|two|off
kill*|killed|killing|kills it|time|the mood|vibe|vibes|buzz|joke|weeds|weed|engine|lights|battery|music|box|\
grass|plant|wasps|wasp|ants|bugs|germs|bacteria|cockroach|spider|mosquito|flies|fly|nits|lice|conversation|\
appetite|fun|spiders|momentum|thread|tab|motivation|wifi|goat|chicken|cow|hen|pig|cat|rat|rats|mouse|mice|\
two|birds|several|off|hour|hours|evening|morale|tick|ticks
kill*|killed|killing|kills ~2 box|crayons|weeds|plant|plants|goat|chicken|time|birds|mood|vibe|hour|battery|\
bottle|dandelions|aphids|slugs|moss|mould|mold|bacteria|germs|orchid|succulent|rep|set|interview|\
presentation|viva|exam|audition|solo|karaoke|pitch|dance|quiz|hours|cactus|fern|basil|lawn|grass|ivy|\
nettles|keyboard|viruses|virus|bugs|houseplant
curiosity killed|kills
dressed|dress|if|looks|look|skills ~2 kill|kills
move|went|go|moves in for the kill
if looks could kill
kill two
kill* myself laughing|trying|working
kill* myself|themself|himself|herself over|with|for ~2 this|that|rota|work|job|shift|gym|notes|paperwork|\
deadline
hurt*|break|broke|knacker* myself lifting|moving|running|getting|carrying|training|falling|tripping|\
stretching|playing|reaching|digging|gardening
would not|won't kill|hurt|harm you|me|him|her|them|us|anyone|anybody to
will|would|does not ~1 kill|hurt|harm|die
not|what does|doesn't kill me|you
beat*|beating|beat|beats ~1 the ~1 traffic|eggs|queue|clock|rush|odds|drum|crowds|heat|record|target|system|\
retreat|deadline
heart attack|failure ~2 when|material|on|waiting|from|because|every|moment|, |at|$
heart ~1 attack
near|nearly|almost|mini|had ~4 stroke|heart|attack|coronary|aneurysm|seizure|breakdown when|opening|seeing|\
at|over|reading|, |on
scared|scare|frightened|frighten|terrified|spooked|startled ~2 the|half|out|to|of|life|daylights ~2 life|\
death|out|daylights|shitless|bejesus|wits|pants|bits
gave|give|gives me|us|him|her a ~1 heart|fright|stroke
shoot|shooting|shot ~1 the|a|an|our|some|stars|hoops|star|breeze|email|message|film|video|photo|photos|pool|\
pain|pains|promo|documentary|advert|scene|clip|training|selfie ~2 video|breeze|email|film|photos|advert|\
promo|scene|clip|message|documentary|photo|hand
shooting|shot|shoot stars|star|pains|pain|hoops|pool|range|video
shoot , |me|an|you|over|forgot
photo|video|film|wedding shoot|shooting
don't|do not shoot the messenger
bomb*|bombed|bombing|bombs
bombed|died|tanked ~2 interview|presentation|exam|viva
photobomb*|bath|bombshell
slay*|slayed|slays|slaying|slayed
nailed|killed|slayed|aced|smashed|crushed|butchered|murdered it|that ~1
suicide squad|squeeze|blonde|shots|wings|mission|run|runs|drink|sprints|prevention
BE|rota|this|that|is|was|career|total|pure|career|political|social|absolute|commercial|shift suicide|\
suicidal ~1 ~1 rota|shift|pattern|commute|says|, |schedule|pigeon|squirrel|lane|plant|mission|deadline|\
driver|drivers|plan|caseload
career|social|political|professional suicide
murder mystery|hornet
blue|bloody|pure|absolute|be|is|was|are|were|total|sheer murder
get|gets|got|gets|getting away with murder
murder*|murdered|murdering|butcher*|butchered|massacre*|strangl* ~2 song|karaoke|hymn|hymns|cake|anthem|\
biscuits|pronunciation|name|language|carol|carols|solo|tune|english|accent|playlist|pizza|sandwich
overdos*|overdose|overdosed ~1 on|of ~4 coffee|caffeine|chocolate|sugar|cake|biscuits|tea|quality|street|\
sweets|christmas|netflix|cheese|mince|carbs|roses|haribo|crisps|samosas|jollof|pancakes|glitter|acronyms|\
cute|garlic|celebrations|maltesers|satsumas|memes|jelly|pizza|toast|emails|meetings|tiktok|buns|mangoes|\
lemon|curry|vitamin|screen|paneer|sunshine|festive|rugby|icing|reality|podcasts|cuteness|popcorn|ice|cream|\
sun|nostalgia|kindness|admin|powerpoint|telly|baby|puppy|easter|eggs|halloween|advent|mints|tv|carols|\
bunting|turkey|pie|pies|fudge|cocoa|banana|tinsel|mangos
caffeine|coffee|sugar|chocolate|cake|tea|cuteness|glitter|tinsel|biscuit|carb|cheese overdose
overdose on|of ~1 $
poison ~1 chalice|ivy|pen|apple
poisoned|poison chalice|dwarf
food|blood poison*|poisoning
pick|name|choose your|my poison
drown*|drowning ~1 in|under ~3 laminating|paperwork|admin|emails|email|notes|forms|tea|marking|referrals|\
snot|post|washing|laundry|assessments|reports|e|glitter|wool|nappies|ironing|deadlines|files|birthday|cake|\
invoices|assignments|acronyms|spreadsheets|data|cardboard|folders|passwords|audits|charts|charting|policies|\
work|donated|tinsel|minutes|courgettes|zucchini|mangoes|sticky|care|documentation
buried|burying|bury ~1 in|under ~2 paperwork|emails|notes|admin|laundry|referrals|marking|forms|the
knife ~1 edge|skills|crime|sharpener|block|fork
flog*|flogging ~1 a dead horse
break*|broke|broken|breaking bread|ice|news|records|record|fast
break*|broke|breaks|breaking ~2 heart|hearts|ice|news|bread|fast|record|toe|toenail|nail|mug|heel|kettle|\
printer|glasses|sweat|bank|silence|back|tooth|phone ~4 crusty|dancing|baguette|football|running|toffee|
heart breaks|broke|breaking|broken
widowmaker|bloodbath|carnage|bloodshed|massacre
panic|heart|asthma attack
push*|pushed|pushing ~2 boundaries|buttons|luck|myself|wheelchair|trolley|deadline|envelope|limits|boat|\
swing|buggy|pram|cart
dnr|rip|deceased|autopsy|coffin|grave|funeral ~3 pending|you|printer|my|diet|social|laptop|fridge|phone
rip|r i p|rest in peace ~1 my|to|the|you|me ~3
rest in peace
nail in the coffin|my
nail|final ~2 coffin
turn*|spinning|rolling in ~1 grave
dig*|digging ~2 own|myself ~2 grave|hole
one foot in the grave
graveyard shift|shifts|slot
skeleton|skeletons staff|shift|crew
ghost town|shift|writer|train|pepper|story
zombie|zombies|vampire|apocalypse|walking dead|mode|mask|costume
the walking dead
hell|purgatory
bury|buried|burying|bury ~1 my|the|head hatchet|head|in sand|lead|nose
cark|carked it
pop*|popped|popping ~1 clogs
pushing up ~1 daisies
meet|met|send|sent ~2 maker
to|meet our|my|your maker
sudden death penalties|over|overtime|round|quiz|playoff
target|targets|killing practice|field
deadline|deadlines|deadpan|deadlift|deadlifts|deadhead|deadheading
worn|bored|laughed|laughing|laugh ~2 out|tears|head|die
crying dying|laughing|with|at|😂|💀|lol|over|happy
if ~10 again|more|another ~2 i am|will|shall|might|could ~1 jump*|throw*|chuck*|fling*|walk*|drive*|die|\
kill|drown|leap*|scream|explode|hang|shoot|burn|move|yeet ~1 myself? ~1 into|out|off|in|under|to|someone|\
somebody|me|this|the ~3
sun|heat|traffic|cold|rain|hunger|commute|network|light|nepa|spin|class|gym|shoes|stairs|chair|weather|wind \
~2 wants|want|tried|trying|is|nearly ~1 to? ~1 kill|murder|finish|cook|roast ~2
slow suicide
wifi|laptop|printer|phone|computer|boiler|toaster|kettle|plant ~1 committed|attempted suicide
attempted manslaughter|humour|murder ~2
committed suicide again
killed from|with the ~1
there will be blood
if looks could
murderous thoughts|looks|glare
murderous ~4
will to live
homicidal ~3 about|over|whoever
overdose on|of ~1 FOOD
stick a fork in me ~2 done
fork in me i am done
"""
