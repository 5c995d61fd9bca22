"""A look back over a week or four: what was kept, what is open, one offer, for its person alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.checkins import Answer, RunState
from bot.domain.journal import SUPERVISION
from bot.domain.marks import EFFORT
from bot.surface.card import Choose, Reach
from bot.surface.inbound import ActionPressed
from tests.unit.insights.look_backs import week, write
from tests.unit.insights.looked_back import facts, lay, lay_energy, look_back, read
from tests.unit.plans.house import january, keep, plan_world
from tests.unit.small_house import ANA, BEN, card_of, control, form_of
from tests.unit.world import World, labels, open_acts, world

WORDS = "seventeen herons at the weir"


def _later(house: World, days: int) -> None:
    house.clock.move_to(house.clock.now() + timedelta(days=days))


async def _mark_last(house: World) -> None:
    await house.press(control(card_of(await house.command("journal last")), "entry.supervise"))


async def test_it_shows_pages_by_day_with_their_first_line_and_how_many_check_ins() -> None:
    """In the order of writing; each can be opened; what is older is not among them."""
    with world() as house:
        await house.settle_in()
        await write(house, "Long ago, and not of this week.")
        _later(house, 10)
        await write(house, f"{WORDS}\nand a second line of it")
        _later(house, 1)
        await write(house, "The lamp was left on.")
        for ago in range(3):
            await lay(house, ago, {"energy": 3})
        await lay(house, 3, state=RunState.PASSED)
        await lay(house, 30, {"energy": 3})
        card = await week(house)
        assert (card.title, card.reach, card.summary) == ("Your week", Reach.SEALED, "Looking back")
        assert "2 pages, 3 check-ins." in card.text
        assert f"Yesterday, 08:00: {WORDS}" in card.text
        assert card.text.index(WORDS) < card.text.index("The lamp was left on.")
        assert "Long ago" not in card.text
        picked = control(card, "entry.open")
        assert isinstance(picked, Choose)
        opened = read(await house.choose(picked, picked.options[0].name))
        assert WORDS in opened.text
        assert "Long ago" in (await week(house, 28)).text


async def test_many_pages_are_shown_in_part_and_all_are_counted() -> None:
    """The latest ten, and where the others are."""
    with world() as house:
        await house.settle_in()
        for place in range(12):
            await write(house, f"page number {place}")
        card = await week(house)
        assert "12 pages." in card.text
        assert "page number 1\n" not in card.text
        assert "page number 2" in card.text
        assert "page number 11" in card.text
        assert "Earlier ones: `journal`, then Older." in card.text


async def test_nothing_is_fine_too() -> None:
    """No count of nothing, no word about days without any."""
    with world() as house:
        await house.settle_in()
        _later(house, 20)
        card = await week(house)
        assert "Nothing was kept in these days, and that is fine." in card.text
        assert "check-in" not in card.text


async def test_it_shows_what_is_open_and_the_way_there() -> None:
    """Plans, a guided reflection, a draft and pages for supervision; not what stands on them."""
    with plan_world() as house:
        await house.settle_in()
        assert facts(await week(house)) == []
        await keep(house, back_on=january(9))
        await write(house, "The lamp was left on.")
        await _mark_last(house)
        await house.say(f"{WORDS} and a few more words of it")
        card = await week(house)
        assert facts(card) == [
            ("Plans", "1 open"),
            ("A draft", "not kept yet"),
            ("For supervision", "1 page, `supervision` lists them"),
        ]
        assert "ask the heron" not in card.text
        assert card_of(await house.press(control(card, "week.plans"))).text_id == "plans"
        assert form_of(await house.press(control(card, "draft.open"))).fields[0].value.startswith(WORDS)


async def _lower(house: World) -> None:
    await lay_energy(house, *[2] * 8)
    await lay_energy(house, *[4] * 8, since=28)


async def test_marks_that_were_lower_are_offered_to_be_taken_to_someone() -> None:
    """By the rule of the sentence; to them alone, before all else, and help now stands beside it."""
    with world() as house:
        await house.settle_in()
        await write(house, "The lamp was left on.")
        await _mark_last(house)
        await _lower(house)
        card = await week(house)
        assert "energy was marked lower these four weeks (8 days, median 2)" in card.text
        assert "Would you like to take this to someone?" in card.text
        assert "waits for supervision?" not in card.text
        assert {"week.supervise", "people.show", "help.now"} <= {one.name for one in card.controls}


@pytest.mark.parametrize(
    ("now", "before"),
    [([2] * 6, [4] * 8), ([2] * 8, [4] * 6), ([3] * 8, [3] * 8), ([4] * 8, [2] * 8), ([], [4] * 8)],
)
async def test_fewer_days_or_none_lower_offer_nothing(now: list[int], before: list[int]) -> None:
    """Six days are too few, the same is the same, and higher is nothing to take to anybody."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, *now)
        await lay_energy(house, *before, since=28)
        assert "take this to someone" not in (await week(house)).text


