"""The way out for scheduled cards: one simulated platform each, which knows who is there and what arrived."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from adapters.sim.limits import Limits, refuse_too_long
from adapters.sim.rooms import Again, Put, Rooms
from bot.domain.people import Account
from bot.ports.chat import Arrival, Change, Closed, Letter, NotOpen, Posting, Receipt, Sent, Unreachable, Why
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card


class SimChat:
    """A platform outside the house: what it knows survives every end of the house.

    A letter that is sent twice is shown twice, so that a story sees what should not happen.
    """

    def __init__(
        self, limits: Limits, show: Callable[[Account, Card], None], *, put: Put, again: Again
    ) -> None:
        """Begin with nobody there.

        `show` puts a card before an account, `put` and `again` one in a channel: see `adapters/sim/rooms.py`.
        """
        self.limits = limits
        self.rooms = Rooms(limits, put, again)
        self._show = show
        self._arrived: dict[bytes, Arrival | Sent] = {}
        self._here: set[Account] = set()
        self._shut: set[Account] = set()
        self._closed: set[Account] = set()
        self.is_removed = False
        """Whether Reststop was taken away from this platform: then nobody there can be reached."""

    @property
    def capabilities(self) -> Capabilities:
        """What this surface can do."""
        return self.limits.capabilities

    @property
    def _has_rooms(self) -> bool:
        return self.capabilities.hosted and not self.is_removed

    def comes(self, account: Account) -> bool:
        """Somebody opens their terminal, or lets direct messages in again; False if it was so already."""
        is_new = account not in self._here
        self._here.add(account)
        self._shut.discard(account)
        return is_new

    def leaves(self, account: Account) -> None:
        """Somebody closes their terminal, or shuts direct messages out."""
        self._here.discard(account)
        self._shut.add(account)

    def closes(self, account: Account) -> None:
        """The platform closes somebody's account."""
        self._here.discard(account)
        self._closed.add(account)

    def opens(self, account: Account) -> None:
        """Somebody is there: an account that was closed is open again."""
        self._closed.discard(account)

    def all_leave(self) -> None:
        """Terminals close with the house; a hosted platform stays as it is."""
        self._here.clear()

    async def send(self, letter: Letter) -> Receipt:
        """Show the letter's card, unless nobody is there or can be reached."""
        if self.is_removed or letter.to in self._closed:
            return Unreachable()
        if self.capabilities.waits and letter.to not in self._here:
            return NotOpen()
        if self.capabilities.hosted and letter.to in self._shut:
            return Unreachable()
        refuse_too_long(letter.card, self.limits)
        self._show(letter.to, letter.card)
        self._arrived[letter.key] = Arrival.ARRIVED
        return Sent()

    async def post(self, posting: Posting) -> Receipt:
        """Post in a channel; a terminal has none, and who was taken away is in none."""
        if not self._has_rooms:
            return Closed(why=Why.NOT_THERE)
        receipt = self.rooms.post(posting)
        if isinstance(receipt, Sent):
            self._arrived[posting.key] = receipt
        return receipt

    async def change(self, change: Change) -> Receipt:
        """Change what stands in a channel."""
        return self.rooms.change(change) if self._has_rooms else Closed(why=Why.NOT_THERE)

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Ask nobody anything: here nothing has to be known before."""
        del accounts

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Say whether what has this key was shown; of what stands in a channel, as which message."""
        return self._arrived.get(letter.key, Arrival.NOT_ARRIVED)

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Say that the copy is gone. Nobody is shown anything by that, so a story has no record of it."""
        del to, file
        return Sent()
