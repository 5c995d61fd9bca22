"""A trainer edits a course that runs: what was finished or ticked stays, and everybody hears of it once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.courses.cohort import Stage
from bot.domain.courses.learners import Learner
from bot.domain.people import Account
from bot.services.courses import learners as kept
from bot.surface.card import Card
from bot.surface.form import ChoiceField
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.course_house import IN_NOVEMBER, LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.courses.trainer_presses import presses
from tests.unit.small_house import card_of, control

NOOR = Account(surface="chat", workspace="team", user="noor")
TOLD = "Some items of this course changed."
WITHOUT_TESTS = replace(
    THREE_UNITS.course, units=tuple(replace(each, test=()) for each in THREE_UNITS.course.units)
)
ALL_BUT_ONE = frozenset({"1.0"})
NEW = {"title": "A short talk", "kind": "video", "need": "required", "link": "https://read.example/talk"}


@asynccontextmanager
async def running() -> AsyncIterator[tuple[CourseHouse, TrainerHands]]:
    """Open a course without tests: Lena finished unit 1, Miro has one item of it left, Noor all of them."""
    with course_world() as house:
        zones = dict.fromkeys((LENA, MIRO, NOOR), "America/New_York")
        course = await CourseHouse.begin(house, course=WITHOUT_TESTS, stage=Stage.RUNNING, learners=zones)
        for who, ticks in ((LENA, frozenset({"1.0", "1.1"})), (MIRO, ALL_BUT_ONE), (NOOR, frozenset[str]())):
            finished = {1: IN_NOVEMBER} if who == LENA else {}
            learner = Learner(agreed_at=IN_NOVEMBER, ticks=ticks, finished=finished, active_at=IN_NOVEMBER)
            await _is(course, who, learner)
        await house.until(datetime(2026, 11, 3, 16, tzinfo=UTC))
        yield course, TrainerHands(house)


async def _is(course: CourseHouse, who: Account, learner: Learner) -> None:
    member = await course.member(who)
    await course.run(lambda unit, _page: kept.keep_learner(course.house.desk, unit, member, learner))


async def _unit(trainer: TrainerHands) -> Card:
    menu = await trainer.press(await trainer.say("course"), "course.change")
    units = await trainer.press(menu, "course.units")
    return card_of(await trainer.choose(units, "course.unit", "1"))


async def _item(trainer: TrainerHands, place: int) -> Card:
    return card_of(await trainer.choose(await _unit(trainer), "course.item", f"1.{place}"))


async def _heard(course: CourseHouse, who: Account) -> int:
    """Let three days pass; return how often somebody heard that something changed."""
    await course.house.until(course.house.clock.now() + timedelta(days=3))
    return sum(TOLD in card.text for card in course.told(who))


async def test_taking_an_item_out_finishes_the_unit_of_who_has_the_rest() -> None:
    """Said in numbers before it is done. Ticks stay, who had finished stays, and each hears once."""
    async with running() as (course, trainer):
        item = await _item(trainer, 1)
        assert "1 learner has finished this unit; that stays. Ticks stay." in item.text
        assert "By this alone 1 learner finishes the unit. Learners hear of it once" in item.text
        assert (await course.learner(MIRO)).finished == {}
        done = await trainer.press(item, "course.item.out")
        assert "Taken out: “Chapter 1”." in done.text
        await course.run(lambda _unit, _page: None)
        assert (await course.learner(LENA)).finished == {1: IN_NOVEMBER}
        assert (await course.learner(LENA)).ticks == {"1.0", "1.1"}
        assert set((await course.learner(MIRO)).finished) == {1}
        assert (await course.learner(MIRO)).active_at == IN_NOVEMBER  # they took no step by it
        assert (await course.learner(NOOR)).finished == {}
        assert [await _heard(course, who) for who in (LENA, MIRO, NOOR)] == [1, 1, 1]


async def test_a_new_required_item_is_for_who_has_the_unit_ahead() -> None:
    """What follows stands in the form; who finished stays finished, whatever they ticked."""
    async with running() as (course, trainer):
        form = await trainer.open(await _unit(trainer), "course.item.add")
        assert "1 learner has finished this unit; that stays." in form.intro
        assert "If it is required, who has it still ahead needs it, too." in form.intro
        done = await trainer.send(form, **NEW)
        assert "Added: “A short talk”." in done.text
        assert set((await course.learner(LENA)).finished) == {1}
        await _is(course, MIRO, replace(await course.learner(MIRO), ticks=frozenset({"1.0", "1.1"})))
        assert [await _heard(course, who) for who in (LENA, MIRO)] == [1, 1]
        assert (await course.learner(MIRO)).finished == {}
        assert "A short talk" in card_of(await presses(course, "unit.open", MIRO, "1")).text


async def test_what_was_taken_out_can_be_put_back() -> None:
    """A slip is undone: it has its place, its link and its ticks again. A second press changes nothing."""
    async with running() as (course, trainer):
        before = (await course.cohort()).course
        item = await _item(trainer, 1)
        await trainer.press(item, "course.item.out")
        again = await trainer.press(item, "course.item.out")
        assert "Taken out" not in again.text
        back = await _item(trainer, 1)
        assert "Put it back?" in back.text
        await trainer.press(back, "course.item.in")
        assert (await course.cohort()).course == before
        assert set((await course.learner(LENA)).finished) == {1}
        assert await _heard(course, NOOR) == 1  # several changes in a row are one word


async def test_a_title_and_a_link_are_corrected_without_a_word() -> None:
    """Ticks stay, what is required stays; and a link that learners need is never emptied."""
    async with running() as (course, trainer):
        form = await trainer.open(await _item(trainer, 0), "course.item.fix")
        fixed = {"title": "Webinar one", "kind": "webinar", "link": "https://read.example/new"}
        assert "link" in await trainer.send_refused(form, **{**fixed, "link": ""})
        assert "title" in await trainer.send_refused(form, **{**fixed, "title": "  "})
        await trainer.send(form, **fixed)
        item = (await course.cohort()).course.units[0].items[0]
        assert (item.title, item.link, item.required) == ("Webinar one", "https://read.example/new", True)
        assert (await course.learner(MIRO)).ticks == ALL_BUT_ONE
        assert await _heard(course, MIRO) == 0
        links = await trainer.open(await _unit(trainer), "course.unit.links")
        assert "links" in await trainer.send_refused(links, links="1.1 Webinar one:")


async def test_the_last_required_item_of_a_unit_stays() -> None:
    """Else a unit would be finished, or its test open, by nothing at all."""
    async with running() as (course, trainer):
        await trainer.press(await _item(trainer, 1), "course.item.out")
        stays = await trainer.press(await _item(trainer, 0), "course.item.out")
        assert "only required item" in stays.text
        assert not (await course.cohort()).course.units[0].items[0].is_withdrawn


async def test_a_unit_takes_no_more_items_than_a_card_shows() -> None:
    """Said before the form opens."""
    async with running() as (_, trainer):
        unit = await _unit(trainer)
        for n in range(7):
            form = await trainer.open(unit, "course.item.add")
            need = next(each for each in form.fields if each.name == "need")
            assert isinstance(need, ChoiceField)
            unit = await trainer.send(form, **{**NEW, "title": f"Talk {n}", "need": "optional"})
        assert "up to 10 items" in (await trainer.press(unit, "course.item.add")).text


async def test_only_a_trainer_of_the_course_changes_its_units() -> None:
    """A learner's press is refused, whatever it names."""
    async with running() as (course, _):
        before = await course.cohort()
        for name in ("course.units", "course.unit", "course.item", "course.item.out", "course.item.add"):
            said = await presses(course, name, LENA, "1.1" if ".item" in name else "1")
            assert card_of(said).text_id == "course.not_yours"
        assert await course.cohort() == before


async def test_learners_are_listed_by_name_with_what_they_finished() -> None:
    """In the order of the alphabet, with no sums: units finished and tests passed, and no answer."""
    async with running() as (_, trainer):
        listed = await trainer.press(await trainer.say("course"), "course.learners")
        assert "Lena: units finished: 1" in listed.text
        assert "Miro: enrolled" in listed.text
        assert control(listed, "course.open")
