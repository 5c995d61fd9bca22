"""Row 61: relationships go through breaks and mends, seen as one thread: opened, tried, looked back on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.rows.rows_library import names
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES
from tests.e2e.test_scenario_4 import LOOKING_BACK, MENDING, PLAN

THREAD = (
    "A working relationship that needs mending. Written Monday 5 January, tried Monday 12 January, looked "
    "back on Monday 12 January."
)


@pytest.mark.parametrize("surface", SURFACES)
def test_a_strain_is_one_thread_from_its_plan_to_looking_back_on_it(tmp_path: Path, surface: str) -> None:
    """It is read by its writer alone, and says neither how long that took nor who it was with."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), *MENDING, *LOOKING_BACK])
        [none] = story.command(WHO, "plans")
        assert names(none) == ["plan.threads"]
        [threads] = story.press(WHO, "plan.threads")
    assert threads["seen_by"] == "reading"
    assert THREAD in threads["text"]
    assert PLAN in threads["text"]
    assert hits(tmp_path, PLAN) == []
