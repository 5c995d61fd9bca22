"""Every rule of an organisation at its hardest at once: nothing breaks, and answers still come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.organisations import OFF_DAYS_MAX, QUIET_HOURS_MAX
from bot.domain.people import QuietHours
from tests.unit.ruled.team import a_team, rule
from tests.unit.small_house import card_of, on

THE_DAY = QuietHours(start=time(24 - QUIET_HOURS_MAX), end=time(0))
"""As much of a day as a team may have."""
THE_NIGHT = QuietHours(start=time(0), end=THE_DAY.start)
NONE = QuietHours(start=time(0), end=time(0))


@pytest.mark.parametrize(("own", "most"), [(THE_NIGHT, 2), (NONE, 0)])
async def test_all_that_can_be_set_at_once_breaks_nothing_and_ends(own: QuietHours, most: int) -> None:
    """What cannot come is let go, who asks is answered, and once it is lifted one comes each day.

    Who keeps quiet all the rest of the day lives by other hours: theirs alone hold, on the two days before
    the days off.
    """
    with a_team() as house:
        await house.settle_in()
        person = replace(await house.person(), quiet=own)
        await house.store.run(lambda unit: unit.people.save(person))
        days = frozenset(date(2026, 1, 8) + timedelta(days=each) for each in range(OFF_DAYS_MAX))
        await rule(house, quiet=THE_DAY, only_reviewed=True, off_days=days, hushed_until=on(6, 9))
        assert len(await house.until(on(20, 9))) == most
        assert card_of(await house.command("checkin")).text_id == "checkin"
        assert card_of(await house.command("help now")).text_id == "helpnow"
        await rule(house, quiet=None, off_days=frozenset())
        assert len(await house.until(on(23, 12))) == 3
        assert house.engine.failures == ()
