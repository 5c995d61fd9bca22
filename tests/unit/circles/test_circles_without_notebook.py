"""Who is in a circle and has no notebook reads all that is held of them, and ends it, in chat."""

from __future__ import annotations

import pytest

from bot.domain.circles import ShareState
from bot.domain.company import Stage, Volunteer, Wish
from bot.domain.people import Account
from bot.domain.roles import Gathering, Role
from bot.ports.store import Unit
from bot.services.company import book
from bot.surface.audience import OnlyYou, Reading
from bot.surface.card import Reach
from bot.surface.outcome import Show
from tests.unit.circles.given_circles import elsewhere, give_circle
from tests.unit.doors.two import two_doors
from tests.unit.given_roles import give_role
from tests.unit.small_house import ANA, BEN, card_of, control
from tests.unit.world import world

CARA = Account(surface="chat", workspace="team", user="cara")


@pytest.mark.parametrize("word", ["what-data", "unlink"])
async def test_they_hear_what_is_held(word: str) -> None:
    """Each by its channel's name, what they look after, how many shares; no word of a share."""
    with world() as house:
        circle = await (await give_circle(house)).joined_by(CARA)
        await circle.shared(CARA, "heliotrope")
        await give_circle(house, CARA, elsewhere("garden"), Gathering.TEAM)
        outcome = await house.command(word, CARA)
        card = card_of(outcome)
        assert isinstance(outcome.first, Show)
        assert (outcome.first.audience, card.reach, card.text_id) == (OnlyYou(), Reach.SEALED, "held.circles")
        assert "a circle (in kitchen, in chat)" in card.text
        assert "a team prompt (in garden, in chat, which you look after)" in card.text
        assert "and one thing that you shared with your name" in card.text
        assert "heliotrope" not in card.text
        assert "could open it: a test." in card.text


async def test_export_lets_them_read_all_of_it() -> None:
    """Shares with their name, word for word, where nothing stays; none without a name, and nobody else's."""
    with world() as house:
        circle = await (await give_circle(house)).joined_by(BEN, CARA)
        await circle.shared(CARA, "heliotrope")
        await circle.shared(CARA, "not chosen yet", ShareState.WAITING)
        await circle.shared(BEN, "of Ben")
        await circle.unnamed(CARA, "without a name")
        outcome = await house.command("export", CARA)
        card = card_of(outcome)
        assert isinstance(outcome.first, Show)
        assert isinstance(outcome.first.audience, Reading)
        assert "You are called Cara there." in card.text
        assert "heliotrope" in card.text
        assert "not chosen yet" in card.text
        assert "Ben" not in card.text
        assert "without a name\n" not in card.text
        assert outcome.then == ()


async def test_what_was_set_for_company_goes_along() -> None:
    """The offer, whom they wish to be kept apart from, and that a wish is open: to themselves alone."""
    with world() as house:
        circle = await (await give_circle(house)).joined_by(BEN, CARA)

        def work(unit: Unit) -> None:
            desk, page, cara = house.desk, circle.page(unit), circle.member(unit, CARA)
            cara = book.keep_offer(desk, unit, cara, Volunteer(member=cara.id, most=2))
            book.keep_apart(desk, unit, cara, [circle.member(unit, BEN).id])
            wish = Wish(id="w", asker=cara.id, stage=Stage.NOBODY, volunteer=None, until=house.clock.now())
            book.keep(desk, unit, page, wish)

        await house.store.run(work)
        text = card_of(await house.command("export", CARA)).text
        assert "You offer company: up to 2 in four weeks." in text
        assert "A wish of yours for company is kept." in text
        assert "Never matched with:\n\nBen" in text
        assert "company" not in card_of(await house.command("export", ANA)).text


async def test_erase_ends_it_and_asks_first() -> None:
    """What it says goes; then nothing is held, and another word of it finds nothing."""
    with world() as house:
        circle = await (await give_circle(house)).joined_by(CARA)
        await circle.shared(CARA, "heliotrope")
        offer = card_of(await house.command("erase", CARA))
        assert [one.name for one in offer.controls] == ["erase.export", "erase.circles", "erase.keep"]
        assert card_of(await house.press(control(offer, "erase.export"), CARA)).text_id == "export.circles"
        assert "Nothing was changed" in card_of(await house.press(control(offer, "erase.keep"), CARA)).text
        assert circle.lines == ["heliotrope"]
        for _ in range(2):
            ended = card_of(await house.press(control(offer, "erase.circles"), CARA))
            assert ended.text_id == "erased.circles"
        assert circle.lines == []
        assert card_of(await house.command("what-data", CARA)).text_id == "nothing_held"
        assert [row.index for row in house.tables.members.values()] == [house.desk.index(ANA)]


async def test_a_role_beside_it_stays_and_is_named() -> None:
    """`erase` ends the circles; a role ends where roles do."""
    with world() as house:
        await (await give_circle(house)).joined_by(CARA)
        await give_role(house, CARA, Role.TRAINER)
        assert "a role that you hold" in card_of(await house.command("what-data", CARA)).text
        offer = card_of(await house.command("erase", CARA))
        ended = card_of(await house.press(control(offer, "erase.circles"), CARA))
        assert "A role that you hold stays" in ended.text
        assert card_of(await house.command("what-data", CARA)).text_id == "only_a_role"


async def test_with_a_notebook_it_stands_beside_everything_else() -> None:
    """`what-data` names each, and the copy of everything has it under a name of its own."""
    with world() as house:
        await house.settle_in(BEN)
        circle = await (await give_circle(house)).joined_by(BEN)
        await circle.shared(BEN, "heliotrope")
        text = card_of(await house.command("what-data", BEN)).text
        assert "You are in: a circle (in kitchen, in chat)." in text
        assert "heliotrope" not in text
        offer = card_of(await house.command("export", BEN))
        made = await house.press(control(offer, "export.make"), BEN)
        to_read = next(act.file.body.decode() for act in made.then if hasattr(act, "file"))
        assert "- In a circle: in kitchen, in chat, as Ben" in to_read
        assert "> heliotrope" in to_read


async def test_unlinking_an_account_leaves_it_in_its_circles() -> None:
    """A membership is the account's: it goes on, and ends from there."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link(BEN)
        circle = await (await give_circle(house, CARA)).joined_by(BEN)
        assert "a circle" in card_of(await house.command("what-data")).text
        await doors.unlink(BEN)
        assert house.desk.index(BEN) in {row.index for row in house.tables.members.values()}
        assert "a circle" not in card_of(await house.command("what-data")).text
        assert card_of(await house.command("what-data", BEN)).text_id == "held.circles"
        assert circle.id in house.tables.gatherings
