"""The channels of a scripted surface: what stands in each, as whoever is there sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.people import Place
from bot.ports.chat import Change, Closed, Posting, Receipt, Sent, Why
from bot.surface.card import Card


@dataclass(slots=True, kw_only=True)
class Standing:
    """A message of Reststop's in a channel: what it says now, and below which other it stands."""

    place: Place
    card: Card
    under: str = ""
    is_gone: bool = False


@dataclass(slots=True)
class Channels:
    """Every message by its handle, in the order of posting.

    `closed` channels take nothing. `receipts` are laid out beforehand for the next postings and changes, of
    which only what is `Sent` is seen.
    """

    standing: dict[str, Standing] = field(default_factory=dict)
    closed: dict[Place, Why] = field(default_factory=dict)
    receipts: list[Receipt] = field(default_factory=list)
    keys: dict[bytes, str] = field(default_factory=dict)
    """The handle of what was posted under a key; what is posted twice under one stands there twice."""

    def cards(self, place: Place) -> list[Card]:
        """Return what stands in a channel now, the oldest first."""
        return [each.card for each in self.standing.values() if each.place == place and not each.is_gone]

    def handle_of(self, card: Card) -> str:
        """Return the handle of a message that stands."""
        return next(handle for handle, each in self.standing.items() if each.card == card)

    def under(self, handle: str) -> list[Card]:
        """Return what stands below a message, the oldest first."""
        return [each.card for each in self.standing.values() if each.under == handle and not each.is_gone]

    def post(self, posting: Posting) -> Receipt:
        """Post a card, or answer as was laid out."""
        receipt = self._next(posting.to)
        if not isinstance(receipt, Sent):
            return receipt
        handle = f"m{len(self.standing)}"
        self.standing[handle] = Standing(place=posting.to, card=posting.card, under=posting.under)
        self.keys[posting.key] = handle
        return Sent(message=handle)

    def change(self, change: Change) -> Receipt:
        """Change or remove a message, or answer as was laid out; one that is gone was removed."""
        receipt = self._next(change.to)
        held = self.standing.get(change.message)
        if not isinstance(receipt, Sent) or held is None or held.is_gone:
            return receipt
        if change.card is None:
            held.is_gone = True
        else:
            held.card = change.card
        return Sent(message=change.message)

    def _next(self, place: Place) -> Receipt:
        if place in self.closed:
            return Closed(why=self.closed[place])
        return self.receipts.pop(0) if self.receipts else Sent()
