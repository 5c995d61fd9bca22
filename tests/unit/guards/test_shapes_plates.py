"""Number plates are found."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    his reg is [[KT19 OPX]] and he circles the block
    plate [[7ABC123]] outside the shelter again
    silver golf, [[ND07 BKL]], sat there an hour
    rego [[1AB 2CD]], engine running
    [[KA 05 MH 4411]] dropped her and left
    truck with tags [[BKM-4471]] followed us
    saw the blue van [[LX64 ZPT]] again
    plate [[8XYZ 204]] i wrote it on my glove
    reg [[lk12 abz]] always outside
    number plate [[EJ71 QWE]] given to police
    red corolla [[MH 12 AB 1234]]
    white ute [[ABC-12D]] idling
    black suv [[GKR 8812]] followed her bus
    car reg [[WX09 FTZ]] on the incident form
    danfo [[LND 442 XA]] threw her out
"""


def test_plates_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
