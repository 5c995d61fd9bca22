"""The channels of one simulated platform: what stands in them, who left them, and what they take.

They are outside the house, as platforms are. Whoever did not leave a channel is in it, and so is Reststop.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from adapters.sim.limits import Limits, refuse_too_long
from adapters.sim.spots import Spot
from bot.domain.people import Account, Place
from bot.errors import SurfaceError
from bot.ports.chat import Change, Closed, Posting, Receipt, Sent, Why
from bot.surface.card import Card, Reach

Put = Callable[[Place, Card, str], Spot]
"""Shows a card in a channel, below the card of an id if one is given; returns where it stands."""
Again = Callable[[Spot, Card | None], None]
"""Shows what a card in a channel has become, or that it is gone."""


@dataclass(slots=True)
class Rooms:
    """Every channel by its place. What is posted twice stands there twice."""

    limits: Limits
    put: Put
    again: Again
    _standing: dict[str, Spot] = field(default_factory=dict)
    """Where each message stands, by its handle; what is gone is not here."""
    _closed: dict[Place, Why] = field(default_factory=dict)
    _left: set[tuple[Place, Account]] = field(default_factory=set)

    def close(self, place: Place, why: Why) -> None:
        """Nothing of Reststop's is taken there any more. What is gone takes along what stood in it."""
        self._closed[place] = why
        if why is Why.GONE:
            self._standing = {handle: spot for handle, spot in self._standing.items() if spot.place != place}

    def open(self, place: Place) -> None:
        """It takes what comes again."""
        self._closed.pop(place, None)

    def leaves(self, account: Account, place: Place) -> None:
        """Somebody leaves a channel: what stands there is not before them."""
        self._left.add((place, account))

    def joins(self, account: Account, place: Place) -> None:
        """Somebody is in a channel again."""
        self._left.discard((place, account))

    def is_before(self, account: Account, spot: Spot) -> bool:
        """Whether somebody can press what stands at a spot in a channel."""
        place = spot.place
        return place is not None and account.lane == place.lane and (place, account) not in self._left

    def post(self, posting: Posting) -> Receipt:
        """Post a card, unless the channel takes nothing, or what it answers is gone."""
        if posting.to in self._closed:
            return Closed(why=self._closed[posting.to])
        above = self._standing.get(posting.under)
        if posting.under and above is None:
            return Closed(why=Why.GONE)
        refuse_too_long(posting.card, self.limits)
        spot = self.put(posting.to, posting.card, above.id if above else "")
        handle = f"{spot.id}.{posting.key.hex()[:12]}"
        self._standing[handle] = spot
        return Sent(message=handle)

    def change(self, change: Change) -> Receipt:
        """Let a message become another card, or be gone; nothing brings back what is gone."""
        if change.to in self._closed:
            return Closed(why=self._closed[change.to])
        spot = self._standing.get(change.message)
        if spot is None:
            return Sent()
        if change.card is None:
            del self._standing[change.message]
        else:
            refuse_too_long(change.card, self.limits)
        self.again(spot, change.card)
        return Sent(message=change.message)

    def become(self, spot: Spot, card: Card | None) -> None:
        """What somebody pressed becomes another card for everybody, or is gone; it may be gone already.

        Raises:
            SurfaceError: the card is for one person.
        """
        if card is not None and card.reach is not Reach.OPEN:
            raise SurfaceError(f"{card.text_id}: a card for one person does not stand in a channel")
        handle = next((handle for handle, each in self._standing.items() if each.id == spot.id), None)
        if spot.place is not None and handle is not None:
            self.change(Change(to=spot.place, message=handle, card=card))
