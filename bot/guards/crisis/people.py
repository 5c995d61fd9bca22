"""Words for people: whom a helper writes about, of all professions and regions."""

from __future__ import annotations

from bot.guards.crisis.verbs import word_set

_KIN = """
mum mother dad father brother sister son daughter aunt auntie aunty uncle cousin cousins nan nana nanna \
gran granny grandma grandmother
grandad granda grandfather grandpa nephew niece stepdad stepmum stepfather stepmother stepson stepdaughter \
twin twins parent parents
grandson granddaughter grandchild sibling siblings family relatives relative inlaws godson goddaughter lola \
lolo nanay tatay ate kuya
didi bhai bhaiya chacha chachi bua mausi papa mama whanau whānau koro kuia foster godfather godmother bro \
sis fam folks
"""
_PARTNERS = """
husband wife partner boyfriend girlfriend fiance fiancé fiancee ex spouse fella bloke missus lover hubby \
sweetheart
"""
_FRIENDS = """
friend friends mate mates bestie flatmate flatmates housemate roommate neighbour neighbor neighbours \
colleague colleagues coworker
coworkers workmate boss manager supervisor matron registrar consultant landlord porter receptionist intern \
trainee supervisee sponsor
teammate crewmate nurse doctor medic paramedic teacher carer caregiver volunteer officer cop pastor priest \
imam buddy pal peer oppo
madam oga sir dealer lecturer professor tutor surgeon therapist counsellor counselor housekeeper maid \
helper employer sergeant warden
guard sw hca hcsw gp physio midwife preceptor secretary chief principal headteacher chaplain deputy agency
"""
_SERVED = """
client patient resident residents student students pupil pupils caller callers child children kid teen \
teenager teens boy boys
girl girls man men woman women lad lads lass lassie lassies guy gent gentleman lady ladies fellow chap \
geezer inmate inmates prisoner
prisoners offender detainee veteran vet soldier member attendee learner learners baby babies infant toddler \
toddlers newborn victim survivor
perp perpetrator tenant refugee asylum seeker mother-in-law pensioner widow widower guest mentee youth \
youths youngster wean adolescent
addict homeless rough sleeper customer congregant parishioner villager orphan mama foster elder elders \
stranger camper cadet recruit apprentice
casualty regular regulars tenant tutee widower groom bride oap texter member attendee novice housegirl \
househelp director fosters teen tween preschooler schoolgirl schoolboy boarder lodger squaddie trucker \
sailor nun monk cellmate cleaner postman deceased jumper passenger driver farmer everyman hombre pasyente \
mgonjwa tamariki rangatahi tāngata bub bubs wee-man loon quine
"""
_SOMEBODY = "someone somebody anyone"


KIN = word_set(_KIN, _PARTNERS)
PARTNERS = word_set(
    _PARTNERS, "he she they dad father mum mother brother son stepdad stepfather sister daughter uncle family"
)
"""Who may hurt a writer at home."""
SERVED = word_set(_SERVED)
"""Whom helpers look after."""
PEOPLE = word_set(_KIN, _PARTNERS, _FRIENDS, _SERVED, _SOMEBODY)
THEY = word_set("he she they")
THEM = word_set("him her them")
THEIR = word_set("his her their hers theirs")
THEMSELF = word_set("himself herself themself")
OTHERS = PEOPLE | THEY | THEM | THEIR | THEMSELF
TITLES = word_set("mr mrs ms miss dr prof old young bed room bay sister brother madam oga uncle auntie")
