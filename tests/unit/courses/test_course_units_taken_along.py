"""What a course with units keeps of a learner is told, goes along, and goes away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime

from bot.domain.circles import PostKind
from bot.domain.courses.learners import Attended, Learner, Source
from bot.domain.courses.sittings import Drawn, Sitting
from bot.ports.store import Unit
from bot.services.circles.memberships import SHOWN_BY
from bot.services.courses.learners import keep_learner, learner_of
from bot.services.gatherings import posts
from bot.services.gatherings.pages import Page
from bot.services.takeout.courses import TOLD_AS
from bot.testing.courses import THREE_UNITS
from tests.json_schema import problems
from tests.unit.courses.course_house import LENA, MIRO, CourseHouse, course_world
from tests.unit.small_house import card_of
from tests.unit.test_erasing import erased
from tests.unit.test_takeout_document import SCHEMA, files
from tests.unit.world import World

AT = datetime.fromisoformat("2026-11-03T20:00:00+00:00")
LATER = datetime.fromisoformat("2026-11-04T09:00:00+00:00")
HALF = Sitting(
    unit=2,
    drawn=(Drawn(question="u2q1", order=(3, 1, 0, 2)), Drawn(question="u2q2", order=(0, 1, 2, 3))),
    begun_at=LATER,
    answers={"u2q1": 3},
)
"""A test that somebody is in the middle of."""
WHOLE = replace(
    HALF, unit=1, drawn=(Drawn(question="u1q4", order=(0, 1, 2, 3)),), answers={"u1q4": 0}, handed_in=LATER
)
QUESTION = {
    "number": 1,
    "asked_at": "2026-11-04T09:00:00+00:00",
    "due_at": "2026-11-06T09:00:00+00:00",
    "text": "saxifrage",
    "state": "answered",
    "answer": "gentian",
    "answered_at": "2026-11-05T09:00:00+00:00",
    "answered_by": "0" * 32,
    "public": "no",
    "wording": "",
}
HELD = Learner(
    agreed_at=AT,
    began_on=date(2026, 11, 4),
    ticks=frozenset({"1.0", "1.1"}),
    done=frozenset({"after1"}),
    answers={"after1": "curious"},
    attended={1: Attended(minutes=95, by=Source.HAND)},
    words=frozenset({"1.0.1"}),
    evaluation={"O1": "mostly"},
    finished={1: LATER},
    sittings=(WHOLE, HALF),
    more_attempts={2: 1},
    took={1: "about"},
    active_at=LATER,
    no_nudges=True,
)
"""Whatever a course may keep of somebody."""


async def in_the_middle(house: World) -> CourseHouse:
    """A course with units, Lena in the middle of its second test, and Miro, who only joined."""
    one = await CourseHouse.begin(
        house, course=THREE_UNITS.course, learners={LENA: "Pacific/Auckland", MIRO: "UTC"}
    )
    member = await one.member(LENA)

    def work(unit: Unit, page: Page) -> None:
        keep_learner(house.desk, unit, member, HELD)
        asked = posts.new(house.desk, PostKind.COURSE_QUESTION)
        posts.keep(house.desk, unit, page, replace(asked, details={**QUESTION, SHOWN_BY: member.id.hex}))

    await one.run(work)
    return one


def test_whatever_a_course_keeps_of_a_learner_has_a_name_in_the_file() -> None:
    """A new field is told, or this fails; and each has something in it above, so that the next can."""
    told: Mapping[str, object] = {each.name: getattr(HELD, each.name) for each in fields(Learner)}
    assert told.keys() == TOLD_AS.keys()
    assert [name for name, value in told.items() if not value] == []


async def test_all_of_it_goes_along_as_its_schema_says() -> None:
    """Every name has what was held, in the learner's own zone."""
    with course_world() as house:
        await in_the_middle(house)
        made, to_read = await files(house, LENA)
        assert problems(made, SCHEMA) == []
        [held] = made["courses"]
        assert [name for name in TOLD_AS.values() if not held[name]] == []
        assert held["units_finished"] == [{"unit": 1, "at": "2026-11-04T22:00:00+13:00"}]
        assert (held["attempts_given"], held["it_took"]) == ({"2": 1}, {"1": "about"})
        assert held["last_step_at"] == "2026-11-04T22:00:00+13:00"
        assert held["more"] == {}
        assert "Unit 2, question 1: which is right?" in to_read


