"""Scenario 8, a rest stop in three minutes: quiet for just so long, then one question, and nothing kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.scenario_cut_off import CutOff
from tests.e2e.scenario_steps import (
    WHO,
    Step,
    begins,
    chooses,
    left_behind,
    play,
    presses,
    settling,
    waits,
    writes,
)
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES

FLOWS = ["rest_stop"]
FLOW = "flow.rest_stop"
SEEN = "quietly yesterday seventeen lanterns drifted homeward"
DONE = f"{FLOW}.done"
PAUSING = (
    begins("rest", f"{FLOW}.pull_in"),
    chooses("flow.answer", "three", until=f"{FLOW}.settle"),
)
BACK = waits("2026-01-05T08:03:00Z", f"{FLOW}.need")


def written(need: str, step: str) -> tuple[Step, ...]:
    """Need something that asks for words, and write them."""
    return (
        chooses("flow.answer", need, until=f"{FLOW}.{step}"),
        presses("flow.write", f"{FLOW}.{step}"),
        writes("flow.save", "flow.keep", text=SEEN),
    )


LEAVING = presses("flow.drop", DONE, over="flow.closed")
KEEPING = presses("flow.keep", DONE, over="flow.closed")
EXITS: dict[str, tuple[Step, ...]] = {
    "process": written("process", "settle2"),
    "fresh": written("fresh", "fresh2"),
    "people": (
        chooses("flow.answer", "people", until=f"{FLOW}.people2"),
        chooses("flow.answer", "show", until=DONE),
    ),
    "load": (
        chooses("flow.answer", "load", until=f"{FLOW}.load2"),
        chooses("flow.answer", "now", "lead", until="flow.keep"),
    ),
    "relation": written("relation", "relation2"),
    "enough": (chooses("flow.answer", "enough", until=DONE),),
}
"""Each of the six, up to its end or to the question whether to keep it."""
RESTING = (*PAUSING, BACK, *EXITS["fresh"], LEAVING)


@pytest.mark.parametrize("surface", SURFACES)
def test_three_minutes_are_three_minutes(tmp_path: Path, surface: str) -> None:
    """Not a word for 179.999 seconds; then one question, and only after its time the check-in of 08:30."""
    with story_in_process(tmp_path / "data", start="2026-01-05T08:28:00Z") as story:
        play(story, [*settling(surface), *PAUSING])
        assert story.clock("2026-01-05T08:30:59.999Z") == []
        came = story.clock("2026-01-05T08:31:00Z")
        assert [record["text_id"] for record in came] == [f"{FLOW}.need"]
        assert (came[0]["at"], came[0]["summary"]) == ("2026-01-05T08:31:00Z", "I am back.")
        assert (came[0]["seen_by"], came[0]["to"]) == ("direct", WHO)
        assert [one["at"] for one in story.clock("2026-01-05T12:00:00Z")] == ["2026-01-05T08:41:00Z"]


@pytest.mark.parametrize("surface", SURFACES)
def test_a_fresh_look_that_is_not_kept_leaves_nothing(tmp_path: Path, surface: str) -> None:
    """Asked once; after a no there is no entry, no draft, no run, and no word on the disk."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling(surface))
        before = left_behind(story)
        play(story, [*PAUSING, BACK, *EXITS["fresh"]])
        assert story.shown[-1]["text"] == "Shall I keep these last words in your journal?"
        [done] = story.press(WHO, "flow.drop")
        assert done["text"] == "Fine, nothing was kept.\n\nOff you go, or stay a while."
        assert left_behind(story) == before
        assert (SEEN in str(story.shown), hits(tmp_path, SEEN)) == (False, [])


@pytest.mark.parametrize("surface", SURFACES)
def test_each_of_the_six_exits_ends_rested(tmp_path: Path, surface: str) -> None:
    """One after the other, each by its own way to the same end; what is kept of it says so."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling(surface))
        asked = []
        for need, way in EXITS.items():
            play(story, PAUSING)
            back_at = datetime.fromisoformat(story.at) + timedelta(minutes=3)
            play(story, [waits(back_at.isoformat(), f"{FLOW}.need"), *way])
            if story.shown[-1]["text_id"] == "flow.keep":
                asked.append(need)
                play(story, [KEEPING])
            done = story.shown[-1]
            assert (done["text_id"], done["text"].splitlines()[-1]) == (DONE, "Off you go, or stay a while.")
        left = left_behind(story)
    assert asked == ["process", "fresh", "load", "relation"]
    assert [entry["state"] for entry in left["entries"]] == ["rested"] * 4
    assert left["open_flows"] == []


def test_a_restart_between_any_two_steps_changes_nothing(tmp_path: Path) -> None:
    """In the middle of the quiet as well."""
    cut_off = CutOff(folder=tmp_path, surface="slack", steps=RESTING, flows=FLOWS)
    assert cut_off.restarted() == cut_off.undisturbed()
