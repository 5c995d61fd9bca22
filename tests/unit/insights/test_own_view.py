"""Looking back: medians with their counts, a sentence only where the data bear it, and nothing pushed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.checkins import Answer, RunState
from bot.domain.marks import CHOSEN, EFFORT, FIXED
from bot.services.cards.insights import NAMES
from bot.surface.card import Reach
from bot.surface.outcome import Show
from tests.unit.insights.looked_back import facts, lay, lay_energy, look_back, read
from tests.unit.small_house import BEN, card_of, control
from tests.unit.world import TERMINAL, labels, spelled_out, world

MET, PASSED = Answer(written=True), Answer(passed=True)


@pytest.mark.parametrize("word", ["look back", "look", "lookback", "Look Back"])
async def test_who_has_marked_nothing_hears_that_plainly(word: str) -> None:
    """No figure, no dash, no empty picture: one sentence, whichever of the words was typed."""
    with world() as house:
        await house.settle_in()
        card = read(await house.command(word))
    assert card.text == "There is nothing to look back on yet. What you mark in a check-in shows up here."
    assert card.controls == ()


async def test_a_visitor_is_asked_for_a_yes_first() -> None:
    """There is no row of theirs, and nothing to look back on."""
    with world() as house:
        await house.settle_in()
        assert card_of(await house.command("look back", BEN)).text_id == "consent"


async def test_what_was_marked_at_the_first_check_in_is_there_at_once() -> None:
    """One mark is one mark: it is counted, and no median is made of it."""
    with world() as house:
        first = await house.arrive()
        await house.pick(first, "checkin.energy", 2)
        card = await look_back(house)
    assert facts(card) == [("Energy, since 9 December", "1 mark"), ("The four weeks before", "no mark")]
    assert "On the days you answered. Personal markers, not a validated test." in card.text


async def test_a_median_stands_with_its_word_and_its_count_from_five_on() -> None:
    """Four marks are four marks; with the fifth there is a median."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, 3, 3, 4, 4)
        assert facts(await look_back(house))[0][1] == "4 marks"
        await lay_energy(house, 2, since=9)
        assert facts(await look_back(house))[0][1] == "median 3 (some) of 5 marks"
        await lay_energy(house, 4, since=10)
        card = await look_back(house)
    assert facts(card)[0][1] == "median 3.5 (between some and good) of 6 marks"
    assert "was marked" not in card.text


async def test_four_weeks_are_laid_beside_the_four_before_where_both_bear_it() -> None:
    """Seven days in each and a step between the medians; a day less, and nothing is compared."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, *[2] * 7)
        await lay_energy(house, *[4] * 6, since=28)
        assert "was marked" not in (await look_back(house)).text
        await lay_energy(house, 4, since=40)
        card = await look_back(house)
    assert (
        "On the days you answered, energy was marked lower these four weeks (7 days, median 2) "
        "than the four before (7 days, median 4)."
    ) in card.text
    assert facts(card) == [
        ("Energy, since 9 December", "median 2 (low) of 7 marks"),
        ("The four weeks before", "median 4 (good) of 7 marks"),
    ]


async def test_a_rise_is_said_as_plainly_as_a_fall() -> None:
    """With the same words, no praise, and the count of marks where a day has several."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, *[4] * 7)
        await lay_energy(house, 4)
        await lay_energy(house, *[3] * 8, since=28)
        text = (await look_back(house)).text
    assert (
        "energy was marked higher these four weeks (8 marks on 7 days, median 4) than the four before "
        "(8 days, median 3)."
    ) in text


async def test_each_mark_stands_alone_and_one_that_is_no_longer_added_stays() -> None:
    """Energy, connection and a third one: no figure is made of two of them."""
    with world() as house:
        await house.settle_in()
        for ago in range(5):
            await lay(house, ago, {"energy": 2, "connection": 4, "load": 5})
        card = await look_back(house)
    assert [name for name, _ in facts(card)][::2] == [
        "Energy, since 9 December",
        "Connection, since 9 December",
        "A manageable load, since 9 December",
    ]
    assert [said for _, said in facts(card)][::2] == [
        "median 2 (low) of 5 marks",
        "median 4 (good) of 5 marks",
        "median 5 (light) of 5 marks",
    ]


def test_every_mark_has_a_name_for_a_sentence() -> None:
    """None is missing, and none is left of a mark that went."""
    assert set(NAMES) == {kind.name for kind in (*FIXED, *CHOSEN, EFFORT)}


