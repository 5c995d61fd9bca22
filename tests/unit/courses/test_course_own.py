"""A trainer's own question: looked through, seen before it goes, once to each, taken back while unsent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.courses.cohort import Stage
from bot.domain.people import Account
from bot.ports.chat import Later
from bot.surface.card import Card, Choose
from bot.surface.form import Form
from bot.surface.outcome import Outcome, Refuse
from bot.testing.courses import TEN_DAYS
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.pushed import launch
from tests.unit.courses.trainer_presses import presses
from tests.unit.small_house import card_of, control, errors_of, form_of
from tests.unit.world import World, labels

ASK = "Where did you leave something unsaid today, and was that fine?"
TAPS = "in the room\non the way home\ncannot say"
NOON_AT_HOME = datetime(2026, 11, 10, 17, tzinfo=UTC)
"""Tuesday 10 November, 12:00 in New York, two weeks before the first push of the course."""
NIGHT_IN_AUCKLAND = "Pacific/Auckland"
LATER = datetime(2026, 11, 12, 17, tzinfo=UTC)


async def running(house: World, learners: dict[Account, str]) -> CourseHouse:
    """A course that was launched, at noon of a day on which nothing of it comes."""
    one = await CourseHouse.begin(house, learners=learners)
    await launch(one)
    await house.until(NOON_AT_HOME)
    return one


async def typed(one: CourseHouse, **values: str) -> Outcome:
    """Let the trainer fill in the form for a question of their own."""
    form = form_of(await presses(one, "own.write"))
    return await one.house.submit_by(TESS, form, values)


async def sent(one: CourseHouse, **values: str) -> Card:
    """Let the trainer type a question and send it; return what is said then."""
    preview = card_of(await typed(one, **values))
    return card_of(await one.house.press(control(preview, "own.send"), TESS))


def questions(one: CourseHouse, who: Account) -> list[Card]:
    """Return the trainer's own questions that came to somebody."""
    return [card for card in one.told(who) if "Your trainer wrote this one." in card.text]


async def test_what_was_typed_stays_in_the_form_where_the_course_ended_meanwhile() -> None:
    """It is refused with a sentence; no card takes the place of the words."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        form = form_of(await presses(one, "own.write"))
        await one.change(lambda cohort: replace(cohort, stage=Stage.OVER))
        outcome = await house.submit_by(TESS, form, {"text": ASK})
        assert "does not run now" in errors_of(outcome)["text"]


async def test_a_question_goes_out_now_once_to_each_and_is_labelled_as_the_trainers() -> None:
    """To who is awake at once; to who sleeps in the morning."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York", MIRO: NIGHT_IN_AUCKLAND})
        said = await sent(one, text=ASK)
        assert said.text_id == "own.sent"
        await house.until(NOON_AT_HOME.replace(minute=2))
        [card] = questions(one, LENA)
        assert ASK in card.text
        assert "From your trainer; only you see your answer." in card.text
        assert questions(one, MIRO) == []
        await house.until(LATER)
        assert len(questions(one, LENA)) == len(questions(one, MIRO)) == 1


async def test_a_question_may_have_answers_to_tap_and_a_time() -> None:
    """By the clock of the course, for everybody at that moment."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        await sent(one, text=ASK, answers=TAPS, day="2026-11-11", at="09:00")
        await house.until(datetime(2026, 11, 11, 13, 59, tzinfo=UTC))
        assert questions(one, LENA) == []
        await house.until(datetime(2026, 11, 11, 14, 0, tzinfo=UTC))
        [card] = questions(one, LENA)
        assert labels(card)[:3] == TAPS.splitlines()
        await house.choose(control(card, "push.answer"), "o1", who=LENA)
        assert dict((await one.learner(LENA)).answers) != {}


async def test_a_preview_is_what_learners_see_and_says_where_it_goes() -> None:
    """To how many, when, and that nobody has two things of the course on a day."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York", MIRO: NIGHT_IN_AUCKLAND})
        card = card_of(await typed(one, text=ASK, answers=TAPS, day="11 November", at="9:00"))
        assert ASK in card.text
        assert "in the room · on the way home · cannot say" in card.text
        assert "Your trainer wrote this one." in card.text
        assert "to 2 learners, on Wednesday 11 November 2026 at 09:00 (America/New_York)" in card.text
        await house.until(LATER)
        assert questions(one, LENA) == []


