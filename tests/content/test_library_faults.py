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

Plant = Callable[[str, str, str], Report]

S = "steam/sensations.yaml"
E = "steam/emotions.yaml"
M = "steam/mentalizing.yaml"
N = "wide/attunement.yaml"
R = "wide/rest.yaml"
G = "safety/regions.yaml"
Z = "safety/zones.yaml"
V = "voice.yaml"
S02 = "Think of the most comfortable moment your body had today. What was around you?"
S02_TEXT = f'text: "{S02}"'
M02_TEXT = "Same moment, other side. What might they have thought was going on in you?"
LONG = "x" * 76

PLANTED = [
    # a file that is not what it seems
    (S, "meta:\n", "meta: [\n", "bad_yaml", "line 3"),
    (S, "meta:\n", "meta: &m\n", "alias", "line 2"),
    (S, "version: 1", "version: *v", "alias", "line 12"),
    (S, "version: 1", "version: !!int 1", "tag", "line 12"),
    (S, "prompts:\n", "---\nprompts:\n", "two_documents", "line 10"),
    (S, "tags: [aware]", "tags: [[[[[[[[aware]]]]]]]]", "too_deep", "line 14"),
    (S, "version: 1", "version: 1\n    version: 1", "duplicate_key", "prompts[steam.sensations.S01].version"),
    (R, "eaten: ", "yes: ", "boolean_key", "prompts[wide.rest.R01].options.yes"),
    (R, "eaten: ", "1: ", "key_not_text", "prompts[wide.rest.R01].options.1"),
    (S, "kind: prompt", "kind: poem", "unknown_kind", "meta.kind"),
    (S, "kind: prompt", "sort: prompt", "unknown_kind", "meta.kind"),
    # a value that is not what its key needs
    (S, "reststop/v1", "reststop/v2", "not_in_list", "meta.schema"),
    (S, "domain: sensations", "domain: senses", "not_in_list", "meta.domain"),
    (S, "title: In the body", "title: In the body of a helper today", "too_long", "meta.title"),
    (S, "  title: In the body\n", "", "missing", "meta.title"),
    (S, "locale: en", "locale: english", "bad_form", "meta.locale"),
    (S, "audience: [clinician, cohort]", "audience: []", "too_few", "meta.audience"),
    (S, "version: 1", 'version: "1"', "not_a_number", "prompts[steam.sensations.S01].version"),
    (S, "version: 1", "version: 0", "too_small", "prompts[steam.sensations.S01].version"),
    (S, "family: body-scan-light", "family: Body Scan", "bad_form", "prompts[steam.sensations.S01].family"),
    (S, "    family: body-scan-light\n", "", "missing", "prompts[steam.sensations.S01].family"),
    (S, "tags: [aware]", "tags: aware", "not_a_list", "prompts[steam.sensations.S01].tags"),
    (S, "moment: [start_of_day, any]", "moment: [noon]", "not_in_list", "prompts[steam.sensations.S01].moment[0]"),
    (S, "modality: choice", "modality: poll", "not_in_list", "prompts[steam.sensations.S01].modality"),
    (S, "depth: 30s", "depth: 30", "not_in_list", "prompts[steam.sensations.S01].depth"),
    (S, "sensitivity: 1", "sensitivity: 4", "not_in_list", "prompts[steam.sensations.S01].sensitivity"),
    (S, "own_words: true", 'own_words: "yes"', "not_true_or_false", "prompts[steam.sensations.S01].own_words"),
    (S, "own_words: true", "skip: false", "skip_refused", "prompts[steam.sensations.S01].skip"),
    (S, "own_words: true", "points: 5", "unknown_key", "prompts[steam.sensations.S01].points"),
    (S, S02_TEXT, "text: 5", "not_text", "prompts[steam.sensations.S02].text"),
    (S, S02_TEXT, 'text: " two lines"', "bad_form", "prompts[steam.sensations.S02].text"),
    (S, S02, "a " * 161, "bad_form", "prompts[steam.sensations.S02].text"),
    (S, S02, "a " * 161 + "b", "too_long", "prompts[steam.sensations.S02].text"),
    (R, "sort of\n", f"{LONG}\n", "too_long", "prompts[wide.rest.R01].options.sort_of"),
    (R, '"yes"', "yes", "not_text", "prompts[wide.rest.R01].options.eaten"),
    (R, "eaten:", "Eaten:", "bad_form", "prompts[wide.rest.R01].options.Eaten"),
    (S, "author_role: drafter, ", "", "missing", "meta.review.author_role"),
    (S, "reviewed_on: null", "reviewed_on: soon", "bad_date", "meta.review.reviewed_on"),
    # a prompt whose parts do not fit together
    (S, "domain: sensations", "domain: rest", "wrong_folder", "prompts[steam.sensations.S01]"),
    (S, "domain: sensations", "domain: thoughts", "wrong_id", "prompts[steam.sensations.S01].id"),
    (S, "  domain: sensations\n", "", "missing", "prompts[steam.sensations.S01].domain"),
    (S, "version: 1", "version: 1\n    domain: rest", "domain_twice", "prompts[steam.sensations.S01].domain"),
    (S, "modality: choice", "modality: flow", "flow_here", "prompts[steam.sensations.S01].modality"),
    (S, "modality: choice", "modality: text", "options_unused", "prompts[steam.sensations.S01].options"),
    (S, "modality: choice", "modality: text", "own_words_unused", "prompts[steam.sensations.S01].own_words"),
    (S, "modality: choice", "modality: mark", "options_count", "prompts[steam.sensations.S01].options"),
    (S, "modality: text", "modality: choice", "options_count", "prompts[steam.sensations.S02].options"),
    (R, "sort of\n", '"Yes"\n', "same_label", "prompts[wide.rest.R01].options.sort_of"),
    (E, "mixed: mixed", "own: my own word", "own_words_as_option", "prompts[steam.emotions.E01].options.own"),
    (N, "    low_label: none\n", "", "missing", "prompts[wide.attunement.N01].low_label"),
    (N, "modality: scale", "modality: text", "ends_unused", "prompts[wide.attunement.N01].high_label"),
    (R, "sensitivity: 0", "sensitivity: 2\n    gentle: true", "gentle_but_tender", "prompts[wide.rest.R01].gentle"),
    (R, "depth: 30s", "depth: 10min\n    gentle: true", "gentle_but_long", "prompts[wide.rest.R01].depth"),
    (S, "status: draft", "status: reviewed", "review_untold", "meta.review"),
    (S, "reviewed_on: null", "reviewed_on: 2026-01-31", "review_of_draft", "meta.review"),
    # prompts that do not fit each other
    (S, "sensations.S02", "sensations.S01", "duplicate_id", "prompts[steam.sensations.S01].id"),
    (M, "pair: steam.mentalizing.M02", "pair: steam.mentalizing.M09", "pair_missing", "prompts[steam.mentalizing.M01].pair"),
    (M, "pair: steam.mentalizing.M02", "pair: steam.mentalizing.M01", "pair_missing", "prompts[steam.mentalizing.M01].pair"),
    (M, "    pair: steam.mentalizing.M02\n", "", "pair_one_way", "prompts[steam.mentalizing.M02].pair"),
    (S, S02, M02_TEXT.replace("thought", "felt"), "alike", "prompts[steam.sensations.S02].text"),
    # the voice, wherever people read
    (S, S02, "You should rest now.", "pressure", "prompts[steam.sensations.S02].text"),
    (S, S02, "What a day!", "exclamation", "prompts[steam.sensations.S02].text"),
    (S, S02, "Who? What? Where?", "too_many_questions", "prompts[steam.sensations.S02].text"),
    (S, S02, "What is their name?", "asks_identity", "prompts[steam.sensations.S02].text"),
    (R, "not_yet: not yet", "not_yet: not yet, amazing", "praise", "prompts[wide.rest.R01].options.not_yet"),
    (N, "high_label: plenty", "high_label: plenty!", "exclamation", "prompts[wide.attunement.N01].high_label"),
    (S, "title: In the body", "title: Just the body", "pressure", "meta.title"),
    # help lines, zones and the voice's own file
    (G, '"911"', "911", "not_text", "regions[CA].emergency"),
    (G, 'numbers: ["1737"]', 'numbers: ["1738"]', "number_unseen", "regions[NZ].lines[0].numbers"),
    (G, 'numbers: ["1737"]', "numbers: [1737]", "not_text", "regions[NZ].lines[0].numbers[0]"),
    (G, "https://1737.org.nz/", "http://1737.org.nz/", "bad_form", "regions[NZ].lines[0].source"),
    (G, "code: IE", "code: GB", "duplicate_id", "regions[GB].code"),
    (G, "kind: abuse", "kind: other", "not_in_list", "regions[AU].lines[1].kind"),
    (G, "checked_on: null", "checked_on: 2026-02-30", "bad_value", ""),
    (G, "hours: any hour", "hours: any hour!", "exclamation", "regions[AU].lines[0].hours"),
    (Z, "  NZ:\n", "  XX:\n", "unknown_region", "zones.XX"),
    (Z, "Pacific/Chatham", "Pacific/Chathan", "unknown_zone", "zones.NZ"),
    (Z, "Pacific/Chatham", "Europe/Paris", "duplicate_zone", "zones.NZ"),
    (V, "bounce|bouncing|bounces back", "bounce(d)? back", "bad_phrase", "rules[optimism]"),
    (V, "silver lining", "... lining", "bad_phrase", "rules[optimism]"),
    (V, "kind: voice", "kind: zones", "missing", "zones"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code", "path"), PLANTED)
def test_a_planted_fault_is_named(
    plant: Plant, file: str, old: str, new: str, code: str, path: str
) -> None:
    """Each kind of problem is found with its file, its key and its code, and says what to do."""
    problems = plant(file, old, new).problems
    found = [p for p in problems if (p.file, p.path, p.code) == (file, path, code)]
    assert found, [str(problem) for problem in problems]
    assert all(len(problem.message.split()) > 3 for problem in found)


@pytest.mark.parametrize(("file", "old", "new", "code", "path"), PLANTED)
def test_a_broken_file_does_not_hide_the_others(
    plant: Plant, copy: Path, file: str, old: str, new: str, code: str, path: str
) -> None:
    """A second fault elsewhere is named in the same go."""
    second = copy / "steam" / "actions.yaml"
    second.write_text(second.read_text("utf-8").replace("depth: 2min", "depth: never", 1), "utf-8")
    named = {(p.file, p.path, p.code) for p in plant(file, old, new).problems}
    assert {(file, path, code), ("steam/actions.yaml", "prompts[steam.actions.A01].depth", "not_in_list")} <= named


def test_one_broken_prompt_does_not_hide_its_neighbours(plant: Plant, copy: Path) -> None:
    """In the same file, too, every problem comes at once, and sound prompts can be previewed."""
    file = copy / S
    file.write_text(file.read_text("utf-8").replace(S02, "You must rest!"), "utf-8")
    report = plant(S, "sensitivity: 1", "sensitivity: 9")
    assert [(p.path, p.code) for p in report.problems] == [
        ("prompts[steam.sensations.S01].sensitivity", "not_in_list"),
        ("prompts[steam.sensations.S02].text", "exclamation"),
        ("prompts[steam.sensations.S02].text", "pressure"),
    ]
    assert report.by_domain()["sensations"] == 2


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
    plant(S, S02, "What a day!")
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
    (copy / "commons").mkdir()
    (copy / "commons" / "any.yaml").write_text(COMMONS, "utf-8")
    report = examine(copy)
    assert report.problems == ()
    assert (report.by_domain()["commons"], report.by_domain()["rest"]) == (1, 1)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("gentle: true", "gentle: false", "not_for_commons"),
        ("depth: 30s", "depth: 2min", "not_for_commons"),
        ("domain: rest, ", "", "missing"),
        ("commons.K01", "wide.rest.R09", "wrong_id"),
    ],
)
def test_what_is_common_is_gentle_and_short(copy: Path, old: str, new: str, code: str) -> None:
    """Only what fits any day belongs to the commons."""
    (copy / "commons").mkdir()
    (copy / "commons" / "any.yaml").write_text(COMMONS.replace(old, new), "utf-8")
    assert [p.code for p in examine(copy).problems] == [code]


