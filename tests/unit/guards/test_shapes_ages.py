"""Ages of ninety and more are found, and the words say no more than the age."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    Nan's [[101yo]] and does the crossword in pen
    a [[92-year-old]] with a black eye and a joke
    my [[94 y/o]] gentleman proposed to the tea lady
    he is [[96]] and drives, apparently
    She turned [[93]] on the ward, we sang badly
    aged [[90]], first tattoo
    [[ninety-four years old]] and flirting
    pt [[91F]], fall, long lie
    [[98 yr old]] lady, sharper than me
    she's [[100]] next week and wants gin
    at [[97]] she still corrects my spelling
    Mrs K, [[95]], refuses the hoist
    her [[100th birthday]] card from the King fell behind the radiator
    the [[93 year-old]] brothers share a room and a grudge
    grandad's [[91]], he raised her
    my oldest is [[99]], wants to make the ton
    the [[hundred year old]] in bed four sang
    dear old [[ninety-seven-year-old]] man, thin as rope
    he's [[91 yrs old]] with the grip of a farmer
    [[93M]] fall x2, lives alone
    aged [[ninety-two]] and still paints
    lady of [[94]] asked me to dance
    granny is [[95 years]] and refuses the ward
    Turning [[90]] on Sunday, wants no fuss
    patient, [[102]], asked for sherry
    Doris is [[94]] and runs the bingo
    my grandmother is [[96]], same hands as this man
    she will be [[95]] in June
    [[94]], deaf as a post, and singing
    a man, [[97]], in the wrong gown
    [[94歳]] and he bows
    teta is [[91]], she fed me
    [[92 y.o.]], no glasses
    [[98 años]] and bossing the nurse
    bed 4 is [[a hundred and two]]
    he lived to [[101]]
    the oldest man here, [[103]], wants out
"""


def test_ages_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
