"""`what-data`: counts and days, who could read it, and no word of what stands there."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.roles import Role
from bot.surface.audience import OnlyYou
from bot.surface.card import Reach
from bot.surface.outcome import Show
from tests.unit.given_roles import give_role
from tests.unit.small_house import ANA, BEN, MONDAY, card_of, control, form_of
from tests.unit.test_takeout_document import write_sheets
from tests.unit.world import TERMINAL, world

CANARY = "heliotrope"


async def test_it_counts_by_kind_and_names_the_oldest_day() -> None:
    """Each kind once, in the singular where there is one, and nothing that was written."""
    with world() as house:
        card = await house.asked()
        await house.press(control(card, "checkin.skip"))
        for _ in range(2):
            await house.submit(form_of(await house.command("write")), text=CANARY)
        await house.say(f"{CANARY} and more words")
        await write_sheets(house, await house.person())
        await house.until(MONDAY + timedelta(days=1))
        outcome = await house.command("what-data")
        text = card_of(outcome).text
    assert (
        "Sealed: 2 pages, 2 check-ins, 1 draft, 1 flow that is open, 1 plan, 1 list of people, "
        "1 sheet of wishes, 1 list of words never flagged, 1 id of a file that was sent here, 1 list of "
        "pages for a portfolio, 1 day of supervision, 1 session in your log, 1 look back, "
        "1 file that was brought along; and the id of your account. The oldest is "
        "from Monday 5 January 2026."
    ) in text
    assert CANARY not in text
    assert "Whoever runs this platform can see that we have messages" in text


async def test_it_is_for_its_owner_alone() -> None:
    """How often somebody wrote follows from answers: no message of it stays."""
    with world() as house:
        await house.settle_in()
        outcome = await house.command("what-data")
        assert isinstance(outcome.first, Show)
        assert (outcome.first.audience, outcome.first.card.reach) == (OnlyYou(), Reach.SEALED)


async def test_it_says_who_could_read_it_here() -> None:
    """In a terminal no platform stands between."""
    with world(capabilities=TERMINAL) as house:
        await house.arrive()
        text = card_of(await house.command("what-data")).text
    assert "Whoever runs this server could open it: a test." in text
    assert "workspace" not in text


async def test_it_names_what_an_account_looks_after() -> None:
    """Who holds a role reads which; who holds none reads nothing of roles."""
    with world() as house:
        await house.settle_in()
        await house.arrive(BEN)
        await give_role(house, ANA, Role.ADMIN)
        await give_role(house, ANA, Role.FACILITATOR)
        told = "Also in the clear, your roles: admin in chat, facilitator in chat."
        assert told in card_of(await house.command("what-data")).text
        assert "roles" not in card_of(await house.command("what-data", BEN)).text


async def test_it_counts_nobody_elses() -> None:
    """Two people at one house."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="Ana's")
        await house.arrive(BEN)
        assert "Sealed: 1 check-in; and" in card_of(await house.command("what-data", BEN)).text
