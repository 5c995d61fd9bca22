"""A course is run again for another group, ends, and goes: what learners wrote stays with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.agenda import AgendaKind
from bot.domain.courses.cohort import Stage
from bot.domain.courses.moments import Moment
from bot.testing.courses import invented_push
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.trainer_hands import FIRST_DATES, SAID, TrainerHands
from tests.unit.small_house import TEAM, card_of
from tests.unit.world import World

NEW_YORK = "America/New_York"


async def running(house: World) -> tuple[CourseHouse, TrainerHands]:
    """A course that runs, with one learner."""
    one = await CourseHouse.begin(house, learners={LENA: NEW_YORK})
    trainer = TrainerHands(house)
    card = await trainer.press(await trainer.say("course"), "course.launch")
    await trainer.press(card, "course.launch.now")
    return one, trainer


async def end(trainer: TrainerHands) -> None:
    """End the only course."""
    menu = await trainer.press(await trainer.say("course"), "course.change")
    await trainer.press(await trainer.press(menu, "course.end"), "course.end.yes")


async def test_a_course_runs_again_with_new_dates_and_without_learners() -> None:
    """What the organiser entered is there; prompts that a trainer wrote on the way are not."""
    with course_world() as house:
        one, trainer = await running(house)
        own = replace(invented_push("own", "s1.end +P2D"), by_trainer=True)
        await one.change(
            lambda cohort: replace(
                cohort,
                course=replace(cohort.course, pushes=(*cohort.course.pushes, own)),
                recordings={1: "https://a.example"},
                capacity=20,
            )
        )
        menu = await trainer.press(await trainer.say("course"), "course.change")
        form = await trainer.open(menu, "course.again")
        card = await trainer.send(form, **(FIRST_DATES | {"first": "2027-02-02"}))
        assert "A draft" in card.text
        published = await trainer.press(card, "course.publish")
        assert published.text_id == "course.published"
        before = await one.cohort()
        [again] = [each for each in (await trainer.cohorts()).values() if each.code != before.code]
        assert again.course.sessions[0].starts.isoformat() == "2027-02-02T16:00:00"
        assert again.course.push("own") is None
        assert (again.recordings, again.capacity) == ({}, 20)
        assert (again.disclosures, again.contact) == (before.disclosures, before.contact)
        assert again.course.sessions[0].readings == before.course.sessions[0].readings
        assert before.stage is Stage.RUNNING
        assert Moment.parse("s1.start -P5D") == again.course.pushes[0].when
        [row] = [each for each in house.tables.gatherings.values() if each.id != one.id]
        assert len([each for each in house.tables.members.values() if each.gathering == row.id]) == 1


async def test_a_course_that_ends_sends_nothing_more_and_says_so_once() -> None:
    """Nobody new can join; its trainer still has it."""
    with course_world() as house:
        one, trainer = await running(house)
        await house.until(datetime(2026, 12, 3, tzinfo=UTC))
        came = len(one.told(LENA))
        await end(trainer)
        assert (await one.cohort()).stage is Stage.OVER
        await house.until(datetime(2027, 1, 20, tzinfo=UTC))
        after = one.told(LENA)[came:]
        assert [card.text_id for card in after] == ["course.ended"]
        assert [row for row in house.tables.agenda.values() if row.kind is AgendaKind.COURSE_PUSH] == []
        code = (await one.cohort()).code
        assert card_of(await house.command(f"join {code}", LENA)).text_id != "learn.offer"
        assert "It is over" in (await trainer.say("course")).text


async def test_a_course_is_deleted_once_it_has_ended() -> None:
    """Its key goes, and every row of it; what a learner wrote has a key of its own."""
    with course_world() as house:
        one, trainer = await running(house)
        running_card = await trainer.say("course")
        await end(trainer)
        over = await trainer.say("course")
        assert all(each.name != "course.delete" for each in running_card.controls)
        ask = await trainer.press(over, "course.delete")
        await trainer.press(ask, "course.delete.yes")
        await house.until(datetime(2026, 11, 5, tzinfo=UTC))
        assert one.id not in house.tables.gatherings
        assert [each for each in house.tables.members.values() if each.gathering == one.id] == []
        assert [row for row in house.tables.agenda.values() if row.ref == one.id] == []
        assert not house.vault.knows(one.id)
        assert (await trainer.say("course")).text_id == "course.none"
        assert (await trainer.press(ask, "course.delete.yes")).text_id == "course.gone"


async def test_a_course_that_goes_takes_its_buttons_along() -> None:
    """Nothing stands in a channel that leads nowhere."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        house.place = TEAM
        await trainer.say("course invite")
        assert len(house.chat.channels.cards(TEAM)) == 1
        house.place = None
        await end(trainer)
        ask = await trainer.press(await trainer.say("course"), "course.delete")
        await trainer.press(ask, "course.delete.yes")
        assert (await trainer.say("course")).text_id == "course.none"
        await house.until(datetime(2026, 11, 5, tzinfo=UTC))
        assert house.chat.channels.cards(TEAM) == []
        assert list(house.tables.gatherings) == []


async def test_a_draft_goes_at_once_and_a_course_that_runs_does_not() -> None:
    """An older press on a draft's card deletes nothing that people joined."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        draft = await trainer.draft()
        ask = await trainer.press(draft, "course.delete")
        await trainer.send(await trainer.open(draft, "course.details"), **SAID)
        await trainer.press(draft, "course.publish")
        assert (await trainer.press(ask, "course.delete.yes")).text_id == "course.still_runs"
        await end(trainer)
        assert (await trainer.press(ask, "course.delete.yes")).text_id == "course.deleted"
        assert list(house.tables.gatherings) == []


async def test_a_course_is_run_again_from_a_conversation_that_tells_of_no_organisation() -> None:
    """As in a direct message on Discord: it is begun where the one before was, by the same standing."""
    with course_world() as house:
        one, trainer = await running(house)
        menu = await trainer.press(await trainer.say("course"), "course.change")
        house.organisation = ""
        form = await trainer.open(menu, "course.again")
        card = await trainer.send(form, **(FIRST_DATES | {"first": "2027-02-02"}))
        assert (await trainer.press(card, "course.publish")).text_id == "course.published"
        made = [each.organisation for each in house.tables.gatherings.values()]
        assert len(set(made)) == 1
        assert {each.made_for for each in (await trainer.cohorts()).values()} == {
            (await one.cohort()).made_for
        }