async def test_a_question_that_waits_can_be_changed_and_dropped() -> None:
    """The form opens with it; what was dropped goes to nobody, however often it is pressed."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        preview = card_of(await typed(one, text=ASK, answers=TAPS, day="2026-11-11", at="09:00"))
        form = form_of(await house.press(control(preview, "own.change"), TESS))
        assert values(form) == {"text": ASK, "answers": TAPS, "day": "2026-11-11", "at": "09:00"}
        changed = card_of(await house.submit_by(TESS, form, {"text": "What was light today?"}))
        assert "What was light today?" in changed.text
        dropped = card_of(await house.press(control(changed, "own.drop"), TESS))
        assert dropped.text == "Dropped. Nothing went out."
        again = card_of(await house.press(control(changed, "own.send"), TESS))
        assert again.text_id == "own.none"
        await house.until(LATER)
        assert questions(one, LENA) == []


async def test_a_time_that_went_by_meanwhile_is_said() -> None:
    """Nothing goes out late without the trainer's word; the form takes another time."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        preview = card_of(await typed(one, text=ASK, day="2026-11-11", at="09:00"))
        await house.until(LATER)
        again = card_of(await house.press(control(preview, "own.send"), TESS))
        assert again.text.startswith("Before it goes out\n\nThat time has gone by.")
        form = form_of(await house.press(control(again, "own.change"), TESS))
        now = card_of(await house.submit_by(TESS, form, {"day": "", "at": ""}))
        await house.press(control(now, "own.send"), TESS)
        await house.until(LATER + timedelta(minutes=1))
        assert len(questions(one, LENA)) == 1


async def test_sending_twice_sends_once() -> None:
    """A second press finds that it was sent."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        preview = card_of(await typed(one, text=ASK))
        await house.press(control(preview, "own.send"), TESS)
        again = card_of(await house.press(control(preview, "own.send"), TESS))
        assert again.text_id == "own.none"
        await house.until(LATER)
        assert len(questions(one, LENA)) == 1


@pytest.mark.parametrize(
    ("field", "values", "sentence"),
    [
        ("text", {"text": ""}, "The question is empty."),
        ("text", {"text": "@everyone, how are you?"}, "please leave out the @ sign"),
        ("text", {"text": "What stays? <!channel>"}, "please leave out the @ sign"),
        ("text", {"text": "Please see https://x.example/y"}, "leave links out"),
        ("text", {"text": "Type the initials of someone you support."}, "leave the person out"),
        ("text", {"text": "What is your client's name?"}, "leave the person out"),
        ("answers", {"text": ASK, "answers": "only one"}, "2 to 5 answers"),
        ("answers", {"text": ASK, "answers": "1\n2\n3\n4\n5\n6"}, "2 to 5 answers"),
        ("answers", {"text": ASK, "answers": "yes\nYes"}, "are the same"),
        ("answers", {"text": ASK, "answers": "yes\nask @here"}, "please leave out the @ sign"),
        ("answers", {"text": ASK, "answers": "yes\n" + "y" * 41}, "40"),
        ("at", {"text": ASK, "day": "tomorrow"}, "name a time, too"),
        ("day", {"text": ASK, "at": "09:00"}, "name a day, too"),
        ("at", {"text": ASK, "day": "2026-11-10", "at": "09:00"}, "gone by"),
        ("at", {"text": ASK, "day": "tomorrow", "at": "nine"}, "12:30"),
        ("day", {"text": ASK, "day": "2026-11-09", "at": "09:00"}, ""),
        ("day", {"text": ASK, "day": "4/1", "at": "09:00"}, ""),
    ],
)
async def test_what_cannot_go_out_is_refused_at_its_field(
    field: str, values: dict[str, str], sentence: str
) -> None:
    """The form stays open, and nothing is kept."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        outcome = await typed(one, **values)
        assert isinstance(outcome.first, Refuse)
        errors = errors_of(outcome)
        assert list(errors) == [field]
        assert sentence in errors[field]
        assert card_of(await presses(one, "own.send")).text_id == "own.none"


async def test_a_name_in_a_question_is_pointed_at_before_it_goes() -> None:
    """It may be an author's: the trainer decides."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        card = card_of(await typed(one, text="Think of Maria and the last hour with her."))
        assert "Some words here may point at a person." in card.text
        assert "may point" not in card_of(await typed(one, text=ASK)).text


async def test_markup_and_braces_go_out_as_they_were_typed() -> None:
    """Nothing in a question is a template."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        words = "What would {name} or {user.__class__} have *said*?"
        await sent(one, text=words)
        await house.until(LATER)
        assert words in questions(one, LENA)[0].text


