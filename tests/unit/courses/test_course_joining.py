"""Joining a course: one card, one tick, and in; nothing is kept of who does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.courses.cohort import Stage
from bot.domain.people import Account, Place, Standing
from bot.services.code_tries import MOST
from bot.services.gatherings import ending, pages
from bot.surface.card import Fields
from bot.surface.inbound import ActionPressed
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.learning_hands import AGREED, form_for, join, offered
from tests.unit.small_house import card_of, control, errors_of, form_of
from tests.unit.world import TERMINAL, word_count, world

BERLIN = "Europe/Berlin"


async def test_one_card_and_one_form_lead_in() -> None:
    """What Reststop is, who sees what, level, dates in their zone; then a tick, and they are in."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        house.zone = BERLIN
        card = await offered(house, LENA)
        assert card.text_id == "learn.offer"
        assert word_count(card) <= 150
        for said in ("not therapy", "Your trainers see", "all levels", "Tuesday 1 December at 22:00", BERLIN):
            assert said in card.text
        assert "17 November 2026" in card.text
        form = form_of(await house.press(control(card, "learn.agree"), LENA))
        assert [field.name for field in form.fields] == ["agreed"]
        assert "Nothing to disclose." in form.intro
        assert card_of(await house.submit_by(LENA, form, AGREED)).text_id == "learn.joined"
        assert (await one.learner(LENA)).agreed_at == house.clock.now()
        person = await one.person(LENA)
        assert (person.standing, person.zone) == (Standing.ARRIVING, BERLIN)


async def test_nothing_is_kept_before_the_form() -> None:
    """Who reads the card and the details, and goes, was never here; a form without the tick keeps nothing."""
    with course_world() as house:
        await CourseHouse.begin(house)
        card = await offered(house, LENA)
        await house.press(control(card, "learn.about"), LENA)
        form = form_of(await house.press(control(card, "learn.agree"), LENA))
        assert "agreed" in errors_of(await house.submit_by(LENA, form, {"agreed": ""}))
        assert not house.tables.people
        assert len(house.tables.members) == 1


async def test_a_zone_is_asked_for_where_none_is_told() -> None:
    """The course's stands there; a name that is none is refused with what was perhaps meant."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        house.zone = ""
        form = await form_for(house, LENA)
        assert {field.name: field.value for field in form.fields}["zone"] == "America/New_York"
        assert "zone" in errors_of(await house.submit_by(LENA, form, AGREED | {"zone": "Nowhere/Land"}))
        await house.submit_by(LENA, form, AGREED | {"zone": "auckland"})
        assert (await one.person(LENA)).zone == "Pacific/Auckland"


async def test_who_has_a_notebook_keeps_it_and_their_zone() -> None:
    """Their card says nothing of Reststop again, and all that there is of the course."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        await house.settle_in(LENA)
        card = await offered(house, LENA)
        assert "therapy" not in card.text
        assert FOUR_SESSIONS.course.about in card.text
        assert "Approved by an invented board." in card.text
        before = await one.person(LENA)
        house.zone = "Asia/Tokyo"
        await join(house, LENA)
        assert await one.person(LENA) == before


async def test_who_took_their_yes_back_gives_it_anew() -> None:
    """The card is that of a newcomer, and they arrive again."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        await house.settle_in(LENA)
        await house.command("stop", LENA)
        assert (await one.person(LENA)).standing is Standing.STOPPED
        assert "therapy" in (await offered(house, LENA)).text
        await join(house, LENA)
        assert (await one.person(LENA)).standing is Standing.ARRIVING


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stage": Stage.DRAFT}, "learn.not_open"),
        ({"stage": Stage.OVER}, "learn.over"),
        ({"closed_to_new": True}, "learn.closed"),
        ({"capacity": 1}, "learn.full"),
    ],
)
async def test_what_stands_in_the_way_is_said(change: dict[str, object], said: str) -> None:
    """Before the form, and where it came meanwhile, after it: nobody is let in, and nothing is kept."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={MIRO: "UTC"})
        form = await form_for(house, LENA)
        await one.change(lambda cohort: replace(cohort, **change))  # type: ignore[arg-type]  # one field each
        assert (await offered(house, LENA)).text_id == said
        assert card_of(await house.submit_by(LENA, form, AGREED)).text_id == said
        assert len(house.tables.members) == 2
        assert len(house.tables.people) == 1


async def test_a_code_that_is_none_is_said_so_and_cannot_be_guessed() -> None:
    """After several wrong ones a right one waits too."""
    with course_world() as house:
        await CourseHouse.begin(house)
        for _ in range(MOST):
            assert (await offered(house, LENA, "WRONG234")).text_id == "learn.unknown"
        assert (await offered(house, LENA)).text_id == "learn.wait"
        assert card_of(await house.command("join", LENA)).text_id == "learn.code"


