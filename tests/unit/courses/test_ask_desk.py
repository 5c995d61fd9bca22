"""Row 38: a question to an instructor is no conversation; 36 hours, 48 hours, and a clear end.

Row 39: it is asked inside the course, private, and read by others only with its asker's yes.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.services.gatherings import members
from bot.surface.card import Reach
from tests.unit.courses.ask_hands import (
    ANSWER,
    DANGER,
    FRIDAY_AT_FIVE,
    OMAR,
    QUESTION,
    answer,
    ask,
    ask_house,
    clocks,
    days_off,
    desk,
    mine,
    words,
)
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse
from tests.unit.small_house import card_of, control, errors_of, form_of


@pytest.fixture
async def one() -> AsyncIterator[CourseHouse]:
    """A course with questions; Friday at five, UTC."""
    async with ask_house() as one:
        yield one


async def test_the_card_before_a_question_says_what_it_is_not(one: CourseHouse) -> None:
    """Up to 48 hours, not live, not for emergencies, who reads it, and the one step to help."""
    card = card_of(await one.house.command("course ask", LENA))
    assert "up to 48 hours" in card.text
    assert "not live, and not for emergencies" in card.text
    assert "with your name, and nobody else" in card.text
    assert control(card, "help.now")


async def test_the_receipt_says_by_when_at_the_latest(one: CourseHouse) -> None:
    """Its number, when it was asked, 48 hours later on the asker's clock, and the way back."""
    card = card_of(await ask(one.house))
    assert card.title == "Your question 1"
    assert "Friday 6 November at 17:00" in card.text
    assert "by Sunday 8 November at 17:00, your time" in card.text
    assert "not live, and not for emergencies" in card.text
    assert QUESTION not in card.text
    assert control(card, "ask.back")


async def test_the_instructor_hears_at_once_and_again_at_36_hours(one: CourseHouse) -> None:
    """Neither word says who asked, or what."""
    await ask(one.house)
    await one.house.until(FRIDAY_AT_FIVE + timedelta(minutes=1))
    assert len(words(one, TESS, "course.word")) == 1
    await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=35, minutes=59))
    assert len(words(one, TESS, "course.word")) == 1
    await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=36, minutes=1))
    told = words(one, TESS, "course.word")
    assert len(told) == 2
    assert "Sunday 8 November at 12:00, America/New_York" in told[1].text
    assert not any(QUESTION in card.text or "Lena" in card.text for card in told)


async def test_at_48_hours_the_asker_is_told_and_the_owner_alerted(one: CourseHouse) -> None:
    """The asker hears how else to ask; who began the course hears that it is late."""
    await ask(one.house)
    await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=47, minutes=59))
    assert words(one, LENA, "ask.told.late") == []
    await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=48, minutes=1))
    [card] = words(one, LENA, "ask.told.late")
    assert "48 hours for your question 1 are over" in card.text
    assert "course@school.example" in card.text
    assert QUESTION not in card.text
    assert "not answered by the time" in words(one, TESS, "course.word")[-1].text


async def test_an_answer_stops_the_clock_and_its_asker_hears_once(one: CourseHouse) -> None:
    """No nudge and no breach comes after it; what is posted says nothing of the two texts."""
    await ask(one.house)
    await answer(one.house)
    assert clocks(one.house) == []
    await one.house.until(FRIDAY_AT_FIVE + timedelta(days=20))
    [card] = words(one, LENA, "ask.told.answered")
    assert QUESTION not in card.text
    assert ANSWER not in card.text
    assert words(one, LENA, "ask.told.late") == []
    assert len(words(one, TESS, "course.word")) == 1
    shown = card_of(await one.house.press(control(card, "ask.look"), LENA))
    assert ANSWER in shown.text
    assert QUESTION in shown.text
    assert shown.reach is Reach.SEALED


async def test_the_clock_stands_still_on_days_off(one: CourseHouse) -> None:
    """With weekends off what is asked on Friday at five is due on Tuesday at five."""
    await days_off(one.house, "Sat, Sun")
    card = card_of(await ask(one.house))
    assert "by Tuesday 10 November at 17:00, your time" in card.text
    assert "Not counted: Saturday, Sunday." in card.text
    await one.house.until(datetime(2026, 11, 10, 16, 59, tzinfo=UTC))
    assert words(one, LENA, "ask.told.late") == []


async def test_days_off_that_are_entered_later_move_what_waits_and_are_told_once(one: CourseHouse) -> None:
    """Taken away again, they let nothing come earlier than was promised."""
    await ask(one.house)
    card = card_of(await days_off(one.house, "Sat, Sun"))
    assert "due later by that: 1" in card.text
    await days_off(one.house, "")
    await one.house.until(datetime(2026, 11, 7, 12, tzinfo=UTC))
    [told] = words(one, LENA, "ask.told.moved")
    assert "Tuesday 10 November at 17:00" in told.text


async def test_days_off_that_cannot_be_read_stay_on_the_page_with_a_sentence(one: CourseHouse) -> None:
    """Both fields at once; a week with no day left is none."""
    assert set(errors_of(await days_off(one.house, "whenever", "in the summer"))) == {"week", "dates"}
    assert "week" in errors_of(await days_off(one.house, "Mon-Sun"))
    assert "24 December to 2 January" in card_of(await days_off(one.house, "", "24 Dec to 2 Jan")).text