async def test_only_trainers_ask() -> None:
    """A learner who presses a copied control changes nothing."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        for name in ("own.write", "own.send", "own.coming", "own.back", "missed.show", "missed.again"):
            assert card_of(await presses(one, name, LENA)).text_id == "course.not_yours"


async def test_nothing_goes_out_before_a_launch() -> None:
    """It is said so."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "UTC"})
        assert card_of(await presses(one, "own.write")).text_id == "own.not_running"
        assert card_of(await presses(one, "own.coming")).text_id == "own.sends_nothing"


async def test_what_nobody_has_is_taken_back_whole() -> None:
    """A question for tomorrow comes to nobody, and stands in the course no more."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        await sent(one, text=ASK, day="2026-11-11", at="09:00")
        assert "Nobody has seen it." in await taken_back(one, ASK)
        await house.until(LATER)
        assert questions(one, LENA) == []
        assert not any(push.by_trainer for push in (await one.cohort()).course.pushes)


async def test_what_some_have_comes_to_nobody_else() -> None:
    """She has it and may answer; he was asleep, and hears nothing of it. Who joins later neither."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York", MIRO: NIGHT_IN_AUCKLAND})
        await sent(one, text=ASK)
        await house.until(NOON_AT_HOME.replace(minute=5))
        assert "Some have it already and keep it" in await taken_back(one, ASK)
        [card] = questions(one, LENA)
        form = form_of(await house.press(control(card, "push.write"), LENA))
        answered = card_of(await house.submit_by(LENA, form, {"text": "On the stairs."}))
        assert "Saved privately" in answered.text
        await house.until(LATER)
        assert questions(one, MIRO) == []


@pytest.mark.parametrize("question", ["Question pre2?", "Question post2?"])
async def test_what_is_held_on_its_way_is_taken_back_too(question: str) -> None:
    """The platform asked to wait: what had not arrived until then does not come after it."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        due = {"Question pre2?": (8, 18), "Question post2?": (9, 23)}[question]
        at = datetime(2026, 12, *due, tzinfo=UTC)
        await house.until(at - timedelta(minutes=1))
        house.chat.receipts = [Later(wait=timedelta(minutes=10))]
        await house.until(at + timedelta(minutes=1))
        await taken_back(one, question)
        await house.until(at + timedelta(days=2))
        assert not any(question in card.text for card in one.told(LENA))


async def test_any_push_of_the_course_can_be_taken_back() -> None:
    """Then the others come as they would have."""
    with course_world() as house:
        one = await running(house, {LENA: "America/New_York"})
        await taken_back(one, "Question pre1?")
        await house.until(datetime(2026, 12, 3, 12, tzinfo=UTC))
        asked = [card.text for card in one.told(LENA) if card.text_id == "push"]
        assert [("pre1" in text, "post1" in text) for text in asked] == [(False, True)]


async def test_in_a_course_of_their_own_pace_a_question_goes_out_too() -> None:
    """Now, to who is in it; what comes on a day of each one's own is taken back by its day."""
    with course_world() as house:
        one = await CourseHouse.begin(house, course=TEN_DAYS.course, learners={LENA: "UTC"})
        await launch(one)
        await house.until(datetime(2026, 11, 3, 9, tzinfo=UTC))
        await sent(one, text=ASK)
        await house.until(datetime(2026, 11, 4, 9, tzinfo=UTC))
        assert len(questions(one, LENA)) == 1
        await taken_back(one, "Question day5?")
        await house.until(datetime(2026, 11, 20, 9, tzinfo=UTC))
        days = [f"day{n}" for n in range(1, 11) if n != 5]
        assert [day for day in days if any(f"{day}?" in card.text for card in one.told(LENA))] == days
        assert not any("day5?" in card.text for card in one.told(LENA))


async def taken_back(one: CourseHouse, words: str) -> str:
    """Let the trainer take back what asks something; return what is said."""
    house = one.house
    listed = control(card_of(await presses(one, "own.coming")), "own.look")
    assert isinstance(listed, Choose)
    [name] = [option.name for option in listed.options if words[:20] in option.label]
    card = card_of(await house.choose(listed, name, who=TESS))
    assert words in card.text
    return card_of(await house.press(control(card, "own.back"), TESS)).text


def values(form: Form) -> dict[str, str]:
    """Return what stands in a form."""
    return {field.name: field.value for field in form.fields}
