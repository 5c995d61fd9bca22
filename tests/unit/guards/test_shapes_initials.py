"""Initials of people somebody works with are found."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    client [[M.T.]] hummed all session
    pt [[KL]] ate half a banana, I could cry
    [[R.D.]] told me about the river
    my client [[JS]] moved away
    saw [[TK]] at the bus stop
    session with [[A.W.]] ran long
    pt [[jb]] slept through handover
    resident [[E.M.]] took my hand
    student [[AZ]] cut class
    [[P.J.]] won't come in
    cl [[TW]] no show
    caller [[ND]] hung up twice
    [[j.k.]] said i smell of toast
    my [[A.B.]] got her keys
    re [[DK]]: mum rang again
    [[SB]]'s mum is furious
    with [[JB]] again, same chair
    pt. [[RB]] refused the tray
    client - [[TK]] slept
    [[JB]] (client) rang
    my 2pm, [[JT]], was late
    client [[J-P]] laughed
    yp: [[kt]] threw the mug
"""


def test_initials_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
