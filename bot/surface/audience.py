"""Who sees a card. There is no word here for "everyone in a channel, by accident"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.people import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct:
    """A message in the person's own direct conversation. It stays there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyYou:
    """An answer that the person alone sees and that does not stay.

    Where a surface cannot show it so, it is said in their direct conversation: a channel is not a choice.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Where own words may be read: no message remains. `handle` is the surface's right to answer now."""

    to: Account
    handle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The page that a platform gives each person for an app: theirs alone, and drawn again each time."""


Audience = Direct | OnlyYou | Reading | Home