async def test_a_press_on_an_invitation_is_as_good_as_the_code() -> None:
    """Anybody in its channel may press it, and what they see is for them alone."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        house.place = Place(surface="chat", workspace="team", channel="course-news")
        ref = house.desk.mint(house.place)("learn.join", one.id)
        card = card_of(await house.hear(ActionPressed(**house.facts(LENA), ref=ref)))
        assert card.text_id == "learn.offer"
        house.place = None
        form = form_of(await house.press(control(card, "learn.agree"), LENA))
        await house.submit_by(LENA, form, AGREED)
        assert (await one.learner(LENA)).agreed_at is not None


async def test_trainers_need_not_join_their_own_course() -> None:
    """They are told so, by whatever way they come."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        assert (await offered(house, TESS)).text_id == "learn.trainer"
        assert (await one.learner(TESS)).agreed_at is None


async def test_a_course_in_own_time_begins_with_its_learner() -> None:
    """While it runs on the day on which they join, or the first one on which it may be begun."""
    with course_world() as house:
        one = await CourseHouse.begin(house, course=TEN_DAYS.course, stage=Stage.RUNNING)
        card = await offered(house, LENA)
        assert "in your own time, from the day you join" in card.text
        await join(house, LENA)
        assert (await one.learner(LENA)).began_on == date(2026, 11, 2)
        await one.change(lambda cohort: replace(cohort, first_day=date(2026, 12, 1)))
        assert "from Tuesday 1 December" in (await offered(house, MIRO)).text
        await join(house, MIRO)
        assert (await one.learner(MIRO)).began_on == date(2026, 12, 1)


async def test_all_that_the_organiser_says_is_one_press_away() -> None:
    """In their words, set apart; a long disclosure is not cut for the form, and stands there."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        long = "We were paid by nobody. " * 40
        await one.change(lambda cohort: replace(cohort, disclosures=long, access="Captions on request."))
        card = await offered(house, LENA)
        about = card_of(await house.press(control(card, "learn.about"), LENA))
        for said in (long.strip(), "Approved by an invented board.", "Evidence only", "Captions on request."):
            assert said in about.text
        assert "describe something" in about.text
        assert "Session 4: Tuesday 22 December at 21:00, 120 minutes" in about.text
        form = form_of(await house.press(control(about, "learn.agree"), LENA))
        assert "under Disclosures and details" in form.intro


async def test_at_a_terminal_the_same_words_lead_in() -> None:
    """Whoever is there alone with their server joins as anybody does."""
    with world(capabilities=TERMINAL) as house:
        one = await CourseHouse.begin(house)
        await join(house, LENA)
        assert (await one.learner(LENA)).agreed_at is not None


async def test_a_second_account_of_the_same_notebook_is_in_already() -> None:
    """One enrolment, by whichever door they come."""
    with course_world() as house:
        await CourseHouse.begin(house)
        await join(house, LENA)
        other = Account(surface="chat", workspace="other", user="lena2")
        facts = card_of(await house.command("link", LENA)).blocks[0]
        assert isinstance(facts, Fields)
        [(_, code)] = facts.pairs
        confirm = card_of(await house.command(f"link {code}", other))
        await house.press(control(confirm, "link.yes"), other)
        assert (await offered(house, other)).text_id == "learn.shown"
        assert len(house.tables.members) == 2


async def test_what_was_not_entered_is_said_to_be_so() -> None:
    """On the card, and below each name of what the organiser may say."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        await one.change(lambda cohort: replace(cohort, approvals="", contact=""))
        card = await offered(house, LENA)
        assert "Approvals: none entered" in card.text
        about = card_of(await house.press(control(card, "learn.about"), LENA))
        for said in ("Approvals: none entered", "Contact: none entered", "Hours: none entered"):
            assert said in about.text


async def test_a_course_that_is_being_deleted_is_over_for_everybody() -> None:
    """While its last messages are still taken away, nobody comes in, and nobody sees it."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={MIRO: "UTC"})
        form = await form_for(house, LENA)
        await one.run(
            lambda unit, page: pages.keep(house.desk, unit, page, **{ending.PART: {"last": "none"}})
        )
        assert (await offered(house, LENA)).text_id == "course.gone"
        assert card_of(await house.submit_by(LENA, form, AGREED)).text_id == "course.gone"
        assert card_of(await house.command("course continue", MIRO)).text_id == "course.none"


async def test_a_form_that_asked_for_no_zone_is_taken_though_none_is_told_any_more() -> None:
    """As after a restart, until a platform is asked again: the zone of the course stands in."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        house.zone = BERLIN
        form = await form_for(house, LENA)
        house.zone = ""
        assert card_of(await house.submit_by(LENA, form, AGREED)).text_id == "learn.joined"
        assert (await one.person(LENA)).zone == "America/New_York"
