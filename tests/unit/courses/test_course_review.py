"""Courses at the review desk: read whole, signed, taken back, and what follows from that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.organisations import Rules
from bot.ports.store import Unit
from bot.services.cards.plain import UNREAD
from bot.services.organisations import rules as organisations
from bot.surface.card import Card, Choose
from bot.surface.outcome import Replace
from bot.testing.catalogue import FakeCatalogue
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS
from tests.unit.courses.course_house import LENA, TESS, CourseHouse, course_world, turn_of
from tests.unit.courses.learning_hands import offered
from tests.unit.courses.pushed import AFTER_ALL, NEW_YORK, launch, moments
from tests.unit.courses.trainer_hands import SAID, TrainerHands
from tests.unit.small_house import card_of, control
from tests.unit.world import World

LEAD = {"role": "clinical lead"}
SIGNED = "course.four_sessions"


async def only_signed(house: World) -> None:
    """Let the organisation send nothing that it did not sign."""

    def work(unit: Unit) -> None:
        here = organisations.make(turn_of(house, unit, TESS))
        organisations.keep(house.desk, unit, replace(here, rules=Rules(only_reviewed=True)))

    await house.store.run(work)


async def at_the_desk(desk: TrainerHands, text: str = SIGNED, topic: str = "courses") -> Card:
    """Return a text as somebody finds it by its topic."""
    topics = await desk.press(await desk.press(await desk.say("admin"), "admin.review"), "review.topics")
    card = card_of(await desk.choose(topics, "review.topic", topic))
    texts = control(card, "review.text")
    assert isinstance(texts, Choose)
    for option in texts.options:
        found = card_of(await desk.choose(card, "review.text", option.name))
        if f"Text: {text}\n" in found.text:
            return found
    raise LookupError(text)


async def sign(desk: TrainerHands, text: str = SIGNED, topic: str = "courses") -> Card:
    """Sign a text; return the answer."""
    card = await at_the_desk(desk, text, topic)
    return await desk.send(await desk.open(card, "review.sign"), **LEAD)


def asked_of(one: CourseHouse) -> Sequence[Card]:
    """Return the questions that came to Lena, the oldest first."""
    return [card for card in one.told(LENA) if card.text_id == "push"]


async def a_draft(house: World) -> tuple[TrainerHands, Card]:
    """Return a trainer, and their draft of which everything is entered where only signed texts are sent."""
    trainer = await TrainerHands.in_november(house)
    card = await trainer.draft()
    await trainer.send(await trainer.open(card, "course.details"), **SAID)
    await only_signed(house)
    return trainer, card


async def test_a_course_is_read_whole_at_the_desk_page_by_page() -> None:
    """Its aims, its sessions, and every question with its answers, in order; it is signed, and no more."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card, read = await at_the_desk(trainer), ""
        while True:
            assert {each.name for each in card.controls}.isdisjoint({"review.edit", "review.retire"})
            read += card.text
            if "review.show" not in {each.name for each in card.controls}:
                break
            card = await trainer.press(card, "review.show")
        course = FOUR_SESSIONS.course
        assert "Page: 1 of 2" in read
        assert all(aim in read for aim in course.objectives.values())
        places = [read.index(push.text) for push in course.pushes]
        assert places == sorted(places)
        assert "14 days after the end of session 4:" in read
        assert "On day 1:" in (await at_the_desk(trainer, "course.ten_days")).text


async def test_a_course_is_published_where_it_was_signed_and_not_once_that_is_taken_back() -> None:
    """Where only signed texts are sent. Another course of the library is no further for it."""
    with course_world() as house:
        trainer, draft = await a_draft(house)
        assert "nobody there has signed" in (await trainer.press(draft, "course.publish")).text
        await sign(trainer, "course.ten_days")
        assert "nobody there has signed" in (await trainer.press(draft, "course.publish")).text
        said = await sign(trainer)
        assert said.text.startswith(f"Signed: {SIGNED}\nAs: clinical lead\n")
        await trainer.press(said, "review.undo")
        assert "nobody there has signed" in (await trainer.press(draft, "course.publish")).text
        await sign(trainer)
        assert (await trainer.press(draft, "course.publish")).text_id == "course.published"


