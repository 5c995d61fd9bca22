"""Check-ins through the front door: every way to answer, to change one's mind, or to leave it."""

from __future__ import annotations

import json

import pytest

from bot.domain.prompts import Modality, Prompt
from bot.ports.vault import Cell
from bot.surface.outcome import Replace, Show
from bot.testing.catalogue import INVENTED_PROMPTS
from tests.unit.small_house import SmallHouse, card_of, control, form_of, on, small_house


async def _asked(house: SmallHouse) -> None:
    await house.settle_in()
    await house.until(on(5, 9))


async def _answers(house: SmallHouse) -> object:
    """Open what the last run holds."""
    person = await house.person()
    run = await house.store.run(lambda unit: unit.runs.latest(person.id))
    assert run is not None
    if run.sealed is None:
        return None
    cell = Cell(person=person.id, table="runs", row=run.id, column="sealed", version=run.version)
    return json.loads(house.vault.open(cell, run.sealed))


async def _steps(house: SmallHouse) -> object:
    """Open the marks of the last run."""
    person = await house.person()
    run = await house.store.run(lambda unit: unit.runs.latest(person.id))
    assert run is not None
    marks = await house.store.run(lambda unit: unit.runs.marks(run.id))
    if marks is None:
        return None
    cell = Cell(person=person.id, table="marks", row=run.id, column="sealed", version=marks.version)
    return json.loads(house.vault.open(cell, marks.sealed))


def _only(modality: Modality) -> list[Prompt]:
    return [prompt for prompt in INVENTED_PROMPTS if prompt.modality is modality and prompt.sensitivity < 2]


async def test_marks_are_given_changed_and_taken_back() -> None:
    """A tap is an answer, another tap changes it, "not now" takes it back."""
    with small_house() as house:
        await _asked(house)
        [letter] = house.chat.letters
        energy, connection = letter.card.controls[:2]
        await house.rate(energy, 2)
        await house.rate(connection, 5)
        assert await _steps(house) == {"energy": 2, "connection": 5}
        await house.rate(energy, 3)
        await house.rate(connection, None)
        assert await _steps(house) == {"energy": 3}


async def test_the_card_after_a_tap_is_the_same_whatever_was_tapped() -> None:
    """It says "Noted", never which."""
    seen = set()
    for step in (1, 5):
        with small_house() as house:
            await _asked(house)
            outcome = await house.rate(house.chat.letters[0].card.controls[0], step)
            assert isinstance(outcome.first, Replace)
            seen.add((outcome.first.card.text, outcome.first.card.summary))
    assert len(seen) == 1


@pytest.mark.parametrize("step", [0, 6, -1, 99])
async def test_a_step_that_does_not_exist_is_not_taken(step: int) -> None:
    """A surface that sends nonsense changes nothing."""
    with small_house() as house:
        await _asked(house)
        await house.rate(house.chat.letters[0].card.controls[0], step)
        assert await _steps(house) is None


async def test_a_choice_is_kept_and_own_words_open_a_page() -> None:
    """Either is a whole answer; a name that is not offered is not taken."""
    with small_house(_only(Modality.CHOICE)) as house:
        await _asked(house)
        prompt = control(house.chat.letters[0].card, "checkin.prompt")
        await house.choose(prompt, "windy")
        assert await _answers(house) == {"chosen": ["windy"]}
        await house.choose(prompt, "hurricane")
        assert await _answers(house) == {"chosen": ["windy"]}
        form = form_of(await house.choose(prompt, "own_words"))
        assert form.intro == "Which weather is nearest to your afternoon?"


async def test_several_answers_are_kept_together() -> None:
    """A question with several answers keeps what was ticked."""
    with small_house(_only(Modality.MULTI)) as house:
        await _asked(house)
        await house.choose(control(house.chat.letters[0].card, "checkin.prompt"), "food", "somebody")
        assert await _answers(house) == {"chosen": ["food", "somebody"]}


@pytest.mark.parametrize("modality", [Modality.SCALE, Modality.MARK])
async def test_a_scale_may_be_answered_or_passed(modality: Modality) -> None:
    """A number is kept; "not now" keeps nothing."""
    with small_house(_only(modality)) as house:
        await _asked(house)
        prompt = control(house.chat.letters[0].card, "checkin.prompt")
        await house.rate(prompt, None)
        assert await _answers(house) is None
        await house.rate(prompt, 4)
        assert await _answers(house) == {"scale": 4}


async def test_the_line_about_coming_back_is_offered_once() -> None:
    """After the first answer of all, or after both were passed by; a changed mind brings no second one."""
    for taps in ([("energy", 3), ("connection", 3), ("energy", 4)], [("energy", None), ("connection", None)]):
        with small_house() as house:
            await house.press(control(card_of(await house.command("start")), "consent.yes"))
            first = card_of(await house.command("checkin"))
            offers = 0
            for name, value in taps:
                outcome = await house.rate(control(first, f"checkin.{name}"), value)
                offers += sum(isinstance(act, Show) for act in outcome.then)
            assert offers == 1


async def test_checkin_shows_what_is_open_or_asks_anew() -> None:
    """One question is open at a time; after an answer the word brings another."""
    with small_house() as house:
        await _asked(house)
        first = house.chat.letters[0].card
        again = card_of(await house.command("checkin"))
        assert control(again, "checkin.write") == control(first, "checkin.write")
        await house.press(control(first, "checkin.skip"))
        second = card_of(await house.command("checkin"))
        assert control(second, "checkin.write") != control(first, "checkin.write")
        outcome = await house.rate(control(first, "checkin.energy"), 2)
        assert card_of(outcome).text_id == "checkin.earlier"


async def test_an_empty_library_is_said() -> None:
    """Nothing is made up where there is no question."""
    with small_house([]) as house:
        await house.settle_in()
        await house.rate(control(card_of(await house.command("checkin")), "checkin.energy"), 3)
        assert card_of(await house.command("checkin")).text_id == "checkin.none"
