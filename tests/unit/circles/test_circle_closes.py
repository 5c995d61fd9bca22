"""Closing a circle: one question, one line in the channel, and then nothing of it is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.ports.chat import Later, Why
from bot.surface.card import Card
from tests.unit.admin.team import end, give
from tests.unit.circles.hands import (
    CARA,
    DUTIES,
    a_channel,
    a_circle,
    circle_members,
    circle_page,
    invitation,
    join,
    shown,
)
from tests.unit.small_house import ANA, BEN, TEAM, SmallHouse, card_of, control, errors_of, form_of, on
from tests.unit.world import World, labels


async def close(house: SmallHouse, who: Account = ANA) -> Card:
    """Let somebody close the circle; return what they are told."""
    asked = card_of(await house.press(control(await shown(house, who), "circle.close"), who))
    return card_of(await house.press(control(asked, "circle.close.yes"), who))


async def give_role(house: World, who: Account, role: Role) -> None:
    """Let Ana give somebody a role, in conversations of their own."""
    house.place = None
    await give(house, who, role)
    house.place = TEAM


async def test_a_closed_circle_says_so_in_the_channel_and_is_gone() -> None:
    """Its key and its rows, and the invitation; nobody is written to."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, BEN)
        assert (await close(house)).text_id == "circle.closed"
        await house.until(house.clock.now() + timedelta(minutes=1))
        [line] = house.chat.channels.cards(TEAM)
        assert line.text.startswith("This circle is closed.")
        tables = house.tables
        assert not tables.gatherings
        assert not tables.members
        assert not tables.posts
        assert house.chat.letters == []
        assert (await shown(house, BEN)).text_id == "circle.none"


async def test_it_is_asked_once_before() -> None:
    """`Keep it` leads back."""
    with a_channel() as house:
        await a_circle(house)
        asked = card_of(await house.press(control(await shown(house), "circle.close")))
        assert labels(asked) == ["Close it", "Keep it"]
        assert card_of(await house.press(control(asked, "circle.stay"))).text_id == "circle.shown"
        assert await circle_page(house) is not None


async def test_while_the_last_line_waits_the_circle_is_over_for_everybody() -> None:
    """No round opens, nobody joins; when it was said, all of it goes."""
    with a_channel() as house:
        invite = await a_circle(house)
        await join(house, BEN)
        house.chat.channels.receipts = [Later(wait=timedelta(days=5)), Later(wait=timedelta(days=5))]
        await close(house)
        await house.until(house.clock.now() + timedelta(minutes=1))
        assert await circle_page(house) is not None
        assert card_of(await house.press(control(invite, "circle.join"), CARA)).text_id == "circle.over"
        assert (await shown(house, BEN)).text_id == "circle.none"
        await house.until(on(9, 12))
        assert all(card.text_id == "circle.invite" for card in house.chat.channels.cards(TEAM))
        await house.until(on(12, 12))
        assert await circle_page(house) is None


@pytest.mark.parametrize("why", [Why.GONE, Why.ARCHIVED, Why.NOT_THERE, Why.NO_RIGHTS, Why.LOCKED])
async def test_a_circle_closes_in_a_channel_that_takes_nothing_any_more(why: Why) -> None:
    """The line is lost, and the circle is gone all the same."""
    with a_channel() as house:
        await a_circle(house)
        house.chat.channels.closed[TEAM] = why
        await close(house)
        await house.until(house.clock.now() + timedelta(minutes=1))
        assert await circle_page(house) is None
        assert not house.tables.posts


