"""After a hard event an organisation lets nothing come for a while: none piles up, none of theirs is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from bot.domain.deliveries import DeliveryState
from bot.surface.card import Card
from tests.unit.doors.two import DISCORD, two_doors
from tests.unit.flows.walks import begin, reply
from tests.unit.plans.house import january, keep, notices, plan_world
from tests.unit.ruled.team import HERE, THERE, a_team, rule, tamper
from tests.unit.small_house import BEN, MONDAY, card_of, on
from tests.unit.world import FIRST_SLOT, World

UNTIL = on(7, 12)
"""Wednesday at noon."""


@contextmanager
def a_team_with_plans() -> Iterator[World]:
    """A world in which everything happens in one organisation, and a plan can be kept."""
    with plan_world() as house:
        house.organisation = HERE
        yield house


def ids(cards: list[Card]) -> list[str]:
    """What came, by kind."""
    return [card.text_id for card in cards]


async def hush(house: World, until: datetime | None = UNTIL) -> None:
    """Let nothing come until an instant, or everything again."""
    await rule(house, hushed_until=until)


async def test_check_ins_of_that_time_are_let_go() -> None:
    """None comes, none piles up, and the next one comes at its hour."""
    with a_team() as house:
        await house.settle_in()
        await hush(house)
        assert await house.until(on(8, 8, 59)) == []
        assert ids(await house.until(on(8, 9))) == ["checkin"]
        assert [each.state for each in house.outbox] == [*[DeliveryState.EXPIRED] * 3, DeliveryState.SENT]


async def test_a_restart_in_the_middle_changes_nothing() -> None:
    """What waits still waits, what was let go stays so, and each comes once."""
    with a_team_with_plans() as house:
        await house.settle_in()
        await keep(house, back_on=january(6))
        await hush(house)
        assert await house.until(on(6, 10)) == []
        await house.restart()
        assert await house.until(on(7, 11, 59)) == []
        await house.restart()
        await house.until(on(8, 10))
        assert (len(notices(house)), ids([letter.card for letter in house.chat.letters])[1:]) == (
            1,
            ["checkin"],
        )


async def test_what_is_sent_once_waits_and_comes_when_it_is_over() -> None:
    """At that hour, and not a day later."""
    with a_team_with_plans() as house:
        await house.settle_in()
        await keep(house, back_on=january(6))
        await hush(house)
        assert await house.until(on(7, 11, 59)) == []
        assert len(await house.until(UNTIL)) == len(notices(house)) == 1


async def test_lifted_it_comes_within_the_hour() -> None:
    """And the next check-in at its time, as ever."""
    with a_team_with_plans() as house:
        await house.settle_in()
        await keep(house, back_on=january(6))
        await hush(house)
        await house.until(on(6, 13, 10))
        await hush(house, None)
        await house.until(on(6, 14, 10))
        assert len(notices(house)) == 1
        assert ids(await house.until(on(7, 9))) == ["checkin"]


async def test_what_somebody_waits_for_goes_on() -> None:
    """The step after a rest comes when it was to come."""
    with a_team() as house:
        await hush(house, on(5, 23))
        await reply(house, await begin(house, "rest"), "one")
        assert len(await house.until(MONDAY.replace(minute=1))) == 1


async def test_what_is_asked_for_is_answered_as_always() -> None:
    """A check-in by hand, a page, help now; and the settings say why nothing comes."""
    with a_team() as house:
        await house.settle_in()
        await hush(house)
        assert card_of(await house.command("checkin")).text_id == "checkin"
        assert card_of(await house.command("helpnow")).text_id == "helpnow"
        settings = card_of(await house.command("settings")).text
        assert "lets nothing come by itself until Wednesday 7 January." in settings
        assert "Thursday 8 January at 09:00" in settings


async def test_another_organisation_goes_on() -> None:
    """One door, one organisation: who is at home elsewhere hears as ever."""
    with a_team() as house:
        house.organisation = THERE
        await house.settle_in(BEN)
        await hush(house)
        assert ids(await house.until(FIRST_SLOT)) == ["checkin"]


async def test_whose_rules_hold_follows_the_door_that_it_leaves_by() -> None:
    """Who has check-ins come elsewhere is not hushed there."""
    with two_doors() as doors:
        house = doors.house
        house.organisation = HERE
        await house.settle_in()
        code = await doors.code()
        house.organisation = "discord/server"
        await house.press(next(iter((await doors.bring(code)).controls)), DISCORD)
        await hush(house)
        await house.until(on(5, 10))
        assert ("chat", "checkin") not in doors.came
        house.organisation = HERE
        await doors.prefer(DISCORD)
        await house.until(on(6, 10))
        assert ("discord", "checkin") in doors.came


async def test_a_row_that_was_tampered_with_stops_nobody() -> None:
    """Every letter still leaves, of this organisation and of others in its lane."""
    with a_team() as house:
        await house.settle_in()
        house.organisation = THERE
        await house.settle_in(BEN)
        house.organisation = HERE
        await tamper(house, await rule(house, hushed_until=UNTIL))
        assert ids(await house.until(FIRST_SLOT)) == ["checkin", "checkin"]
        assert card_of(await house.command("settings")).text_id == "settings"
