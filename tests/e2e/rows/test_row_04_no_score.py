"""How somebody tends to be close is looked at without a score: none is asked, derived, or stored."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from adapters.store import tables
from bot.domain.flow_runs import FlowRun
from bot.domain.flows import ChoiceStep, EndStep, MultiStep, SayStep, TextStep
from bot.domain.journal import Entry
from tests.e2e.rows.rows_library import asked, library, settled, walk
from tests.e2e.scenario_steps import left_behind
from tests.e2e.test_scenario_2 import SURFACES

SCORED = re.compile(r"score|rating|attachment|subtype|percentile|diagnos", re.IGNORECASE)


def test_the_flow_has_nothing_to_reckon_with() -> None:
    """Words and ticks, no scale; every tick leads the same way, and the end says that it was done."""
    flow = library().flow("own_patterns")
    assert flow is not None
    assert {type(step) for step in flow.steps} <= {ChoiceStep, MultiStep, TextStep, EndStep, SayStep}
    cards = flow.step("cards")
    assert isinstance(cards, MultiStep)
    assert cards.to.is_single
    assert {step.state for step in flow.steps if isinstance(step, EndStep)} == {"reflected", "closed"}


def test_no_table_and_no_record_has_a_place_for_one() -> None:
    """Neither what is stored, nor what a flow and a page are made of."""
    columns = [str(column) for table in tables.metadata.sorted_tables for column in table.columns]
    kept = [field.name for record in (FlowRun, Entry) for field in fields(record)]
    assert len(columns) > 50
    assert [name for name in (*columns, *kept) if SCORED.search(name)] == []


@pytest.mark.parametrize("surface", SURFACES)
def test_what_is_kept_is_what_was_ticked(tmp_path: Path, surface: str) -> None:
    """The page holds her ticks and words; no word is added that sorts her."""
    with settled(tmp_path / "data", surface) as story:
        cards = walk(
            story, "own_patterns", {"frame": "go", "cards": ["alone", "check"], "room": "I talk less."}
        )
        [page] = left_behind(story)["entries"]
    assert "I talk less." in str(page)
    assert not SCORED.search(asked(cards[:1]).replace("There is no score", "") + str(page))


@pytest.mark.parametrize("surface", SURFACES)
def test_what_is_ticked_changes_its_own_line_alone(tmp_path: Path, surface: str) -> None:
    """Two ticks, or "none of these": the same questions come, and the page differs where they stand."""
    seen, pages = [], []
    for ticks, labels in (
        (
            ["lean", "both"],
            "I can lean and be leaned on, I want closeness and then want out",
        ),
        (["none"], "none of these"),
    ):
        with settled(tmp_path / ticks[0], surface) as story:
            cards = walk(story, "own_patterns", {"frame": "go", "cards": ticks, "room": "I talk less."})
            seen.append([(card["text_id"], card["text"]) for card in cards])
            [page] = left_behind(story)["entries"]
        assert labels in page["text"]
        pages.append({**page, "text": page["text"].replace(labels, "what was ticked")})
    assert seen[0] == seen[1]
    assert pages[0] == pages[1]
