"""The organiser's own words on credit and evidence: at any time, and never in place of Reststop's."""

from __future__ import annotations

import pytest

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import EVIDENCE_ONLY
from bot.domain.courses.credit_words import calls_certified
from bot.surface.form import Form
from tests.unit.courses.attendance_hands import BOTH, Hands, files
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.learning_hands import offered
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.small_house import card_of, control

ASK = "Hand it to your own board; ours is not accredited."


async def credit_form(trainer: TrainerHands) -> Form:
    """Open the form, from the course's card."""
    menu = await trainer.press(await trainer.say("course"), "course.change")
    return await trainer.open(menu, "course.credit")


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.RUNNING, Stage.OVER])
async def test_words_and_hours_are_entered_whenever_and_stand_on_every_file(stage: Stage) -> None:
    """The sentence that a board decides stands there all the same; opened again, the form has them."""
    with course_world() as house:
        course = await CourseHouse.begin(house, stage=stage, learners=BOTH)
        trainer, hands = TrainerHands(house), Hands(course)
        await trainer.send(await credit_form(trainer), hours="8, invented board", wording=ASK)
        again = await credit_form(trainer)
        assert [each.value for each in again.fields] == ["8, invented board", ASK]
        mine = card_of(await hands.way(LENA, "attend.mine"))
        asked = card_of(await hands.press_on(mine, "evidence.own", LENA))
        own = files(await hands.press_on(asked, "evidence.make", LENA))["md"].decode()
        for said in ("8, invented board", f"> {ASK}", f"*{EVIDENCE_ONLY}*"):
            assert said in own
        await trainer.send(again, hours="", wording="")
        credit = (await course.cohort()).course.credit
        assert (credit.hours, credit.wording) == ("", EVIDENCE_ONLY)


async def test_who_may_join_reads_both() -> None:
    """The organiser's words and Reststop's, on what the organiser says."""
    with course_world() as house:
        await CourseHouse.begin(house)
        trainer = TrainerHands(house)
        await trainer.send(await credit_form(trainer), hours="", wording=ASK)
        about = card_of(await house.press(control(await offered(house, LENA), "learn.about"), LENA))
        assert ASK in about.text
        assert EVIDENCE_ONLY in about.text


async def test_words_that_promise_are_refused_with_a_sentence() -> None:
    """In either field, and nothing of the form is kept."""
    with course_world() as house:
        course = await CourseHouse.begin(house)
        trainer = TrainerHands(house)
        form = await credit_form(trainer)
        for name in ("wording", "hours"):
            said = await trainer.send_refused(form, **{name: "Approved for 8 CE hours."})
            assert set(said) == {name}
            assert "a board decides" in said[name]
        assert (await course.cohort()).course.credit.wording == EVIDENCE_ONLY


@pytest.mark.parametrize(
    "text",
    [
        "You are certified by it.",
        "A CERTIFICATE of mastery",
        "An accredited course.",
        "Approved for credit.",
        "Approved by a board for 8 CE hours",
        "This entitles you to call yourself a helper.",
        "It qualifies you.",
        "Not only accredited.",
    ],
)
def test_what_promises(text: str) -> None:
    """However it is spelled."""
    assert calls_certified(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is not a certificate.",
        "The course is not accredited, nor approved for credit.",
        "Non-accredited.",
        "Ask your board how many hours it takes.",
        "Approved by nobody.",
    ],
)
def test_what_promises_nothing(text: str) -> None:
    """That it is not may be said."""
    assert not calls_certified(text)
