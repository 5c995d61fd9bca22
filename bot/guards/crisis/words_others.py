"""Somebody else is at risk, is hurt, or is dangerous (bot/guards/crisis/phrases.py).

What was said of the writer's own risk counts here too, where it is somebody else's.
"""

from __future__ import annotations

OTHERS = """
lost|lose|losing ~2 to suicide|overdose|overdoses
suicide ~3 client|patient|colleague|student|pupil|team|ward|estate|school|family|friend|unit|funeral|inquest
took|taken|takes|taking|take his|her|their ~1 life
died by|of|from|after ~1 ~1 suicide|overdose|own|hanging
found|find ~1 him|her|them|PERSON ~2 hanging|hanged|dead|unresponsive|unconscious|blue|overdosed|ligature|\
bleeding|bath|garage|rope|tied|cold|collapsed
found hanging|hanged|dead|ligatured|unresponsive|unconscious
hang*|hung|hanged himself|herself|themself
denies|denied|denying|deny ~2 suicidal|thoughts|homicidal|plan|intent|self|harm|suicide|abuse|any|ideation|\
risk|means
no current suicidal|self|risk|plan|intent|thoughts|ideation
suicidal thoughts ~2 reported|no|denied|passive|today|without|present|discussed|disclosed
reports|reported|reporting|endorses|endorsed|expressed|expressing|disclosed|discloses|voiced|verbalised|\
verbalized|voicing|admitted|admits ~4 suicidal|thoughts|suicide|plan|self|abuse|ideation|dying|harm|wanting|\
intent|overdose|urges
passive suicidal|ideation|thoughts|death
no plan|intent no|or|and|, ~1 intent|plan|means
protective factor|factors
risk|high|low|medium|elevated|imminent|raised|increased|chronic risk ~2 low|high|today|review|reviewed|\
assessment|formulation|remains|raised|elevated|suicide|self|increased|absconding|acute|management|documented
pt|patient|client|PERSON remains|is|at|still|now high|increased|elevated|risk
risk assessed|rising|escalating
safety plan|planning ~2 done|made|completed|with|updated|reviewed|in|agreed|signed|her|him|them|written|\
together|redone|copy
ligature ~2 cut|found|neck|removed|made|risk|tied|round|from
obs ~2 raised|increased|1|level|constant|line|eyesight
1 1 obs|overnight|nursing|now|agreed|staffing
2 1 agreed|staffing|obs
constant|close|level|arms ~1 obs|observation|observations|length|watch
sectioned
mental health act
missing from ward
welfare|wellness|well-being check|checks
crisis team|line|services|intervention|house|resolution ~2 rang|called|referred|phoned|contacted|involved|\
in|for|took|accepted|declined|will|again|on|came|front|her|him|referral|visiting
rang|called|phoned|contacted|referred|alerted ~2 crisis|samaritans|police|999|911|000|mash|cps|aps|cafcass|\
ambulance|duty|emergency|safeguarding|tusla|dhr|childline
c|ssrs positive|moderate|high
item nine|9
duty to warn|protect|report
tarasoff
safeguarding ~2 adult|referral|concern|alert|raised|called|call|lead|made|in|done|report|meeting|sent|\
logged|team|form|issue|disclosure|today
child protection ~2 referral|case|conference|called|report|team|plan|order
mash|cps|aps|tusla|mandated|mandatory ~1 referral|report|called|rang|case|reporting|notified|made|call|\
informed
disclosed|disclosure|disclosing|discloses ~4 abuse|abused|rape|raped|touched|touching|uncle|stepdad|father|\
dad|assault|harm|home|being|she|he|they|that|hitting|hits|beaten|sexual|incest|self|violence|online|secret|\
cutting|purging
domestic violence|abuse
stockpil*|stockpile*|hoard*|ligatur*
sexually abused|assaulted|exploited|harassed
cse|cce|fgm|fmpo|county lines|forced marriage
forced marriage
forced to|into marry|marriage
trafficked|trafficking
bruise|bruises|bruising|marks|mark|burns|burn|cuts|cut|scars|welts|scratches|fingermarks|handprint|wounds|\
sores|ligature|welt|injuries|injury|scabs|wheals ~3 on|to|round|around|under|over|down|up|across|all ~2 his|\
her|their|the|him|a|them|that|legs|arms|wrist|neck|jaw|face|forearm|elbow|back|body|boy|girl
fresh|old|new|superficial|deep|more|multiple|healing cuts|scratches|burns|bruises|wounds|scars|bruising|\
lacerations|marks|cut|laceration
finger|belt|cigarette|bite|rope|hand|strap|cane marks|mark|burns|burn|prints
her|his|their arms|wrists|thighs|sleeves|forearms|neck ~3 cut|cuts|scars|bandaged|bruised|marks|covered|\
scratched|bleeding|burns
saw|seen|showed|shown|shows|noticed|notice|spotted|clocked ~2 his|her|their|the|fresh|me ~1 his|her|the|\
fresh ~1 arms|wrists|scars|cuts|bruises|marks|burns|wounds|thighs|bruise
pulled|pulls|rolled|rolls up ~1 his|her|sleeve|sleeves
story|stories|explanation|account ~2 changed|changes|changing|not|does ~2 twice|match|add|fit|again|up
flinch* ~2 when|at|every|if
beats|beat|beating|hits|hitting|hit|slaps|slapping|punches|choking|chokes|strangles|strangled|kicks|rapes|\
raped|abuses|abusing|abused|touches|touching|molests|starves|starving|locks|threatens|controls|controlling|\
batters|burns|whips|belts|canes|stabs|stabbed|attacks|attacked|punched|kicked|slapped|choked|assaulted|\
threatened|bullies|pulled|bit|groomed|grooming|grooms|molested|beaten|exploiting|robbing|neglecting|smacks|\
smacked|hurts|hurting|shot A? ~1 WHOM|am
dey beat am|her|him|me
being|been|is|are|was|were|getting|gets ~1 beaten|abused|raped|hit|groomed|trafficked|threatened|exploited|\
starved|neglected|molested|bullied|stalked|strangled|stabbed|controlled|assaulted|blackmailed|hurt|robbed|\
followed|choked|touched|slapped|burned|attacked ~2 by|at|his|her|and|again|since|for|online|in
husband|dad|father|partner|boyfriend|fella|stepdad|mum|mother|uncle|son|ex|wife|brother|stepfather|nephew|\
carer|grandson|cousin ~3 hits|beats|hit|beat|threatens|hurts|abuses|slaps|chokes|strangled|strangles|rapes|\
touches|locks|punched|kicks|controls|stabbed|threatened|robs|starves ~1 her|him|them|the|am
her|his|their husband|dad|father|partner|boyfriend|fella|stepdad|mum|mother|uncle|son|ex|wife|brother|\
stepfather|man|nephew|daughter|pimp|carer|cousin|grandson|family|lad|bloke ~4 hits|hit|beats|beat|threatens|\
threatened|takes|controls|reads|checks|waits|outside|found|followed|turned|kept|keeps|locks|locked|touches|\
touched|raped|choked|strangled|pulled|knife|gun|hurt|hurts|bruises|stabbed|violent|abusive|kills|kill|\
burned|throws|threw|kicked|punched|stole|withholding|starving|sells|sold|forces|forced
will|would|does|did not let|leave|allow her|him|them ~1 out|see|speak|talk|alone|have|go|leave|home|answer|\
eat|answer|in|without
will|would|does not let me see|speak|talk
comes|came|come|gets|got into|to ~1 her|his|their bed|room
secret game|games
pulled|pulls|has|had|have|got|carries|carrying|brought|brings|waving|waved|holding|found|with|making|hiding|\
hidden|swallowed|took ~1 a|the|his|her ~1 knife|gun|blade|machete|weapon|razor|firearm|bat|shank|shotgun|rifle
access to ~2 gun|firearm|firearms|weapon|weapons|shotgun|rifle|guns|means|pills|meds
shotgun licence|license|certificate
homicidal ~2 toward|towards|thoughts|ideation|intent
hi|homicidal toward|towards
threat|threats ~2 to|made|against|at|towards|from
threaten*|threatened|threatening|threatens ~1 to|staff|him|her|them|me|us|a|the|with|his|PERSON
vow*|vowed|swore|swears|sworn to kill|get|hurt|burn|find|finish|avenge
going|gonna|will|would|wants|wanted|plans|planning|threatening|thinking|about|says|urge|urges|voices|\
telling|told to? ~1 stab|kill|shoot|hurt|burn|attack|rape|beat|harm|batter|hit|strangle A? ~1 WHOM|someone|\
people|somebody|everyone|me|himself|herself
voices ~3 telling|tell|told|saying|say|command|commanding|kill|hurt|stab|jump|die
command hallucinations
list of names|who|targets
plans|planning|planned ~2 shooting|attack|to shoot
hurt*|harm*|shak*|smother* ~1 his|her|their|the baby|child|toddler|newborn|children|son|daughter
burn the|her|his|it ~1 house|place|down
he|she|they|PERSON is|was|were|has|are ~1 on|over|off|by|at|near the ~1 roof|ledge|bridge|tracks|parapet|\
cliff|platform|edge|overpass|railway
on the ledge|roof|tracks|bridge|parapet|railing|edge|railings
talked|talking|talk|coaxed him|her|them|PERSON ~2 down|back|off|in
ran|run|running|bolted|legged ~3 towards|toward|for|to|into ~2 overpass|road|bridge|tracks|traffic|river|\
train|railway
jumped ~2 from|off|in|front|into|bridge|window|balcony $
the|our|a|my|poor lad|girl|man|boy|woman|client|patient|kid|child|student ~1 jumped|overdosed|overdose|hanged
he|she|they jumped
overdose ~2 call|patient|job|male|female|pt|again|admitted|in|on
attempt|attempted ~3 ward|leave|home|last|unit|hospital|discharge|again|weekend|overnight
attempted hanging|suicide|overdose|to hang|strangulation|murder
attempt ~2 suicide|hanging|life
save*|saving|saved|hoard*|hid|hiding|hides|stockpile*|collecting|collects|stash* ~2 his|her|their ~1 PILLS|\
tablets|meds
note ~2 on ~1 fridge|bed|door|table|pillow
suicide note|notes
goodbye|goodbyes text|texts|letter|letters|message|note|messages|notes|video
texted|posted|wrote|sent|left|messaged|said|says|saying ~2 goodbye|goodbyes|bye
giv*|gave|given|giving|gives ~2 his|her|their ~2 away|cat|dog|tools|things
giving|gave|given|gives away his|her|their|all
paid off ~1 all? his|her|their debts
cleared ~1 out? his|her|their desk|locker|room|house
hugged me too|so long|tight
last session ~3 spoke|said|talked|about
calm|peaceful|happy|cheerful|settled ~6 scares|worries|worried|not|sudden|suddenly
sudden calm|cheerfulness|brightening|improvement
worr*|worried|worry|worrying|scared|afraid|terrified|frightened|fear|fears|concerned|anxious|uneasy ~3 for|\
about|that|he|she|they|him|her ~2 him|her|them|safety|he|she|they|life|tonight|will ~3 kill|do|hurt|survive|\
die|dead|harm|suicide|safe|alone|last|something|night|weekend|himself|herself|hurts
worried|scared|afraid|frightened|terrified for him|her|them|his|my
think|thinks|afraid|scared|worried|feel|feeling|know|reckon|gut|says|convinced|sure ~2 he|she|they|PERSON \
~1 is|will|might|could|are|'s going|gonna|about|do ~1 to do|something|stupid|kill|hurt
going|gonna|will|might|may to? do something ~1 $
do something stupid|silly|to|daft|drastic|bad
she|he|they would|will rather|sooner|better ~1 die|dead|gone|off
sorting|sort|end|ending|end things|it once|for and for
when ~1 i am|they are gone
be rid|shot of me|them
not|never|refus*|refuse|stopped|refusing ~1 eat*|eaten|eating|drink|drinking|food|meals ~4 days|weeks|\
weight|bmi|kilos|kg|anything
bmi NUM|of|13|14|12|11|15
bmi
hiding weights|food
starv*|starved|starving himself|herself|themself
hunger strike
turn* ~1 his|her|their face to
wants|want|wishes|wanted to be with ~3 heaven|granda|dead|mum|god|nan|grandad|dad
with ~2 in heaven
head ~2 on|off|against|off ~2 wall|tiles|floor|door|window
bangs|banging|banged his|her|their head
sutures|stitches|steri
cut|cuts|cutting|burns|burning|scratch*|hurts|hurting|harms|harming|harmed|bites|biting|hit|hits|punches|\
stabbed|injures|starves|kills|killed|killing|hang|harm|kill|hurt himself|herself|themself
cut|cuts|cutting|burns|burning|scratched|slashed|slit|slits|slitting his|her|their ~1 arms|arm|wrists|wrist|\
throat|legs|thighs|neck|leg|thigh|forearm
cut so|deeper|too deep|this
self harm*|harm ~2 tonight|frequent|again|on|incident|urges|weekly|pupils|students|ward|unit|group
frequent self harm
superficial scratches|cuts
die|died|dead|dying ~4 his|her|own hand
gun ~3 lap|date|mouth|head|plan|house|bedside
a gun and ~1 date|plan
put ~2 gun|knife ~2 to|in|away|down|safe
kicked|thrown|put|threw|chucked her|him|them? ~1 out ~2 by|parents|family|on|streets|home|of|house
on the streets
starved|neglect|neglected|malnourished|emaciated|locked|chained ~2 by|child|her|him|children|up|in
locked|chained|tied him|her|them
withholding|withheld|stealing|selling|keeping ~1 insulin|food|meds|medication|her|his|their|pension|money
lost|down|dropped NUM kilos|kg|stone|pounds
nappies|pampers|lice|filthy|hungry ~4 house|home|child|children|neglect
married|marry|wed|marriage ~3 uncle|older|forced|abroad|girl|fourteen|fifteen|13|14|15|sent|force
send|sent|sending her|him|them back ~2 home|country
pregnant ~6 14|13|12|uncle|stepdad|fourteen|thirteen|rape
wants|wanted|asked|asks|sent|send|sending|share ~1 for? ~1 pics|nudes|pictures|photos ~4 send|school|her|\
him|or|online|share
online fella|man|groomer|boyfriend|predator|bloke|guy
use|using till|until ~1 he|she|they|i do|does|not ~3 wake
one eye closed|swollen
black eye|eyes
sunglasses ~4 rain|rainy|inside|indoors|again|winter|dark
fist hole|holes|through
priors|history ~2 for|of ~1 domestic|violence|violent|abuse|assault|dv
he|she|they is|has|been|was|get|got released|out ~4 address|her|coming|prison|jail|bail
coming|comes|came for her|him|them
screaming|screams|shouting|thumping|crying ~3 through|next|wall|flat|door
called|rang|phoned|dialled|call 999|911|000|112|police|ambulance|guards|gardaí|garda
naloxone|narcan
inquest|coroner
coroner ~3
discharged ~4 dead|died|suicide
dead by|on|within|thursday|friday|monday|saturday|sunday|tuesday|wednesday
draw*|drew|drawing ~2 himself|herself|themself|pictures ~2 hanged|hanging|dead|dying|noose|blood
drew|draws|drawing|drawn ~4 noose|dead|hanging|gun|hanged|knife|grave|blood
essay|poem|diary|drawing|note|story|picture ~4 dying|death|die|suicide|dead|kill
not|never|nobody|none|will find|see ~1 her|him|them|me this|time|again|next
will find them this time
not picking|answering ~1 up|phone|calls
phone off ~6
welfare|no contact|answer|reply|response|show ~4 worried|police|check|days|phone|since|said
intrusive ~1 thoughts ~3 harming|hurting|baby|toddler|killing|children|stabbing
paranoid ~6 knife|blade|weapon|police|carries|mha
seclusion
self neglect|neglecting
police ~3 found|got|brought|called|missing|custody|came|attended|picked
missing ~2 since|person|from|child|girl|boy|overnight|again|police|school
absconded|abscond|absconding
relapse* ~2 heroin|fentanyl|using|again|opioids|meth|he|she|client
found ~4 needle|syringe|spoon|fentanyl
the canal|river|bridge|train|tracks looks|look ~1 warm|nice|inviting|close|good
walk|step|jump|run|lie in front of|under ~2 train|bus|car|traffic|lorry
set fire|himself|herself|alight
wrote help
will not|nah push|roll|pull|lift ~2 sleeves|sleeve|up
long sleeves ~3 degrees|heat|july|summer|june|hot
hoodie|jumper|sleeves ~3 degree|degrees|heat|summer|hot|july
wrote|made|writes|has ~1 a list
wants|wanted to shoot
made it to june|summer|christmas|graduation
not making it to
leave her|his face
throw acid
wetting the bed
hiding|hides|hid behind ~1 the|my door|apron|desk|me|chair|skirt
frighten|frightened|scared|cowers|flinches when ~4 uncle|dad|father|truck|stepdad|car|brother
will jump if
cleaning|cleans|cleaned ~1 the|his|her rifle|gun|shotgun
rifle|shotgun|gun ~3 brother|taken|removed|locked|kitchen|shed
stopped eating|talking|speaking|coming out ~3
not coming out
does not ~1 eat , ~1 does|not
black square
bye all
sewed|sewn|stitched his|her|their lips|mouth
blow the|up ~2 up|school|jobcentre|place|office
steered into|off|at
let me die
safer|better in heaven
with jesus|god|allah now|soon
looking|look|looks ~1 nice|inviting|warm|lovely|deep these|this|today
turned|turns|showed|came ~3 refuge|shelter
scored|ticked|rated|circled ~4 question|nine|item|every
"""
