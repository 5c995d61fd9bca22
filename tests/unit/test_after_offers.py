"""What follows an answer: which of its prompt's entries counts, and what of it can be offered here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.checkins import Answer
from bot.domain.prompts import After, Modality, Offer, Option, Prompt, Sensitivity
from bot.services.checkins.answering import after
from bot.surface.card import Card
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Outcome, Replace, Show
from bot.testing.catalogue import invented_prompt
from tests.unit.small_house import ANA, ref_of
from tests.unit.small_house import control as control_of
from tests.unit.world import World, world

HEAVY = After(answer="two", say=None, offers=tuple(Offer))
ANY = After(answer=None, say="Fine.", offers=())
STEPS = tuple(Option(name=name, label=name) for name in ("one", "two", "three", "four", "five"))


def _prompt(modality: Modality, *entries: After) -> Prompt:
    options = STEPS if modality in {Modality.MARK, Modality.CHOICE, Modality.MULTI} else ()
    ends = ("none", "plenty") if modality is Modality.SCALE else (None, None)
    asked = invented_prompt(
        "wide.exposure.H90",
        text="How many boats?",
        modality=modality,
        sensitivity=Sensitivity.PERSONAL,
        options=options,
        low_label=ends[0],
        high_label=ends[1],
    )
    return replace(asked, after=entries)


@pytest.mark.parametrize(
    ("modality", "answer", "followed"),
    [
        (Modality.CHOICE, Answer(chosen=("two",)), HEAVY),
        (Modality.CHOICE, Answer(chosen=("one",)), ANY),
        (Modality.CHOICE, Answer(written=True), ANY),
        (Modality.MULTI, Answer(chosen=("one", "two", "three")), HEAVY),
        (Modality.MARK, Answer(scale=2), HEAVY),
        (Modality.MARK, Answer(scale=3), ANY),
        (Modality.SCALE, Answer(scale=0), ANY),
        (Modality.TEXT, Answer(written=True), ANY),
        (Modality.TEXT, Answer(), None),
        (Modality.TEXT, Answer(passed=True), None),
        (Modality.CHOICE, Answer(went_by=True), None),
    ],
)
def test_an_answer_has_its_own_entry_or_that_of_any_other(
    modality: Modality, answer: Answer, followed: After | None
) -> None:
    """Of several that were ticked the first counts that stands there; what is no answer has none."""
    assert after(_prompt(modality, HEAVY, ANY), answer) == followed


def test_where_nothing_stands_for_it_nothing_follows() -> None:
    """Not every answer has an entry."""
    assert after(_prompt(Modality.CHOICE, HEAVY), Answer(chosen=("one",))) is None


async def _tapped(house: World, *names: str) -> Outcome:
    card = await house.asked()
    ref = ref_of(control_of(card, "checkin.prompt"))
    return await house.hear(OptionChosen(**house.facts(ANA), ref=ref, values=names))


def _quiet(outcome: Outcome) -> Card:
    assert isinstance(outcome.first, Replace)
    [act] = outcome.then
    assert isinstance(act, Show)
    return act.card


async def test_what_is_not_here_is_not_offered() -> None:
    """No such flow in the library, no kind word left: those buttons are left out, and the others stay."""
    with world([_prompt(Modality.CHOICE, HEAVY)]) as house:
        card = _quiet(await _tapped(house, "two"))
        assert [one.name for one in card.controls] == [
            *("after.supervise", "gentle.people", "help.now", "gentle.rest_stop", "after.no")
        ]
        assert card.text == "These are here, if one of them fits."


async def test_where_nothing_is_left_to_offer_no_card_comes() -> None:
    """Not an empty one."""
    alone = After(answer="two", say=None, offers=(Offer.RAISE,))
    with world([_prompt(Modality.CHOICE, alone)]) as house:
        assert (await _tapped(house, "two")).then == ()


async def test_that_it_came_stands_on_the_sealed_page_alone() -> None:
    """And goes along in the export."""
    with world([_prompt(Modality.CHOICE, HEAVY)]) as house:
        await _tapped(house, "two")
        assert house.page(house.runs[-1])["after_on"] == "2026-01-05"


async def test_a_mind_that_changed_is_followed_by_what_it_came_to() -> None:
    """An answer without an entry, then the heavy one."""
    with world([_prompt(Modality.MULTI, HEAVY)]) as house:
        card = await house.asked()
        ref = ref_of(control_of(card, "checkin.prompt"))
        for names, count in ((("one",), 0), (("one", "two"), 1), (("two",), 0)):
            tap = OptionChosen(**house.facts(ANA), ref=ref, values=names)
            assert len((await house.hear(tap)).then) == count


async def test_pressed_twice_an_answer_is_one_page_for_supervision() -> None:
    """The question and what was ticked, and no more."""
    with world([_prompt(Modality.MULTI, HEAVY)]) as house:
        card = _quiet(await _tapped(house, "two", "three"))
        for _ in range(2):
            await house.press(control_of(card, "after.supervise"))
        [page] = house.entries()
        assert (page["question"], page["text"], page["tags"]) == (
            "How many boats?",
            "two, three",
            ["for supervision"],
        )
