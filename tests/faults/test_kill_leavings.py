"""Leaving a platform, cut off: while it is told, and on the last of the thirty days."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_leaving_platform import DAY_29, DAY_30, LEFT, see_that_it_is_gone
from tests.e2e.test_scenario_15 import export, left_over, live, wrapped_key


@pytest.mark.parametrize(
    ("verb", "point"), [("uninstall", "before_commit"), ("leave_platform", "after_commit")]
)
def test_a_crash_while_it_is_told_forgets_nobody(tmp_path: Path, point: str, verb: str) -> None:
    """What the platform was not told to be heard it delivers again: the days count all the same."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        live(story, "ana", "slack", ["one", "two", "three"])
        person, wrapped = UUID(export(story, "ana")["person"]["id"]), wrapped_key(data)
        story.clock(LEFT)
        story.kill(point)
        story.send(do=verb, surface="slack", **({"who": "ana"} if verb == "leave_platform" else {}))
        story.restart()
        assert story.clock(DAY_29) == []
        assert left_over(data)["people"] == 1
        assert story.clock(DAY_30) == []
        see_that_it_is_gone(data, person, wrapped, [])


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
def test_a_crash_on_the_last_day_leaves_nothing_half(tmp_path: Path, point: str) -> None:
    """Nor where it strikes once more in what the next start does about it."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        live(story, "ana", "slack", ["one", "two", "three"])
        person, wrapped = UUID(export(story, "ana")["person"]["id"]), wrapped_key(data)
        story.clock(LEFT)
        story.send(do="uninstall")
        story.clock(DAY_29)
        for _ in range(2):
            story.kill(point)
            assert story.clock("2026-02-06T08:31:00Z") == []
        story.restart()
        see_that_it_is_gone(data, person, wrapped, [])
        assert story.command("ana", "start")[0]["text_id"] == "consent"
