"""Courses and rounds at the review desk: read whole, signed, taken back, and what follows from that."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.organisations import Rules
from bot.ports.store import Unit
from bot.services.organisations import rules as organisations
from bot.surface.card import Card, Choose
from bot.testing.catalogue import FakeCatalogue
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS
from tests.unit.courses.course_house import TESS, course_world, turn_of
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
