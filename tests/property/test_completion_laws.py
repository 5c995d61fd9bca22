"""Laws of evidence of completion: what it says was so, it says no more than that, and it decides nothing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.cohort import Cohort
from bot.domain.courses.completion import (
    COMPLETION_ONLY,
    NOT_YET,
    Completer,
    completion,
    for_accreditor,
    units_table,
)
from bot.domain.courses.course import EVIDENCE_ONLY, Credit
from bot.domain.courses.learners import Learner
from bot.domain.courses.sittings import Drawn, Sitting
from bot.domain.csv_rows import as_csv
from bot.domain.document_markdown import as_markdown
from bot.testing.courses import THREE_UNITS

COURSE = THREE_UNITS.course
COHORT = Cohort(template="t", template_version=1, course=COURSE, code="ABCD2345", disclosures="None to make.")
MADE = date(2026, 12, 23)
SINCE = datetime(2026, 11, 3, 9, tzinfo=UTC)
DECIDES = re.compile(r"certif|accredited|award|earned|credits? for|entitle|attempt|score", re.IGNORECASE)


def sitting(unit: int, hours: int, right: int, took: int) -> Sitting:
    """A test handed in so many hours on, with so many of five right, after so many minutes."""
    asked, at = COURSE.units[unit - 1].test[:5], SINCE + timedelta(hours=hours)
    return Sitting(
        unit=unit,
        drawn=tuple(Drawn(question=each.id, order=(0, 1, 2, 3)) for each in asked),
        begun_at=at - timedelta(minutes=took),
        answers={each.id: (each.answer + (place >= right)) % 4 for place, each in enumerate(asked)},
        handed_in=at,
    )


failed = st.builds(sitting, st.integers(1, 3), st.integers(0, 99), st.integers(0, 3), st.integers(1, 900))
finished = st.dictionaries(
    st.integers(1, 3), st.integers(0, 999).map(lambda hours: SINCE + timedelta(hours=hours))
)


def learner(done: Mapping[int, datetime]) -> Learner:
    """Somebody who finished units, each with its test passed as it was finished."""
    passed = (replace(sitting(n, 0, 5, 9), handed_in=at) for n, at in done.items())
    ticks = frozenset(f"{n}.{place}" for n in done for place in (0, 1))
    return Learner(agreed_at=SINCE, ticks=ticks, finished=done, sittings=tuple(passed))


@given(finished, st.lists(failed, max_size=4), st.text("4.0 hours", max_size=9))
def test_how_somebody_did_before_they_passed_stands_in_no_file(
    done: Mapping[int, datetime], before: Sequence[Sitting], hours: str
) -> None:
    """Two learners who differ in attempts, answers and minutes alone have the same files, to the letter."""
    cohort = replace(COHORT, course=replace(COURSE, credit=Credit(hours=hours)))
    plain = learner(done)
    tried = replace(plain, sittings=(*before, *plain.sittings), active_at=SINCE)
    one, other = (Completer(called="Lena", learner=each) for each in (plain, tried))
    assert as_markdown(completion(cohort, one, MADE)) == as_markdown(completion(cohort, other, MADE))
    assert units_table(COURSE, [one]) == units_table(COURSE, [other])
    assert as_markdown(for_accreditor(cohort, [one], (), MADE)) == as_markdown(
        for_accreditor(cohort, [other], (), MADE)
    )


@given(finished, st.text("4.0 hours", max_size=9))
def test_it_is_evidence_of_completion_only_of_all_units(done: Mapping[int, datetime], hours: str) -> None:
    """Before the last one it calls nothing complete and names no hours; with it, those that were entered."""
    cohort = replace(COHORT, course=replace(COURSE, credit=Credit(hours=hours)))
    text = as_markdown(completion(cohort, Completer(called="Lena", learner=learner(done)), MADE))
    is_all = set(done) == {1, 2, 3}
    assert (COMPLETION_ONLY in text) is is_all
    assert (EVIDENCE_ONLY in text) is not is_all
    assert ("Credit hours" in text) is (is_all and bool(hours.strip()))
    assert f"{len(done)} of 3" in text
    assert not DECIDES.search(text)


@given(st.lists(finished, max_size=5))
def test_the_table_has_each_day_once_and_no_other(every: Sequence[Mapping[int, datetime]]) -> None:
    """As many days as units were finished; what is open says so."""
    ledger = [Completer(called=f"L{n}", learner=learner(done)) for n, done in enumerate(every)]
    body = as_csv(units_table(COURSE, ledger)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body, newline="")))[1:]
    assert len(rows) == len(every)
    for row, done in zip(rows, every, strict=True):
        assert sum(cell != NOT_YET for cell in row[2:-2:2]) == len(done)
        assert (row[-2] != NOT_YET) is (set(done) == {1, 2, 3})
        assert row[-1] == EVIDENCE_ONLY
