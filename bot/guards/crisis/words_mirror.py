"""The writer's own risk, said beside somebody else's: "she has a plan, and so have I"."""

from __future__ import annotations

MIRRORED = """
so|neither do|am|did|would|have|was i
me neither|too|either|next|also $
same here
i am|was one|there too
same|too for me
mine is|are|was|would|has|have|were|under|next|too|tonight
i ~1 envied|envy
envied|envy|envying ~1 him|her|them|the
jealous of him|her|them|the|that
lucky sod|bugger|him|her|them|bastard|thing|git|you|man|woman
right|good|best|better idea
i should|could|will|ought|might|would follow|join him|her|them
i know exactly|that|how|which|what ~1 feeling|feels|bit|one|pull|sentence|felt|he|she
exactly ~2 same|which|what i
i hear me|myself
nobody is on|watching|asking|checking|counting me
nobody is|has asked|asks|rates|scored|assessed me
i feel it now|too
i ~1 felt|feel|thought|think|thinking|thinking|want the same|exactly|it
wrote|write|written|scored|rated|assessed mine|me|myself
if somebody|someone|anyone|they ~1 wrote|scored|assessed|asked|rated|did|checked ~1 mine|me
question nine|9 ~3 me|myself|mine|three|3|lying|lie|would
not at all ~3 question
phq|form|questionnaire|screening|scale|scales ~3 for|on myself|me|mine
by my own form|score|criteria|scale
i am|would|am a|be|score ~1 a red|high
intent yes
i WILL be a three|red|high
lie*|lying|lied ~3 tick|gp|question|form|doctor|nine|no|about
was|is a lie
the thing ~2 plan is|was meant|for|supposed to? stop
doing|did the thing
same tablets|pills|thoughts|plan|week|bridge|feeling|thought
tablets|pills i have got|saved
my own|mine ~2 safety|risk|plan|score|wrists|thoughts|list|scars|arms|advice|hanging|attempt
could|can not ring|call|do|say|believe|promise|answer it? for? myself
cannot ring it
let me step|go|off
not sure i believe|believed|believe me|it|myself
then thought about how|what|me
i thought , ~3 me|mine|lucky|same|finally|when|my|how|i
who|nobody|no|none asks|ask|asked|checks|is ~1 asking|checking|ask me
for myself
"""
"""Only where the text speaks of somebody's dying, or of a form for it."""
