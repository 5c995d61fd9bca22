"""Lists of attendance as Zoom and Teams make them, of invented meetings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.courses.attendance_files import Report, minutes_of, read_report, text_of
from bot.domain.courses.presence import Hours
from bot.errors import BadInput

START = datetime(2026, 12, 8, 21, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
HOURS = Hours(starts=START, ends=START + timedelta(minutes=120), grace=timedelta(minutes=10))

ZOOM = """Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
912 3456 7890,An invented course,12/08/2026 03:50:00 PM,12/08/2026 06:04:00 PM,host@invented.example,134,3

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Consent,In Waiting Room
"Ortiz, Lena",lena@invented.example,12/08/2026 03:55:00 PM,12/08/2026 06:01:00 PM,126,No,Y,No
Miro (Miro Vale),,12/08/2026 04:20:30 PM,12/08/2026 05:00:10 PM,40,Yes,Y,No
Miro (Miro Vale),,12/08/2026 04:50:00 PM,12/08/2026 05:45:40 PM,56,Yes,Y,No
Miro (Miro Vale),,12/08/2026 03:40:00 PM,12/08/2026 04:20:30 PM,41,Yes,,Yes
"""
UNIQUE = """Name (Original Name),User Email,Total Duration (Minutes),Guest
Lena Ortiz,lena@invented.example,126,No
Miro Vale,,85,Yes
"""
TEAMS = "\t".join
TEAMS_REPORT = "\r\n".join(
    [
        "1. Summary",
        TEAMS(["Meeting title", "An invented course"]),
        TEAMS(["Attended participants", "2"]),
        TEAMS(["Start time", "12/8/26, 3:58:11 PM"]),
        TEAMS(["Meeting duration", "2h 5m 3s"]),
        "",
        "2. Participants",
        TEAMS(["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Role"]),
        TEAMS(["Lena Ortiz", "12/8/26, 3:58:11 PM", "12/8/26, 6:01:03 PM", "2h 2m 52s", "l@x.example", "P"]),
        TEAMS(["Miro Vale", "12/8/26, 4:20:00 PM", "12/8/26, 5:45:00 PM", "1h 10m 1s", "m@x.example", "P"]),
        "",
        "3. In-Meeting Activities",
        TEAMS(["Name", "Join Time", "Leave Time", "Duration", "Email", "Role"]),
        TEAMS(["Lena Ortiz", "12/8/26, 3:58:11 PM", "12/8/26, 6:01:03 PM", "2h 2m 52s", "l@x.example", "P"]),
        TEAMS(["Miro Vale", "12/8/26, 4:20:00 PM", "12/8/26, 5:00:00 PM", "40m", "m@x.example", "P"]),
        TEAMS(["Miro Vale", "12/8/26, 5:15:00 PM", "12/8/26, 5:45:00 PM", "30m", "m@x.example", "P"]),
    ]
)
ACTIONS = "\n".join(
    TEAMS(row)
    for row in (
        ["Full Name", "User Action", "Timestamp"],
        ["Lena Ortiz", "Joined before", "8/12/2026, 15:58:11"],
        ["Miro Vale", "Joined", "8/12/2026, 16:20:00"],
        ["Miro Vale", "Left", "8/12/2026, 17:00:00"],
        ["Miro Vale", "Joined", "8/12/2026, 17:15:00"],
        ["Miro Vale", "Left", "8/12/2026, 17:45:00"],
        ["Lena Ortiz", "Left", "8/12/2026, 18:01:03"],
        ["Somebody else", "Joined", "8/12/2026, 16:00:00"],
    )
)


def _read(text: str) -> Report:
    return read_report(text, HOURS, NEW_YORK)


def _minutes(report: Report) -> dict[str, int]:
    names = dict.fromkeys(stay.name for stay in report.stays)
    return {name: minutes_of((stay for stay in report.stays if stay.name == name), HOURS) for name in names}


def test_zoom_says_who_was_there_and_the_waiting_room_does_not_count() -> None:
    """Two devices at once count once; what lies before and after the session counts as nothing."""
    report = _read(ZOOM)
    assert report.broken == ()
    assert _minutes(report) == {"Ortiz, Lena": 120, "Miro (Miro Vale)": 85}


def test_zoom_without_times_says_how_long() -> None:
    """Nobody was there longer than the session is."""
    assert _minutes(_read(UNIQUE)) == {"Lena Ortiz": 120, "Miro Vale": 85}


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_teams_says_who_was_there_in_its_last_section(coding: str) -> None:
    """Each coming and going counts, and what sums it up besides does not count again."""
    assert _minutes(_read(text_of(TEAMS_REPORT.encode(coding)))) == {"Lena Ortiz": 120, "Miro Vale": 70}


def test_teams_that_only_sums_up_counts_what_it_says() -> None:
    """From first to last somebody may have been away: the length beside it counts, and the grace at most."""
    summed = TEAMS_REPORT.partition("3. In-Meeting")[0]
    assert _minutes(_read(summed)) == {"Lena Ortiz": 120, "Miro Vale": 80}


def test_older_teams_pairs_coming_with_going() -> None:
    """The day stands first there, as the session's date says. Who never left is a row to look at."""
    report = _read(ACTIONS)
    assert _minutes(report) == {"Lena Ortiz": 120, "Miro Vale": 70}
    assert report.broken == ((8, "nothing says when they left"),)