async def test_after_it_another_circle_may_begin_there() -> None:
    """With nobody in it but who begins it."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, BEN)
        await close(house)
        await house.until(house.clock.now() + timedelta(minutes=1))
        await a_circle(house)
        assert [each.account for each in await circle_members(house)] == [ANA]


async def test_a_circle_whose_keeper_left_is_taken_over_with_the_duties_and_ones_own_hours() -> None:
    """The channel is told; rounds come again."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, BEN)
        await give_role(house, CARA, Role.FACILITATOR)
        leave = control(await shown(house), "circle.leave")
        await house.press(control(card_of(await house.press(leave)), "circle.leave.yes"))
        card = await shown(house, CARA)
        assert card.text_id == "circle.without_keeper"
        duties = card_of(await house.press(control(card, "circle.take"), CARA))
        asked = control(duties, "circle.take.duties")
        again = card_of(await house.choose(asked, "rules", who=CARA))
        assert "All three are needed" in again.text
        form = form_of(await house.choose(asked, *DUTIES, who=CARA))
        taken = card_of(await house.submit_by(CARA, form, {"hours": "Thu 8-20"}))
        assert "Pause" in labels(taken)
        assert {each.account for each in await circle_members(house) if each.is_keeper} == {CARA}
        lines = [card.text for card in house.chat.channels.cards(TEAM) if card.text_id == "circle.line"]
        assert lines == ["Somebody new looks after this circle now."]


async def test_a_circle_whose_keeper_lost_the_role_is_taken_over_by_a_member() -> None:
    """Who looked after it stays in it."""
    with a_channel() as house:
        await give_role(house, CARA, Role.FACILITATOR)
        await a_circle(house, CARA)
        house.place = None
        await end(house, "cara")
        house.place = TEAM
        assert "Pause" not in labels(await shown(house, CARA))
        assert "Nobody looks after it now" in (await shown(house, CARA)).text
        await join(house, ANA)
        duties = card_of(await house.press(control(await shown(house), "circle.take")))
        form = form_of(await house.choose(control(duties, "circle.take.duties"), *DUTIES))
        await house.submit(form)
        held = {each.account: each.is_keeper for each in await circle_members(house)}
        assert held == {ANA: True, CARA: False}


async def test_a_keeper_by_the_platforms_word_is_one_until_it_says_otherwise() -> None:
    """It is noted when they look at the circle, and then another takes it over."""
    with a_channel() as house:
        await a_circle(house)
        await give_role(house, CARA, Role.FACILITATOR)
        assert (await shown(house, CARA)).text_id == "circle.join"
        house.managers[ANA] = False
        assert "Nobody looks after it now" in (await shown(house)).text
        assert (await shown(house, CARA)).text_id == "circle.without_keeper"


async def test_a_circle_that_is_looked_after_is_taken_over_by_nobody() -> None:
    """Neither by an old card, nor by an old form."""
    with a_channel() as house:
        await a_circle(house)
        await give_role(house, CARA, Role.FACILITATOR)
        page = await circle_page(house)
        assert page is not None
        assert "Look after it" not in labels(await shown(house, CARA))
        leave = control(await shown(house), "circle.leave")
        await house.press(control(card_of(await house.press(leave)), "circle.leave.yes"))
        take = control(await shown(house, CARA), "circle.take")
        duties = card_of(await house.press(take, CARA))
        form = form_of(await house.choose(control(duties, "circle.take.duties"), *DUTIES, who=CARA))
        hers = card_of(await house.press(control(await shown(house), "circle.take")))
        await house.submit(form_of(await house.choose(control(hers, "circle.take.duties"), *DUTIES)))
        assert card_of(await house.press(take, CARA)).text_id == "circle.has_keeper"
        assert errors_of(await house.submit_by(CARA, form, {}))
        assert {each.account for each in await circle_members(house) if each.is_keeper} == {ANA}


async def test_any_admin_or_facilitator_may_close_a_circle() -> None:
    """Also one that is looked after by somebody else."""
    with a_channel() as house:
        await a_circle(house)
        await give_role(house, CARA, Role.ADMIN)
        assert (await close(house, CARA)).text_id == "circle.closed"


async def test_no_round_opens_while_nobody_looks_after_the_circle() -> None:
    """It says so to its members."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, *(Account(surface="chat", workspace="team", user=f"p{n}") for n in range(5)))
        leave = control(await shown(house), "circle.leave")
        await house.press(control(card_of(await house.press(leave)), "circle.leave.yes"))
        await house.until(on(8, 13))
        assert [card.text_id for card in house.chat.channels.cards(TEAM)] == ["circle.invite"]
        assert invitation(house)
