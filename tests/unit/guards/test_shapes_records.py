"""Records, policies and accounts are found by the words beside them, or by a shape of their own."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    LMP [[10-Feb-26]], due [[17-Nov-26]]
    faxed the consent to [[020 7946 0018]] and prayed
    student id [[20231187]] lapsed so no counselling
    MRN [[00482913]] is in the wrong folder
    hosp no [[K884213]] and a hand I held
    case [[2024-JV-00871]] continued again
    Ref: [[SAF/2025/0931]], I wrote it at midnight
    file [[88213]] is thicker than my arm
    incident [[INC-20931]] logged, biscuit eaten
    chart [[#55102]] had the wrong allergies
    docket [[24-CR-1187]] and a borrowed tie
    CAD [[4412]] of the night, a toddler
    referral [[R-77120]] bounced for the third time
    URN [[19/4471/B]] closed with no further action
    booking ref [[QX7L2P]] for the train to contact visit
    ticket [[#48213]] about the broken panic alarm
    safeguarding no [[SG-1182-25]] and my stomach
    datix [[W118204]] done
    [[CH/0882/25]] went to panel
    policy [[BX-4471-902]] won't cover the second week
    member id [[W2219 88412]] denied
    claim no [[88213077]] pending since spring
    group [[0071882]], subscriber [[XEH88213077]]
    medicaid [[AB12345C]] lapsed on a Friday
    insurance no. [[LV 4471 8892]] ran out
    acct [[88213077]] overdrawn by his son
    sort code [[20-14-88]] account [[73310442]], she'd been sent to read it out
    iban [[GB29 NWBK 6016 1331 9268 19]] for the funeral fund
    card [[4929 1132 0091 7716]] read over the phone to a stranger
    card ending [[4417]] is the son's
    BSB [[062-184]] on the whiteboard
    routing [[026009593]] scam letter
    the tribunal on [[16/09/25]] got adjourned
    Ghana card [[GHA-712345678-9]] expired
    Home Office ref [[M1234567/2]] no reply
    prison number [[A1234BC]] letter returned
    inmate [[#204417]] wrote me a poem
    Hospital number [[7781204]] and a teddy
    pt id [[00291]] swapped with bed 6
    case #[[55-2019-CF]] dismissed
    ref no [[HX/22/1190]] chased again
    [[SW-2024-0117]] lands on my desk
    incident report [[IR-5520]] filed at 4am
    order [[ON-22190]] breached
    file no [[331/B/2024]] lost in the move
    FIR no. [[212/2025]] finally registered
    crime ref [[42/118820/25]] no further action
    CPS intake [[1182-7719]] screened out
    chart [[A-55190]] thicker than a bible
    NHI [[ZBB4421]] wrong again
    UHID [[1100982231]], long queue, longer sighs
    OPD no [[8841/25]]
    claim [[CLM0099812]] denied
    policy no. [[44-8871-2]] lapsed
    member ID [[YRP882190034]] inactive
    auth [[#A77120934]] for six visits, she needs sixty
    NHIF [[4412289]] unpaid
    plan no [[PPO88213]] says no
    Bupa [[88213377]] approved two nights
    account [[0012 8891]] frozen
    bank details [[30-99-12 00481922]]
    IBAN [[DE89 3704 0044 0532 0130 00]] in the chat
    visa [[4111 1111 1111 1111]] on a post-it
    m-pesa paybill [[522522]] for the funeral
    upi [[meena22@okbank]] collected for the bier
    a/c [[50100012345678]] nephew emptied it
"""


def test_records_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
