"""Laws of the two files: any words come back as they were, and none of them is taken for ours."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.sheets import SheetKind
from bot.ports.store import Unit
from bot.services.cards.takeout_page import page
from bot.services.sealing import Body
from bot.services.sheets import write_sheet
from bot.services.takeout.takeout import SHEETS, as_json, document
from bot.surface.text import is_shown_clean, kept
from tests.examples import examples
from tests.unit.small_house import form_of
from tests.unit.world import World, world

words = st.text(max_size=60).filter(lambda text: bool(kept(text).strip()))
flat = st.none() | st.booleans() | st.integers() | words
bodies = st.dictionaries(
    words, st.recursive(flat, lambda inner: st.lists(inner) | st.dictionaries(words, inner), max_leaves=6)
)


async def made(house: World) -> tuple[Body, str]:
    """Make Ana's files, read back from their bytes."""
    ana = await house.person()
    whole = await house.store.run(
        lambda unit: document(house.desk, unit, ana, house.clock.now()), writes=False
    )
    read: Body = json.loads(as_json(whole))
    return read, page(whole)


def headings(text: str) -> list[str]:
    """The lines that a reader takes for headings."""
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]


@examples(40)
@given(st.lists(words, min_size=1, max_size=3))
async def test_any_words_come_back_as_they_were_written(texts: list[str]) -> None:
    """Byte for byte in the one, line for line in the other, and no line of theirs makes a heading."""
    with world() as house:
        await house.settle_in()
        for text in texts:
            await house.submit(form_of(await house.command("write")), text=text)
        read, to_read = await made(house)
    assert [entry["text"] for entry in read["entries"]] == [kept(text) for text in texts]
    assert headings(to_read) == ["# Everything from Reststop", "## Monday 5 January 2026", "## Settings"]
    assert is_shown_clean(to_read)


@examples(40)
@given(bodies)
async def test_any_sheet_comes_back_as_it_was(body: Body) -> None:
    """Whatever a kind may hold one day is told under its names, and breaks nothing."""
    with world() as house:
        await house.settle_in()
        ana = await house.person()

        def work(unit: Unit) -> None:
            for kind in SheetKind:
                row = house.desk.chance.new_id()
                write_sheet(house.desk, unit, ana, sheet=row, kind=kind, body=body)

        await house.store.run(work)
        read, to_read = await made(house)
    assert [[sheet["body"] for sheet in read[name]] for name in SHEETS.values()] == [[body]] * len(SHEETS)
    assert len(headings(to_read)) == 1 + 1 + len(SHEETS) + 1
    assert is_shown_clean(to_read)