async def test_a_test_goes_along_as_it_was_seen_and_without_what_is_right() -> None:
    """In the middle of one the file is no way to the answers."""
    with course_world() as house:
        await in_the_middle(house)
        made, to_read = await files(house, LENA)
        whole, half = made["courses"][0]["tests"]
        assert (whole["unit"], whole["handed_in_at"]) == (1, "2026-11-04T22:00:00+13:00")
        assert whole["asked"][0]["chosen"] == "the right one"
        assert (half["unit"], half["handed_in_at"]) == (2, None)
        assert half["asked"][0] == {
            "name": "u2q1",
            "question": "Unit 2, question 1: which is right?",
            "options": ["wrong 3", "the right one", "wrong 0", "wrong 2"],
            "chosen": "wrong 3",
        }
        assert half["asked"][1]["chosen"] is None
        assert "Reason" not in to_read + json.dumps(made["courses"])


async def test_a_question_goes_along_with_its_answer_and_without_who_answered() -> None:
    """Its instants are on the learner's own clock; nobody else's file has a word of it."""
    with course_world() as house:
        await in_the_middle(house)
        made, to_read = await files(house, LENA)
        [asked] = made["courses"][0]["asked"]
        assert (asked["text"], asked["answer"], asked["state"]) == ("saxifrage", "gentian", "answered")
        assert asked["asked_at"] == "2026-11-04T22:00:00+13:00"
        assert "answered_by" not in asked
        assert "saxifrage" in to_read
        others, _ = await files(house, MIRO)
        assert "saxifrage" not in json.dumps(others)


async def test_nobody_elses_test_goes_along() -> None:
    """Who only joined has none of it."""
    with course_world() as house:
        await in_the_middle(house)
        made, to_read = await files(house, MIRO)
        assert problems(made, SCHEMA) == []
        [held] = made["courses"]
        assert (held["tests"], held["units_finished"], held["last_step_at"]) == ([], [], None)
        assert "question 1" not in to_read


async def test_what_data_says_that_tests_are_kept_and_no_answer() -> None:
    """That steps are kept is said, and that nothing else tells when somebody was there."""
    with course_world() as house:
        await in_the_middle(house)
        text = card_of(await house.command("what-data", LENA)).text
        assert "your tests with what you chose" in text
        assert "Nothing else tells when you were in it." in text
        assert "One question of yours to trainers" in text
        assert "which is right" not in text
        assert "saxifrage" not in text


async def test_who_is_erased_leaves_no_test_and_no_step_behind() -> None:
    """The offer says that tests go; then no row is theirs, and the other learner has what they had."""
    with course_world() as house:
        one = await in_the_middle(house)
        member, other = await one.member(LENA), await one.member(MIRO)
        offer = card_of(await house.command("erase", LENA))
        assert "attendance and tests with it" in offer.text
        await erased(house, LENA)
        assert member.id not in house.tables.members
        assert house.tables.posts == {}
        assert learner_of(await one.member(MIRO)) == learner_of(other)


async def test_a_question_that_the_course_has_no_more_keeps_nothing_here() -> None:
    """Whatever became of the course since, the file is made."""
    with course_world() as house:
        one = await in_the_middle(house)
        await one.change(
            lambda cohort: replace(
                cohort,
                course=replace(
                    cohort.course, units=tuple(replace(each, test=()) for each in cohort.course.units)
                ),
            )
        )
        made, _ = await files(house, LENA)
        assert problems(made, SCHEMA) == []
        assert made["courses"][0]["tests"][0]["asked"] == [
            {"name": "u1q4", "question": "", "options": [], "chosen": None}
        ]
