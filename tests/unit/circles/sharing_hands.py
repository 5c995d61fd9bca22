"""What people do in a round: share something, and answer what somebody shared."""

from __future__ import annotations

from uuid import UUID

from bot.domain.people import Account
from bot.surface.card import Card, Shared
from bot.surface.outcome import Outcome
from tests.unit.circles.circle_house import CircleHouse
from tests.unit.small_house import BEN, control, form_of

WORDS = "The corridor was quiet for once."
NAMED = "I sat with Mr. Thompson, room 12, born 3 May 1961."


async def shares(circle: CircleHouse, opening: UUID, text: str, who: Account = BEN, **more: str) -> Outcome:
    """Let somebody share something in the channel."""
    form = form_of(await circle.press_there(circle.in_channel("share.open", opening), who))
    return await circle.house.submit_by(who, form, {"text": text, **more})


async def answers(circle: CircleHouse, card: Card, text: str, who: Account) -> Outcome:
    """Let somebody answer what stands in the channel."""
    form = form_of(await circle.press_there(control(card, "answer.open"), who))
    return await circle.house.submit_by(who, form, {"text": text})


async def shared(circle: CircleHouse, text: str = WORDS, who: Account = BEN, **more: str) -> Card:
    """Open a round, let somebody share something in it, and return how that stands in the channel."""
    await shares(circle, await circle.open_round(), text, who, **more)
    return circle.cards[-1]


def said(card: Card) -> list[str]:
    """Return the words on a card that somebody shared."""
    return [block.text for block in card.blocks if isinstance(block, Shared)]
