"""A look back that comes by itself: only who chose it, at their own hour, in one line that says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.looks import LATE
from bot.ports.chat import Later, NotOpen, Receipt, Unreachable
from bot.surface.card import Reach
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Replace
from bot.surface.text import shown
from tests.unit.insights.look_backs import LINE, came, choose, form, hours, rows, write
from tests.unit.insights.looked_back import read
from tests.unit.ruled.team import a_team, rule
from tests.unit.small_house import ANA, card_of, control, errors_of, form_of, on
from tests.unit.world import TERMINAL, labels, world

FRIDAY = on(9, 17)
WEEK = timedelta(weeks=1)


async def test_none_comes_without_a_yes_to_it() -> None:
    """Six weeks of check-ins, and no look back."""
    with world() as house:
        await house.settle_in()
        assert await came(house, FRIDAY + 6 * WEEK) == []
        assert rows(house) == []


async def test_it_is_said_exactly_what_was_chosen() -> None:
    """The day and the hour, when the first one comes, and one fact more in the settings."""
    with world() as house:
        await house.settle_in()
        assert [field.value for field in (await form(house)).fields] == ["week", "fri", "17:00"]
        said = card_of(await choose(house))
        assert said.text == "A look back comes every Friday at 17:00. Next: Friday 9 January at 17:00."
        assert "A look back comes every Friday at 17:00." in card_of(await house.command("settings")).text
        said = card_of(await choose(house, often="month", day="mon", at="9:30"))
        assert said.text == "A look back comes every fourth Monday at 09:30. Next: Today at 09:30."
        assert [field.value for field in (await form(house)).fields] == ["month", "mon", "09:30"]


async def test_it_comes_each_week_at_that_hour() -> None:
    """Neither earlier nor twice, also after a restart."""
    with world() as house:
        await house.settle_in()
        await choose(house)
        assert await came(house, FRIDAY - timedelta(minutes=1)) == []
        assert len(await came(house, FRIDAY)) == 1
        await house.restart()
        await came(house, FRIDAY + 3 * WEEK)
        assert hours(house) == [FRIDAY + place * WEEK for place in range(4)]
        assert len(rows(house)) == 1


async def test_it_comes_each_fourth_week() -> None:
    """And speaks of four."""
    with world() as house:
        await house.settle_in()
        await choose(house, often="month")
        cards = await came(house, FRIDAY + 8 * WEEK)
        assert hours(house) == [FRIDAY, FRIDAY + 4 * WEEK, FRIDAY + 8 * WEEK]
        assert {card.text for card in cards} == {"Your last four weeks are here to look back on."}


async def test_the_line_says_nothing_of_them() -> None:
    """It stays where others may see it: the same whatever was written."""
    with world() as house:
        await house.settle_in()
        await choose(house)
        await write(house, "seventeen herons at the weir")
        [card] = await came(house, FRIDAY)
        assert (card.text, card.summary, card.reach) == (LINE, LINE, Reach.PERSONAL)
        assert labels(card) == ["Look back", "Not this time", "Help now"]
        opened = read(await house.press(control(card, "week.open")))
        assert shown("seventeen herons at the weir") in opened.text
        no = (await house.press(control(card, "week.no"))).first
        assert isinstance(no, Replace)
        assert no.card.text == "Fine."


async def test_none_comes_any_more_once_it_was_let_go() -> None:
    """Also where one was planned already."""
    with world() as house:
        await house.settle_in()
        await choose(house)
        said = card_of(await choose(house, often="none"))
        assert said.text == "No look back comes by itself now. `look back` is here any time."
        assert await came(house, FRIDAY + 3 * WEEK) == []
        assert rows(house) == []


async def test_another_choice_takes_the_place_of_the_one_before() -> None:
    """One comes and not two."""
    with world() as house:
        await house.settle_in()
        await choose(house)
        await choose(house, day="thu", at="12:00")
        await came(house, FRIDAY)
        assert hours(house) == [on(8, 12)]


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"often": "daily"}, {"often"}),
        ({"day": "someday"}, {"day"}),
        ({"at": "noon"}, {"at"}),
        ({"at": "21:00"}, {"at"}),
        ({"often": "", "day": "", "at": ""}, {"often", "day", "at"}),
    ],
)
async def test_what_cannot_be_read_changes_nothing(values: dict[str, str], fields: set[str]) -> None:
    """A sentence at each field; an hour in quiet hours would never come."""
    with world() as house:
        await house.settle_in()
        assert set(errors_of(await choose(house, **values))) == fields
        assert rows(house) == []


@pytest.mark.parametrize("away", ["pause", "leave until 18 January", "stop"])
async def test_what_was_held_back_is_not_made_up_for(away: str) -> None:
    """Nothing comes meanwhile nor on the way back; then the next one at its own hour."""
    with world() as house:
        await house.settle_in()
        await choose(house)
        await house.command(away)
        assert await came(house, on(19, 7)) == []
        back = "start" if away == "stop" else "resume"
        said = card_of(await house.command(back))
        if away == "stop":
            await house.press(control(said, "consent.yes"))
            await house.command("resume")
        assert await came(house, on(23, 16, 59)) == []
        await came(house, on(23, 17))
        assert hours(house) == [on(23, 17)]


async def test_a_hush_of_the_organisation_holds_it_back() -> None:
    """For the day; what would come later than that is let go, and the next one comes at its hour."""
    with a_team() as house:
        await house.settle_in()
        await choose(house)
        await rule(house, hushed_until=on(10, 12))
        assert await came(house, on(10, 11)) == []
        assert len(await came(house, on(10, 12))) == 1
        await rule(house, hushed_until=on(20, 12))
        assert await came(house, on(23, 16)) == []
        assert len(await came(house, on(23, 17))) == 1


async def test_quiet_hours_hold_it_back() -> None:
    """They were set after the hour was chosen: it comes when they end."""
    with world() as house:
        await house.settle_in()
        await choose(house)
        await house.choose_hour(quiet="16-18")
        assert await came(house, on(9, 17, 59)) == []
        assert len(await came(house, on(9, 18))) == 1


@pytest.mark.parametrize(("late", "count"), [(LATE - timedelta(minutes=1), 1), (LATE, 0)])
async def test_one_that_is_a_day_late_is_let_go(late: timedelta, count: int) -> None:
    """The house stood still: none is sent of a week that is over, and the next one comes."""
    with world() as house:
        await house.settle_in()
        await choose(house, at="08:30")
        await came(house, on(9, 8))
        house.clock.move_to(on(9, 8, 30) + late)
        assert len(await came(house, on(16, 8, 29))) == count
        assert len(await came(house, on(16, 8, 30))) == 1


async def test_a_terminal_shows_it_when_it_is_opened() -> None:
    """However long it was shut, once; and then at its hour again."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        await choose(house)
        await came(house, on(9, 12))
        house.clock.move_to(on(27, 12))
        await came(house, on(27, 12, 1))
        assert hours(house) == [FRIDAY]
        await came(house, on(30, 17))
        assert hours(house) == [FRIDAY, on(30, 17)]