async def test_what_was_copied_before_the_library_changed_has_to_be_begun_again() -> None:
    """Unless it was signed as it was then: nobody can sign what is not there to read."""
    with course_world() as house:
        trainer, draft = await a_draft(house)
        newer = FakeCatalogue(courses=(replace(FOUR_SESSIONS, version=2), TEN_DAYS))
        object.__setattr__(house.desk, "catalogue", newer)
        assert "undecided" in (await at_the_desk(trainer)).text
        assert "`course create` begins it" in (await trainer.press(draft, "course.publish")).text
        await sign(trainer)
        assert "`course create` begins it" in (await trainer.press(draft, "course.publish")).text
    with course_world() as house:
        trainer, draft = await a_draft(house)
        await sign(trainer)
        object.__setattr__(house.desk, "catalogue", newer)
        assert (await trainer.press(draft, "course.publish")).text_id == "course.published"


async def test_each_question_of_a_course_says_that_nobody_signed_it_until_somebody_does() -> None:
    """After a tap too; a signature holds from the next question on, and no more once it is taken back."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK})
        await launch(one)
        trainer = TrainerHands(house)
        await moments(one, datetime(2026, 11, 27, tzinfo=UTC))
        [first] = asked_of(one)
        assert UNREAD in first.text
        said = await sign(trainer)
        await moments(one, datetime(2026, 12, 4, tzinfo=UTC))
        assert [UNREAD in card.text for card in asked_of(one)[1:]] == [False]
        await trainer.press(said, "review.undo")
        await moments(one, AFTER_ALL)
        assert all(UNREAD in card.text for card in asked_of(one)[2:])


async def test_what_a_trainer_wrote_carries_no_mark_and_their_preview_carries_what_learners_see() -> None:
    """The mark is about the library's texts: a trainer's own say whose they are."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK})
        first, *others = FOUR_SESSIONS.course.pushes
        own = (replace(first, by_trainer=True), *others)
        await one.change(lambda cohort: replace(cohort, course=replace(cohort.course, pushes=own)))
        trainer = TrainerHands(house)
        card = await trainer.press(await trainer.say("course"), "ahead.look")
        await trainer.press(await trainer.press(card, "ahead.all"), "ahead.all.yes")
        await house.until(house.clock.now() + timedelta(minutes=1))
        seen = [card for card in one.told(TESS) if card.text_id == "ahead.preview"]
        assert [UNREAD in card.text for card in seen] == [False, *[True] * len(others)]
        await launch(one)
        await moments(one, datetime(2026, 12, 4, tzinfo=UTC))
        assert [UNREAD in card.text for card in asked_of(one)] == [False, True]


async def test_who_reads_the_details_before_they_join_sees_whether_somebody_signed_it() -> None:
    """By the organisation for which it was begun, wherever they come from."""
    with course_world() as house:
        await CourseHouse.begin(house)
        card = await offered(house, LENA)
        assert UNREAD in await details(house, card)
        await sign(TrainerHands(house))
        house.organisation = "chat/other"
        assert UNREAD not in await details(house, card)


async def test_the_tap_on_a_question_leaves_its_mark_where_it_is() -> None:
    """The card that says "Noted" is the same one."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK})
        await launch(one)
        await moments(one, datetime(2026, 12, 8, tzinfo=UTC))
        outcome = await house.choose(control(asked_of(one)[-1], "push.answer"), "tired", who=LENA)
        assert isinstance(outcome.first, Replace)
        assert "Noted." in outcome.first.card.text
        assert UNREAD in outcome.first.card.text


async def details(house: World, offer: Card) -> str:
    """Return what Lena reads of a course before she joins."""
    return card_of(await house.press(control(offer, "learn.about"), LENA)).text