def test_times_in_another_zone_are_read_in_it() -> None:
    """A list made in London is five hours ahead of the course."""
    london = UNIQUE.splitlines()[0].replace("Total Duration (Minutes)", "Join Time,Leave Time")
    row = "Lena Ortiz,,08/12/2026 21:00:00,08/12/2026 22:35:00,No"
    report = read_report(f"{london}\n{row}", HOURS, ZoneInfo("Europe/London"))
    assert _minutes(report) == {"Lena Ortiz": 95}
    assert _minutes(_read(f"{london}\n{row}")) == {"Lena Ortiz": 0}


def test_a_heading_that_says_utc_is_believed() -> None:
    """Whatever zone was named besides."""
    head, row = "Full Name,Join Time (UTC),Leave Time (UTC)", "Lena,2026-12-08 21:30,2026-12-08 23:10"
    assert _minutes(_read(f"{head}\n{row}")) == {"Lena": 90}


BROKEN = """Name,Join Time,Leave Time,Duration
Lena,2026-12-08 16:00,2026-12-08 17:00,60
,2026-12-08 16:00,2026-12-08 17:00,60
Miro,yesterday,2026-12-08 17:00,60
Cleo,2026-12-08 17:00,2026-12-08 16:00,60
Dov,2026-12-08 16:00,,
Eli,2026-12-08 16:00,2026-12-08 17:00,long
"Fay
with a line",2026-12-08 16:00,2026-12-08 17:00,60
Gus
"""


def test_a_broken_list_says_which_rows() -> None:
    """By the number that an editor shows, in plain words; the others count."""
    report = _read(BROKEN)
    assert report.broken == (
        (3, "there is no name in it"),
        (4, "the time of joining cannot be read"),
        (5, "it ends before it begins"),
        (6, "the time of leaving cannot be read"),
        (7, "its length cannot be read"),
        (10, "cells are missing"),
    )
    assert _minutes(report) == {"Lena": 60, "Fay\nwith a line": 60}


@pytest.mark.parametrize(
    "text",
    ["", "Name", "a,b,c\n1,2,3", "Viewer,Views,Watched (Minutes)\nLena,3,90", "Name,Email\nLena,x@y.example"],
)
def test_what_is_no_list_of_who_was_there_is_refused(text: str) -> None:
    """Who watched a recording is no such list."""
    with pytest.raises(BadInput, match="no list of attendance"):
        _read(text)
