"""How many use Reststop is told as a band, counted once a week; nobody is told who they are."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.people import Account
from bot.services.delivery.agenda import begin_housekeeping
from tests.unit.admin.admin_hands import opened, sent
from tests.unit.admin.team import a_team
from tests.unit.small_house import MONDAY, SmallHouse, card_of, control

WEEK = timedelta(days=7)


async def join(house: SmallHouse, first: int, last: int) -> None:
    """Let so many people say yes."""
    for number in range(first, last + 1):
        who = Account(surface="chat", workspace="team", user=f"person{number}")
        await house.press(control(card_of(await house.command("start", who)), "consent.yes"), who)


async def told(house: SmallHouse) -> str:
    """Return what an admin reads."""
    return card_of(await opened(house, "admin.adoption")).text


async def test_three_people_are_fewer_than_five() -> None:
    """It is counted when the first thing is set, and says when that was."""
    with a_team() as house:
        await join(house, 1, 3)
        assert "not counted yet" in await told(house)
        await sent(house, "admin.links", on_call="555 0100")
        assert "Fewer than 5 people use it." in await told(house)
        assert "Counted once a week, last on 5 January 2026" in await told(house)
        assert "person" not in (await told(house)).replace("people", "")


async def test_a_count_holds_for_a_week_and_moves_by_steps() -> None:
    """Who joins in between, or alone, does not show."""
    with a_team() as house:
        await house.store.run(lambda unit: begin_housekeeping(unit, house.clock.now()))
        await join(house, 1, 4)
        await sent(house, "admin.links", on_call="555 0100")
        await join(house, 5, 5)
        assert "Fewer than 5" in await told(house)
        await house.until(MONDAY + WEEK)
        assert "Fewer than 5" in await told(house)
        assert "Counted once a week, last on 12 January 2026" in await told(house)
        await join(house, 6, 12)
        assert "Fewer than 5" in await told(house)
        await house.until(MONDAY + 2 * WEEK)
        assert "10 or more people use it." in await told(house)
        assert "Counted once a week, last on 19 January 2026" in await told(house)


async def test_the_smallest_group_holds_here_too() -> None:
    """Raised to eight, the first step that is told is ten."""
    with a_team() as house:
        await join(house, 1, 6)
        asked = card_of(await sent(house, "admin.group", people="8"))
        await house.press(control(asked, "admin.group.raise"))
        assert "Fewer than 10 people use it." in await told(house)
