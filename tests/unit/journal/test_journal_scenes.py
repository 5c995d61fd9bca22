"""Two compartments: the scene goes by itself, what was learned stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.journal import SCENE_MAX, Page
from bot.services.journal.entries import scene_ends, write_entry
from bot.surface.inbound import FormSubmitted
from tests.unit.small_house import ANA, MONDAY, card_of, control, errors_of, form_of
from tests.unit.world import World, world


async def _write(house: World, **words: str) -> None:
    await house.submit(form_of(await house.command("write")), **words)


def _ends(house: World) -> list[object]:
    return [row.due_at for row in house.tables.agenda.values() if row.kind is AgendaKind.SCENE_ENDS]


async def test_the_scene_goes_and_the_rest_stays() -> None:
    """After seven days, not a second before; the row is sealed anew, and its day stays."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        await _write(house, text="to breathe first", scene="the corridor")
        card = card_of(await house.command("journal"))
        assert card.text.endswith("to breathe first\n\nScene, goes: Monday 12 January\n\nthe corridor")
        [before] = house.tables.entries.values()
        assert await house.until(MONDAY + timedelta(days=7, seconds=-1)) == []
        assert house.entries()[0]["scene"] == "the corridor"
        assert await house.until(MONDAY + timedelta(days=7)) == []
        [after] = house.tables.entries.values()
        assert (after.id, after.day, after.version) == (before.id, before.day, 2)
        assert (house.entries()[0]["text"], house.entries()[0].get("scene")) == ("to breathe first", None)
        assert _ends(house) == []
        assert (await house.command("search corridor")) != (await house.command("search breathe"))


async def test_a_page_of_nothing_but_a_scene_goes_whole() -> None:
    """No empty page is left behind."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        await _write(house, text="", scene="the corridor")
        await house.until(MONDAY + timedelta(days=7))
        assert (house.tables.entries, _ends(house)) == ({}, [])


async def test_an_edit_moves_no_end() -> None:
    """A scene that is changed goes on its day; taken out it has none; put in again its days begin anew."""
    with world() as house:
        await house.settle_in()
        await _write(house, text="kept", scene="first")
        card = card_of(await house.command("journal"))
        form = form_of(await house.press(control(card, "entry.edit")))
        assert [field.value for field in form.fields] == ["kept", "first"]
        await house.until(MONDAY + timedelta(days=3))
        await house.submit(form, text="kept", scene="second")
        assert _ends(house) == [MONDAY + timedelta(days=7)]
        await house.submit(form, text="kept", scene="")
        assert _ends(house) == []
        await house.submit(form, text="kept", scene="third")
        assert _ends(house) == [MONDAY + timedelta(days=10)]


async def test_the_days_of_a_scene_are_the_persons() -> None:
    """Chosen in the settings, they stand on the page and hold for what is written from then on."""
    with world() as house:
        await house.settle_in()
        settings = card_of(await house.command("settings"))
        form = form_of(await house.press(control(settings, "settings.keeping")))
        await house.submit(form, scenes="day")
        page = form_of(await house.command("write"))
        assert [field.label for field in page.fields] == ["What I take with me", "Scene (goes after 1 day)"]
        await house.submit(page, text="", scene="the corridor")
        assert _ends(house) == [MONDAY + timedelta(days=1)]


async def test_a_scene_too_long_is_held_with_the_rest() -> None:
    """The sentence stands at its field, and the draft holds both parts."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        errors = errors_of(await house.submit(form, text="kept", scene="x" * (SCENE_MAX + 1)))
        assert (list(errors), "a scene holds 3,000" in errors["scene"]) == (["scene"], True)
        again = form_of(await house.command("write"))
        assert [field.value for field in again.fields] == ["kept", "x" * (SCENE_MAX + 1)]
        await house.submit(again, scene="shorter")
        assert [(one["text"], one["scene"]) for one in house.entries()] == [("kept", "shorter")]


async def test_a_form_without_that_field_leaves_the_scene() -> None:
    """A page that was open before there were two parts says nothing about the other."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        await house.submit(form, text="kept", scene="first")
        await house.hear(FormSubmitted(**house.facts(ANA), ref=form.ref, values={"text": "changed"}))
        assert [(one["text"], one["scene"]) for one in house.entries()] == [("changed", "first")]


@pytest.mark.parametrize("gone", ["entry", "scene"])
async def test_a_row_whose_scene_is_gone_ends_quietly(gone: str) -> None:
    """Nothing is written again, and nothing waits any more."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        person = await house.person()
        entry = house.desk.chance.new_id()
        page = Page(text="kept", at=MONDAY)
        if gone == "scene":
            await house.store.run(
                lambda unit: write_entry(house.desk, unit, person, entry, page, before=None)
            )
        await house.store.run(lambda unit: scene_ends(house.desk, unit, person, entry))
        house.engine.wake()
        await house.until(MONDAY + timedelta(days=8))
        assert [one.version for one in house.tables.entries.values()] == ([1] if gone == "scene" else [])
        assert _ends(house) == []


async def test_a_page_that_does_not_open_is_tried_again() -> None:
    """A day later; the tick goes on for everybody else."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        await _write(house, text="kept", scene="first")
        await _write(house, text="other", scene="second")
        first, second = list(house.tables.entries.values())
        house.tables.entries[first.id] = replace(first, sealed=second.sealed)
        await house.until(MONDAY + timedelta(days=7))
        assert _ends(house) == [MONDAY + timedelta(days=8)]
        house.tables.entries[first.id] = first
        await house.until(MONDAY + timedelta(days=8))
        assert [(one["text"], "scene" in one) for one in house.entries()] == [
            ("kept", False),
            ("other", False),
        ]
