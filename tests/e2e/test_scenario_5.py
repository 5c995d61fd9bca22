"""Scenario 5, repair with danger first: help and out, or who to call and then on or a place that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import Rows, rows
from tests.e2e.scenario_cut_off import CutOff
from tests.e2e.scenario_steps import WHO, Step, begins, chooses, left_behind, play, presses, says, settling
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES, settle

FLOWS = ["rupture_repair", "ending_well", "raise"]
FLOW = "flow.rupture_repair"
SAFETY = (
    "Leave this for now; safety comes first. Reach a person: supervisor, on-call, emergency number. Follow "
    "your service's procedure. I cannot alert anyone, and writing here meets no duty to report."
)
BRITISH = ("999 or 112", "116 123", "85258")


def asked_about_danger(way: str) -> list[Step]:
    """Begin to mend a strain, and come to the question about danger."""
    return [
        begins("repair", f"{FLOW}.way"),
        presses(f"flow.{way}", f"{FLOW}.open"),
        chooses("flow.answer", "client", until=f"{FLOW}.safe"),
    ]


IN_DANGER = (*asked_about_danger("long"), chooses("flow.answer", "yes", until="flow.keep"))
DISCARDING = (*IN_DANGER, presses("flow.drop", f"{FLOW}.end_urgent", over="flow.closed"))
KEEPING = (*IN_DANGER, presses("flow.keep", f"{FLOW}.end_urgent", over="flow.closed"))
COMING_BACK = (
    *asked_about_danger("short"),
    chooses("flow.answer", "unsure", until=f"{FLOW}.unsure_card"),
    chooses("flow.answer", "stop", until="flow.place_kept"),
    says("practise", "flow.middle"),
    presses("flow.on", f"{FLOW}.unsure_card"),
    chooses("flow.answer", "go", until=f"{FLOW}.kind"),
)
"""Not sure: stop with the place kept, come back to it and go on."""


def _without_traces_of_events(found: Rows) -> Rows:
    """Return all rows but the hashes of what was heard, which are nobody's."""
    return {name: those for name, those in found.items() if name != "reststop.db:inbox"}


@pytest.mark.parametrize("way", ["short", "long"])
@pytest.mark.parametrize("surface", SURFACES)
def test_a_yes_brings_help_and_ends_there(tmp_path: Path, surface: str, way: str) -> None:
    """The safety text and the region's card, for her alone; one question, and after discard no row."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        settle(story, "ben", surface)
        play(story, settling(surface))
        before = _without_traces_of_events(rows(data))
        play(story, asked_about_danger(way))
        [asked] = story.choose(WHO, "flow.answer", "yes")
        assert (asked["text_id"], asked["seen_by"]) == ("flow.keep", "only_you")
        assert [number in asked["text"] for number in BRITISH] == [True] * 3
        assert asked["text"].endswith(f"{SAFETY}\n\nShall I keep what you wrote here?")
        assert asked["text"].index(BRITISH[0]) < asked["text"].index(SAFETY)
        assert [one["name"] for one in asked["controls"]] == ["flow.keep", "flow.drop", "help.now"]
        [gone] = story.press(WHO, "flow.drop")
        assert gone["text"] == "Fine, nothing was kept.\n\n`helpnow` brings the numbers back, any time."
        assert [one["name"] for one in gone["controls"]] == ["help.now"]
        assert _without_traces_of_events(rows(data)) == before
        assert [record for record in story.shown[-4:] if record["to"] != WHO] == []


@pytest.mark.parametrize("surface", SURFACES)
def test_what_was_discarded_cannot_be_kept_after_all(tmp_path: Path, surface: str) -> None:
    """Where the card with the question still stands, its other button says that this is over."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        play(story, settling(surface))
        before = _without_traces_of_events(rows(data))
        play(story, DISCARDING)
        assert story.press(WHO, "flow.keep")[0]["text_id"] == "flow.closed"
        assert _without_traces_of_events(rows(data)) == before


@pytest.mark.parametrize("surface", SURFACES)
def test_what_was_written_may_be_kept(tmp_path: Path, surface: str) -> None:
    """One page that says how it ended, and nothing that comes back."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), *KEEPING])
        left = left_behind(story)
    [entry] = left["entries"]
    assert entry["state"] == "stopped_for_safety"
    assert (left["plans"], left["open_flows"], [kind for kind, _ in left["coming"]]) == ([], [], ["checkin"])


@pytest.mark.parametrize("surface", SURFACES)
def test_not_sure_shows_who_to_call_and_both_ways_work(tmp_path: Path, surface: str) -> None:
    """The card above the question; going on asks the next step, stopping keeps the place over a restart."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), *asked_about_danger("long")])
        [card] = story.choose(WHO, "flow.answer", "unsure")
        assert [number in card["text"] for number in BRITISH] == [True] * 3
        choice = story.control(WHO, "flow.answer")
        assert choice["label"].startswith("Here is who to call if it turns out so.")
        assert [one["label"] for one in choice["options"]] == ["go on", "stop here and keep my place"]
        [stopped] = story.choose(WHO, "flow.answer", "stop")
        assert (
            stopped["text"] == "Your place is kept for 7 days. `repair` or `practise` brings you back to it."
        )
        story.restart()
        story.command(WHO, "practise")
        [back] = story.press(WHO, "flow.on")
        assert back["text"] == card["text"]
        [on] = story.choose(WHO, "flow.answer", "go")
        assert on["text_id"] == f"{FLOW}.kind"


def test_a_restart_between_any_two_steps_changes_nothing(tmp_path: Path) -> None:
    """The place is kept, and led back to."""
    cut_off = CutOff(folder=tmp_path, surface="slack", steps=COMING_BACK, flows=FLOWS)
    assert cut_off.restarted() == cut_off.undisturbed()
