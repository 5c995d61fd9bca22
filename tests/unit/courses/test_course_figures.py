"""What is told of a course's group: by the one rule, once, when its question closes, and nothing beside."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.learners import Attended, Source
from bot.domain.courses.timetable import with_session
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.courses.learners import keep_learner, learner_of, learners
from bot.services.courses.pages import cohort_of
from bot.services.gatherings.pages import Page
from bot.services.organisations import rules
from bot.services.pushes import figures
from bot.surface.card import Button, Card
from bot.surface.inbound import ScaleAnswered
from bot.testing.faults import Killed
from tests.examples import examples
from tests.unit.courses.course_house import LENA, TESS, CourseHouse, course_world, turn_of
from tests.unit.courses.pushed import launch
from tests.unit.courses.trainer_presses import presses
from tests.unit.small_house import card_of, control, form_of, ref_of
from tests.unit.world import World

MID1_CLOSES = datetime(2026, 12, 8, 21, tzinfo=UTC)
"""`mid1` comes on 5 December at 18:00 in New York, and session 2 begins on the 8th at 16:00."""
MID3_CLOSES = datetime(2026, 12, 22, 21, tzinfo=UTC)
MID3_OPEN = datetime(2026, 12, 20, 9, tzinfo=UTC)
WINDOWS = {"mid1": (datetime(2026, 12, 6, 9, tzinfo=UTC), MID1_CLOSES), "mid3": (MID3_OPEN, MID3_CLOSES)}
LATER = datetime(2027, 1, 2, 9, tzinfo=UTC)


def learner(number: int) -> Account:
    """Return the account of one of many learners."""
    return Account(surface="chat", workspace="team", user=f"learner{number:02}")


TWELVE = tuple(learner(number) for number in range(12))


async def twelve(house: World, many: int = 12) -> CourseHouse:
    """Begin a course with so many learners, its questions planned to close."""
    one = await CourseHouse.begin(house, learners=dict.fromkeys(TWELVE[:many], "UTC"))
    await one.run(lambda unit, page: figures.plan(unit, page, house.clock.now()))
    return one


async def answered(one: CourseHouse, push: str, given: Mapping[Account, str | int]) -> None:
    """Let taps be noted, as an answer notes them."""

    def work(unit: Unit, page: Page) -> None:
        for member in learners(one.house.desk, unit, page):
            if member.account in given:
                held = learner_of(member)
                answers = {**held.answers, push: given[member.account]}
                keep_learner(one.house.desk, unit, member, replace(held, answers=answers))

    await one.run(work)


async def rate_mid3(one: CourseHouse, who: Account, value: int) -> None:
    """Let somebody tap a step of `mid3`, on the card that came to them."""
    [card] = [each for each in one.told(who) if "Question mid3?" in each.text]
    ref = ref_of(control(card, "push.answer"))
    await one.house.hear(ScaleAnswered(**one.house.facts(who), ref=ref, value=value))


async def seen(one: CourseHouse, who: Account = TESS) -> Card:
    """Return what somebody sees who looks at the figures."""
    return card_of(await presses(one, "figure.show", who))


async def test_seven_of_twelve_on_a_scale_are_not_shown_and_eight_are() -> None:
    """Scenario 12: "not shown", then "8+" with the middle in steps of a half."""
    for many, said in ((7, "Not shown."), (8, "8+ answers; the middle is 6.5")):
        with course_world() as house:
            one = await twelve(house)
            marks = (2, 6, 7, 9, 4, 8, 5, 10)[:many]
            await answered(one, "mid3", dict(zip(TWELVE, marks, strict=False)))
            await house.until(MID3_CLOSES)
            assert said in (await seen(one)).text


async def test_a_choice_is_told_from_five_on_and_what_one_chose_has_no_line() -> None:
    """Shares in wide steps, nobody alone, and no number of answers but the band."""
    with course_world() as house:
        one = await twelve(house)
        chosen = ("tired", "tired", "tired", "curious", "curious", "curious", "restless")
        await answered(one, "mid1", dict(zip(TWELVE, chosen, strict=False)))
        await house.until(MID1_CLOSES)
        text = (await seen(one)).text
        assert "5+ answers, roughly: tired 60 %, curious 40 %." in text
        assert "restless" not in text


async def test_taps_on_what_came_are_what_a_figure_is_made_of() -> None:
    """Eight of twelve answer what came to them; a change of mind counts once."""
    with course_world() as house:
        one = await twelve(house)
        await launch(one)
        await house.until(datetime(2026, 12, 21, 9, tzinfo=UTC))
        for place, who in enumerate(TWELVE[:8]):
            for value in (0, 3 + place % 2):
                await rate_mid3(one, who, value)
        await house.until(MID3_CLOSES)
        assert (
            "8+ answers; the middle is 3.5, on a scale from 0 (not at all) to 10 (fully)."
            in (await seen(one)).text
        )
        await rate_mid3(one, TWELVE[9], 10)
        assert dict((await one.learner(TWELVE[9])).answers) == {}


async def test_a_question_that_is_open_tells_nothing_but_until_when() -> None:
    """Neither how many answered, nor how."""
    with course_world() as house:
        one = await twelve(house)
        await house.until(MID3_OPEN)
        before = await seen(one)
        await answered(one, "mid3", dict.fromkeys(TWELVE, 9))
        after = await seen(one)
        assert after.text == before.text
        assert "Open until Tuesday 22 December 2026, 16:00 (America/New_York)" in after.text


async def test_what_was_told_stays_whatever_comes_after() -> None:
    """Not after a leave, not for a late answer, not when the close comes a second time."""
    with course_world() as house:
        one = await twelve(house)
        await answered(one, "mid3", dict.fromkeys(TWELVE[:8], 4))
        await house.until(MID3_CLOSES)
        told = (await seen(one)).text
        await answered(one, "mid3", dict.fromkeys(TWELVE, 10))

        def leave_and_close_again(unit: Unit, page: Page) -> None:
            unit.gatherings.remove_member(learners(house.desk, unit, page)[3].id)
            push = cohort_of(page).course.push("mid3")
            assert push is not None
            figures.close(house.desk, unit, page, push)
            figures.plan(unit, page, house.clock.now())

        await one.run(leave_and_close_again)
        await house.until(LATER)
        assert (await seen(one)).text == told


async def test_answers_are_forgotten_when_their_question_closes() -> None:
    """Told of or not, nothing is left of who tapped what."""
    with course_world() as house:
        one = await twelve(house)
        await answered(one, "mid3", dict.fromkeys(TWELVE[:3], 4))
        await answered(one, "pre2", dict.fromkeys(TWELVE[:3], "tired"))
        await house.until(MID3_CLOSES)
        assert [dict((await one.learner(who)).answers) for who in TWELVE] == [{}] * 12


@pytest.mark.parametrize("passes", range(1, 7))
async def test_a_question_that_closes_while_the_house_ends_is_told_once(passes: int) -> None:
    """Wherever it ends, the next process tells the same, and forgets the same."""
    with course_world() as house:
        one = await twelve(house)
        await answered(one, "mid3", dict.fromkeys(TWELVE[:8], 4))
        house.end_after(passes)
        with suppress(Killed):
            await house.until(MID3_CLOSES)
        await house.restart()
        await house.until(MID3_CLOSES + timedelta(minutes=5))
        assert "8+ answers; the middle is 4" in (await seen(one)).text
        assert [dict((await one.learner(who)).answers) for who in TWELVE] == [{}] * 12


async def test_who_came_after_a_question_opened_is_in_no_figure() -> None:
    """Only who was there from its opening to its close."""
    with course_world() as house:
        one = await twelve(house, 7)
        await house.until(MID3_OPEN)
        await one.enrol(TWELVE[7])
        await answered(one, "mid3", dict.fromkeys(TWELVE, 4))
        await house.until(MID3_CLOSES)
        assert "Not shown." in (await seen(one)).text


async def test_eight_and_four_are_not_told_apart() -> None:
    """Scenario 12: of 12, split 8 and 4, neither side is told; the group is, all together."""
    text = await _in_two_parts(eight=8, answer=12)
    assert "There live" not in text
    assert "8+ answers; the middle is 4" in text
    assert "Told all together: two parts could not be told this time." in text


async def test_two_large_sides_are_told_in_place_of_the_group() -> None:
    """Of sixteen, eight were there live and eight were not."""
    text = await _in_two_parts(eight=8, answer=16)
    assert "There live at session 3: 8+ answers; the middle is 4" in text
    assert "Not there live at session 3: 8+ answers; the middle is 4" in text
    assert "Told all together" not in text


async def test_an_organisation_may_ask_for_more_answers() -> None:
    """Its smallest group holds for courses, too; the floors themselves are never lower."""
    with course_world() as house:
        one = await twelve(house)

        def raise_floor(unit: Unit, _page: Page) -> None:
            here = rules.make(turn_of(house, unit, TESS))
            rules.keep(house.desk, unit, replace(here, rules=replace(here.rules, min_group=10)))

        await one.run(raise_floor)
        await answered(one, "mid1", dict.fromkeys(TWELVE[:8], "tired"))
        await house.until(MID1_CLOSES)
        text = (await seen(one)).text
        assert "Not shown." in text
        assert "a choice from 10 answers on, the middle of a scale from 10" in text


async def test_a_trainers_own_questions_cannot_find_who_left() -> None:
    """Asked again in other words after somebody left, the difference would be their answer."""
    with course_world() as house:
        one = await twelve(house, 9)
        await launch(one)
        await _ask(one, "Is it warm?", LATER)
        assert "Is it warm?\n\n8+ answers" in (await seen(one)).text

        def leave(unit: Unit, page: Page) -> None:
            unit.gatherings.remove_member(learners(house.desk, unit, page)[3].id)

        await one.run(leave)
        await _ask(one, "How warm is it?", LATER + timedelta(days=9))
        text = (await seen(one)).text
        assert "How warm is it?\n\nNot shown." in text
        assert "Is it warm?\n\n8+ answers" in text


async def test_two_questions_of_a_trainer_that_close_at_one_instant_are_both_told() -> None:
    """Of the same group: the one says nothing of anybody that the other could be held against."""
    with course_world() as house:
        one = await twelve(house, 9)
        await launch(one)
        await house.until(LATER)
        for text in ("Is it warm?", "Is it bright?"):
            await _put(one, text)
        await house.until(LATER + timedelta(days=8))
        text = (await seen(one)).text
        assert "Is it warm?\n\n8+ answers" in text
        assert "Is it bright?\n\n8+ answers" in text


async def test_a_trainers_question_in_the_words_of_the_course_finds_nobody_either() -> None:
    """What the course asked is told of nine; asked again of the eight who stayed it is held."""
    with course_world() as house:
        one = await twelve(house, 9)
        await launch(one)
        await answered(one, "mid1", dict.fromkeys(TWELVE, "tired"))
        await house.until(MID1_CLOSES)
        assert "8+ answers" in (await seen(one)).text

        def leave(unit: Unit, page: Page) -> None:
            unit.gatherings.remove_member(learners(house.desk, unit, page)[3].id)

        await one.run(leave)
        await _ask(one, "Tired, curious, or restless?", LATER)
        assert "Tired, curious, or restless?\n\nNot shown." in (await seen(one)).text


async def _ask(one: CourseHouse, text: str, at: datetime) -> None:
    """Let a trainer ask something, everybody answer it alike, and its week go by."""
    await one.house.until(at)
    await _put(one, text)
    await one.house.until(at + timedelta(days=8))


async def _put(one: CourseHouse, text: str) -> None:
    """Let a trainer ask something now, and everybody answer it alike."""
    form = form_of(await presses(one, "own.write"))
    preview = card_of(await one.house.submit_by(TESS, form, {"text": text, "answers": "yes\nno"}))
    await one.house.press(control(preview, "own.send"), TESS)
    push = (await one.cohort()).course.pushes[-1].id
    await answered(one, push, dict.fromkeys(TWELVE, "o1"))


async def test_only_a_trainer_sees_figures() -> None:
    """A learner who presses a copied control does not."""
    with course_world() as house:
        one = await twelve(house)
        await one.enrol(LENA)
        assert (await seen(one, LENA)).text_id == "course.not_yours"


async def test_a_session_that_is_moved_moves_the_close_along() -> None:
    """A question closes when the next session begins, at its new time."""
    with course_world() as house:
        one = await twelve(house)
        await answered(one, "mid3", dict.fromkeys(TWELVE, 4))
        moved = datetime(2026, 12, 23, 16)  # noqa: DTZ001 - a wall clock in the course's zone
        await one.change(lambda cohort: replace(cohort, course=with_session(cohort.course, 4, moved)))
        await house.until(MID3_CLOSES)
        assert "Open until Wednesday 23 December 2026, 16:00" in (await seen(one)).text
        await house.until(datetime(2026, 12, 23, 21, tzinfo=UTC))
        assert "the middle is 4" in (await seen(one)).text


_steps = st.tuples(st.just("mid3"), st.lists(st.integers(0, 10), max_size=7), st.integers(0, 10))
_names = st.sampled_from(("tired", "curious", "restless"))
_choices = st.tuples(st.just("mid1"), st.lists(_names, max_size=4), _names)


@examples(25)
@given(_steps | _choices, st.integers(0, 6), st.sampled_from(("gone", "other")))
async def test_a_trainer_cannot_see_one_answer_below_the_floor(
    asked: tuple[str, list[int] | list[str], int | str], place: int, change: str
) -> None:
    """Two worlds that differ in one answer of too few look the same to a trainer at every moment."""
    push, answers, other = asked
    left: dict[Account, str | int] = dict(zip(TWELVE, answers, strict=False))
    right = {who: said for who, said in left.items() if who != TWELVE[place]}
    if change == "other" and place < len(answers):
        right[TWELVE[place]] = other
    assert await _views(push, left) == await _views(push, right)


async def _views(push: str, answers: Mapping[Account, str | int]) -> list[str]:
    """Return what a trainer sees while a question is open, and after it closed."""
    opens, closes = WINDOWS[push]
    with course_world() as house:
        one = await twelve(house)
        await house.until(opens)
        await answered(one, push, answers)
        views = [(await seen(one)).text]
        await house.until(closes)
        return [*views, (await seen(one)).text]


async def _in_two_parts(*, eight: int, answer: int) -> str:
    everybody = tuple(learner(number) for number in range(answer))
    with course_world() as house:
        one = await CourseHouse.begin(house, learners=dict.fromkeys(everybody, "UTC"))
        await one.run(lambda unit, page: figures.plan(unit, page, house.clock.now()))

        def attend(unit: Unit, page: Page) -> None:
            there = everybody[:eight]
            for member in learners(house.desk, unit, page):
                minutes = 120 if member.account in there else 0
                held = learner_of(member)
                attended = {3: Attended(minutes=minutes, by=Source.HAND)}
                keep_learner(house.desk, unit, member, replace(held, attended=attended))

        await one.run(attend)
        await answered(one, "mid3", dict.fromkeys(everybody, 4))
        await house.until(MID3_OPEN)
        [parts] = [each for each in (await seen(one)).controls if each.name == "figure.parts"]
        assert isinstance(parts, Button)
        assert parts.label == "In two parts, by session 3"
        changed = card_of(await house.press(parts, TESS))
        assert "it is told in two parts: who was there live at session 3, and who was not" in changed.text
        assert isinstance(control(changed, "figure.parts"), Button)
        await house.until(MID3_CLOSES)
        return (await seen(one)).text
