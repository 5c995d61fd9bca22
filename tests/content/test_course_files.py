"""Courses of the library: what ships, and what an organisation may bring."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.content.loader import examine, load
from bot.app.cli.content import content
from bot.app.fitting import misfit_courses
from bot.app.library import library_folder
from bot.domain.courses.course import EVIDENCE_ONLY, CourseTemplate, Does, Pace
from bot.domain.courses.coverage import coverage
from bot.domain.courses.timeline import LearnerTime, timeline
from bot.domain.courses.timetable import instant_of, moved_to, starts_at
from bot.domain.courses.written import body_of, course_of
from bot.domain.people import QuietHours
from bot.domain.prompts import Sensitivity
from bot.domain.zones import zone_of
from tests.content.own_pack import written
from tests.made_once import our_library

COURSES = {each.id: each for each in our_library().courses()}
LIVE = ("act_relationship_4", "attachment_steam_4")
OWN = ("ten_day_starter", "two_week_starter")
UNITS = "family_alliance_5"
COMPLETION_ONLY = "Evidence of completion. Your board decides."
ZONES = (
    "Pacific/Honolulu",
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Nairobi",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
)
W = "courses/two_week_starter.yaml"


def test_five_courses_ship_and_all_are_drafts() -> None:
    """Two of four live sessions, two day by day, one in units; nobody reviewed them."""
    assert set(COURSES) == {*LIVE, *OWN, UNITS}
    assert all(each.review.is_draft for each in COURSES.values())
    assert {each.id for each in COURSES.values() if each.course.pace is Pace.OWN} == {*OWN, UNITS}
    assert {len(COURSES[each].course.sessions) for each in LIVE} == {4}
    assert len(COURSES["ten_day_starter"].course.pushes) == 10
    assert max(push.when.day for push in COURSES["two_week_starter"].course.pushes) == 14


@pytest.mark.parametrize("kept", COURSES.values(), ids=str)
def test_every_objective_is_served(kept: CourseTemplate) -> None:
    """By a prompt, and in a live course by a session."""
    found = coverage(kept.course)
    assert found.unserved == ()
    assert found.in_words == f"{len(kept.course.objectives)}/{len(kept.course.objectives)}"
    if kept.course.pace is Pace.LIVE:
        assert all(found.sessions.values())


@pytest.mark.parametrize("kept", COURSES.values(), ids=str)
def test_nothing_that_only_an_organiser_can_say_is_filled_in(kept: CourseTemplate) -> None:
    """No hours, no words on money, no link; what could be handed to a board says what it is worth."""
    course = kept.course
    assert course.credit.hours == ""
    assert course.credit.wording == (COMPLETION_ONLY if course.units else EVIDENCE_ONLY)
    assert course.policy.text == ""
    assert {item.link for item in course.items.values()} <= {""}


@pytest.mark.parametrize("kept", COURSES.values(), ids=str)
def test_a_course_survives_being_kept(kept: CourseTemplate) -> None:
    """What a cohort's page keeps of it is the whole of it."""
    assert course_of(json.loads(json.dumps(body_of(kept.course)))) == kept.course


@pytest.mark.parametrize("course_id", LIVE)
@pytest.mark.parametrize("first", [date(2026, 12, 1), date(2027, 3, 2), date(2027, 10, 19)])
def test_what_comes_goes_forward_and_never_twice_a_day(course_id: str, first: date) -> None:
    """Whatever the first date, summer time or not: in the order of the file, each on a day of its own."""
    course = moved_to(COURSES[course_id].course, first)
    instants = [instant_of(course, push.when) for push in course.pushes]
    assert None not in instants
    times = [at for at in instants if at is not None]
    assert times == sorted(times)
    days = Counter(at.astimezone(zone_of(course.zone)).date() for at in times)
    assert max(days.values()) == 1


@pytest.mark.parametrize("course_id", LIVE)
def test_two_boosters_come_a_month_and_three_months_on(course_id: str) -> None:
    """30 and 90 days after the last session."""
    last = [str(push.when) for push in COURSES[course_id].course.pushes][-2:]
    assert last == ["end +P30D", "end +P90D"]


@pytest.mark.parametrize("course_id", LIVE)
def test_pre_work_practice_capture_and_a_look_back(course_id: str) -> None:
    """Something before each session, within two days after it, and two weeks after the last."""
    pushes = COURSES[course_id].course.pushes
    for n in (1, 2, 3, 4):
        assert [push for push in pushes if push.is_before and push.when.session == n]
        assert f"s{n}.end +P1D" in [str(push.when) for push in pushes]
    for n in (1, 2, 3):
        assert f"s{n}.end +P4D" in [str(push.when) for push in pushes]
    assert "s4.end +P14D" in [str(push.when) for push in pushes]


