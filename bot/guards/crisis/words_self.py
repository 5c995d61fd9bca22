"""Wishing to die, hurting oneself, not being safe with oneself."""

from __future__ import annotations

DYING = """
WANT to? DIE
WANT to? be? dead|gone|deleted|erased $
WANT to? be? dead
WANT to? be? six feet under
WANT to? be with? ~3 in heaven
WANT to END it
WANT to END ~1 life|everything|things
WANT to? not? exist*
WANT to stop existing|living|being|breathing
WANT to? cease
WANT to? unalive
WANT to not be here|alive
WANT to rest forever
WANT to kill|hang|drown|shoot|gas SELF
WANT to commit suicide
WANT to? suicide
WANT to jump|overdose
WANT to ~1 go through with it
WANT out of? life|everything|living|this life
WANT the pain|noise|voices ~1 stop|end|over
kill*|hang*|drown*|shoot*|top|topping|topped|gas*|unalive|off|offing|offed|poison*|end|ending|finish*|\
garrotte*|strangle* SELF
do|doing|did|done SELF in
end|ends|ending|finish*|take|takes|taking|took A own? life
END my life
END ~1 own life
END it all
make i end am|it
die by suicide
dying by suicide
commit* suicide
unalive
throw*|fling*|chuck*|hurl*|launch*|yeet SELF|me off|under|in|into|from|out|down
yeet SELF
jump* off|from|in|into|under ~2 HEIGHT
jump* in front of
step*|walk*|run|throw|dive in front of ~2 HEIGHT|car|cars
step*|walk* off ~2 HEIGHT
step* out into? ~2 traffic|road
walk* into|in ~1 sea|river|lake|canal|water|ocean|traffic|loch
walk* out into ~1 sea|water|waves|tide|traffic|snow
drive*|steer*|turn*|point* ~3 into|at|off ~2 HEIGHT|wall|tree|pole|lorry
going to jump $
do|did|does|have not ~1 want to live|exist|breathe
do|did|does not ~1 want to be here|alive|around|in this world
do|did|does not ~1 want to? wake|see ~1 tomorrow|another|morning|up
do|did|does not ~1 want this life
do|did|does not wish to live
no longer want|wants|wanted to live|be here|be alive|exist
no wish|will|desire|interest to|in live|living
not want to live
stop* wanting to live|be
can|could not go on living|anymore|any
can|could not go on $
can|could not go on like this ~2 much
can|could not live like|with|anymore ~1 this|it|myself|guilt
can|could not do life
can|could not do this life
not|nothing ~1 worth living
life is? not worth
no|any reason|reasons ~2 live|living|living|alive|go on|carry on
reason|reasons to stay alive
nothing ~1 to live for
nothing to keep|keeping me here
tired|sick|weary|done|finished|exhausted of|with|by living|life|being alive|this life|existing|existence|\
being here
tire|tired for this? life
had enough of life|living|this life|everything
ready to go|leave|die this? world|earth|life
ready to|fi die|go|leave|lef $
better off dead|gone|underground
better dead|off
suicidal
suicidal thoughts|ideation|urges|plan|impulse
thoughts|thought|thinking|think|thinks|ideas|fantasies|fantasise|fantasize|fantasising|fantasizing|\
obsessing|dream|dreaming|dreams|ruminating|visions|images of|about ~1 suicide|dying|death|dead|ending|\
killing|overdose|hanging|jumping|drowning|self|crashing|slitting|cutting|not waking|disappearing
thoughts|thinking|think of|about ~2 ending ~1 life
thinking|think|thought|dream|dreaming|dreams|eyeing|imagine|imagining|picturing|picture ~2 HEIGHT $
thinking|think|thought about|of the HEIGHT
thinking|think|thought about|of ~2 ways to die|go|end
thinking|think|thought about|of doing it
thoughts of death
death wish
wish*|wishing ~2 dead
wish*|wishing i|he|she|they was|were|had dead|died|gone
wish*|wishing i had died|never woken|not woken|not made|drowned|gone
not safe with|by|on|around|from SELF|my
not safe to be? left? alone|drive
not safe from myself
unsafe with|by|around myself|alone|tonight
not feel|feeling safe with|by|on|alone|to|from myself|my|be
can|could not keep SELF safe
can|could not trust SELF
not trust SELF ~2 tonight|alone|drive|be|pills|tablets|with
FEAR ~1 of? what i|he|she will|would|might|could|am ~2 myself|tonight|alone
FEAR of myself
FEAR of being alone with myself
do|doing something stupid|silly|drastic|permanent|daft
hurt*|harm*|injure*|starve*|hate* SELF ~3 tonight|again|badly
WANT to? hurt*|harm*|injure*|cut*|punish* SELF
hurt*|harm*|injure*|punish*|damage*|cut*|scratch*|slice*|slash*|brand*|claw*|starve*|burn* SELF
bang*|bash*|smash*|hit*|batter*|headbutt* A head ~2 wall|off|against|door|floor|desk|tiles|until|till|again
head banging|bang*|butting
punch*|hit* ~2 wall|walls|door|locker|mirror ~4 knuckles|hand|blood|split|bleed|bled|broke|swollen|shuts|\
feel|helps
punch*|hit*|slap*|bite*|pinch* SELF
SELFHARM A ~1 SKIN
SELFHARM A ~1 BODY ~3 on purpose|again|tonight|deliberately|to feel|helped|helps|raw|until|till|because
bite*|biting|scratch*|pick*|dig* ~3 A BODY raw|until|till|to bits
cut* again|deep|deeper|tonight
^ cut|cutting again|last|tonight|this|deeper|deep|today|yesterday
been|back to|started|start|restarted cutting $
been|started|back|relapsed|slipped|relapse ~2 cutting|cut|burning|harming|scratching|harm
i cut $
i cut last|this|again|tonight|deep|today|when|after|too|on|sometimes|so|now
urge|urges ~2 cut*|harm|hurt*|jump*|die|self|swerve|drive|burn*|end|bleed|blade
urge|urges NUM
urges? out of ten
urges strong|bad|back|again|worse|screaming|huge|everywhere
new|fresh|more|few|NUM ~1 lines|cuts|burns|scars|stripes|slices ~3 arm|arms|thigh|thighs|wrist|leg|legs|hip|\
hips|stomach|skin
lines|cuts|burns|scars|marks on my SKIN|thighs|arms
my SKIN ~4 cuts|burns|lines|scars|mess|bleeding|stinging|sting|raw
blood ~3 my? sleeve|sleeves|sheets|towel|flannel ~3 mine|again|i
SELFHARM ~3 to feel something|anything|alive|real|better|calm
SELFHARM ~2 where ~1 nobody|uniform|sleeve|sleeves|tunic|no|watch
took|used|use|hold|held ~2 blade|razor|lighter|scalpel|compass|straightener|iron|scissors ~2 my|to myself|SKIN
blade|blades|razor|razors|scalpel ~3 drawer|bathroom|bag|pocket|bath|phone|shower|case|again|purse|sock|\
calling|wallet
self harm ~1 again|tonight|yesterday|today|relapse|relapsed|urge|urges|last|at|in|to
relapse*|slip*|back to ~2 self harm
starve*|starving SELF
not eaten|eating|eat ~4 on purpose|disappear|punish|deserve|deliberately
purg*|purge|purging|purged ~2 day|after|again|every|times|meal
making|make|made myself sick|vomit|throw
vomit* after ~2 meal|meals|eat|shift
stop*|stopped|skip*|skipping ~2 insulin|dialysis ~3 see|point|purpose|tired|matter
"""
"""Whose it is, the words around say."""

SPOKEN_OF = """
suicide
suicide attempt|note|pact|watch|risk|plan
suicidal thoughts
overdose
self harm
attempt ~2 last|on|his|her|own|life
attempted
took his|her|their life|own
ligature
noose
hang*|hung|hanged SELF
homicidal
died by ~2 own hand
parasuicide
jumper
"""
"""Named only; somebody else's, or nobody knows whose, where the writer does not say "I" or "my"."""
