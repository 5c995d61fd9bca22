"""Faults planted in a copy of the real library: each is named with its file, its place and a stable code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.content.loader import Report, examine, load
from bot.errors import ContentBroken
from tests.content.planted_faults import PLANTED, R01, TEXT, G, Planted, R, S, V, Z
from tests.examples import examples

Plant = Callable[[str, str, str], Report]


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_named(plant: Plant, fault: Planted) -> None:
    """Each kind of problem is found with its file, its key and its code, and says what to do."""
    problems = plant(fault.file, fault.old, fault.new).problems
    found = [p for p in problems if (p.file, p.path, p.code) == (fault.file, fault.path, fault.code)]
    assert found, [str(problem) for problem in problems]
    assert all(len(problem.message.split()) > 2 for problem in found)


@pytest.mark.parametrize("fault", PLANTED[::12])
def test_a_broken_file_does_not_hide_the_others(plant: Plant, copy: Path, fault: Planted) -> None:
    """A second fault elsewhere is named in the same go."""
    second = copy / "steam" / "actions.yaml"
    second.write_text(second.read_text("utf-8").replace("depth: 2min", "depth: never", 1), "utf-8")
    named = {(p.file, p.path, p.code) for p in plant(fault.file, fault.old, fault.new).problems}
    assert (fault.file, fault.path, fault.code) in named
    assert ("steam/actions.yaml", "prompts[steam.actions.A01].depth", "not_in_list") in named


def test_one_broken_prompt_does_not_hide_its_neighbours(plant: Plant, copy: Path) -> None:
    """In the same file, too, every problem comes at once, and sound prompts can be previewed."""
    file = copy / S
    before = examine(copy).by_domain()["sensations"]
    file.write_text(file.read_text("utf-8").replace(TEXT, "You must rest!"), "utf-8")
    report = plant(S, "sensitivity: 1", "sensitivity: 9")
    assert [(p.path, p.code) for p in report.problems] == [
        ("prompts[steam.sensations.S01].sensitivity", "not_in_list"),
        ("prompts[steam.sensations.S02].text", "exclamation"),
        ("prompts[steam.sensations.S02].text", "pressure"),
    ]
    assert report.by_domain()["sensations"] == before - 1


@pytest.mark.parametrize("name", [G, Z, V])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    """Without help lines, zones or a voice there is no library."""
    (copy / name).unlink()
    assert [(p.file, p.code) for p in examine(copy).problems] == [(name, "missing_file")]
    with pytest.raises(ContentBroken):
        load(copy)


def test_a_file_in_the_wrong_place_is_named(copy: Path) -> None:
    """A second file of help lines is not silently preferred, or silently ignored."""
    shutil.copy(copy / G, copy / "safety" / "more.yml")
    assert [(p.file, p.code) for p in examine(copy).problems] == [("safety/more.yml", "wrong_place")]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"# only a remark\n", "empty"),
        (b"meta: " + b"x" * 70_000, "too_large"),
        (b"text: \xff\xfe", "not_utf8"),
        (b"text: a\x00b", "bad_yaml"),
        (b"- a\n- b\n", "unknown_kind"),
        (b"only words", "unknown_kind"),
        (b"{[a, b]: c}", "key_not_text"),
        (b"<<: {a: 1}", "key_not_text"),
        (b"a: " + b"[" * 5000, "too_deep"),
        (b"n: " + b"9" * 5000, "bad_value"),
    ],
)
def test_a_strange_file_is_named(copy: Path, raw: bytes, code: str) -> None:
    """Whatever stands in a file, it is one problem of that file and no crash."""
    (copy / "wide" / "strange.yaml").write_bytes(raw)
    assert [(p.file, p.code) for p in examine(copy).problems] == [("wide/strange.yaml", code)]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """A wrong path is reported like any other problem."""
    assert [p.code for p in examine(tmp_path / "nowhere").problems] == ["no_folder"]


def test_other_files_are_left_alone(copy: Path) -> None:
    """Notes and hidden folders beside the prompts are nobody's business."""
    (copy / "README.md").write_text("Notes!", "utf-8")
    (copy / "folder.yaml").mkdir()
    assert examine(copy).problems == ()


