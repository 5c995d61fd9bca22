"""Pictures of one's own marks: said first where a copy stays, drawn after the unit, told in words too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from bot.domain.charts import BalanceChart, MarkChart
from bot.domain.checkins import Answer
from bot.ports.figures import Frame
from bot.ports.store import Unit
from bot.services.router import Router
from bot.surface.audience import OnlyYou
from bot.surface.card import Card, Picture, Reach
from bot.surface.outcome import Attach, Outcome, Replace, Show
from bot.testing.figures import OnePixelFigures
from tests.unit.insights.looked_back import facts, lay, lay_energy, look_back, read
from tests.unit.small_house import HOSTED, card_of, control
from tests.unit.world import TERMINAL, World, labels, world


@contextmanager
def drawing_world(figures: OnePixelFigures, *, hosted: bool = True) -> Iterator[World]:
    """Open a world that can draw."""
    with world(capabilities=HOSTED if hosted else TERMINAL) as house:
        house.desk = replace(house.desk, figures=figures)
        house.router = Router(house.desk, changed=house.engine.wake)
        yield house


def files(outcome: Outcome) -> list[Attach]:
    """Return what is handed over."""
    return [act for act in outcome.then if isinstance(act, Attach)]


def pictures(card: Card) -> list[Picture]:
    """Return the pictures of a card."""
    return [block for block in card.blocks if isinstance(block, Picture)]


def _remove(run: UUID, unit: Unit) -> None:
    unit.runs.remove(run)


async def test_without_figures_no_picture_is_offered_and_that_is_said() -> None:
    """The words say the same; a press that was left over says so too."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, 3)
        card = await look_back(house)
        figures = OnePixelFigures()
        with drawing_world(figures) as other:
            await other.settle_in()
            await lay_energy(other, 3)
            left_over = control(await look_back(other), "look.picture")
        outcome = await house.press(left_over)
    assert "As a picture" not in labels(card)
    assert "No pictures are installed here; the words say the same." in card.text
    assert card_of(outcome).text == "No pictures are installed here. `look back` says the same in words."
    assert figures.drawn == []


async def test_it_is_said_where_a_copy_stays_before_anything_is_drawn() -> None:
    """The card has the terminal as the way without one, both grounds, and a way to leave it."""
    figures = OnePixelFigures()
    with drawing_world(figures) as house:
        await house.settle_in()
        await lay_energy(house, 3)
        outcome = await house.press(control(await look_back(house), "look.picture"))
        card = card_of(outcome)
        left = await house.press(control(card, "look.not_now"))
    assert outcome.then == ()
    assert card.reach is Reach.PERSONAL
    assert "The platform keeps a copy of the picture" in card.text
    assert "at a terminal that opens this notebook, `look back` draws it" in card.text
    assert labels(card) == ["On a light ground", "On a dark ground", "Not now"]
    assert isinstance(left.first, Replace)
    assert figures.drawn == []


async def test_on_a_platform_each_chart_is_a_file_with_its_words_for_one_person_alone() -> None:
    """What is handed over is noted by an id of its own, so that it is taken back; nothing is written here."""
    figures = OnePixelFigures()
    with drawing_world(figures) as house:
        await house.settle_in()
        await lay_energy(house, *[2] * 7)
        await lay_energy(house, *[4] * 7, since=28)
        await lay(house, 1, {"load": 3}, asked="body", answer=Answer(written=True))
        offer = card_of(await house.press(control(await look_back(house), "look.picture")))
        before = house.tables
        outcome = await house.press(control(offer, "look.dark"))
        assert house.tables is before
    assert isinstance(outcome.first, Show)
    assert outcome.first.audience == OnlyYou()
    assert "export.remove" in [one.name for one in outcome.first.card.controls]
    assert [act.file.name for act in files(outcome)] == [
        f"reststop-look-back-2026-01-05-{place}-dark.png" for place in (1, 2, 3)
    ]
    assert len({act.id for act in files(outcome)} - {None}) == 3
    energy, load, topics = (act.file.alt for act in files(outcome))
    assert energy == (
        "Energy, 11 November to 5 January, on the days you answered: 14 marks, a dot each. Medians of four "
        "weeks: 2 (low) of 7, until 5 January; 4 (good) of 7, until 8 December."
    )
    assert (
        load == "A manageable load, 11 November to 5 January, on the days you answered: 1 mark, a dot each."
    )
    assert topics == (
        "Questions on the five inner topics that were answered, 14 October 2025 to 5 January: the body 1 of "
        "1; thoughts (not asked); feelings (not asked); what you did (not asked); two minds (not asked)."
    )
    assert [type(chart) for chart, _ in figures.drawn] == [MarkChart, MarkChart, BalanceChart]
    assert {frame for _, frame in figures.drawn} == {Frame.DARK}


