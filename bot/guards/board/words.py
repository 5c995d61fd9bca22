"""The words of questions of law and licence, as patterns over small letters with one kind of apostrophe.

Both spellings of English: licence and license, practise and practice, counsellor and counselor.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + r")(?!\w)")


# What the patterns below are made of
_LICENCE = r"(?:(?:un|re-?)?licen[cs](?:e[ds]?|ing|ure))"
_PRACTISE = r"practi[sc](?:e[ds]?|ing)"
_COUNSELLORS = r"counsel+ors?"
_ROLES = (
    rf"(?:nurses?|midwife|midwives|rns?|lpns?|lvns?|cnas?|hcas?|social workers?|[bm]sw|{_COUNSELLORS}|"
    r"psychologists?|psychotherapists?|therapists?|chaplains?|paramedics?|physios?|coach(?:es)?|"
    r"peer (?:support )?(?:workers?|specialists?|supporters?)|peers|support workers?|(?:health ?care|"
    r"nursing|medical) assistants?|aides?|case ?workers?|"
    r"care ?workers?|"
    r"youth workers?|trainees?|interns?|students?|volunteers?|clinicians?|practitioners?|doctors?|employers?)"
)
_ONE = (
    rf"(?:i|we|you|one|he|she|they|(?:(?:an?|the|my|our|this|any) )?(?:\w+ ){{0,2}}(?:{_ROLES}|client|"
    rf"manager|boss))"
)
_FEW = r"(?:\w+ ){0,3}"
_SOME = r"(?:\w+ ){0,6}"
_OFFICE = (
    r"(?:police|authorities|cps|dcf|aps|child protection|protective services|social services|safeguarding|"
    r"coroner|"
    r"regulator|council|dvla|dmv|employer|insurer|courts?|judge|(?:intended |potential )?victim)"
)
_FAMILY = r"(?:parents?|mother|father|mum|mom|dad|family|spouse|husband|wife|partner|gp|doctor|school)"
_PAPERS = (
    r"(?:(?:case ?)?notes?|records?|files?|charts?|recordings?|transcripts?|documentation|test data|"
    r"diary|journal)"
)
_ELSEWHERE = (
    r"(?:(?:another|other|a different|different|two|both|several|multiple) (?:us )?"
    r"(?:states?|countr(?:y|ies)|provinces?|jurisdictions?)|across (?:the )?(?:state lines?|states|"
    r"borders?|provinces)|"
    r"over (?:the )?(?:border|state lines?)|out[- ]of[- ]state|interstate|abroad|overseas)"
)
_HAVE_TO = (
    rf"(?:(?:do|does|did|would|will) {_ONE} (?:\w+ )?(?:have|need|got|ought) to|"
    rf"(?:must|should|shall|ought|can|could|may) {_ONE}|"
    rf"(?:am|are|is|was|were) {_ONE} (?:\w+ )?(?:required|obliged|obligated|supposed|mandated|bound|"
    rf"expected|allowed|"
    r"permitted|free|entitled|authori[sz]ed|qualified|able|meant) to)"
)

# A sentence, and what is not asked in it
SENTENCES = re.compile(r"(?<=[.!?;])\s+|[\n\r\u2028]+|\.{3}|\u2026")
"""Where one sentence ends and the next begins; its own sign stays with it."""
TOLD = re.compile(
    r"(?:said|says|asked|asks|joked|laughed|wrote|texted|shouted|wondered)(?: (?:me|us|him|her|them))?[,:]? ?"
    r'(?:"[^"]{1,300}"|(?<!\w)\'[^"]{1,300}?\'(?!\w))'
    r'|"[^"]{1,300}",? (?:(?:my|the|an?) )?\w{1,30} (?:said|says|asked|asks|joked|laughed|wrote|texted|'
    r"wondered)"
)
"""What somebody else asked, word for word: it is told, and not asked here."""
IDIOMS = _any(
    r"legally (?:changed my mind|blonde?|blind|dead|bored|tired|obsessed)",
    r"legal (?:pads?|size|tender|drama|thriller)",
    r"laws? of (?:averages|attraction|diminishing returns|gravity|the jungle|nature|motion|physics)",
    r"(?:murphy|sod|parkinson|moore|newton)'?s'? (?:\w+ )?law",
    r"laws? (?:un|on)to \w+",
    r"(?:(?:mother|father|sister|brother|son|daughter)s?[- ])?in[- ]?laws?",
    r"lay(?:s|ing)? down the law",
    r"unwritten laws?",
    rf"{_LICENCE} to (?:rest|kill|thrill|cry|breathe|feel|be|say|laugh|dream|play|sleep|nap|sing)",
    rf"(?:poetic|artistic|creative|dramatic|driving|drivers?'?s?|tv|fishing|marriage|dog|gun|liquor|software|"
    rf"open[- ]source|pilot'?s?) {_LICENCE}",
    rf"(?:feel|feels|felt|feeling) (?:\w+ )?{_LICENCE}",
    r"licen[cs]e (?:plates?|keys?)",
    r"licensed (?:premises|bar|restaurant|cafe|pub)",
    r"(?:board|chess|cheese|ironing|drawing|notice|bulletin|message|story|vision|mood|surf|skate|"
    r"dart) ?boards?",
    r"boards? (?:games?|rooms?|meetings?|away ?day|of (?:trustees|directors|governors))",
    r"(?:on|across the|room and) board",
    r"(?:tennis|food|basketball|squash|badminton) courts?",
    r"in (?:my|your|his|her|their|our|the) court",
    r"court(?:ing|ed|s)? (?:me|disaster|favou?r|trouble)",
    r"registration (?:desk|table|plates?)",
    r"(?:birth|gift) certificates?",
    r"liable to (?!be)\w+|register with (?:me|us|him|her|them)",
)
"""Manners of speaking, and other things of the same name. They are taken out first."""
OF_ONESELF = _any(
    r"how (?:do|did|does|am|was|were|would|is) (?:i|it|this|that|we|she|he|they) (?:\w+ ){0,3}"
    r"(?:feel|feeling|land|sit|stay|keep (?:calm|going|steady)|calm|ground|settle|prepare myself|shake|"
    r"recover|rest|"
    r"let (?:it |this |that )?go|carry)",
    r"(?:what|which|where|how much) (?:\w+ ){0,8}(?:learn(?:t|ed)?|notice[ds]?|feels?|feeling|felt|enjoy|"
    r"(?:mean(?:s|t)?|matter(?:s|ed)?) (?:most )?to me|(?:teach|taught|moved|touched|scare[ds]?|held|"
    r"stay(?:s|ed)? with) me)",
    r"what (?:helps?|helped|went|kept|was it like)|how can i (?:support|help|be there|hold|look after|"
    r"comfort)",
    r"why (?:do|did|am|was|does|is|are|were|can't|couldn't) (?:\w+ ){0,12}(?:feel|felt|bother|hurt|scare|"
    r"care|afraid|"
    r"ashamed|tired|angry|sad|heavy|keep|still|so|matter|dread|hard|upset|worry|worried|cry|freeze|anxious|"
    r"guilty)",
    r"(?:should|could|would|might) i have (?:\w+ )?(?:reported|said|told|called|spoken|asked|done|known|"
    r"seen|stopped|"
    r"stayed|listened|waited|pushed)",
    r"differently|will i ever|who am i|who cares|what if i never",
)
"""Questions to oneself. Their words may be of law; nobody is asked there what the law says."""
LOOKING_BACK = re.compile(r"(?:\W|so |and |but |or )*(?:did|was|were|had|have) (?:i|we)\b")
"""How somebody begins who goes over what they did: "Did I sound calm in court?" """
DID_I_BREAK = _any(
    rf"allowed|permitted|required|obliged|liable|negligent|mandated|(?:il|un)?legal(?:ly)?|law|{_LICENCE}|"
    rf"scope|duty|"
    r"hipaa|gdpr|(?:break|broken|breach(?:ed|ing)?|violat\w+|wrong) (?:\w+ ){0,3}(?:confidentiality|"
    r"confidence|the law|code)"
)
"""Of what was done, these words ask what the law says of it."""

# A question that may have no sign at its end
LEADS = re.compile(
    r"(?:[\W_]|(?:hi|hello|hey|so|and|but|ok|okay|well|um+|er+m?|please|pls|sorry|also|oh|now|then|team|"
    r"all|everyone|there|"
    r"reststop|legally(?: speaking)?|ethically|technically|(?:an? )?(?:\w+ )?question|just checking|"
    r"asking for (?:a )?(?:friend|colleague))(?!\w)|as an? (?:\w+ ){1,3}?(?=\w+ (?:i|we)\b))*"
)
"""What may stand before a question: a greeting, "quick question:", "as a school nurse"."""
_NOW = (
    r"(?:do|does|is|are|am|can|could|must|should|may|might|will|would|has|have|need|counts?|happens?|"
    r"applies|qualif(?:y|ies)|"
    r"transfers?|says?|tells?)"
)
OPENERS = re.compile(
    rf"(?:{_NOW}(?:n't)? (?:i|we|you|he|she|it|they|there|my|our|your|this|that|these|those|the|an?|any\w*|"
    rf"some\w*|one|"
    rf"{_ROLES})|does (?!not\b)\w+|is \w+ (?:\w+ )?(?:in|within|part of|legal|illegal|allowed|"
    r"covered|required|valid)"
    rf"|(?:what|which) (?!(?:the|i|we|my|he|she|they|it|an?)\b)(?:\w+ ){{0,5}}?{_NOW}"
    rf"|(?:who|whom|when|where|why) {_NOW}|how (?:(?:long|soon|much|many|often)(?: \w+){{0,6}}? )?{_NOW}"
    r"|(?:what|who|where|how|when)(?:'s|s| is) (?:the|my|a|it|this|that)"
    r"|(?:does |has )?any(?:one|body) (?:here )?know|any (?:idea|advice|guidance|rules?|law)"
    r"|(?:is it )?(?:allowed|legal|required|obliged) (?:to|for|if)"
    r"|(?:can|could|would) you (?:please )?(?:tell|explain|say|help|check|look|confirm|advise)"
    r"|explain|(?:tell|give|show|list|advise) (?:me|us|the|what|how|whether|if)"
    r"|(?:i |we |i'd )?(?:need|want|would like|like)(?: to (?:know|find out|check|ask|understand)|"
    r" (?:some )?legal advice)"
    r"|(?:i(?: am|'m| was)? )?(?:just )?wonder(?:ing)? (?:if|whether) (?:\w+ ){1,3}?(?:have to|need|must|"
    r"can|may|is|are|allowed|"
    r"legal|required)"
    r")\b"
)
"""How a question begins, where it stands behind a lead or on its own."""
ENDINGS = re.compile(
    r"\b(?:what (?:do|should|can|must) (?:i|we) do|(?:can|may) they do that|is (?:that|this|it) (?:legal|"
    r"allowed)|am i allowed|"
    r"do i have to|any (?:idea|advice))(?: now| here| please)?\W*$"
)
"""How a line ends that asks without a sign."""
WHAT_NOW = re.compile(
    r"(?:what (?:do|should|can|must) (?:i|we)|what now|what happens|can (?:they|she|he|i|we) (?:do|ask|get|"
    r"make|force|refuse|say)|"
    r"is (?:that|this|it) (?:allowed|ok|okay|legal|required|enough)|who (?:do|can|should) (?:i|we)|"
    r"(?:do|must|should) (?:i|we) (?:really |even )?(?:have to |need to )?(?:go|comply|answer|respond|"
    r"reply|hand|give|tell|attend|"
    r"sign|release|share|send|show|do|say|worry|inform|keep)|am i (?:allowed|required|obliged|in trouble)|"
    r"any (?:idea|advice))\b"
)
"""How a question goes on from a matter of law or licence in the sentence before it."""

# What a question of law or licence speaks of
_LICENSED = _any(
    _LICENCE,
    r"(?:my|your|our|their|professional|state|nmc|hcpc|gmc|ahpra|nursing|annual|renew|keep|lose|"
    r"losing) (?:\w+ )?registration",
    r"re-?(?:registration|validat(?:e|ion)|certif(?:y|ication))",
    r"regist(?:er|ered) (?:as an? |with (?:the |a )?(?:nmc|hcpc|gmc|ahpra|bacp|ukcp|ico|board|college|"
    r"council|regulator|state))",
    r"(?:need|have) to (?:be )?register(?:ed)?|to register (?:as|with)|(?:state|licen[cs]e|"
    r"licensure) application",
    r"(?:a|which|what) (?:\w+ )?permit|go to (?:prison|jail)|be (?:prosecuted|arrested|fined)",
    r"struck off|strike me off|fitness to practi[sc]e",
    r"accredit\w*|credential(?:s|ed|ing|ling)?|certification|certified (?:peer|addictions?|drug|nurse|"
    r"counsel+or|to)",
    r"reciprocity|(?:nurse|nursing|counsel+ing|social work) compact|compact (?:states?|licen[cs]e)|psypact|"
    r"multi-?state",
    r"nmc|hcpc|ahpra|bacp|ukcp|aswb|nclex|nbcc|sssc|social work england|lcsw|lmsw|lmhc|lpcc?|lmft|lcpc|cadc",
)
_BOARDS = _any(
    rf"(?:licen[cs]ing|licensure|state|nursing|medical|social work|{_COUNSELLORS}|counsel+ing|psychology|"
    rf"ethics|"
    rf"regulatory|registration|certification|professional|credentialing|my|our) (?:boards?|bod(?:y|ies)|"
    rf"college|regulators?)",
    rf"(?:boards?|college) of (?:nursing|nurses|midwives|counsel+ing|{_COUNSELLORS}|social work(?:ers)?|"
    rf"psycholog\w+|medicine|"
    r"behaviou?ral \w+|examiners)",
    rf"(?:report|complain|complaint|disclose|tell|inform|notify|refer|referred|investigat\w+|"
    rf"reported) {_SOME}the board",
    r"(?:the|a) board (?:accepts?|requires?|recogni[sz]es?|investigat\w+|complaint|exam|hearing|audit|"
    r"counts?)",
    rf"(?:accepted|approved|recogni[sz]ed|required) by {_FEW}(?:board|state)|trouble with (?:the|my) board|"
    rf"the regulator|professional (?:mis)?conduct|gross misconduct",
    rf"(?:against|breach\w*|break\w*|violat\w+|under|meet|by) (?:of )?{_FEW}codes? of (?:ethics|conduct|"
    rf"practice)|"
    r"ethics (?:complaint|violation)",
)
_HOURS = _any(
    r"ce (?:\w+ )?(?:hours?|credits?|units?|courses?|requirements?)|ceus?|cpd (?:\w+ )?(?:hours?|points?|"
    r"credits?|requirements?|audit)",
    r"contin(?:uing|ued|uous) (?:professional )?(?:education|development|competenc[ey])|contact hours",
    rf"(?:supervision|supervised|practicum|clinical|practice|placement) (?:\w+ )?hours? {_SOME}(?:counts?|"
    rf"needed|requires?d?|"
    rf"transfer|expire|signed off|must|{_LICENCE}|registration|accreditation|certification)",
    rf"(?:how (?:many|much)|what) {_SOME}(?:supervision|supervised practi[sc]e|(?:supervised|supervision|"
    rf"practice|clinical) hours) "
    rf"{_SOME}(?:need|requires?d?|have to|has to|must|by law)",
    rf"counts? {_FEW}(?:towards?|for) {_FEW}(?:hours|renewal|registration)|accepts? {_FEW}(?:hours|credits|"
    rf"courses)",
    r"(?:my|our) renewal|renewal (?:date|deadline|fee|form|cycle)",
    rf"sign(?:s|ed)?(?: off)? {_FEW}(?:supervision|supervised|clinical|my) hours|hours (?:count|transfer|"
    rf"expire)",
    rf"(?:mandatory|compulsory|required|obligatory) to have {_FEW}(?:supervision|supervisor)",
    r"(?:is|are) there (?:an? )?(?:\w+ )?(?:limit|minimum|maximum) (?:on|to|for|of)",
)
_SCOPE = _any(
    rf"scopes? of (?:\w+ )?practi[sc]e|(?:in|within|outside|beyond|out of|part of) {_FEW}scope|my scope",
    rf"(?:call|describe|present|advertise|market) (?:my|our|your|her|him)sel(?:f|"
    rf"ves) (?:as )?(?:an? )?(?:psycho\w+|{_ROLES})",
    r"protected titles?|title (?:\w+ )?protected|use the title",
    rf"telehealth|teletherapy|clients? {_FEW}(?:on holiday|on vacation|travel\w*|abroad|overseas)|"
    rf"(?:allowed|permitted|able|authori[sz]ed) to bill|{_PRACTISE} {_SOME}{_ELSEWHERE}|"
    rf"{_PRACTISE} (?:independently|unsupervised|without)",
    rf"(?:see|seeing|treat|treating|work(?:ing)? with|counsel|meet|support|supporting|telehealth|"
    rf"teletherapy|video|online|"
    rf"remote(?:ly)?|sessions?|supervise|bill|clients?|patients?) {_SOME}{_ELSEWHERE}",
    rf"{_HAVE_TO} (?:\w+ )?(?:prescribe|diagnos(?:e|is)|administer|give (?:iv|insulin|medications?|meds|"
    rf"injections?|a diagnosis)|"
    rf"start an? iv|inject|delegate|sign off|co-?sign|countersign|section|detain|dispense|assess capacity|"
    rf"write {_FEW}prescriptions?|"
    r"bill (?:for|medicaid|medicare|insurance)|(?:do|offer|provide) (?:\w+ )?(?:psychotherapy|therapy|emdr|"
    r"hypnosis))",
    rf"(?:can|may) (?:an? )?(?:\w+ )?{_ROLES} {_FEW}(?:assess\w*|diagnos\w*|supervise|witness|be called|"
    rf"give evidence|work alone)",
    rf"(?:can|may|could) (?:i|we) {_FEW}(?:see|continue|treat|keep) {_SOME}(?:mov\w+|relocat\w+|travel\w*|"
    rf"goes home|lives?|living|"
    r"based) (?:in|to)",
    rf"{_HAVE_TO} (?:\w+ )?(?:refuse|abandon|terminate|discharge) {_FEW}(?:clients?|patients?|assignments?)|"
    r"(?:it|patient|client) abandonment",
)
_LAW = _any(
    r"(?:un|by)?laws?|(?:un)?lawful(?:ly)?|(?:il)?legal(?:ly|ity)?|legislation|statut(?:es?|ory)|litigation",
    r"lawsuits?|lawyers?|attorneys?|solicitors?|barristers?",
    r"criminal (?:offen[cs]e|record|charges?|conviction|liability)|felony|misdemeanou?r|background check|"
    r"dbs check|dui|dwi",
    r"subp?o?ena(?:s|ed)?|supoena|court ?(?:orders?|room)?|courts|testify|testifying|testimony|"
    r"depositions?|affidavit|"
    r"under oath|expert witness|witness statement|(?:a|the|search) warrant|tribunal|inquest|injunction|"
    r"guardian ad litem|"
    r"custody (?:case|evaluation|battle|dispute|hearing)|as a witness|giv(?:e|ing) evidence",
    r"su(?:e|ing) (?:me|us|my|a|the|for|over|him|her|them)|(?:be|get|getting|being|been) sued|liable|"
    r"liability|negligen(?:t|ce)|"
    rf"malpracti[sc]e|indemnity|professional insurance|covered by {_FEW}insurance|"
    rf"insurance {_FEW}to practi[sc]e|defamation|libel|"
    rf"whistle-?blow\w*",
    r"hipp?aa?|gdpr|ferpa|pipeda|42 cfr|data protection|freedom of information|foia?|subject access",
    r"(?:mental health|mental capacity|children|care|baker|human rights|employment|equality|(?:nurse|"
    r"nursing) practice|health "
    r"records)'?s? act|under section \d+|dols|gillick|fraser guidelines|tarasoff|5150|involuntary (?:hold|"
    r"commitment)",
    r"(?:be|get|getting) (?:fired(?! up)|dismissed|sacked|disciplined|suspended)|"
    r"what (?:are )?(?:\w+ )?rights|rights (?:if|under|when)",
    r"power of attorney|guardianship|conservator(?:ship)?|advance directive",
)
_CONFIDENCE = _any(
    r"dut(?:y|ies) (?:to|of) (?:\w+ )?(?:warn|protect|report|inform|disclose|care|candou?r|confidentiality)",
    r"mandat(?:ed|ory) (?:\w+ )?(?:report\w*|notification|disclosure|hours)|reporting (?:dut(?:y|ies)|"
    r"requirements?|obligations?)|"
    r"(?:required|obligation|obliged|mandated) to report",
    rf"(?:break|breach|waiv|violat|overrid)\w* (?:of )?{_FEW}(?:confidentiality|confidence|privilege)|"
    r"(?:limits|exceptions?) (?:of|to) confidentiality|privileged (?:communications?|information|notes)",
    rf"(?:records?|notes?|file|chart|data|information) requests?|requests? {_FEW}(?:for|of) {_FEW}{_PAPERS}|"
    rf"releas(?:e|es|ing) (?:of )?{_FEW}(?:{_PAPERS}|information)|retention (?:period|rules?|schedule)",
    rf"confidentiality|owns? {_FEW}{_PAPERS}|(?:deadline|time limit) for {_SOME}(?:report|notification|"
    rf"referral)",
    rf"(?:need|requires?|without) {_FEW}consent|consent to (?:make|share|refer|record|treat)",
    rf"(?:disclos\w+|(?:hand|turn)(?:ing)? over|surrender) {_FEW}{_PAPERS}",
    rf"(?:police|detective|courts?|judge|gp|hospital|school|coroner|insurers?|insurance company|parents?|"
    rf"mother|father|spouse|"
    rf"employer|ex) {_SOME}"
    rf"(?:see|read|get|have|demand\w*|access|obtain|request\w*|ask\w* for|wants?|seize) {_FEW}{_PAPERS}",
    rf"(?:keep|retain|store|destroy|shred|delete|dispose of) {_FEW}(?:client|patient|clinical|therapy|"
    rf"session|counsel+ing|"
    rf"treatment|old|supervision|progress|psychotherapy|closed) (?:\w+ )?{_PAPERS}",
    rf"how (?:long|many years) {_SOME}(?:(?:keep|retain|store|hold) {_FEW}{_PAPERS}|"
    rf"{_PAPERS} {_FEW}(?:kept|retained|stored|held))",
    rf"(?:record|tape|recording|taping|film|filming) {_FEW}(?:sessions?|calls?|clients?|patients?)",
    rf"age of consent|(?:parental|written|informed|parents?'?s?) consent|(?:minors?|child|young person|"
    rf"teen\w*|adolescents?|year[- ]old|clients?|"
    rf"patients?) {_FEW}consent to|without {_FEW}consent|consent (?:of|from) {_FEW}(?:parents?|guardian)",
)
_DUTIES = _any(
    rf"{_HAVE_TO} (?:\w+ )?(?:self-?)?report(?! (?:back|for (?:duty|work)|in|on|to (?:work|on|duty)|too|"
    rf"feeling)\b)",
    r"(?:who|when|how soon|where) (?:do|must|should) (?:i|we) (?:have to |need to )?report (?:it|this|"
    r"that|abuse|neglect|suspected|an?)",
    rf"(?:(?:do|does) {_ONE} (?:\w+ )?(?:have|need) to|must {_ONE}|(?:am|are|"
    rf"is) {_ONE} (?:\w+ )?(?:required|obliged|"
    rf"obligated|bound|allowed|permitted) to) (?:tell|inform|notify|warn|call|contact|alert|talk to|"
    rf"speak to) (?:"
    rf"(?:the |an? |his |her |their |my )?(?:\w+ )?{_OFFICE}|(?:the|an?|his|her|their) (?:\w+ )?{_FAMILY})",
    rf"{_HAVE_TO} (?:give|show|send|release|provide) {_FEW}{_PAPERS} to (?:the|an?|his|her|their|my|court|"
    rf"police)",
    r"(?:am|are|is) \w+ (?:\w+ )?(?:required|obliged|obligated|mandated) to (?:tell|inform|notify|disclose|"
    r"warn|share|hand|document)",
    r"(?:if|whether) (?:i|we) (?:have to|need to|must|should) (?:\w+ )?report",
    rf"{_HAVE_TO} (?:make|raise|file|submit) {_FEW}(?:safeguarding|cps|child protection|complaint|grievance)",
    r"(?:filed|made|lodged) a complaint (?:against|about) me",
)
MATTERS = (_LICENSED, _BOARDS, _HOURS, _SCOPE, _LAW, _CONFIDENCE, _DUTIES)
"""Licences, boards, hours, scope, law and courts, what is confidential, duties: such a question is theirs."""
