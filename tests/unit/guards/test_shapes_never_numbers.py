"""What only looks like an identifier is left alone: a false alarm costs trust."""

from __future__ import annotations

from tests.unit.guards.marked_notes import alarmed, lines

CLEAN = """
    BP 120/80, sats 97, pulse 88, pain 6/10
    24/7 on call is a lie we tell
    mood 3/10 then 7/10, progress maybe
    GAD-7 was 14, PHQ-9 was 21
    she was born in '77 like me
    2024 was long, 2025 longer
    Section 136 at 3am, twice
    S47 and a CP conference before lunch
    Band 6 interview on Friday
    room 204, bed 12, bay 3
    sertraline 50mg, then 100mg
    five patients, four falls, 3 coffees
    10 people on the waiting list for 18 months
    sat 5 minutes in the car park
    a 20 minute drive home with the radio off
    7 days in a row, not 8
    £120 for a parking fine
    it cost $45.50 and my dignity
    text SHOUT to 85258 or call 116 123
    988 is on the fridge, 911 on speed dial
    call 13 11 14 if it gets dark
    0800 1111 on every toilet door
    1-800-273-8255 still on the old posters
    Lifeline is 0808 2000 247
    iOS 17.4.1 broke the rota app
    version 2.3.10 of the form
    DSM-5 and ICD-11 agree on nothing
    F32.1 or F43.2, who knows
    CPT 90837 again, my whole life in codes
    psalm 23:4 on the card
    John 3:16 on his arm
    9/11 came up in group
    4th of July, the whole unit jumpy
    box breathing 4-4-4-4
    4-7-8 breathing in the corridor
    5-4-3-2-1 grounding on the bus
    she's 86 and fierce
    an 89 year old and his harmonica
    80 years old today
    weighs 92 kg now
    sats at 94, then 91 on air
    temp 98.6, fine
    95% of this job is waiting
    90 minutes of supervision
    100 emails, one heart
    90 days sober, chip and all
    a 100-year-old building with bad pipes
    Route 66 tattoo
    M25 closed, late again
    A&E at 4am
    1:1 with my manager
    2:1 obs all night
    12-hour shift number 4
    9-5 would be nice
    week 3 of 12
    step 4 is the hard one
    shift 0700-1930 again
    0900-1700 and still not done
    2019-2023 were a blur
    10,000 steps by noon
    12 000 rand for a week in hospital
    at 3pm I ate 2 bananas
    Covid-19 swab 4 of the month
    HbA1c of 92, we talked
    Level 3 safeguarding refresher
    Year 9 boys and their silence
    ward 7B smells of toast
    Unit 4 handover was a mess
    Block 2 of placement
    the 14th can't come soon enough
    on the 3rd, maybe
    1 in 4 of us
    3 of my 5 are off sick
    google.com at 2am is no friend
    WHO-5 and a shrug
    Tesco meal deal, 3 days running
    @ 3pm, @ home, @work
    100mg b.d., then 50mg o.d.
    mg/kg maths at 5am
    team meeting at 14:30, room 3.12
    score 27/30 on the MoCA
    GCS 15, pupils equal
    3 x 12 hr, 2 x night
    500-1000 calories a day
    20-30 minutes of rocking
    half of 3,500 words done
    my essay is 4500 words
    £20k short
    mile 18 of a marathon week
    he may 5 times a day ring the bell
    April 2024 supervision notes
    Q4 targets, lol
    the 2 of us and 1 chair
    1,250 people on the list
    one in 10 000
    drop in on 2/7 for a week then 3/52
    IMD decile 1, class of 2019
    Windows 11 update mid session
    ACE score 8, heart score zero
    CORE-10 of 31
    he's on 15mg, she's on 150
    Rule 5: do no harm
    Article 8 and Section 17 leave
    Bus 73, then bus 12
    episode 12 of that show
    The Body Keeps the Score, chapter 13
    Act 2, scene 1 of my caseload
    I gave it 110 percent
    Bed 90, then bed 91
    96 hours since I slept well
    a caseload of 95 and no admin
    call 4 of 9, no answer
    ring 2 more families today
    text 30 people about the move
    number 4 on the list
    no 2 days alike
    case 3 of scabies this week
    case of 12 bottles behind the sofa
    file 12 reports before five
    plan for 2026 is rest
    group of 12, one door
    my tag said Trainee for 3 years
    car park full, 20 minutes late
    the van at 10 past 8
    a van full of 12 kids
    drove 45 miles for a DNA
    safe for 4 days now
    door 3 sticks
    key worker 1 of 2
    Rule of 3, rule of 7, none help
    2 falls, 1 fracture, 0 sleep
    morphine 2.5mg at 2, 5mg at 6
    sats 92 on 2L, then 88
    HR 132, RR 28, temp 38.9
    BM 4.2 then 12.9
    INR 2.5, eGFR 34, CRP 188
    MUST score 2, Waterlow 18, Braden 12
    6 of 8 sessions, 2 DNAs
    Session 12 of 20 and we begin
    it is 5 past 9 and I hate clocks
    5 in the morning, 3 in the bed
    10/10 would cry again
    8/10 pain on moving, 2/10 at rest
    1/2 a tablet, 3/4 of an hour
    50/50 whether he stays
    2/52 follow up, 6/12 review, 3/7 abx
    ratio 1:8 on nights
    1:30 handover, 7:45 finish
    7.5 hours, 37.5 a week
    0.5 FTE is a full heart
    £9.50 an hour, £3.20 for parking
    $2,000 in arrears
    rs 500 for the auto
    20 quid for flowers
    3k steps, 2k words
    2am, 4am, 6am: rounds
    Monday 3pm, Tuesday 9am
    Spring 2024 placement, Autumn 2025 dread
    in 1998 I was nineteen
    since 2011 on this ward
    Class of 2009 reunion
    90s music in the day room
    the 1990s called
    in his 90s, maybe 94ish
    85 year old twins
    he turned 60, then 61
    age 12, age 14, age 16
    aged 45 and tired
    a 9 year old and a 90 minute wait
    fed up with 95 percent compliance
    97 in the shade
    room 92, room 101
    Room 101 jokes
    ward 93
    bed 95 to 97
    bus 92, route 91
    at 92 kg he needs the big hoist
    score of 91
    track 94 on her playlist
    I drove at 95 and cried
    on page 93
    100 Years of Solitude in the break room
    Band 7, point 24
    NMC pin renewal, 450 hours
    35 hours CPD
    ACT matrix, EMDR part 2
    NG tube at 3, PEG at 5
    pt on o2, pt at ot
    Mental Health Act section 2
    Care Act assessment 9 weeks late
    Safeguarding Adults Level 3
    Open University module 4
    Brief Therapy Practice, module 2
    Church bells at 6
    Coronation Street at 7.30
    EastEnders and 2 biscuits
    on the road by 6
    10 miles up the road
    3 kids across the road
    2 doors down the street
    5 min walk, 10 min drive
    one way or 2 ways
    4 hours in court
    7 in a row
    2 steps back, 1 close call
    12 Angry Men energy
    10 Downing Street on the telly
    221B Baker Street, we watched it
    4 Privet Drive jokes
    unit 2 of the course
    block 3 exam
    lot 2 of tears
    plot twist 3
    level 4 in the tower
    meet at 5 dot
    member of 2 choirs
    account for 3 hours
    card with 4 hearts
    plate of 3 biscuits
    reg nurse 12 years
    tag team of 2
    car 1, van 0
    in the car 45 min
    cab at 10pm
    12 AM cab home
    drove 12 KM
    parked at 7 AM
    van with 2 OTs
    truck 3 hours late
    ID badge 2 weeks late
    SIN bin for 10 minutes
    doc 5 of 9
    code blue, code 99 at noon
    serial killer podcast, episode 4
    gate 12 at the airport
    key messages 1 to 4
    post 2 letters
    CP conference 2 hours
    fax machine from 1998
    phone battery 4%
    call bell 14 times
    text 4 friends
    ring at 10
    number 9 bus
    line 3 of the poem
    Handover was 95 and counting emails
    My inbox is 104 and so is my soul
    100 and still going, my unread count
    text SHOUT to 85258 please
    walked to 12000 steps
    In 1400 kids were seen
"""


def test_clean_numbers_are_left_alone() -> None:
    """Scores, doses, times, rooms, counts, money, versions, help lines."""
    assert alarmed(lines(CLEAN)) == []
