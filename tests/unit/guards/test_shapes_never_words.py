"""What only looks like an identifier is left alone: a false alarm costs trust."""

from __future__ import annotations

from tests.unit.guards.marked_notes import alarmed, lines

CLEAN = """
    I may go in May, we'll see
    see you in March or April
    two minute walk, ten years of grief
    fourth of July fireworks and vets
    Sunday School memories
    the Frankfurt School and my hangover
    reading Winnicott at the Tavistock Clinic
    went to Primary Care for my own bloods
    High School never ends
    Church of England funeral, nice biscuits
    OT told me, RN agreed, MDT nodded
    my CPN is off, my GP is on
    client is in ED, pt in OT
    pt HR up, pt BP down
    the US and the UK do it differently
    e.g. I cried, i.e. a lot
    J.K. Rowling audio book on the commute
    B.F. Skinner would be proud
    nhs.uk says one thing
    see www.nhs.uk/mental-health
    she works at Tesco like my sister
    He works for Amazon and has no knees
    goes to AA, goes to church
    went to school hungry
    at the mosque, at the temple, at the gym
    the Hearing Voices Group moved
    I work at a hospice and I am tired
    Zoom ID again, where is it
    Ofsted on Monday, CQC on Tuesday
    ct head clear, ct abdo pending
    pt is ok, pt is up
    password reset again, third time
    pin badge number two
    my ref for the new job
    Met four, wrote five, cried once
    May half term, June inset, July hot
    she is in her nineties
    ninety minutes late
    ninety percent of it
    a hundred times I said no
    a hundred and ten emails
    one hundred days sober
    CBT for psychosis, DBT on Tuesdays
    MI, SFT, CAT, IPT, and me
    OT came. SLT came. I came last.
    PT saw OT, OT saw SALT
    IV in, IM out, PO maybe
    my GP, my CPN, my AMHP
    their CPN told me, their SW asked
    DV ward, MH unit, ED doors
    ct scan, mri, cxr
    client is in an ok place
    pt mh hx, pt no sh
    student nurse, student OT, student SW
    U.S. visa stress, U.K. rain
    Ph.D. envy, M.A. debt
    a.m. clinic, p.m. notes
    e.g. this, i.e. that, etc.
    R.D. Laing and C.G. Jung at dinner
    A.A. Milne on the shelf
    W.H. Auden for the funeral
    T.S. Eliot never did a night shift
    J.R.R. Tolkien in the waiting room
    St John's wort and grapefruit
    St. George's day cake
    St Patrick's day rota
    The Mental Capacity Act, again
    The Royal College sent an email
    Royal London, St Thomas', King's
    the hospital, the hospice, the home
    a hospice in the hills
    working at the hospital since May
    works at a school
    works for the council
    goes to Leeds on Fridays
    goes to London for the weekend
    goes to Mass, goes to Mosque
    went to Church on Sunday
    back to School of Rock
    attends Mindfulness Mondays
    attends AA and NA
    attends a Men's Group
    attended a Schwartz Round
    from Social Services
    from Adult Social Care
    from the Crisis Team
    the Home Treatment Team left
    works from Home
    works with Children
    worked through Lunch
    Work Coach said no
    working for Nothing
    Good Enough Mother
    The Drama Triangle
    Karpman at Lunch
    High Intensity Therapist post
    High Expressed Emotion
    Housing First sounds great
    Sure Start is gone
    Meals on Wheels came
    Duke of Edinburgh award
    University of Life
    Reflective Practice on Thursday
    Nursing Home Blues
    Care Home Open Week
    School Nurse day
    Temple Grandin documentary
    House of Cards on the ward TV
    Big Brother House vibes
    Grand Designs and a cuppa
    Sesame Street in the playroom
    Abbey Road on repeat
    Penny Lane came on
    the road, the lane, the street
    flat affect, flat tyre, flat white
    Tower of London trip
    nhs.net email down
    google it, amazon it
    facebook, insta, snap, all of it
    her insta is full of gym
    snap is not a snack
    tiktok is winning
    discord in the team
    on steam all night
    line manager is kind
    twitter storm
    @everyone please
    @here anyone awake
    email me at work
    call me at home
    dot com boom
    tired.so tired
    done.finally home
    ok.bye
    www is a joke
    no ref, no ID, no door
    the case is closed
    a claim of love
    policy is policy
    lost my ID again
    NI is Northern Ireland
    PAN drop on the floor
    fin de siecle
    passcode forgotten
    pin in my knee
    zip it
    number one fan
    head of House and the Doc agreed
    St Patrick's Day on the ward
    from St John's Ambulance
    House of Lords debate
    Our Lady of Guadalupe on the drip stand
    their team, Liverpool, won
    class at Pilates was good
    baby AF, mum OT, dad GP
"""


def test_clean_words_are_left_alone() -> None:
    """Authors, schools of thought, brands, public bodies, abbreviations of the trade."""
    assert alarmed(lines(CLEAN)) == []
