"""Words on hard things are there to be opened; whatever may touch something says so in one line above."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.prompts import Domain, Sensitivity
from tests.e2e.rows.rows_library import begin, library, settled
from tests.e2e.scenario_steps import WHO
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.tender_library import HARBOUR, ISLANDS, LANTERN, tender_library
from tests.e2e.test_scenario_2 import SURFACES, settle

LINE = "This one can touch something tender."
HARD = {"hard_events", "again_and_again"}
"""The cards on what people mean by trauma."""


@pytest.fixture(name="tender", scope="module")
def _tender(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tender_library(tmp_path_factory.mktemp("library"))


def _opened(story: Story, topic: Domain) -> Shown:
    story.command(WHO, "practise")
    story.press(WHO, "topic.which")
    [card] = story.choose(WHO, "topic.open", topic)
    return card


@pytest.mark.parametrize("surface", SURFACES)
def test_a_flow_says_so_first(tmp_path: Path, surface: str) -> None:
    """Each from level 2 on, once, before anything is asked; and no other."""
    said = {}
    with settled(tmp_path / "data", surface) as story:
        for flow in library().flows():
            first = begin(story, flow.id)
            said[flow.id] = first["text"].count(LINE)
            if not first["text_id"].endswith(".way"):
                story.press(WHO, "flow.stop")
            story.press(WHO, "flow.drop")
    tender = {flow.id: int(flow.sensitivity >= Sensitivity.TENDER) for flow in library().flows()}
    assert said == tender
    assert sum(tender.values()) >= 4


@pytest.mark.parametrize("surface", SURFACES)
def test_a_question_says_so_first(tmp_path: Path, surface: str, tender: Path) -> None:
    """A choice, a text; and a plain question says nothing of the kind."""
    with story_in_process(tmp_path / "data", operator_set={"prompts": (tender,)}) as story:
        settle(story, WHO, surface)
        for topic, words, times in (
            (Domain.EXPOSURE, LANTERN, 1),
            (Domain.RUPTURE_REPAIR, HARBOUR, 1),
            (Domain.SPACE, ISLANDS, 0),
        ):
            card = _opened(story, topic)
            assert words in str(card)
            assert card["text"].count(LINE) == times


@pytest.mark.parametrize("surface", SURFACES)
def test_cards_on_hard_words_are_opened_and_never_come(tmp_path: Path, surface: str) -> None:
    """Three presses away; each says so first, the plain ones do not, and a month brings none of them."""
    readings = library().readings()
    assert {one.id for one in readings if one.sensitivity >= Sensitivity.TENDER} == HARD
    with settled(tmp_path / "data", surface) as story:
        story.command(WHO, "practise")
        for one in readings:
            story.press(WHO, "reading.which")
            [card] = story.choose(WHO, "reading.open", one.id)
            assert card["text"].count(LINE) == (one.id in HARD)
        came = story.clock("2026-02-05T12:00:00Z")
    assert came
    assert not any(card["text_id"].startswith("reading") for card in came)


def test_hard_words_are_said_with_both_halves() -> None:
    """What was too much and what it left; and where it came again, from somebody close, early on."""
    cards = {one.id: " ".join(one.lines) for one in library().readings()}
    assert all(part in cards["hard_events"] for part in ("too much at the time", "a mark"))
    assert all(part in cards["again_and_again"] for part in ("again and again", "somebody close", "age"))
