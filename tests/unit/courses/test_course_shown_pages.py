"""A learner shows their trainers one page of theirs: read first, taken back at will, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from bot.domain.courses.cohort import Stage
from bot.ports.keys import tombstone_mark
from bot.surface.audience import Reading
from bot.surface.card import Card
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Outcome, Show
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.learning_hands import shown, wrote
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World, labels

WORDS = "A slow hour, and I did not hurry it."
NAMED = "Maria cancelled again, third time since 12 May."
DANGER = "I want to die and I have a plan for tonight."


async def _previewed(house: World, entry: UUID) -> Card:
    """Let Lena choose a page of what she wrote, and read what her trainers would."""
    back = card_of(await house.press(control(await shown(house, LENA), "learn.back"), LENA))
    which = card_of(await house.press(control(back, "learn.show.which"), LENA))
    outcome = await house.choose(control(which, "learn.show"), entry.hex, who=LENA)
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, Reading)
    return card_of(outcome)


async def _press(house: World, name: str, subject: UUID, arg: str = "") -> Outcome:
    """Let Lena press a control of hers that stands elsewhere."""
    ref = house.desk.mint(LENA)(name, subject, arg)
    return await house.hear(ActionPressed(**house.facts(LENA), ref=ref))


async def _trainers_read(house: World, one: CourseHouse) -> Card:
    """Return what Tess reads now."""
    word = one.told(TESS)[-1]
    return card_of(await house.press(control(word, "learn.shared"), TESS))


async def _begun(house: World, text: str = WORDS) -> tuple[CourseHouse, UUID]:
    one = await CourseHouse.begin(house, learners={LENA: "UTC", MIRO: "UTC"}, stage=Stage.RUNNING)
    await wrote(one, MIRO, "pre1", "Something of Miro's own.")
    return one, await wrote(one, LENA, "pre1", text)


async def test_a_trainer_reads_the_one_page_that_is_shown() -> None:
    """Exactly what its writer saw before, with their name; what came by the lane says neither."""
    with course_world() as house:
        one, entry = await _begun(house)
        other = await wrote(one, LENA, "post1", "Another page altogether.")
        card = await _previewed(house, entry)
        assert "Tess would read exactly this, with your name:" in card.text
        assert "Question pre1?" in card.text
        assert WORDS in card.text
        done = card_of(await house.press(control(card, "learn.show.as_it_is"), LENA))
        assert done.text_id == "learn.show.done"
        [word] = one.told(TESS)
        assert word.title == "An invented course"
        assert "Lena" not in word.text
        assert WORDS not in word.text
        read = await _trainers_read(house, one)
        assert "Lena, Monday 2 November" in read.text
        assert "Question pre1?" in read.text
        assert WORDS in read.text
        assert "Another page" not in read.text
        assert "Miro" not in read.text
        assert other != entry


async def test_taken_back_it_is_gone_on_the_next_look() -> None:
    """At once, and for good: its copy is buried; the page stays with its writer."""
    with course_world() as house:
        one, entry = await _begun(house)
        done = card_of(
            await house.press(control(await _previewed(house, entry), "learn.show.as_it_is"), LENA)
        )
        assert "one page that you show them" in (await shown(house, LENA)).text
        [copy] = house.tables.posts
        taken = card_of(await house.press(control(done, "learn.unshow"), LENA))
        assert taken.text_id == "learn.unshown"
        assert (await _trainers_read(house, one)).text_id == "learn.shared.none"
        assert copy not in house.tables.posts
        buried = {each.mark for each in house.vault._keys.tombstones()}  # noqa: SLF001 - what a restore is held to
        assert tombstone_mark(copy) in buried
        assert entry in house.tables.entries
        assert "that you show them" not in (await shown(house, LENA)).text
        await house.press(control(done, "learn.unshow"), LENA)


async def test_nothing_is_shown_by_a_preview() -> None:
    """Nor by "Not now"."""
    with course_world() as house:
        _, entry = await _begun(house)
        card = await _previewed(house, entry)
        said = card_of(await house.press(control(card, "learn.show.drop"), LENA))
        assert said.text_id == "learn.show.no"
        assert not house.tables.posts


async def test_what_may_point_at_a_person_is_asked_about_before_it_is_shown() -> None:
    """Masked or as it is: it is what the trainer reads."""
    with course_world() as house:
        one, entry = await _begun(house, NAMED)
        card = await _previewed(house, entry)
        assert "Tess would read exactly this" in card.text
        assert "Share masked" in labels(card)
        await house.press(control(card, "learn.show.masked"), LENA)
        read = await _trainers_read(house, one)
        assert "Maria" not in read.text
        assert "cancelled again" in read.text


async def test_words_of_danger_are_answered_with_who_to_call_above_the_choice() -> None:
    """For their writer alone, before anybody else reads them."""
    with course_world() as house:
        _, entry = await _begun(house, DANGER)
        card = await _previewed(house, entry)
        assert card.text.index("emergency number") < card.text.index("would read exactly this")


async def test_another_text_than_the_one_that_was_seen_is_shown_to_its_writer_first() -> None:
    """A page that was changed meanwhile is not shown by an old press."""
    with course_world() as house:
        one, entry = await _begun(house)
        card = await _previewed(house, entry)
        await wrote(one, LENA, "pre1", "Quite another text.")
        again = card_of(await house.press(control(card, "learn.show.as_it_is"), LENA))
        assert "This text has changed since." in again.text
        assert not house.tables.posts


async def test_what_is_written_anew_where_a_page_was_deleted_shows_nothing() -> None:
    """Neither the words that were deleted, nor the new ones, which nobody chose to show."""
    with course_world() as house:
        one, entry = await _begun(house)
        await house.press(control(await _previewed(house, entry), "learn.show.as_it_is"), LENA)
        await house.store.run(lambda unit: unit.journal.remove(entry))
        member = await one.member(LENA)
        opened = await _press(house, "push.write", member.id, "pre1")
        await house.submit_by(LENA, form_of(opened), {"text": "Something else, for me."})
        assert entry in house.tables.entries
        assert not house.tables.posts
        assert "that you show them" not in (await shown(house, LENA)).text


async def test_the_copy_of_a_page_goes_with_the_page() -> None:
    """At the moment in which its writer deletes it: it waits for nobody's look."""
    with course_world() as house:
        _, entry = await _begun(house)
        await house.press(control(await _previewed(house, entry), "learn.show.as_it_is"), LENA)
        [copy] = house.tables.posts
        assert card_of(await _press(house, "entry.remove", entry)).text == "Gone."
        assert copy not in house.tables.posts


