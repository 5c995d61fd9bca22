"""A course with units is begun and published as any other; then each learner can begin, and nothing waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.courses.cohort import Stage
from bot.services.training.fields import link_lines
from bot.surface.form import TextField
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.course_house import LENA, TESS, course_world
from tests.unit.courses.learning_hands import join
from tests.unit.courses.trainer_hands import SAID, TrainerHands
from tests.unit.small_house import card_of
from tests.unit.world import labels

TITLE = THREE_UNITS.course.title
LINKS = "\n".join(
    f"{line} https://read.example/{n}" for n, line in enumerate(link_lines(THREE_UNITS.course).splitlines())
)


async def test_a_course_with_units_is_published_in_five_taps_and_two_forms() -> None:
    """Choose, send, details, send, publish; it goes on at once, since nobody has to wait for anybody."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft(TITLE, first="2026-11-02")
        assert "Units: 3, 2 h" in card.text
        card = await trainer.send(await trainer.open(card, "course.details"), **{**SAID, "links": LINKS})
        card = await trainer.press(card, "course.publish")
        assert (trainer.taps, trainer.forms) == (5, 2)
        assert "nothing to launch" in card.text
        assert "Launch" not in labels(card)
        cohort = await trainer.cohort()
        assert cohort.stage is Stage.RUNNING
        assert cohort.course.units[2].items[0].link == "https://read.example/6"


async def test_it_begins_by_itself_on_the_day_that_was_entered() -> None:
    """As that day begins in the course's zone, and not before; the trainer is told the day."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft(TITLE, first="2026-11-09")
        card = await trainer.send(await trainer.open(card, "course.details"), **{**SAID, "links": LINKS})
        card = await trainer.press(card, "course.publish")
        assert "from Monday 9 November on" in card.text
        assert (await trainer.cohort()).stage is Stage.OPEN
        assert "9 November" in (await trainer.say("course")).text
        await house.until(datetime(2026, 11, 9, 4, 59, tzinfo=UTC))
        assert (await trainer.cohort()).stage is Stage.OPEN
        await house.until(datetime(2026, 11, 9, 5, 1, tzinfo=UTC))
        assert (await trainer.cohort()).stage is Stage.RUNNING


async def test_its_first_day_may_change_until_somebody_joins() -> None:
    """Also once it can be begun: then it begins on the other day, and not before."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft(TITLE, first="2026-11-02")
        card = await trainer.send(await trainer.open(card, "course.details"), **{**SAID, "links": LINKS})
        await trainer.press(card, "course.publish")
        menu = await trainer.press(await trainer.say("course"), "course.change")
        form = await trainer.open(menu, "course.dates")
        changed = await trainer.send(form, first="2026-11-16", zone="Europe/Berlin")
        assert "It begins by itself on its first day." in changed.text
        assert (await trainer.cohort()).stage is Stage.OPEN
        await house.until(datetime(2026, 11, 15, 23, 1, tzinfo=UTC))
        assert (await trainer.cohort()).stage is Stage.RUNNING
        await join(house, LENA, (await trainer.cohort()).code)
        menu = await trainer.press(await trainer.say("course"), "course.change")
        assert "When it begins" not in labels(menu)


async def test_a_look_ahead_says_what_comes_after_which_unit() -> None:
    """No dates, since each learner has their own; sent to the trainer, it comes in the order of the units."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        seen = await trainer.press(await trainer.draft(TITLE, first="2026-11-02"), "ahead.look")
        assert "Unit 1: Invented unit 1 (50 min)\n\nA day after: Question after1?" in seen.text
        assert "3 days after: Question after3?" in seen.text
        await trainer.press(await trainer.press(seen, "ahead.all"), "ahead.all.yes")
        await house.until(house.clock.now() + timedelta(minutes=5))
        came = [each.card.text for each in house.chat.letters if each.to == TESS]
        assert ["Question after1?" in each for each in came] == [True, False, False]
        assert "It comes a day after unit 1 is finished." in came[0]


async def test_another_group_begins_without_what_was_taken_out() -> None:
    """And with every link that was entered, as a draft of its own."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft(TITLE, first="2026-11-02")
        card = await trainer.send(await trainer.open(card, "course.details"), **{**SAID, "links": LINKS})
        await trainer.press(card, "course.publish")
        units = await trainer.press(
            await trainer.press(await trainer.say("course"), "course.change"), "course.units"
        )
        unit = card_of(await trainer.choose(units, "course.unit", "1"))
        await trainer.press(card_of(await trainer.choose(unit, "course.item", "1.0")), "course.item.out")
        menu = await trainer.press(await trainer.say("course"), "course.change")
        await trainer.send(await trainer.open(menu, "course.again"), first="2027-02-01", zone="UTC")
        new = next(each for each in (await trainer.cohorts()).values() if each.stage is Stage.DRAFT)
        assert [each.title for each in new.course.units[0].items] == ["Chapter 1", "Film 1"]
        assert all(each.link for each in new.course.items.values())


async def test_publishing_is_refused_with_each_item_that_has_no_link() -> None:
    """By unit and title; a link is entered in the form for details, or unit by unit."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.draft(TITLE, first="2026-11-02")
        card = await trainer.send(await trainer.open(card, "course.details"), **{**SAID, "links": ""})
        refused = await trainer.press(card, "course.publish")
        assert refused.text.count("has no link yet") == 9
        assert "Unit 3: “Film 3” has no link yet." in refused.text
        units = await trainer.press(refused, "course.units")
        assert "3 items, 12 questions; 3 links are missing" in units.text
        for n in (1, 2, 3):
            unit = card_of(await trainer.choose(units, "course.unit", str(n)))
            form = await trainer.open(unit, "course.unit.links")
            [field] = form.fields
            assert isinstance(field, TextField)
            lines = "\n".join(f"{line} https://read.example/{n}" for line in field.value.splitlines())
            unit = await trainer.send(form, links=lines)
        published = await trainer.press(await trainer.say("course"), "course.publish")
        assert published.text_id == "course.published"


async def test_links_that_have_no_room_in_one_form_are_entered_unit_by_unit() -> None:
    """The form for details leaves them out, and forgets none that was entered."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.draft(TITLE, first="2026-11-02")
        far = f"https://read.example/{'x' * 400}"
        for n in (1, 2, 3):
            unit = card_of(
                await trainer.choose(
                    await trainer.press(await trainer.say("course"), "course.units"), "course.unit", str(n)
                )
            )
            lines = "\n".join(f"{n}.{place} {far}" for place in (1, 2, 3))
            await trainer.send(await trainer.open(unit, "course.unit.links"), links=lines)
        form = await trainer.open(await trainer.say("course"), "course.details")
        assert "links" not in {each.name for each in form.fields}
        await trainer.send(form, **SAID)
        assert {item.link for item in (await trainer.cohort()).course.items.values()} == {far}


async def test_a_line_that_names_no_item_is_told_by_its_number() -> None:
    """And of another unit's item, too: the form stays as it was typed."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.press(await trainer.draft(TITLE, first="2026-11-02"), "course.units")
        form = await trainer.open(
            card_of(await trainer.choose(card, "course.unit", "1")), "course.unit.links"
        )
        errors = await trainer.send_refused(
            form, links="1.1 https://read.example/1\n2.1 https://read.example/2"
        )
        assert errors == {
            "links": "Line 2 names no item. Each begins as it is shown, like 1.1, and ends in its link."
        }
