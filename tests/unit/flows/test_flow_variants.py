"""Other words for some: a flow's texts follow an earlier answer, wherever they are shown or kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.flow_walk import text_of, told
from bot.domain.flows import (
    ChoiceStep,
    EndStep,
    Onward,
    Route,
    Save,
    SayStep,
    StepWords,
    TextStep,
    Variant,
    Wait,
)
from bot.surface.card import Card
from bot.testing.flows import invented_flow, options
from tests.unit.flows.walks import begin, names, open_form, press, reply, with_flows
from tests.unit.small_house import card_of
from tests.unit.world import World, world

MINUTE = timedelta(minutes=1)
OURS = Variant(
    name="ours",
    when=(("whose", "ours"),),
    texts=(
        StepWords(step="near", text="It lies there for all of you.", short_text=None),
        StepWords(step="name", text="What did you paint on it together?", short_text=None),
        StepWords(step="after", text="And now, all of you?", short_text=None),
        StepWords(step="done", text="Seen by all.", short_text=None),
    ),
)
_TIDE = invented_flow(
    "tide",
    (
        ChoiceStep(
            id="whose",
            text="Whose boat is it?",
            options=options("mine", "ours"),
            to=Onward(otherwise="near"),
            save=Save.PRIVATE,
        ),
        SayStep(id="near", text="It lies there.", to=Onward(otherwise="name")),
        TextStep(
            id="name",
            text="What is painted on it?",
            short_text="Painted?",
            to=Onward(otherwise="still"),
            save=Save.PRIVATE,
        ),
        SayStep(id="still", text="A minute.", wait=Wait(otherwise=MINUTE), to=Onward(otherwise="after")),
        TextStep(id="after", text="And now?", to=Onward(otherwise="done"), save=Save.PRIVATE),
        EndStep(id="done", state="seen", text="Seen."),
    ),
    looking_back=None,
)
TIDE = replace(_TIDE, variants=(OURS,))
WAYS = {
    "mine": ("It lies there.", "What is painted on it?", "And now?", "Seen."),
    "ours": (
        "It lies there for all of you.",
        "What did you paint on it together?",
        "And now, all of you?",
        "Seen by all.",
    ),
}


@pytest.mark.parametrize("whose", WAYS)
async def test_a_run_is_told_in_the_words_that_its_answer_calls_for(whose: str) -> None:
    """On each card, in the form, above what is kept, and at the end."""
    said, asked, then, end = WAYS[whose]
    with world() as house:
        with_flows(house, TIDE)
        card = await reply(house, await begin(house, "tide"), whose)
        assert card.text == f"{said}\n\n{asked}"
        assert (await open_form(house, card)).intro == asked
        await reply(house, card, {"text": "a star"})
        [came] = await house.until(house.clock.now() + MINUTE)
        card = await press(house, came, "flow.on")
        assert card.text == then
        card = await reply(house, card, {"text": "nothing"})
        assert card.text == f"Saved privately.\n\n{end}"
        [entry] = house.entries()
        assert entry["text"] == f"Whose boat is it?\n{whose}\n\n{asked}\na star\n\n{then}\nnothing"


@pytest.mark.parametrize("whose", WAYS)
async def test_what_depends_on_an_answer_is_told_by_no_message(whose: str) -> None:
    """After a wait it is one press away, for whoever waits: the message is the same for all."""
    with world() as house:
        with_flows(house, TIDE)
        card = await reply(house, await begin(house, "tide"), whose)
        await reply(house, card, {"text": "a star"})
        [came] = await house.until(house.clock.now() + MINUTE)
        assert (came.text, names(came)) == ("I am back.", ["flow.on"])


async def test_words_sent_again_are_kept_under_the_question_that_was_asked() -> None:
    """The form of an earlier step, too, is of the variant."""
    with world() as house:
        with_flows(house, TIDE)
        card = await reply(house, await begin(house, "tide"), "ours")
        form = await open_form(house, card)
        await house.submit(form, text="a star")
        await house.until(house.clock.now() + MINUTE)
        await house.submit(form, text="two stars")
        await press(house, await _here(house), "flow.pass")
        [entry] = house.entries()
        assert "What did you paint on it together?\ntwo stars" in entry["text"]


async def _here(house: World) -> Card:
    return await press(house, card_of(await house.command("practise")), "flow.on")


def test_a_sentence_alone_stands_on_both_ways_and_no_answer_changes_nothing() -> None:
    """The short way asks it too; what was passed calls for no other words."""
    ours = told(TIDE, {"whose": "ours"})
    assert {text_of(ours.step("name"), route) for route in Route} == {"What did you paint on it together?"}
    assert told(TIDE, {"whose": None}) == told(TIDE, {}) == TIDE
    assert told(ours, {"whose": "ours"}) == ours
