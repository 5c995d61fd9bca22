"""Joining and leaving: one press each, no notebook, and no word of it in the channel."""

from __future__ import annotations

from bot.domain.people import Account, Place
from bot.surface.card import Button, Choose
from tests.unit.circles.hands import (
    CARA,
    a_channel,
    a_circle,
    circle_members,
    invitation,
    join,
    shown,
)
from tests.unit.small_house import ANA, BEN, TEAM, card_of, control, on
from tests.unit.world import labels, word_count

GARDEN = Place(surface="chat", workspace="team", channel="garden")


def _who(number: int) -> Account:
    return Account(surface="chat", workspace="team", user=f"person{number}")


async def test_somebody_joins_with_one_press_and_no_notebook() -> None:
    """They hear when the next round opens; nothing of a person is begun, and nothing is said there."""
    with a_channel() as house:
        await a_circle(house)
        standing = house.chat.channels.cards(TEAM)
        joined = card_of(await house.press(control(invitation(house), "circle.join"), BEN))
        assert "on Thursday 8 January at 12:00" in joined.text
        assert not house.tables.people
        assert house.chat.channels.cards(TEAM) == standing
        assert {each.account for each in await circle_members(house)} == {ANA, BEN}


async def test_who_is_in_already_sees_the_circle() -> None:
    """Pressed twice, they are in it once."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, BEN)
        again = card_of(await house.press(control(invitation(house), "circle.join"), BEN))
        assert again.text_id == "circle.shown"
        assert len(await circle_members(house)) == 2


async def test_who_is_not_in_it_is_shown_the_way_in_alone() -> None:
    """`circle` in the channel, in 40 words at most, and its button lets them in."""
    with a_channel() as house:
        await a_circle(house)
        card = await shown(house, BEN)
        assert card.text_id == "circle.join"
        assert word_count(card) <= 40
        assert card_of(await house.press(control(card, "circle.join"), BEN)).text_id == "circle.joined"


async def test_a_full_circle_says_so() -> None:
    """Twelve are as many as this round hears; who leaves makes room."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, *(_who(number) for number in range(11)))
        full = card_of(await house.press(control(invitation(house), "circle.join"), BEN))
        assert full.text_id == "circle.full"
        await house.press(control(await shown(house, _who(1)), "circle.leave"), _who(1))
        await join(house, BEN)


async def test_leaving_is_one_press_and_leaves_no_trace() -> None:
    """The channel stands as it did, and nobody is written to."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, BEN)
        standing = house.chat.channels.cards(TEAM)
        left = card_of(await house.press(control(await shown(house, BEN), "circle.leave"), BEN))
        assert left.text_id == "circle.left"
        assert [each.account for each in await circle_members(house)] == [ANA]
        assert house.chat.channels.cards(TEAM) == standing
        assert house.chat.letters == []


async def test_a_second_press_on_leave_changes_nothing() -> None:
    """They are told that they are not in it."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, BEN)
        leave = control(await shown(house, BEN), "circle.leave")
        await house.press(leave, BEN)
        assert card_of(await house.press(leave, BEN)).text_id == "circle.not_in"


async def test_who_looks_after_it_is_asked_before_they_leave() -> None:
    """Without them no round opens; they may stay."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, BEN)
        asked = card_of(await house.press(control(await shown(house), "circle.leave")))
        assert asked.text_id == "circle.ask_leave"
        assert labels(asked) == ["Leave", "Stay"]
        assert card_of(await house.press(control(asked, "circle.stay"))).text_id == "circle.shown"
        await house.press(control(asked, "circle.leave.yes"))
        assert [each.account for each in await circle_members(house)] == [BEN]
        assert "Nobody looks after it now" in (await shown(house, BEN)).text


async def test_in_a_conversation_of_ones_own_circle_shows_those_one_is_in() -> None:
    """None, the one, or which of them."""
    with a_channel() as house:
        house.place = None
        assert (await shown(house, BEN)).text_id == "circle.in_none"
        house.place = TEAM
        await a_circle(house)
        await join(house, BEN)
        house.place = None
        card = await shown(house, BEN)
        assert (card.text_id, card.title) == ("circle.shown", "The circle in #kitchen")
        house.place = GARDEN
        await a_circle(house)
        await house.press(control(next(iter(house.chat.channels.cards(GARDEN))), "circle.join"), BEN)
        house.place = None
        asked = control(await shown(house, BEN), "circle.open")
        assert isinstance(asked, Choose)
        assert {option.label for option in asked.options} == {"#kitchen", "#garden"}
        for option in asked.options:
            opened = card_of(await house.choose(asked, option.name, who=BEN))
            assert opened.title == f"The circle in {option.label}"


async def test_a_circle_of_others_is_not_opened_by_its_id() -> None:
    """Who is not in it is told so, and nothing of it."""
    with a_channel() as house:
        await a_circle(house)
        [page] = house.tables.gatherings
        ref = house.desk.mint(CARA)("circle.open", page)
        card = card_of(await house.press(Button(ref=ref, name="circle.open", label="x"), CARA))
        assert card.text_id == "circle.not_in"


async def test_while_a_round_takes_shares_the_circle_has_the_way_to_share() -> None:
    """And not before or after."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, *(_who(number) for number in range(4)))
        assert "Share something" not in labels(await shown(house, _who(0)))
        await house.until(on(8, 12))
        assert "Share something" in labels(await shown(house, _who(0)))
        await house.until(on(8, 16))
        assert "Share something" not in labels(await shown(house, _who(0)))
