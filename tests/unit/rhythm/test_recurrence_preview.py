"""`reststop schedule preview` prints exactly the documented lines and exit codes."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from bot.app.cli.schedule import schedule

BERLIN = ["--zone", "Europe/Berlin", "--at", "02:30", "--from", "2026-03-28", "--count", "3"]


def _preview(*options: str) -> Result:
    return CliRunner().invoke(schedule, ["preview", *options])


def _slots(*options: str, zone: str = "UTC", from_on: str = "2026-01-07", count: int = 4) -> list[str]:
    shown = _preview("--zone", zone, "--at", "09:00", "--from", from_on, "--count", str(count), *options)
    assert shown.exit_code == 0, shown.output
    return [json.loads(line)["slot"] for line in shown.stdout.splitlines()]


def test_a_line_is_slot_local_and_utc() -> None:
    """Three keys a line; local with its offset, UTC with a Z, nothing on standard error."""
    shown = _preview(*BERLIN)
    assert shown.exit_code == 0
    assert shown.stderr == ""
    assert shown.stdout.splitlines() == [
        '{"slot":"2026-03-28","local":"2026-03-28T02:30:00+01:00","utc":"2026-03-28T01:30:00Z"}',
        '{"slot":"2026-03-29","local":"2026-03-29T03:30:00+02:00","utc":"2026-03-29T01:30:00Z"}',
        '{"slot":"2026-03-30","local":"2026-03-30T02:30:00+02:00","utc":"2026-03-30T00:30:00Z"}',
    ]


@pytest.mark.parametrize(
    ("options", "slots"),
    [
        ([], ["2026-01-07", "2026-01-08", "2026-01-09", "2026-01-10"]),
        (["--days", "daily"], ["2026-01-07", "2026-01-08", "2026-01-09", "2026-01-10"]),
        (["--days", "weekdays"], ["2026-01-07", "2026-01-08", "2026-01-09", "2026-01-12"]),
        (["--days", "Tue,mon"], ["2026-01-12", "2026-01-13", "2026-01-19", "2026-01-20"]),
        (["--every", "3", "--unit", "day"], ["2026-01-07", "2026-01-10", "2026-01-13", "2026-01-16"]),
        (
            ["--days", "mon,fri", "--every", "2", "--unit", "week"],
            ["2026-01-09", "2026-01-19", "2026-01-23", "2026-02-02"],
        ),
        (["--every", "2", "--unit", "week"], ["2026-01-07", "2026-01-21", "2026-02-04", "2026-02-18"]),
    ],
)
def test_rhythms(options: list[str], slots: list[str]) -> None:
    """Daily unless said otherwise; the date is the first and the anchor; weeks start on Monday."""
    assert _slots(*options) == slots


def test_a_missing_date_is_skipped_and_not_counted() -> None:
    """Four are asked for and four come, without Apia's 30 December."""
    assert _slots(zone="Pacific/Apia", from_on="2011-12-29") == [
        "2011-12-29",
        "2011-12-31",
        "2012-01-01",
        "2012-01-02",
    ]


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--zone", "Mars/Base"], "--zone"),
        (["--zone", "../../etc/passwd"], "--zone"),
        (["--zone", "berlin"], "Europe/Berlin"),
        (["--at", "2:30"], "--at"),
        (["--at", "24:00"], "--at"),
        (["--from", "2026-02-30"], "--from"),
        (["--from", "20260328"], "--from"),
        (["--from", "tomorrow"], "--from"),
        (["--count", "0"], "--count"),
        (["--count", "many"], "--count"),
        (["--days", "noday"], "--days"),
        (["--days", ""], "--days"),
        (["--every", "2"], "--unit"),
        (["--unit", "week"], "--every"),
        (["--every", "0", "--unit", "day"], "--every"),
        (["--every", "2", "--unit", "month"], "--unit"),
        (["--every", "1", "--unit", "day", "--days", "mon"], "--days"),
    ],
)
def test_wrong_usage_is_exit_two(options: list[str], named: str) -> None:
    """What is wrong is named on standard error, and nothing is printed."""
    shown = _preview(*BERLIN, *options)
    assert shown.exit_code == 2
    assert shown.stdout == ""
    assert named in shown.stderr


@pytest.mark.parametrize("left_out", ["--zone", "--at", "--from", "--count"])
def test_what_is_needed_is_asked_for(left_out: str) -> None:
    """Without one of the four needed options nothing is guessed."""
    place = BERLIN.index(left_out)
    shown = _preview(*BERLIN[:place], *BERLIN[place + 2 :])
    assert shown.exit_code == 2
    assert left_out in shown.stderr


def test_the_end_of_the_calendar_is_said() -> None:
    """Fewer lines than asked for is a problem found, and said so."""
    shown = _preview("--zone", "UTC", "--at", "09:00", "--from", "9999-12-30", "--count", "3")
    assert shown.exit_code == 1
    assert len(shown.stdout.splitlines()) == 2
    assert "9999" in shown.stderr


def test_a_rota_is_shown_with_its_mornings_after() -> None:
    """The slot is the night's date, the local time that of the next morning."""
    rota = "ELNO E14:30 L21:45 N+08:15"
    shown = _preview("--zone", "UTC", "--rota", rota, "--from", "2026-01-05", "--count", "4")
    assert [(line["slot"], line["utc"]) for line in map(json.loads, shown.stdout.splitlines())] == [
        ("2026-01-05", "2026-01-05T14:30:00Z"),
        ("2026-01-06", "2026-01-06T21:45:00Z"),
        ("2026-01-07", "2026-01-08T08:15:00Z"),
        ("2026-01-09", "2026-01-09T14:30:00Z"),
    ]


@pytest.mark.parametrize(
    "options", [["--rota", "EELL"], ["--rota", "E E14:30", "--at", "09:00"], ["--rota", "E E9:00"], []]
)
def test_a_rota_stands_alone_and_is_whole(options: list[str]) -> None:
    """Anything else is wrong usage."""
    shown = _preview("--zone", "UTC", "--from", "2026-01-05", "--count", "4", *options)
    assert shown.exit_code == 2
