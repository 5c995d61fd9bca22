"""Words that tell what the word beside them is: titles, roles, kin, what people do and what is done to them.

In small letters and without accents, as `folded` writes them.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set(
    "maam mam teyze amca abla seno sio si pi ma hagga hagg khalto khalti ammo jiddo teta neni bacsi "
    "matante mononcle yaye badiene haboba starka tyotya dyadya baba omite pani nonno nonna signora signor "
    "madrinha ong ba co chu anh chi smt encik mr mrs ms mx mister missus miss dr doctor prof professor "
    "rev reverend fr father pastor deacon elder rabbi imam sheikh shaikh sister sr sra srta senor senora "
    "senorita don dona dom donna monsieur madame mme mlle herr frau fraulein signorina pan sig nurse "
    "matron midwife chaplain officer sergeant sgt judge sir lady lord dame madam haji hajji hajja alhaji "
    "alhaja hajia hadji mullah ustad ustaz cikgu puan cik mak pak bapak ibu kak abang datuk sitt abu umm "
    "um ustadh ostad khanum hanim bey efendi licenciada licenciado maestra maestro profe ate kuya tita "
    "tito lola lolo manang manong nanay tatay aling mang bhai bhaiya didi behen bibi begum chacha chachi "
    "khala khalu phupho mausi masi mami mama nana nani dada dadi beta amma appa akka anna thatha thambi "
    "paati ajji thaththa shri sri kumari sardar aunty auntie aunt tante oom tannie gogo mkhulu ubaba "
    "umama sisi bhuti mzee mwalimu bwana mheshimiwa oga iya kokum kookum mushum moshom koro kuia whaea "
    "matua nan nanna granny gran grandma grandpa grandad grandpop gramps pop poppa pappy oma opa omi opi "
    "yiayia pappou abuela abuelo babcia dziadek baboushka babushka mamaw papaw meemaw mamie papi mummy "
    "uncle cousin tia tio zio zia big little lil young old wee poor dear chief captain major coach ama "
    "effendi hoja hocam"
)
"""What stands before a name and belongs to it."""
SURE_TITLES = _set("mr mrs ms mx mister herr frau senor senora srta monsieur madame mme mlle encik puan")
"""Those that are nothing else: who is called so is called so by a name."""
AFTER_TITLES = _set(
    "aunty auntie uncle teyze amca abla neni bacsi apa ji san sama kun chan sensei bhai ben didi amma "
    "appa akka anna thatha thambi paati sir madam maam mam teacher hanim bey abi hoca dada da dadu tai "
    "kaka kaki mama mami masi chacha chachi khala saheb sahib begum jr junior snr senior ssi nim oppa "
    "unnie noona hyung ajumma"
)
"""What stands behind a name and belongs to it: Lakshmi aunty, Tanaka-san."""
ROLES = _set(
    "client clients patient patients pt pts ct cl resident residents inmate student pupil mentee trainee "
    "customer participant tenant mother father mum mom mam dad son daughter brother sister baby bub twin "
    "twins toddler boy girl lad lass kid wife husband partner boyfriend girlfriend ex fiance fiancee "
    "friend neighbour neighbor granddaughter grandson niece nephew cousin carer caregiver teen man woman "
    "lady gentleman guy bloke fella mate named called name names family widow widower mr patient's "
    "client's stepdad stepmum bairn wean mama papa youth service-user"
)
"""Who a name right behind it would belong to."""
COLLEAGUES = _set(
    "manager supervisor boss colleague supervisee preceptor mentor lead leader coordinator co-ordinator "
    "coworker co-worker co-therapist co-facilitator cofacilitator teammate buddy deputy head director "
    "matron charge consultant registrar reg intern sho hca hcas cna aide porter receptionist secretary "
    "psychiatrist psychologist therapist counsellor counselor social-worker caseworker keyworker nurse "
    "midwife doctor physio ot slt salt dietitian pharmacist interpreter translator chaplain imam "
    "volunteer placement locum gp surgeon anaesthetist paramedic medic trainee tutor lecturer trainer "
    "facilitator admin clerk janitor cleaner cook teacher principal ta worker hv cpn amhp nqn nurse's "
    "senior supe super staff team"
)
"""Whose name is a colleague's, where the word stands beside it."""
HELPING_TITLES = _set(
    "dr doctor prof professor sister matron nurse midwife chaplain officer sergeant sgt coach licenciada "
    "licenciado pastor fr father rev reverend rabbi imam deacon"
)
"""Titles of those who help; with a name behind them most likely a colleague."""
PARTICLES = _set(
    "de da do dos das del della di du des la le van von der den ter ten vd zu zur af av al el ul bin "
    "binti bint ibn ben abu abd abdul o mc mac san santa st ap dela delos delas op 't"
)
"""What stands between the parts of a name."""
FUNCTION_WORDS = _set(
    "a an the this that these those i me my mine myself you your yours yourself he him his himself she "
    "her hers herself it its itself we us our ours ourselves they them their theirs themselves who whom "
    "whose which what when where why how and or but nor so yet if then than as at by for from in into of "
    "off on onto out over to toward towards under up upon with without within about above across after "
    "again against all along also although always am among any anyone anybody anything are aren't around "
    "be because been before being below beneath beside between beyond both can can't cannot could "
    "couldn't did didn't do does doesn't doing don't done down during each either else enough even every "
    "everyone everybody everything few had hadn't has hasn't have haven't having here however i'm i've "
    "i'd i'll is isn't just least less like many maybe might more most much must near neither never no "
    "nobody none nope not nothing now often once one ones only other others ought own per perhaps quite "
    "rather really same several shall should shouldn't since some somebody someone something still such "
    "sure there therefore though through throughout thus till today together tomorrow tonight too two "
    "three four five six seven eight nine ten twice until very was wasn't were weren't whether while "
    "whoever won't would wouldn't yes yesterday ve ll re im ive id dont didnt doesnt cant couldnt wouldnt "
    "isnt wasnt hasnt havent hadnt wont shes hes theyre thats whats theres youre oh ok okay hi hey hello "
    "dear thanks thank please sorry yeah yep well back w/ w b/c bc ur u r n y'all ye yer ain't aint gonna "
    "wanna gotta lol god asap long see got get let say said says go went come came know knew think mum "
    "mom mam dad mummy daddy doc boss client patient pt pts ct cts cl st"
)
"""Never a name by itself."""
BE_AND_HAVE = _set(
    "is was has had isn't wasn't hasn't hadn't isnt wasnt hasnt hadnt will would can could won't wouldn't "
    "can't couldn't wont wouldnt cant couldnt did didn't didnt does doesn't doesnt might may must ain't "
    "aint never still just finally also already always only keeps kept"
)
"""What goes on after who it is about."""
NEGATED = _set(
    "isn't wasn't hasn't hadn't isnt wasnt hasnt hadnt won't wouldn't can't couldn't wont wouldnt cant "
    "couldnt didn't didnt doesn't doesnt ain't aint"
)
PAST = _set(
    "came went said told left got had was did took gave made found knew thought felt saw heard met sat "
    "stood ran rang called cried laughed slept woke ate drank spoke wrote read brought bought caught "
    "taught fought held kept let lost won paid sent sang swam swore threw tore wept wore drove rode rose "
    "fell flew grew drew blew broke chose froze stole hid bit hit put cut quit shut set hurt burst cost "
    "spent lent bent built meant dealt led fed bled shook began forgot forgave became understood withdrew "
    "overheard texted showed no-showed dnad coded passed died relapsed bowed wakened awoke slid hung "
    "stuck struck dug spat shot lit sank shrank stank sprang clung flung swung wound ground bound beat "
    "bet"
)
"""What somebody did; other verbs of the past end in -ed."""
PRESENT = _set(
    "says wants needs likes loves hates thinks knows feels looks keeps goes comes gets makes takes gives "
    "tells asks calls cries laughs sleeps eats drinks sits stands walks talks sings smiles refuses "
    "remembers forgets misses hopes tries leaves lives works plays hums draws paints writes reads brings "
    "hides throws hits kicks swears shouts screams reckons insists worries turns stays starts stops seems "
    "sounds smells wears grows counts holds won't runs rings texts phones visits waits lies dies paces "
    "rocks stares nods shrugs deserves apologises apologizes presents lost scores beats believes blames "
    "bought claims cooks copes dances denies does drives fears fights finds fills follows hears hugs "
    "knits learns lets listens meets minds moves owes pays prays prefers pretends promises pulls pushes "
    "puts remains reminds rolls saves scares sees sends shakes shares shows skips snores speaks spends "
    "still struggles supports teaches trusts uses wakes wins wishes"
)
MET = _set(
    "saw met rang told asked called visited texted phoned bathed washed fed hugged held helped thanked "
    "drove walked moved reminded watched found lost miss missed misses love loved seen see seeing tell "
    "telling ask asking call calling calls ring visit visiting hear heard hearing meet meeting know knew "
    "believe believed thank bless poor help helping find give gave giving show showed sent send took take "
    "taking brought bring saying said collected discharged admitted assessed supported coached persuaded "
    "scolded rehoused supervised shadowed covered chased let left putting put got get getting dressed "
    "changed sat taught thinking and remember remembered remind dreamt dreamed handed read cried hate "
    "email emailed message messaged escorted transferred referred refer reviewed nursing bathing feeding "
    "holding turned settled settling washing cuddled booked joined"
)
"""What one does with somebody, who is named right behind it."""
WITH = _set(
    "with w for from about to by without after before of and or as than like beside behind between on "
    "over off"
)
"""What stands before whoever somebody is with."""
DETERMINERS = _set(
    "a an the this that these those my your his her its our their no some any every each another much "
    "more less of one two three whose which what enough"
)
SUBJECTS = _set("i we you they he she it who to will would can could may might must don't didn't not")
"""Behind these stands a verb."""
SOMEBODY = _set("he she him her his hers himself herself")
KIN = _set(
    "mum mom mam mother dad father da nan nana gran granny grandma grandmother grandad grandpa "
    "grandfather brother sister son daughter wife husband partner boyfriend girlfriend ex family parents "
    "auntie aunty aunt uncle cousin kids baby twin teacher carer mama papa foster stepdad stepmum "
    "stepmother stepfather niece nephew granddaughter grandson abuela mate friend dog cat"
)
"""Who belongs to somebody."""
LOOSE_TITLES = _set("big little lil young old wee poor dear chief")
"""Words that are titles only with a capital in the midst of a sentence: Big Tone, but not "Poor Mary"."""
SURE_PARTICLES = _set("de del della der den di da dos la las von bin binti bint ibn ben al el ter ten te")
"""Particles that are hardly anything else: a name that is found goes on before them."""
