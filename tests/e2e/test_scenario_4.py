"""Scenario 4, rupture and repair, the full path: to a plan with a day, and back to it a week later."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
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

PLAN = "open with the question"
LEARNT = "quietly yesterday seventeen lanterns drifted homeward"
NOTICE = "You asked me to bring something back today."
FLOWS = ["rupture_repair", "ending_well", "raise"]
FLOW = "flow.rupture_repair"
CHOSEN = {
    "open": "client",
    "safe": "no",
    "kind": "expect",
    "guard": "explain worry",
    "part": "some",
    "open_q": "yes",
    "menu": "ask",
}
WRITTEN = {
    "listen": "that the plan was mine alone",
    "protect": "a pace of their own",
    "valid": "that it went too fast",
    "feel": "disappointment",
    "own": "I went ahead without asking you",
}
WAY = (
    "open", "safe", "kind", "listen", "guard", "protect", "valid", "feel", "part", "own", "open_q", "menu",
    "plan",
)  # fmt: skip


def _mending() -> Iterator[Step]:
    yield begins("repair", f"{FLOW}.way")
    yield presses("flow.long", f"{FLOW}.open")
    for here, there in pairwise(WAY):
        if here in CHOSEN:
            yield chooses("flow.answer", *CHOSEN[here].split(), until=f"{FLOW}.{there}")
        else:
            yield presses("flow.write", f"{FLOW}.{here}")
            yield writes("flow.save", f"{FLOW}.{there}", text=WRITTEN[here])
    yield presses("flow.write", f"{FLOW}.plan")
    yield writes("flow.save", f"{FLOW}.end_plan", text=PLAN, by="thursday")
    yield chooses("flow.when", "P1W", until="flow.comes_back", over="flow.closed")


MENDING = tuple(_mending())
"""The long way from `repair` to a plan by Thursday that comes back in a week."""
LOOKING_BACK = (
    waits("2026-01-12T08:30:00Z", "plan.notice"),
    presses("plan.open", "plan.asked"),
    chooses("plan.went", "tried", until="plan.reflect"),
    presses("plan.write", "entry"),
    writes("entry", "entry.saved", text=LEARNT),
)
DAYS = "State: planned. By: Thursday 8 January. Comes back: Monday 12 January."


@pytest.mark.parametrize("surface", SURFACES)
def test_a_strain_ends_in_a_plan_that_is_listed(tmp_path: Path, surface: str) -> None:
    """Its words, its days and how the flow ended are read by one person; what was answered is one page."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), *MENDING])
        [listed] = story.command(WHO, "plans")
        assert (listed["text_id"], listed["seen_by"], listed["to"]) == ("plans", "reading", WHO)
        title, words, facts = listed["text"].replace("\n\n", "\n").split("\n")
        assert (title, words) == ("Your plans", PLAN)
        assert facts == f"A working relationship that needs mending. Written: Today. {DAYS}"
        left = left_behind(story)
        assert [(entry["state"], entry["day"]) for entry in left["entries"]] == [("planned", "2026-01-05")]
        assert [word in left["entries"][0]["text"] for word in (*WRITTEN.values(), PLAN)] == [True] * 6
        assert left["open_flows"] == []
        assert hits(tmp_path, PLAN) == []
        others = [record for record in story.shown if record["seen_by"] != "reading" and not record["files"]]
        assert [record for record in others if PLAN in json.dumps(record)] == []


@pytest.mark.parametrize("surface", SURFACES)
def test_it_comes_back_in_a_week_and_says_nothing(tmp_path: Path, surface: str) -> None:
    """One sentence on the lock screen; opened, her words and how it went; then one question, and a page."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), *MENDING])
        assert [one["text_id"] for one in story.clock("2026-01-12T08:29:59Z")] == ["checkin"] * 3
        came = story.clock("2026-01-12T08:30:00Z")
        [notice] = [record for record in came if record["text_id"] == "plan.notice"]
        assert (notice["text"], notice["summary"], notice["seen_by"]) == (NOTICE, NOTICE, "direct")
        assert [control["name"] for control in notice["controls"]] == ["plan.open", "plan.later", "help.now"]
        [asked] = story.press(WHO, "plan.open")
        assert (asked["seen_by"], PLAN in asked["text"]) == ("reading", True)
        assert story.control(WHO, "plan.went")["label"] == "How did it go?"
        [reflecting] = story.choose(WHO, "plan.went", "tried")
        assert reflecting["text"] == "Noted.\n\nWhat did you learn about how you work together?"
        story.press(WHO, "plan.write")
        [saved] = story.submit(WHO, "entry", text=LEARNT)
        assert saved["text"] == "Saved privately."
        left = left_behind(story)
        assert [entry["state"] for entry in left["entries"]] == ["planned", "revisited"]
        assert (left["entries"][1]["text"], left["listed"][0]) == (LEARNT, "No plan is open.")
        [plan] = left["plans"]
        thread = [["opened", "2026-01-05"], ["tried", "2026-01-12"], ["revisited", "2026-01-12"]]
        assert plan["body"]["thread"] == thread
        assert (hits(tmp_path, PLAN), hits(tmp_path, LEARNT)) == ([], [])
        later = {record["text_id"] for record in story.clock("2026-03-01T12:00:00Z")}
        assert "plan.notice" not in later


def test_a_plan_is_there_before_its_day_is_chosen(tmp_path: Path) -> None:
    """Who leaves at that question finds it again under `practise`; a week later the plan still stands."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling("slack"), *MENDING[:-1]])
        [listed] = story.command(WHO, "plans")
        assert listed["text"].endswith("State: planned. By: Thursday 8 January.")
        [asked] = story.command(WHO, "practise")
        assert (asked["text_id"], story.control(WHO, "flow.when")["label"]) == (
            f"{FLOW}.end_plan",
            "When shall I bring this back?",
        )
        story.clock("2026-01-13T08:00:00Z")
        assert [one["text_id"] for one in story.command(WHO, "practise")] == ["flow.choice"]
        left = left_behind(story)
    assert [plan["body"]["words"] for plan in left["plans"]] == [PLAN]
    assert (left["open_flows"], len(left["entries"])) == ([], 1)


def test_a_restart_between_any_two_steps_changes_nothing(tmp_path: Path) -> None:
    """The same step is asked again; the same pages, plan and days are there in the end."""
    cut_off = CutOff(folder=tmp_path, surface="slack", steps=[*MENDING, *LOOKING_BACK], flows=FLOWS)
    assert cut_off.restarted() == cut_off.undisturbed()
