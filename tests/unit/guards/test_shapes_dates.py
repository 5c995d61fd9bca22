"""Days are found in every notation."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    born [[14/06/1958]], still cycling to group
    dob [[12 03 1987]] per the letter, wrong again
    DOB: [[7.9.49]] and he wrote it on his hand
    Moved the MDT to Thurs [[14 Nov]] and nobody told the family
    He goes home on [[3/2]] if the ramp is built
    hearing [[3 Sept]] then another on the [[21st of October]]
    Discharge was set for [[May 5]] and then it was not
    she died [[5 May]] at teatime
    due back [[march 3rd]] with the forms
    mum's anniversary is [[2 nov]] so we went gently
    the [[twenty-first of June]] is the day he counts from
    first seen [[2023/11/09]], last seen yesterday
    sentencing is [[12/19]], he has packed a bag
    appt moved from [[8/15]] to [[8/22]]
    she remembers [[October 14th, 1962]] better than this morning
    the fire was on Sunday [[9 March]] and he still smells it
    We met on [[Feb. 3]], I think
    next review [[01.12.25]]
    Admitted [[2/14/25]], Valentine's, of all days
    Overdose on the [[11th August]], clinic on the 14th
    [[9 de octubre]] is when her brother vanished
    geboren [[3. Mai 1941]]
    Inquest [[20 Jan 2026]], I have to give evidence
    it happened on [[1st April]] and nobody believed her
    its [[12 dec]] and he still hasnt had his scan
    she was born [[4.4.1950]] same as my mam
    bday [[nov 23]], i remembered, she cried
    her son died [[29th Jan]], we dont say it
    going to court [[jan 14th]] with the kid
    on [[12 May]] he walked out without shoes
    since [[27/11]] not one phone call from the son
    last drink was [[6 June]] and he counts it daily
    due for release [[11-03-2026]]
    date of birth [[1964-07-30]] says the wristband
    parents evening [[oct 3]], we went in my car
    She goes home Monday [[12/1]] if the bed holds
    removed on [[8 Aug 2024]], reunified on [[8 Aug 2025]]
    [[15 Feb]] is the anniversary, roster me off
"""


def test_dates_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
