"""What a button may show once more: in memory, for a while, and never on a disk.

Discord closes each form that is sent. One that was refused opens again by a button, with all that was typed;
for that each form is remembered as it was drawn when it opened. What no message may hold, and cannot be shown
where somebody only wrote, is shown by a button too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Generic, TypeVar

from adapters.discord.hearing.places import Posted
from adapters.discord.limits import KEPT_EACH, KEPT_FOR, KEPT_MOST, OPEN_FOR, OPEN_MOST
from adapters.discord.text import Payload
from bot.domain.people import Account
from bot.ports.chance import Chance
from bot.ports.time import Clock

V = TypeVar("V")
_Key = tuple[Account, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptForm:
    """A form as it was drawn, perhaps filled in.

    `origin` is the message that stays and that it was opened from in the beginning, where there is one: what
    the form changes stands there, whichever button opened it again. `is_offered`: such a button did.
    """

    modal: Payload = field(repr=False)
    origin: Posted | None = None
    is_offered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCards:
    """Cards as they are drawn for one pair of eyes."""

    pages: tuple[Payload, ...] = field(repr=False)


Item = KeptForm | KeptCards


class Kept:
    """What is kept for each account, by a token that says nothing, and the forms that may be open."""

    def __init__(self, clock: Clock, chance: Chance) -> None:
        """Begin with nothing; `chance` draws the tokens."""
        self._chance = chance
        self._shown: _Shelf[Item] = _Shelf(clock, KEPT_FOR, KEPT_MOST)
        self._opened: _Shelf[KeptForm] = _Shelf(clock, OPEN_FOR, OPEN_MOST)

    def __len__(self) -> int:
        """How much is kept now."""
        return len(self._shown) + len(self._opened)

    def keep(self, account: Account, item: Item) -> str:
        """Keep something; return its token."""
        token = self._chance.new_id().hex
        self._shown.put((account, token), item)
        return token

    def find(self, account: Account, token: str) -> Item | None:
        """Return what is kept of an account under a token; None where it has gone, or was somebody else's."""
        return self._shown.get((account, token))

    def opened(self, account: Account, form: KeptForm) -> None:
        """Remember a form as it was drawn."""
        self._opened.put((account, form.modal["custom_id"]), form)

    def drawn(self, account: Account, custom_id: str) -> KeptForm | None:
        """Return a form as it was drawn last; None where that is not known any more."""
        return self._opened.get((account, custom_id))

    def forget(self, account: Account) -> None:
        """Let go of all that is kept of an account."""
        self._shown.clear(account)
        self._opened.clear(account)


class _Shelf(Generic[V]):
    """Holds up to so many things for so long, and not too many of one account.

    What is too old goes when anything is put or looked at.
    """

    def __init__(self, clock: Clock, held_for: timedelta, most: int) -> None:
        self._now = clock.elapsed
        self._for = held_for.total_seconds()
        self._most = most
        self._held: dict[_Key, tuple[float, V]] = {}
        """With the second in which each was put there, in that order."""

    def __len__(self) -> int:
        self._tidy()
        return len(self._held)

    def put(self, key: _Key, value: V) -> None:
        self._held.pop(key, None)
        self._held[key] = (self._now(), value)
        for oldest in self._of(key[0])[:-KEPT_EACH]:
            del self._held[oldest]
        self._tidy()

    def get(self, key: _Key) -> V | None:
        self._tidy()
        held = self._held.get(key)
        return held[1] if held else None

    def clear(self, account: Account) -> None:
        for key in self._of(account):
            del self._held[key]

    def _of(self, account: Account) -> list[_Key]:
        return [key for key in self._held if key[0] == account]

    def _tidy(self) -> None:
        since = self._now() - self._for
        while self._held:
            oldest = next(iter(self._held))
            if self._held[oldest][0] > since and len(self._held) <= self._most:
                return
            del self._held[oldest]
