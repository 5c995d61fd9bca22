"""Once a month, below a look back: is this worth your time, and what would you drop. Each does as it says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.checkins import RunState
from bot.domain.marks import EFFORT
from bot.domain.prompts import Depth
from bot.domain.sheets import SheetKind
from bot.ports.vault import SEALED_MARK
from bot.services.cards.takeout_sheets import in_words
from bot.services.rhythm.wishes import wishes_of
from bot.services.sealing import Body
from bot.services.sheets import read_sheet
from bot.services.takeout.takeout import document
from bot.surface.card import Card, Choose, Reach, Scale
from bot.surface.outcome import Outcome
from tests.unit.insights.look_backs import choose, rows, week, write
from tests.unit.insights.looked_back import lay, look_back
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World, labels, world


async def _some_weeks(house: World, days: int = 28) -> None:
    """Let Ana have been here for some days."""
    await house.settle_in()
    await write(house, "The lamp was left on.")
    house.clock.move_to(house.clock.now() + timedelta(days=days))


def _asks(card: Card) -> bool:
    return "worth.say" in {one.name for one in card.controls}


async def _say(house: World, worth: str) -> Outcome:
    return await house.choose(control(await look_back(house), "worth.say"), worth)


async def _drop(house: World, what: str) -> Outcome:
    return await house.choose(control(card_of(await _say(house, "partly")), "worth.drop"), what)


async def _sheets(house: World) -> list[Body]:
    person = await house.person()
    return await house.store.run(
        lambda unit: [
            read_sheet(house.desk, person, sheet) for sheet in unit.sheets.of(person.id, SheetKind.LOOK)
        ]
    )


async def test_nobody_is_asked_in_their_first_four_weeks() -> None:
    """On the 28th day they are, whether they look at marks or at a week."""
    with world() as house:
        await _some_weeks(house, 27)
        assert not _asks(await look_back(house))
        assert not _asks(await week(house))
        house.clock.move_to(house.clock.now() + timedelta(days=1))
        assert _asks(await look_back(house))
        assert _asks(await week(house))
        assert "Once a month I ask: is this worth your time?" in (await week(house)).text


@pytest.mark.parametrize("said", ["yes", "partly", "no", "later"])
async def test_it_is_asked_again_after_four_weeks_and_not_before(said: str) -> None:
    """Whatever was said; one that nobody answered stays where it was, and nothing reminds of it."""
    with world() as house:
        await _some_weeks(house)
        await look_back(house)
        assert _asks(await look_back(house))
        await _say(house, said)
        assert not _asks(await look_back(house))
        house.clock.move_to(house.clock.now() + timedelta(days=27))
        assert not _asks(await look_back(house))
        house.clock.move_to(house.clock.now() + timedelta(days=1))
        assert _asks(await look_back(house))


async def test_not_now_is_a_full_answer() -> None:
    """Nothing more is asked, and nothing of it is kept but that it was asked."""
    with world() as house:
        await _some_weeks(house)
        assert card_of(await _say(house, "later")).text == "Fine."
        assert await _sheets(house) == []


@pytest.mark.parametrize("said", ["yes", "partly", "no"])
async def test_what_was_said_is_kept_sealed_for_its_writer(said: str) -> None:
    """One sheet for a sitting, with what was said last; it goes along in an export, in words too."""
    with world() as house:
        await _some_weeks(house)
        asked = card_of(await _say(house, said))
        assert asked.reach is Reach.SEALED
        await house.choose(control(asked, "worth.drop"), "topic")
        assert card_of(await house.choose(control(asked, "worth.drop"), "nothing")).text == "Fine."
        day = house.clock.now().date().isoformat()
        assert await _sheets(house) == [{"on": day, "worth": said, "drop": "nothing"}]
        [sheet] = [one for one in house.tables.sheets.values() if one.kind is SheetKind.LOOK]
        assert sheet.sealed.startswith(SEALED_MARK)
        person = await house.person()
        made = await house.store.run(lambda unit: document(house.desk, unit, person, house.clock.now()))
        assert [one["body"]["worth"] for one in made["looks_back"]] == [said]


async def test_only_what_there_is_can_be_dropped() -> None:
    """Three check-ins a week, the shortest questions and no look back by itself leave a topic, or nothing."""
    with world() as house:
        await house.settle_in(days="three")
        await write(house, "The lamp was left on.")
        form = form_of(await house.press(control(await _asked(house), "questions.change")))
        await house.submit(form, longest="30s")
        house.clock.move_to(house.clock.now() + timedelta(days=28))
        asked = control(card_of(await _say(house, "no")), "worth.drop")
        assert isinstance(asked, Choose)
        assert [one.name for one in asked.options] == ["topic", "nothing", "words"]


async def _asked(house: World) -> Card:
    return card_of(await house.press(control(card_of(await house.command("settings")), "settings.questions")))


async def test_fewer_check_ins() -> None:
    """Three a week at the same hour, as the settings then say."""
    with world() as house:
        await _some_weeks(house)
        said = card_of(await _drop(house, "checkins"))
        assert said.text.startswith("Monday, Wednesday, Friday 09:00")
        assert "Monday, Wednesday, Friday 09:00" in card_of(await house.command("settings")).text


async def test_shorter_questions() -> None:
    """A step shorter each time."""
    with world() as house:
        await _some_weeks(house)
        said = card_of(await _drop(house, "length"))
        assert said.text.startswith("A question takes up to two minutes from now on.")
        person = await house.person()
        wishes = await house.store.run(lambda unit: wishes_of(house.desk, unit, person))
        assert wishes.longest is Depth.MEDIUM


async def test_a_topic_to_rest() -> None:
    """The list of topics, as What I ask has it."""
    with world() as house:
        await _some_weeks(house)
        listed = card_of(await _drop(house, "topic"))
        said = card_of(await house.choose(control(listed, "topics.rest"), "meaning"))
        assert "Topics that rest: why you do this" in said.text


async def test_the_look_back_itself() -> None:
    """None comes by itself any more."""
    with world() as house:
        await _some_weeks(house)
        await choose(house)
        assert len(rows(house)) == 1
        assert card_of(await _drop(house, "look_back")).text_id == "week.comes_not"
        assert rows(house) == []


async def test_something_in_own_words_is_a_page() -> None:
    """Under the question, like any other page: pressed twice, it is one."""
    with world() as house:
        await _some_weeks(house)
        form = form_of(await _drop(house, "words"))
        assert form.intro == "What would you drop?"
        for _ in range(2):
            await house.submit(form, text="The long ones on a Monday.")
        page = house.entries()[-1]
        assert (page["text"], page["question"]) == ("The long ones on a Monday.", "What would you drop?")
        assert len(house.entries()) == 2


async def test_what_was_dropped_meanwhile_is_not_dropped_twice() -> None:
    """An older card asks again, with what there is."""
    with world() as house:
        await _some_weeks(house)
        asked = control(card_of(await _say(house, "no")), "worth.drop")
        await house.choose(asked, "checkins")
        again = card_of(await house.choose(asked, "checkins"))
        assert again.text_id == "worth.drop"
        assert "some check-ins: three a week are enough" not in labels(again)


async def _wish_effort(house: World, answer: str) -> Card:
    form = form_of(await house.press(control(await _asked(house), "questions.change")))
    return card_of(await house.submit(form, effort=answer))


async def test_who_did_the_work_is_asked_of_who_wished_it_alone() -> None:
    """Off at first; switched on in the settings; in five words, and skipped like any other."""
    with world() as house:
        await _some_weeks(house)
        assert card_of(await _say(house, "yes")).text_id == "worth.drop"
        assert "who did the work" in (await _wish_effort(house, "yes")).text
        house.clock.move_to(house.clock.now() + timedelta(days=28))
        asked = card_of(await _say(house, "yes"))
        scale = control(asked, "worth.effort")
        assert isinstance(scale, Scale)
        assert scale.words == ("mostly them", "more them", "about half each", "more me", "mostly me")
        assert "Neither end is the better one." in asked.text
        assert card_of(await house.rate(scale, None)).text_id == "worth.drop"
        assert "effort" not in (await _sheets(house))[-1]
        assert card_of(await house.rate(scale, 4)).text_id == "worth.drop"
        assert (await _sheets(house))[-1]["effort"] == 4
        await house.rate(scale, None)
        assert "effort" not in (await _sheets(house))[-1]
        assert "who did the work" not in (await _wish_effort(house, "no")).text


async def test_its_answers_stand_beside_each_other_in_the_own_view() -> None:
    """Their own, with the day and the word; no median of so few, no sentence."""
    with world() as house:
        await _some_weeks(house)
        await lay(house, 0, {"energy": 3})
        await _wish_effort(house, "yes")
        for step in (5, 4, 2):
            await house.rate(control(card_of(await _say(house, "yes")), "worth.effort"), step)
            house.clock.move_to(house.clock.now() + timedelta(days=28))
        card = card_of(await house.press(control(await look_back(house), "look.months")))
        assert EFFORT.ask in card.text
        said = [word for word in card.text.split("\n") if word.endswith((" me", " them"))]
        assert [one.partition(": ")[2] for one in said] == ["more them", "more me", "mostly me"]
        assert "The work, in spans" not in card.text


async def test_no_step_of_it_makes_a_day_low() -> None:
    """It stands beside no check-in, where rotation and the gentle path would see it."""
    with world() as house:
        await _some_weeks(house)
        await _wish_effort(house, "yes")
        outcome = await house.rate(control(card_of(await _say(house, "yes")), "worth.effort"), 1)
        assert card_of(outcome).text_id == "worth.drop"
        assert outcome.then == ()
        assert all(run.state is not RunState.ANSWERED for run in house.runs)
        assert house.tables.marks == {}


async def test_what_was_said_goes_as_marks_go() -> None:
    """After the time that was chosen for pages and marks, with the daily look."""
    with world() as house:
        await _some_weeks(house)
        await _say(house, "yes")
        form = form_of(
            await house.press(control(card_of(await house.command("settings")), "settings.keeping"))
        )
        await house.submit(form, pages="month", scenes="week")
        await house.until_answering(house.clock.now() + timedelta(days=29))
        assert len(await _sheets(house)) == 1
        await house.until_answering(house.clock.now() + timedelta(days=10))
        assert await _sheets(house) == []


async def test_it_is_in_words_in_the_page_to_read() -> None:
    """No number and no name of ours."""
    told = in_words({"on": "2026-02-02", "worth": "partly", "effort": 4, "drop": "length"})
    assert told == {
        "on": "Monday 2 February 2026",
        "is this worth my time": "partly",
        "who did most of the work": "more me",
        "what I would drop": "the longer questions",
    }
