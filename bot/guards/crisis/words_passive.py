"""Not wanting to wake, and drink, pills or no food and sleep to bear the days."""

from __future__ import annotations

PASSIVE = """
would|will|could not ~2 mind|fight|argue|object|hurry|run|move|stop|care|bother|complain|struggle|swerve ~3 \
if|it|waking|terminal|bus|lorry|truck|anything|cancer|death|something
if ~2 bus|lorry|truck|train|car|tram|plane|meteor|lightning|ceiling ~3 i ~4 not|hurry|move|run|mind|shrug|\
care|relieved|step
if ~3 came|coming|hit|happened|died|crashed|terminal|cancer|stopped ~3 i ~3 not|hurry|mind|relieved|fine|\
okay|care|fight|sad|shrug|grateful
not ~1 fight ~1 it|cancer
got|get|have|had|was something terminal|fatal|serious|incurable
something terminal|fatal
forgot|forget|forgets ~1 to wake me
someone|somebody|nobody|they ~1 forgot|not ~1 wake me
fade|fading|fades ~1 out|away|into
WANT to? ~2 fade|dissolve|evaporate|vanish|disappear|hibernate|melt|evaporate
sleep|slept|sleeping ~2 for ever|good|eternity|a|always
sleep forever|long|month
long quiet|sleep|rest|silence
never|not ~1 come|coming|go|going back ~3 any|everything|all|job|house|name|home|life
walk|walking|drive|driving|get|run|sail|keep ~3 and ~1 never|not ~1 come|stop|return|look
walk out|away|off ~4 never
just|keep keep driving|walking
still alive ~1 $
oh no|god , ~1 still
waking|woke|wake up ~3 worst|disappointed|disappointing|dread|cruel|hate|mistake|sorry|sad|punishment
disappointed|sorry|sad|annoyed|gutted ~2 to|when|that ~1 wake|woke|still|i ~1 wake|woke|here|alive
broken|break ~1 leg|arm ~6 rest|weeks|plaster|off|nobody|bed
fantasise|fantasize|fantasising|fantasizing|dream|dreaming|daydream|hope|hoping|pray|praying|wish|wishing|\
jealous|envy|envious ~3 broken|hospital|illness|ill|sick|coma|crash|accident|cancer|plaster|admitted|\
sectioned|ward|operation|leg|stroke|fall|collapse|bed|redundancy|pandemic|flood|lump
in|a coma
nobody ~2 notice|miss|know|mind|care ~2 if|whether|when|me ~2
notice|noticed|miss ~2 if i|was|am|not|there|here
if i am ~1 there|here ~1 or not
whether i ~3 here|live|wake|exist|alive|there
do not care ~1 if|whether i ~1 wake|live|crash|die|make
glad|relieved|happy|grateful|peaceful|calm ~1 if|when|to ~2 it|all|i|ended|over|died|stopped|stop
wish* ~2 could ~2 stop|fade|sleep|vanish|disappear|end|switch|swap|leave|evaporate|dissolve
wish* ~3 not ~1 exist|here|born|wake|existed|woken
rather not ~1 be|exist|wake|have
not ~1 suicidal|planning|going ~6 but|though ~4 if|would|not|mind|existing|wake|glad|done|stop
no|not plan|plans , ~3 tired|not|wish|glad|stop
would|will|could not|hardly|barely ~1 be ~2 fussed|bothered|raging|sorry|upset|arsed|heartbroken|devastated|\
fuming|complaining|quarrelling ~1
be|been ~1 fussed|bothered ~2 if
if ~6 came|drifted|hit|fell|went|crashed|swerved|collapsed|fall|flipped|blew|bad|back ~6 hardly|bother|\
relieved|fussed|raging|steering|fine|sorry|okay|theek
not sure i would ~1 bother|steer|brake|swerve|run|move|fight|treat
nodded off ~6 that
if the lord|god come|comes|came|takes|calls ~1 fi|for? me
fine by me if
tomorrow|morning did|does not|n't come|came
did not|n't come ~1 $
permanent sort|kind
slipped away in ~1 sleep
a|small|little tumour|stroke|aneurysm would do
would be a relief
diagnosis ~4 short|number|months
wishing|wish it were|was me
me in the bed
did|do not look when|before ~1 crossed|crossing|cross
disappointed to ~1 wake|woken|still
save everybody|everyone|them ~2 bother|trouble|money
"""

