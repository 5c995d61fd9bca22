"""What is true on each platform with its own library: restarts, kills, and words that are taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.platform_restarts import (
    PLATFORMS,
    a_posted_card,
    an_answer_that_only_they_see,
    several_answers,
    what_a_mark_opens,
)
from tests.e2e.scenario_cut_off import CutOff
from tests.e2e.scenario_steps import WHO, Step, left_behind, play, settling
from tests.e2e.sim_driver import Story, staged, told_by
from tests.e2e.test_scenario_6 import ON_CALL
from tests.e2e.test_scenario_8 import BACK, EXITS, FLOWS, KEEPING, PAUSING


@pytest.fixture(params=PLATFORMS)
def story(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Story]:
    """Somebody who has settled, with check-ins at half past eight."""
    staging = PLATFORMS[request.param]
    with told_by(staging(tmp_path / "data", operator_set={"on_call": ON_CALL})) as (story, _):
        play(story, settling(request.param))
        yield story


@pytest.mark.parametrize(
    "drawn", [a_posted_card, what_a_mark_opens, an_answer_that_only_they_see, several_answers]
)
def test_what_was_drawn_before_a_restart_is_used_after_it(
    story: Story, drawn: Callable[[Story], list[Step]]
) -> None:
    """In a message, a modal, an answer for one pair of eyes, a form; a restart comes before each press."""
    for step in drawn(story):
        story.restart()
        assert step.until in [record["text_id"] for record in step.act(story)]


@pytest.mark.parametrize("surface", PLATFORMS)
def test_a_kill_at_any_step_of_a_flow_loses_no_entry(tmp_path: Path, surface: str) -> None:
    """From the first press to "Saved privately.": done again, the same is left as if nothing had happened.

    What was answered to nobody was kept here already. The other points:
    `tests/faults/test_platform_kills.py`.
    """
    steps = (*PAUSING, BACK, *EXITS["fresh"], KEEPING)
    with staged(PLATFORMS[surface]):
        cut_off = CutOff(folder=tmp_path, surface=surface, steps=steps, flows=FLOWS)
        assert len(cut_off.assert_nothing_is_lost("after_commit")["entries"]) == 1


def test_a_message_that_goes_leaves_the_page(story: Story) -> None:
    """What was kept stays when the message is deleted, and a change of it is offered, not made."""
    story.say(WHO, "one", message="m")
    story.press(WHO, "draft.open")
    story.submit(WHO, "entry", text="one")
    [asked] = story.send(do="edit", who=WHO, message="m", text="two")
    assert asked["text_id"] == "typed.edited"
    assert [entry["text"] for entry in left_behind(story)["entries"]] == ["one"]
    story.send(do="delete", who=WHO, message="m")
    assert [entry["text"] for entry in left_behind(story)["entries"]] == ["one"]
