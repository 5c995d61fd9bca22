"""Nothing felt, nothing left, nobody there: emptiness, loneliness, shame and dread in scenes and pictures."""

from __future__ import annotations

EMPTY = """
nothing|none|food|life|everything|it ~1 tastes|taste|feels|sounds|lands|sticks|moves|reaches ~2 of|like|\
nothing|anything|same|cardboard|ash|me|wrong
tastes of ~1 nothing|anything|cardboard|ash
colour|color|taste|light|music|fun|joy|love|meaning|spark|heart|soul|warmth|sun|air ~1 is|has|'s|gone|went \
~2 gone|out|left|drained|leaked|died|of|from
something ~1 is|has|'s|in ~2 gone|died|dried|broken|missing|switched|snapped|dead|off ~2 in|me|up|inside|$
dried up
gone in|inside me
died in|inside ~1 me
switch* ~2 back on
not ~1 switch ~1 back|off
get|got|getting through|by ~1 by|on ~1 not
by not feeling|thinking
feel|felt ~1 nothing|empty|dead|contempt|blank|numb|flat|wooden ~3
felt|feel|feels|feeling ~1 like ~2 happened|somebody|someone|that|that's|it|nothing|rot|rubbish|shit|dirt|\
furniture|wallpaper|ghost|robot|fraud|failure|burden|shell|corpse|spare|background
happened to somebody|someone else
like ~1 i|it ~1 am|is ~1 not|watching|happening|already|behind|under|outside|playing|acting|dead ~2
watching ~2 myself|life|it ~3 from|above|outside|telly|behind|ceiling
from outside|above|behind|ceiling ~2 my|myself|glass
not|never ~1 a|really|my person|here|there|me|myself|human ~1 $
not a person
no me in|left
no ~1 light|hope|point|end|future|joy|air|way|help|rest|colour|fight|tears|words|self|love|faith ~2 \
anywhere|left|in|ahead|now|anymore|out|to|here|$
who|what am i ~2 without|when|anymore|if|even|$
what|who is left ~3 when|if|of|take|without
left of me
nothing|little|not|less left ~2 of|in|to|for
nothing in ~1 my|the|me ~1 hands|tank|head|$
tank|battery|well|jug|cup|pot|petrol|fuel|meter|bucket|account|reserve|reserves ~3 empty|dry|zero|nothing|\
flat|out|low|red|gone|left
klaar|munted|scunnered|shattered|bruk|finished|kaput|wrecked|goosed|banjaxed|puggled|melted|cooked|crook|\
bushed|stuffed|spent|pagod|done|ended|fried ~1 inside|$
head ~1 is|'s|am|was|be? ~1 melted|fried|gone|wrecked|mush|cooked|done|mash
head melted|fried
can not ~1 be arsed|stuffed|bothered ~2 with|to|anyone|people|anything|life|living|everyone|whether|$
can not ~1 face|look|bear|take|stand|stomach|manage|do|touch|hold|hear|carry ~4 anyone|anybody|people|week|\
shift|door|day|another|them|phone|house|home|family|anymore|one|morning|more|work|myself|mirror|it|this|\
uniform|building|patients|clients
could not ~1 face|bear|make|get|go|remember|stop|think|look|feel ~5 house|home|door|work|in|live|crying|\
greeting|car|myself|out|shaking|phone|anyone|up|where|name|ward|people
how i|we ~1 WILL ~1 face|do|get|manage|make|last|keep|survive|cope ~3 week|day|another|through|it|monday|\
tomorrow|month|year|christmas|this|going
another|one more week|day|shift|month|year|winter ~3 of ~1 this|it|like
dread|dreading|dreaded|dreads ~1
dread ~2
hate|hating|hated ~1 mornings|waking|sundays|myself|it|this|life|everything|everyone|me|work|job|coming|\
going|being
sundays|sunday|mondays|monday ~3 dread|sick|panic|cry|chest|stomach|terror|vomit|tears|sweats
sick ~2 in|on|before|at|with ~2 car|park|carpark|way|work|shift|monday|sunday|nerves|dread|morning|worry
chest|throat|stomach|heart|jaw|hands|breath ~2 goes|went|gets|got|is|tight|tightens|knots|clenches|drops|\
drop|racing|races|pounding|shaking|sinks|turns|hammering|thumping|lurches|churns|closes ~2 tight|when|every|\
before|at|phone|phone|shift|work|over|each|in|now|alarm|pager
panic|panicking|panicked ~2 in|at|before|on|again|attack|attacks|starts|every|when|every|over|during|mid
could not breathe
can not breathe
flinch|jump|freeze|sweat|shake|startle ~2 at|when|every ~2 envelope|phone|email|emails|pager|knock|bell|\
bleep|noise|door|name|post|rings|brown|alarm|siren
crying|cry|cried|weep|wept|greet|greeting|sob|sobbed|sobbing|tears|weeping|howled|bawled ~4 pantry|store|\
cupboard|stairwell|car|toilet|toilets|shower|sluice|drive|carpark|cloakroom|office|corridor|every|before|\
hour|hours|stop|again|night|daily|adverts|nothing|work|shift|mins|bus|train|lunch|bathroom|kitchen|fridge|\
linen|laundry|locker|break
smile|smiling|laugh|laughing|joke|joking ~2 to|with|at|for|all|on ~3 , ~2 cry|crying|die|dead|nothing|empty|\
scream|inside|home
mask|face|act|smile|show|performance ~2 slips|slipping|on|heavy|tired|hurts|exhausting|all ~2 day|time|\
cheeks|home|off|$
shout*|snapped|screamed|yelled|snap|snapping ~2 at|my ~3 kids|wee|own|children|wife|everyone|son|daughter|\
family|husband|partner ~6 cry|cried|greeting|sorry|again|guilt|hate|stop|monster
everything i touch|do ~4 shite|shit|wrong|breaks|worse|ruined|rot|fails
common factor
helped|saved|helping|help|reached ~1 no|nobody|noone|not|nothing ~1 one|anyone|$
helped nobody
made|make|makes|making no|any|a|zero ~1 difference|odds ~2 $
never|not ~1 get|gets|getting better ~2
stopped believing|caring|hoping|trying|asking
not caring if
no longer care|feel|believe|cry|laugh|cook|answer|know|recognise|enjoy|pray|sleep|matter|matters
contempt|disgust|loathing|hatred ~3 me|myself|self|think
do not ~1 like|love|recognise|recognize|know|want|trust ~2 her|him|myself|me|who|mirror|face|woman|man|\
person ~2 either|mirror|anymore|i|now|am|there
mirror ~3
somebody|someone|stranger ~2 in|else ~2 mirror|my|skin|body
invisible ~2 to|at|in|here|$
know nobody
nobody|none|noone ~2 here|home|to|at ~2 talk|tell|home|eat|ask|knows|come|hold|wait|speak|call|hear|weekends
nobody ~1 WILL ~1 pick|choose|come|call|ring|ask|visit|want
nobody ~1 pick|picks|chose|wants|want|likes|like|loves|needs ~1 me
spare chair|part|wheel
stopped inviting|calling|asking|texting|ringing me
cancel*|cancelled ~2 on ~1 everyone|mates|friends
i ~2 cancel*|cancelled ~2 plans|everyone|mates|friends
never been ~1 so|this|more|lonelier alone|lonely|tired|low|sad
this alone|lonely|tired|low|empty|flat|sad ~2
alone ~1 in ~1 my|this|a|the ~1 life|country|city|town|flat|house|room
no partner|family|kids|friends|life ~3 caseload|just|only|is|here|kids|left
is that|this it
feels|felt like that is it
abroad|far|away|country ~4 alone|lonely|video|nobody|cry|miss|years|family ~3 nobody|night|alone|feel|\
lonely|notice|cry|years|noodles
quiet ~2 house|flat|home ~3 hate|loud|alone|too
came|come|go|going|went home to ~2 quiet|nobody|empty|nothing|silence|cat|four|walls|dark
four walls
eat|ate|eating|lunch|dinner ~2 alone|car|standing|toilet|sluice
prayers|prayer|pray|faith|god ~4 bounce|ceiling|empty|silent|gone|hollow|answer|nothing|lost|dry|left|deaf|\
without|nobody|quit
shame|ashamed|embarrassed|guilt|guilty|disgrace ~3 all|every|eats|of|how|so|deep|me|weight|about|myself|\
drown|too|live ~2 myself|time|me|am|who|ashamed|become|care|everything|tell|face|bones
let|letting|lets everybody|everyone|them|family|team|people|kids|him|her ~1 down
i am|feel|be ~2 the|a|such ~1 burden|problem|waste|failure|fraud|joke|disappointment|liability|mess|dead|\
spare|ghost|weight|embarrassment|letdown
deadweight|dead weight
imposter|impostor|fraud ~3 found|out|feel|any|find|like|am|everyone
wrong ~1 with me
not ~1 good|strong|clever|worth|enough ~1 enough|anything|it|for
not cut out
should have|never ~1 been|become|stayed|done|gone ~2 nurse|teacher|this|job|social|born|mother|profession|\
different
anyone|anybody|someone|somebody ~1 else ~1 would|could ~2 better
hold|holding|held|keep|hanging it ~1 together ~3 barely|just|tape|thread|only|by|until|can not|fingernails
by a thread|fingernails
hanging|holding on by
on my knees
rock bottom
end of ~1 it|me|rope|line|tether|everything
breaking|broken|cracked|cracking|bending|snapping|coming|falling|unravelling|crumbling|fraying ~2 apart|\
pieces|inside|up|point|under|undone|quietly|bits|slowly|seams|down|man|woman
nervous breakdown
breakdown ~3 i|my|having|heading|close|near|brink|another|had
overwhelmed|overwhelming ~2
swamped|submerged|suffocating|suffocate|suffocated ~2 by|in|under|here|work|it|slowly|this|$
sinking|drowning|treading|underwater|going ~1 under|fast|slowly|quietly|water|again|and|in|$
weight ~3 chest|shoulders|lift|crush|heavy|carry|all|world|everything
heavy ~1 all|inside|heart|every|to|legs|limbs|today|and|, ~3 time|lift|move|day|morning|get|grey|empty
foggy|fog|cotton|wool|treacle|mud|concrete|glue|quicksand ~3 brain|head|walking|through|wading|legs|in|\
thick|everything|next|year
flat ~1 $
flat as ~2
low ~1 only|mood|ebb|all|again|lately|since|for|and|point|$
very|so|too|really|feeling|felt|pretty|bit low
not ~1 able to ~1 enjoy|feel|laugh|cry|love|sleep|eat|rest|cope|smile|care|get|face
enjoy|enjoyed|enjoying ~1 anything|nothing|even|my|not ~3 anymore|now|daughter|food|since|party|function
lost ~1 interest|joy|all|touch|myself|heart|will|faith|hope|spark|appetite|direction|purpose
lost , ~1 not
used to ~1 sing|dance|paint|cook|laugh|read|run|love|like|enjoy|garden|care|pray|cry|bake|knit|swim|look|be|\
hum|whistle|draw ~10 now|stopped|nothing|anymore|not|no|never|dust|drop|dread|can not|telly|stare|silence
burn*|burnt out
compassion fatigue ~2
run|wrung|washed|bled|wiped|worn|rung|burned ragged|empty|out|dry|thin
knackered|tired|exhausted|weary|fatigued ~2 sleep|that|in|to ~3 fix|touch|bones|soul|marrow|bone|spirit
sleep ~2 not|doesn't ~1 fix|touch|help
nobody ask|asks|asked|checks|check|notices|noticed ~2 how|on|me|about|if|whether|i|$
checks on|in me|us|who
who looks|cares|minds|checks|helps ~1 after|for|on ~1 us|me|carers|helpers|carer|helper|them
i ~1 can not ~1 any ~2 more|longer
hands shake|shaking|tremble ~4 shift|handover|now|morning|work|before|since
skin ~2 crawl|off|not|wrong|thin
want|wanna|need|wish ~3 walk|run|drive|get|quit|stop|out|hide|disappear|scream|lie|sleep ~2 out|away|off|\
down|never|forever|all|everything|everyone|mid|floor ~4 never|everything|stay|all|not|forever
pack it ~1 all? in
what is the point|use
no|any|what|see|the ~1 point ~1 in|to|of|$
future ~3 fog|blank|nothing|black|see|none|not|dark|empty|picture|gone|wall
dark|black|darkness|blackness ~1 place|cloud|hole|days|thoughts|inside|again|closing|swallowing|dog|tunnel|\
every|all|corner
isolated|forgotten|abandoned|unloved|unwanted|unseen|unheard|discarded|rejected
depressed|depression|anhedonia
feel|feeling|felt ~1 worthless|hopeless|useless|pointless|helpless|despair
waste of? space|time|oxygen
no|zero|absolutely ~1 joy|feeling|interest|use|taste|zero ~2 in|to|anything|of
felt|feel|feeling absolutely|completely nothing|zero|nowt
zero $
no use to ~3
tasted|tastes|taste ~1 like ~1 paper|cardboard|ash|nothing|dust
no taste
same|every ~1 day ~2 same|every ~3 sound|me|again
over and over
stopped knocking|counting|asking|ringing|inviting|calling|noticing
curtains ~3 closed|shut|drawn|open|opened|since
coat|shoes|seatbelt|jacket|jaiket|uniform ~2 on ~3 till|until|hour|dark|hours|minutes
on the couch|sofa|bed|floor|stairs|bathroom ~1 till|until|for|since|all
till|until ~1 dark|midnight|the ~1 fuel|light
engine off|on|running ~4 minutes|hour|till|until|hours|sat
watched ~2 like ~2 weather|telly|film|someone|stranger|tv
like ~1 reading|watching|hearing ~2 weather|packet|radio|somebody|someone|through
radio in another
never ~1 been ~1 so ~2 by? ~1 myself|alone|lonely|tired|low
more ~2 visiting|visitors|friends than i
nobody ~2 knows my
phone ~2 rings|rang|ring ~1 only|out
somebody ~3 comes for me
i hate|hated|loathe the person
what|all any of it is|'s for
any of it ~1 for
faking it
smiling|smile|laugh ~3 teeth|face|mask|photo
body ~2 moves|move|moving|here|turns ~3 person|inside|nobody|i|mind
person|me ~2 inside|under|left ~2 comot|gone|left|dead|it
no me
a me under|left|in
do not ~1 want help|anything|anyone|company|food|visitors
do not want anything
hope is something
not on the ground
used to be somebody|someone|fun|good
i was somebody
"""
