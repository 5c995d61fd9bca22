"""A fault in a course is refused, with its place, its code and all the others; `reststop course check`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from adapters.content import course_checks, course_times
from adapters.content.course_file import course_in, examine_course
from bot.app.cli.course import course
from bot.app.library import library_folder
from bot.errors import ContentBroken
from tests.content.conftest import Plant
from tests.content.planted_courses import FOLDER, planted, whole_library
from tests.content.planted_faults import Planted

A = "act_relationship_4.yaml"
F = "attachment_steam_4.yaml"
T = "ten_day_starter.yaml"
W = "two_week_starter.yaml"
TOOL = "options: {tool: in the tool, contact: in contact, both: back and forth, unsure: cannot say}"
SECOND = '- n: 2\n    start: "2026-12-08T16:00"'
PLANTED = (
    # what it sets out to do
    Planted(A, "[O1, O6]\n    tags", "[O1, O9]\n    tags", "unknown_objective", "push[pre1].objectives[1]"),
    Planted(A, "[O1, O6]\n    tags", "[O1, O1]\n    tags", "objective_twice", "push[pre1].objectives[1]"),
    Planted(
        F, "objectives: [O5, O6]", "objectives: [O5, O8]", "unknown_objective", "sessions[n=3].objectives[1]"
    ),
    Planted(A, "O1: describe", "1O: describe", "bad_form", "objectives.1O"),
    # its calendar
    Planted(A, "zone: America/New_York", "zone: America/New_Yrok", "unknown_zone", "zone"),
    Planted(A, SECOND, SECOND.replace("08T16", "01T17"), "sessions_overlap", "sessions"),
    Planted(A, SECOND, SECOND.replace("12-08", "11-08"), "sessions_order", "sessions"),
    Planted(A, SECOND, SECOND.replace("n: 2", "n: 5"), "session_numbers", "sessions"),
    Planted(A, SECOND, SECOND.replace("12-08", "02-30"), "no_such_time", "sessions[n=2].start"),
    Planted(A, SECOND, SECOND.replace("T16:00", " at 4"), "bad_form", "sessions[n=2].start"),
    Planted(A, "pace: live", "pace: own", "sessions_in_own_pace", "sessions"),
    Planted(T, "pace: own", "pace: live", "no_sessions", "sessions"),
    Planted(T, "basis: none", "basis: live_attendance", "live_only", "credit.basis"),
    Planted(
        T,
        "trainer_view:",
        "recordings: {open_for: P9M, remind_before: P14D}\ntrainer_view:",
        "live_only",
        "recordings",
    ),
    Planted(
        T, "trainer_view:", "policy: {free_until: P14D}\ntrainer_view:", "live_only", "policy.free_until"
    ),
    Planted(A, "minutes: 120", "minutes: 5", "too_small", "sessions[n=1].minutes"),
    Planted(A, SECOND, SECOND + "\n    n: 2", "duplicate_key", "sessions[n=2].n"),
    # when a thing comes
    Planted(A, "at: s1.start -P5D", "at: s1.start -P61D", "before_enrolment", "push[pre1].at"),
    Planted(A, "at: s1.start -P5D", "at: s5.start -P5D", "no_such_session", "push[pre1].at"),
    Planted(A, "at: s1.start -P5D", "at: the day before", "no_moment", "push[pre1].at"),
    Planted(A, "at: s1.end +P4D", "at: s1.end +P1D", "two_on_one_day", "push[mid1].at"),
    Planted(A, "at: s1.end +P4D", "at: day 4", "moment_of_other_pace", "push[mid1].at"),
    Planted(T, "at: day 4", "at: s1.end +P1D", "moment_of_other_pace", "push[own_way].at"),
    Planted(T, "at: day 4", "at: end +P30D", "moment_of_other_pace", "push[own_way].at"),
    Planted(T, "at: day 4", "at: u1.done +P1D", "no_such_unit", "push[own_way].at"),
    Planted(T, "at: day 4", "at: idle +P7D", "idle_by_hand", "push[own_way].at"),
    Planted(T, "at: day 4", "at: day 3", "two_on_one_day", "push[own_way].at"),
    Planted(T, "at: day 4", "at: day 4 25:00", "no_moment", "push[own_way].at"),
    # how it is answered
    Planted(A, "id: mid2", "id: mid1", "duplicate_id", "push[mid1].id"),
    Planted(A, TOOL, "options: {tool: in the tool}", "options_count", "push[mid1].options"),
    Planted(A, TOOL, TOOL.replace("back and forth", "in contact"), "same_label", "push[mid1].options.both"),
    Planted(
        A, TOOL, TOOL.replace("cannot say", "my own word"), "own_words_as_option", "push[mid1].options.unsure"
    ),
    Planted(A, TOOL, TOOL.replace("unsure", "own_words"), "reserved_name", "push[mid1].options.own_words"),
    Planted(A, "do: choice\n", "do: text\n", "options_unused", "push[mid1].options"),
    Planted(A, "do: scale", "do: text", "ends_unused", "push[mid3].low_label"),
    Planted(A, "    low_label: not at all\n", "", "missing", "push[mid3].low_label"),
    Planted(A, "family: a-reminder", "own_words: true", "own_words_unused", "push[pre1].own_words"),
    Planted(A, "flow: rupture_repair", "flow: repair_shop", "unknown_flow", "push[post4].flow"),
    Planted(A, "    flow: rupture_repair\n", "", "missing", "push[post4].flow"),
    Planted(A, "do: flow", "do: text", "flow_unused", "push[post4].flow"),
    Planted(W, "fact: shares_of_change", "fact: shares", "unknown_fact", "push[shares].fact"),
    Planted(W, "do: read", "do: text", "fact_unused", "push[shares].fact"),
    Planted(W, "percent: 40", "percent: 45", "shares_sum", "facts.shares_of_change.shares"),
    Planted(
        A,
        "title: A short text on the stance",
        'title: "Further reading, for who likes it"',
        "same_title",
        "sessions[n=1].readings[1].title",
    ),
    # what is said
    Planted(A, "What did you drop?", "You should rest.", "pressure", "push[look_back].text"),
    Planted(A, "tool: in the tool", "tool: burned out", "label", "push[mid1].options.tool"),
    Planted(A, 'about: "Four', 'about: "Amazing! Four', "praise", "about"),
    Planted(A, "title: Inside the helper", "title: Inside the hemisphere", "label", "sessions[n=2].title"),
    Planted(A, "Mending a small one", "Mending a small one!", "exclamation", "sessions[n=4].segments[1]"),
    Planted(A, "What did you drop?", "Are your shoulders up?", "one_place_only", "push[look_back]"),
    Planted(A, "status: draft", "status: reviewed", "review_untold", "meta.review"),
    # what the organiser alone can say
    Planted(A, "hours: null", 'hours: "8"', "organisers_own", "organiser.hours"),
    Planted(A, "disclosures: null", "disclosures: none to make", "organisers_own", "organiser.disclosures"),
    Planted(A, "approvals: null, ", "", "missing", "organiser.approvals"),
    Planted(A, "counts_recording: false", "counts_recording: true", "not_in_list", "credit.counts_recording"),
    Planted(A, "free_text: never", "free_text: always", "not_in_list", "trainer_view.free_text"),
    Planted(A, "open_for: P9M", "open_for: 9 months", "bad_form", "recordings.open_for"),
    Planted(A, "late_grace: PT10M", "late_grace: PT2H", "bad_form", "attendance.late_grace"),
    Planted(A, "about:", "aboot:", "unknown_key", "aboot"),
)
IN_A_LIBRARY = (
    Planted(f"courses/{A}", "id: act_relationship_4", "id: other", "wrong_id", "meta.id"),
    Planted(
        f"courses/{W}",
        '"Two weeks: a relationship to count on"',
        '"Ten days: a question a day"',
        "same_title",
        "meta.title",
    ),
    Planted(
        f"courses/{F}",
        "objectives: [O4]\n    tags",
        "objectives: [O5]\n    tags",
        "objective_unserved",
        "objectives.O4",
    ),
)


def _check(*words: str) -> Result:
    return CliRunner().invoke(course, ["check", *words])


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_in_a_course_is_named(tmp_path: Path, fault: Planted) -> None:
    """With its place and its code, wherever the file lies."""
    report = examine_course(planted(tmp_path, fault), whole_library())
    assert (fault.path, fault.code) in {(each.path, each.code) for each in report.problems}


@pytest.mark.parametrize("fault", IN_A_LIBRARY)
def test_a_fault_among_courses_is_named(plant: Plant, fault: Planted) -> None:
    """What holds between the files of a library, and for one that comes with it."""
    problems = plant(fault.file, fault.old, fault.new).problems
    assert (fault.file, fault.path, fault.code) in {(p.file, p.path, p.code) for p in problems}


def test_every_code_of_courses_has_a_planted_fault() -> None:
    """A check that nothing tests would be a promise that nobody keeps."""
    sources = (Path(each.__file__ or "").read_text("utf-8") for each in (course_checks, course_times))
    found = {code for source in sources for code in re.findall(r'problem\(\s*"([a-z_]+)"', source)}
    assert found <= {fault.code for fault in (*PLANTED, *IN_A_LIBRARY)} | {"too_many"}


def test_options_beside_a_free_answer_stay_ten(tmp_path: Path) -> None:
    """Ten are the most that a card of a course offers."""
    ten = ", ".join(f"way_{n}: way {n}" for n in range(10))
    wide = Planted(A, TOOL, f"options: {{{ten}}}\n    own_words: true", "too_many", "push[mid1].options")
    problems = examine_course(planted(tmp_path, wide), whole_library()).problems
    assert (wide.path, wide.code) in {(each.path, each.code) for each in problems}


def test_every_problem_is_named_at_once(tmp_path: Path) -> None:
    """An objective, a moment, two sessions, a zone, and entries that are not even in their form."""
    faults = [
        Planted(
            A, "[O1, O6]\n    tags", "[O1, O9]\n    tags", "unknown_objective", "push[pre1].objectives[1]"
        ),
        Planted(A, "zone: America/New_York", "zone: Europe/Nowhere", "unknown_zone", "zone"),
        Planted(A, 'start: "2026-12-15T16', 'start: "2026-12-08T17', "sessions_overlap", "sessions"),
        Planted(A, "at: s1.start -P5D", "at: s1.start -P75D", "before_enrolment", "push[pre1].at"),
        Planted(A, "at: s1.end +P4D", "at: s9.end", "no_such_session", "push[mid1].at"),
        Planted(A, "at: s2.end +P4D\n    id: mid2", "at: 4\n    id: mid2", "not_text", "push[mid2].at"),
        Planted(A, "at: s3.start -PT3H", "at: s3.start -P2D", "", ""),
        Planted(A, "at: s3.end +P1D", "at: s3.end +P2D", "", ""),
        Planted(A, "hours: null", "hours: 8", "organisers_own", "organiser.hours"),
        Planted(A, "free_text: never", "free_text: always", "not_in_list", "trainer_view.free_text"),
        Planted(A, "free_until: P14D", "free_until: soon", "bad_form", "policy.free_until"),
        Planted(A, "push:\n", "more: 1\npush:\n", "unknown_key", "more"),
    ]
    report = examine_course(planted(tmp_path, *faults), whole_library())
    found = {(each.path, each.code) for each in report.problems}
    assert found == {(fault.path, fault.code) for fault in faults if fault.code}


def test_a_course_that_is_sound_is_made_and_another_refused(tmp_path: Path) -> None:
    """Half a course is never used."""
    assert course_in(FOLDER / A, whole_library()).id == "act_relationship_4"
    with pytest.raises(ContentBroken) as caught:
        course_in(planted(tmp_path, PLANTED[0]), whole_library())
    assert [line.partition(":")[0] for line in caught.value.problems] == ["mine.yaml"]


def test_check_tells_the_coverage_and_what_is_left_empty() -> None:
    """Six of six, each with what serves it."""
    told = _check(str(FOLDER / A))
    assert told.exit_code == 0
    assert "Objectives served by a prompt: 6/6." in told.stdout
    assert (
        "O2  use your inner experience in the service of the work: session 2, pre2, post2, mid2"
        in told.stdout
    )
    assert "Left empty for the organiser: disclosures, approvals, credit hours, 3 links." in told.stdout
    assert told.stdout.endswith("No problems.\n")


def test_an_objective_that_nothing_serves_is_said_and_not_refused(tmp_path: Path) -> None:
    """A trainer may have a session for it, and no prompt."""
    told = _check(str(planted(tmp_path, Planted(F, "[O4]\n    tags", "[O5]\n    tags", "", ""))))
    assert told.exit_code == 0
    assert "served by a prompt: 6/7." in told.stdout
    assert "hear both: session 2, no prompt yet" in told.stdout


def test_check_prints_one_json_object(tmp_path: Path) -> None:
    """For tools: what serves what, and every problem."""
    told = json.loads(_check(str(FOLDER / F), "--json").stdout)
    assert told["coverage"]["O4"] == {"sessions": [2], "prompts": ["mid2"]}
    assert (told["unserved"], told["problems"]) == ([], [])
    broken = _check(str(planted(tmp_path, PLANTED[0])), "--json")
    assert broken.exit_code == 1
    assert [each["code"] for each in json.loads(broken.stdout)["problems"]] == ["unknown_objective"]


@pytest.mark.parametrize(
    ("text", "code"), [("a: [", "bad_yaml"), ("", "empty"), ("meta: {kind: poem}", "unknown_kind")]
)
def test_what_is_no_course_is_named(tmp_path: Path, text: str, code: str) -> None:
    """A file that cannot be read, an empty one, another kind."""
    file = tmp_path / "mine.yaml"
    file.write_text(text, "utf-8")
    told = _check(str(file), "--json")
    assert told.exit_code == 1
    assert [each["code"] for each in json.loads(told.stdout)["problems"]] == [code]


def test_a_round_is_no_course() -> None:
    """It is said so, however sound it is."""
    told = _check(str(library_folder() / "rounds" / "working_day.yaml"))
    assert told.exit_code == 1
    assert "This is no course." in told.stdout
