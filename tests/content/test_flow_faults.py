"""Faults planted in the flows of a copy of the real library, and the places in which a flow may stand."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.content import flow_checks, flow_ways
from adapters.content.loader import Report, examine, load
from bot.app.library import library_folder
from bot.domain.flow_walk import longest
from bot.domain.flows import Do, Route
from tests.content.planted_faults import Planted
from tests.content.planted_flow_faults import HO, PLANTED, RS

Plant = Callable[[str, str, str], Report]


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_in_a_flow_is_named(plant: Plant, fault: Planted) -> None:
    """Each kind of problem is found with its file, its key and its code, and says what to do."""
    problems = plant(fault.file, fault.old, fault.new).problems
    found = [p for p in problems if (p.file, p.path, p.code) == (fault.file, fault.path, fault.code)]
    assert found, [(problem.path, problem.code) for problem in problems]
    assert all(len(problem.message.split()) > 2 for problem in found)
    assert not any("[" in problem.path.partition("presets")[0] for problem in problems)


def test_every_code_has_its_planted_fault() -> None:
    """A check that nothing tests would be a promise that nobody keeps."""
    sources = [Path(module.__file__ or "").read_text("utf-8") for module in (flow_checks, flow_ways)]
    codes = {code for source in sources for code in re.findall(r'problem\(\s*"([a-z_]+)"', source)}
    assert len(codes) > 20
    assert codes - {fault.code for fault in PLANTED} == {"retired_not_older"}


IDS = st.sampled_from(["near", "far", "done"])
LEAD = IDS | st.dictionaries(st.sampled_from(["_", "skipped", "yes", "no"]), IDS, min_size=1)
GATE = st.fixed_dictionaries(
    {"step": IDS, "option": st.sampled_from(["yes", "no", "maybe"]), "otherwise": IDS}
)
WAIT = st.just("PT1M") | st.fixed_dictionaries({"by": IDS, "lengths": st.just({"yes": "PT1M", "no": "PT2M"})})


def _step(do: Do, **own: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    leads = {"do": st.just(do), "text": st.just("What is near?"), "to": LEAD, **own}
    return st.fixed_dictionaries(leads, optional={"gate": GATE})


END: dict[str, object] = {"do": "end", "state": "over"}
OPTIONS = st.just({"yes": "yes", "no": "no"})
STEPS = st.dictionaries(
    IDS,
    _step(Do.TEXT)
    | _step(Do.CHOICE, options=OPTIONS)
    | _step(Do.MULTI, options=OPTIONS)
    | _step(Do.SAY, wait=WAIT)
    | st.just(END)
    | st.just({"do": "dance"}),
    max_size=4,
)


@given(steps=STEPS | STEPS.map(lambda steps: {**steps, "done": END}), skips=st.lists(IDS, max_size=2))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_flow_can_crash_the_check(
    tmp_path: Path, steps: dict[str, dict[str, object]], skips: list[str]
) -> None:
    """Any steps, leading anywhere, are told as problems, or the flow can be walked."""
    (tmp_path / "flows").mkdir(exist_ok=True)
    head, _, _ = (library_folder() / RS).read_text("utf-8").partition("start:")
    body = f"start: near\nshort_skips: {json.dumps(skips)}\nsteps: {json.dumps(steps)}\n"
    (tmp_path / RS).write_text(head + body, "utf-8")
    for flow in examine(tmp_path).flows:
        assert longest(flow, Route.SHORT) <= longest(flow) <= 6


def test_two_flows_with_faults_are_both_named(plant: Plant, copy: Path) -> None:
    """All problems come at once, and what is sound can still be read."""
    file = copy / HO
    file.write_text(file.read_text("utf-8").replace("to: sup\n", "to: soup\n"), "utf-8")
    report = plant(RS, "You have pulled in.", "You must rest!")
    assert [(p.file, p.path, p.code) for p in report.problems] == [
        (HO, "steps.put_down.to", "unknown_step"),
        (RS, "steps.pull_in.text", "exclamation"),
        (RS, "steps.pull_in.text", "pressure"),
    ]
    assert "rest_stop" in {flow.id for flow in report.flows}
    assert "hard_one" not in {flow.id for flow in report.flows}


def _retire(copy: Path, *, name: str = "rest_stop.v1.yaml", version: int = 1, current: int = 2) -> None:
    """Keep the shipped rest stop as an old version, and raise the current one."""
    file = copy / RS
    text = file.read_text("utf-8")
    (copy / "flows" / "retired").mkdir(exist_ok=True)
    old = text.replace("../schema.json", "../../schema.json").replace("version: 1", f"version: {version}")
    (copy / "flows" / "retired" / name).write_text(old, "utf-8")
    file.write_text(text.replace("version: 1", f"version: {current}"), "utf-8")


def test_an_old_version_is_kept_for_runs_that_began_with_it(copy: Path) -> None:
    """Nobody begins a retired version; whoever is in it goes on."""
    _retire(copy)
    library = load(copy)
    assert [flow.version for flow in library.flows() if flow.id == "rest_stop"] == [2]
    assert [
        found and found.version for found in (library.flow("rest_stop"), library.flow("rest_stop", 1))
    ] == [2, 1]
    assert library.flow("rest_stop", 3) is None
    assert [flow.version for flow in examine(copy).flows if flow.id == "rest_stop"] == [2]


def _without_courses(copy: Path) -> None:
    """Some of them lead to the flow that goes."""
    shutil.rmtree(copy / "courses")


def test_a_flow_that_was_given_up_is_found_by_its_version_alone(copy: Path) -> None:
    """It cannot be begun, and it is not lost to whoever is in it."""
    _retire(copy)
    (copy / RS).unlink()
    _without_courses(copy)
    library = load(copy)
    assert library.flow("rest_stop") is None
    assert library.flow("rest_stop", 1) is not None
    assert "rest_stop" not in {flow.id for flow in library.flows()}


@pytest.mark.parametrize(
    ("name", "version", "current", "code"),
    [
        ("rest_stop.yaml", 1, 2, "wrong_id"),
        ("rest_stop.v2.yaml", 1, 2, "wrong_id"),
        ("rest_stop.v1.yml", 1, 2, "wrong_id"),
        ("rest_stop.v1.yaml", 1, 1, "retired_not_older"),
        ("rest_stop.v3.yaml", 3, 2, "retired_not_older"),
    ],
)
def test_a_retired_file_says_which_version_it_is(
    copy: Path, name: str, version: int, current: int, code: str
) -> None:
    """Its name, its version and the current flow tell the same story."""
    _retire(copy, name=name, version=version, current=current)
    assert [(p.file, p.code) for p in examine(copy).problems] == [(f"flows/retired/{name}", code)]


def test_a_retired_flow_is_checked_too(copy: Path) -> None:
    """Somebody may still be walking it."""
    _retire(copy)
    file = copy / "flows" / "retired" / "rest_stop.v1.yaml"
    file.write_text(file.read_text("utf-8").replace("to: settle\n", "to: sleep\n"), "utf-8")
    assert [(p.path, p.code) for p in examine(copy).problems] == [("steps.pull_in.to", "unknown_step")]


@pytest.mark.parametrize("place", ["wide/rest_stop.yaml", "rest_stop.yaml"])
def test_a_flow_elsewhere_is_named(copy: Path, place: str) -> None:
    """A flow that stands outside flows/ is not silently taken, or silently ignored."""
    (copy / RS).rename(copy / place)
    _without_courses(copy)
    assert [(p.file, p.code) for p in examine(copy).problems] == [(place, "wrong_place")]


def test_a_broken_flow_is_still_there_to_be_offered(plant: Plant) -> None:
    """The flow that leads to it is not blamed for what is wrong with it."""
    report = plant("flows/ending_well.yaml", "do: plan", "do: dance")
    assert {p.file for p in report.problems} == {"flows/ending_well.yaml"}
