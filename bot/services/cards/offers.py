"""What one person alone may take up or leave: each a button, and none of it starts by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.prompts import Offer
from bot.services.cards.plain import row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import BUTTONS_MAX, Button, Buttons

FLOWS: Mapping[Offer, str] = {
    Offer.PUT_DOWN: "hard_one",
    Offer.RAISE: "raise",
    Offer.REST_STOP: "rest_stop",
}
"""The guided flow that an offer begins. Where the library has no such flow, nothing is offered."""


_BUTTONS: Mapping[Offer, tuple[str, str]] = {
    Offer.PUT_DOWN: ("after.put_down", "Put it down"),
    Offer.SUPERVISION: ("after.supervise", "For supervision"),
    Offer.PEOPLE: ("gentle.people", "Someone on my list"),
    Offer.RAISE: ("after.raise", "Raise it at work"),
    Offer.REST_STOP: ("gentle.rest_stop", "Rest stop, 3 min"),
    Offer.KIND_WORD: ("gentle.self_compassion", "A kind word to yourself"),
}


def offer_button(mint: Mint, offer: Offer, supervise: str = "") -> Button:
    """Return the button of an offer; `supervise` is the ref of the one for the list for supervision."""
    if offer is Offer.HELP_NOW:
        return help_button(mint)
    name, label = _BUTTONS[offer]
    return Button(ref=_ref(mint, offer, supervise), name=name, label=label)


def rows(buttons: Sequence[Button]) -> list[Buttons]:
    """Return buttons in rows of about one length, as few as hold them."""
    count = -(-len(buttons) // BUTTONS_MAX)
    length = -(-len(buttons) // count)
    return [row(*buttons[start : start + length]) for start in range(0, len(buttons), length)]


def _ref(mint: Mint, offer: Offer, supervise: str) -> str:
    match offer:
        case Offer.SUPERVISION:
            return supervise
        case Offer.PEOPLE:
            return mint("people.show")
        case Offer.KIND_WORD:
            return mint("gentle.kind")
        case _:
            return mint("flow.start", None, FLOWS[offer])
