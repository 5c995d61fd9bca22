"""Manners of speaking with emptiness, tears and giving up in them.

What an idiom covers is not read as danger.
"""

from __future__ import annotations

WEARY = """
this|that|these|those|my|our|the ~3 killed|kill|kills|killing|murders|murdering|slaughtered|slaying|slays|\
gonna|finish ~1 kill? me|us
WILL|gonna|going|would|'ll|to|have|be kill|murder|shoot|strangle|skin|crucify|slaughter|throttle|lynch|hang|\
flay|batter|eat|finish|flog|have|brain|roast me|us ~2 if|when|for|because|, |alive|she|he|they|over|i
WILL|gonna|going|would|to kill|murder|shoot|strangle|skin|crucify|slaughter|throttle|lynch|hang|flay|batter|\
eat|finish|flog|roast me|us $
^ dying lol|haha|at|over|laughing
was|am|nearly|i|we|literally|almost|just|ngl died|dying|dead|deceased|die|dies when|laughing|at|of|inside|\
lol|haha|on|and went|again|, |💀|😂|in|a
i died when|laughing|at|inside|a|on|, |lol|of|again
^ died when|laughing|at|inside|of|and|, |on
nearly|almost died when|of|laughing|on|at
i am|be|are|so|we|all dead|toast|finished|done|mincemeat if|when|once|the|at|meat|, |tired|on|beat|after
bored|worked|scared|sick|tickled|talked|starving|freezing|frozen|loved|love|hugged|done|worried|thrilled|\
frightened|embarrassed|boring|nagged|catch|bore|bored to|of death|tears
beaten|beat|slaughtered|murdered|thrashed|hammered|destroyed|massacred|battered|killed|smashed|annihilated|\
crushed|stuffed ~3 at|in|by|, |on ~3 scrabble|chess|quiz|football|netball|cards|five|team|game|final|pool|\
match|snap|uno|bingo|league|dominoes|test|tournament|darts|draughts|cricket|rugby|karaoke
quiz|netball|football|side|footie|league|scrabble|bingo|uno ~6 slaughtered|murdered|thrashed|hammered|\
destroyed|massacred|battered|killed|smashed|annihilated|cut|throat|bombed|jugular|prisoners
absolutely|totally|fully|got|get|completely|was|were slaughtered|murdered|crucified|roasted|destroyed|\
massacred|annihilated|butchered|filleted|grilled ~3 in|by|at|on|today
gutted ~1
at the end of my tether
scream|screamed|screaming|shouting|cry blue? ~1 murder
hurt* ~1 my|to|the|me? ~2 feelings|laugh|ego|pride|wallet|brain
at|to breaking|my wits end
wits end
suffer*|suffered|suffering ~2 fools|silence|cold|hayfever|hay|jet
starving|famished|starved ~1 , |after|by|now|lol|and|missed|$|hungry
i am|was|were|we|are|absolutely starving|starved|famished
cry*|crying|cried|tears|weeping ~3 laugh|laughing|laughter|happy|happiness|joy|proud|wedding|film|advert|\
adverts|song|movie|onion|onions|relief|leaving|bake|paddington|gratitude
happy|joy|proud|good|laughing tears|cry|crying
laughed ~2 cried
done ~1 for the ~1 day|night|week|
give|gave up ~1 sugar|chocolate|smoking|meat|caffeine|crisps|for|coffee|lent|alcohol|gluten|on ~1 printer|\
wordle|lent|app|diet|parking|jigsaw|sourdough|software|knitting|dairy|bread
can|could not do this|it|the ~1 anymore? ~6 software|crossword|sudoku|parking|spreadsheet|printer|jigsaw|\
zumba|gym|diet|knitting|form|puzzle
hopeless at|with|romantic|case ~2 parking|names|maths|plants|directions|cooking|technology|dancing|golf|\
baking|singing|spelling|tech|cards|knitting|quizzes|timekeeping|sums|excel
useless at|with ~2 parking|names|maths|plants|directions|cooking|technology|dancing|golf|baking|singing|\
spelling|cards|knitting|excel
numb|dead bum|feet|foot|toes|leg|arm|fingers|thumb|hands|lips|mouth|jaw|face|gum|backside|arse
burnt out ~2 bulb|fuse|motor|car|lightbulb|kettle|clutch
pointless ~3 quiz|telly|armstrong|tv|meeting|episode|email|box|celebrities
lonely|alone ~1 hearts|at last|planet|biscuit|sock
leave|left me alone|be
empty ~1 fridge|cupboard|biscuit|tin|tank|bus|corridor|house|nest|bed|ward|waiting|stomach|diary|inbox|\
chair|chairs|box|beds|fuel|bottle|bottles|milk|desk|kettle|calendar|tins|shelves|shelf|trolley|jar
drained ~2 battery|phone|catheter|bag|pasta|wound|pond
tired , ~2 ordinary|normal|nice|good|happy|that
ordinary|normal tired
lost $
only tired|hungry|bored
"""
