"""An organisation's quiet hours beside a person's own, and its days off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.people import QuietHours
from bot.services.router import Router
from bot.testing.holidays import LaidOutHolidays
from tests.unit.ruled.team import a_team, rule
from tests.unit.small_house import card_of, control, errors_of, form_of, on
from tests.unit.world import FIRST_SLOT, World

UP_TO_TEN = QuietHours(start=time(8), end=time(10))


async def test_a_check_in_waits_for_the_end_of_both() -> None:
    """Their own end at half past nine, the team's at ten."""
    with a_team() as house:
        await house.settle_in()
        person = replace(await house.person(), quiet=QuietHours(start=time(20), end=time(9, 30)))
        await house.store.run(lambda unit: unit.people.save(person))
        await rule(house, quiet=UP_TO_TEN)
        assert await house.until(on(5, 9, 59)) == []
        assert len(await house.until(on(5, 10))) == 1


async def test_it_is_the_persons_own_clock() -> None:
    """Ten o'clock is theirs, wherever the organisation is."""
    with a_team() as house:
        await house.settle_in(zone="Pacific/Auckland")
        await rule(house, quiet=UP_TO_TEN)
        assert await house.until(on(5, 20, 59)) == []
        assert len(await house.until(on(5, 21))) == 1


async def test_a_rotas_own_hour_goes_before_it_on_time() -> None:
    """Who named an hour for a kind of shift waits for it then."""
    with a_team() as house:
        await house.settle_in()
        card = card_of(await house.command("settings"))
        form = form_of(await house.press(control(card, "settings.shifts")))
        await house.submit(form, cycle="EO", first="2026-01-05", hours="E 08:30, O none")
        await rule(house, quiet=UP_TO_TEN)
        assert len(await house.until(on(5, 8, 30))) == 1


async def test_an_hour_in_the_teams_quiet_is_not_taken() -> None:
    """It would never come; and the settings say when the team keeps quiet."""
    with a_team() as house:
        await house.settle_in()
        await rule(house, quiet=QuietHours(start=time(17), end=time(7)))
        card = card_of(await house.command("settings"))
        assert "Quiet hours of your organisation: 17:00 to 07:00." in card.text
        form = form_of(await house.press(control(card, "settings.change")))
        assert errors_of(await house.submit(form, at="17:30")) == {
            "at": "Your organisation has quiet hours then. Please choose another hour."
        }
        assert "until later" not in card_of(await house.submit(form, at="16:30")).text


async def test_settings_say_that_an_hour_chosen_before_lies_in_it() -> None:
    """Nobody wonders for weeks why nothing comes; an hour outside of it is no news."""
    with a_team() as house:
        await house.settle_in()
        await rule(house, quiet=QuietHours(start=time(17), end=time(7)))
        assert "Your hour lies in them" not in card_of(await house.command("settings")).text
        await rule(house, quiet=QuietHours(start=time(8), end=time(16)))
        assert "Your hour lies in them" in card_of(await house.command("settings")).text


async def test_later_keeps_it_too() -> None:
    """A question to come again in it stays where it is."""
    with a_team() as house:
        await house.asked()
        await rule(house, quiet=QuietHours(start=time(11), end=time(17)))
        assert card_of(await house.command("later")).text_id == "checkin.stays"


async def test_on_a_day_off_nothing_comes_and_that_is_said() -> None:
    """The settings name the first day after it; no check-in is made up for."""
    with a_team() as house:
        await house.settle_in()
        await rule(house, off_days=frozenset({date(2026, 1, 5), date(2026, 1, 6)}))
        assert "Wednesday 7 January at 09:00" in card_of(await house.command("settings")).text
        assert await house.until(on(7, 8, 59)) == []
        assert len(await house.until(on(7, 9))) == 1


@pytest.mark.parametrize(("region", "came"), [("NZ", 0), ("IE", 1), (None, 1)])
async def test_public_holidays_of_its_region_are_days_off(region: str | None, came: int) -> None:
    """Of that region alone, whatever the person's own is and whatever they wish."""
    with a_team() as house:
        _with_holidays(house)
        await house.settle_in()
        await rule(house, holidays=region)
        assert len(await house.until(FIRST_SLOT)) == came


def _with_holidays(house: World) -> None:
    calendar = LaidOutHolidays({"NZ": [date(2026, 1, 5)], "IE": []})
    house.desk = replace(house.desk, holidays=calendar)
    house.router = Router(house.desk, changed=house.engine.wake)