@pytest.mark.parametrize("course_id", OWN)
def test_days_of_ones_own_go_forward(course_id: str) -> None:
    """From the first day on, and no two things on one."""
    days = [push.when.day for push in COURSES[course_id].course.pushes]
    assert days[0] == 1
    assert all(later > earlier for earlier, later in pairwise(days))


@pytest.mark.parametrize("kept", COURSES.values(), ids=str)
def test_no_course_leads_to_what_a_person_alone_opens(kept: CourseTemplate) -> None:
    """A flow of the guarded kind is never sent to anybody."""
    flows = [our_library().flow(push.flow) for push in kept.course.pushes if push.does is Does.FLOW]
    assert all(flow is not None and flow.sensitivity < Sensitivity.GUARDED for flow in flows)


def test_the_live_courses_keep_recordings_nine_months_and_free_days_two_weeks() -> None:
    """As their trainers would set it; each may be changed in chat."""
    for each in LIVE:
        course = COURSES[each].course
        assert (course.recordings.months, course.recordings.remind_days) == (9, 14)
        assert course.policy.free_days == 14
        assert course.attendance.late_grace == timedelta(minutes=10)


def test_check_counts_courses_and_preview_shows_one() -> None:
    """For whoever writes them."""
    run = CliRunner()
    assert json.loads(run.invoke(content, ["check", "--json"]).stdout)["courses"] == len(COURSES)
    shown = run.invoke(content, ["preview", "act_relationship_4"]).stdout
    assert "Session 2: Inside the helper (120 minutes)" in shown
    assert "s1.end +P4D, mid1 (O6)" in shown
    assert "4 live sessions, 8 hours together, in America/New_York" in shown
    assert "draft, not yet reviewed" in shown


def test_an_organisation_brings_a_course_of_its_own(tmp_path: Path) -> None:
    """In its pack, checked by the same rules, and found by its id."""
    pack = written(tmp_path / "ward")
    (pack / "courses").mkdir()
    file = pack / "courses" / "ward_start.yaml"
    own = (library_folder() / W).read_text("utf-8").replace("id: two_week_starter", "id: ward_start")
    own = own.replace("flow: rest_stop", "flow: ward_handover")
    file.write_text(own.replace("Two weeks: a relationship", "On the ward: a relationship"), "utf-8")
    assert {each.id for each in load(library_folder(), [pack]).courses()} == {*COURSES, "ward_start"}
    file.write_text(own.replace("id: ward_start", "id: start"), "utf-8")
    assert {each.code for each in examine(library_folder(), [pack]).problems} == {"wrong_id", "same_title"}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("course_id", LIVE)
def test_everything_of_a_live_course_reaches_a_learner_of_any_zone(course_id: str, zone: str) -> None:
    """In the hours that are set from the start: nothing is dropped, nothing changes places, one a day."""
    course = moved_to(COURSES[course_id].course, date(2027, 10, 19))
    learner = LearnerTime(zone=zone, quiet=QuietHours())
    coming = timeline(course, learner, since=datetime(2027, 9, 1, tzinfo=UTC))
    assert [each.push for each in coming] == [push.id for push in course.pushes]
    days = [each.at.astimezone(zone_of(zone)).date() for each in coming]
    assert all(later > earlier for earlier, later in pairwise(days))
    for each in coming:
        push = course.push(each.push)
        assert push is not None
        session = course.session(push.when.session) if push.is_before else None
        assert session is None or each.at < starts_at(course, session)


@pytest.mark.parametrize("kept", COURSES.values(), ids=str)
def test_what_a_course_sends_fits_every_platform(kept: CourseTemplate) -> None:
    """Each card; one that does not is refused, and can be looked at as people would see it."""
    assert misfit_courses((kept,)) == ()
    [first, *others] = kept.course.pushes
    long = replace(kept.course, pushes=(replace(first, text="x" * 5000), *others))
    places = {problem.path for problem in misfit_courses((replace(kept, course=long),))}
    assert places == {f"push[{first.id}]"}
    shown = CliRunner().invoke(content, ["preview", kept.id, "--on", "discord"]).stdout
    assert first.text.splitlines()[0] in shown
    assert "[Not now]" in shown
