"""Five units in one's own pace: 3 h 40 min of them, and with the tests about four hours."""

from __future__ import annotations

from click.testing import CliRunner

from bot.app.cli.content import content
from bot.domain.courses.course import Pace
from bot.services.cards.admin.whole import course_parts
from tests.e2e.rows.rows_library import course

COURSE = "family_alliance_5"
SAID = "3 h 40 min, with the tests about 4 h"


def test_the_minutes_of_five_units_come_to_220_of_about_240() -> None:
    """What is left is for the tests; nothing measures anybody."""
    one = course(COURSE).course
    assert one.pace is Pace.OWN
    assert one.sessions == ()
    assert [unit.minutes for unit in one.units] == [50, 30, 40, 50, 50]
    assert sum(unit.minutes for unit in one.units) == one.minutes == 220
    assert one.about_minutes - one.minutes == 20


def test_the_sum_is_said_in_words() -> None:
    """To who looks at its text, and to who signs it."""
    shown = CliRunner().invoke(content, ["preview", COURSE]).stdout
    assert f"5 units: {SAID}\n" in shown
    assert any(f"5 units: {SAID}." in part for part in course_parts(course(COURSE)))
