"""A course is begun from the library with one form, and published with a second; the rest is computed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.domain.courses.cohort import Stage
from bot.domain.organisations import Rules
from bot.domain.people import Account
from bot.domain.prompts import Review, ReviewStatus
from bot.domain.roles import Creates, Role
from bot.ports.store import Unit
from bot.services.organisations import rules as organisations
from bot.surface.card import Button
from bot.testing.catalogue import FakeCatalogue
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS
from tests.unit.courses.course_house import HERE, LENA, TESS, course_world, turn_of
from tests.unit.courses.trainer_hands import FIRST_DATES, SAID, TrainerHands
from tests.unit.given_roles import give_role
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World

LINK = "https://read.example/1"


async def set_rules(house: World, rules: Rules) -> None:
    """Let an organisation have rules."""

    def work(unit: Unit) -> None:
        organisation = organisations.make(turn_of(house, unit, TESS))
        organisations.keep(house.desk, unit, replace(organisation, rules=rules))

    await house.store.run(work)


async def test_a_course_is_published_in_five_taps_and_two_forms() -> None:
    """Choose, send, details, send, publish. No form follows a form, which Discord could not do."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft()
        assert (trainer.taps, trainer.forms) == (2, 1)
        assert (await trainer.cohort()).stage is Stage.DRAFT
        card = await trainer.send(await trainer.open(card, "course.details"), **SAID)
        card = await trainer.press(card, "course.publish")
        assert (trainer.taps, trainer.forms) == (5, 2)
        cohort = await trainer.cohort()
        assert cohort.stage is Stage.OPEN
        assert f"{cohort.code[:4]}-{cohort.code[4:]}" in card.text


async def test_every_date_follows_from_the_first() -> None:
    """In the zone that was entered, at the hour that was entered, each at its distance."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.draft(first="2027-01-12", at="18:30", zone="Europe/Berlin")
        cohort = await trainer.cohort()
        assert cohort.course.zone == "Europe/Berlin"
        assert [f"{each.starts:%Y-%m-%d %H:%M}" for each in cohort.course.sessions] == [
            "2027-01-12 18:30",
            "2027-01-19 18:30",
            "2027-01-26 18:30",
            "2027-02-02 18:30",
        ]
        assert cohort.course.pushes == FOUR_SESSIONS.course.pushes
        assert cohort.made_for == HERE


async def test_a_course_of_ones_own_pace_asks_for_no_hour_and_no_place() -> None:
    """Its form has the day from which it may be begun; today is one."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        which = await trainer.say("course create")
        assert TEN_DAYS.course.title in which.text
        await trainer.draft(TEN_DAYS.course.title, first="2026-11-02")
        cohort = await trainer.cohort()
        assert (cohort.first_day, cohort.where, cohort.course.sessions) == (date(2026, 11, 2), "", ())
        card = await trainer.say("course")
        form = await trainer.open(card, "course.dates")
        assert [each.name for each in form.fields] == ["first", "zone", "hours"]


async def test_what_cannot_be_read_is_said_at_its_field() -> None:
    """All of it at once, and nothing is begun."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft()
        form = await trainer.open(card, "course.dates")
        errors = await trainer.send_refused(
            form, first="yesterday", at="late", zone="Mars/Base", where="x" * 400
        )
        assert set(errors) == {"at", "zone", "where"}
        errors = await trainer.send_refused(form, first="2026-11-01")
        assert set(errors) == {"first"}
        assert (await trainer.cohort()).where == FIRST_DATES["where"]


async def test_credit_hours_are_the_organisers_and_none_follow() -> None:
    """Left empty, they stay empty."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft()
        assert (await trainer.cohort()).course.credit.hours == ""
        await trainer.send(await trainer.open(card, "course.dates"), hours="8 hours, invented board")
        assert (await trainer.cohort()).course.credit.hours == "8 hours, invented board"


async def test_publishing_without_disclosures_is_refused_with_all_that_is_missing() -> None:
    """Row 23: the disclosures, the place, and each link, a sentence for each."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft(where="")
        refused = await trainer.press(card, "course.publish")
        assert refused.text_id == "course.not_published"
        for word in ("disclosures are empty", "take place", "“An invented chapter” has no link"):
            assert word in refused.text
        assert (await trainer.cohort()).stage is Stage.DRAFT
        await trainer.send(await trainer.open(refused, "course.details"), **(SAID | {"disclosures": " "}))
        await trainer.send(await trainer.open(refused, "course.dates"), where="Room 4")
        refused = await trainer.press(card, "course.publish")
        assert "disclosures are empty" in refused.text
        assert "link" not in refused.text


async def test_links_are_entered_by_lines_and_a_broken_line_is_named() -> None:
    """A line that names nothing, and one whose end is no https link; what is not named keeps its own."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft()
        form = await trainer.open(card, "course.details")
        assert next(each.value for each in form.fields if each.name == "links") == "1.1 An invented chapter:"
        errors = await trainer.send_refused(form, **(SAID | {"links": "a chapter: https://x.example"}))
        assert "Line 1" in errors["links"]
        errors = await trainer.send_refused(form, **(SAID | {"links": "\n1.1 http://x.example"}))
        assert "Line 2" in errors["links"]
        await trainer.send(form, **(SAID | {"links": f"1.1 {LINK}"}))
        await trainer.send(form, **(SAID | {"links": ""}))
        assert (await trainer.cohort()).course.sessions[0].readings[0].link == LINK


