"""What a trainer sees of the questions of a test, and a question taken out of a course that runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.courses.learners import keep_learner, learners
from bot.services.gatherings.pages import Page
from bot.services.pushes import plans, steps
from bot.surface.card import Card
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.attendance_hands import Hands, files
from tests.unit.courses.course_house import IN_NOVEMBER, LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.post_test_hands import TestTaker
from tests.unit.courses.test_completion_files import is_now, sat
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.courses.trainer_presses import presses
from tests.unit.small_house import card_of, control

MANY = tuple(Account(surface="chat", workspace="team", user=f"learner{number:02}") for number in range(12))
TICKED = frozenset({"1.0", "1.1"})
TOLD = "A question was taken out of the test of unit 1"
SMALL = replace(
    THREE_UNITS.course, units=tuple(replace(each, test=each.test[:6]) for each in THREE_UNITS.course.units)
)
"""Six questions a unit, of which five are drawn: one can go, and no other."""


@asynccontextmanager
async def running(
    *learners: Account, course: Course = THREE_UNITS.course
) -> AsyncIterator[tuple[CourseHouse, TrainerHands]]:
    """Open a course that runs, with these learners."""
    with course_world() as house:
        zones = dict.fromkeys(learners, "UTC")
        one = await CourseHouse.begin(house, course=course, stage=Stage.RUNNING, learners=zones)
        yield one, TrainerHands(house)


async def sit(one: CourseHouse, who: Sequence[Account], right: Sequence[int], *, begin: int = 0) -> None:
    """Let learners have handed in the first five questions of unit 1, so many right, one after another."""

    def work(unit: Unit, page: Page) -> None:
        for member in learners(one.house.desk, unit, page):
            if member.account in who:
                place = who.index(member.account)
                at = IN_NOVEMBER + timedelta(minutes=begin + place)
                learner = Learner(agreed_at=at, sittings=(sat(1, at, right[place]),))
                keep_learner(one.house.desk, unit, member, learner)

    await one.run(work)


async def leave(one: CourseHouse, who: Account) -> None:
    """Let somebody be in the course no more."""
    member = await one.member(who)
    await one.run(lambda unit, _page: unit.gatherings.remove_member(member.id))


async def seen(trainer: TrainerHands) -> Card:
    """Open the first questions of unit 1, from the course's card."""
    which = await trainer.press(await trainer.say("course"), "items.open")
    return card_of(await trainer.choose(which, "items.unit", "1"))


async def question(trainer: TrainerHands, place: int) -> Card:
    """Open one question of unit 1."""
    return card_of(await trainer.choose(await seen(trainer), "items.one", f"1.{place}"))


def line(card: Card, number: int) -> str:
    """Return what stands below a question on the card of its unit."""
    block = next(each for each in card.text.split("\n\n") if each.startswith(f"{number}. "))
    return block.partition("\n")[2]


async def test_nothing_is_told_of_seven_and_of_eight_how_hard_it_is_and_whether_it_tells_apart() -> None:
    """Roughly and in words; a question that nobody was asked has the plain line that fewer have."""
    right = (5, 4, 3, 3, 2, 2, 1, 0)
    for many in (7, 8):
        async with running(*MANY[:many]) as (one, trainer):
            await sit(one, MANY[:many], right)
            card = await seen(trainer)
            if many < 8:
                assert [line(card, n) for n in (1, 6)] == ["Too few have answered it so far."] * 2
                continue
            assert line(card, 1) == "Of the first 8 answers most or all are right."
            assert line(card, 3) == "Of the first 8 answers about 60 % are right. It tells apart well."
            assert line(card, 5) == "Of the first 8 answers few or none are right."
            assert line(card, 6) == "Too few have answered it so far."
            assert "learner0" not in card.text


