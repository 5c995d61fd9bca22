"""Laws of evidence: its minutes are those of the ledger, and it decides nothing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.cohort import Cohort
from bot.domain.courses.course import EVIDENCE_ONLY, Credit
from bot.domain.courses.evidence import NO_TESTS, Attendee, for_accreditor, minutes_table, of_one
from bot.domain.courses.evidence_parts import NO_FIGURES
from bot.domain.courses.learners import Attended, Source
from bot.domain.courses.presence import total
from bot.domain.csv_rows import as_csv
from bot.domain.document_markdown import as_markdown
from bot.testing.courses import FOUR_SESSIONS

COURSE = FOUR_SESSIONS.course
COHORT = Cohort(
    template="four_sessions",
    template_version=1,
    course=COURSE,
    code="ABCD2345",
    approvals="An invented board takes note of it.",
    disclosures="Nothing to disclose.",
)
MADE = date(2026, 12, 23)
DECIDES = re.compile(r"certif|accredited|award|earned|credits? for|entitle", re.IGNORECASE)
minutes = st.builds(Attended, minutes=st.integers(0, 120), by=st.sampled_from(Source))
attendees = st.builds(
    Attendee,
    called=st.text("abc =+-@,\"'", min_size=1, max_size=8),
    attended=st.dictionaries(st.integers(1, 4), minutes),
)
ledgers = st.lists(attendees, max_size=6)


@given(ledgers)
def test_the_sum_of_the_file_is_the_sum_of_the_ledger(ledger: Sequence[Attendee]) -> None:
    """Of each session, of each learner, and of all: none is rounded, left out or counted twice."""
    body = as_csv(minutes_table(COURSE, ledger)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body, newline="")))[1:]
    assert len(rows) == len(ledger)
    for place, session in enumerate(COURSE.sessions, start=1):
        noted = sum(each.attended[session.n].minutes for each in ledger if session.n in each.attended)
        assert sum(int(row[place]) for row in rows) == noted
    assert sorted(int(row[-2]) for row in rows) == sorted(total(COURSE, each.attended) for each in ledger)
    assert all(sum(map(int, row[1:-2])) == int(row[-2]) for row in rows)
    assert {row[-1] for row in rows} <= {EVIDENCE_ONLY}


@given(ledgers)
def test_the_file_is_in_the_order_of_names(ledger: Sequence[Attendee]) -> None:
    """Nobody stands first for having been there longer."""
    told = [row[0] for row in minutes_table(COURSE, ledger).rows]
    assert told == sorted(told, key=lambda name: (name.casefold(), name))


@given(attendees)
def test_what_a_learner_hands_over_decides_nothing(who: Attendee) -> None:
    """It says what it is on its first line and on each page, and no hours that nobody entered."""
    made = of_one(COHORT, who, MADE)
    text = as_markdown(made)
    assert made.foot == EVIDENCE_ONLY
    assert EVIDENCE_ONLY in text
    assert f"{total(COURSE, who.attended)} of 480 minutes" in text
    assert "hours" not in text
    assert DECIDES.search(text) is None


def test_hours_stand_where_the_organiser_entered_them() -> None:
    """As they wrote them; none follows from the minutes."""
    hours = replace(COURSE, credit=Credit(hours="8.0", wording="Ask your board."))
    who = Attendee(called="Lena", attended={1: Attended(minutes=10, by=Source.HAND)})
    text = as_markdown(of_one(replace(COHORT, course=hours), who, MADE))
    assert "**Credit hours, as its organiser entered them:** 8.0" in text
    assert "> Ask your board." in text
    assert "10 of 480 minutes" in text


@given(ledgers)
def test_one_file_has_all_that_an_accreditor_asks_for(ledger: Sequence[Attendee]) -> None:
    """Objectives and what serves them, minutes, that there are no tests, the evaluation as it was told."""
    text = as_markdown(for_accreditor(COHORT, ledger, ("O1: the middle is 4.0, of 8+.",), MADE))
    for part in (
        "O1 | describe something | 1, 3 | 12",
        NO_TESTS,
        "O1: the middle is 4.0",
        "Nothing to disclose.",
    ):
        assert part in text
    assert NO_FIGURES in as_markdown(for_accreditor(COHORT, ledger, (), MADE))
    assert DECIDES.search(text) is None
