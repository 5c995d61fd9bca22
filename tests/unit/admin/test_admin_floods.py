"""An admin as the enemy of their own people: no button of theirs fills anybody's conversation."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.organisations import CEILING_NOTICE, Ceiling
from tests.unit.admin.admin_hands import opened, organisation
from tests.unit.admin.team import a_team
from tests.unit.small_house import ANA, card_of, control, form_of
from tests.unit.world import World

DAY = timedelta(days=1)
DAYS = 22


def told(house: World, what: str) -> int:
    """How many letters of a kind Ana had."""
    return sum(one.to == ANA and one.card.text_id == f"notice.{what}" for one in house.chat.letters)


async def test_everyone_is_told_once_a_week_at_most_however_often_it_is_pressed() -> None:
    """Three weeks of pressing are four letters at most; the card says that they were told."""
    with a_team() as house:
        await house.settle_in()
        tell = control(card_of(await opened(house, "admin.leaving")), "admin.leaving.tell")
        for _ in range(DAYS):
            for _ in range(5):
                said = card_of(await house.press(tell)).text
            await house.until_answering(house.clock.now() + DAY)
        assert 2 <= told(house, "export_first") <= 4
        assert "already" in said


async def test_a_time_for_pages_that_goes_to_and_fro_is_told_once_a_week_at_most() -> None:
    """Set, taken back and set anew, each day: told within the week, and it begins thirty days after that."""
    with a_team() as house:
        await house.settle_in()
        card = card_of(await opened(house, "admin.keeping"))
        form = form_of(await house.press(control(card, "admin.keeping.change")))
        for _ in range(DAYS):
            for longest in ("month", "none", "quarter", "month"):
                await house.submit(form, longest=longest)
            await house.until_answering(house.clock.now() + DAY)
            here = await organisation(house)
            assert here is not None
            [coming] = here.rules.ceilings
            assert coming.since >= house.clock.now().date() - DAY + CEILING_NOTICE
        assert 2 <= told(house, "ceiling") <= 4


async def test_what_was_taken_back_within_the_hour_is_told_to_nobody_and_delays_nothing() -> None:
    """A wrong press costs nobody a letter, and the right one no week."""
    with a_team() as house:
        await house.settle_in()
        card = card_of(await opened(house, "admin.keeping"))
        form = form_of(await house.press(control(card, "admin.keeping.change")))
        today = house.clock.now().date()
        await house.submit(form, longest="month")
        await house.submit(form, longest="quarter")
        here = await organisation(house)
        assert here is not None
        assert here.rules.ceilings == (Ceiling(since=today + CEILING_NOTICE, days=90),)
        await house.until_answering(house.clock.now() + DAY)
        assert told(house, "ceiling") == 1
