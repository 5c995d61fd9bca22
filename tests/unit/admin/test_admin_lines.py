"""Help lines are ticked by who saw that they are right, and count as checked for 180 days."""

from __future__ import annotations

from datetime import timedelta

from bot.services.cards.admin import facts
from bot.surface.card import Card
from tests.unit.admin.admin_hands import facts_on, menu_facts, opened, organisation
from tests.unit.admin.team import a_team
from tests.unit.small_house import MONDAY, SmallHouse, card_of, control

TODAY = MONDAY.date()


async def new_zealand(house: SmallHouse) -> Card:
    """Open the lines of New Zealand from the menu."""
    which = control(card_of(await opened(house, "admin.lines")), "admin.lines.region")
    return card_of(await house.choose(which, "NZ"))


async def test_a_line_is_ticked_by_itself() -> None:
    """The other one is not, and the day stands beside it."""
    with a_team() as house:
        card = await new_zealand(house)
        assert all("not checked here" in value for value in facts_on(card).values())
        card = card_of(await house.choose(control(card, "admin.lines.tick"), "1"))
        assert "right on 5 January 2026" in facts_on(card)["Invented Shelter"]
        assert "not checked here" in facts_on(card)["Invented Line"]
        here = await organisation(house)
        assert here is not None
        assert dict(here.rules.checked) == {"NZ/Invented Shelter": TODAY}
        assert (await menu_facts(house))[facts.LINES].startswith("1 of 4 checked here")


async def test_all_are_ticked_at_once_and_unticked() -> None:
    """A slip is undone by one press."""
    with a_team() as house:
        card = card_of(await house.press(control(await new_zealand(house), "admin.lines.all")))
        assert all("right on" in value for value in facts_on(card).values())
        card = card_of(await house.press(control(card, "admin.lines.none")))
        assert all("not checked here" in value for value in facts_on(card).values())
        here = await organisation(house)
        assert here is not None
        assert not here.rules.checked


async def test_after_180_days_a_line_counts_as_not_checked() -> None:
    """Nobody has to take the tick back."""
    with a_team() as house:
        await house.press(control(await new_zealand(house), "admin.lines.all"))
        await house.until(MONDAY + timedelta(days=180))
        assert "right on" in (await new_zealand(house)).text
        await house.until(MONDAY + timedelta(days=181))
        assert "right on" not in (await new_zealand(house)).text
        assert (await menu_facts(house))[facts.LINES] == "none of 4 checked here"
