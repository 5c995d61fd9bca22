"""Reading back, changing and removing: one page at a time, for its writer alone."""

from __future__ import annotations

import pytest

from bot.domain.journal import ENTRY_MAX
from bot.surface.audience import Reading
from bot.surface.card import Card, Reach
from bot.surface.outcome import Outcome, Show
from tests.unit.small_house import BEN, card_of, control, errors_of, form_of, on
from tests.unit.world import World, world


async def _write(house: World, *texts: str) -> None:
    for text in texts:
        await house.submit(form_of(await house.command("write")), text=text)


async def _press(house: World, card: Card, name: str) -> Card:
    return card_of(await house.press(control(card, name)))


def _names(card: Card) -> list[str]:
    return [one.name for one in card.controls]


def _is_reading(outcome: Outcome) -> bool:
    return isinstance(outcome.first, Show) and isinstance(outcome.first.audience, Reading)


async def test_pages_are_turned_one_at_a_time() -> None:
    """From the last one back and forth again; at either end there is nothing to press."""
    with world() as house:
        await house.settle_in()
        await _write(house, "first", "second", "third")
        card = card_of(await house.command("journal"))
        ends = ["entry.edit", "entry.tags", "entry.delete", "entry.supervise", "entry.portfolio"]
        assert _names(card) == ["entry.older", *ends]
        card = await _press(house, card, "entry.older")
        assert (card.text_id, card.text.endswith("second")) == ("journal.entry", True)
        assert _names(card) == ["entry.older", "entry.newer", *ends]
        card = await _press(house, card, "entry.older")
        assert (card.text.endswith("first"), _names(card)) == (True, ["entry.newer", *ends])
        card = await _press(house, await _press(house, card, "entry.newer"), "entry.newer")
        assert (card.text_id, card.text.endswith("third")) == ("journal.last", True)


async def test_an_edit_writes_the_same_page() -> None:
    """Its day, its question, its tags and its place stay; what it says is new, and the version rises."""
    with world() as house:
        await house.settle_in()
        await _write(house, "before")
        card = card_of(await house.command("journal"))
        await house.press(control(card, "entry.supervise"))
        await house.until(on(7, 12))
        form = form_of(await house.press(control(card, "entry.edit")))
        assert form.fields[0].value == "before"
        assert card_of(await house.submit(form, text="after")).text == "Saved privately."
        [entry] = house.tables.entries.values()
        assert (entry.day, entry.version) == (on(5, 8).date(), 3)
        [page] = house.entries()
        assert page == {
            "text": "after",
            "tags": ["for supervision"],
            "at": "2026-01-05T08:00:00+00:00",
        }


async def test_an_edit_that_is_too_long_waits_for_its_own_page() -> None:
    """The draft knows which page it changes: `write` opens it, and there is one page in the end."""
    with world() as house:
        await house.settle_in()
        await _write(house, "short", "other")
        card = await _press(house, card_of(await house.command("journal")), "entry.older")
        form = form_of(await house.press(control(card, "entry.edit")))
        assert "8,001" in errors_of(await house.submit(form, text="x" * (ENTRY_MAX + 1)))["text"]
        again = form_of(await house.command("write"))
        assert (again.ref, len(again.fields[0].value)) == (form.ref, ENTRY_MAX + 1)
        assert (
            form_of(await house.press(control(card, "entry.edit"))).fields[0].value == again.fields[0].value
        )
        await house.submit(again, text="shorter")
        await house.submit(again, text="shorter still")
        assert [one["text"] for one in house.entries()] == ["shorter still", "other"]
        assert house.tables.drafts == {}


async def test_a_page_is_deleted_after_one_question() -> None:
    """It says before that there is no way back; then the row is gone, with all that was about it."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="to go", scene="with a scene")
        before = set(house.tables.agenda)
        card = card_of(await house.command("journal"))
        asked = await _press(house, card, "entry.delete")
        assert (asked.text_id, "no way back" in asked.text) == ("entry.remove", True)
        assert len(house.tables.entries) == 1
        assert (await _press(house, asked, "entry.remove")).text == "Gone."
        assert house.tables.entries == {}
        assert len(before - set(house.tables.agenda)) == 1
        assert (await _press(house, asked, "entry.remove")).text == "Gone."
        for name in ("entry.edit", "entry.tags", "entry.delete", "entry.supervise"):
            assert (await _press(house, card, name)).text_id == "entry.gone"


async def test_a_no_to_a_removal_keeps_the_page() -> None:
    """And says so."""
    with world() as house:
        await house.settle_in()
        await _write(house, "to stay")
        asked = await _press(house, card_of(await house.command("journal")), "entry.delete")
        assert (await _press(house, asked, "entry.stay")).text == "It stays."
        assert [one["text"] for one in house.entries()] == ["to stay"]


async def test_what_is_sent_after_a_removal_is_a_new_page() -> None:
    """Words that somebody sends are never lost, whatever was pressed elsewhere meanwhile."""
    with world() as house:
        await house.settle_in()
        await _write(house, "old")
        card = card_of(await house.command("journal"))
        form = form_of(await house.press(control(card, "entry.edit")))
        await house.press(control(await _press(house, card, "entry.delete"), "entry.remove"))
        assert card_of(await house.submit(form, text="new")).text == "Saved privately."
        assert [one["text"] for one in house.entries()] == ["new"]


@pytest.mark.parametrize("name", ["entry.edit", "entry.delete", "entry.supervise", "entry.older"])
async def test_a_button_on_somebodys_page_is_theirs(name: str) -> None:
    """Another's press is refused, and nothing is shown or changed."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        await _write(house, "mine", "mine too")
        before = house.tables.snapshot()
        card = card_of(await house.command("journal"))
        assert card_of(await house.press(control(card, name), BEN)).text_id == "not_yours"
        assert house.tables.entries == before.entries


async def test_pages_are_only_for_reading() -> None:
    """A page, a list and its tags reach nobody but their writer, and no summary says what stands there."""
    with world() as house:
        await house.settle_in()
        await _write(house, "heron by the water", "heron again")
        last = await house.command("journal")
        form = form_of(await house.press(control(card_of(last), "entry.tags")))
        await house.submit(form, tags="heron")
        tags = await house.press(control(card_of(last), "entry.tags"))
        older = await house.press(control(card_of(last), "entry.older"))
        for outcome in (last, tags, older, await house.command("search heron")):
            assert _is_reading(outcome)
            card = card_of(outcome)
            assert card.reach is Reach.SEALED
            assert "heron" not in card.summary + card.title
