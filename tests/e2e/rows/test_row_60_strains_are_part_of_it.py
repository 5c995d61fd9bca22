"""Good work has strains, and mending is part of it: it is said first, and no dip is held up to anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import Route
from tests.e2e.rows.rows_library import asked, options, set_out, settled, walk
from tests.e2e.scenario_steps import WHO
from tests.e2e.test_scenario_2 import SURFACES

WAYS = [*((surface, Route.LONG) for surface in SURFACES), ("slack", Route.SHORT)]
OPENING = "Strains happen in good work, and mending them is part of it."
DIPS = ["still", "again", "worse", "lower", "last time", "less than", "fell", "dropped", "not enough"]


@pytest.mark.parametrize(("surface", "route"), WAYS)
def test_a_strain_is_met_as_part_of_good_work(tmp_path: Path, surface: str, route: Route) -> None:
    """In the first sentence of the flow, before anything is asked."""
    with settled(tmp_path / "data", surface) as story:
        [_, first] = set_out(story, "rupture_repair", route)
    assert first["text_id"] == "flow.rupture_repair.open"
    assert asked([first]).strip().startswith(OPENING)


def test_lower_marks_than_before_bring_the_same_words(tmp_path: Path) -> None:
    """High, then low, on working together: no comparison, no question about it, no other end."""
    high, low = (
        {"bond": one, "goals": two, "tasks": two} for one, two in (("strong", "fully"), ("barely", "none"))
    )
    with settled(tmp_path / "data") as story:
        before, after = (asked(walk(story, "alliance_triad", given)) for given in (high, low))
    assert before == after


@pytest.mark.parametrize("surface", SURFACES)
def test_what_did_not_come_about_is_met_without_a_reproach(tmp_path: Path, surface: str) -> None:
    """Not yet: another day is offered. It no longer applies: it is closed. No word about either."""
    with settled(tmp_path / "data", surface) as story:
        walk(story, "alliance_triad", {"move": "ask how it is going"})
        story.choose(WHO, "flow.when", "P1W")
        story.clock("2026-01-12T09:00:00Z")
        story.press(WHO, "plan.open")
        assert {"not_yet", "closed"} <= options(story, "plan.went").keys()
        later = story.choose(WHO, "plan.went", "not_yet")
        moved = story.choose(WHO, "plan.again", "P1W")
        story.clock("2026-01-19T09:00:00Z")
        story.press(WHO, "plan.open")
        closed = story.choose(WHO, "plan.went", "closed")
    said = asked([*later, *moved, *closed]).lower()
    assert "closed. it won't come back." in said
    assert [word for word in DIPS if word in said] == []
