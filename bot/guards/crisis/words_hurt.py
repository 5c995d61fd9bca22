"""The writer is being hurt, threatened, watched or kept down by somebody (bot/guards/crisis/phrases.py).

Blows with a doer and somebody who is hit are read by bot/guards/crisis/deeds.py; here are all the other ways.
"""

from __future__ import annotations

HURT = """
FEAR of him|her|them|his|husband|wife|partner|boyfriend|girlfriend|ex|dad|father
FEAR of my ~1 husband|wife|partner|boyfriend|girlfriend|ex|dad|father|brother|son|stepdad|mother|mum
FEAR ~1 to go|going|be|being|drive|walk|return ~1 home|back
FEAR ~2 in my own house|home|bed|flat|kitchen
FEAR what he|she|they will|would|might|is|are ~1 do|capable
FEAR he|she|they will|would|might|is ~1 kill|hurt|find|come|coming|follow|hit
FEAR when|every|if he|she|his|her ~3 home|key|car|door|drinks|drinking|drunk|phone
do|does not want to|wanna go home ~6 he|she|him|his|her
home ~2 is|was? not ~1 safe
not|never|longer safe at|in ~1 home|house|own
unsafe at|in|going ~1 home|house|own
not|never feel safe at|in|around|with ~2 home|house|him|husband|partner|her|own|man
not safe around|with|near him|husband|partner|ex|wife|father|dad
sleep*|slept|staying|living|hid* ~2 in|at|on ~1 car|station|shed|ward|bathroom|bath|staff|sofa|mate|base|\
hotel ~4 home|he|him|husband|wife|partner
hid|hiding|hide ~2 in ~1 bath|bathroom|toilet|wardrobe|shed|bedroom|garage|car|closet|cupboard
lock*|locked|barricaded myself in ~4 he|him|bathroom|room
lock*|locked|bolted|shut|keeps|kept|threw|throw|kicked|put me in|out|up|inside|away
will|would|does|do|can not let|allow me ~1 out|see|leave|work|have|go|call|speak|talk|eat|sleep|visit|wear|\
use|drive|know|touch|keep|phone
do|does|will not give me ~1 food|money|key|keys|salary|pay
do|am not allowed|permitted|supposed to ~1 leave|call|write|phone|see|talk|have|go|use|speak|drive|wear|\
work|visit|out
only|not|never allowed|let ~1 to|me ~2 when he|she|they|if
have|need|got|must to ask|get ~1 his|her|their|for? permission
he|she|they|husband|partner|wife|boyfriend|girlfriend|madam|mother|ex|sir|law ~2 keeps|kept|holds|took|\
takes|taken|controls|checks|reads|tracks|monitors|hides|hid|has|confiscated|counts|goes|smashed|smashes|\
broke|cut|watches|searches|looks|opens|collects|withholds|times ~3 my ~2 phone|salary|wages|money|keys|\
passport|cards|card|bank|mileage|messages|emails|location|account|pay|texts|car|papers|documents|visa|\
shifts|post|mail|clothes|inhaler|insulin|medication|rota|whatsapp|pills|id|licence|receipts|bag|movements|\
calls|hours
my ~1 phone|salary|passport|wages|bank|cards|money|keys|location ~3 is|are|with|held|taken|checked|kept|\
goes|go ~2 by|to|with|from? ~1 him|her|husband|them|madam|partner|boss|agency
takes|took|keeps|kept|controls|holds|checks|reads|monitors my ~1 phone|salary|passport|wages|money|cards|\
papers|messages|mileage|keys|pay
track*|tracker|airtag|spyware|camera|cameras|app ~4 my|on|in|me ~2 car|bag|phone|bedroom|bathroom|house|coat
airtag
follow* me ~1 home|to|from|again|round|around|everywhere|out|through|down ~2 car|bus|station|shop|street|\
work|home|again|night|twice
stalk*|watch*|track* me
he|she|they|ex|man|client|patient|son|someone|somebody ~3 follow* me
stalk* me
my stalker
being|been|get|getting stalked|followed|threatened|abused|beaten|hit|blackmailed|harassed|watched|tracked|\
groomed|controlled
wait*|sat|sits|sitting|park*|standing|stood|stand*|lurk*|turn*|show*|shows|was|is|hanging|hangs|been ~1 for|\
outside|by|near|up|at|in|across|opposite|beside ~2 my ~2 car|house|door|work|flat|ward|clinic|school|street|\
gate|window|shift|office|bus|stop|home|place|desk|kids|job
outside my house|flat|window|door|home|work|gate|bedroom|car
turn*|show* up ~1 at|outside ~1 my ~1 work|house|ward|door|clinic|school|flat|office|job
know|knows|knew|found|find|finds|has|have|got|learned ~1 where i live|work|park|sleep|am|moved|stay|stays
know|knows|found|find|has|have|got ~1 my address|street|route|car|reg|registration|rota|shifts|number|daughter
my ~2 front door|house|kids|car|school|street|children|bedroom ~2 photos|photo|pictures|picture
photos|photo|pictures|video|videos of my|me ~4 door|house|kids|car|sent|post|leak|board|share|naked|work|\
boss|online
watch my|your back
threaten* ~2 me|my
threat|threats ~2 to|against|towards|at|about ~1 me|my
threaten* to ~3 kill|burn|hurt|take|tell|report|share|post|leak|out|deport|ruin|cut|find|shoot|me|my
said|says|told|swore|swears|promised|texted|whispered|shouted|screamed|messaged|threatened|vowed|wrote|\
saying|warned|posted ~6 WILL|going|to|gonna ~1 kill|hurt|slit|stab|burn|shoot|bury|rape|cut|beat|finish|\
break|find|get|murder|strangle|end|drown|destroy ~1 me|my|mine
said|says|told|swore|texted|whispered|warned ~6 WILL|to kill us
said|says|told|swore|texted|whispered|warned ~3 i am|will|be ~1 dead|sorry|regret|next|finished|dead
said|says|told ~3 if i leave|talk|tell|go|left|report|told ~5 kill|hurt|find|take|burn|dead|never
if i leave|left|tell|go|told|report|talked|try ~1 ~2 he|she|they ~1 WILL|said|says|says|is
WILL|to|gonna burn|kill|shoot|torch ~3 house|home|place|flat ~4 me|in it|inside
burn|burns|burned|torch|petrol ~5 with me|us in
kill|kills|killing|slit|gut me if|when|before i ~2 leave|left|go|talk|tell|say|report
kill|kills me and|then ~3 himself|herself|kids|children|themself
told|tell|tells|says|said ~2 me ~2 what he|she|they will|would ~1 do to ~1 my|me
what he|she|they will|would ~1 do ~1 to? ~1 me|my
forc*|forced|forces|made|makes|make me to? ~1 sex|again|have|touch|do|watch|drink|eat|kneel|sleep|beg|sign
forced|forces|rapes|raped|assaulted|molested|groped|touched|touches|gropes|fondled|cornered|corners|flashed|\
violated|abused|attacked|mugged|strangled|choked|beat|slapped|punched|kicked|belted|hits|stabbed|throttled me
i said|say no|stop ~6 he|she|did|carried|anyway
force* himself|herself on me
will|does|would|did not take no
comes|came|come|coming|gets|got|climbs|crawls|enters|enter|entered|into ~3 my room|bed|bedroom ~3 at|when|\
night|again|drunk|uninvited|no|after|while
hand|hands|fingers|fist|belt|knife ~1 up|under|on|round|around|down|in|over|at|to|inside my
grab*|pin*|push*|shove*|throw*|drag*|hold|holds|held|had|has|got|slam* me ~2 by|against|to|into|down|up|on|\
over|across|in ~2 throat|hair|neck|wall|arm|door|bed|floor|stairs|collar|wrist|ground|sofa|counter|table|\
fridge|cupboard|headlock
had|has|got ~1 me by
throws|threw|chucked|hurled|flung|smashed ~4 at|over me|my
throws|threw|chucked|hurled ~1 me
broke|breaks|cracked|fractured|smashed|dislocated|burst|split|bust|bloodied|punched|slapped ~1 my ~1 rib|\
ribs|arm|nose|wrist|jaw|finger|cheekbone|collarbone|eardrum|lip|eye|face|hand|teeth|windscreen
black|swollen|purple eye ~2
split|fat|burst|swollen|bust|busted lip
cracked|broken|bruised rib|ribs|tooth|cheekbone
bruise|bruises|marks|handprint|fingerprints|burns|welts|fingermarks ~2 on|round|around|under|up my ~1 arm|\
arms|neck|throat|face|wrist|wrists|thigh|thighs|legs|back|jaw|ribs|collar|tunic|sleeve|uniform
my bruise|bruises|black
concealer|foundation|makeup|scarf|polo|turtleneck|collar|sunglasses ~3 bruise|bruises|marks|eye|neck|again|\
day|cover|covers|over|hides
cover*|hide|hides|hiding|hid ~2 bruise|bruises|marks|eye
told|telling|tell|said|say|saying|blamed|blame ~5 i? ~1 walked|fell|fallen|tripped|slipped|banged|hit|\
caught|bumped ~2 in|into|on|down|off|over|door|stairs
told|telling|tell|said|blamed ~4 hockey|rugby|football|clumsy
walk*|live|living on eggshells
flinch*|jump|freeze|tense|shake|shaking|hold ~2 when|if|every ~1 he|she|his|her|door|key
my husband|partner|wife|boyfriend|girlfriend|ex|dad|father|fella|brother|son|mum ~2 hits|hit|beats|beat|\
slaps|punches|chokes|kicks|hurts|strangles|threatens|belts|bullies|controls|abuses|drinks
he|she|husband|partner|wife|boyfriend|girlfriend|ex|dad|fella|son|brother has|had|keeps|got|holds|held|\
pulled|pulls|waved|waves|sharpened|picked ~1 a|the ~1 knife|gun|bat|machete|hammer|axe|rifle|shotgun ~2 out|\
on|at|to|again|over|under|tonight|by
knife|gun|bat|hammer|machete ~1 to|at|over|against me|my
hammer|knife|belt|bat|gun|fists ~4 till|until i
stands|stood|leans|looms ~1 over me|bed|the
he|she|husband|partner|ex ~2 hasn't|has not ~1 hit|touched|hurt me
it is his|her boots|key|car|footsteps|steps
bruises|marks ~3 not|never from patients|clients|work|the
petrol|paint|dead|brick|shit|acid|blood ~4 my door|step|window|car|letterbox|doorstep|windscreen
slashed|keyed|smashed|torched|burned|burnt|egged ~2 my|tyres
kill*|strangle*|poison*|drown*|hurt* ~1 the|my|our cat|dog|cats|dogs|rabbit|pet ~6 me|show|warn|see|could|\
warning|next
ex|he|she|husband|partner ~4 broke|breached|breaks|breaches|ignored|ignores|violated|breaching ~3 interdict|\
order|injunction|bail|conditions|protection|restraining
non-mol|restraining|protection|protective|interdict order ~4 broke|breach|again|him|against|not|ignored|\
granted|my|he
my|the ex ~5 car park|outside|door|again|waiting|followed|calls|texts|messages|turned|house|work|reg|ward|\
address|found|knows
NUM|hundred|dozens|another|constant|endless ~1 texts|messages|calls|emails|voicemails|missed ~4 from|\
overnight|ex|client|him|her|last|night
keep|have|has|got a? ~1 bag packed
packed bag|suitcase ~4 if|when|he|she|locker|boot|case
if he|she|they find|finds|found out|this|the|my|it|bag|phone ~4 dead|done|kill|will|for|finished
i am|be done for
escape plan|bag
refuge ~3 me|kids|called|rang|number|bed|tonight|us
blackmail*|blackmailing me
revenge porn
post|share|leak|send|sends|show|posted|shared|sent|leaks ~2 pictures|photos|nudes|video|videos|images ~3 me|\
my|board|work|family|boss|online|if
he|she|husband|partner|boyfriend|wife|they|fella|ex ~3 spits|shouts|screams|swears|yells|laughs|sneers|\
throws ~2 at|on|in my|me ~1 face|every|again
he|she|husband|partner|boyfriend|wife|fella|madam ~2 calls|called|calling|says|tells me ~2 stupid|useless|\
fat|whore|slut|worthless|ugly|mad|crazy|slave|animal|pig|nothing|bitch
no|not|never ~2 food|money ~3 until|unless|till|if i
afraid|scared|frightened|terrified of ~2 temper|rage|fists|moods|drinking
used|uses|took|takes|pulled|reached ~1 the|his|a belt|cane|stick|hose|sjambok|strap|fists ~2 on|again|last|\
because|off
used|uses|got the belt
he|she|husband|dad|father|partner|uncle|brother|mother belts|beats|canes|slaps|hits|kicks|thumps|batters|\
punches|flogs|whips me
eyes open ~6 he|husband|partner
afraid|scared|safe to sleep ~3 he|she|him|her|house|home
he|she|they ~2 WILL ~1 kill me ~3 time|day|one|believe|someday|if|eventually|know|night
one day|of these he|she|they|days ~1 WILL|is ~1 kill|going|do
i believe|believed him|her|them
told ~2 emergency|doctor|nurse|gp|them|work|everyone|ward|triage|hospital|team|reception ~1 it|i ~1 was|is|\
fell|walked|slipped ~1 the|a|in|into|down ~1 trolley|stairs|door|dog|cat|boiler|wardrobe|press|hockey|rugby|\
bike|gate|cupboard|shower|ice|step|kerb
break*|snapp*|crack*|bent ~4 my ~1 finger|fingers|wrist|arm|hand|ribs|nose|toe|thumb|jaw
throw|pour|threw|splash acid|petrol|kerosene|water|oil ~2 on|over|through ~1 me|my|letterbox
petrol|kerosene|acid ~3 letterbox|on me|me|step
raised ~4 on|at|to me
locked|locks|lock|shut|shuts|bolted me out|in|inside|up
lock*|locked ~3 when|with i|me ~2 inside|in
till|until i sleep|say|do|agree|sign|pay
what i got last|before
next time it is|will|'s ~3 panga|knife|gun|worse|face|me|kids|grave
say|says|said|saying ~2 will|would do|get|find|finish|fix|sort me
saying they will do me
happen* ~1 if|when i leave|left|tell|told|go|talk
held the door shut
lets|let himself|herself in ~3
knows my ~1 building|floor|street|house|door|car|shift|route
beat|beats|lick|licks|lash|thump mi|me with|up|again|bad|till
eye ~1 swell|swollen|swelled ~1
i frighten bad
ribs again
changed the locks ~2 again
it was my arm|face|hand|back|leg|neck
"""
