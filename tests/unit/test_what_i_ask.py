"""What somebody wishes to be asked: seen by them alone, changed and undone; passed topics may rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.checkins import RunState
from bot.domain.marks import FIXED
from bot.domain.prompts import Depth, Domain, Prompt
from bot.domain.wishes import Wishes
from bot.ports.vault import SEALED_MARK
from bot.services.rhythm.wishes import wishes_of
from bot.surface.audience import OnlyYou
from bot.surface.card import Button, Card, Choose, Reach
from bot.surface.outcome import Act, Replace, Show
from bot.testing.catalogue import invented_prompt
from tests.unit.small_house import ANA, card_of, control, errors_of, form_of, on
from tests.unit.world import World, world

REST = [invented_prompt(f"wide.rest.R9{n}", text="Was there a pause?", domain=Domain.REST) for n in range(6)]
SPACE = [invented_prompt("wide.space.Z90", text="What is on the wall?", domain=Domain.SPACE)]


async def _opened(house: World) -> Card:
    """Open the card from the settings."""
    outcome = await house.press(control(card_of(await house.command("settings")), "settings.questions"))
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, OnlyYou)
    return outcome.first.card


async def _wishes(house: World) -> Wishes:
    person = await house.person()
    return await house.store.run(lambda unit: wishes_of(house.desk, unit, person))


async def _choose(house: World, card: Card, way: str, *names: str) -> Card:
    """Open one of the two lists from the card and choose from it."""
    listed = card_of(await house.press(control(card, f"questions.{way}")))
    assert listed.reach is Reach.SEALED
    return card_of(await house.choose(control(listed, f"topics.{way}"), *names))


async def _options(house: World, card: Card, way: str) -> set[str]:
    """Return the names of what one of the two lists offers."""
    found = control(card_of(await house.press(control(card, f"questions.{way}"))), f"topics.{way}")
    assert isinstance(found, Choose)
    assert found.at_most == len(found.options)
    return {option.name for option in found.options}


def _prompts(house: World) -> list[Prompt | None]:
    return [house.desk.catalogue.prompt(house.prompt(run) or "") for run in house.runs]


async def test_it_begins_with_everything_as_usual() -> None:
    """Two marks, any length, no topic at rest; the card is for its person alone."""
    with world() as house:
        await house.settle_in()
        card = await _opened(house)
        assert (card.reach, card.summary) == (Reach.SEALED, "What I ask")
        assert [one.name for one in card.controls] == ["questions.change", "questions.rest"]
        assert await _options(house, card, "rest") == set(Domain)
        assert await _wishes(house) == Wishes()


async def test_mark_and_length_are_set_and_undone() -> None:
    """The next check-in has the third mark; "none" takes it away again."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.press(control(await _opened(house), "questions.change")))
        assert {field.name: field.value for field in form.fields} == {
            "third_mark": "none",
            "longest": "10min",
            "effort": "no",
        }
        card = card_of(await house.submit(form, third_mark="load", longest="2min"))
        assert "two minutes" in card.text
        [checkin] = await house.until(on(5, 9))
        assert control(checkin, "checkin.load")
        form = form_of(await house.press(control(card, "questions.change")))
        assert [field.value for field in form.fields] == ["load", "2min", "no"]
        await house.submit(form, third_mark="none", longest="10min")
        assert await _wishes(house) == Wishes()


async def test_a_shorter_wish_is_kept_to() -> None:
    """Nothing that takes longer comes, were it all there is."""
    long = replace(SPACE[0], id="wide.space.Z91", depth=Depth.MEDIUM)
    with world([long]) as house:
        await house.settle_in()
        form = form_of(await house.press(control(await _opened(house), "questions.change")))
        await house.submit(form, longest="30s")
        await house.pick(card_of(await house.command("checkin")), "checkin.energy", 3)
        assert card_of(await house.command("checkin")).text_id == "checkin.none"


