"""What a button may show once more, in memory for a quarter of an hour and never on a disk.

Discord closes each form that is sent: one that was refused opens again by a button, with all that was typed.
What no message may hold, after words in a direct conversation, is shown by a button too. And each form that
was opened is remembered as it was drawn, so that it can be filled in.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from adapters.discord.limits import KEPT_FOR, KEPT_MOST
from adapters.discord.text import Payload
from bot.domain.people import Account
from bot.ports.chance import Chance
from bot.ports.time import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptForm:
    """A form as it was drawn, perhaps filled in."""

    modal: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCards:
    """Cards as they are drawn for one pair of eyes."""

    pages: tuple[Payload, ...] = field(repr=False)


Item = KeptForm | KeptCards


class Kept:
    """What is kept for each account, by a token that says nothing."""

    def __init__(self, clock: Clock, chance: Chance) -> None:
        """Begin with nothing; `chance` draws the tokens."""
        self._now = clock.elapsed
        self._chance = chance
        self._held: dict[tuple[Account, str], tuple[float, Item]] = {}
        """With the second in which each was kept, in that order."""

    def __len__(self) -> int:
        """How much is kept now."""
        self._tidy()
        return len(self._held)

    def keep(self, account: Account, item: Item) -> str:
        """Keep something; return its token."""
        token = self._chance.new_id().hex
        self._put(account, token, item)
        return token

    def find(self, account: Account, token: str) -> Item | None:
        """Return what is kept of an account under a token; None where it has gone, or was somebody else's."""
        self._tidy()
        held = self._held.get((account, token))
        return held[1] if held else None

    def opened(self, account: Account, modal: Payload) -> None:
        """Remember a form as it was drawn."""
        self._put(account, modal["custom_id"], KeptForm(modal=modal))

    def drawn(self, account: Account, custom_id: str) -> Payload | None:
        """Return a form as it was drawn last; None where that is not known any more."""
        found = self.find(account, custom_id)
        return found.modal if isinstance(found, KeptForm) else None

    def _put(self, account: Account, name: str, item: Item) -> None:
        self._held.pop((account, name), None)
        self._held[account, name] = (self._now(), item)
        self._tidy()

    def _tidy(self) -> None:
        """Forget what is too old, and the oldest where there is too much."""
        since = self._now() - KEPT_FOR.total_seconds()
        while self._held:
            oldest = next(iter(self._held))
            if self._held[oldest][0] > since and len(self._held) <= KEPT_MOST:
                return
            del self._held[oldest]
