"""Named places where people work, learn, pray and live are found."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    he works at [[Pell & Sons]], nights
    she's a cook at [[Rosehill Manor]]
    starts at [[Brackenfield Primary]] on Monday
    goes to [[St Brigid's]] every morning to light a candle
    expelled from [[Northgate High]], second time
    mum cleans at [[Holloway Dental]]
    worships at [[Grace Tabernacle]]
    got him a trial at [[Dunmore Rovers]]
    manager at [[Tilly's Bakery]] let her sit down
    pupil at [[Hazelwood Academy]]
    he's back at [[Marlow Logistics]], forklift
    from [[Kingfisher Nursery]], bite mark
    lives in [[Oakview Care Home]]
    goes to [[mount pleasant primary]]
    works for [[Halberd Security Ltd]]
    working at [[Cobbler's Rest Inn]]
    he cleans for [[Mapleton Dental]]
    in year 4 at [[Fernhill Primary School]]
    her kids go to [[St Joseph's RC Primary]]
    [[Our Lady of Lourdes Church]] fed him
    attends [[Kingdom Life Chapel]]
    fired from [[Brodie's Garage]]
    apprentice at [[Ellis & Daughters Joinery]]
    she sings at [[St Mark's Church]]
    moved from [[Elm Court Nursing Home]]
    his boss at [[Zenith Packaging]] rang
    studies at [[Hartwell College]]
    works nights at [[Duncan's Bakery]]
    at [[Sunrise Montessori]] the biting stopped
    temple committee at [[Shree Ganesh Mandir]]
    suspended from [[Westbrook Middle School]]
    mass at [[St Columba's]] was her idea
    goes to [[St. Anne's]] and hates it
    Year 5 at [[Elmwood]], already suspended
    behind the bar at The [[Crooked Anchor]]
    her boss at [[Maple Leaf Foods]]
    attends [[Church of the Redeemer]]
    her company, [[Brightwater]], folded
"""


def test_organisations_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