BEARING = """
bottle|bottles ~2 of ~2 red|white|wine|rosé|vodka|gin|rum|whiskey|whisky|brandy|rioja|prosecco ~2 night|now|\
day|evening|nightly|before|two|gone|every|sunday|thursdays|weeknight
DRINK ~2 most|every|each|all ~1 night|nights|evening|evenings|day|days|morning
most nights|evenings ~2 drunk|drinking|drink|bottle|wine
drink*|drank|drunk|smoke*|smoking ~4 till|until|so|to|before|just|because ~4 pass|sleep|out|forget|spell|\
feel|black|quiet|numb|stop|cope|home|bear|shuts|not|switch
drink*|drank|drunk|drinking ~2 till|until
pass*|passed|passing|blacked|black|blacking out ~2
blackout|blackouts ~2 drink|again|wine|night
day|head|brain|thoughts|noise|mind|voice ~1 shuts|shut|goes|go|quietens|stops|stop ~1 up|quiet|only|when
only ~2 way|thing ~4 sleep|through|cope|quiet|off|shuts|works|helps|morning|up|home|feel
NUM whiskies|whiskeys|gins|vodkas|beers|drinks|glasses|pints|cans|wines|drams|shots|bottles|tins|rums|\
brandies|tablets|codeine|zopiclone ~3 before|after|night|to|just|and|since|every|by|when|could
whisky|wine|gin|vodka|rum|brandy|drink|bottle|can|dram|glass|beer ~2 before|after|with ~4 work|shift|clinic|\
breakfast|complaint|bed|open|face|read|session|handover|door|noon|lunch|lectures|school
by|at noon|breakfast|ten|lunchtime|eleven ~3 drink|drunk|wine|vodka|glass|can
buy*|bought|buying ~1 it|wine|vodka|drink|bottles ~3 different|other|another|shops|far
different shops
hiding|hide|hid|hidden|hides ~2 bottles|bottle|empties|cans|wine|vodka|drink|drinking
empties ~3
recycling ~4 bottles|bins|full|embarrass|rattles|clinks|shame|neighbours
smell ~2 of ~1 drink|alcohol|wine|vodka|it
mints|gum|mouthwash ~4 smell|drink|cover|shift|wine|breath|hide
hungover|hangover ~3 again|every|most|work|shift|clinic|now
shaking|shake|shakes|tremor ~3 until|till|without|none|drink|wine|before|hands
codeine|tramadol|zopiclone|diazepam|lorazepam|morphine|oxy|oxycodone|xanax|valium|pregabalin|cocodamol|\
painkillers|gabapentin|temazepam|zolpidem|ambien|sleepers|sleeping|tablets|co|benzos|adderall|ritalin|\
dexies|modafinil|coke|speed|propranolol|phenergan ~4 stopped|hurting|better|night|every|day|days|get|work|\
shift|sleep|through|again|more|nearly|extra|double|now|since|left|mum|dad|nan|script|counter|online|\
borrowed|friend
pills|tablets|one|two|something ~1 to ~1 sleep|wake|up|come|get|calm|go|start|face ~1 and|, ~2 one|another|\
pills|tablets|something|two
up|wake|morning ~5 and|, ~2 to ~1 sleep|down|night
online|different pharmacy|pharmacies|chemist|chemists
smoke|weed|joint|joints|vape|edibles|gummies|spliff|hash|bong|zoot ~3 to|till|before|until|every|so|just|\
wake|and ~3 sleep|work|off|dream|numb|eat|home|bed|out|function|morning|night|forget|up|pass
high|stoned|drunk|pissed|hammered|wasted|tipsy ~2 every|most|before|at|on ~1 night|shift|work|day|clinic|\
nights
online|slots|betting|gambling|gamble|casino|poker|bets|scratchcards ~4 night|shift|lost|grand|wages|again|\
debt|break|savings|only|feel|hide|phone|rent
spend*|spent|spending|shopping|ordering ~3 i|never|open|boxes|parcels|feel|numb|nothing
not ~1 sleep*|slept ~3 more|than|for|properly|since|in|hours|through|nights|weeks
NUM hours ~2 sleep|night|max|broken|again
two|three|four|3|4|2 hours ~1 a|sleep|if|at|max
slept ~2 two|three|four|2|3|4 hours|hour
sleep ~2 gone|broken|left|wrecked|shot|nonexistent|hopeless|stopped|not|never
awake|up|woke|wake|waking ~1 at|since|from|till|until ~1 NUM|three|four ~1 am|again|every|with|most|heart
3am|4am|2am|3 am|4 am|three in
seeing|hearing things ~2 at|edges|that|not
not ~1 eat*|eaten ~3 lunch|days|dinner|proper|since|much|anything|cook|meal|week
stopped ~1 eating|sleeping|washing|cooking|cleaning|answering|talking|calling|going|bothering|caring|seeing|\
replying|singing|running|reading|opening|laughing|praying|dreaming|hoping|believing|looking|playing|\
painting|dating
eating ~1 is|'s|has|gone ~2 pot|wrong|all|hard|stopped
live|living ~1 on|off ~1 toast|biscuits|crisps|coffee|cereal|noodles|crackers|vape|redbull|chocolate|\
takeaway|energy|caffeine
biscuits|cereal|toast|crisps ~4 dark|dinner|3am|bed|stood|standing|floor
lost|dropped|down ~1 NUM|two|a stone|kilos|kg|pounds ~3 not|without|forgot|trying|appetite
not|never ~1 wash*|shower*|shower*|brushed|changed|hoovered|tidied|dressed ~3 days|week|since|weeks|hair|\
teeth|sheets
same clothes|scrubs|pyjamas|clothes ~3 days|week|since|monday
dishes|bins|washing|laundry|post|house|flat ~4 weeks|piled|mould|months|stinks|rotting|unopened|state|\
untouched
DRINK ~2 a night
DRINK every|each night|evening|day
borrow*|borrowed ~3 stronger|ones|pills|tablets|pharmacy|valium|from
chemist ~3 knows|knowing|without|prescription|name
quarter|half|whole bottle|flask ~1 daily|nightly|every|a|before|after
box of goon|wine
sleeping pill|pills|tablet|tablets ~2 two|again|every|lately|nightly|now|and
couple|few|one|two|three|NUM ~1 of? ~1 street? vallies|valium|xanax|diazepam|zopiclone|codeine|pills|benzos \
~3 to|for|tae|get|before|after
PILLS for|at|before|after ~1 lunch|drop|breakfast|shift|handover|dinner|class|school|bed ~4 wine|rest|again|\
another|then|and
PILLS ~2 become|became|is ~2 food|habit|friend|blanket|supper|dinner
knocks me out
without prescription
"""
