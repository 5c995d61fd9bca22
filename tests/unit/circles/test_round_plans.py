"""A round on the calendar of whoever looks after it, day by day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.round_hours import Hours
from bot.domain.round_plan import RoundPlan, plan_round
from bot.domain.rounds import RoundTemplate
from bot.errors import BadInput
from bot.testing.rounds import invented_round

AUCKLAND = ZoneInfo("Pacific/Auckland")
WEEK = Hours()
NOON = invented_round()


def planned(
    opens: str, template: RoundTemplate = NOON, hours: Hours = WEEK, zone: ZoneInfo = AUCKLAND
) -> list[str]:
    """Every step of a round as the clock on the wall shows it."""
    plan: RoundPlan = plan_round(template, datetime.fromisoformat(opens).replace(tzinfo=zone), hours, zone)
    return [f"{step} {at.astimezone(zone):%a %H:%M}" for step, at in plan.steps]


def test_a_round_of_one_working_day() -> None:
    """Thursday, noon to four; what has no name comes at three, two hours before five. It ends on Friday."""
    assert planned("2026-01-08T12:00") == [
        "opens Thu 12:00",
        "release Thu 15:00",
        "close Thu 16:00",
        "look Fri 09:00",
        "release Fri 09:00",
        "ends Fri 16:00",
    ]


def test_a_weekend_is_no_working_day() -> None:
    """After a Friday comes Monday."""
    assert planned("2026-01-09T12:00")[-3:] == ["look Mon 09:00", "release Mon 09:00", "ends Mon 16:00"]


def test_days_of_somebody_who_works_two() -> None:
    """The next working morning is theirs, not the week's."""
    hours = Hours(days=frozenset({1, 3}))
    assert planned("2026-01-08T12:00", hours=hours)[-3:] == [
        "look Tue 09:00",
        "release Tue 09:00",
        "ends Tue 16:00",
    ]


def test_a_night_belongs_to_the_day_on_which_it_began() -> None:
    """A round over midnight ends in the next night of work."""
    nights = Hours(days=frozenset({3, 4}), start=time(21), end=time(7))
    assert planned("2026-01-09T01:00", hours=nights) == [
        "opens Fri 01:00",
        "close Fri 05:00",
        "release Fri 05:00",
        "look Fri 21:00",
        "release Fri 21:00",
        "ends Sat 05:00",
    ]


def test_late_in_the_day_what_has_no_name_waits_until_the_morning() -> None:
    """A round in the last two hours of the day releases nothing in them."""
    short = invented_round(sharing=timedelta(hours=1))
    assert planned("2026-01-08T15:30", short) == [
        "opens Thu 15:30",
        "close Thu 16:30",
        "look Fri 09:00",
        "release Fri 09:00",
        "ends Fri 16:30",
    ]


@pytest.mark.parametrize(
    ("opens", "hours", "sentence"),
    [
        (
            "2026-01-08T14:00",
            WEEK,
            (
                "Sharing goes on for 4 hours in this round, and the hours given are 09:00 to 17:00."
                " It can open between 09:00 and 13:00."
            ),
        ),
        (
            "2026-01-08T12:00",
            Hours(start=time(12), end=time(14)),
            (
                "Sharing goes on for 4 hours in this round, and the hours given hold 2 hours."
                " Longer hours would fit it, or another round."
            ),
        ),
        (
            "2026-01-10T12:00",
            WEEK,
            "Saturday is not among the days given: Monday to Friday.",
        ),
        (
            "2026-01-08T12:00",
            Hours(start=time(9), end=time(13)),
            (
                "Sharing goes on for 4 hours in this round, and the hours given are 09:00 to 13:00."
                " It can open at 09:00."
            ),
        ),
    ],
)
def test_a_round_outside_the_hours_is_refused_with_what_would_fit(
    opens: str, hours: Hours, sentence: str
) -> None:
    """Nobody is asked to look after a circle when they said they are not there."""
    with pytest.raises(BadInput) as refused:
        planned(opens, hours=hours)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({0, 1, 2, 3, 4}, "Monday to Friday"),
        ({1, 3}, "Tuesday and Thursday"),
        ({0, 1}, "Monday and Tuesday"),
        ({0, 2, 4}, "Monday, Wednesday and Friday"),
        ({6}, "Sunday"),
    ],
)
def test_days_are_said_as_people_say_them(days: set[int], words: str) -> None:
    """A run of three or more has its ends, others are named."""
    assert Hours(days=frozenset(days)).days_in_words == words


def test_hours_that_hold_nothing_are_refused() -> None:
    """Hours have a day, and a time between."""
    with pytest.raises(BadInput):
        Hours(days=frozenset())
    with pytest.raises(BadInput):
        Hours(start=time(9), end=time(9))