@pytest.mark.parametrize(("field", "value"), [("third_mark", "mood"), ("longest", "an hour")])
async def test_what_is_not_offered_is_not_taken(field: str, value: str) -> None:
    """A sentence stands at the field, and nothing changes."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.press(control(await _opened(house), "questions.change")))
        assert set(errors_of(await house.submit(form, **{field: value}))) == {field}
        assert await _wishes(house) == Wishes()


async def test_topics_rest_and_come_back() -> None:
    """Several at once; each choice shows what is so now, and marks and length stay."""
    with world([*REST, *SPACE]) as house:
        await house.settle_in()
        card = await _choose(house, await _opened(house), "rest", "rest", "meaning")
        assert (await _wishes(house)).muted == {Domain.REST, Domain.MEANING}
        assert "rest, why you do this" in card.text
        assert await _options(house, card, "back") == {"rest", "meaning"}
        assert await _options(house, card, "rest") == set(Domain) - {"rest", "meaning"}
        await house.until(on(8, 10))
        assert {prompt for prompt in _prompts(house) if prompt} == set(SPACE)
        await _choose(house, card, "back", "rest", "no such topic")
        assert (await _wishes(house)).muted == {Domain.MEANING}


async def test_everything_may_rest() -> None:
    """Then no topic is left to choose, and a check-in has its marks, and the ways out below them."""
    with world(SPACE) as house:
        await house.settle_in()
        card = await _choose(house, await _opened(house), "rest", *Domain)
        assert [one.name for one in card.controls] == ["questions.change", "questions.back"]
        stale = Button(ref=house.desk.mint(ANA)("questions.rest"), name="stale", label="Let topics rest")
        assert card_of(await house.press(stale)).text.endswith("There is none.")
        [checkin] = await house.until(on(5, 9))
        ways = ["checkin.write", "checkin.skip", "help.now"]
        assert [one.name for one in checkin.controls] == [f"checkin.{kind.name}" for kind in FIXED] + ways
        assert card_of(await house.press(control(checkin, "checkin.skip"))).text == "Fine."


async def test_what_rests_is_sealed() -> None:
    """A reader of the rows learns nothing of it."""
    with world() as house:
        await house.settle_in()
        await _choose(house, await _opened(house), "rest", "rest")
        [sheet] = house.tables.sheets.values()
        assert sheet.sealed.startswith(SEALED_MARK)
        assert b"rest" not in repr(house.tables.sheets).encode()


async def _pass_by(house: World, times: int) -> list[tuple[Act, ...]]:
    """Say "not today" so often; return what came besides."""
    beside = []
    for _ in range(times):
        card = card_of(await house.command("checkin"))
        outcome = await house.press(control(card, "checkin.skip"))
        assert card_of(outcome).text == "Fine."
        beside.append(outcome.then)
    return beside


async def test_a_topic_passed_three_times_is_offered_to_rest_once() -> None:
    """To the person alone, at the third; never again for this topic, whatever is passed."""
    with world(REST) as house:
        await house.settle_in()
        await house.pick(card_of(await house.command("checkin")), "checkin.energy", 3)
        *before, [act] = await _pass_by(house, 3)
        assert before == [(), ()]
        assert isinstance(act, Show)
        assert isinstance(act.audience, OnlyYou)
        assert act.card.reach is Reach.SEALED
        assert act.card.text == "Rest this topic for a while? It is the one about rest."
        assert await _pass_by(house, 4) == [()] * 4
        outcome = await house.press(control(act.card, "topic.rest"))
        assert isinstance(outcome.first, Replace)
        assert outcome.first.card.text_id == "topic.rests"
        assert (await _wishes(house)).muted == {Domain.REST}


async def test_a_topic_may_be_kept() -> None:
    """One word back, and nothing rests."""
    with world(REST) as house:
        await house.settle_in()
        await house.pick(card_of(await house.command("checkin")), "checkin.energy", 3)
        act = (await _pass_by(house, 3))[-1][0]
        assert isinstance(act, Show)
        assert card_of(await house.press(control(act.card, "topic.keep"))).text == "Fine."
        wishes = await _wishes(house)
        assert (wishes.muted, set(wishes.rest_offered)) == (frozenset(), {Domain.REST})


async def test_other_ways_to_leave_a_question_are_no_pass() -> None:
    """Silence, marks alone, a pass before words, or a second press on the same card count for nothing."""
    with world(REST) as house:
        await house.settle_in()
        for day in (5, 6, 7):
            [card] = await house.until(on(day, 9))
            if day == 5:
                await house.press(control(card, "checkin.skip"))
                form = form_of(await house.press(control(card, "checkin.write")))
                await house.submit(form, text="after all")
        assert await _pass_by(house, 1) == [()]
        [card] = await house.until(on(8, 9))
        for _ in range(3):
            assert (await house.press(control(card, "checkin.skip"))).then == ()
        assert all(house.beside(run) == [] for run in house.runs)


async def test_the_first_check_in_of_a_week_says_what_stays_out() -> None:
    """Once a week, on whichever day it is; the card after a tap still says it, and the next one does not."""
    line = "No names or details of people you support, please."
    with world([*REST, *SPACE]) as house:
        await house.settle_in(days="daily")
        said = {}
        for day in range(5, 20):
            [card] = await house.until(on(day, 9))
            said[day] = line in card.text
            after = card_of(await house.pick(card, "checkin.energy", 3))
            assert (line in after.text) is said[day]
        assert [day for day, is_said in said.items() if is_said] == [5, 12, 19]


async def test_a_check_in_called_for_is_no_second_push() -> None:
    """It comes at the word and again at the hour; one question is open at a time."""
    with world([*REST, *SPACE]) as house:
        await house.settle_in()
        called = card_of(await house.command("checkin"))
        [came] = await house.until(on(5, 9))
        assert await house.until(on(6, 8, 59)) == []
        assert came.text_id == "checkin"
        answer = card_of(await house.pick(called, "checkin.energy", 3))
        assert answer.text_id == "checkin.earlier"
        assert [run.state for run in house.runs].count(RunState.OPEN) == 1


async def test_the_second_side_of_a_moment_says_what_was_asked_first() -> None:
    """The question before stands above it, never what was answered."""
    first = invented_prompt("p.a", text="What surprised you?", domain=Domain.MENTALIZING, pair="p.b")
    later = invented_prompt("p.b", text="And from their side?", domain=Domain.MENTALIZING, pair="p.a")
    with world([first, later, *SPACE]) as house:
        await house.settle_in()
        texts = [card.text for card in await house.until(on(9, 10))]
        place = next(place for place, text in enumerate(texts) if later.text in text)
        assert "Earlier I asked: What surprised you?" in texts[place]
        assert any(first.text in text for text in texts[:place])