@pytest.mark.parametrize("receipt", [Later(wait=timedelta(minutes=5)), NotOpen(), Unreachable()])
async def test_trouble_on_the_way_doubles_and_ends_nothing(receipt: Receipt) -> None:
    """What could not be brought at once is brought later or not at all; the next week comes, once."""
    with world() as house:
        await house.settle_in()
        await choose(house)
        await came(house, on(9, 12))
        house.chat.receipts = [receipt]
        await came(house, FRIDAY + timedelta(hours=2))
        await came(house, FRIDAY + WEEK)
        assert hours(house)[-1] == FRIDAY + WEEK
        assert len(hours(house)) == len(set(hours(house)))
        assert len(rows(house)) == 1


async def test_it_keeps_its_hour_in_another_zone() -> None:
    """Elsewhere for a while, and home again: the same hour by the clocks there, one each week."""
    with world() as house:
        await house.settle_in()
        await choose(house)
        tokyo = ZoneInfo("Asia/Tokyo")
        elsewhere = control(card_of(await house.command("settings")), "settings.elsewhere")
        await house.submit(form_of(await house.press(elsewhere)), zone="Asia/Tokyo", until="14 January")
        await came(house, on(24, 12))
        first = datetime(2026, 1, 9, 17, tzinfo=tokyo).astimezone(UTC)
        assert hours(house) == [first, on(16, 17), on(23, 17)]


async def test_without_a_zone_no_hour_can_be_chosen() -> None:
    """It says where the hour is chosen."""
    with world() as house:
        await house.arrive()
        person = replace(await house.person(), zone=None)
        await house.store.run(lambda unit: unit.people.save(person))
        ref = house.desk.mint(ANA)("week.when")
        said = card_of(await house.hear(ActionPressed(**house.facts(ANA), ref=ref)))
        assert said.text_id == "settings.none"