async def test_a_page_that_its_writer_deletes_is_shown_no_more() -> None:
    """The copy goes with the trainer's next look."""
    with course_world() as house:
        one, entry = await _begun(house)
        await house.press(control(await _previewed(house, entry), "learn.show.as_it_is"), LENA)
        await house.store.run(lambda unit: unit.journal.remove(entry))
        assert (await _trainers_read(house, one)).text_id == "learn.shared.none"
        assert not house.tables.posts


async def test_who_leaves_takes_along_what_they_showed() -> None:
    """And what somebody who took their yes back showed waits until they are back."""
    with course_world() as house:
        one, entry = await _begun(house)
        await house.press(control(await _previewed(house, entry), "learn.show.as_it_is"), LENA)
        card = await shown(house, LENA)
        await house.command("stop", LENA)
        assert (await _trainers_read(house, one)).text_id == "learn.shared.none"
        assert house.tables.posts
        ask = card_of(await house.press(control(card, "learn.leave"), LENA))
        assert "taken back" in ask.text
        await house.press(control(ask, "learn.leave.yes"), LENA)
        assert not house.tables.posts


async def test_nobody_but_a_trainer_reads_what_is_shown() -> None:
    """A press that leads there is one account's, and is looked at again each time."""
    with course_world() as house:
        one, entry = await _begun(house)
        await house.press(control(await _previewed(house, entry), "learn.show.as_it_is"), LENA)
        for who in (MIRO, LENA):
            ref = house.desk.mint(who)("learn.shared", one.id)
            card = card_of(await house.hear(ActionPressed(**house.facts(who), ref=ref)))
            assert card.text_id == "course.not_yours"


async def test_of_a_page_of_another_nothing_is_shown() -> None:
    """Whatever a forged choice names."""
    with course_world() as house:
        one, entry = await _begun(house)
        del entry
        others = await wrote(one, MIRO, "post1", "Not hers.")
        back = card_of(await house.press(control(await shown(house, LENA), "learn.back"), LENA))
        assert "Not hers." not in back.text
        which = card_of(await house.press(control(back, "learn.show.which"), LENA))
        said = card_of(await house.choose(control(which, "learn.show"), others.hex, who=LENA))
        assert said.text_id == "learn.show.gone"


async def test_what_i_wrote_is_listed_in_the_order_of_writing() -> None:
    """Pages of other days of one's journal are not among it."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "UTC"}, stage=Stage.RUNNING)
        for n, push in enumerate(("look_back", "mid1", "pre1")):
            await wrote(one, LENA, push, f"Words {n}.", datetime(2026, 11, 2, 10 + n, tzinfo=UTC))
        back = card_of(await house.press(control(await shown(house, LENA), "learn.back"), LENA))
        assert back.text.index("Words 0.") < back.text.index("Words 1.") < back.text.index("Words 2.")
