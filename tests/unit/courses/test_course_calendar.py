"""A calendar file of a course reads anywhere: as RFC 5545 has it, to the octet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.ahead import ahead, as_calendar
from bot.domain.courses.calendar_file import Event, calendar_file
from bot.testing.courses import FOUR_SESSIONS

MADE = datetime(2026, 11, 2, 9, tzinfo=UTC)
AT = datetime(2026, 12, 1, 21, tzinfo=UTC)


def _unfolded(body: bytes) -> list[str]:
    return body.decode().replace("\r\n ", "").split("\r\n")


def _read(value: str) -> str:
    """Read a value as a program does."""
    signs = iter(value)
    return "".join(
        {"n": "\n", "N": "\n"}.get(after := next(signs), after) if one == "\\" else one for one in signs
    )


def test_a_session_has_its_length_and_takes_its_time() -> None:
    """A whole file of one session, line by line."""
    event = Event(
        uid="c.s1@reststop",
        at=AT,
        title="Stance; the first",
        text="One, two\nthree",
        where="https://meet.example/1",
        length=timedelta(hours=2),
        blocks=True,
    )
    assert _unfolded(calendar_file("Stance", [event], made_at=MADE)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reststop//Courses//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Stance",
        "BEGIN:VEVENT",
        "UID:c.s1@reststop",
        "DTSTAMP:20261102T090000Z",
        "DTSTART:20261201T210000Z",
        "DTEND:20261201T230000Z",
        "SUMMARY:Stance\\; the first",
        "DESCRIPTION:One\\, two\\nthree",
        "LOCATION:https://meet.example/1",
        "TRANSP:OPAQUE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_comes_back_as_it_was_and_no_line_is_too_long(text: str) -> None:
    """Lines of at most 75 octets, each whole in itself; a text never begins a line of its own."""
    body = calendar_file("Stance", [Event(uid="u", at=AT, title=text)], made_at=MADE)
    lines = body.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert b"\n" not in body.replace(b"\r\n", b"")
    [shown] = [line for line in _unfolded(body) if line.startswith("SUMMARY:")]
    kept = "".join(sign for sign in text if sign in "\n\t" or (sign >= " " and sign != "\x7f"))
    assert _read(shown.removeprefix("SUMMARY:")) == kept


def test_a_course_made_twice_has_the_same_names_and_a_moved_one_too() -> None:
    """So that a calendar that has it replaces what moved: each event is named by what it is, not when."""
    views = ahead(FOUR_SESSIONS.course, {"Asia/Kolkata": 3, "America/New_York": 1}, since=MADE)
    body = as_calendar(FOUR_SESSIONS.course, views, uid="c", made_at=MADE)
    names = [line for line in _unfolded(body) if line.startswith("UID:")]
    assert len(names) == len(set(names)) == 4 + 2 * 12
    assert "UID:c.s1@reststop" in names
    assert "UID:c.pre2.Asia/Kolkata@reststop" in names