async def test_an_instructor_who_never_answers_has_a_clear_end(one: CourseHouse) -> None:
    """Asked, late, and after 14 days closed with a word to both; nothing waits after that."""
    await ask(one.house)
    await one.house.until(FRIDAY_AT_FIVE + timedelta(days=14, minutes=1))
    assert len(words(one, LENA, "ask.told.closed")) == 1
    assert "closed without an answer" in words(one, TESS, "course.word")[-1].text
    assert clocks(one.house) == []
    card = await mine(one.house)
    assert "nobody answered it" in card.text
    assert "closed without an answer" in (await desk(one.house, name="ask.reread")).text


async def test_words_of_danger_come_first_and_nothing_is_sent_by_them(one: CourseHouse) -> None:
    """Who to call stands above the choice; no trainer hears before it."""
    card = card_of(await ask(one.house, DANGER))
    assert card.text_id == "ask.preview"
    assert "In danger now" in card.text.partition("was not sent")[0]
    assert one.told(TESS) == []
    dropped = card_of(await one.house.press(control(card, "ask.drop"), LENA))
    assert "Nothing was sent" in dropped.text
    assert clocks(one.house) == []


async def test_who_chooses_so_sends_it_all_the_same_once(one: CourseHouse) -> None:
    """Pressed twice it is one question."""
    card = card_of(await ask(one.house, DANGER))
    for _ in range(2):
        sent = card_of(await one.house.press(control(card, "ask.as_it_is"), LENA))
        assert sent.text_id == "ask.receipt"
    await one.house.until(FRIDAY_AT_FIVE + timedelta(minutes=1))
    assert len(words(one, TESS, "course.word")) == 1


async def test_what_may_point_at_a_person_is_asked_about_first(one: CourseHouse) -> None:
    """Masked, that is what the instructor reads."""
    card = card_of(await ask(one.house, "What about anna@mail.example, whom I see?"))
    assert card.text_id == "sharing.choice"
    assert one.told(TESS) == []
    await one.house.press(control(card, "ask.masked"), LENA)
    assert "anna@mail" not in (await desk(one.house)).text


async def test_words_that_nobody_sent_go_after_a_day(one: CourseHouse) -> None:
    """Their row goes, and their trainer never saw them."""
    await ask(one.house, DANGER)
    posts = len(one.house.tables.posts)
    await one.house.until(FRIDAY_AT_FIVE + timedelta(days=1, minutes=1))
    assert len(one.house.tables.posts) == posts - 1


async def test_a_question_is_taken_back_for_good(one: CourseHouse) -> None:
    """Its instructor finds it no more, and no clock goes on."""
    await one.house.press(control(card_of(await ask(one.house)), "ask.back"), LENA)
    assert clocks(one.house) == []
    listed = card_of(
        await one.house.press(control(card_of(await one.house.command("course", TESS)), "ask.desk"), TESS)
    )
    assert "Nobody asked anything yet" in listed.text


async def test_the_same_form_sent_twice_is_one_question(one: CourseHouse) -> None:
    """A platform that delivers twice asks nothing twice."""
    before = card_of(await one.house.command("course ask", LENA))
    form = form_of(await one.house.press(control(before, "ask.write"), LENA))
    for _ in range(2):
        assert (
            card_of(await one.house.submit_by(LENA, form, {"question": QUESTION})).title == "Your question 1"
        )
    assert len(clocks(one.house)) == 1


async def test_a_flood_is_kept_off_and_the_words_stay(one: CourseHouse) -> None:
    """The seventh within ten minutes stays on its page."""
    for n in range(6):
        await ask(one.house, f"{QUESTION} {n}")
    assert "a little later" in errors_of(await ask(one.house, f"{QUESTION} more"))["question"]


async def test_a_corrected_answer_is_told_once(one: CourseHouse) -> None:
    """The very same answer again is no correction."""
    await ask(one.house)
    await answer(one.house)
    await one.house.until(datetime(2026, 11, 7, 12, tzinfo=UTC))
    for text in (ANSWER, "Leave room.", "Leave room."):
        card = await desk(one.house, name="ask.reread")
        form = form_of(await one.house.press(control(card, "ask.answer"), TESS))
        await one.house.submit_by(TESS, form, {"answer": text})
    await one.house.until(datetime(2026, 11, 7, 13, tzinfo=UTC))
    assert len(words(one, LENA, "ask.told.corrected")) == 1


