"""Laws of attendance: minutes are never more than there were, and no order of rows changes them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.courses.attendance_files import minutes_of, read_report, text_of
from bot.domain.courses.code_words import (
    EARLY,
    HOLDS,
    heard_at,
    is_same,
    of_digest,
    place_at,
    places_taken,
    shown_until,
)
from bot.domain.courses.course import AttendanceRule
from bot.domain.courses.learners import Attended, Source
from bot.domain.courses.matching import keys_of, whose
from bot.domain.courses.presence import Hours, Span, minutes_by_words, minutes_there, settled
from bot.errors import BadInput

START = datetime(2026, 12, 8, 21, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
HOURS = Hours(starts=START, ends=START + timedelta(minutes=120), grace=timedelta(minutes=10))
STRICT = Hours(starts=HOURS.starts, ends=HOURS.ends)
seconds = st.integers(-3_600, 11_000)
spans = st.lists(st.tuples(seconds, seconds).map(lambda two: _span(*sorted(two))), max_size=8)
instants = seconds.map(lambda at: START + timedelta(seconds=at))
sources = st.sampled_from(Source)


def _span(begin: int, end: int) -> Span:
    return START + timedelta(seconds=begin), START + timedelta(seconds=end)


@given(spans)
def test_minutes_are_the_seconds_in_which_somebody_was_there(found: Sequence[Span]) -> None:
    """As a count of every second says, which is slow and plain; never more than the session has."""
    begin, end = START, HOURS.ends
    there = {
        second
        for since, until in found
        for second in range(
            int((max(since, begin) - START).total_seconds()), int((min(until, end) - START).total_seconds())
        )
    }
    assert minutes_there(found, STRICT) == len(there) // 60
    assert 0 <= minutes_there(found, HOURS) <= HOURS.minutes


@given(spans.flatmap(lambda found: st.permutations([*found, *found])))
def test_order_and_repetition_change_no_minutes(found: Sequence[Span]) -> None:
    """A list that has a stay twice says what it says once."""
    assert minutes_there(found, HOURS) == minutes_there(sorted(set(found)), HOURS)


@given(spans)
def test_grace_gives_no_more_than_the_grace(found: Sequence[Span]) -> None:
    """And nothing to who came later than it, or not at all."""
    gained = minutes_there(found, HOURS) - minutes_there(found, STRICT)
    assert 0 <= gained <= 10
    inside = [begin for begin, end in found if begin < HOURS.ends and end > START and begin < end]
    if not inside or min(inside) > START + HOURS.grace:
        assert gained == 0


@given(st.lists(instants, max_size=6).map(sorted))
def test_words_count_from_the_first_to_the_last(sent: Sequence[datetime]) -> None:
    """Whoever sent each word as it was shown; one alone counts as nothing."""
    heard = [
        (place, heard_at(HOURS, place, now)) for now in sent if (place := place_at(HOURS, now)) is not None
    ]
    minutes = minutes_by_words(heard, HOURS.minutes, AttendanceRule())
    if len(dict(heard)) < 2:
        assert minutes is None
    else:
        assert minutes is not None
        at = sorted(dict(heard).values())
        assert at[-1] - at[0] <= minutes <= at[-1] <= HOURS.minutes
        assert minutes - (at[-1] - at[0]) in {0, *range(1, 11)}


@given(instants)
def test_a_word_is_taken_while_it_is_shown_and_ten_minutes_longer(now: datetime) -> None:
    """Its place rises with time, and what was heard lies in the session and not in the future."""
    shown = place_at(HOURS, now)
    if shown is None:
        assert now < START - EARLY or now >= HOURS.ends + HOLDS
        assert places_taken(HOURS, now) == ()
        return
    assert now < shown_until(HOURS, shown) <= now + 2 * HOLDS
    for place in places_taken(HOURS, now):
        assert now < shown_until(HOURS, place) + HOLDS
        heard = heard_at(HOURS, place, now)
        assert 0 <= heard <= HOURS.minutes
        assert START + timedelta(minutes=heard) <= max(now, START)


@given(st.binary(min_size=32, max_size=32))
def test_a_word_is_taken_however_it_is_typed(digest: bytes) -> None:
    """Capitals, dashes and spaces do not matter; another word does."""
    word = of_digest(digest)
    for typed in (word, word.upper(), word.replace(" ", "-"), f"  {word}. ", word.replace(" ", "")):
        assert is_same(typed, word)
    assert not is_same("", word)
    assert not is_same(word[1:], word)


@given(st.builds(Attended, minutes=st.integers(0, 120), by=sources), st.integers(0, 120), sources)
def test_what_a_trainer_confirmed_stands(before: Attended, minutes: int, by: Source) -> None:
    """A list stands before words, and what is of one kind is the newer."""
    new = Attended(minutes=minutes, by=by)
    kept = settled(before, new)
    assert kept in (before, new)
    if before.by is Source.HAND and by is not Source.HAND:
        assert kept == before
    if by is Source.HAND or before.by is by:
        assert kept == new


names = st.text("abcdefgàéü", min_size=1, max_size=8).map(str.title)
stays = st.lists(st.tuples(names, st.integers(-1_800, 9_000), st.integers(0, 7_000)), min_size=1, max_size=12)


def _cell(second: int, style: str) -> str:
    at = (START + timedelta(seconds=second)).astimezone(NEW_YORK)
    return at.strftime(style)


US, UK, GERMAN, ISO = "%m/%d/%Y %I:%M:%S %p", "%d/%m/%Y, %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%Y-%m-%d %H:%M:%S"


@given(
    stays,
    st.sampled_from([US, UK, GERMAN, ISO]),
    st.sampled_from("\t,;"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_list_is_read_in_every_dress(
    rows: list[tuple[str, int, int]], style: str, sign: str, coding: str, ending: str
) -> None:
    """Of whichever country, program and coding, it says the same of the same people."""
    page = io.StringIO()
    writer = csv.writer(page, delimiter=sign, lineterminator=ending)
    writer.writerow(["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)"])
    for name, begin, length in rows:
        cells = [_cell(begin, style), _cell(begin + length, style), str(-(-length // 60))]
        writer.writerow([name, "someone@invented.example", *cells])
    report = read_report(text_of(page.getvalue().encode(coding)), HOURS, NEW_YORK)
    assert report.broken == ()
    assert [(stay.name, stay.span) for stay in report.stays] == [
        (name, _span(begin, begin + length)) for name, begin, length in rows
    ]
    for name in {name for name, _, _ in rows}:
        theirs = [_span(begin, begin + length) for who, begin, length in rows if who == name]
        made = minutes_of((stay for stay in report.stays if stay.name == name), HOURS)
        assert made == minutes_there(theirs, HOURS)


@given(stays, st.lists(st.integers(0, 11), min_size=1, max_size=4, unique=True))
def test_every_broken_row_is_named_by_its_number_and_no_other(
    rows: list[tuple[str, int, int]], spoiled: list[int]
) -> None:
    """The others count, and no sentence quotes what stands in a row."""
    broken = sorted({at for at in spoiled if at < len(rows)})
    assume(broken)
    lines = ["Name,Join Time,Leave Time"]
    for at, (name, begin, length) in enumerate(rows):
        leave = "no such time" if at in broken else _cell(begin + length, ISO)
        lines.append(f"{name},{_cell(begin, ISO)},{leave}")
    report = read_report("\n".join(lines), HOURS, NEW_YORK)
    assert [number for number, _ in report.broken] == [at + 2 for at in broken]
    assert len(report.stays) == len(rows) - len(broken)
    assert all("such time" not in sentence for _, sentence in report.broken)


@given(st.text(max_size=400))
def test_whatever_text_comes_it_is_read_or_refused(text: str) -> None:
    """And never anything else."""
    try:
        report = read_report(text, HOURS, NEW_YORK)
    except BadInput:
        return
    assert all(number > 0 for number, _ in report.broken)


@given(st.binary(max_size=400))
def test_whatever_bytes_come_they_are_text_or_refused(body: bytes) -> None:
    """Nothing of them is guessed to be what it is not."""
    try:
        assert "\0" not in text_of(body)
    except BadInput:
        return


@given(st.dictionaries(st.uuids(), names, max_size=8), st.lists(names, max_size=8))
def test_a_name_is_somebodys_only_where_it_is_nobody_elses(
    people: dict[UUID, str], on_list: list[str]
) -> None:
    """Two who are called alike are both left to be chosen by hand."""
    found = whose(on_list, people)
    for name, who in found.items():
        alike = [each for each, called in people.items() if keys_of(called) & keys_of(name)]
        assert alike == [who]
    for name in set(on_list) - set(found):
        assert len([each for each, called in people.items() if keys_of(called) & keys_of(name)]) != 1


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ortiz, Lena", "Lena Ortiz"),
        ("LENA ORTIZ (she/her)", "lena ortiz"),
        ("iPad (Lena Ortiz)", "Lena Ortiz"),
        ("Zoë  Nguyễn", "Zoe Nguyen"),
        ("Lena Ortiz [external]", "Lena Ortiz"),
    ],
)
def test_a_name_is_known_again(name: str, called: str) -> None:
    """However a list turns it round."""
    assert keys_of(name) & keys_of(called)
