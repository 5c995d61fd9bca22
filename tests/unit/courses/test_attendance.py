"""Attendance of a live course: words, lists, and what a trainer confirms by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from bot.domain.courses.cohort import Stage
from bot.domain.people import Account
from bot.surface.inbound import OptionChosen
from bot.testing.courses import FOUR_SESSIONS
from tests.unit.courses.attendance_hands import BOTH, LIST, SECOND, Hands
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.small_house import card_of, control, errors_of, form_of

CLEO = Account(surface="chat", workspace="team", user="cleo")


@asynccontextmanager
async def attended() -> AsyncIterator[Hands]:
    """Open a running course with two learners, before its second session."""
    with course_world() as house:
        course = await CourseHouse.begin(house, stage=Stage.RUNNING, learners=BOTH)
        yield Hands(course)


async def test_two_words_count_from_the_first_to_the_last() -> None:
    """One alone counts as nothing until the trainer confirms it; another changes every ten minutes."""
    async with attended() as hands:
        await hands.at(25)
        first = await hands.word(2)
        said = card_of(await hands.send(LENA, first.upper()))
        assert said.text.startswith("Noted. Send another one later")
        assert await hands.noted(LENA) == {}
        assert "Lena: one word so far; it counts once you confirm it" in (await hands.session(2)).text
        await hands.at(119)
        last = await hands.word(2)
        assert last != first
        await hands.at(125)
        assert "95 of 120 minutes" in card_of(await hands.send(LENA, last)).text
        assert await hands.noted(LENA) == {2: (95, "word")}
        mine = card_of(await hands.way(LENA, "attend.mine"))
        assert "2. Evening 2: 95 of 120 minutes" in mine.text


async def test_the_word_before_is_taken_for_ten_minutes_and_an_older_one_is_not() -> None:
    """What was heard counts when it was shown, and not when it was sent."""
    async with attended() as hands:
        await hands.at(5)
        first = await hands.word(2)
        await hands.at(19)
        await hands.send(LENA, first)
        await hands.at(41)
        second = await hands.word(2)
        await hands.at(59)
        await hands.send(LENA, second)
        assert await hands.noted(LENA) == {2: (50, "word")}
        await hands.at(61)
        assert "word" in errors_of(await hands.send(MIRO, second))
        assert await hands.noted(MIRO) == {}


async def test_the_same_word_twice_is_one() -> None:
    """Two moments in which one word was sent tell of no time between."""
    async with attended() as hands:
        await hands.at(1)
        word = await hands.word(2)
        await hands.send(LENA, word)
        await hands.at(9)
        await hands.send(LENA, word)
        assert await hands.noted(LENA) == {}


async def test_who_guesses_words_has_to_wait() -> None:
    """And the right one is not taken either, until they waited."""
    async with attended() as hands:
        await hands.at(21)
        for _ in range(5):
            assert "not the word" in errors_of(await hands.send(LENA, "maple maple"))["word"]
        refused = errors_of(await hands.send(LENA, await hands.word(2)))["word"]
        assert refused.startswith("Several words did not fit")


async def test_between_two_sessions_there_is_no_word() -> None:
    """A learner hears when the next session is; a trainer has no word to show."""
    async with attended() as hands:
        said = card_of(await hands.way(LENA, "attend.here"))
        assert said.text_id == "attend.not_on"
        assert "Tuesday 1 December 2026, 16:00 to 18:00, America/New York" in said.text
        assert "attend.word" not in [one.name for one in (await hands.session(2)).controls]


async def test_words_are_of_one_session_and_one_course() -> None:
    """The word of one hour is none in another, and none in a course beside it."""
    async with attended() as hands:
        await hands.at(45)
        words = {await hands.word(2)}
        await hands.house.until(SECOND.replace(day=15, minute=45))
        words.add(await hands.word(3))
        assert len(words) == 2


async def test_a_list_is_shown_beside_the_learners_before_anything_is_noted() -> None:
    """Names that are known for sure, those in doubt, the rows that are broken; nothing of it is kept yet."""
    async with attended() as hands:
        card = card_of(await hands.bring(2, LIST.replace("Doe, Lena", "LENA")))
        assert card.text_id == "attend.found"
        assert "Lena: 95 minutes" in card.text
        assert "Somebody's iPad: 120 minutes" in card.text
        assert "Row 5: the time of joining cannot be read." in card.text
        assert "@" not in card.text
        assert await hands.noted(LENA) == {}
        card = card_of(await hands.press_on(card, "attend.take"))
        assert card.text.startswith("2. Evening 2\n\nNoted.")
        assert await hands.noted(LENA) == {2: (95, "file")}
        assert await hands.noted(MIRO) == {}


async def test_a_name_in_doubt_is_chosen_by_hand() -> None:
    """A device may be somebody's, and who is nobody's here is let be and kept nowhere."""
    async with attended() as hands:
        card = card_of(await hands.bring(2, LIST))
        assert "None of its names is known here for sure." in card.text
        whose = card_of(await hands.press_on(card, "attend.whose"))
        lena, miro = [await hands.course.member(who) for who in (LENA, MIRO)]
        assert whose.text.startswith("A name in doubt\n\nDoe, Lena: 95 minutes")
        asked = control(whose, "attend.choose")
        assert [option.name for option in getattr(asked, "options", ())] == [
            lena.id.hex,
            miro.id.hex,
            "nobody",
        ]
        whose = card_of(await hands.choose_on(whose, "attend.choose", [lena.id.hex]))
        whose = card_of(await hands.choose_on(whose, "attend.choose", [miro.id.hex]))
        card = card_of(await hands.choose_on(whose, "attend.choose", ["nobody"]))
        await hands.press_on(card, "attend.take")
        assert await hands.noted(LENA) == {2: (95, "file")}
        assert await hands.noted(MIRO) == {2: (120, "file")}
        assert "stranger" not in repr(await hands.course.run(lambda _unit, page: page.body))


async def test_a_press_on_a_card_of_before_gives_no_name_to_somebody_else() -> None:
    """The list changed meanwhile: it is shown as it is now."""
    async with attended() as hands:
        card = card_of(await hands.bring(2, LIST))
        whose = card_of(await hands.press_on(card, "attend.whose"))
        lena = (await hands.course.member(LENA)).id.hex
        await hands.choose_on(whose, "attend.choose", [lena])
        again = card_of(await hands.choose_on(whose, "attend.choose", [lena]))
        assert again.text_id == "attend.found"
        await hands.press_on(again, "attend.take")
        assert await hands.noted(LENA) == {2: (95, "file")}


async def test_a_list_that_waits_goes_with_not_now_and_after_an_hour() -> None:
    """A press that comes later says so, nothing is noted, and nothing of it is left."""
    async with attended() as hands:
        card = card_of(await hands.bring(2, LIST.replace("Doe, Lena", "Lena")))
        await hands.press_on(card, "attend.drop")
        assert card_of(await hands.press_on(card, "attend.take")).text_id == "attend.list_gone"
        assert hands.house.tables.posts == {}
        card = card_of(await hands.bring(2, LIST.replace("Doe, Lena", "Lena")))
        await hands.at(59, hands.house.clock.now())
        assert card_of(await hands.press_on(card, "attend.whose")).text_id == "attend.whose"
        await hands.at(2, hands.house.clock.now())
        assert hands.house.tables.posts == {}
        assert card_of(await hands.press_on(card, "attend.take")).text_id == "attend.list_gone"
        assert await hands.noted(LENA) == {}


async def test_what_cannot_be_read_stays_in_the_form() -> None:
    """Another file, an unknown zone, nothing at all: a sentence at its field."""
    async with attended() as hands:
        assert "no list of attendance" in errors_of(await hands.bring(2, "Viewer,Views\nLena,3"))["list"]
        assert "zone" in errors_of(await hands.bring(2, LIST, zone="Nowhere"))
        assert errors_of(await hands.bring(2, "  "))["list"] == "Nothing is pasted yet."


async def test_a_list_in_another_zone_says_so() -> None:
    """Where no time of it lies in the session, minutes of nobody are taken for an absence."""
    async with attended() as hands:
        card = card_of(await hands.bring(2, LIST.replace("Doe, Lena", "Lena"), zone="Asia/Tokyo"))
        assert "None of its times lie in 2. Evening 2. They may be in another zone." in card.text


async def test_what_is_confirmed_by_hand_stands_before_lists_and_words() -> None:
    """A number that the session does not hold is refused; 0 says that somebody was not there."""
    async with attended() as hands:
        assert "Noted for 2 learners." in (await hands.whole(1, LENA, MIRO)).text
        assert await hands.noted(MIRO) == {1: (120, "hand")}
        await hands.confirm(2, LENA, 90)
        card = card_of(await hands.bring(2, LIST.replace("Doe, Lena", "Lena")))
        await hands.press_on(card, "attend.take")
        assert await hands.noted(LENA) == {1: (120, "hand"), 2: (90, "hand")}
        by_hand = card_of(await hands.press_on(await hands.session(2), "attend.hand"))
        member = await hands.course.member(LENA)
        form = form_of(await hands.choose_on(by_hand, "attend.part", [member.id.hex]))
        for wrong in ("121", "-1", "many", "", "1.5", "\u0664"):
            assert "minutes" in errors_of(await hands.house.submit_by(TESS, form, {"minutes": wrong}))
        await hands.house.submit_by(TESS, form, {"minutes": "0"})
        assert (await hands.noted(LENA))[2] == (0, "hand")


async def test_learners_stand_by_name_and_nobody_first_for_being_there() -> None:
    """No order, sum or mark compares them."""
    async with attended() as hands:
        await hands.course.enrol(CLEO)
        await hands.confirm(2, MIRO, 120)
        await hands.confirm(2, LENA, 1)
        shown = (await hands.session(2)).text
        assert "Cleo: nothing noted\nLena: 1 minute, confirmed\nMiro: 120 minutes, confirmed" in shown


async def test_only_a_trainer_takes_attendance() -> None:
    """A learner who presses what a trainer has is told so, and nothing is noted."""
    async with attended() as hands:
        await hands.at(25)
        mint = hands.house.desk.mint(LENA)
        member = await hands.course.member(LENA)
        for action, subject, arg in (
            ("attend.show", hands.course.id, ""),
            ("attend.session", hands.course.id, "2"),
            ("attend.word", hands.course.id, "2"),
            ("attend.bring", hands.course.id, "2"),
            ("attend.read", hands.course.id, "2"),
            ("attend.take", hands.course.id, "2"),
            ("attend.whole", hands.course.id, "2"),
            ("attend.confirm", member.id, "2"),
            ("evidence.which", hands.course.id, ""),
            ("evidence.offer", hands.course.id, "minutes"),
            ("evidence.make", hands.course.id, "accreditor"),
            ("evidence.make", (await hands.course.member(MIRO)).id, "one"),
        ):
            ref = mint(action, subject, arg)
            event = OptionChosen(**hands.house.facts(LENA), ref=ref, values=(member.id.hex,))
            assert card_of(await hands.house.hear(event)).text_id == "course.not_yours", action
        assert await hands.noted(LENA) == {}


async def test_a_course_without_words_takes_none() -> None:
    """Then nobody is offered to send one, and a press from before says so."""
    with course_world() as house:
        rule = replace(FOUR_SESSIONS.course.attendance, words=0)
        without = replace(FOUR_SESSIONS.course, attendance=rule)
        course = await CourseHouse.begin(house, course=without, stage=Stage.RUNNING, learners=BOTH)
        hands = Hands(course)
        await hands.at(25)
        mint = house.desk.mint(LENA)
        event = OptionChosen(**house.facts(LENA), ref=mint("attend.here", course.id), values=())
        assert card_of(await house.hear(event)).text_id == "attend.not_by_words"
        assert "attend.word" not in [one.name for one in (await hands.session(2)).controls]
