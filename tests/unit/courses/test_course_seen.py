"""`course` for its trainers: who is in it by name and never compared, and nothing that anybody wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.courses.cohort import Stage
from bot.domain.people import Account
from bot.services.courses import learners as kept
from bot.services.gatherings import members
from bot.surface.card import Choose
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.small_house import card_of, control
from tests.unit.world import labels, spelled_out

ZOE = Account(surface="chat", workspace="team", user="zoe")
NEW_YORK = "America/New_York"


async def test_learners_stand_in_the_order_of_their_names_with_what_they_ticked() -> None:
    """Whoever ticked more stands no higher."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={ZOE: NEW_YORK, LENA: NEW_YORK, MIRO: NEW_YORK})
        zoe = await one.member(ZOE)
        ticked = replace(kept.learner_of(zoe), ticks=frozenset({"1.0"}))
        await one.run(lambda unit, _page: kept.keep_learner(house.desk, unit, zoe, ticked))
        trainer = TrainerHands(house)
        card = await trainer.press(await trainer.say("course"), "course.learners")
        assert card.text.splitlines()[-3:] == [
            "Lena: enrolled",
            "Miro: enrolled",
            "Zoe: enrolled; ticked “An invented chapter”",
        ]


async def test_a_long_list_goes_on_by_a_press() -> None:
    """Every learner once."""
    with course_world() as house:
        who = {Account(surface="chat", workspace="team", user=f"l{n:02}"): NEW_YORK for n in range(17)}
        await CourseHouse.begin(house, learners=who)
        trainer = TrainerHands(house)
        card = await trainer.press(await trainer.say("course"), "course.learners")
        more = await trainer.press(card, "course.learners")
        found = [line for each in (card, more) for line in each.text.splitlines() if ": enrolled" in line]
        assert found == sorted(f"L{n:02}: enrolled" for n in range(17))


async def test_a_trainer_of_several_courses_chooses_one() -> None:
    """Among them those in which they learn."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        await trainer.draft(first="2027-02-02")
        card = await trainer.say("course")
        assert labels(card) == ["An invented course (1 December)", "An invented course (2 February 2027)"]
        choice = control(card, "course.open")
        assert isinstance(choice, Choose)
        shown = card_of(await house.choose(choice, choice.options[1].name, who=TESS))
        assert "A draft" in shown.text


async def test_what_learners_write_is_not_to_be_had() -> None:
    """One sentence, whoever asks and however; no control of a course leads to it."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK}, stage=Stage.RUNNING)
        trainer = TrainerHands(house)
        for words in ("course answers", "Course  ANSWERS"):
            card = await trainer.say(words)
            assert (card.text_id, card.controls) == ("course.no_free_text", ())
        member = await one.member(LENA)
        secret = replace(
            kept.learner_of(member), answers={"mid1": "CANARYCHOICE"}, evaluation={"line": "CANARYLINE"}
        )
        await one.run(lambda unit, _page: kept.keep_learner(house.desk, unit, member, secret))
        seen = [await trainer.say("course")]
        for name in ("course.learners", "course.change"):
            seen.append(await trainer.press(seen[0], name))
        assert "CANARY" not in spelled_out(*seen)


async def test_names_are_shown_as_plain_words() -> None:
    """What a platform calls somebody may hold anything."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK})
        member = await one.member(LENA)

        await one.run(
            lambda unit, _page: members.keep(house.desk, unit, replace(member, called="\u202eLena\x07"))
        )
        trainer = TrainerHands(house)
        card = await trainer.press(await trainer.say("course"), "course.learners")
        assert "Lena: enrolled" in card.text
        assert "\u202e" not in card.text


async def test_a_stranger_is_told_of_no_course() -> None:
    """And nothing is kept of them."""
    with course_world() as house:
        await CourseHouse.begin(house)
        before = len(house.tables.people)
        assert card_of(await house.command("course", MIRO)).text_id == "course.none"
        assert len(house.tables.people) == before


async def test_a_promised_day_is_said_while_it_is_ahead() -> None:
    """Row 22 on the trainer's card: fourteen days before the first of December."""
    with course_world() as house:
        await CourseHouse.begin(house)
        trainer = TrainerHands(house)
        assert "Cancelling is free until: Tuesday 17 November" in (await trainer.say("course")).text
        await house.until(datetime(2026, 11, 20, tzinfo=UTC))
        card = await trainer.say("course")
        assert "Cancelling" not in card.text
        assert "Recordings are open until: Wednesday 22 September 2027" in card.text
