"""How people write words: short forms, missing apostrophes, misspellings, text speech, words of places."""

from __future__ import annotations

from bot.guards.crisis.verbs import word_set

_SAME = """
i: ah
i am: im, i'm, iam, ahm, ah'm
i would: ah'd
i will: ah'll
i have: ah've
i have: ive, i've, av
i will: i'll
i would: i'd, id
do not: dont, don't, dinnae, dinna, dont't, dnt, dun
does not: doesnt, doesn't, disnae
did not: didnt, didn't, didnae, didna
can not: cant, can't, cannot, cannae, canna, cyaan, cyah, kyaan
will not: wont, won't, willnae
would not: wouldnt, wouldn't, wouldnae, wldnt
could not: couldnt, couldn't, couldnae
should not: shouldnt, shouldn't
have not: havent, haven't, havnae, havnt
has not: hasnt, hasn't
had not: hadnt, hadn't
is not: isnt, isn't, isnae, aint, ain't
was not: wasnt, wasn't, wasnae
are not: arent, aren't
were not: werent, weren't
need not: needn't, neednt
that is: thats, that's
there is: theres, there's
what is: whats, what's
who is: whos, who's
it is: it's
he is: hes, he's
she is: shes, she's
they are: theyre, they're
you are: youre, you're
you have: youve, you've
they have: theyve, they've
they will: theyll, they'll
they would: theyd, they'd
we are: we're
let us: lets, let's
do not know: dunno, dno, dinno
going to: gonna, gunna, gon, finna, gonnae, goan
want to: wanna
got to: gotta
trying to: tryna
out of: outta
sort of: sorta
kind of: kinda
give me: gimme
let me: lemme
because: cos, cuz, coz, bc, becos, becoz
with: w, wi, wid, wit
without: w/o, widout, wo
and: n, &
you: u, ye, yous
your: ur, yer
are: r
through: thru
though: tho
about: abt, bout, aboot
before: b4
tonight: 2nite, tonite, 2night, tnite, tonyt
tomorrow: tmrw, tmr, tomoz, 2moro, tomo, tomorro
people: ppl
something: smth, sth, summat, sumthing, somethin, someting
someone: sum1, sm1
anyone: any1
nothing: nuthin, nothin, nowt, nutin
everything: evrything, everythin, everyting
going: goin, gan
thinking: thinkin, thinkn
feeling: feelin
drinking: drinkin
crying: cryin
dying: dyin
nobody: no1, naebody, noone
not: nae, noh
my: ma
boyfriend: bf
girlfriend: gf
husband: hubby, hubs, husb
wife: missus, wifey, wifie, missis
mum: mam, mom, mammy, mummy, mommy, maw, mama, momma, amma, mums
dad: daddy, da, papa, baba, appa, faither
client: ct, cl, clt, cts, clients, cx, yp, su, clnt
patient: pt, pts, patients, pnt
child: wean, bairn, pickney, pikin, bairns, weans, youngster, kiddo, tot
children: kids, kiddies, weans
they: dem
that: dat
the: de, th
this: dis
them: em, 'em
from: frm
to: tae, tuh
of: o'
off: aff
down: doon
out: oot
home: hame
head: heid
dead: deid
do: dae
myself: mysel, meself, maself, misself, mahself
himself: hisself, himsel
themself: themselves, theirself, themselfs
mi: mih
hurting: hurtin
killing: killin
cutting: cuttin
hitting: hittin
beating: beatin
ending: endin
living: livin
suicidal: suicdal, sucidal, suicidial, suicidle, suicidel, suisidal, suicidall, sucicidal, suicidul, \
suicdial, suicidaly, suicidally, suacidal, suicial, suicidel, suisidle, sooicidal
suicide: sucide, suiside, suicid, suicude, suicde, suicied, sewerslide, su1cide, suicides, sooicide, \
suacide, suicyde, sucicide
kill myself: kms
kill yourself: kys
kill: k1ll
die: d1e
unalive: unalived, unaliving, un-alive, unlive
overdose: od, ods, oded, od'd, overdosed, overdoses, overdosing, o.d, overdoze, overdosage, od'ed
suicidal thoughts: si
self harm: sh, selfharm, selfharming, selfharmed, sh'd, shing
ideation: ideations, idiation
domestic violence: dv, ipv, dva, vaw
missing from ward: awol
mental health act: mha
sectioned: 5150, 5150d, 5150'd, 302d, sectioning
depressed: depresed, deppressed
hopeless: hopless, hopeles
worthless: worthles, wortless
exhausted: exausted, exhasuted, exhuasted
burnt out: burntout, burnedout
tablets: tabs, tablet, tabets
pills: pill, pilz
paracetamol: paracetemol, paracetomol, paracet
tired: tierd, tyred, tird
friend: freind, frend
threatened: threatend, threatned
frightened: frightend
hospital: hosp
ambulance: ambo
emergency: a&e, ed, er, casualty, resus
session: sesh, sess
appointment: appt
history: hx
attempted: attemped, attemptd
attempt: attemt, atempt
violent: violant
afraid: afeart, feart
scared: skerd, scard
always: allways
again: agen, agn
"""

FILLERS = word_set(
    "just really very actually honestly basically bloody fucking fuckin feckin fecking effing damn totally "
    "quite wee proper simply truly genuinely seriously absolutely completely utterly even lil likkle abeg \
yaar eish "
    "aweh oga wallahi tbh ngl fr ffs omg um erm uh eh oh sha o abi lah literally bleeding bleedin fkn "
    "flipping frigging freaking goddamn properly straight-up deffo definitely probably obviously"
)


def _read() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for line in _SAME.strip().splitlines():
        written_out, _, forms = line.partition(": ")
        for form in forms.split(", "):
            known[form] = tuple(written_out.split())
    return known


ONE_WORD = _read()
"""What one written word stands for, in full."""

PHRASES: dict[tuple[str, str], tuple[str, ...]] = {
    ("my", "self"): ("myself",),
    ("him", "self"): ("himself",),
    ("her", "self"): ("herself",),
    ("no", "one"): ("nobody",),
    ("any", "more"): ("anymore",),
    ("mother", "in"): ("mother", "in"),
    ("self", "harmed"): ("self", "harm"),
    ("self", "harming"): ("self", "harm"),
    ("self", "harms"): ("self", "harm"),
    ("self", "injury"): ("self", "harm"),
    ("self", "injured"): ("self", "harm"),
    ("self", "injuring"): ("self", "harm"),
    ("self", "injurious"): ("self", "harm"),
    ("over", "dose"): ("overdose",),
    ("over", "dosed"): ("overdose",),
    ("un", "alive"): ("unalive",),
    ("i", "am"): ("i", "am"),
    ("burned", "out"): ("burnt", "out"),
    ("burn", "out"): ("burnt", "out"),
    ("service", "user"): ("client",),
    ("service", "users"): ("client",),
    ("young", "person"): ("client",),
    ("young", "people"): ("client",),
    ("care", "leaver"): ("client",),
}