async def test_at_a_terminal_it_is_drawn_at_once_and_saved_on_a_press() -> None:
    """On the screen in its cells, with the words below; a file only when it is asked for, and never noted."""
    figures = OnePixelFigures()
    with drawing_world(figures, hosted=False) as house:
        await house.settle_in()
        await lay_energy(house, *[2] * 6)
        card = read(await house.press(control(await look_back(house), "look.picture")))
        assert [frame for _, frame in figures.drawn] == [Frame.CELLS]
        saved = await house.press(control(card, "look.light"))
    [picture] = pictures(card)
    assert picture.alt == (
        "Energy, 11 November to 5 January, on the days you answered: 6 marks, a dot each. Medians of four "
        "weeks: 2 (low) of 6, until 5 January."
    )
    assert card.reach is Reach.SEALED
    assert [(act.file.name, act.file.type, act.id) for act in files(saved)] == [
        ("reststop-look-back-2026-01-05-1-light.png", "image/png", None)
    ]
    assert "export.remove" not in [one.name for one in card_of(saved).controls]


async def test_a_picture_shows_the_span_that_was_seen() -> None:
    """Twelve months stay twelve months on the way to the file, and the topics are not among them."""
    figures = OnePixelFigures()
    with drawing_world(figures) as house:
        await house.settle_in()
        await lay(house, 300, {"energy": 3}, asked="body", answer=Answer(written=True))
        await lay(house, 0, {"energy": 3}, asked="body", answer=Answer(written=True))
        year = read(await house.press(control(await look_back(house), "look.months")))
        offer = card_of(await house.press(control(year, "look.picture")))
        await house.press(control(offer, "look.light"))
    [(chart, _)] = figures.drawn
    assert isinstance(chart, MarkChart)
    assert [dot.step for dot in chart.dots] == [3, 3]
    assert (chart.until - chart.since).days == 13 * 28 - 1


@pytest.mark.parametrize("hosted", [True, False])
async def test_what_cannot_be_drawn_is_said_and_no_file_comes(*, hosted: bool) -> None:
    """The words stand alone then, and nothing was noted of a file that never was."""
    figures = OnePixelFigures()
    with drawing_world(figures, hosted=hosted) as house:
        await house.settle_in()
        await lay_energy(house, 3)
        card = card_of(await house.press(control(await look_back(house), "look.picture")))
        figures.breaks = True
        outcomes = [await house.press(control(card, "look.light"))]
        if not hosted:
            outcomes.append(await house.press(control(await look_back(house), "look.picture")))
    for outcome in outcomes:
        assert (
            card_of(outcome).text == "That could not be drawn just now. `look back` says the same in words."
        )
        assert outcome.then == ()


async def test_a_press_whose_marks_are_gone_says_so() -> None:
    """Between the view and the press somebody may have let everything go."""
    figures = OnePixelFigures()
    with drawing_world(figures) as house:
        await house.settle_in()
        await lay_energy(house, 3)
        offer = card_of(await house.press(control(await look_back(house), "look.picture")))
        for run in house.runs:
            await house.store.run(partial(_remove, run.id))
        outcome = await house.press(control(offer, "look.light"))
        assert facts(card_of(outcome)) == []
    assert card_of(outcome).text == "There is nothing to draw in these weeks."
    assert figures.drawn == []
