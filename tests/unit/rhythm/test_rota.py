"""A rota is a rhythm or it is refused; it has one text, and it is read as people write it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from bot.domain.recurrence import daily, following, next_after, occurrences
from bot.domain.rota import Rota, Shift, rhythm_of, shifts_of
from bot.domain.rota_words import cycle_meant, hours_meant
from bot.errors import BadInput, BadRule

LONDON = ZoneInfo("Europe/London")
ANCHOR = date(2026, 1, 5)
LINE = "rota@2026-01-05 EELLNNOOOO E14:30 L21:45 N+08:15"
SHIFTS = (
    ("E", Shift(at=time(14, 30))),
    ("L", Shift(at=time(21, 45))),
    ("N", Shift(at=time(8, 15), next_morning=True)),
)
ROTA = Rota(cycle="EELLNNOOOO", anchor=ANCHOR, shifts=SHIFTS)


def test_a_rota_has_one_text() -> None:
    """What the database keeps is readable and gives the same rota back; a rule is still a rule."""
    assert str(ROTA) == LINE
    assert rhythm_of(LINE) == ROTA
    assert rhythm_of("day/1 09:00") == daily(time(9))


@pytest.mark.parametrize(
    "text",
    [
        "rota@2026-01-05 EELLNNOOOO",
        "rota@2026-01-05 EELL E14:30 L21:45 N+08:15",
        "rota@2026-01-05 EELLNNOOOO L21:45 E14:30",
        "rota@2026-01-05 EE E14:30 E15:30",
        "rota@2026-01-05 eell e14:30",
        "rota@2026-02-30 E E14:30",
        "rota@20260105 E E14:30",
        "rota@2026-01-05 E E9:00",
        "rota@2026-01-05 E E24:00",
        "rota@2026-01-05 E E14:30 ",
        "rota@2026-01-05 " + "E" * 85 + " E14:30",
        "rota@2026-01-05 ABCDEFG A09:00 B09:00 C09:00 D09:00 E09:00 F09:00 G09:00",
        "rota@",
    ],
)
def test_no_other_text_is_a_rota(text: str) -> None:
    """Two texts never stand for one rota."""
    with pytest.raises(BadRule):
        rhythm_of(text)


def test_a_time_of_day_is_hours_and_minutes() -> None:
    """As with rules: seconds would make slots that `HH:MM` cannot tell apart."""
    with pytest.raises(BadRule, match="hours and minutes"):
        Rota(cycle="E", anchor=ANCHOR, shifts=(("E", Shift(at=time(9, 0, 1))),))


def test_slots_keep_apart() -> None:
    """A morning after and an early shift on the same date, an hour apart, would be two at once."""
    shifts = (("E", Shift(at=time(9))), ("N", Shift(at=time(8, 15), next_morning=True)))
    with pytest.raises(BadRule, match="four hours"):
        Rota(cycle="NE", anchor=ANCHOR, shifts=shifts)
    with pytest.raises(BadRule, match="four hours"):
        Rota(cycle="EN", anchor=ANCHOR, shifts=shifts)  # around the end of the cycle
    assert Rota(cycle="NOE", anchor=ANCHOR, shifts=shifts)


def test_a_cycle_comes_round() -> None:
    """Two earlies, two lates, two nights on the mornings after, four days of nothing, and again."""
    found = list(islice(occurrences(ROTA, LONDON, ANCHOR), 7))
    assert [(one.slot_on.day, one.slot, f"{one.local:%d %H:%M}") for one in found] == [
        (5, "14:30", "05 14:30"),
        (6, "14:30", "06 14:30"),
        (7, "21:45", "07 21:45"),
        (8, "21:45", "08 21:45"),
        (9, "08:15", "10 08:15"),
        (10, "08:15", "11 08:15"),
        (15, "14:30", "15 14:30"),
    ]


def test_the_cycle_reaches_back_before_its_first_day() -> None:
    """The date is a phase and no beginning."""
    [slot] = islice(occurrences(ROTA, LONDON, date(2025, 12, 30)), 1)
    assert (slot.slot_on, slot.slot) == (date(2025, 12, 30), "08:15")  # the fifth day of the cycle before


def test_the_morning_after_is_next_until_it_has_come() -> None:
    """At two in the night the slot of yesterday's date is still ahead."""
    slot = next_after(ROTA, LONDON, datetime(2026, 1, 10, 2, tzinfo=UTC))
    assert (slot.slot_on, slot.local.day) == (date(2026, 1, 9), 10)
    assert following(ROTA, LONDON, slot.slot_on).slot_on == date(2026, 1, 10)


def test_a_morning_after_a_date_that_is_not_there_is_no_slot() -> None:
    """Apia had no 30 December 2011: neither its night nor the morning after the 29th came."""
    apia = ZoneInfo("Pacific/Apia")
    nights = Rota(cycle="N", anchor=ANCHOR, shifts=(("N", Shift(at=time(8, 15), next_morning=True)),))
    found = islice(occurrences(nights, apia, date(2011, 12, 28)), 2)
    assert [one.slot_on.isoformat() for one in found] == ["2011-12-28", "2011-12-31"]


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ("EELLNNOOOO", "EELLNNOOOO"),
        ("eell nn oooo", "EELLNNOOOO"),
        ("E,E,L,L", "EELL"),
        ("2 early 2 late 2 night 4 off", "EELLNNOOOO"),
        ("2E 2L, 2N 4O", "EELLNNOOOO"),
    ],
)
def test_a_cycle_is_read_as_a_ward_writes_it(text: str, cycle: str) -> None:
    """Letter by letter, or counted."""
    assert cycle_meant(text) == cycle


@pytest.mark.parametrize("text", ["", "2", "E2", "early 2", "E!", "ÄÖ", "99 99"])
def test_a_cycle_that_cannot_be_read_has_a_sentence(text: str) -> None:
    """With an example."""
    with pytest.raises(BadInput, match="EELLNNOOOO"):
        cycle_meant(text)


@pytest.mark.parametrize(
    "text", ["E 14:30, L 21:45, N 8:15, O none", "e14.30 l21:45 n08:15 o-", "early=14:30; late: 21:45 N 8:15"]
)
def test_hours_are_read_as_people_write_them(text: str) -> None:
    """And the one before the own day begins is the morning after."""
    assert shifts_of(hours_meant(text), time(10)) == SHIFTS


@pytest.mark.parametrize(
    "text",
    ["", "E", "14:30", "E 25:00", "E 14:30 E 15:30", "E 14:30, early 15:30", "E1430", "anone" * 39 + "!"],
)
def test_hours_that_cannot_be_read_have_a_sentence(text: str) -> None:
    """One hour for a letter, and a time that the day has. What can be read in countless ways is read once."""
    with pytest.raises(BadInput):
        hours_meant(text)
