"""A fault in the units of a course is refused, with its place, its code and all the others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.content import course_test_checks, course_unit_checks
from adapters.content.course_file import examine_course
from bot.domain.courses.course import CourseTemplate
from tests.content.planted_courses import FOLDER, planted, whole_library
from tests.content.planted_faults import Planted

F = "family_alliance_5.yaml"
A = "act_relationship_4.yaml"
T = "ten_day_starter.yaml"
SECOND = "- n: 2\n    title: What we say without words"
ITEM = '      - {kind: webinar, title: "The message beside the words", required: true, link: null}'
OTHER = (
    '      - {kind: reading, title: "A short text on tone, seats and silence", required: true, link: null}'
)
FIRST = "id: u1q1\n        objectives: [A1]"
MISSING = "- agreement on aims\n"
VIEW = "view: {figures"
ASK = "{live: false, reply_within: PT48H"
PLANTED = (
    # the shape of it
    Planted(F, "pace: own", "pace: live", "units_in_live_pace", "units"),
    Planted(F, "pace: own", "pace: live", "ask_in_live_pace", "ask_instructor"),
    Planted(F, SECOND, SECOND.replace("n: 2", "n: 7"), "unit_numbers", "units"),
    Planted(F, SECOND, SECOND.replace("2", "1"), "unit_numbers", "units"),
    Planted(F, SECOND, "- n: 2\n    title: What an alliance is made of", "same_title", "units[n=2].title"),
    Planted(F, "minutes: 30", "minutes: 3", "too_small", "units[n=2].minutes"),
    Planted(T, "trainer_" + VIEW, "lasts: PT4H\ntrainer_" + VIEW, "only_with_units", "lasts"),
    Planted(T, "trainer_" + VIEW, "nudges: {if_idle: [P7D]}\ntrainer_" + VIEW, "only_with_units", "nudges"),
    Planted(T, "trainer_" + VIEW, "post_test: {draw: 5}\ntrainer_" + VIEW, "only_with_units", "post_test"),
    # how long it takes
    Planted(F, "lasts: PT4H", "lasts: PT3H30M", "lasts_too_short", "lasts"),
    Planted(F, "lasts: PT4H", "lasts: PT9H", "lasts_too_long", "lasts"),
    Planted(F, "lasts: PT4H", "lasts: 4 hours", "bad_form", "lasts"),
    # what is ticked
    Planted(
        F, f"{ITEM}\n{OTHER}\n", ITEM.replace("true", "false") + "\n", "nothing_required", "units[n=2].items"
    ),
    Planted(
        F,
        "A short text on tone, seats and silence",
        "The message beside the words",
        "same_title",
        "units[n=2].items[1].title",
    ),
    Planted(F, "kind: handout", "kind: podcast", "not_in_list", "units[n=5].items[1].kind"),
    Planted(F, "link: null", "link: http://example.org", "bad_form", "units[n=1].items[0].link"),
    # the questions
    Planted(
        F, "objectives: [A1, A2]", "objectives: [A1, A9]", "unknown_objective", "units[n=1].objectives[1]"
    ),
    Planted(F, FIRST, FIRST.replace("A1", "A9"), "unknown_objective", "units[n=1].test[u1q1].objectives[0]"),
    Planted(F, "id: u1q2", "id: u1q1", "duplicate_id", "units[n=1].test[u1q1].id"),
    Planted(F, "id: u5q1\n", "id: u1q1\n", "duplicate_id", "units[n=5].test[u1q1].id"),
    Planted(
        F,
        "Who can best say how strong the alliance is?",
        "When does an alliance need attention?",
        "same_question",
        "units[n=1].test[u1q12].q",
    ),
    Planted(F, "answer: 1", "answer: 4", "no_such_answer", "units[n=1].test[u1q1].answer"),
    Planted(F, "answer: 1", "answer: -1", "no_such_answer", "units[n=1].test[u1q1].answer"),
    Planted(F, "answer: 1", "answer: agreement", "no_such_answer", "units[n=1].test[u1q1].answer"),
    Planted(F, "answer: 1", "answer: true", "not_a_number", "units[n=1].test[u1q1].answer"),
    Planted(F, MISSING, "- trust in your training\n", "same_label", "units[n=1].test[u1q1].options.[3]"),
    Planted(F, MISSING, f"- {'x' * 76}\n", "too_long", "units[n=1].test[u1q1].options[1]"),
    Planted(F, "A bond is one part", "x" * 201, "too_long", "units[n=1].test[u1q1].why"),
    Planted(F, "answer: 1", "answer: 1.5", "not_a_number", "units[n=1].test[u1q1].answer"),
    Planted(F, "draw: 5", "draw: 7", "too_few_questions", "units[n=1].test"),
    Planted(F, "pool_at_least: 10", "pool_at_least: 13", "too_few_questions", "units[n=3].test"),
    Planted(F, "pool_at_least: 10", "pool_at_least: 5", "too_small", "post_test.pool_at_least"),
    # what is promised
    Planted(F, "nudge_at: PT36H", "nudge_at: PT48H", "nudge_too_late", "ask_instructor.nudge_at"),
    Planted(F, "[P7D, P21D]", "[P21D, P7D]", "nudges_order", "nudges.if_idle"),
    Planted(F, ASK, ASK.replace("false", "true"), "not_in_list", "ask_instructor.live"),
    Planted(
        F, "breach: [tell_asker, tell_owner]", "breach: [tell_asker]", "missing", "ask_instructor.breach[1]"
    ),
    Planted(F, "not_for: emergencies", "not_for: weekends", "not_in_list", "ask_instructor.not_for"),
    Planted(F, "shuffle_options: true", "shuffle_options: false", "not_in_list", "post_test.shuffle_options"),
    Planted(F, "pass_mark: 0.75", "pass_mark: 75", "too_large", "post_test.pass_mark"),
    Planted(F, "pass_mark: 0.75", "pass_mark: most", "not_a_number", "post_test.pass_mark"),
    Planted(F, "id: u1q1\n", "id: U1 Q1\n", "bad_form", "units[n=1].test[U1 Q1].id"),
    Planted(F, "[P7D, P21D]", "[a week]", "bad_form", "nudges.if_idle[0]"),
    Planted(F, "cooldown: PT12H", "cooldown: soon", "bad_form", "post_test.cooldown"),
    Planted(F, "{hours: null", '{hours: "4"', "organisers_own", "completion.evidence.hours"),
    # when a thing comes
    Planted(F, "at: u1.done +P3D", "at: u6.done +P3D", "no_such_unit", "push[chairs].at"),
    Planted(F, "at: u1.done +P3D", "at: idle +P3D", "idle_by_hand", "push[chairs].at"),
    Planted(F, "at: u1.done +P3D", "at: day 3", "moment_of_other_pace", "push[chairs].at"),
    Planted(F, "at: u1.done +P3D", "at: end +P3D", "moment_of_other_pace", "push[chairs].at"),
    Planted(F, "at: u1.done +P3D", "at: u1.done +P1D", "two_on_one_day", "push[chairs].at"),
    Planted(F, "at: u5.done +P30D", "at: u5.done +P14D", "two_on_one_day", "push[a_month].at"),
    Planted(F, "id: chairs", "id: u1_reflection", "duplicate_id", "push[u1_reflection].id"),
    Planted(A, "at: s1.start -P5D", "at: u1.done +P5D", "no_such_unit", "push[pre1].at"),
    # what is said
    Planted(F, 'audience: "Clinicians', 'audience: "Amazing clinicians', "praise", "meta.audience"),
    Planted(F, "title: Pushback as information", "title: Resistance", "label", "units[n=4].title"),
    Planted(F, "What is missing?", "What is missing!", "exclamation", "units[n=1].test[u1q1].q"),
    Planted(F, MISSING, "- simply time\n", "pressure", "units[n=1].test[u1q1].options[1]"),
    Planted(F, 'too."', 'too. You should share it."', "pressure", "units[n=1].test[u1q1].why"),
    Planted(
        F,
        "Which chair gets",
        "Are your hands cold? Which chair gets",
        "one_place_only",
        "units[n=5].reflection",
    ),
)


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_in_units_is_named(tmp_path: Path, fault: Planted) -> None:
    """With its place and its code."""
    report = examine_course(planted(tmp_path, fault), whole_library())
    assert (fault.path, fault.code) in {(each.path, each.code) for each in report.problems}


def test_every_code_of_units_has_a_planted_fault() -> None:
    """A check that nothing tests would be a promise that nobody keeps."""
    sources = (
        Path(each.__file__ or "").read_text("utf-8") for each in (course_test_checks, course_unit_checks)
    )
    found = {code for source in sources for code in re.findall(r'problem\(\s*"([a-z_]+)"', source)}
    assert found <= {fault.code for fault in PLANTED} | {"answers_not_spread", "too_few"}


def test_right_answers_stand_at_every_place_and_at_none_too_often(tmp_path: Path) -> None:
    """Two places that are never right, and one that is right over half of the time."""
    whole = (FOLDER / F).read_text("utf-8")
    first, second, rest = whole.partition("  - n: 2\n")
    file = tmp_path / "mine.yaml"
    file.write_text(first.replace("answer: 1", "answer: 0").replace("answer: 2", "answer: 0") + second + rest)
    found = examine_course(file, whole_library()).problems
    assert {(each.path, each.code) for each in found} == {("units[n=1].test", "answers_not_spread")}
    assert [each.message.split(".")[0] for each in found] == [
        "No right answer stands at place 2",
        "No right answer stands at place 3",
        "Over half of the right answers stand at place 1",
    ]


def test_a_course_of_nothing_is_refused(tmp_path: Path) -> None:
    """No session, no unit, and nothing that comes."""
    whole = (FOLDER / T).read_text("utf-8")
    file = tmp_path / "mine.yaml"
    file.write_text(whole[: whole.index("\npush:")] + "\n" + whole[whole.index("\ncredit:") :], "utf-8")
    found = {(each.path, each.code) for each in examine_course(file, whole_library()).problems}
    assert ("push", "too_few") in found


def test_every_problem_of_units_is_named_at_once(tmp_path: Path) -> None:
    """Also what is not in its form: the rest of its unit is looked over as if it were not there."""
    faults = [
        Planted(F, "pool_at_least: 10", "pool_at_least: ten", "not_a_number", "post_test.pool_at_least"),
        Planted(F, SECOND, SECOND.replace("n: 2", 'n: "2"'), "not_a_number", "units[1].n"),
        Planted(F, "minutes: 40", "minutes: 40 minutes", "not_a_number", "units[n=3].minutes"),
        Planted(F, "kind: handout", "kind: podcast", "not_in_list", "units[n=5].items[1].kind"),
        Planted(F, "A bond is one part", "x" * 201, "too_long", "units[n=1].test[u1q1].why"),
        Planted(F, "id: u1q3", "id: U1 Q3", "bad_form", "units[n=1].test[U1 Q3].id"),
        Planted(F, "id: u1q5", "id: u1q4", "duplicate_id", "units[n=1].test[u1q4].id"),
        Planted(F, "Pushback as information", "Resistance", "label", "units[n=4].title"),
        Planted(F, "at: u3.done +P3D", "at: u8.done +P3D", "no_such_unit", "push[bump].at"),
        Planted(F, "push:\n", "more: 1\npush:\n", "unknown_key", "more"),
    ]
    report = examine_course(planted(tmp_path, *faults), whole_library())
    assert {(each.path, each.code) for each in report.problems} == {(each.path, each.code) for each in faults}


def test_an_answer_may_be_given_by_its_words_or_its_place(tmp_path: Path) -> None:
    """Both mean the same: who writes need not count."""
    by_words = Planted(F, "answer: 1", "answer: agreement on aims", "", "")
    assert _made(planted(tmp_path, by_words)).course.units == _made(FOLDER / F).course.units


def test_a_course_day_by_day_may_take_questions_too(tmp_path: Path) -> None:
    """In each learner's own pace nobody meets, with units or without."""
    view = "trainer_view: {figures"
    asks = Planted(T, view, f"ask_instructor: {{reply_within: PT24H, nudge_at: PT18H}}\n{view}", "", "")
    assert _made(planted(tmp_path, asks)).course.ask is not None


def _made(file: Path) -> CourseTemplate:
    report = examine_course(file, whole_library())
    assert report.problems == ()
    assert report.template is not None
    return report.template