async def test_a_course_whose_first_session_passed_is_not_published() -> None:
    """The dates can be entered anew."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft()
        card = await trainer.send(await trainer.open(card, "course.details"), **SAID)
        await house.until(datetime.fromisoformat("2026-12-02T09:00+00:00"))
        refused = await trainer.press(card, "course.publish")
        assert "has begun" in refused.text


async def test_who_holds_no_role_begins_no_course() -> None:
    """Nor does a trainer where an organisation leaves that to its admins, nor by a form of before."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        assert card_of(await house.command("course create", LENA)).text_id == "admin.not_yours"
        which = await trainer.say("course create")
        house.managers[TESS] = False
        refused = await trainer.choose(which, "course.pick", "x")
        assert card_of(refused).text_id == "admin.not_yours"


async def test_a_trainer_by_role_begins_one_where_that_is_let() -> None:
    """Without being an admin; and not where courses are for admins alone."""
    with course_world() as house:
        await TrainerHands.in_november(house)
        mara = Account(surface="chat", workspace="team", user="mara")
        holder = await give_role(house, mara, Role.TRAINER)
        house.organisation = f"chat/{holder.hex}"
        trainer = TrainerHands(house, mara)
        assert (await trainer.draft()).text_id == "course.overview"

        def by_admins(unit: Unit) -> None:
            organisation = organisations.organisation_at(
                house.desk, unit, house.desk.organisation_index(house.organisation)
            )
            assert organisation is not None
            rules = Rules(courses_by=Creates.ADMINS)
            organisations.keep(house.desk, unit, replace(organisation, rules=rules))

        await house.store.run(by_admins)
        assert (await trainer.say("course create")).text_id == "course.not_let"


async def test_where_only_signed_texts_are_sent_a_draft_is_not_published() -> None:
    """A course that a practitioner has read is."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft()
        await set_rules(house, Rules(only_reviewed=True))
        await trainer.send(await trainer.open(card, "course.details"), **SAID)
        assert "signed" in (await trainer.press(card, "course.publish")).text
        signed = replace(FOUR_SESSIONS, review=Review(status=ReviewStatus.REVIEWED))
        object.__setattr__(house.desk, "catalogue", FakeCatalogue(courses=(signed,)))
        assert (await trainer.press(card, "course.publish")).text_id == "course.published"


async def test_a_course_that_runs_is_not_emptied_of_its_disclosures() -> None:
    """The form stays open; what people ticked stands."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        form = await trainer.open(
            await trainer.press(await trainer.say("course"), "course.change"), "course.details"
        )
        errors = await trainer.send_refused(form, disclosures="")
        assert set(errors) == {"disclosures"}
        assert (await trainer.cohort()).disclosures == SAID["disclosures"]


@pytest.mark.parametrize("name", ["course.details", "course.publish", "course.dates", "course.delete"])
async def test_who_is_no_trainer_of_a_course_changes_nothing_of_it(name: str) -> None:
    """A press that was made for somebody else is nobody else's; their own one leads nowhere."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.draft()
        before = await trainer.cohort()
        [row] = house.tables.gatherings.values()
        button = Button(ref=house.desk.mint(LENA)(name, row.id), name=name, label=name)
        assert card_of(await house.press(button, LENA)).text_id == "course.not_yours"
        assert await trainer.cohort() == before


async def test_where_nothing_tells_of_an_organisation_it_is_said_where_a_course_is_begun() -> None:
    """As in a direct message on Discord to who has no notebook."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        house.organisation = ""
        assert (await trainer.say("course create")).text_id == "course.nowhere"


async def test_dates_are_entered_anew_until_somebody_has_joined() -> None:
    """After that a session moves, and its learners hear of it; an older form moves nothing."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.published()
        menu = await trainer.press(await trainer.press(card, "course.open"), "course.change")
        form = await trainer.open(menu, "course.dates")
        await trainer.send(form, first="2026-12-02")
        assert (await trainer.cohort()).course.sessions[3].starts.day == 23
        house.zone = ""
        offer = card_of(await house.command(f"join {(await trainer.cohort()).code}", LENA))
        ticks = form_of(await house.press(control(offer, "learn.agree"), LENA))
        await house.submit_by(LENA, ticks, {"agreed": "yes"})
        await trainer.send(form, first="2026-12-09")
        assert (await trainer.cohort()).course.sessions[3].starts.day == 23
        menu = await trainer.press(await trainer.say("course"), "course.change")
        names = [each.name for each in menu.controls]
        assert "course.session" in names
        assert "course.dates" not in names


@pytest.mark.parametrize("other", ["Ten days. No names or details, please.", "Ten days."])
async def test_that_no_names_are_asked_for_is_said_once_where_every_course_says_it(other: str) -> None:
    """Where one does not, each speaks for itself."""
    said = "A few evenings. No names or details of people you support, please."
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        courses = [
            replace(each, course=replace(each.course, about=about))
            for each, about in ((FOUR_SESSIONS, said), (TEN_DAYS, other))
        ]
        object.__setattr__(house.desk, "catalogue", FakeCatalogue(courses=tuple(courses)))
        text = (await trainer.say("course create")).text
        assert text.lower().count("no names") == 1
        assert ("No names or details of people you support, please." in text) is (other == "Ten days.")
        assert "A few evenings." in text
