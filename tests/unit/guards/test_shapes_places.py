"""Addresses and postcodes are found as they are written in many countries."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    lives at [[22 Harrow Lane]] above the kebab shop
    did a welfare check at [[1408 W Maple St]] no answer
    back to [[Flat 6, 31 Queens Road]], same smell
    [[4/17 Banksia Street]] has stairs, she has no knees
    the family is in [[12B Gandhi Nagar]] now
    [[Hauptstraße 14]], third bell, he waits at the window
    [[15 rue des Lilas]], fourth floor, no lift
    walked her home to [[9 elm grove]] in the rain
    [[PO Box 1182]] is where the cheques go
    mail goes to [[apt 5C]] but he lives in his car
    moved to [[77 Orchard Way]] last week
    ul. [[Polna 12]]/4, she has one chair
    [[Calle Mayor 8]], she said, second door
    [[8834 Old Mill Rd]] is a trailer with a blue tarp
    the hoarder at [[3 Chapel Row]] let me in
    [[221 Kingsway Ave, Apt 9]], bedbugs again
    [[Jalan Melati 7]], behind the mosque
    she sleeps in a tent behind [[14 station road]]
    postcode [[SW1A 9ZZ]] is out of area apparently
    [[LS6 2QB]], three buses from us
    he's in [[M14 6HX]] so the other team
    zip [[30318]] gets no dialysis transport
    moved to Eugene, OR [[97401]] for the rehab
    [[K1A 0B1]] so winter transport counts
    Parramatta NSW [[2150]] and no car
    Pune [[411038]], monsoon took the road
    [[V5K 0A1]] rooming house closed
    [[D02 X285]] was the last address
    [[90210-4417]] on the envelope
    visited [[18b corporation street]] bed bugs
    at [[44 Rose Hill]] the curtains never open
    [[Unit 3, 210 Sydney Road]] smells of gas
    they live [[6 Jacaranda Ave]], pool gone green
    [[H.No. 4-7-21, Ashok Nagar]] third floor
    [[House 27, Road 5]], Dhanmondi, I took a rickshaw
    [[Plot 9 Kampala Road]] behind the garage
    [[31 Rua das Flores]], the widow with the canary
    [[Via Garibaldi 12]], second bell
    [[Keizersgracht 99]], steep stairs
    [[Storgatan 5]], snow to the window
    [[No 5 Jalan Bunga]], dogs
    [[2/15 Wattle Ct]] no answer, milk on the step
    [[1600 N Ashland Ave]] [[Apt 2]], third no-show
    [[27 St Mary's Road]] she locked me out
    [[Flat 12]] again, the one with the parrot
    [[apt 302]] smelled of gas
    [[19 The Crescent]], key under the pot
    Rose Cottage, [[3 Mill Lane]]
    [[88 Kingsland High Street]]
    [[5 Oak Tree Drive]] then two more visits
    deliver to [[po box 77]], he lives in a van
    up to [[BT9 7ZZ]] in the rain
    [[e8 3rl]] and no parking
    sw9 is big but [[sw9 8qq]] is one tower
    Austin TX [[78745]]
    [[M5V 2T6]] shelter beds full
    WA [[6014]], she moved for the sea
    Bengaluru [[560034]] traffic ate my visit
    [[10115]] Berlin says the form
    Geelong VIC [[3220]] no trams
    [[1017 AB]] Amsterdam, canal house, mould
    she moved to [[75011]] Paris last week
    in [[8001]] Zürich now, alone
    Nairobi [[00100]], no lift
"""


def test_places_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