def test_a_prompt_may_have_a_review_of_its_own(plant: Plant) -> None:
    """One prompt of a file can be reviewed while its neighbours are drafts."""
    role = "reviewed_by_role: psychologist, reviewed_on: 2026-01-31"
    own = f"version: 1\n    review: {{status: reviewed, author_role: drafter, {role}}}"
    report = plant(S, "version: 1", own)
    assert report.problems == ()
    assert report.drafts() == 30


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_file_can_crash_the_check(tmp_path: Path, raw: bytes) -> None:
    """Looking a folder over never raises, whatever stands in it."""
    (tmp_path / "any.yaml").write_bytes(raw)
    assert examine(tmp_path).problems


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(meta=JSON, prompts=JSON, kind=st.sampled_from(["prompt", "regions", "zones", "voice"]))
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_shape_can_crash_the_check(tmp_path: Path, meta: object, prompts: object, kind: str) -> None:
    """Nor do well-formed files of the wrong shape; YAML reads what JSON writes."""
    head = {**(meta if isinstance(meta, dict) else {}), "kind": kind}
    body = json.dumps({"meta": head, "prompts": prompts, "regions": prompts, "rules": prompts})
    (tmp_path / "any.yaml").write_text(body, "utf-8")
    assert examine(tmp_path).problems