async def test_only_with_the_askers_yes_do_others_read_it(one: CourseHouse) -> None:
    """In the wording that the asker saw, without a name; taken back, nobody reads it again."""
    await ask(one.house)
    await answer(one.house)
    card = await desk(one.house, name="ask.reread")
    form = form_of(await one.house.press(control(card, "ask.publish"), TESS))
    await one.house.submit_by(TESS, form, {"wording": "How to begin in silence?"})
    assert "silence?" not in card_of(await one.house.command("course answers", MIRO)).text
    shown = await mine(one.house)
    assert "How to begin in silence?" in shown.text
    await one.house.press(control(shown, "ask.yes"), LENA)
    found = card_of(await one.house.command("course answers SILENCE room", MIRO))
    assert "How to begin in silence?" in found.text
    assert ANSWER in found.text
    assert "Lena" not in found.text
    assert QUESTION not in found.text
    await one.house.press(control(await mine(one.house), "ask.hide"), LENA)
    assert "no answers yet" in card_of(await one.house.command("course answers", MIRO)).text


async def test_who_said_no_is_not_asked_again(one: CourseHouse) -> None:
    """Neither by a press nor by a form that was open; their trainer is told so, and no word comes to them."""
    await ask(one.house)
    await answer(one.house)
    card = await desk(one.house, name="ask.reread")
    form = form_of(await one.house.press(control(card, "ask.publish"), TESS))
    await one.house.submit_by(TESS, form, {"wording": "How to begin in silence?"})
    await one.house.press(control(await mine(one.house), "ask.hide"), LENA)
    refused = await one.house.submit_by(TESS, form, {"wording": "And so?"})
    assert "between you" in errors_of(refused)["wording"]
    late = card_of(await one.house.press(control(card, "ask.publish"), TESS))
    assert "between you" in late.text
    again = await desk(one.house, name="ask.reread")
    assert "ask.publish" not in {each.name for each in again.controls}
    await one.house.until(datetime(2026, 11, 9, 12, tzinfo=UTC))
    assert len(words(one, LENA, "ask.told.wished")) == 1


async def test_a_yes_holds_for_the_wording_that_was_seen(one: CourseHouse) -> None:
    """Where it was worded anew meanwhile, the new one is shown, and nothing is published."""
    await ask(one.house)
    await answer(one.house)
    card = await desk(one.house, name="ask.reread")
    form = form_of(await one.house.press(control(card, "ask.publish"), TESS))
    await one.house.submit_by(TESS, form, {"wording": "A first wording?"})
    shown = await mine(one.house)
    await one.house.submit_by(TESS, form, {"wording": "Another wording?"})
    again = card_of(await one.house.press(control(shown, "ask.yes"), LENA))
    assert "Another wording?" in again.text
    assert "no answers yet" in card_of(await one.house.command("course answers", MIRO)).text


async def test_another_learner_and_who_runs_another_course_never_see_it(one: CourseHouse) -> None:
    """Neither by a control that they got hold of, nor by a search for its words."""
    await ask(one.house)
    await answer(one.house)
    theirs = await desk(one.house, name="ask.reread")
    reads = control(theirs, "ask.answer")
    one.house.managers[OMAR] = True
    for who in (MIRO, LENA, OMAR):
        outcome = await one.house.press(reads, who)
        assert QUESTION not in repr(outcome)
    assert ANSWER not in card_of(await one.house.command("course answers silence", MIRO)).text
    own = await one.house.command("course answers silence", LENA)
    assert ANSWER in card_of(own).text


async def test_who_leaves_takes_their_questions_along(one: CourseHouse) -> None:
    """Also what others could read."""
    await ask(one.house)
    posts = len(one.house.tables.posts)
    course = card_of(await one.house.command("course continue", LENA))
    asked = card_of(await one.house.press(control(course, "learn.leave"), LENA))
    await one.house.press(control(asked, "learn.leave.yes"), LENA)
    assert len(one.house.tables.posts) == posts - 1
    assert clocks(one.house) == []


async def test_a_trainer_finds_no_way_to_what_learners_write_by_the_same_word(one: CourseHouse) -> None:
    """`course answers` says so to who runs a course and learns in none."""
    assert card_of(await one.house.command("course answers", TESS)).text_id == "course.no_free_text"


async def test_who_is_in_no_course_and_who_runs_one_are_told_so(one: CourseHouse) -> None:
    """Neither is told that a course takes no questions."""
    await one.house.arrive(OMAR)
    for words_typed in ("course ask", "course answers silence"):
        assert card_of(await one.house.command(words_typed, OMAR)).text_id == "course.none"
    assert card_of(await one.house.command("course ask", TESS)).text_id == "ask.of_learners"


async def test_who_moves_to_another_zone_is_told_the_same_moment_on_their_new_clock(one: CourseHouse) -> None:
    """What was promised does not move; it is said as their clock shows it."""
    await ask(one.house)
    person = await one.person(LENA)
    await one.run(lambda unit, _page: unit.people.save(replace(person, zone="Pacific/Auckland")))
    assert "by Monday 9 November at 06:00, your time" in (await mine(one.house)).text
    assert clocks(one.house) == [FRIDAY_AT_FIVE + timedelta(hours=36)]


async def test_where_its_owner_runs_it_no_more_all_who_do_hear_that_it_is_late(one: CourseHouse) -> None:
    """Nobody is alerted in an empty room."""
    tess = await one.member(TESS)
    await one.run(lambda unit, _page: members.keep(one.house.desk, unit, tess, began=None))
    await ask(one.house)
    await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=48, minutes=1))
    assert "not answered by the time" in words(one, TESS, "course.word")[-1].text
