"""The way to one's own files: said before, handed to one person, and open to whoever has a row."""

from __future__ import annotations

import pytest

from bot.domain.people import Standing
from bot.services.takeout.export import MAKES_WITHIN
from bot.surface.audience import OnlyYou
from bot.surface.card import Card
from bot.surface.outcome import Attach, Outcome, Show
from tests.unit.small_house import ANA, BEN, card_of, control
from tests.unit.world import TERMINAL, World, world


def names(card: Card) -> list[str]:
    """The names of what can be pressed."""
    return [one.name for one in card.controls]


def is_for_one_alone(outcome: Outcome) -> bool:
    """Whether nothing of an outcome stays where somebody else may come."""
    acts = (outcome.first, *outcome.then)
    return all(
        isinstance(act, Attach) or (isinstance(act, Show) and act.audience == OnlyYou()) for act in acts
    )


async def made(house: World) -> Outcome:
    """Let Ana make her files."""
    offer = card_of(await house.command("export"))
    return await house.press(control(offer, "export.make"))


@pytest.mark.parametrize(
    ("surface", "where"), [("hosted", "The platform keeps a copy"), ("terminal", "the folder from which you")]
)
async def test_it_is_said_where_a_copy_stays_before_there_is_one(surface: str, where: str) -> None:
    """A platform keeps what passes through it; a terminal lays it into a folder. The card makes no file."""
    with world(capabilities=TERMINAL) if surface == "terminal" else world() as house:
        await house.settle_in()
        outcome = await house.command("export")
        assert where in card_of(outcome).text
        assert names(card_of(outcome)) == ["export.make", "export.not_now"]
        assert (outcome.then, is_for_one_alone(outcome)) == ((), True)


async def test_two_files_go_to_the_one_who_asked() -> None:
    """One to read and one for programs, named by the day, and nothing of it is kept or changed here."""
    with world() as house:
        await house.settle_in()
        before = house.tables
        outcome = await made(house)
        assert house.tables is before
    assert is_for_one_alone(outcome)
    kinds = [(act.file.name, act.file.type) for act in outcome.then if isinstance(act, Attach)]
    assert kinds == [
        ("reststop-export-2026-01-05.md", "text/markdown"),
        ("reststop-export-2026-01-05.json", "application/json"),
    ]


async def test_not_now_is_fine() -> None:
    """One sentence, and no file."""
    with world() as house:
        await house.settle_in()
        offer = card_of(await house.command("export"))
        outcome = await house.press(control(offer, "export.not_now"))
        assert (card_of(outcome).text, outcome.then) == ("Fine. `export` is here any time.", ())


async def test_a_yes_taken_back_is_no_reason_to_keep_somebodys_own_from_them() -> None:
    """After `stop` everything else asks for a yes; this does not."""
    with world() as house:
        await house.settle_in()
        await house.command("stop")
        assert (await house.person()).standing is Standing.STOPPED
        assert card_of(await house.command("settings")).text_id == "consent"
        assert [type(act) for act in (await made(house)).then] == [Attach, Attach]
        assert card_of(await house.command("what-data")).text_id == "what_data"
        assert card_of(await house.command("erase")).text_id == "erase"


@pytest.mark.parametrize("word", ["export", "what-data", "erase"])
async def test_a_visitor_hears_that_nothing_is_kept(word: str) -> None:
    """It is true, and it leaves nothing behind."""
    with world() as house:
        await house.settle_in(BEN)
        before = house.tables
        assert card_of(await house.command(word, ANA)).text_id == "nothing_held"
        assert house.tables is before


async def test_the_button_of_somebody_else_makes_no_file() -> None:
    """A ref belongs to the one for whom it was drawn."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        offer = card_of(await house.command("export", ANA))
        outcome = await house.press(control(offer, "export.make"), BEN)
        assert (card_of(outcome).text_id, outcome.then) == ("not_yours", ())


async def test_many_pages_are_no_reason_to_say_not_now() -> None:
    """Making the files has a longer time than a look has."""
    with world() as house:
        await house.settle_in()
        offer = card_of(await house.command("export"))
        house.vault.slowly = lambda: house.clock.spend(MAKES_WITHIN - 1)
        outcome = await house.press(control(offer, "export.make"))
        assert [type(act) for act in outcome.then] == [Attach, Attach]
        assert card_of(await house.command("what-data")).text_id == "what_data"
        assert card_of(await house.command("settings")).text_id == "not_now"
