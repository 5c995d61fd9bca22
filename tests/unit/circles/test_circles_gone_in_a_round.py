"""Somebody erases what is theirs in mid-round, by the front door: nothing of theirs is left there."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.domain.circles import PostKind
from bot.services.gatherings.current import round_of
from bot.surface.card import Card
from bot.surface.outcome import Replace, Show
from tests.unit.circles.circle_house import CAS, DEE, CircleHouse, circle_world
from tests.unit.circles.hands import a_channel, circle_page
from tests.unit.circles.sharing_hands import NAMED, WORDS, answers, said, shared, shares
from tests.unit.circles.test_rounds import FEW, OPENS, SHARING_ENDS, arrive, begun, standing
from tests.unit.small_house import ANA, BEN, card_of, control
from tests.unit.test_erasing import erased
from tests.unit.world import World


async def goes(house: World, *, with_notebook: bool) -> Card:
    """Let Ben erase what is theirs; return the last word about it."""
    if with_notebook:
        return card_of(await erased(house, BEN))
    offer = card_of(await house.command("erase", BEN))
    return card_of(await house.press(control(offer, "erase.circles"), BEN))


@pytest.mark.parametrize("with_notebook", [True, False], ids=["a notebook", "no notebook"])
async def test_shares_answers_and_what_waited_are_gone(*, with_notebook: bool) -> None:
    """What others said stays, below what is not there any more, too; no row has a word of theirs."""
    with circle_world() as house:
        if with_notebook:
            await house.settle_in(BEN)
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        await shares(circle, opening, WORDS)
        await shares(circle, opening, "Mine was long.", CAS)
        await shares(circle, opening, NAMED)  # waits until it is chosen what others read
        bens, cass = circle.cards
        await answers(circle, cass, "I hear tiredness.", BEN)
        await answers(circle, bens, "I hear rest.", DEE)
        assert {text for card in circle.cards for text in said(card)} >= {WORDS, "I hear tiredness."}
        await goes(house, with_notebook=with_notebook)
        assert [text for card in circle.cards for text in said(card)] == ["Mine was long.", "I hear rest."]
        held = [repr(post.details) for post in await circle.posts(PostKind.SHARE, PostKind.ANSWER)]
        assert not [each for each in held if WORDS in each or "tiredness" in each or "Thompson" in each]
        assert not [each for each in held if "'Ben'" in each]


async def test_how_they_arrived_is_forgotten_and_no_figure_has_it() -> None:
    """Of five who arrived four are left: too few to tell of, and one plain line stands instead."""
    with a_channel() as house:
        people = await begun(house, 5)
        await house.until(OPENS)
        for who in people:
            await arrive(house, who, "front")
        assert len(await arrivals(house)) == 5
        await goes(house, with_notebook=False)
        assert len(await arrivals(house)) == 4
        await house.until(SHARING_ENDS)
        assert [card.text for card in standing(house, "circle.arrived")] == [FEW]


async def arrivals(house: World) -> Mapping[str, str]:
    """How people arrived in the round that is open, as it is kept."""
    page = await circle_page(house)
    current = round_of(page) if page else None
    assert current is not None
    return current.arrivals


async def test_a_share_that_was_reported_goes_as_well() -> None:
    """Its words are hidden in the channel; with them the card that says so goes, and nobody asks about it."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        await circle.press_there(control(card, "share.report"), CAS)
        await goes(house, with_notebook=False)
        assert circle.cards == []


async def test_old_buttons_find_nothing_and_say_so() -> None:
    """On a card that somebody still has before them, and in the note to who looks after the circle."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        await circle.press_there(control(card, "share.report"), CAS)
        note = circle.told(ANA)[-1]
        await goes(house, with_notebook=False)
        for name in ("share.heard", "share.known", "answer.open", "share.report"):
            outcome = await circle.press_there(control(card, name), DEE)
            assert isinstance(outcome.first, Show | Replace), name
        for one in note.controls:
            assert isinstance((await house.press(one, ANA)).first, Show | Replace)
        assert circle.cards == []