async def test_one_press_puts_that_sentence_on_the_list_once() -> None:
    """The sentence and nothing more, sealed; pressed again it is the same page."""
    with world() as house:
        await house.settle_in()
        await _lower(house)
        card = await week(house)
        for _ in range(2):
            said = card_of(await house.press(control(card, "week.supervise")))
            assert said.text == "On your list for supervision: that sentence, and nothing more."
        [page] = house.entries()
        assert page["text"].startswith("On the days you answered, energy was marked lower")
        assert page["tags"] == [SUPERVISION]
        _later(house, 40)
        said = card_of(await house.press(control(card, "week.supervise")))
        assert said.text_id == "week.changed"
        assert len(house.entries()) == 1


async def _rare(house: World) -> None:
    for ago in range(5):
        await lay(house, ago * 2 + 1, asked="body", answer=Answer(passed=True), state=RunState.PASSED)
        await lay(house, ago * 2 + 2, asked="doing", answer=Answer(written=True))


async def test_a_topic_that_is_rarely_met_is_offered_next() -> None:
    """Where no mark is lower; its press asks one question on it."""
    with world() as house:
        await house.settle_in()
        await write(house, "The lamp was left on.")
        await _mark_last(house)
        await _rare(house)
        card = await week(house)
        assert "On the body, none of 5 questions was answered" in card.text
        assert "waits for supervision?" not in card.text
        asked = await house.press(control(card, "topic.open"))
        assert card_of(asked).text_id in {"checkin", "checkin.none"}


async def test_pages_for_supervision_are_offered_after_that() -> None:
    """One question and the way to the list; before last year."""
    with world() as house:
        await house.settle_in()
        await write(house, "The lamp was left on.")
        await _mark_last(house)
        card = await week(house)
        assert "Would you like to go through what waits for supervision?" in card.text
        assert "week.supervision" in {one.name for one in card.controls}


async def test_last_year_is_offered_last_and_in_one_place() -> None:
    """Where there is nothing else to offer; then the ways below do not offer it again."""
    with world() as house:
        await house.settle_in()
        person = replace(await house.person(), keep_days=None)
        await house.store.run(lambda unit: unit.people.save(person))
        await write(house, WORDS)
        _later(house, 370)
        card = await week(house)
        assert "There are pages of yours from this month last year." in card.text
        assert labels(card).count("Something from this month last year") == 1


async def test_nobody_else_sees_it() -> None:
    """Another person's pages and marks are not in it, and nothing of it is said aloud."""
    with world() as house:
        await house.settle_in()
        await write(house, WORDS)
        await _lower(house)
        await house.settle_in(BEN)
        ref = house.desk.mint(BEN)("week.open", arg="7")
        outcome = await house.hear(ActionPressed(**house.facts(BEN), ref=ref))
        assert WORDS not in card_of(outcome).text
        assert "lower" not in card_of(outcome).text
        ref = house.desk.mint(ANA)("week.open", arg="7")
        outcome = await house.hear(ActionPressed(**house.facts(ANA), ref=ref))
        assert "heron" not in open_acts(outcome)
        assert WORDS in card_of(outcome).text


async def test_who_did_the_work_is_never_a_low_mark() -> None:
    """However often it was mostly one of the two: nothing is offered for it and no sentence is said of it."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, *[3] * 3)
        for ago in range(8):
            await lay(house, ago, {EFFORT.name: 1})
            await lay(house, ago + 28, {EFFORT.name: 5})
        assert "lower" not in (await week(house)).text
        assert "lower" not in (await look_back(house)).text
