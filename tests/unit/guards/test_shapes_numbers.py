"""Numbers to call, and those of identity papers, are found by shape or by the words beside them."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    call mum on [[0161 496 0812]] after six
    mobile [[07700900123]] goes to voicemail
    + [[+1 (312) 555-0148]] is the sponsor
    ring [[(02) 5550 3141]] before you visit
    [[0491 570 156]] is dad, [[0491 570 157]] is not
    his sponsor [[555-0172]] picks up at three in the morning
    text her at [[617.555.0110]] not the house
    wife's no is [[98765 43210]], speaks Tamil only
    daughter in Lagos [[+234 803 555 0142]], she wants updates
    [[087 123 4567]] that's the sister in Cork
    call [[+44 20 7946 0321]] ext 12 for the ward clerk
    Her brother left [[021 555 0184]] on a napkin
    contact [[0803-555-0199]] for the pastor
    landline [[01632 960 417]], let it ring long
    fax: [[1-312-555-0199]], illegible again
    SSN [[078-05-1120]] on a sticky note, I shredded it
    his nhs number is [[943 476 5919]], took four calls
    NI number [[QQ 12 34 56 C]] on the back of a beer mat
    aadhaar [[4821 7730 9912]] photocopied in the open
    PAN [[ABCPK1234F]] attached for no reason
    medicare [[2123 45670 1]] expired
    passport [[K8812093]] is with the employer, which is the problem
    SIN [[046 454 286]] asked for again
    her BSN [[123456782]] was in the subject line
    CPF [[529.982.247-25]] she recited like a psalm
    the CNIC [[35202-1234567-3]] is laminated and cracked
    [[S1234567D]] on the form, no name, just that
    driver's license [[F255-9215-0094]] suspended
    A-number [[A208 114 553]] hearing moved again
    id no [[8001015009087]] checked twice
    voter id [[ABC1234567]] is all he owns
    rang [[0113 496 0777]] three times
    his mums num [[07700 900 456]]
    call [[(415) 555-0182]] if he wanders
    her number [[416-555-0133]] is disconnected
    [[+27 82 555 0199]] only on whatsapp
    [[09123 456 789]] auntie answers
    ring the neighbour on [[01 555 0123]]
    number for dad is [[0455 512 345]]
    pager [[555-0190]] still works
    msg [[+91-98450-12345]] before visiting
    [[020 7946 0991]] is the sister, she never sleeps
    [[06 12 34 56 78]] c'est la voisine
    tel [[030 1234567]] Frau unten
    [[+353 87 555 0101]], the brother in Galway
    fax [[212.555.0177]] jammed
    send it to [[06-555-0123]] by fax please
    ssn [[219-09-9999]] shouted over the counter
    nino [[ab123456c]] on the envelope
    her NHS no [[4857773456]] was wrong by one digit
    CHI [[0101501234]] matched the wrong man
    PPS [[1234567T]] asked for thrice
    tfn [[123 456 782]] in the text
    ird [[49-091-850]] for the benefit
    [[49-091-850]] is on the form too
    NRIC [[S8877665Z]] read out loud in the lobby
    hkid [[A123456(7)]] on the board
    DNI [[12345678Z]] on a napkin
    curp [[GOMC800101HDFRRL09]] she keeps in her bra
    cedula [[1.032.456.789]] no shows
    NIN [[12345678901]] and no bank will take it
    bvn [[22212345678]] shared on a group
    pesel [[85010112345]] written on her palm
    personnummer [[850101-1234]] in my notes, deleted
    Passport no. [[L898902C]] in a plastic bag
    BRP [[ZU1234567]] expired friday
    licence [[MORGA657054SM9IJ]] taken away
    Medicare card [[2428 77813 2]] maxed out
    MBI [[1EG4-TE5-MK73]] on the fridge
    sent to gcash [[0917 555 0123]]
"""


def test_numbers_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
