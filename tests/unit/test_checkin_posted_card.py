"""What stays visible: a posted card never shows an answer, and the line about hours comes once."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from bot.domain.marks import FIXED
from bot.domain.prompts import Modality
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Replace, Show
from tests.unit.small_house import card_of, control, form_of, on
from tests.unit.world import FIRST_SLOT, labels, only, world

Tap = tuple[str, int | str | None]

ENERGY, CONNECTION = (f"checkin.{kind.name}" for kind in FIXED)
CHOICES: dict[Modality, tuple[int | str, ...]] = {
    Modality.CHOICE: ("clear", "fog"),
    Modality.MULTI: ("food", "nothing_much"),
    Modality.SCALE: (0, 10),
    Modality.MARK: (1, 5),
}


def _replaced(outcome: Outcome) -> Card:
    assert isinstance(outcome.first, Replace)
    return outcome.first.card


async def _after(modality: Modality | None, *taps: Tap) -> Card:
    """Return the posted card after some taps; the same seed gives every world the same ids."""
    with world(None if modality is None else only(modality)) as house:
        card = await house.asked()
        outcomes = [await house.pick(card, name, value) for name, value in taps]
        return _replaced(outcomes[-1])


@pytest.mark.parametrize("name", [ENERGY, CONNECTION])
async def test_no_mark_can_be_told_from_another_on_the_card(name: str) -> None:
    """The whole card is equal after any of the five steps, and after a changed mind."""
    first = await _after(None, (name, 1))
    assert [await _after(None, (name, step)) for step in range(2, 6)] == [first] * 4
    assert await _after(None, (name, 5), (name, 1)) == first
    assert await _after(None, (name, 5), (name, None)) == first


async def test_the_card_does_not_even_say_which_mark_was_given() -> None:
    """Noted is noted: energy or connection, one or both."""
    first = await _after(None, (ENERGY, 1))
    assert await _after(None, (CONNECTION, 5)) == first
    assert await _after(None, (ENERGY, 3), (CONNECTION, 4)) == first


@pytest.mark.parametrize("modality", CHOICES)
async def test_no_answer_can_be_told_from_another_on_the_card(modality: Modality) -> None:
    """Whatever was chosen, the card that remains is one and the same, and names each option as before."""
    one, other = [await _after(modality, ("checkin.prompt", value)) for value in CHOICES[modality]]
    assert one == other
    with world(only(modality)) as house:
        assert labels(one) == labels(await house.asked())


async def test_words_leave_the_card_alone() -> None:
    """Writing answers with one line to the writer; the posted card is not touched by it."""
    with world() as house:
        card = await house.asked()
        outcome = await house.press(control(card, "checkin.write"))
        form = form_of(outcome)
        outcome = await house.submit(form, text="a heavy shift")
        assert isinstance(outcome.first, Show)
        assert card_of(outcome).text == "Saved privately."
        assert outcome.then == ()


async def test_the_summary_tells_a_lock_screen_nothing() -> None:
    """It is the same before and after, whatever was asked or answered."""
    with world() as house:
        card = await house.asked()
        after = _replaced(await house.pick(card, ENERGY, 1))
        assert card.summary == after.summary == "Your check-in is here."


async def test_not_today_is_taken_at_its_word() -> None:
    """One word back, no control left on the card, and nothing more until the next slot."""
    with world() as house:
        card = await house.asked()
        outcome = await house.press(control(card, "checkin.skip"))
        assert _replaced(outcome).text == "Fine."
        assert _replaced(outcome).controls == ()
        assert outcome.then == ()
        assert await house.until(on(6, 8, 59)) == []
        assert len(await house.until(on(6, 9))) == 1


TAPS: list[list[Tap]] = [
    [(ENERGY, energy), (CONNECTION, connection)] for energy, connection in product((3, None), (4, None))
]
CHANGES: list[list[Tap]] = [[], [(ENERGY, 5)], [(CONNECTION, None), (ENERGY, 4), (CONNECTION, 3)]]
ORDERS = [list(order) for taps in TAPS for order in permutations(taps)]


@pytest.mark.parametrize("changed_mind", CHANGES)
@pytest.mark.parametrize("taps", ORDERS)
async def test_the_line_about_hours_comes_once_whatever_the_order(
    taps: list[Tap], changed_mind: list[Tap]
) -> None:
    """Tapped, passed by, in either order, and changed afterwards: one line, never two."""
    with world() as house:
        first = await house.arrive()
        offers = [act for name, value in taps for act in (await house.pick(first, name, value)).then]
        assert len(offers) == 1
        for name, value in changed_mind:
            assert (await house.pick(first, name, value)).then == ()


async def test_who_leaves_the_line_unanswered_is_not_asked_again() -> None:
    """Another check-in, asked for by hand, brings its question and no second line about hours."""
    with world() as house:
        await house.pick(await house.arrive(), ENERGY, 3)
        second = card_of(await house.command("checkin"))
        assert second.text_id == "checkin"
        assert (await house.pick(second, ENERGY, 3)).then == ()
        assert (await house.pick(second, CONNECTION, 3)).then == ()


async def test_who_has_an_hour_is_not_asked_for_one() -> None:
    """Check-ins that come at the hour end with "Noted", without a line."""
    with world() as house:
        card = await house.asked()
        assert house.clock.now() == FIRST_SLOT
        assert (await house.pick(card, ENERGY, 3)).then == ()
