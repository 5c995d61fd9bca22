"""Chat: how a scheduled card leaves. Answers to what a person does do not pass here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.domain.people import Account, Place
from bot.errors import BeyondReach
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card, Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A card on its way to one person's direct conversation.

    `key` is the delivery's keyed hash: the platform's idempotency key where it has one. `is_awaited`: its
    person waits for it at this moment, whatever else should not disturb them. `conversation` is where it
    goes by the platform's id, as the surface told it before (`PersonChanged`, `Sent`); "" where it never did.
    `is_only`: nobody is ever shown the same controls or words in another letter, so that it is known again
    however long ago it was sent. `has_waited`: its lane was asked to wait, perhaps by another process; then
    nothing may be left of a burst.
    """

    key: bytes
    to: Account
    card: Card
    is_awaited: bool = False
    conversation: str = field(default="", repr=False)
    is_only: bool = False
    has_waited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A card on its way to a channel, open to everybody there. `key` is as on `Letter`.

    `under` is a message of ours, as `Sent` told it, below which this one stands; "" for none.
    """

    key: bytes
    to: Place
    card: Card
    under: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a card beyond its reach: such a value cannot exist."""
        if self.card.reach is not Reach.OPEN:
            raise BeyondReach


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was posted in a channel becomes another card; without one it is deleted.

    `message` is what `Sent` told of it. Done twice it is done once.
    """

    to: Place
    message: str = field(repr=False)
    card: Card | None

    def __post_init__(self) -> None:
        """Refuse a card beyond its reach, as a posting does."""
        if self.card is not None and self.card.reach is not Reach.OPEN:
            raise BeyondReach


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """It was shown. `conversation` is where, if that is news and is to be kept (`Letter.conversation`).

    `message` is the surface's own word for what it posted in a channel, to answer below it and to change it.
    """

    conversation: str = field(default="", repr=False)
    message: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOpen:
    """Nobody is there now; it stays planned, and the surface wakes the lane when somebody comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """The person cannot be reached this way. It is a state, not an error: nothing else is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """The platform asks to wait: the whole lane does."""

    wait: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class MaybeSent:
    """The connection ended in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """This person is not to be disturbed, or not written to, before `until`. Nobody else waits for it."""

    until: datetime


class Why(StrEnum):
    """Why nothing can be posted in a channel."""

    GONE = "gone"
    """The channel or the thread was deleted, or the message below which it was to stand."""
    ARCHIVED = "archived"
    LOCKED = "locked"
    """A thread that only its moderators may open again."""
    NOT_THERE = "not_there"
    """Reststop was not let into it, or was taken out."""
    NO_RIGHTS = "no_rights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A channel takes nothing from Reststop; somebody who looks after it has to be told. No lane rests."""

    why: Why


Receipt = Sent | NotOpen | Unreachable | Later | MaybeSent | HeldBack | Closed


class Arrival(StrEnum):
    """What a platform knows of what was sent and whose end is unknown."""

    ARRIVED = "arrived"
    NOT_ARRIVED = "not_arrived"
    NOT_NOW = "not_now"
    """It cannot be asked at this moment."""
    UNKNOWABLE = "unknowable"
    """It can never be asked: somebody has to look."""


class ChatPort(Protocol):
    """One surface's way out.

    Contract: tests/contract/surface_contract.py, and tests/contract/channel_contract.py for channels.
    """

    @property
    def capabilities(self) -> Capabilities:
        """What this surface can do."""
        ...

    async def send(self, letter: Letter) -> Receipt:
        """Show the letter's card to its person. Never raises for what a platform answers."""
        ...

    async def post(self, posting: Posting) -> Receipt:
        """Post a card in a channel; `Sent` says which message it is. Never raises, as `send`.

        A surface that has no channels answers `Closed`.
        """
        ...

    async def change(self, change: Change) -> Receipt:
        """Let what was posted in a channel be another card, or be gone; what is gone already was deleted.

        It may be asked again, as often as it takes. Never raises for what a platform answers.
        """
        ...

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Learn who is about to be written to, so that what is asked of the platform is asked at once.

        A surface that has no use for it (`Capabilities.foresees`) may not be told.
        Never raises: what could not be learned is asked, or done without, when the letter leaves.
        """
        ...

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Say whether one with this key arrived: asked after a crash, before it is sent again.

        `Sent` of a posting that did, where its message is known.
        """
        ...

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Remove a file that was handed over (`FileGiven`); one that is gone already was removed.

        It may be asked again, as often as it takes. Never raises for what a platform answers.
        """
        ...


class NoChannels:
    """The part of a surface that has no channels: nothing is posted there."""

    async def post(self, posting: Posting) -> Receipt:
        """Post nothing."""
        del posting
        return Closed(why=Why.NOT_THERE)

    async def change(self, change: Change) -> Receipt:
        """Change nothing."""
        del change
        return Closed(why=Why.NOT_THERE)