def test_loading_carries_every_problem(plant: Plant, copy: Path) -> None:
    """A start-up that fails says all there is to repair, one line each."""
    plant(S, TEXT, "What a day!")
    plant(R, "depth: 30s", "depth: never")
    with pytest.raises(ContentBroken) as caught:
        load(copy)
    assert caught.value.sentence == "The prompt library has problems."
    assert len(caught.value.problems) == 2
    assert caught.value.problems[0].startswith(f"{S}: prompts[steam.sensations.S02].text: ")
    assert caught.value.problems[1].startswith(f"{R}: prompts[wide.rest.R01].depth: ")


COMMONS = """
meta:
  schema: reststop/v1
  kind: prompt
  locale: en
  title: Any time
  audience: [clinician]
  review: {status: draft, author_role: drafter}
prompts:
  - {id: commons.K01, version: 1, domain: rest, family: window, moment: [any], modality: text,
     depth: 30s, sensitivity: 0, gentle: true, text: "Look out of a window. Which colour comes first?"}
"""


def test_the_commons_count_apart(copy: Path) -> None:
    """A gentle prompt for everybody has a domain and is counted as common."""
    before = examine(copy).by_domain()
    (copy / "commons" / "any.yaml").write_text(COMMONS, "utf-8")
    report = examine(copy)
    assert report.problems == ()
    assert report.by_domain() == {**before, "commons": before["commons"] + 1}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("gentle: true", "gentle: false", "not_for_commons"),
        ("depth: 30s", "depth: 2min", "not_for_commons"),
        ("domain: rest, ", "", "missing"),
        ("commons.K01", "wide.rest.R99", "wrong_id"),
    ],
)
def test_what_is_common_is_gentle_and_short(copy: Path, old: str, new: str, code: str) -> None:
    """Only what fits any day belongs to the commons."""
    (copy / "commons" / "any.yaml").write_text(COMMONS.replace(old, new), "utf-8")
    assert [p.code for p in examine(copy).problems] == [code]


def test_a_prompt_may_have_a_review_of_its_own(plant: Plant) -> None:
    """One prompt of a file can be reviewed while its neighbours are drafts."""
    role = "reviewed_by_role: psychologist, reviewed_on: 2026-01-31"
    own = f"version: 1\n    review: {{status: reviewed, author_role: drafter, {role}}}"
    report = plant(S, "version: 1", own)
    assert report.problems == ()
    every = (*report.prompts, *report.flows, *report.readings, *report.templates, *report.rounds)
    assert report.drafts() == len(every) + len(report.courses) - 1


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_can_crash_the_check(tmp_path: Path, raw: bytes) -> None:
    """Looking a folder over never raises, whatever stands in it."""
    (tmp_path / "any.yaml").write_bytes(raw)
    assert examine(tmp_path).problems


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(meta=JSON, prompts=JSON, kind=st.sampled_from(["prompt", "flow", "regions", "zones", "voice"]))
@settings(examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_shape_can_crash_the_check(tmp_path: Path, meta: object, prompts: object, kind: str) -> None:
    """Nor do well-formed files of the wrong shape; YAML reads what JSON writes."""
    head = {**(meta if isinstance(meta, dict) else {}), "kind": kind}
    keys = ("prompts", "regions", "rules", "steps", "start", "short_skips", "looking_back")
    body = json.dumps({"meta": head, **dict.fromkeys(keys, prompts)})
    (tmp_path / "any.yaml").write_text(body, "utf-8")
    assert examine(tmp_path).problems


@pytest.mark.parametrize(
    ("count", "free", "fits"),
    [(25, "false", True), (26, "false", False), (24, "true", True), (25, "true", False)],
)
def test_options_fit_one_select(plant: Plant, count: int, free: str, *, fits: bool) -> None:
    """A select holds 25, and a free answer is one of them."""
    more = "".join(f"      more_{n}: number {n}\n" for n in range(count - 4))
    report = plant(R, "    options:\n", f"    own_words: {free}\n    options:\n{more}")
    assert [(p.path, p.code) for p in report.problems] == ([] if fits else [(f"{R01}.options", "too_many")])


def test_options_without_names_are_explained(plant: Plant) -> None:
    """A writer who gives a list of labels is told how to name them."""
    report = plant(R, "options:\n", "options: [sort of, not yet]\n    names:\n")
    found = {(p.path, p.code): p.message for p in report.problems}
    assert set(found) == {(f"{R01}.options", "not_a_map"), (f"{R01}.names", "unknown_key")}
    assert "name: label" in found[f"{R01}.options", "not_a_map"]
