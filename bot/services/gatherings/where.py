"""In which channel something is to begin: a form tells of none, so its control carries a word for it.

What a word stands for is known without anything kept, wherever it is the platform's own id; the name of a
channel, and an id that fits in no control, are remembered in memory alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from bot.domain.people import Account, Place
from bot.services.desk import Turn
from bot.surface.refs import is_arg
from bot.surface.text import shown

_MADE = "."
"""How a word begins that is no platform's id."""
_NAME_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A channel, and its name without a sign before it; "" where it is not known any more."""

    place: Place
    called: str = field(repr=False)


def here(turn: Turn) -> Where | None:
    """Return in which channel somebody acts; None in their own conversation."""
    place = turn.place
    return Where(place=place, called=name_here(turn)) if place else None


def name_here(turn: Turn) -> str:
    """Return what the channel is called in which somebody acts; "" where that is not told."""
    return shown(turn.event.place_name).strip().removeprefix("#").strip()[:_NAME_MAX]


def word_for(turn: Turn, where: Where) -> str:
    """Return the word for a channel that a control of who acts may carry."""
    channel = where.place.channel
    fits = is_arg(channel) and not channel.startswith(_MADE)
    word = channel if fits else _MADE + sha256(channel.encode()).hexdigest()[:16]
    turn.desk.channels.put(_key(turn.event.account, word), (where.place, where.called))
    return word


def meant(turn: Turn, word: str) -> Where | None:
    """Return the channel that a control's word stands for; None where nobody knows any more."""
    account = turn.event.account
    known = turn.desk.channels.get(_key(account, word))
    if known is not None:
        return Where(place=known[0], called=known[1])
    if not word or word.startswith(_MADE):
        return None
    place = Place(surface=account.surface, workspace=account.workspace, channel=word)
    return Where(place=place, called=name_here(turn) if turn.place == place else "")


def _key(account: Account, word: str) -> tuple[str, str, str]:
    return (account.surface, account.workspace, word)
