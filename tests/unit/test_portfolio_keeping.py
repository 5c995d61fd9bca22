"""What somebody chose for a portfolio stays: past their own time and past that of an organisation."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.organisations import Ceiling
from bot.domain.sheets import SheetKind
from bot.ports.store import Unit
from bot.services.delivery import agenda
from bot.surface.card import Card, Choose
from bot.surface.outcome import Show
from tests.examples import examples
from tests.unit.ruled.team import a_team, rule
from tests.unit.small_house import MONDAY, card_of, control, form_of
from tests.unit.world import World, spelled_out, world

DAY = timedelta(days=1)


async def _begin(house: World) -> None:
    await house.settle_in()
    await house.store.run(lambda unit: agenda.begin_housekeeping(unit, house.clock.now()))
    house.engine.wake()


async def _keep_for(house: World, pages: str) -> None:
    card = card_of(await house.command("settings"))
    form = form_of(await house.press(control(card, "settings.keeping")))
    await house.submit(form, pages=pages, scenes="week")


async def _write(house: World, text: str, **more: str) -> Card:
    await house.submit(form_of(await house.command("write")), text=text, **more)
    return card_of(await house.command("journal"))


async def _mark(house: World, page: Card) -> Card:
    return card_of(await house.press(control(page, "entry.portfolio")))


async def _chosen(house: World, text: str, **more: str) -> Card:
    return await _mark(house, await _write(house, text, **more))


def _texts(house: World) -> list[str]:
    return [one["text"] for one in house.entries()]


def _told(cards: list[Card]) -> list[Card]:
    return [card for card in cards if card.text_id == "keeping.ends"]


async def test_a_chosen_page_outlives_their_own_time_and_the_others_go() -> None:
    """Once the others are gone nothing more is told: what stays is no news, week after week."""
    with world() as house:
        await _begin(house)
        await _keep_for(house, "month")
        await _chosen(house, "stays")
        await _write(house, "goes")
        cards = await house.until_answering(MONDAY + 32 * DAY)
        assert (len(_told(cards)), _texts(house)) == (1, ["stays"])
        cards = await house.until_answering(MONDAY + 80 * DAY)
        assert (_told(cards), _texts(house)) == ([], ["stays"])


async def test_also_where_an_organisation_set_the_time() -> None:
    """Whoever set it: what was chosen stays, and only that."""
    with a_team() as house:
        await _begin(house)
        await rule(house, ceilings=(Ceiling(since=MONDAY.date(), days=20),))
        await _write(house, "goes")
        await _chosen(house, "stays")
        cards = await house.until_answering(MONDAY + 60 * DAY)
        assert _texts(house) == ["stays"]
        [told] = _told(cards)
        assert [one.name for one in told.controls] == ["command", "portfolio.going"]


@examples(6)
@given(pages=st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=8))
def test_just_the_others_go_each_on_its_own_day(pages: list[tuple[int, bool]]) -> None:
    """However they lie between each other."""

    async def play() -> None:
        with world() as house:
            await _begin(house)
            await _keep_for(house, "month")
            for n, (day, is_chosen) in enumerate(sorted(pages)):
                await house.until_answering(MONDAY + day * DAY)
                page = await _write(house, f"{n} {is_chosen} {day}")
                if is_chosen:
                    await _mark(house, page)
            cards = list[Card]()
            for today in range(24, 46):
                cards += await house.until_answering(MONDAY + today * DAY + timedelta(hours=16))
                others = [text for text in _texts(house) if " False " in text]
                assert all(int(text.split()[2]) + 30 >= today for text in others)
            assert [text.split()[1] for text in _texts(house)] == ["True"] * sum(it for _, it in pages)
            assert bool(_told(cards)) == any(not it for _, it in pages)

    asyncio.run(play())


async def test_the_line_a_week_before_leads_to_those_that_go() -> None:
    """Each of them may be chosen there, several at once; a chosen one or a newer page is not on the list."""
    with world() as house:
        await _begin(house)
        await _keep_for(house, "month")
        await _chosen(house, "stays already")
        await _write(house, "one")
        await _write(house, "two")
        await _write(house, "three")
        await house.until_answering(MONDAY + 20 * DAY)
        await _write(house, "much newer")
        [told] = _told(await house.until_answering(MONDAY + 25 * DAY))
        assert "one" not in spelled_out(told).split()
        outcome = await house.press(control(told, "portfolio.going"))
        card = card_of(outcome)
        assert [text in card.text for text in ("stays already", "one", "two", "three", "much newer")] == [
            False,
            True,
            True,
            True,
            False,
        ]
        choose = control(card, "portfolio.add")
        assert isinstance(choose, Choose)
        names = [option.name for option in choose.options]
        said = card_of(await house.choose(choose, *names[:2]))
        assert "two pages" not in said.text
        assert said.text.startswith("Kept for your portfolio: 2 pages.")
        await house.until_answering(MONDAY + 45 * DAY)
        assert _texts(house) == ["stays already", "one", "two", "much newer"]


async def test_what_cannot_be_read_destroys_nothing() -> None:
    """Where the list of chosen pages does not open, no page goes, and pages are read all the same."""
    with world() as house:
        await _begin(house)
        await _keep_for(house, "month")
        await _chosen(house, "stays")
        await _write(house, "other")

        def spoil(unit: Unit) -> None:
            for sheet in list(house.tables.sheets.values()):
                if sheet.kind is SheetKind.PORTFOLIO:
                    unit.sheets.put(replace(sheet, sealed=bytes([*sheet.sealed[:-1], sheet.sealed[-1] ^ 1])))

        await house.store.run(spoil)
        await house.until_answering(MONDAY + 60 * DAY)
        assert _texts(house) == ["stays", "other"]
        page = card_of(await house.command("journal"))
        assert "other" in page.text
        assert "entry.portfolio" not in {one.name for one in page.controls}


async def test_what_is_taken_off_late_is_told_of_before_it_goes() -> None:
    """Months past its time it does not go overnight: the line comes, and a week later it is gone."""
    with world() as house:
        await _begin(house)
        await _keep_for(house, "month")
        await _chosen(house, "stays")
        await _write(house, "other")
        await house.until_answering(MONDAY + 90 * DAY)
        page = card_of(await house.command("journal"))
        said = await _mark(house, page)
        assert "goes a week after I say so" in said.text
        begins, gone, told = house.clock.now(), None, None
        for n in range(1, 30):
            if _told(await house.until_answering(begins + n * DAY)):
                told = n
            if gone is None and not _texts(house):
                gone = n
        assert told is not None
        assert gone is not None
        assert gone - told >= 6


async def test_a_scene_still_goes_by_itself() -> None:
    """That it does is said where the page is chosen; what stays of it stays."""
    with world() as house:
        await _begin(house)
        said = await _chosen(house, "what I learned", scene="what happened")
        assert "scene still goes" in said.text
        await house.until_answering(MONDAY + 40 * DAY)
        assert [(one["text"], one.get("scene")) for one in house.entries()] == [("what I learned", None)]


@pytest.mark.parametrize("word", ["journal", "portfolio"])
async def test_which_pages_are_chosen_is_sealed(word: str) -> None:
    """Nothing of the choice stands in the clear, and what shows it is for one reader."""
    with world() as house:
        await _begin(house)
        await _chosen(house, "about the corridor")
        [sheet] = house.tables.sheets.values()
        [entry] = house.tables.entries.values()
        assert entry.id.hex.encode() not in sheet.sealed
        act = (await house.command(word)).first
        assert isinstance(act, Show)
        assert act.card.has_own_words