async def test_who_comes_ninth_looks_the_same_whatever_they_answered() -> None:
    """Two worlds that differ in all answers of one who is beyond the last whole step: one card in both."""
    cards = []
    for ninth in (0, 5):
        async with running(*MANY[:9]) as (one, trainer):
            await sit(one, MANY[:9], (5, 4, 3, 3, 2, 2, 1, 0, ninth))
            cards.append((await seen(trainer)).text)
    assert cards[0] == cards[1]
    assert "Of the first 8 answers" in cards[0]


async def test_what_was_told_stays_until_four_more_are_there_and_whoever_leaves() -> None:
    """It is kept as it was told: one who leaves, and one who comes for them, change nothing."""
    async with running(*MANY) as (one, trainer):
        await sit(one, MANY[:8], (5, 5, 5, 4, 4, 2, 2, 0))
        told = line(await seen(trainer), 3)
        assert told == "Of the first 8 answers about 60 % are right. It tells apart well."
        await leave(one, MANY[0])
        await sit(one, MANY[8:11], (0, 0, 0), begin=20)
        assert line(await seen(trainer), 3) == told
        await one.enrol(LENA, "UTC")
        await sit(one, (MANY[11], LENA), (0, 0), begin=30)
        assert line(await seen(trainer), 3).startswith("Of the first 12 answers about 40 % are right.")


async def test_taking_a_question_out_changes_nothing_that_was_told_of_any() -> None:
    """Figures are of answers as they were given, so nothing is found by taking one out and looking again."""
    async with running(*MANY[:8]) as (one, trainer):
        await sit(one, MANY[:8], (5, 4, 3, 3, 2, 2, 1, 0))
        before = await seen(trainer)
        await trainer.press(await question(trainer, 2), "items.out")
        after = await seen(trainer)
        assert line(after, 3) == f"Taken out. {line(before, 3)}"
        assert [line(after, n) for n in (1, 2, 4, 5)] == [line(before, n) for n in (1, 2, 4, 5)]


async def test_a_question_is_seen_whole_before_anything_is_asked_of_it() -> None:
    """With its right answer, its reason, and what follows in numbers that tell nobody's answer."""
    async with running(*MANY[:8]) as (one, trainer):
        await sit(one, MANY[:8], (5, 4, 3, 3, 2, 2, 1, 0))
        await is_now(one, MANY[0], replace(await one.learner(MANY[0]), finished={1: IN_NOVEMBER}))
        card = await question(trainer, 0)
        asked = THREE_UNITS.course.units[0].test[0]
        assert asked.text in card.text
        assert card.text.count("(right)") == 1
        assert f"{asked.options[asked.answer]} (right)" in card.text
        assert asked.why in card.text
        assert "11 questions are left, of which a test draws 5" in card.text
        assert "so far 8+ learners" in card.text
        assert "1 learner has finished this unit; that stays." in card.text
        assert "How many that is, is not said before" in card.text


async def test_who_passes_by_it_finishes_the_unit_and_hears_it_once() -> None:
    """Lena had it wrong and three right; Miro would not pass by it. It is no step of hers."""
    async with running(LENA, MIRO) as (one, trainer):
        await one.run(lambda unit, page: plans.launch(one.house.desk, unit, page))
        for who, right in ((LENA, 3), (MIRO, 2)):
            learner = await one.learner(who)
            await is_now(one, who, replace(learner, ticks=TICKED, sittings=(sat(1, IN_NOVEMBER, right),)))
        ask = await question(trainer, 4)
        assert (await one.learner(LENA)).finished == {}
        done = await trainer.press(ask, "items.out")
        assert "Taken out: “" in done.text
        assert "Taken out: “" not in (await trainer.press(ask, "items.out")).text
        await one.run(lambda _unit, _page: None)
        assert set((await one.learner(LENA)).finished) == {1}
        assert (await one.learner(LENA)).active_at is None
        assert (await one.learner(MIRO)).finished == {}
        assert [await _heard(one, who) for who in (LENA, MIRO)] == [1, 0]