async def test_further_back_goes_by_spans_of_four_weeks() -> None:
    """The latest first, spans without a mark left out, and no sentence."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, *[2] * 8)
        await lay_energy(house, *[4] * 8, since=28)
        await lay_energy(house, 3, since=300)
        await lay_energy(house, 3, since=700)
        card = await look_back(house)
        weeks = read(await house.press(control(card, "look.weeks")))
        year = read(await house.press(control(card, "look.months")))
        ever = read(await house.press(control(year, "look.all")))
        again = read(await house.press(control(ever, "look.now")))
    lately = [
        ("9 December 2025 to 5 January", "median 2 (low) of 8 marks"),
        ("11 November to 8 December 2025", "median 4 (good) of 8 marks"),
    ]
    assert [said for _, said in facts(weeks)] == [said for _, said in lately]
    assert [said for _, said in facts(year)] == [*(said for _, said in lately), "1 mark"]
    assert [said for _, said in facts(ever)] == [*(said for _, said in lately), "1 mark", "1 mark"]
    assert "was marked" not in weeks.text + year.text + ever.text
    assert again.text == card.text


async def test_single_days_are_there_to_be_read() -> None:
    """What a picture has as dots stands in words, the latest day first, and leads back."""
    with world() as house:
        await house.settle_in()
        await lay(house, 0, {"energy": 2, "connection": 4})
        await lay(house, 3, {"energy": 5})
        card = read(await house.press(control(await look_back(house), "look.days")))
        back = read(await house.press(control(card, "look.now")))
    assert facts(card) == [
        ("Monday 5 January", "energy low, connection good"),
        ("Friday 2 January", "energy full"),
    ]
    assert back.text_id == "look"


async def test_old_marks_alone_are_a_quiet_view_with_a_way_back_to_them() -> None:
    """Nobody hears that they were away; how far back is theirs to say."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, 3, since=200)
        card = await look_back(house)
        ever = read(await house.press(control(card, "look.all")))
    assert facts(card) == []
    assert "No mark in these weeks." in card.text
    assert [said for _, said in facts(ever)] == ["1 mark"]


async def test_inner_topics_stand_beside_each_other_in_counts() -> None:
    """Asked and answered within twelve weeks: "not today" is no answer, and what waits does not count."""
    with world() as house:
        await house.settle_in()
        await lay(house, 1, asked="body", answer=MET)
        await lay(house, 2, asked="body", answer=PASSED)
        await lay(house, 3, asked="thoughts", answer=Answer(chosen=("food",)))
        await lay(house, 4, asked="feelings", state=RunState.LAPSED)
        await lay(house, 90, asked="body", answer=MET)
        await lay(house, 0, asked="doing", state=RunState.OPEN)
        card = await look_back(house)
    assert facts(card) == [
        ("The body", "2 asked, 1 answered"),
        ("Thoughts", "1 asked, 1 answered"),
        ("Feelings", "1 asked, 0 answered"),
        ("What you did", "0 asked, 0 answered"),
        ("Two minds", "0 asked, 0 answered"),
    ]
    assert "A question on it" not in labels(card)


async def test_a_topic_that_is_rarely_met_is_offered_and_opened_by_the_person() -> None:
    """One sentence with its counts, and a press that asks a question of it; nothing comes by itself."""
    with world() as house:
        await house.settle_in()
        for ago in range(1, 6):
            await lay(house, ago, asked="body", answer=MET if ago == 1 else PASSED)
            await lay(house, ago, asked="thoughts", answer=MET)
        before = len(house.runs)
        card = await look_back(house)
        assert len(house.runs) == before
        outcome = await house.press(control(card, "topic.open"))
    assert "On the body, 1 of 5 questions was answered; on the other four, 5 of 5." in card.text
    assert "A question on it" in labels(card)
    assert "How warm are your hands or your feet?" in spelled_out(outcome.first)


async def test_a_topic_that_rests_is_not_offered() -> None:
    """Who let it rest has chosen; the counts stay, since they are true."""
    with world() as house:
        await house.settle_in()
        for ago in range(1, 6):
            await lay(house, ago, asked="body", answer=PASSED)
            await lay(house, ago, asked="thoughts", answer=MET)
        settings = card_of(await house.command("settings"))
        questions = card_of(await house.press(control(settings, "settings.questions")))
        which = card_of(await house.press(control(questions, "questions.rest")))
        await house.choose(control(which, "topics.rest"), "sensations")
        card = await look_back(house)
    assert ("The body", "5 asked, 0 answered") in facts(card)
    assert "A question on it" not in labels(card)


@pytest.mark.parametrize("surface", ["hosted", "terminal"])
async def test_nothing_of_it_can_be_posted(surface: str) -> None:
    """Each card is sealed and for reading, and its line for a lock screen says nothing of a mark."""
    with world(capabilities=TERMINAL) if surface == "terminal" else world() as house:
        await house.settle_in()
        await lay_energy(house, *[1] * 9)
        card = await look_back(house)
        days = read(await house.press(control(card, "look.days")))
    for one in (card, days):
        assert (one.reach, one.summary) == (Reach.SEALED, "Looking back")


async def test_looking_writes_nothing() -> None:
    """It is not kept that somebody looked, nor what they saw."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, *[1] * 9)
        before = house.tables
        card = await look_back(house)
        for name in ("look.weeks", "look.months", "look.all", "look.days"):
            assert isinstance((await house.press(control(card, name))).first, Show)
        assert house.tables is before


async def test_marks_that_do_not_open_say_nothing() -> None:
    """The rest is still there to be looked back on."""
    with world() as house:
        await house.settle_in()
        await lay_energy(house, 3, 3)
        one, other = house.tables.marks.values()
        broken = replace(one, sealed=other.sealed)
        await house.store.run(lambda unit: unit.runs.put_marks(broken))
        assert facts(await look_back(house))[0][1] == "1 mark"


async def test_whoever_only_marks_is_not_told_what_they_left_unanswered() -> None:
    """Where no question on an inner topic was answered, none of them is counted."""
    with world() as house:
        await house.settle_in()
        await lay(house, 1, asked="body", answer=PASSED)
        await lay(house, 2, asked="thoughts", state=RunState.LAPSED)
        card = await look_back(house)
    assert "answered" not in "".join(str(pair) for pair in facts(card))
