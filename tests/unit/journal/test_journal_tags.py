"""Tags: own short words inside the seal, one tap for supervision, and one tag followed in order."""

from __future__ import annotations

import pytest

from bot.domain.journal import TAG_MAX, TAGS_MAX
from bot.surface.card import Card, Choose, Paragraph
from tests.unit.small_house import card_of, control, errors_of, form_of, on
from tests.unit.world import World, spelled_out, world


async def _page(house: World, text: str, tags: str = "") -> Card:
    await house.submit(form_of(await house.command("write")), text=text)
    card = card_of(await house.command("journal"))
    if tags:
        await house.submit(form_of(await house.press(control(card, "entry.tags"))), tags=tags)
    return card


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("night shift, #family  work", ["night shift", "family work"]),
        ("Rest, rest, RÉST, quiet", ["Rest", "quiet"]),
        (" , ,", None),
        ("x" * TAG_MAX, ["x" * TAG_MAX]),
    ],
)
async def test_tags_are_kept_as_they_are_written(typed: str, kept: list[str] | None) -> None:
    """Each once, whatever its capitals and accents; spaces are made one; nothing typed takes them away."""
    with world() as house:
        await house.settle_in()
        await _page(house, "text", typed)
        assert house.entries()[0].get("tags") == kept


@pytest.mark.parametrize("typed", ["x" * (TAG_MAX + 1), ",".join(f"t{n}" for n in range(TAGS_MAX + 1))])
async def test_tags_beyond_the_limits_are_refused(typed: str) -> None:
    """With a sentence at the field; nothing changes."""
    with world() as house:
        await house.settle_in()
        card = await _page(house, "text")
        form = form_of(await house.press(control(card, "entry.tags")))
        assert list(errors_of(await house.submit(form, tags=typed))) == ["tags"]
        assert "tags" not in house.entries()[0]


async def test_supervision_is_one_tap_on_and_one_off() -> None:
    """Pressed twice it is still one tag; the search for it lists the page."""
    with world() as house:
        await house.settle_in()
        card = await _page(house, "to talk over", "night")
        for _ in range(2):
            noted = card_of(await house.press(control(card, "entry.supervise")))
            assert noted.text == "Noted. `journal search for supervision` lists these pages."
        assert house.entries()[0]["tags"] == ["night", "for supervision"]
        assert card_of(await house.command("journal search for supervision")).text_id == "journal.found"
        marked = card_of(await house.command("journal"))
        assert (
            card_of(await house.press(control(marked, "entry.supervise"))).text
            == "Noted. It is off that list."
        )
        assert house.entries()[0]["tags"] == ["night"]


async def test_one_tag_is_followed_in_the_order_of_writing() -> None:
    """From the first page under it to the last, ten at a time, however it is written; no ref names it."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        for n in range(12):
            await house.until(on(6 + n, 9))
            await _page(house, f"step {n}", "other, Élan" if n % 2 else "elan")
        card = await _page(house, "apart", "nothing of it, elan")
        tags = card_of(await house.press(control(card, "entry.tags")))
        choose = control(tags, "tag.open")
        assert isinstance(choose, Choose)
        assert [option.label for option in choose.options] == ["nothing of it", "elan"]
        listed = card_of(await house.choose(choose, "tag1"))
        steps = [block.text for block in listed.blocks if isinstance(block, Paragraph) and block.own]
        assert steps[0] == "elan"
        assert [step.partition(": ")[2] for step in steps[1:]] == [f"step {n}" for n in range(10)]
        assert "1 to 10 of 13, in the order of writing" in listed.text
        rest = card_of(await house.press(control(listed, "journal.more")))
        assert "11 to 13 of 13" in rest.text
        assert "elan" not in spelled_out(*listed.controls, *rest.controls)


async def test_tags_are_changed_and_taken_away() -> None:
    """The form opens with what stands; an edit of the page leaves them."""
    with world() as house:
        await house.settle_in()
        card = await _page(house, "text", "one, two")
        tags = card_of(await house.press(control(card, "entry.tags")))
        form = form_of(await house.press(control(tags, "entry.retag")))
        assert form.fields[0].value == "one, two"
        await house.submit(form_of(await house.press(control(card, "entry.edit"))), text="changed")
        assert (house.entries()[0]["text"], house.entries()[0]["tags"]) == ("changed", ["one", "two"])
        await house.submit(form, tags="")
        assert "tags" not in house.entries()[0]