async def _heard(one: CourseHouse, who: Account) -> int:
    await one.house.until(one.house.clock.now() + timedelta(days=2))
    return sum(TOLD in card.text for card in one.told(who))


async def test_a_hundred_are_seen_to_at_once_and_nobody_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here two at once, for five who pass by it."""
    monkeypatch.setattr(steps, "AT_ONCE", 2)
    async with running(*MANY[:5]) as (one, trainer):
        for who in MANY[:5]:
            learner = await one.learner(who)
            await is_now(one, who, replace(learner, ticks=TICKED, sittings=(sat(1, IN_NOVEMBER, 3),)))
        await trainer.press(await question(trainer, 4), "items.out")
        await one.run(lambda _unit, _page: None)
        assert [set((await one.learner(who)).finished) for who in MANY[:5]] == [{1}] * 5


async def test_what_was_put_back_stays_right_for_whoever_had_it() -> None:
    """Nobody fails by that, nobody is told, and who comes after is asked it again."""
    async with running(LENA, MIRO, course=SMALL) as (one, trainer):
        held = sat(1, one.house.clock.now(), 3)
        await is_now(one, LENA, replace(await one.learner(LENA), sittings=(held,)))
        await trainer.press(await question(trainer, 4), "items.out")
        back = await question(trainer, 4)
        assert "For whoever had it by now it stays right" in back.text
        await trainer.press(back, "items.back")
        lena = TestTaker(one, LENA)
        assert (await lena.open()).text_id == "test.passed"
        assert await _heard(one, LENA) == 1
        miro = TestTaker(one, MIRO)
        await miro.tick_off()
        assert (await miro.take(4)).text_id == "test.result"
        assert [each.is_withdrawn for each in (await one.cohort()).course.units[0].test] == [False] * 6


async def test_no_test_is_left_with_fewer_questions_than_it_draws() -> None:
    """Said as the question is looked at, and to a press on an older card."""
    async with running(LENA, course=SMALL) as (one, trainer):
        older = await question(trainer, 1)
        await trainer.press(await question(trainer, 0), "items.out")
        card = await question(trainer, 1)
        assert "Its test draws 5 of 5 questions." in card.text
        assert all(each.name != "items.out" for each in card.controls)
        assert (await trainer.press(older, "items.out")).text_id == "items.stays"
        assert len((await one.cohort()).course.units[0].asked) == 5


async def test_nothing_changes_once_the_course_is_over_and_nobody_but_its_trainer_looks() -> None:
    """Figures can still be seen by who runs it."""
    async with running(LENA) as (one, trainer):
        ask = await question(trainer, 0)
        for name in ("items.open", "items.unit", "items.one", "items.out", "items.back", "items.more"):
            assert card_of(await presses(one, name, LENA, "1.0")).text_id == "course.not_yours"
        await one.change(lambda cohort: replace(cohort, stage=Stage.OVER))
        assert (await trainer.press(ask, "items.out")).text_id == "items.stays"
        assert control(await seen(trainer), "items.one")
        assert not (await one.cohort()).course.units[0].test[0].is_withdrawn


async def test_the_file_for_an_accreditor_has_what_was_told_and_works_nothing_out() -> None:
    """Before a trainer looked there is nothing; after it the very words that they read."""
    async with running(*MANY[:8]) as (one, trainer):
        await sit(one, MANY[:8], (5, 4, 3, 3, 2, 2, 1, 0))
        assert "No figure of single questions was told." in await _file(one)
        await seen(trainer)
        text = await _file(one)
        assert "Of the first 8 answers about 60 % are right. It tells apart well." in text
        assert "No figure of single questions" not in text


async def _file(one: CourseHouse) -> str:
    hands = Hands(one)
    which = card_of(await presses(one, "evidence.which"))
    offered = card_of(await hands.press_on(which, "evidence.accreditor"))
    return files(await hands.press_on(offered, "evidence.make"))["md"].decode()
