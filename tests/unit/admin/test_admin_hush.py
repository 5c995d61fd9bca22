"""After a hard event everything is paused for a team, and lifted with one press."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.services.cards.admin import facts
from tests.unit.admin.admin_hands import menu_facts, opened, organisation
from tests.unit.admin.team import a_team
from tests.unit.small_house import MONDAY, SmallHouse, card_of, control, errors_of, form_of, on


async def until(house: SmallHouse) -> datetime | None:
    """Return until when it is quiet."""
    here = await organisation(house)
    return here.rules.hushed_until if here else None


async def test_a_pause_ends_on_the_morning_that_was_chosen() -> None:
    """Tomorrow, in three days or in a week, by the clock of who set it."""
    with a_team() as house:
        for name, at in (("morning", on(6, 8)), ("three", on(8, 8)), ("week", on(12, 8))):
            card = card_of(await opened(house, "admin.hush"))
            paused = card_of(await house.choose(control(card, "admin.hush.set"), name))
            assert "It is quiet here until" in paused.text
            assert await until(house) == at
        house.zone = "Pacific/Auckland"
        card = card_of(await opened(house, "admin.hush"))
        await house.choose(control(card, "admin.hush.set"), "morning")
        assert await until(house) == datetime(2026, 1, 5, 19, tzinfo=UTC)


async def test_it_says_what_goes_on_and_that_nobody_is_told_why() -> None:
    """Before and after."""
    with a_team() as house:
        card = card_of(await opened(house, "admin.hush"))
        paused = card_of(await house.choose(control(card, "admin.hush.set"), "week"))
        for one in (card, paused):
            assert "Help now stays where it is" in one.text
            assert "No message says that it was paused, or why" in one.text


async def test_a_day_is_typed_and_refused_in_words_where_it_cannot_be() -> None:
    """The form stays open until it can."""
    with a_team() as house:
        card = card_of(await opened(house, "admin.hush"))
        form = form_of(await house.choose(control(card, "admin.hush.set"), "day"))
        assert "not ahead" in errors_of(await house.submit(form, until="today"))["until"]
        assert "three months" in errors_of(await house.submit(form, until="1 June 2026"))["until"]
        await house.submit(form, until="9 January")
        assert await until(house) == on(9, 8)


async def test_where_no_clock_is_known_the_hour_is_named_by_utc() -> None:
    """As in Discord, which tells no zone: eight in the morning is another hour for whoever reads it."""
    with a_team() as house:
        house.zone = ""
        card = card_of(await opened(house, "admin.hush"))
        paused = card_of(await house.choose(control(card, "admin.hush.set"), "week"))
        assert "until Monday 12 January 2026, 08:00 UTC." in paused.text


async def test_it_is_lifted_with_one_press_and_ends_by_itself() -> None:
    """The menu says which of both it is."""
    with a_team() as house:
        card = card_of(await opened(house, "admin.hush"))
        paused = card_of(await house.choose(control(card, "admin.hush.set"), "week"))
        assert (await menu_facts(house))[facts.HUSH] == "until Monday 12 January 2026, 08:00"
        await house.press(control(paused, "admin.hush.lift"))
        assert (await menu_facts(house))[facts.HUSH] == "no"
        assert await until(house) is None
        await house.choose(control(card, "admin.hush.set"), "morning")
        await house.until(MONDAY + timedelta(days=1))
        assert (await menu_facts(house))[facts.HUSH] == "no"
        assert "After a hard event" in card_of(await opened(house, "admin.hush")).text
