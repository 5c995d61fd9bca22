"""Where nothing was answered through Reststop: whoever looks after the circle is asked to look, alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.services.shares import look
from bot.surface.card import Button, Card
from tests.examples import examples
from tests.unit.circles.circle_house import CAS, DEE, CircleHouse, circle_world
from tests.unit.circles.sharing_hands import WORDS, answers, said, shared, shares
from tests.unit.small_house import ANA, BEN, card_of, control


async def _looks(circle: CircleHouse) -> None:
    """Let the step of the next working morning be taken."""
    current = await circle.round()
    await circle.run(
        lambda unit, page: look.unanswered(circle.house.desk, unit, page, replace(current, steps=()))
    )


def _letters(circle: CircleHouse) -> list[Card]:
    return [card for card in circle.told(ANA) if card.text_id == "circle.please_look"]


async def test_what_has_no_answer_is_shown_to_who_looks_after_it_alone() -> None:
    """The letter has no word of it; opened, it stands as in the channel. Nobody else is told anything."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shared(circle)
        await _looks(circle)
        [letter] = _letters(circle)
        assert "I cannot see the thread, please look" in letter.text
        assert WORDS not in letter.text
        shown = card_of(await house.press(control(letter, "circle.look"), ANA))
        assert said(shown) == [WORDS]
        assert not circle.told(BEN)
        assert not circle.told(CAS)


async def test_what_was_answered_in_any_way_is_not_asked_about() -> None:
    """A press, or words."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        await shares(circle, (await circle.round()).opening, "A second one.", DEE)
        await circle.press_there(control(card, "share.heard"), CAS)
        await answers(circle, circle.cards[-1], "I hear that.", CAS)
        await _looks(circle)
        assert _letters(circle) == []


async def test_of_each_it_is_asked_once() -> None:
    """A second look asks only about what came after the first."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shared(circle)
        await _looks(circle)
        await _looks(circle)
        assert len(_letters(circle)) == 1
        await shares(circle, (await circle.round()).opening, "A later one.", DEE)
        await _looks(circle)
        assert len(_letters(circle)) == 2


async def test_answered_meanwhile_nothing_is_shown() -> None:
    """As things are when somebody looks."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        await _looks(circle)
        await circle.press_there(control(card, "share.known"), CAS)
        shown = card_of(await house.press(control(_letters(circle)[0], "circle.look"), ANA))
        assert shown.text_id == "circle.all_answered"


async def test_nobody_else_can_look() -> None:
    """Only who looks after it, by whatever control."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shared(circle)
        await _looks(circle)
        ref = house.desk.mint(CAS)("circle.look", circle.id)
        stolen = Button(ref=ref, name="circle.look", label="Show me which")
        assert card_of(await house.press(stolen, CAS)).text_id == "circle.not_yours"


@examples(12)
@given(silent=st.sets(st.sampled_from((CAS, DEE))))
async def test_who_was_silent_shows_nowhere(silent: set[object]) -> None:
    """All that who looks after it is told and can open is the same, whoever did nothing at all."""
    views = []
    for quiet in (set[object](), silent):
        with circle_world() as house:
            circle = await CircleHouse.begin(house)
            opening = await circle.open_round()
            await shares(circle, opening, WORDS)
            for who in (CAS, DEE):
                if who not in quiet:
                    arrive = circle.in_channel("circle.arrive", opening)
                    house.place = None
                    await circle.there(house.choose(arrive, "front", who=who))
            await _looks(circle)
            await circle.until(house.clock.now() + timedelta(hours=1))
            shown = card_of(await circle.command_there("circle", ANA))
            listed = card_of(await house.press(control(_letters(circle)[0], "circle.look"), ANA))
            views.append((shown.text, listed.text, [card.text for card in circle.told(ANA)]))
    assert views[0] == views[1]
