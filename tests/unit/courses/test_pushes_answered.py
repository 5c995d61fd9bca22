"""What a learner answers is a page of their own notebook; the course knows that, and not how."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.courses.course import Course, Does, Push
from bot.services.cards.plain import press
from bot.services.circles import memberships
from bot.services.gatherings import pages
from bot.surface.card import Card, Choose, Reach, Scale
from bot.surface.inbound import ScaleAnswered
from bot.surface.outcome import Outcome, Refuse, Replace
from bot.testing.courses import FOUR_SESSIONS, invented_push
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.pushed import NEW_YORK, came, join, last, launched
from tests.unit.small_house import card_in, card_of, control, form_of, ref_of
from tests.unit.world import World, labels, open_acts

WORDS = "a slow start, then warmer"
DUE = datetime(2026, 11, 27, 12, tzinfo=UTC)


def one_push(push: Push) -> Course:
    """Return a course that asks one thing, five days before it begins."""
    return replace(FOUR_SESSIONS.course, pushes=(push,))


async def sent(house: World, does: Does, *, own_words: bool = False) -> tuple[CourseHouse, Card]:
    """Launch a course that asks one thing, and let that come."""
    push = invented_push("asked", "s1.start -P5D", does)
    one = await launched(house, "UTC", course=one_push(replace(push, own_words=own_words)))
    await house.until(DUE)
    card = last(one)
    assert card.text_id == "push"
    return one, card


async def rate(house: World, card: Card, value: int | None) -> Outcome:
    """Let Lena tap a step."""
    ref = ref_of(control(card, "push.answer"))
    return await house.hear(ScaleAnswered(**house.facts(LENA), ref=ref, value=value))


async def test_words_are_kept_in_the_learners_own_notebook_with_the_question() -> None:
    """The form says for whom they are; the one line that remains is true."""
    with course_world() as house:
        one, card = await sent(house, Does.TEXT)
        form = form_of(await house.press(control(card, "push.write"), LENA))
        assert (form.title, form.intro) == ("Just for you", "Question asked?")
        outcome = await house.submit_by(LENA, form, {"text": WORDS})
        assert card_of(outcome).text == "Saved privately."
        [page] = house.entries()
        assert (page["text"], page["question"], page["source"]) == (
            WORDS,
            "Question asked?",
            "An invented course",
        )
        learner = await one.learner(LENA)
        assert (learner.done, learner.answers) == (frozenset({"asked"}), {})
        assert WORDS not in open_acts(outcome)


async def test_a_second_answer_takes_the_first_ones_place_and_begins_with_it() -> None:
    """Nothing that was written is lost by pressing again; tags and the day stay."""
    with course_world() as house:
        _, card = await sent(house, Does.TEXT)
        for text in (WORDS, f"{WORDS}, and then some"):
            form = form_of(await house.press(control(card, "push.write"), LENA))
            await house.submit_by(LENA, form, {"text": text})
        again = form_of(await house.press(control(card, "push.write"), LENA))
        assert again.fields[0].value == f"{WORDS}, and then some"
        assert len(house.entries()) == 1


async def test_nothing_written_is_refused_and_counts_as_no_answer() -> None:
    """The form stays open."""
    with course_world() as house:
        one, card = await sent(house, Does.TEXT)
        form = form_of(await house.press(control(card, "push.write"), LENA))
        assert isinstance((await house.submit_by(LENA, form, {"text": " "})).first, Refuse)
        assert (await one.learner(LENA)).done == frozenset()
        assert house.entries() == []


async def test_danger_is_answered_and_names_are_offered_to_be_masked() -> None:
    """As wherever words are kept."""
    with course_world() as house:
        _, card = await sent(house, Does.TEXT)
        form = form_of(await house.press(control(card, "push.write"), LENA))
        outcome = await house.submit_by(LENA, form, {"text": "I want to kill myself tonight"})
        assert [card_in(act).text_id for act in (outcome.first, *outcome.then)][:2] == [
            "entry.saved",
            "danger.high",
        ]


async def test_a_choice_is_kept_as_it_stood_and_the_card_says_only_that_it_was_noted() -> None:
    """Another tap changes both; the posted card is the same whatever was chosen."""
    with course_world() as house:
        one, card = await sent(house, Does.CHOICE)
        outcomes = [
            await house.choose(control(card, "push.answer"), name, who=LENA) for name in ("tired", "curious")
        ]
        first, second = (card_of(each) for each in outcomes)
        assert first == second
        assert "Noted." in first.text
        assert first.reach is Reach.PERSONAL
        assert [page["text"] for page in house.entries()] == ["curious"]
        learner = await one.learner(LENA)
        assert (learner.done, learner.answers) == (frozenset({"asked"}), {"asked": "curious"})


async def test_a_tap_never_takes_words_away_that_were_written() -> None:
    """It stands above them, in place of the tap before."""
    with course_world() as house:
        one, card = await sent(house, Does.CHOICE, own_words=True)
        assert labels(card)[:4] == ["tired", "curious", "restless", "my own word"]
        form = form_of(await house.choose(control(card, "push.answer"), "own_words", who=LENA))
        await house.submit_by(LENA, form, {"text": WORDS})
        assert (await one.learner(LENA)).answers == {}
        for name in ("tired", "restless"):
            await house.choose(control(card, "push.answer"), name, who=LENA)
        assert [page["text"] for page in house.entries()] == [f"restless\n\n{WORDS}"]
        assert (await one.learner(LENA)).answers == {"asked": "restless"}


async def test_several_are_kept_together_and_no_figure_is_made_of_them() -> None:
    """In the order in which they stand on the card."""
    with course_world() as house:
        one, card = await sent(house, Does.MULTI)
        choose = control(card, "push.answer")
        assert isinstance(choose, Choose)
        assert choose.at_most == 3
        await house.choose(choose, "tired", "restless", who=LENA)
        assert [page["text"] for page in house.entries()] == ["tired, restless"]
        assert (await one.learner(LENA)).answers == {}


async def test_a_step_of_a_scale_is_kept_with_its_ends_and_can_be_taken_back() -> None:
    """With "not now": nothing of it is kept then, and nothing is told of it."""
    with course_world() as house:
        one, card = await sent(house, Does.SCALE)
        assert isinstance(control(card, "push.answer"), Scale)
        assert "Noted." in card_of(await rate(house, card, 7)).text
        assert [page["text"] for page in house.entries()] == ["7 of 10 (0: not at all, 10: fully)"]
        assert (await one.learner(LENA)).answers == {"asked": 7}
        assert "Noted." not in card_of(await rate(house, card, None)).text
        learner = await one.learner(LENA)
        assert (learner.answers, learner.done) == ({}, frozenset())
        assert house.entries() == []
        await rate(house, card, 0)
        assert [page["text"] for page in house.entries()] == ["0 of 10 (0: not at all, 10: fully)"]


async def test_a_flow_begins_in_private_and_is_noted() -> None:
    """By a press; nothing begins by itself, and in the middle of another it waits."""
    with course_world() as house:
        flow = house.desk.catalogue.flows()[0]
        push = replace(invented_push("asked", "s1.start -P5D", Does.FLOW), flow=flow.id)
        one = await launched(house, "UTC", course=one_push(push))
        await house.until(DUE)
        other = next(each for each in house.desk.catalogue.flows() if each.id != flow.id)
        await house.press(press(house.desk.mint(LENA), "flow.start", other.title, arg=other.id), LENA)
        await house.press(control(last(one), "push.flow"), LENA)
        assert (await one.learner(LENA)).done == frozenset()
        house.tables.sheets.clear()  # the other one is over
        outcome = await house.press(control(last(one), "push.flow"), LENA)
        assert card_of(outcome).text_id.startswith("flow")
        assert (await one.learner(LENA)).done == frozenset({"asked"})


async def test_something_to_read_asks_nothing() -> None:
    """It was read, and that is all that is known."""
    with course_world() as house:
        one, card = await sent(house, Does.READ)
        assert "There is nothing to answer." in card.text
        assert labels(card) == ["I have read it", "Help now"]
        assert "Noted." in card_of(await house.press(control(card, "push.read"), LENA)).text
        assert (await one.learner(LENA)).done == frozenset({"asked"})
        assert house.entries() == []


@pytest.mark.parametrize("does", [each for each in Does if each is not Does.READ])
async def test_not_now_is_a_full_answer_and_nothing_asks_again(does: Does) -> None:
    """Nor is it kept that somebody said so."""
    with course_world() as house:
        one, card = await sent(house, does)
        if does is Does.SCALE:
            outcome = await rate(house, card, None)
        else:
            outcome = await house.press(control(card, "push.pass"), LENA)
        assert isinstance(outcome.first, Replace)
        assert (card_of(outcome).text, outcome.then) == ("Fine.", ())
        await house.until(datetime(2026, 11, 30, tzinfo=UTC))
        assert came(one) == ["asked"]
        assert (await one.learner(LENA)).done == frozenset()


async def test_words_are_kept_also_where_their_writer_left_meanwhile() -> None:
    """What was open is never lost; any other control says that it is over."""
    with course_world() as house:
        one, card = await sent(house, Does.TEXT)
        form = form_of(await house.press(control(card, "push.write"), LENA))
        member = await one.member(LENA)
        await one.run(lambda unit, page: memberships.end(house.desk, unit, page, member))
        assert card_of(await house.submit_by(LENA, form, {"text": WORDS})).text == "Saved privately."
        assert [page["text"] for page in house.entries()] == [WORDS]
        assert card_of(await house.press(control(card, "push.write"), LENA)).text_id == "push.gone"


async def test_an_answer_after_its_figure_was_told_is_kept_for_its_writer_alone() -> None:
    """What was told is never made anew."""
    with course_world() as house:
        one, card = await sent(house, Does.CHOICE)
        told = {"told": {"asked": {"not": "few"}}}
        await one.run(lambda unit, page: pages.keep(house.desk, unit, page, figures=told))
        await house.choose(control(card, "push.answer"), "tired", who=LENA)
        learner = await one.learner(LENA)
        assert (learner.done, learner.answers) == (frozenset({"asked"}), {})
        assert [page["text"] for page in house.entries()] == ["tired"]


async def test_two_learners_answers_are_two_pages() -> None:
    """Each in their own notebook."""
    other = replace(LENA, user="other")
    with course_world() as house:
        one = await launched(house, "UTC", course=one_push(invented_push("asked", "s1.start -P5D")))
        await join(one, other, NEW_YORK)
        await house.until(DUE)
        for who in (LENA, other):
            form = form_of(await house.press(control(last(one, who), "push.write"), who))
            await house.submit_by(who, form, {"text": who.user})
        assert sorted(page["text"] for page in house.entries()) == ["lena", "other"]


async def test_a_trainers_own_question_says_so_and_long_names_fit() -> None:
    """Whatever its id is."""
    push = replace(
        invented_push("a_very_long_name_of_a_question_by_a_trainer", "s1.start -P5D"), by_trainer=True
    )
    with course_world() as house:
        one = await launched(house, "UTC", course=one_push(push))
        await house.until(DUE)
        assert "Your trainer wrote this one." in last(one).text
        form = form_of(await house.press(control(last(one), "push.write"), LENA))
        assert card_of(await house.submit_by(LENA, form, {"text": WORDS})).text == "Saved privately."
        assert (await one.learner(LENA)).done == {push.id}
