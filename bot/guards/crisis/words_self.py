"""Wishing to die, hurting oneself, not being safe with oneself."""

from __future__ import annotations

DYING = """
WANT to? DIE
WANT to? be? dead|deleted|erased
WANT to? be gone
WANT to? be? six feet under
WANT to? be under the ground
WANT to? be with? ~3 in heaven
WANT to? join ~3 heaven|god|dead|other
WANT ~2 to END it
WANT ~2 to? END ~1 life|everything|things
WANT to? not? exist*
WANT to stop existing|living|being|breathing
WANT to? cease
WANT to? unalive
WANT to not ~1 be here|alive|exist|live
WANT to? rest forever|eternally
WANT to? kill*|hang*|drown*|shoot*|gas* SELF
WANT to? suicide
WANT to? jump|overdose
WANT to? ~1 go through with it
WANT out of life|everything|living|this
WANT out , and
WANT it? ~2 over forever
WANT it all to? be? over|stop|end
WANT the pain|noise|voices ~1 to? stop|end|be
WANT to? go|sleep and? never|not wake|come
i want out $
kill*|hang*|drown*|shoot*|top|topping|topped|gas*|unalive|off|offing|offed|poison*|end|ending|finish*|\
garrotte*|strangle*|electrocut*|neck|necking|suffocat* SELF
do|doing|did|done SELF in
do away with SELF
END|take|takes|taking|took A own? life
END ~1 own life
END it all
ending it|things $
ending it ~2 all|not|now|tonight|soon|today
thoughts|thought|thinking|talking|talk|talks|plan|planning|idea|dreaming|dream|keep|about of|about ~2 \
ending it|things|everything
made|make i end am|it
wan end|die|kill am|me|myself
fi|to end it before|soon|now|tonight
die by suicide
dying by suicide
commit* suicide
unalive
throw*|fling*|chuck*|hurl*|launch*|yeet SELF|me ~1 under|in|into|from|out|down|off
yeet SELF
jump* off|from|in|into|under ~2 HEIGHT
jump* in front of
step*|walk*|run|throw*|dive*|lie in front of ~2 HEIGHT|car|cars|something
step* off ~3 HEIGHT|mine|ledge|kerb|curb
walk* off ~2 HEIGHT
step*|walk* out in|into ~2 traffic|road|sea|water|waves|tide|snow|front
walk* into|in ~1 sea|river|lake|canal|water|ocean|traffic|loch|waves
drive*|steer*|aim*|point* ~4 into|at|off ~2 HEIGHT|wall|pole|central|oncoming
go*|went over|off the bridge|rail|railing|edge|cliff|side|balcony
i am jumping
going to jump $
do|did|does not ~1 want to live|exist|breathe|continue
do|did|does not ~1 want to be here|alive|around
do|did|does not ~1 want to be in this|the world|life
do|did|does not ~1 want to? see ~1 tomorrow|another|morning
do|did|does not ~1 want to wake up
do|did|does not ~1 want this life
do|did|does not ~1 wish to live|be|continue
no longer want|wants|wanted|wish|wishes to live|exist
no longer want|wants|wanted|wish|wishes to be here|alive
no ~1 wish|will|desire|interest|reason|point to|in|for live|living|staying|stay
not want to live
stop* wanting to live|be
can|could not go on living|anymore
can|could not go on any more|longer
can|could not go on $
can|could not live like this
can|could not live with this|it|myself|guilt|what
can|could not do life
can|could not do this life
i can not keep on $
^ can not keep on $
not|nothing|hardly ~2 worth living
life is? not worth
any|enough|no reason|reasons ~3 live|living|alive
reason|reasons to stay|be|keep alive|here|living
nothing ~2 to live for
nothing|nobody ~1 keeping|keeps me here|alive
tired|sick|weary|done|finished|exhausted|bored of|with|by living|life|being|existing|existence|breathing
tire|tired|taya for this? life
done|finished wi|with it all|aw $
had enough of life|living|this
seen enough of life|living|this
ready to|fi die|go|leave|lef $
ready to|fi leave|lef|quit this|life|it|dis
better off dead|underground
better dead
suicidal
suicidal thoughts|ideation|urges|plan|impulse
thought|thoughts|think|thinks|thinking|ideas|fantasy|fantasies|fantasise|fantasize|fantasising|fantasizing|\
obsess|obsessing|dream|dreaming|dreams|ruminate|ruminating|visions|images|imagine|imagining|imagined|\
picturing|picture|plan|planning ~2 suicide|dying|ending|overdose|hanging|drowning|slitting|death
thought|thoughts|think|thinking|imagine|imagining|picturing|planning|plan ~2 my own ~1 death|hanging|\
funeral|suicide|drowning|overdose
my own ~1 death|hanging|suicide|overdose|drowning
killing SELF ~6 tea|mind|morning|day|stronger|again|time|all
thoughts of|about ~1 death|dying|not|ending|crashing|jumping|self|leaving|stepping
thinking|think|thought|dream|dreaming|dreams|eyeing|imagine|imagining|picturing|picture of|about the ~1 HEIGHT
thinking|think|thought about|of ~2 ways to|of die|go|end|dying|out
thinking|think|thought|wonder|wondering|planning|plan|imagine|imagining ~2 how i|it WILL ~1 do|go|end|die|\
feel|be
thinking|think|thought|knows|know how i WILL do|go|end
thinking|think|thought about|of doing it
thought about doing|dying
death wish
wish* ~2 dead
wish* i|he|she|they ~1 was|were|had dead|died|gone
wish* i had ~1 died|drowned|gone|crashed
wish* i had never|not woken|made
wish* ~4 step off
not safe with|by|on|around|from SELF
not safe on my own
not safe to be? left? alone|drive
not safe in my own head|company|hands
unsafe with|by|around myself|alone|tonight
not feel|feeling safe with|by|on|alone|to|from|in myself|my|be
can|could not keep SELF safe
can|could not ~1 trust SELF ~4 tonight|alone|with|drive|be|pills|tablets|knife|near|home
can|could not be? trusted|left ~3 my own? ~1 PILLS|alone|knives|sharps|keys|meds
not trust SELF ~2 tonight|alone|drive|be|pills|tablets|near
FEAR ~1 of? what i|he|she will|would|might|could|am ~2 myself|tonight|alone
FEAR of myself
FEAR of being alone with myself
that is|scares|frightens ~1 what? ~1 scares|frightens|me ~4 how|want|easy
so|how|too easy ~5 how|want|easy|stock|nobody|just
do|doing|did something stupid|silly|drastic|permanent|daft|irreversible
hurt*|harm*|injure*|starve* SELF ~3 tonight|again|badly|on
WANT to? hurt*|harm*|injure*|cut*|punish*|burn* SELF
hurt*|harm*|injure*|punish*|damage*|cut*|scratch*|slice*|slash*|brand*|claw*|starve*|burn*|carve* SELF
done the sums|maths|math ~3 myself|me|mine
bang*|bash*|smash*|batter*|headbutt* A head ~2 wall|off|against|door|floor|desk|tiles
bang*|bash*|smash*|hit* A head ~3 wall|floor|desk|tiles|steering
head banging|bang*|butting
punch*|hit* ~2 wall|walls|door|locker|mirror ~4 knuckles|hand|blood|split|bleed|bled|broke|swollen|shuts|\
feel|helps
punch*|slap*|bite*|pinch*|hit* SELF
SELFHARM A ~1 SKIN
SELFHARM A ~1 BODY ~3 purpose|again|tonight|deliberately|feel|helped|helps|raw
bite*|biting|scratch*|pick*|dig* ~3 A BODY ~1 raw
bite*|biting|scratch*|pick*|dig* ~3 A BODY to bits
pull*|pulling ~1 my ~1 lashes|eyebrows ~2 out
cut* again|deep|deeper|tonight
^ cut|cutting again|last|tonight|deeper|deep|today|yesterday
been|back|started|start|restarted|keep|kept to? cutting $
been|started|back|relapsed|slipped|relapse|restarted|resumed ~2 cutting|burning|harming|scratching
i cut $
i cut last|this|again|tonight|deep|today|sometimes|too
urge|urges ~2 cut*|harm|hurt*|jump*|die|self|swerve|drive|burn*|end|bleed|blade
urge|urges NUM
urges? out of ten
urges strong|bad|back|again|worse|screaming|huge|everywhere
new|fresh|more|few|NUM ~1 lines|cuts|burns|scars|stripes|slices ~3 SKIN
lines|cuts|burns|scars|marks|plasters|bandages on|round|up my ~1 SKIN
my SKIN ~4 cuts|burns|lines|scars|mess|bleeding|stinging|sting|raw|bandaged
mine are ~2 long|sleeves|bandaged|covered|cut
blood ~3 my? sleeve|sleeves|sheets|towel|flannel ~3 mine|again
SELFHARM ~3 to feel something|anything|alive|real|better|calm
SELFHARM|where ~2 where|nobody|under ~2 nobody|uniform|sleeve|sleeves|tunic|watch|strap|bra ~2 see|sees|\
looks|cover|covers|hides|goes|line
took|used|use|hold|held|kept|taken ~2 blade|razor|lighter|scalpel|compass|straightener ~2 my|to|myself|SKIN|\
back|used
blade|blades|razor|razors|scalpel ~3 drawer|bathroom|bag|pocket|bath|phone|shower|case|purse|sock|calling|\
wallet|sleeve|kept
kept one back ~2 used
kept|keep|held ~1 back|aside a|one|some|two|the ~1 vial|blade|ampoule|syringe|PILLS
kept|keep|kept back mine|one|some|a $
sharps|blades|knives|scissors|scalpels ~5 eyes|eyeing|looking|calling|tempting|tempted|singing|talking
knife|medicine|knives drawer|block|cabinet|cupboard|trolley ~3 talking|calling|singing|whispering|looking|\
shouting
self harm ~1 again|tonight|yesterday|today|relapse|relapsed|urge|urges|last
relapse*|slip*|back to|into|with ~1 self harm
starve* SELF
not ~1 eaten|eating|eat ~4 purpose|disappear|punish|deserve|deliberately
purg*|purge*|purging ~2 day|again|every|times|meal|night
making|make|made myself sick|vomit|throw
vomit* after ~2 meal|meals|eat
stop*|skip* ~2 insulin|dialysis|inhaler|anticoagulants|warfarin|antivirals ~3 point|purpose|tired|matter
shut*|closed|close|closing my|the eyes ~3 wheel|driving|long|motorway|straight|road|bend|drive
drive*|driving ~6 eyes shut|closed
take|took ~1 hands|feet off the wheel
lights off ~3 driving|drive|motorway
rather|sooner|better die|dead|be dead|gone
drank|drinks|drink|drunk|swallowed|swallows|swallow|took|ingested|taken|take POISON
swallowed|swallows|swallow|ingested ~1 a? blade|batteries|battery|razor|tablets|bleach|glass|screws|poison|\
magnet|PILLS
drink|drank|drinks ~1 pesticide|sniper|bleach|paraquat|weedkiller|poison
tried to jump|hang|kill|die|drown|overdose|end|cut|strangle|run
be|being|am|is my ~1 last|final ~1 day|night|shift|week|entry|christmas|birthday|year ~2 here|earth|alive|ever
suicide ~3 my|mi mind|head
suicide ~3 all day|night
inject* myself
rest ~3 want ~2 grave
in ~1 my grave
in the ground
i ~1 plan to? go ~1 to god|him|her|heaven|early
only rest
can not be here any|anymore|much
away for good
be ~1 gone by now
be gone ~2 if|but|except ~3 dog|kids|cat|children|mum
keep myself safe
be there to call|see|answer|meet
not be there $
i have a way out
way out , ~3 not ~2 resign|resignation|job
deep pon my mind
i ~1 woke|wake $
nearer ~1 the|to|and ~2 edge|nearer|track|platform|rail
step|stand*|stood|inch*|lean* ~1 a? ~1 nearer|closer|forward
one leg over
wrong|other side of the ~1 rail|railing|railings|barrier|fence
over the ~1 railing|railings|rail|barrier|parapet
water ~2 reach*|came|come|up ~2 chest|chin|waist|neck|shoulders
did not take me
took|take|taking off my ~3 shoes|backpack|coat|watch
let|letting ~1 go of the wheel|rail|railing|pole
slow*|slowing|speed*|speeding ~4 bridge|barrier|bend|wall
waiting for my hand
to decide $
think*|thought|thinking ~2 , walk|jump|step|go|swerve|brake $
walk out in|on ~2 road|traffic|water|sea|till|until|ice
feel|feeling a|the ~1 second|third|next|another ~1 coming|attempt
hung|hang|hanging something ~1 up
size of the drop
who|what would|will|WILL get|have|take|want|inherit my ~1 locker|desk|job|room|bike|books|records|stuff|things
not sure|know|certain ~3 want|wanna to ~1 live|be|exist|wake|go|stay|carry|survive
"""
"""Whose it is, the words around say."""

SPOKEN_OF = """
suicide
suicide attempt|note|pact|watch|risk|plan
overdose
self harm
attempt ~2 life|suicide
attempted
ligature
noose
homicidal
died by ~2 own hand
parasuicide
"""
"""Named only; somebody else's, or nobody knows whose, where the writer does not say "I" or "my"."""
