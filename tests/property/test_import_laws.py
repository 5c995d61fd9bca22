"""Laws of bringing in: export, erase, import gives back the same; twice doubles nothing; undo leaves none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from adapters.store.store import open_store
from bot.services.router import Router
from bot.services.takeout.own_export import PARTS
from bot.surface.text import kept
from tests.examples import examples
from tests.json_types import Json
from tests.made_once import upgrade_once
from tests.unit.importing.bringing import DEEDS, Deed, bring, bring_in, erase, export, live, told
from tests.unit.plans.house import plan_world
from tests.unit.small_house import card_of, control
from tests.unit.world import World

words = st.text(min_size=1, max_size=30).filter(lambda text: bool(" ".join(kept(text).split())))
deeds = st.lists(
    st.builds(Deed, what=st.sampled_from(DEEDS), words=words, number=st.integers(1, 5)), max_size=9
)
EVERYTHING = [
    Deed(what=what, words=f"what {what} said", number=1 + place % 5) for place, what in enumerate(DEEDS)
]


def journal(made: Json) -> Json:
    """Return what of a document comes in; lists that a person has once have an id of that person."""
    parts = {name: made[name] for name in PARTS}
    for name in ("my_people", "wishes", "portfolio", "supervision"):
        parts[name] = [{**sheet, "id": "once"} for sheet in parts[name]]
    parts["checkins"] = [run | {"state": "lapsed"} for run in parts["checkins"]]
    return parts


async def comes_back(house: World, done: list[Deed]) -> None:
    """Let Ana live, take all of it along, erase it, arrive anew and bring it in."""
    await house.settle_in()
    await live(house, done)
    file = await export(house)
    before = journal(await told(house))
    await erase(house)
    await house.settle_in()
    [first] = (await told(house))["checkins"]
    card = await bring_in(house, file, "reststop-export.json")
    assert card.text_id == "import.done"
    after = journal(await told(house))
    assert after["checkins"].pop()["id"] == first["id"]
    assert after == before


@examples(25)
@given(deeds)
@example(EVERYTHING)
async def test_export_erase_import_gives_back_the_same_journal(done: list[Deed]) -> None:
    """Pages, check-ins, marks, plans, lists, wishes and drafts: ids, days and order too."""
    with plan_world() as house:
        await comes_back(house, done)


async def test_the_same_holds_on_sqlite(tmp_path: Path) -> None:
    """One life with everything in it, in rows of a real database."""
    upgrade_once(tmp_path / "data")
    with plan_world() as house:
        store = open_store(tmp_path / "data", clock=house.clock, crash_points=house.crash)
        house.desk = replace(house.desk, store=store)
        house.router = Router(house.desk, changed=house.engine.wake)
        house.store.close()
        house.store = store  # type: ignore[assignment]  # a real one, where the house has a fake
        await comes_back(house, EVERYTHING)


@examples(10)
@given(deeds, deeds)
@example(EVERYTHING, EVERYTHING)
async def test_twice_doubles_nothing_and_undo_takes_out_what_came_in(
    done: list[Deed], since: list[Deed]
) -> None:
    """Of a file that is here nothing comes in; and whoever takes a file out again stands where they stood."""
    with plan_world() as house:
        await house.settle_in()
        await live(house, done)
        file = await export(house)
        assert (await bring(house, file)).text_id == "import.nothing_new"
        await erase(house)
        await house.settle_in()
        await live(house, since)
        before = journal(await told(house))
        found = await bring(house, file)
        done_card = card_of(await house.press(control(found, "import.take")))
        assert (await bring(house, file)).text_id == "import.nothing_new"
        out = card_of(await house.press(control(done_card, "import.undo")))
        assert out.text == "It is out again."
        after = journal(await told(house))
        assert without_versions(after) == without_versions(before)


def without_versions(parts: Json) -> Json:
    """Return the same, without how often a list was written: joined and parted, it was written twice."""
    return {
        name: [row | {"version": 0} if "version" in row else row for row in rows]
        for name, rows in parts.items()
    }


async def test_the_life_of_the_examples_has_everything_in_it() -> None:
    """Otherwise what is above would hold of nothing."""
    with plan_world() as house:
        await house.settle_in()
        await live(house, EVERYTHING)
        made = await told(house)
    assert all(made[name] for name in PARTS)
    assert any(run["marks"] for run in made["checkins"])
    assert any(run["answer"] for run in made["checkins"])
    assert any(page["scene"] for page in made["entries"])
    assert any(page["tags"] for page in made["entries"])
