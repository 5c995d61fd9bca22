"""`write` with words after it, as a message that somebody wishes to keep comes: whole, or not at all."""

from __future__ import annotations

import pytest

from bot.domain.journal import ENTRY_MAX
from tests.unit.small_house import card_of, form_of
from tests.unit.world import world

MESSAGE = "The river was high.\n\n  - one heron\n  - two  otters\n\tand a swan\n\nNobody in a hurry \u2026"


@pytest.mark.parametrize("space", [" ", "\n", "  \n "])
async def test_words_come_into_the_page_as_they_were_written(space: str) -> None:
    """Every line and space between them; kept when the page is sent, and not before."""
    with world() as house:
        await house.settle_in()
        before = house.tables
        page = form_of(await house.command(f"write{space}{MESSAGE}"))
        assert page.fields[0].value == MESSAGE
        assert house.tables is before
        await house.submit(page)
        [entry] = house.entries()
        assert entry["text"] == MESSAGE


async def test_what_a_page_holds_fits_it_to_the_letter() -> None:
    """Also where it takes several inputs of a platform."""
    with world() as house:
        await house.settle_in()
        words = ("w" * 79 + "\n") * 100
        page = form_of(await house.command(f"write {words[:-1]}w"))
        assert len(page.fields[0].value) == ENTRY_MAX
        await house.submit(page)
        assert [len(entry["text"]) for entry in house.entries()] == [ENTRY_MAX]


async def test_more_than_a_page_is_said_and_nothing_is_cut() -> None:
    """No page opens with a part of it, no draft is made, and the words stand where they were written."""
    with world() as house:
        await house.settle_in()
        before = house.tables
        card = card_of(await house.command("write " + "w" * (ENTRY_MAX + 1)))
        assert card.text == (
            "That is 8,001 characters; a page holds 8,000. Nothing was kept, and your words stand where you "
            "wrote them."
        )
        assert house.tables is before


async def test_a_waiting_draft_is_no_answer_to_words() -> None:
    """Words that came along open a page of their own."""
    with world() as house:
        await house.settle_in()
        await house.say("a draft that waits here")
        assert form_of(await house.command("write")).fields[0].value == "a draft that waits here"
        assert form_of(await house.command(f"write {MESSAGE}")).fields[0].value == MESSAGE
