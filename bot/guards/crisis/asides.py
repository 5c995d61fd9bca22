"""What has words of danger in it and is none: teaching, a past long settled, deaths that were awaited.

Wordings as in bot/guards/crisis/phrases.py. What an aside covers is not read as danger.
"""

from __future__ import annotations

TAUGHT = """
training|refresher|workshop|webinar|module|lecture|lectures|conference|cpd|elearning|seminar|induction|\
course|inset|masterclass|certificate|cert|symposium|keynote
policy|policies|protocol|protocols|guidance|guideline|guidelines|procedure|procedures|nice|framework|sop|\
legislation|bill
audit|audits|audited
research|study|studies|dissertation|thesis|trial|cohort|paper|papers|article|journal|literature|systematic|\
hazard|ratios|odds|statistics|stats|data|dataset|findings|ethics|ci|meta|interviews|questionnaire|survey
slides|slide|poster|posters|leaflet|leaflets|handout|handouts|booklet|worksheet|worksheets|toolkit|template|\
pamphlet|flyer|powerpoint|newsletter|infographic|wording|typo|typos|factsheet
teach*|teaching|taught|lectur*|presented|presenting|deliver*|delivering|delivered ~4 suicide|harm|risk|\
abuse|assist|safeguarding|students|crisis|violence|overdose|naloxone|trauma|session|module|class|safety
exam|exams|revision|revising|essay|coursework|assignment|assignments|osce|viva|quiz|syllabus|textbook|\
flashcards|mcq
chapter|book|novel|novels|memoir|author|bookclub|paperback|audiobook|kindle|library
film|movie|documentary|netflix|series|episode|telly|drama|boxset|podcast|podcasts|soap|eastenders|corrie|\
theatre|musical|opera|play|panto|theme|song|album|band|choir|karaoke|lyrics|game|exhibition|cinema|thriller|\
whodunnit|nollywood|bollywood|telenovela|sitcom
headline|headlines|news|newspaper|article|papers|tabloid|radio|bulletin|columnist|journalist|paper
mock|simulation|sim|mannequin|manikin|role|roleplay|scenario|vignette|drill|actor|actors|case
assist|safetalk|asist|mhfa|ssrs|phq ~3 training|course|refresher|trainer|day|session|students|document|form|\
laminated|teaching|trained|update|version|scoring
which|what|any|does|do|recommend*|recommendations|anyone ~4 tool|tools|screening|screener|app|apps|scale|\
template|form|forms|worksheet|resource|resources|book|books|leaflet|measure|questionnaire|wording ~8 use|\
using|recommend|good|for|work|prefer|anyone|has|have|got
screening|risk|assessment tool|tools|form|forms|template|matrix|scale
awareness week|month|day|training|session|slides|talk|stall|assembly|campaign|ribbon
prevention ~1 week|month|day|strategy|poster|conference|talk|lead|training|plan|group|forum|course|stall|\
charity|walk|run|bid|policy
suicide prevention|awareness
self harm ~1 pathway|policy|guidance|guideline|audit|training|leaflet|module|lead|guidelines|standards
world suicide
group|programme|program|curriculum|charity|service|forum|strategy|campaign|fundraiser|bid|funding|grant ~3 \
for|on|about ~2 perpetrators|survivors|suicide|dv|domestic|abuse|violence|anger|bereaved|victims
pathway|pathways|strategy|committee|working|steering|commissioner ~2 meeting|group|review|updated|launch|\
draft|consultation
naloxone kits|training|kit
ligature point|points|audit|cutter|cutters|risk|training|assessment
crisis line|team ~1 leaflet|poster|number|training|card|cards|volunteers|volunteer|sticker|stickers|rota
hotline|helpline ~1 leaflet|poster|number|training|card|cards|volunteer|rota
updat*|updated|laminated|laminat*|reprint*|ordered|printed|printing|proofread*|reviewed|revis*|draft*|\
drafted|rewrote|rewriting ~4 policy|leaflet|poster|card|cards|template|plan|plans|form|forms|guidance|\
protocol|procedure|slides|leaflets|pathway
session|talk|posters ~2 on|about ~1 suicide|self|abuse|safety|helplines
helplines|helpline ~3 posters|stickers|adolescents|leaflets|cards
suicide|self ~2 screening|questions|helplines|versus|seminar|talk|question|lecture|language
screening for
presenter|cme|ce|essays|distinction
ticked|tick no to
preparing|prepared|wrote|writing ~2 slides|talk|essay|lecture|words
"""

PAST = """
years|decades|yrs|lifetime|moons ago|back
long|ages ~1 ago|gone|behind|since|past|over
many|twenty|thirty|ten|fifteen|forty|NUM|several|lot ~1 years|decades|yrs ~1 ago|back|since|sober|clean|\
free|later|recovery|past|on|safe
years|decades sober|clean|free|safe|later|recovery|behind
NUM years ~1 $
when|since|as i was ~3 young|younger|child|kid|teen|teenager|student|school|uni|college|girl|boy|nineteen|\
eighteen|seventeen|sixteen|fifteen|fourteen|thirteen|twenty|training|wee|small|little|young|ten|twelve|nine|\
eight|seven|NUM|16|17|18|19|20|21|22|23|13|11
as a ~1 child|kid|teen|teenager|student|girl|boy|youngster|young|youth
at|back|in school|uni|university|college|highschool
at|in|during|since my ~1 teens|twenties|thirties|youth|childhood|adolescence|past
in ~1 19|20|1985|1987|1988|1989|1990|1991|1992|1993|1994|1995|1996|1997|1998|1999|2000|2001|2002|2003|2004|\
2005|2006|2007|2008|2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019
back in ~2
used to ~1 cut|harm|self|hurt|starve|drink|hit|burn|purge|be|think|want|beat|feel
growing up
childhood
in a|another ~1 former|previous|past|other|different life|lifetime
past life
my ~1 first|former husband|marriage|wife
closed chapter
scars ~3 silver|faded|old|white|healed
made my peace
in remission|recovery
recovered|healed ~2 from|since|now|long
someone|somebody else 's film|life
since my overdose|attempt|breakdown
overdose in 2001
NUM|thirty|twenty|seventeen|fifteen|ten years back|since|now
long gone|ago|settled|healed
at eighteen|nineteen|seventeen|sixteen|fifteen|twenty
in|since ~1 1991|1998|2006|2010|seminary
old scars
well since
back then
there was a time
in 2014|2015|2016|2017|2018
before the kids
"""

PRESENT = """
again|tonight|relapsed|lately|currently|nightly|yesterday
"""
"""What makes a past not settled."""

SETTLED = """
expected death|deaths
BE|was|were expected ~3 died|passed|peaceful|family|dnar|driver|death
died|passed|passing|slipped|went|death ~3 peaceful|peacefully|sleep|away|comfortable|surrounded|94|97|101
good death
old age
natural causes
palliative|hospice|driver|syringe|dnar|dnacpr
funeral|wake|anniversary|memorial|burial|month's mind|requiem
"""
"""Deaths that were awaited, and mourning."""
