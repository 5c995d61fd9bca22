"""After an answer: a plain receipt and what may be taken up, for the person alone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.prompts import After, Offer
from bot.services.cards.offers import offer_button, rows
from bot.services.cards.plain import plain, press
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, say

_HERE = "These are here, if one of them fits."


def after(mint: Mint, after: After, offers: Sequence[Offer], supervise: str = "") -> Card:
    """Return what follows an answer, with those of its `offers` that can be kept here.

    `supervise` is the ref that puts the answer on the list for supervision.
    """
    blocks: list[Block] = [say(after.say or _HERE)]
    if offers:
        buttons = [offer_button(mint, offer, supervise) for offer in offers]
        blocks += rows((*buttons, press(mint, "after.no", "No, thanks")))
    return Card(text_id="after", blocks=tuple(blocks), summary="For you alone.", reach=Reach.SEALED)


def passed() -> Card:
    """Return the answer to "No, thanks"."""
    return plain("after.passed", "Fine.")


def for_supervision() -> Card:
    """Return the answer to the one tap."""
    return plain("after.supervised", "On your list for supervision.")
