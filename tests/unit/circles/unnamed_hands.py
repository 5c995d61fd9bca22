"""What people do who share without a name: reading what it is, writing, handing in."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from bot.domain.people import Account
from bot.services.shares import aliases, release
from bot.surface.card import Card, Shared
from bot.surface.outcome import Outcome
from tests.unit.circles.circle_house import PEOPLE, CircleHouse
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World

FAY = Account(surface="chat", workspace="team", user="fay")
GUS = Account(surface="chat", workspace="team", user="gus")
SIX = (*PEOPLE, FAY, GUS)
WORDS = "The corridor was quiet for once."
OTHER = "I missed my break again."
NAMED = "I sat with Mr. Thompson, room 12, born 3 May 1961."
DANGER = "I want to kill myself."


async def six(house: World, *, people: Sequence[Account] = SIX) -> tuple[CircleHouse, UUID]:
    """Begin a circle of six in which shares may come without a name, and open its round."""
    circle = await CircleHouse.begin(house, people=people, is_unnamed_on=True)
    return circle, await opens(circle)


async def opens(circle: CircleHouse) -> UUID:
    """Open a round in which people have aliases."""
    opening = await circle.open_round()
    current = await circle.round()
    await circle.run(lambda unit, page: aliases.begin(circle.house.desk, unit, page, current))
    return opening


async def hands_in(circle: CircleHouse, opening: UUID, text: str, who: Account) -> Outcome:
    """Let somebody share something without a name."""
    card = card_of(await circle.press_there(circle.in_channel("unnamed.open", opening), who))
    form = form_of(await circle.house.press(control(card, "unnamed.write"), who))
    return await circle.house.submit_by(who, form, {"text": text})


async def mine(circle: CircleHouse, opening: UUID, who: Account) -> Card:
    """Return what somebody reads who presses [My shares]."""
    return card_of(await circle.press_there(circle.in_channel("share.mine", opening), who))


async def comes_out(circle: CircleHouse) -> None:
    """Let what waits come out, where it may."""
    house = circle.house
    if house.clock.now() < (ten := house.clock.now().replace(hour=10)):
        await circle.until(ten)
    await circle.run(lambda unit, page: release.batch(house.desk, unit, page, house.clock.now()))


async def closes(circle: CircleHouse) -> None:
    """Let the round close: what waits is dropped."""
    current = await circle.round()
    await circle.run(lambda unit, page: release.drop(circle.house.desk, unit, page, current))
    await circle.end_round()


def said(cards: Sequence[Card]) -> list[str]:
    """Return the words on cards that somebody shared."""
    return [block.text for card in cards for block in card.blocks if isinstance(block, Shared)]
