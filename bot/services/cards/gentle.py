"""Something small after a low mark or a rough word: a question that asks little, and offers."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.checkins import Run
from bot.domain.prompts import Modality, Offer, Prompt
from bot.services.cards.checkin import question
from bot.services.cards.offers import offer_button, rows
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Reach, say

_ALWAYS = frozenset({Offer.REST_STOP, Offer.PEOPLE, Offer.HELP_NOW})
_ORDER = (
    Offer.REST_STOP,
    Offer.PUT_DOWN,
    Offer.KIND_WORD,
    Offer.PEOPLE,
    Offer.HELP_NOW,
    Offer.RAISE,
)

_SUMMARY = "For you alone."
_SMALL = "Something small today."


def small(
    mint: Mint, run: Run | None, place: int | None, prompt: Prompt | None, offers: Sequence[Offer]
) -> Card:
    """Return the card for one person alone, the same whichever mark or word it follows.

    `place` is where the run asks the question; None asks none. `offers` stand beside what always does.
    """
    blocks: list[Block] = [say(_SMALL)]
    no = _no(mint)
    if run is not None and place is not None and prompt is not None:
        blocks += _question(mint, run, place, prompt)
        no = _no(mint, run, place)
    blocks += rows((*_offers(mint, offers), no))
    return Card(text_id="gentle", blocks=tuple(blocks), summary=_SUMMARY, reach=Reach.SEALED)


def alone(mint: Mint, run: Run, place: int, prompt: Prompt) -> Card:
    """Return a question that was asked for from among the offers, and a way to leave it."""
    blocks = (*_question(mint, run, place, prompt), row(_no(mint, run, place)))
    return Card(text_id="gentle.kind", blocks=blocks, summary=_SUMMARY, reach=Reach.SEALED)


def noted() -> Card:
    """Return the receipt for an answer, never which."""
    return plain("gentle.noted", "Noted.")


def passed() -> Card:
    """Return the answer to "No, thanks"."""
    return plain("gentle.passed", "Fine.")


def none_left() -> Card:
    """Return what is said where the library has no kind word, or that topic rests."""
    return plain("gentle.none", "There is no such question here now. `write` is here any time.")


def _question(mint: Mint, run: Run, place: int, prompt: Prompt) -> list[Block]:
    blocks = question(mint("gentle.prompt", run.id, str(place)), "gentle.prompt", prompt)
    if prompt.modality is Modality.TEXT:
        write = press(mint, "gentle.write", "Write", run.id, arg=str(place))
        blocks.append(row(write))
    return blocks


def _offers(mint: Mint, offers: Sequence[Offer]) -> list[Button]:
    """Return what is always offered, with `offers` among it, in one order."""
    wanted = {*_ALWAYS, *offers}
    return [offer_button(mint, offer) for offer in _ORDER if offer in wanted]


def _no(mint: Mint, run: Run | None = None, place: int = 0) -> Button:
    ref = mint("gentle.no", run.id, str(place)) if run else mint("gentle.no")
    return Button(ref=ref, name="gentle.no", label="No, thanks")
